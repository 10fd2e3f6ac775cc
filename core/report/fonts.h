#pragma once
#include "core/base/result.h"
#include <QFont>
#include <QHash>
#include <QRawFont>
#include <QStringList>
#include <array>

namespace core::report {

// The faces a document is set in. Only those compiled into the program are used while they have the letter, so that a
// PDF looks the same from every computer. A script that none of them has is set in a font of this computer, which is
// then named; with no such font its characters are printed as their numbers. Nothing is ever left blank.
class Fonts {
public:
    static Result<Fonts> load(); // ResourceBroken: a bundled font is not there

    enum class Face { Sans, Arabic, Emoji, Foreign, None };
    struct Choice {
        Face face = Face::Sans;
        QString family; // of Face::Foreign
        bool operator==(const Choice&) const = default;
    };
    Choice choose(QStringView grapheme);
    QFont font(const Choice& choice, double points, bool bold) const;

    const QStringList& foreignFamilies() const { return m_foreign; } // used so far, in the order met
    bool numbersUsed() const { return m_numbersUsed; }

private:
    Fonts() = default;
    bool covers(Face face, QStringView grapheme) const;
    Choice chooseAnew(QStringView grapheme);
    QString foreignFamily(QStringView grapheme) const;

    mutable std::array<QRawFont, 3> m_bundled; // by Face; read when it is first asked what they have
    QStringList m_foreign;
    QHash<QString, Choice> m_chosen;
    bool m_numbersUsed = false;
};

bool isPlainLatin(QChar c);             // in the first face, whatever stands beside it
bool isEmojiText(QStringView grapheme); // asks to be drawn as an emoji

} // namespace core::report

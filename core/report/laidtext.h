#pragma once
#include "core/report/fonts.h"
#include <QPaintDevice>
#include <QPainter>
#include <QTextLayout>
#include <memory>
#include <optional>
#include <vector>

namespace core::report {

struct TextStyle {
    double points = 10.5;
    bool bold = false;
    QRgb colour = 0xff000000;
    bool exact = false; // every line says which characters it stands for, line breaks too
};

// A text broken into lines of one width, ready to be drawn. Knows for each line the recorded characters it shows.
class LaidText {
public:
    LaidText(const QString& text, const TextStyle& style, double width, Fonts& fonts, QPaintDevice* device);

    size_t lines() const { return m_lines.size(); }
    double lineHeight(size_t line) const { return m_lines[line].height; }
    double widthOf(size_t line) const;
    double height() const;
    double heightOf(size_t from, size_t count) const;
    void draw(QPainter& painter, size_t line, double x, double y) const;
    // The characters as recorded, if what is drawn does not say them by itself.
    std::optional<QString> actualText(size_t line) const;

private:
    struct Paragraph {
        std::unique_ptr<QTextLayout> layout;
        qsizetype begin = 0;           // of it in m_text
        std::vector<qsizetype> origin; // index in m_text of each shown character, and of the end
        qsizetype recordedFrom(size_t shown) const;
    };
    struct Line {
        size_t paragraph = 0;
        int index = 0;
        double height = 0;
    };
    void addParagraph(qsizetype from, qsizetype to, qsizetype end, double width, Fonts& fonts, QPaintDevice* device);

    QString m_text;
    TextStyle m_style;
    std::vector<Paragraph> m_paragraphs;
    std::vector<Line> m_lines;
};

} // namespace core::report

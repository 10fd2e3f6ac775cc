#include "core/crypto/passphrase.h"
#include <QFile>
#include <sodium.h>
#include <vector>
#include <zxcvbn.h>

inline void wakeWords() { // outside every namespace: the macro declares a function of the resource library
    Q_INIT_RESOURCE(firsthand_words);
}

namespace core::crypto {

namespace {

constexpr int shortest = 12;
constexpr double weakBelow = 40;
constexpr double fairBelow = 60;

const QList<QByteArray>& words() {
    static const QList<QByteArray> list = [] {
        wakeWords();
        QFile file(QStringLiteral(":/firsthand/third_party/words/eff_large.txt"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the word list is missing from the program");
        QList<QByteArray> all = file.readAll().trimmed().split('\n');
        if (all.size() != 7776)
            qFatal("the word list is not whole");
        return all;
    }();
    return list;
}

} // namespace

QString generatePassphrase(int count) {
    QString phrase;
    for (int i = 0; i < count; ++i) {
        const auto pick = randombytes_uniform(quint32(words().size()));
        if (i > 0)
            phrase += QLatin1Char(' ');
        phrase += QString::fromLatin1(words()[qsizetype(pick)]);
    }
    return phrase;
}

Strength passphraseStrength(const QString& passphrase, const QStringList& own) {
    const QString composed = passphrase.normalized(QString::NormalizationForm_C);
    if (composed.size() < shortest)
        return Strength::TooShort;
    QList<QByteArray> ownWords{QByteArrayLiteral("firsthand"), QByteArrayLiteral("safeguarding")};
    for (const QString& phrase : own) {
        for (const QString& word : phrase.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts))
            ownWords += word.toUtf8();
    }
    std::vector<const char*> dictionary;
    for (const QByteArray& word : std::as_const(ownWords))
        dictionary.push_back(word.constData());
    dictionary.push_back(nullptr);
    QByteArray typed = composed.toUtf8();
    const double bits = ZxcvbnMatch(typed.constData(), dictionary.data(), nullptr);
    sodium_memzero(typed.data(), std::size_t(typed.size()));
    if (bits < weakBelow)
        return Strength::Weak;
    return bits < fairBelow ? Strength::Fair : Strength::Strong;
}

} // namespace core::crypto

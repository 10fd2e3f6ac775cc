#pragma once
#include <QString>
#include <QStringList>

namespace core::crypto {

// Five words drawn evenly from the 7,776 of resources/third_party/words: 64.6 bits.
QString generatePassphrase(int words = 5);

enum class Strength { TooShort, Weak, Fair, Strong }; // below 12 characters · below 40 bits · below 60 · the rest
// zxcvbn; `own` are words an attacker would try first (the person's name, the office's name).
Strength passphraseStrength(const QString& passphrase, const QStringList& own);

} // namespace core::crypto

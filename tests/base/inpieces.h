#pragma once
#include <QByteArray>
#include <QString>

namespace tests {

// Letters in groups of `size`, as they come wrapped or spaced.
inline QString inPieces(const QByteArray& letters, qsizetype size, const char* between) {
    QString text;
    for (qsizetype at = 0; at < letters.size(); at += size)
        text += QString::fromLatin1(letters.mid(at, size)) + QString::fromLatin1(between);
    return text.trimmed();
}

} // namespace tests

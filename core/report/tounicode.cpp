#include "core/report/tounicode.h"
#include <QString>

namespace core::report {

namespace {

QString written(char16_t code) {
    if (code == 0)
        return QString(QChar(QChar::ReplacementCharacter)); // the exact characters are in the line's ActualText
    if (code == 0x09 || code == 0xA0 || code == 0x2002)
        return QStringLiteral(" ");
    if ((code >= 0xFB00 && code <= 0xFB06) || (code >= 0xFB50 && code <= 0xFEFC))
        return QString(QChar(code)).normalized(QString::NormalizationForm_KC);
    return QString(QChar(code));
}

QByteArray hex(const QString& text) {
    QByteArray digits;
    for (const QChar c : text)
        digits += QByteArray::number(c.unicode(), 16).rightJustified(4, '0').toUpper();
    return digits;
}

} // namespace

// Ranges read `<0001> <0064> [<0041> <0042> …]`: only the values in brackets are characters.
QByteArray repairedToUnicode(const QByteArray& table) {
    QByteArray repaired = table.left(table.indexOf("beginbfrange"));
    bool inValues = false;
    for (qsizetype at = repaired.size(); at < table.size();) {
        const char c = table[at];
        inValues = c == '[' || (inValues && c != ']');
        bool isHex = false;
        const ushort code = inValues && c == '<' && at + 5 < table.size() && table[at + 5] == '>'
                                ? table.mid(at + 1, 4).toUShort(&isHex, 16)
                                : ushort(0);
        if (!isHex) {
            repaired += table[at++];
            continue;
        }
        repaired += '<' + hex(written(code)) + '>';
        at += 6;
    }
    return repaired;
}

} // namespace core::report

#include "core/base/encodedfile.h"
#include "core/base/filesignature.h"
#include <vector>

namespace core {

namespace {

constexpr size_t ShortestFile = 24; // bytes; a head alone, named in a sentence, is a word and not a file

// What a character is to an encoding: a value, something that may stand between values, or the end of the run.
constexpr int Between = -1;
constexpr int Ends = -2;

bool isBetween(QChar c) { // line ends, every kind of blank, and marks that are not seen
    return c.isSpace() || c.category() == QChar::Other_Format;
}

int base64Value(ushort c) {
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    if (c == '+' || c == '-')
        return 62;
    return c == '/' || c == '_' ? 63 : Ends;
}

int hexValue(ushort c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : Ends;
}

// Collects the runs of one encoding and looks into each. A run is what is left when everything is taken out that mail
// programs, editors and people put between the values.
class Scan {
public:
    explicit Scan(QStringView text, unsigned bits) : m_text(text), m_bits(bits) { m_run.reserve(4096); }

    std::optional<QString> find() {
        for (qsizetype i = 0; i < m_text.size();) {
            const Token token = m_bits == 6 ? base64At(i) : hexAt(i);
            i += token.length;
            if (token.value >= 0) {
                m_run.push_back(static_cast<uint8_t>(token.value));
            } else if (token.value == Ends) {
                if (auto found = lookInto())
                    return found;
                m_run.clear();
            }
        }
        return lookInto();
    }

private:
    struct Token {
        int value;
        qsizetype length;
    };

    ushort at(qsizetype i) const { return i < m_text.size() ? m_text[i].unicode() : ushort(0); }
    Token base64At(qsizetype i) const {
        const ushort c = at(i);
        if (c == '%') // as in an address: %2F %2B %0A
            return percentAt(i);
        if (c == '=' && (at(i + 1) == '\n' || at(i + 1) == '\r')) // soft line end of quoted-printable
            return {Between, 1};
        if (c == '\\') // as in a program's text: \n \/
            return at(i + 1) == '/' ? Token{63, 2} : Token{at(i + 1) == 'n' || at(i + 1) == 'r' ? Between : Ends, 2};
        if (c == '>') // a quoted mail
            return {Between, 1};
        if (const int value = base64Value(c); value >= 0)
            return {value, 1};
        return {isBetween(m_text[i]) ? Between : Ends, 1};
    }

    Token percentAt(qsizetype i) const {
        const int high = hexValue(at(i + 1));
        const int low = hexValue(at(i + 2));
        if (high < 0 || low < 0)
            return {Ends, 1};
        const auto c = static_cast<ushort>(high * 16 + low);
        if (const int value = base64Value(c); value >= 0)
            return {value, 3};
        return {c <= ' ' ? Between : Ends, 3};
    }

    Token hexAt(qsizetype i) const {
        const ushort c = at(i);
        if ((c == '0' || c == '\\') && (at(i + 1) == 'x' || at(i + 1) == 'X')) // 0xFF, \xFF
            return {Between, 2};
        if (const int value = hexValue(c); value >= 0)
            return {value, 1};
        const bool mark =
            c == ':' || c == ',' || c == ';' || c == '-' || c == '%' || c == '=' || c == '>' || c == '|' || c == '_';
        return {mark || isBetween(m_text[i]) ? Between : Ends, 1};
    }

    // At each place, since a word may be glued to the beginning. Four equal bytes are the head of nothing.
    std::optional<QString> lookInto() const {
        const size_t shortest = (ShortestFile * 8 + m_bits - 1) / m_bits;
        const size_t inFirst = (32 + m_bits - 1) / m_bits; // units that hold the first four bytes
        uint64_t window = 0;
        for (size_t i = 0; i < m_run.size() && m_run.size() >= shortest; ++i) {
            window = window << m_bits | m_run[i];
            const size_t begin = i + 1 - inFirst;
            if (i + 1 < inFirst || begin + shortest > m_run.size())
                continue;
            const auto first = static_cast<uint32_t>(window >> (inFirst * m_bits - 32));
            if ((first ^ first << 8) >> 8 == 0)
                continue;
            if (auto name = fileSignature(EncodedBytes(m_run.data() + begin, m_run.size() - begin, m_bits), first))
                return name;
        }
        return std::nullopt;
    }

    QStringView m_text;
    unsigned m_bits;
    std::vector<uint8_t> m_run;
};

// The media type of a data: URI that has something in it; empty for "data: see below". `from` is behind the colon.
QStringView dataUriType(QStringView text, qsizetype from) {
    constexpr qsizetype LongestHead = 200;
    static const QString inHead = QStringLiteral("/+.-_;=*'\"");
    qsizetype end = from;
    while (end < text.size() && end - from < LongestHead &&
           (text[end].isLetterOrNumber() || inHead.contains(text[end])))
        ++end;
    while (end < text.size() && text[end].isSpace() && end - from < LongestHead) // a wrapped line
        ++end;
    const QStringView head = text.mid(from, end - from);
    const bool isHead = head.contains(QLatin1Char('/')) || head.contains(QLatin1String(";base64"), Qt::CaseInsensitive);
    const QStringView payload = text.mid(end + 1, 8);
    const bool hasPayload = payload.size() == 8 && !payload.front().isSpace();
    return isHead && hasPayload && end < text.size() && text[end] == QLatin1Char(',') ? head : QStringView();
}

QString nameOfType(QStringView type) {
    if (type.startsWith(QLatin1String("image/"), Qt::CaseInsensitive))
        return QStringLiteral("a picture");
    if (type.startsWith(QLatin1String("video/"), Qt::CaseInsensitive))
        return QStringLiteral("a video");
    if (type.startsWith(QLatin1String("audio/"), Qt::CaseInsensitive))
        return QStringLiteral("a sound recording");
    return QStringLiteral("a file");
}

std::optional<QString> dataUriIn(QStringView text) {
    const QLatin1String scheme("data:");
    for (qsizetype at = text.indexOf(scheme, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(scheme, at + 1, Qt::CaseInsensitive)) {
        if (const QStringView type = dataUriType(text, at + scheme.size()); !type.isEmpty())
            return nameOfType(type);
    }
    return std::nullopt;
}

} // namespace

std::optional<QString> encodedFileIn(QStringView text) {
    if (auto found = Scan(text, 6).find())
        return found;
    if (auto found = Scan(text, 4).find())
        return found;
    return dataUriIn(text);
}

} // namespace core

#include "core/record/searchtext.h"
#include <QJsonArray>
#include <array>
#include <string_view>

namespace core::record {

namespace {

constexpr int excerptBefore = 40;
constexpr int excerptLength = 160;

bool isMark(char32_t c) {
    const auto category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || category == QChar::Other_Format;
}

// Letters that do not decompose into a letter and an accent, and that people type without it.
char16_t plainLetter(char32_t c) {
    switch (c) {
    case U'ł':
        return u'l';
    case U'ø':
        return u'o';
    case U'đ':
        return u'd';
    case U'ħ':
        return u'h';
    case U'ı':
        return u'i';
    case U'’':
        return u'\'';
    default:
        return 0;
    }
}

void appendFolded(QString& out, char32_t c) {
    c = QChar::toCaseFolded(c);
    if (const char16_t plain = plainLetter(c)) {
        out.append(QChar(plain));
        return;
    }
    const QString parts = QChar::decomposition(c);
    if (parts.isEmpty() || QChar::decompositionTag(c) == QChar::NoBreak) {
        if (!isMark(c))
            out.append(QChar::fromUcs4(c));
        return;
    }
    for (const char32_t part : parts.toUcs4())
        appendFolded(out, part);
}

// Most text is plain letters: those below 0x180 are folded once and looked up.
const QString& foldedBelow180(char16_t c) {
    static const std::array<QString, 0x180> table = [] {
        std::array<QString, 0x180> made;
        for (char16_t i = 0; i < 0x180; ++i)
            appendFolded(made[i], i);
        return made;
    }();
    return table[c];
}

// Calls take(folded text, its place in the original) for one character after the other.
template <class Take>
void foldEach(QStringView text, Take take) {
    QString folded;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text[i].unicode();
        if (unit < 0x80) {
            const char16_t lower = unit >= u'A' && unit <= u'Z' ? char16_t(unit + 32) : unit;
            take(QStringView(&lower, 1), i);
        } else if (unit < 0x180) {
            take(QStringView(foldedBelow180(unit)), i);
        } else {
            const bool pair = QChar::isHighSurrogate(unit) && i + 1 < text.size() && text[i + 1].isLowSurrogate();
            folded.clear();
            appendFolded(folded, pair ? QChar::surrogateToUcs4(unit, text[i + 1].unicode()) : unit);
            take(QStringView(folded), i);
            i += pair;
        }
    }
}

bool isWordPart(QStringView folded) {
    const char16_t first = folded[0].unicode();
    if (first < 0x80)
        return (first >= u'a' && first <= u'z') || (first >= u'0' && first <= u'9');
    return folded[0].isSurrogate() || folded[0].isLetterOrNumber() || folded[0].isSymbol();
}

// Words as they are searched, and on demand where each character of theirs lies in the original.
QString wordsOf(QStringView text, std::vector<qsizetype>* origins = nullptr) {
    QString words;
    words.reserve(text.size() + 1);
    bool inWord = false;
    foldEach(text, [&](QStringView folded, qsizetype place) {
        if (folded.isEmpty())
            return; // an accent by itself does not end a word
        if (folded == u"'" && inWord)
            return; // "didn't" is found by "didnt"
        if (!isWordPart(folded)) {
            inWord = false;
            return;
        }
        if (!inWord) {
            words.append(QLatin1Char(' '));
            if (origins)
                origins->push_back(place);
        }
        inWord = true;
        words.append(folded);
        if (origins)
            origins->insert(origins->end(), std::size_t(folded.size()), place);
    });
    return words;
}

void appendText(QString& out, const QString& text) {
    if (text.isEmpty())
        return;
    if (!out.isEmpty())
        out.append(QLatin1Char('\n'));
    out.append(text);
}

void appendEverything(QString& out, const QJsonValue& value) {
    if (value.isString())
        appendText(out, value.toString());
    for (const QJsonValue& one : value.toArray())
        appendEverything(out, one);
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        if (member.key() != QLatin1String("ref"))
            appendEverything(out, member.value());
}

void appendField(QString& out, const guide::Field& field, const QJsonValue& value);

void appendRows(QString& out, const guide::Field& field, const QJsonValue& value) {
    for (const QJsonValue& row : value.toArray()) {
        const QJsonObject object = row.toObject();
        for (const guide::Field& part : field.rows)
            appendField(out, part, object.value(part.id));
    }
}

void appendField(QString& out, const guide::Field& field, const QJsonValue& value) {
    if (value.isUndefined())
        return;
    switch (field.type) {
    case guide::FieldType::Choice:
    case guide::FieldType::Choices:
        appendText(out, guide::valueText(field, value));
        return;
    case guide::FieldType::Rows:
        appendRows(out, field, value);
        return;
    case guide::FieldType::YesNo:
    case guide::FieldType::When:
    case guide::FieldType::Authority:
    case guide::FieldType::Entry:
        return;
    case guide::FieldType::Text:
    case guide::FieldType::LongText:
    case guide::FieldType::Verbatim:
    case guide::FieldType::Duration:
    case guide::FieldType::Person:
    case guide::FieldType::People:
        appendEverything(out, value);
        return;
    }
}

} // namespace

QString foldedForSearch(QStringView text) {
    QString out;
    out.reserve(text.size());
    foldEach(text, [&](QStringView folded, qsizetype) { out.append(folded); });
    return out;
}

QString searchableText(const guide::Form* form, const QJsonObject& fields, Veiled veiled) {
    QString text;
    if (!form)
        appendEverything(text, fields);
    else
        for (const guide::Field& field : form->fields)
            if (veiled == Veiled::Found || field.sensitivity != QLatin1String("special"))
                appendField(text, field, fields.value(field.id));
    return text;
}

QByteArray wordsForSearch(QStringView text) {
    return wordsOf(text).toUtf8();
}

std::vector<QByteArray> beginningsOf(QStringView typed) {
    std::vector<QByteArray> beginnings;
    for (const QByteArray& word : wordsForSearch(typed).split(' '))
        if (!word.isEmpty())
            beginnings.push_back(' ' + word);
    return beginnings;
}

bool containsAll(const QByteArray& words, const std::vector<QByteArray>& beginnings) {
    const std::string_view all(words.constData(), std::size_t(words.size()));
    for (const QByteArray& beginning : beginnings)
        if (all.find(std::string_view(beginning.constData(), std::size_t(beginning.size()))) == std::string_view::npos)
            return false;
    return true;
}

Hit excerptOf(const QString& text, const std::vector<QByteArray>& beginnings) {
    std::vector<qsizetype> origins;
    const QString words = wordsOf(text, &origins);
    qsizetype first = text.size();
    qsizetype last = first;
    for (const QByteArray& beginning : beginnings) {
        const QString wanted = QString::fromUtf8(beginning);
        const qsizetype at = words.indexOf(wanted);
        if (at < 0 || origins[std::size_t(at)] >= first)
            continue;
        first = origins[std::size_t(at)];
        last = origins[std::size_t(at + wanted.size() - 1)];
    }
    Hit hit;
    const bool found = first < text.size();
    qsizetype from = found ? std::max<qsizetype>(0, first - excerptBefore) : 0;
    if (from > 0 && text[from].isLowSurrogate())
        --from;
    qsizetype to = std::min(text.size(), from + excerptLength);
    if (to < text.size() && text[to].isLowSurrogate())
        ++to;
    hit.excerpt = text.mid(from, to - from);
    for (QChar& c : hit.excerpt)
        if (c.isSpace() && c != QChar::Nbsp)
            c = QLatin1Char(' ');
    if (found) {
        hit.from = int(first - from);
        qsizetype end = last + 1;
        while (end < text.size() && (text[end].isLowSurrogate() || isMark(text[end].unicode())))
            ++end;
        hit.length = int(std::min(end, to) - first);
    }
    return hit;
}

} // namespace core::record

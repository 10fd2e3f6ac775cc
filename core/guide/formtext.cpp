#include "core/base/occurred.h"
#include "core/guide/form.h"
#include "core/guide/formreader.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

namespace core::guide {

namespace {

constexpr qsizetype LongestOnOneLine = 300;

QString optionLabel(const Field& field, const QString& id) {
    for (const Option& option : field.options) {
        if (option.id == id)
            return option.label;
    }
    return id;
}

QString yesNoText(const QString& id) {
    if (id == QLatin1String("yes"))
        return QCoreApplication::translate("Form", "Yes");
    if (id == QLatin1String("no"))
        return QCoreApplication::translate("Form", "No");
    return id == QLatin1String("not-known") ? QCoreApplication::translate("Form", "Not known") : id;
}

QString whenText(const QString& text) {
    if (text.isEmpty())
        return {}; // not asked or not answered
    const auto when = Occurred::parse(text);
    return when && when->isKnown() ? occurredForPeople(*when) : text;
}

QString named(const std::function<QString(const QString&)>& names, const QString& id) {
    const QString name = names && !id.isEmpty() ? names(id) : QString(); // nothing has no name
    return name.isEmpty() ? id : name;
}

QString plainValue(const QJsonValue& value) { // of an entry that no form field asked for in this shape
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    return value.isBool() ? yesNoText(value.toBool() ? QStringLiteral("yes") : QStringLiteral("no")) : value.toString();
}

QString withColon(const QString& label, const QString& text) { // "Reason: …" but "Was she seen? Yes"
    const bool asks = label.endsWith(QLatin1Char('?')) || label.endsWith(QLatin1Char(':'));
    return label + (asks ? QStringLiteral(" ") : QStringLiteral(": ")) + text;
}

QString labelOf(const QString& label, const QString& child, const ValueNames& names) {
    return filled(names.worded ? names.worded(label) : label, child);
}

QString rowText(const Field& field, const QJsonObject& row, const ValueNames& names) {
    QStringList lines;
    for (const Field& part : field.rows) {
        if (row.contains(part.id))
            lines +=
                withColon(labelOf(part.shortLabel(), QString(), names), valueText(part, row.value(part.id), names));
    }
    return lines.join(QLatin1Char('\n'));
}

QString listText(const QJsonValue& list, const QString& between,
                 const std::function<QString(const QJsonValue&)>& text) {
    QStringList texts;
    for (const QJsonValue& one : list.toArray())
        texts += text(one);
    return texts.join(between);
}

QString onOneLine(const QString& text) {
    const QString line = text.simplified();
    if (line.size() <= LongestOnOneLine)
        return line;
    qsizetype end = line.lastIndexOf(QLatin1Char(' '), LongestOnOneLine);
    if (end < LongestOnOneLine / 2)
        end = LongestOnOneLine - (line[LongestOnOneLine - 1].isHighSurrogate() ? 1 : 0);
    return line.left(end) + QChar(0x2026);
}

bool beginsASentence(const QString& text, qsizetype at) {
    qsizetype before = at - 1;
    while (before >= 0 && (text[before].isSpace() || text[before] == QChar(0x201C)))
        --before;
    return before < 0 || (before < at - 1 && QStringLiteral(".?!").contains(text[before]));
}

// A term nobody has put a nation's words for reads as its id does: "children's-social-care".
QString leftOver(const QString& name, const QString& child) {
    if (name == QLatin1String("child"))
        return child.isEmpty() ? QCoreApplication::translate("Form", "the child") : child;
    return QString(name).remove(QStringLiteral("term:")).replace(QLatin1Char('-'), QLatin1Char(' '));
}

} // namespace

QString atSentence(const QString& text, qsizetype at, QString words) {
    if (!words.isEmpty() && beginsASentence(text, at))
        words[0] = words[0].toUpper();
    return words;
}

QString filled(const QString& text, const QString& child) {
    static const QRegularExpression place(QStringLiteral("\\{(child|term:[^{}]*)\\}"));
    if (!text.contains(QLatin1Char('{')))
        return text;
    QString result;
    qsizetype from = 0;
    for (auto it = place.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        result += text.mid(from, match.capturedStart() - from);
        result += atSentence(text, match.capturedStart(), leftOver(match.captured(1), child));
        from = match.capturedEnd();
    }
    return result + text.mid(from);
}

QString valueText(const Field& field, const QJsonValue& value, const ValueNames& names) {
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText:
        return defanged(plainValue(value));
    case FieldType::Verbatim: // the child's own words: never touched
    case FieldType::Duration:
        return plainValue(value);
    case FieldType::Choice:
        return labelOf(optionLabel(field, value.toString()), QString(), names);
    case FieldType::Choices:
        return listText(value, QStringLiteral(", "), [&](const QJsonValue& one) {
            return labelOf(optionLabel(field, one.toString()), QString(), names);
        });
    case FieldType::YesNo:
        return yesNoText(plainValue(value));
    case FieldType::When:
        return whenText(value.toString());
    case FieldType::Person:
        return value.toObject().value(QLatin1String("name")).toString();
    case FieldType::People:
        return listText(value, QStringLiteral(", "),
                        [](const QJsonValue& one) { return one.toObject().value(QLatin1String("name")).toString(); });
    case FieldType::Authority:
        return named(names.authority, value.toString());
    case FieldType::Entry:
        return named(names.entry, value.toString());
    case FieldType::Rows:
        return listText(value, QStringLiteral("\n\n"),
                        [&](const QJsonValue& one) { return rowText(field, one.toObject(), names); });
    }
    return {};
}

// Only what a program would make a link of: a scheme, www., a name that ends like a web address, or any name before a
// slash.
QString defanged(const QString& text) {
    static const QRegularExpression address(
        QStringLiteral(
            "(?<![\\w.@-])(?:([a-z][a-z0-9+-]{1,11})(://)([^\\s/?#]++)|(www\\.[^\\s/?#]++)|"
            "((?:[a-z0-9-]{1,63}+\\.){1,10}"
            "(?:(?:com|org|net|uk|wales|cymru|eu|ie|ru|cn|io|tv|gg|dev|app|xyz|onion|gl|ly)(?![\\w-]|\\.\\w|@)|"
            "[a-z]{2,12}(?=/))))"),
        QRegularExpression::CaseInsensitiveOption);
    if (!text.contains(QLatin1Char('.')) && !text.contains(QStringLiteral("://")))
        return text;
    QString result;
    qsizetype from = 0;
    for (auto it = address.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        QString host = match.captured(3) + match.captured(4) + match.captured(5);
        QString scheme = match.captured(1);
        if (scheme.startsWith(QLatin1String("http"), Qt::CaseInsensitive))
            scheme.replace(1, 2, QStringLiteral("xx"));
        result += text.mid(from, match.capturedStart() - from) + scheme + match.captured(2) +
                  (host.contains(QStringLiteral("[.]")) ? host : host.replace(QLatin1Char('.'), QStringLiteral("[.]")));
        from = match.capturedEnd();
    }
    return result + text.mid(from);
}

std::vector<Line> entryLines(const Form& form, const QJsonObject& fields, const QString& child,
                             const ValueNames& names) {
    std::vector<Line> lines;
    for (const Field& field : form.fields) {
        if (const QString text = valueText(field, fields.value(field.id), names); !text.isEmpty())
            lines.push_back(
                {labelOf(field.label, child, names), text, field.type, field.sensitivity == QLatin1String("special")});
    }
    return lines;
}

std::vector<Line> askedLines(const Form& form, const ConditionContext& context, const QString& occurred,
                             const QString& child, const ValueNames& names) {
    std::vector<Line> lines;
    const auto add = [&](const Field& field, const QJsonValue& value) {
        lines.push_back({labelOf(field.label, child, names), valueText(field, value, names), field.type,
                         field.sensitivity == QLatin1String("special")});
    };
    const auto addOccurred = [&](const QString& after) {
        if (form.askOccurred && form.occurredAfter == after)
            add(occurredField(form), occurred);
    };
    const QStringList shown = shownFields(form, context);
    const QJsonObject answers = withoutHidden(form, context);
    addOccurred({});
    for (const Field& field : form.fields) {
        if (shown.contains(field.id))
            add(field, answers.value(field.id));
        addOccurred(field.id);
    }
    return lines;
}

QString headline(const Form& form, const QJsonObject& fields, const ValueNames& names) {
    QStringList values;
    for (const QString& id : form.headline) {
        const Field* field = form.field(id);
        const QString text = field ? valueText(*field, fields.value(id), names) : QString();
        if (text.isEmpty())
            continue;
        // A bare "No" says nothing, and beside the name of the form the wrong thing.
        const bool bare = field->type == FieldType::YesNo;
        values += bare ? withColon(labelOf(field->shortLabel(), QString(), names), text) : onOneLine(text);
    }
    return values.join(QStringLiteral(", "));
}

QString detailLine(const Form& form, const QJsonObject& fields, const ValueNames& names) {
    QStringList values;
    for (const Field& field : form.fields) {
        const bool wanted = form.detail.isEmpty() ? !form.headline.contains(field.id) : form.detail.contains(field.id);
        const QString text = wanted ? valueText(field, fields.value(field.id), names) : QString();
        if (!text.isEmpty())
            values += withColon(labelOf(field.shortLabel(), QString(), names), onOneLine(text));
    }
    return values.join(QStringLiteral(" \u00B7 "));
}

} // namespace core::guide

#include "core/guide/reading.h"
#include <QRegularExpression>
#include <algorithm>
#include <cmath>

namespace core::guide {

void Findings::note(const QString& where, const QString& what) {
    m_lines += where + QStringLiteral(": ") + what;
}

Error Findings::error() const {
    return {ErrorCode::ResourceBroken, m_lines.join(QLatin1Char('\n'))};
}

void Findings::noteText(const QString& where, const QString& text) {
    static const QRegularExpression place(QStringLiteral("\\{([^{}]*)\\}"));
    if (!text.contains(QLatin1Char('{')) && !text.contains(QLatin1Char('}')))
        return;
    QString rest = text;
    rest.remove(place);
    if (rest.contains(QLatin1Char('{')) || rest.contains(QLatin1Char('}')))
        note(where, QStringLiteral("a single brace in \"%1\"").arg(text));
    for (auto it = place.globalMatch(text); it.hasNext();) {
        const QString name = it.next().captured(1);
        if (name.startsWith(QLatin1String("term:")))
            m_terms.append({name.mid(5), where});
        else if (name != QLatin1String("child"))
            note(where, QStringLiteral("unknown place {%1}").arg(name));
    }
}

Reader::Reader(const QJsonValue& value, const QString& where, Findings& findings)
    : m_json(value.toObject()), m_where(where), m_findings(&findings) {
    if (!value.isObject())
        note(QStringLiteral("an object is wanted here"));
}

QJsonValue Reader::take(const char* key) {
    m_asked.append(key);
    return m_json.value(QLatin1String(key));
}

QString Reader::text(const char* key) {
    const QJsonValue value = take(key);
    if (!value.isUndefined() && !value.isString())
        note(QStringLiteral("\"%1\" is not text").arg(QLatin1String(key)));
    m_findings->noteText(m_where, value.toString());
    return value.toString();
}

QString Reader::need(const char* key) {
    const QString value = text(key);
    if (value.trimmed().isEmpty())
        note(QStringLiteral("\"%1\" is missing").arg(QLatin1String(key)));
    return value;
}

QString Reader::id(const char* key) {
    static const QRegularExpression shape(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9_-]*$"));
    const QString value = need(key);
    if (!value.isEmpty() && !shape.match(value).hasMatch())
        note(QStringLiteral("\"%1\" is no id").arg(value));
    return value;
}

QString Reader::oneOf(const char* key, const QStringList& allowed, const QString& otherwise) {
    if (!has(key) && allowed.contains(otherwise))
        return otherwise;
    const QString value = text(key);
    if (!allowed.contains(value))
        note(QStringLiteral("\"%1\" cannot be \"%2\"").arg(QLatin1String(key), value));
    return value;
}

QStringList Reader::texts(const char* key) {
    return textsOf(take(key), QLatin1String(key));
}

std::vector<std::pair<QString, QStringList>> Reader::lists() {
    std::vector<std::pair<QString, QStringList>> all;
    for (auto it = m_json.constBegin(); it != m_json.constEnd(); ++it)
        all.emplace_back(it.key(), textsOf(it.value(), it.key()));
    return all;
}

QStringList Reader::textsOf(const QJsonValue& value, const QString& key) {
    if (!value.isUndefined() && !value.isArray())
        note(QStringLiteral("\"%1\" is not a list").arg(key));
    QStringList list;
    for (const QJsonValue& one : value.toArray()) {
        if (one.toString().trimmed().isEmpty())
            note(QStringLiteral("\"%1\" holds something that is not text").arg(key));
        m_findings->noteText(m_where, one.toString());
        list += one.toString();
    }
    return list;
}

bool Reader::flag(const char* key, bool otherwise) {
    const QJsonValue value = take(key);
    if (!value.isUndefined() && !value.isBool())
        note(QStringLiteral("\"%1\" is neither true nor false").arg(QLatin1String(key)));
    return value.toBool(otherwise);
}

int Reader::number(const char* key, int otherwise, int least, int most) {
    const QJsonValue value = take(key);
    const double number = value.isUndefined() ? otherwise : value.toDouble(NAN);
    if (number >= least && number <= most && number == std::floor(number))
        return static_cast<int>(number);
    note(QStringLiteral("\"%1\" is not a number from %2 to %3").arg(QLatin1String(key)).arg(least).arg(most));
    return otherwise;
}

QDate Reader::date(const char* key) {
    const QString value = text(key);
    const QDate date = QDate::fromString(value, QStringLiteral("yyyy-MM-dd"));
    if (!date.isValid())
        note(QStringLiteral("\"%1\" is no date: \"%2\"").arg(QLatin1String(key), value));
    return date;
}

Condition Reader::condition(const char* key) {
    const auto condition = Condition::parse(take(key), QLatin1String(key));
    if (condition)
        return *condition;
    note(condition.error().detail);
    return {};
}

Reader Reader::object(const char* key) {
    const QJsonValue value = take(key);
    return Reader(value.isUndefined() ? QJsonValue(QJsonObject()) : value,
                  m_where + QLatin1Char(' ') + QLatin1String(key), *m_findings);
}

std::vector<Reader> Reader::objects(const char* key) {
    const QJsonValue value = take(key);
    if (!value.isUndefined() && !value.isArray())
        note(QStringLiteral("\"%1\" is not a list").arg(QLatin1String(key)));
    std::vector<Reader> readers;
    for (const QJsonValue& one : value.toArray())
        readers.emplace_back(one, m_where, *m_findings);
    return readers;
}

QJsonObject Reader::raw(const char* key) {
    const QJsonValue value = take(key);
    if (!value.isUndefined() && !value.isObject())
        note(QStringLiteral("\"%1\" is not an object").arg(QLatin1String(key)));
    return value.toObject();
}

void Reader::done() {
    for (auto it = m_json.constBegin(); it != m_json.constEnd(); ++it) {
        const auto isThis = [&](const char* asked) { return it.key() == QLatin1String(asked); };
        if (std::none_of(m_asked.begin(), m_asked.end(), isThis))
            note(QStringLiteral("unknown key \"%1\"").arg(it.key()));
    }
}

} // namespace core::guide

#include "core/guide/condition.h"
#include <QJsonArray>
#include <algorithm>
#include <cmath>

namespace core::guide {

namespace {

const QLatin1String NotKnown("not-known");

QStringList textsOf(const QJsonValue& value) { // every text inside, however deep
    if (value.isString())
        return {value.toString()};
    QStringList texts;
    if (value.isArray()) {
        for (const QJsonValue& part : value.toArray())
            texts += textsOf(part);
    } else if (value.isObject()) {
        for (const QJsonValue& part : value.toObject())
            texts += textsOf(part);
    }
    return texts;
}

QStringList answersOf(const QJsonValue& value) { // a choice is one, choices are several; people and rows are none
    if (value.isString())
        return value.toString().isEmpty() ? QStringList() : QStringList(value.toString());
    QStringList answers;
    for (const QJsonValue& part : value.toArray()) {
        if (part.isString())
            answers += part.toString();
    }
    return answers;
}

bool isFilled(const QJsonValue& value) {
    const QStringList texts = textsOf(value);
    return std::any_of(texts.begin(), texts.end(), [](const QString& t) { return !t.isEmpty() && t != NotKnown; });
}

// "exchanges.asked" is one column of the rows in "exchanges".
QJsonValue answerAt(const QJsonObject& fields, const QString& name) {
    const qsizetype dot = name.indexOf(QLatin1Char('.'));
    if (dot < 0)
        return fields.value(name);
    QJsonArray column;
    for (const QJsonValue& row : fields.value(name.left(dot)).toArray())
        column.append(row.toObject().value(name.mid(dot + 1)));
    return column;
}

QString folded(const QString& text) {
    return text.simplified().toCaseFolded().replace(QChar(0x2019), QLatin1Char('\''));
}

bool beginsAWord(const QString& text, qsizetype at) {
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

bool holdsPhrase(const QString& text, const QString& phrase) {
    for (qsizetype at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
        if (beginsAWord(text, at))
            return true;
    }
    return false;
}

bool holdsAPhraseOf(const QStringList& texts, const QStringList& phrases) {
    for (const QString& text : texts) {
        const QString searched = folded(text);
        for (const QString& phrase : phrases) {
            if (holdsPhrase(searched, folded(phrase)))
                return true;
        }
    }
    return false;
}

bool anyIn(const QStringList& some, const QStringList& list) {
    return std::any_of(some.begin(), some.end(), [&](const QString& one) { return list.contains(one); });
}

bool anyPersonIs(const QJsonValue& value, const QStringList& parts, const ConditionContext& context) {
    if (!context.personParts)
        return false;
    if (!value.isArray())
        return anyIn(context.personParts(value), parts);
    const QJsonArray people = value.toArray();
    return std::any_of(people.begin(), people.end(),
                       [&](const QJsonValue& person) { return anyIn(context.personParts(person), parts); });
}

bool isBelow(const QStringList& answers, int limit) {
    bool isNumber = false;
    const int number = answers.value(0).toInt(&isNumber);
    return isNumber && number < limit;
}

bool isKnown(const QStringList& answers) {
    return std::any_of(answers.begin(), answers.end(), [](const QString& a) { return !a.isEmpty() && a != NotKnown; });
}

} // namespace

// Reads one level; what is wrong is said with the place it stands in.
class ConditionParser {
public:
    ConditionParser(const QJsonObject& json, const QString& where) : m_json(json), m_where(where) {}

    Result<Condition> parse() {
        if (m_json.isEmpty())
            return Condition();
        for (const auto& [key, kind] : kinds()) {
            if (m_json.contains(key))
                return parseKind(key, kind);
        }
        return broken(QStringLiteral("unknown condition \"%1\"").arg(m_json.keys().first()));
    }

private:
    using Kind = Condition::Kind;
    using Test = Condition::Test;

    static const QList<std::pair<QLatin1String, Kind>>& kinds() {
        static const QList<std::pair<QLatin1String, Kind>> all{
            {QLatin1String("all"), Kind::All},     {QLatin1String("any"), Kind::Any},
            {QLatin1String("not"), Kind::Not},     {QLatin1String("fact"), Kind::Fact},
            {QLatin1String("field"), Kind::Field}, {QLatin1String("recorded"), Kind::Recorded}};
        return all;
    }

    tl::unexpected<Error> broken(const QString& what) const {
        return fail(ErrorCode::ResourceBroken, m_where + QStringLiteral(": ") + what);
    }

    Result<Condition> parseKind(QLatin1String key, Kind kind) {
        m_result.m_kind = kind;
        const QJsonValue value = m_json.value(key);
        if (kind == Kind::Fact || kind == Kind::Field)
            return parseNamed(value);
        if (m_json.size() != 1)
            return broken(QStringLiteral("\"%1\" stands alone").arg(key));
        if (kind == Kind::Recorded)
            return parseRecorded(value);
        if (kind == Kind::Not)
            return parsePart(value);
        return parseParts(value);
    }

    Result<Condition> parseRecorded(const QJsonValue& value) {
        m_result.m_name = value.toString();
        if (m_result.m_name.isEmpty())
            return broken(QStringLiteral("\"recorded\" wants the id of a form"));
        return m_result;
    }

    Result<Condition> parsePart(const QJsonValue& value) {
        auto part = Condition::parse(value, m_where);
        if (!part)
            return part;
        m_result.m_parts.push_back(*part);
        return m_result;
    }

    Result<Condition> parseParts(const QJsonValue& value) {
        const QJsonArray parts = value.toArray();
        if (parts.isEmpty())
            return broken(QStringLiteral("\"all\" and \"any\" want a list of conditions"));
        for (const QJsonValue& json : parts) {
            if (auto part = parsePart(json); !part)
                return part;
        }
        return m_result;
    }

    Result<Condition> parseNamed(const QJsonValue& value) {
        m_result.m_name = value.toString();
        if (m_result.m_name.isEmpty() || m_json.size() != 2)
            return broken(QStringLiteral("a fact or field wants its name and one test"));
        const QJsonObject json = m_json;
        for (auto it = json.begin(); it != json.end(); ++it) {
            if (it.key() != QLatin1String("fact") && it.key() != QLatin1String("field"))
                return parseTest(it.key(), it.value());
        }
        return broken(QStringLiteral("\"%1\" wants one test").arg(m_result.m_name));
    }

    Result<Condition> parseTest(const QString& key, const QJsonValue& value) {
        const bool ofField = m_result.m_kind == Kind::Field;
        if (key == QLatin1String("is") || key == QLatin1String("isNot"))
            return withValues(key == QLatin1String("is") ? Test::Is : Test::IsNot, value.isString(), value);
        if (key == QLatin1String("in"))
            return withValues(Test::In, value.isArray(), value);
        if (key == QLatin1String("known"))
            return withKnown(value);
        if (key == QLatin1String("below") && !ofField)
            return withNumber(value);
        if (key == QLatin1String("personIs") && ofField)
            return withValues(Test::PersonIs, value.isArray(), value);
        if (key == QLatin1String("phrases") && ofField)
            return withValues(Test::Phrases, value.isString(), value);
        return broken(QStringLiteral("unknown test \"%1\"").arg(key));
    }

    Result<Condition> withValues(Test test, bool rightType, const QJsonValue& value) {
        const QJsonArray list = value.isArray() ? value.toArray() : QJsonArray{value};
        for (const QJsonValue& one : list) {
            if (one.toString().isEmpty())
                rightType = false;
            m_result.m_values += one.toString();
        }
        if (!rightType || list.isEmpty())
            return broken(QStringLiteral("the test of \"%1\" wants text").arg(m_result.m_name));
        m_result.m_test = test;
        return m_result;
    }

    Result<Condition> withKnown(const QJsonValue& value) {
        if (!value.isBool())
            return broken(QStringLiteral("\"known\" is true or false"));
        m_result.m_test = Test::Known;
        m_result.m_wanted = value.toBool();
        return m_result;
    }

    Result<Condition> withNumber(const QJsonValue& value) {
        const double number = value.toDouble(NAN);
        if (std::isnan(number) || number != std::floor(number) || std::abs(number) > 1000)
            return broken(QStringLiteral("\"below\" wants a whole number"));
        m_result.m_test = Test::Below;
        m_result.m_number = static_cast<int>(number);
        return m_result;
    }

    QJsonObject m_json;
    QString m_where;
    Condition m_result;
};

Result<Condition> Condition::parse(const QJsonValue& json, const QString& where) {
    if (json.isUndefined())
        return Condition();
    if (!json.isObject())
        return fail(ErrorCode::ResourceBroken, where + QStringLiteral(": a condition is an object"));
    return ConditionParser(json.toObject(), where).parse();
}

bool Condition::holds(const ConditionContext& context) const {
    const auto partHolds = [&](const Condition& part) { return part.holds(context); };
    switch (m_kind) {
    case Kind::Always:
        return true;
    case Kind::All:
        return std::all_of(m_parts.begin(), m_parts.end(), partHolds);
    case Kind::Any:
        return std::any_of(m_parts.begin(), m_parts.end(), partHolds);
    case Kind::Not:
        return !m_parts.front().holds(context);
    case Kind::Fact:
        return holdsFor(context.facts.value(m_name));
    case Kind::Field:
        return holdsForField(context);
    case Kind::Recorded:
        return context.recorded && context.recorded(m_name);
    }
    return false;
}

bool Condition::holdsFor(const QStringList& answers) const {
    switch (m_test) {
    case Test::Is:
    case Test::In:
        return anyIn(answers, m_values);
    case Test::IsNot:
        return !anyIn(answers, m_values);
    case Test::Known:
        return isKnown(answers) == m_wanted;
    case Test::Below:
        return isBelow(answers, m_number);
    case Test::PersonIs:
    case Test::Phrases:
        return false;
    }
    return false;
}

bool Condition::holdsForField(const ConditionContext& context) const {
    const QJsonValue value = answerAt(context.fields, m_name);
    switch (m_test) {
    case Test::Is:
    case Test::In:
    case Test::IsNot:
    case Test::Below:
        return holdsFor(answersOf(value));
    case Test::Known:
        return isFilled(value) == m_wanted;
    case Test::PersonIs:
        return anyPersonIs(value, m_values, context);
    case Test::Phrases: {
        const QStringList* phrases = context.phrases ? context.phrases(m_values.front()) : nullptr;
        return phrases && holdsAPhraseOf(textsOf(value), *phrases);
    }
    }
    return false;
}

std::vector<Condition::Use> Condition::uses() const {
    std::vector<Use> all;
    if (m_kind == Kind::Fact || m_kind == Kind::Field || m_kind == Kind::Recorded)
        all.push_back({m_kind, m_test, m_name, m_values});
    for (const Condition& part : m_parts) {
        const std::vector<Use> inner = part.uses();
        all.insert(all.end(), inner.begin(), inner.end());
    }
    return all;
}

namespace {

QStringList namesOf(const std::vector<Condition::Use>& uses, Condition::Kind kind) {
    QStringList names;
    for (const Condition::Use& use : uses) {
        if (use.kind == kind && !names.contains(use.name))
            names += use.name;
    }
    return names;
}

} // namespace

QStringList Condition::factNames() const {
    return namesOf(uses(), Kind::Fact);
}
QStringList Condition::fieldNames() const {
    return namesOf(uses(), Kind::Field);
}
QStringList Condition::formNames() const {
    return namesOf(uses(), Kind::Recorded);
}

QStringList Condition::phraseLists() const {
    QStringList lists;
    for (const Use& use : uses()) {
        if (use.kind == Kind::Field && use.test == Test::Phrases)
            lists += use.values;
    }
    return lists;
}

} // namespace core::guide

#include "core/base/encodedfile.h"
#include "core/base/id.h"
#include "core/base/occurred.h"
#include "core/guide/form.h"
#include "core/guide/formreader.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>
#include <algorithm>

namespace core::guide {

namespace {

constexpr qsizetype LongestLine = 1000;      // characters
constexpr qsizetype LongestText = 1'000'000; // bytes

using Kind = FieldProblem::Kind;

QString say(const char* english) {
    return QCoreApplication::translate("FormProblem", english);
}

bool isFilledIn(const QJsonObject& fields, const Field& field) {
    return fields.contains(field.id);
}

// "20 minutes", "1 hour 30", "1h 30m", "about half an hour", "2-3 days"
bool isDuration(const QString& typed) {
    static const QRegularExpression shape(
        QStringLiteral("^(about |around |nearly |over |under |less than |more than )?"
                       "(half an hour|an hour and a half|(an?|one) (hour|minute|day|week|month)|"
                       "[0-9]{1,4}([.,][0-9]{1,2})?( ?(-|\u2013|to) ?[0-9]{1,4})? ?"
                       "(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|years?)"
                       "([ ,]*(and )?[0-9]{1,4}( ?(m|mins?|minutes?|h|hrs?|hours?|days?))?)?)$"));
    return shape.match(typed.simplified().toLower()).hasMatch();
}

class FormCheck {
public:
    FormCheck(const Form& form, const ConditionContext& context)
        : m_form(form), m_fields(withoutHidden(form, context)), m_shown(shownFields(form, context)) {}

    std::vector<FieldProblem> run() {
        for (const Field& field : m_form.fields) {
            if (m_shown.contains(field.id))
                check(field);
        }
        for (auto it = m_fields.begin(); it != m_fields.end(); ++it)
            checkKey(it.key(), it.value());
        return std::move(m_problems);
    }

private:
    void add(const QString& id, Kind kind, const Field& field, const char* sentence) {
        m_problems.push_back({id, kind, say(sentence).arg(field.label)});
    }

    void checkKey(const QString& key, const QJsonValue& value) {
        if (key.startsWith(QLatin1Char('_')))
            return checkReason(key, value);
        if (!m_form.field(key))
            m_problems.push_back({key, Kind::UnknownField, say("This form has no question “%1”.").arg(key)});
    }

    void checkReason(const QString& key, const QJsonValue& value) {
        if (value.isArray() || value.isObject()) {
            const QJsonArray parts = value.toArray();
            const QJsonObject object = value.toObject();
            for (const QJsonValue& part : parts)
                checkReason(key, part);
            for (const QJsonValue& part : object)
                checkReason(key, part);
            return;
        }
        Field reason;
        reason.type = FieldType::LongText;
        reason.label = say("the reason");
        if (value.isString())
            checkTyped(key, reason, value.toString());
    }

    void check(const Field& field) {
        if (isFilledIn(m_fields, field))
            return checkValue(field.id, field, m_fields.value(field.id));
        if (field.required)
            addRequired(field.id, field);
    }

    void addRequired(const QString& id, const Field& field) {
        if (answerIds(field).isEmpty())
            add(id, Kind::Required, field, "“%1” is empty. Fill it in.");
        else
            add(id, Kind::Required, field, "“%1” has no answer. Choose one.");
    }

    void addShape(const QString& id, const Field& field) {
        add(id, Kind::WrongShape, field, "The answer to “%1” is not of the kind this question takes. Answer it again.");
    }

    void checkValue(const QString& id, const Field& field, const QJsonValue& value) {
        switch (field.type) {
        case FieldType::Text:
        case FieldType::LongText:
        case FieldType::Verbatim:
        case FieldType::Authority:
            return value.isString() ? checkTyped(id, field, value.toString()) : addShape(id, field);
        case FieldType::Choice:
        case FieldType::YesNo:
            return value.isString() ? checkAnswers(id, field, {value.toString()}) : addShape(id, field);
        case FieldType::Choices:
            return checkChoices(id, field, value);
        case FieldType::When:
            return value.isString() ? checkWhen(id, field, value.toString()) : addShape(id, field);
        case FieldType::Duration:
            return value.isString() ? checkDuration(id, field, value.toString()) : addShape(id, field);
        case FieldType::Person:
            return checkPerson(id, field, value);
        case FieldType::People:
            return checkList(id, field, value, &FormCheck::checkPerson);
        case FieldType::Entry:
            return EntryId::parse(value.toString()) ? void() : addShape(id, field);
        case FieldType::Rows:
            return checkList(id, field, value, &FormCheck::checkRow);
        }
    }

    void checkTyped(const QString& id, const Field& field, const QString& typed) {
        const bool oneLine = field.type == FieldType::Text || field.type == FieldType::Authority ||
                             field.type == FieldType::Person || field.type == FieldType::People;
        if (!typed.isValidUtf16())
            return add(id, Kind::WrongShape, field,
                       "“%1” holds a broken character that cannot be kept. Delete that character and type it again.");
        if (oneLine && typed.size() > LongestLine)
            return add(id, Kind::TooLong, field,
                       "“%1” is longer than 1,000 characters. Shorten it, or write the rest where there is more room.");
        if (!oneLine && (typed.size() > LongestText || typed.toUtf8().size() > LongestText))
            return add(id, Kind::TooLong, field,
                       "“%1” is longer than one entry can hold. Divide it, and record the rest as a second entry.");
        if (const auto file = encodedFileIn(typed))
            m_problems.push_back(
                {id, Kind::EncodedFile,
                 say("“%1” holds %2 written as text. No file is kept here. Take it out, and write in words "
                     "what you know; leave the file where it is.")
                     .arg(field.label, *file)});
    }

    void checkAnswers(const QString& id, const Field& field, const QStringList& answers) {
        const QStringList allowed = answerIds(field);
        for (const QString& answer : answers) {
            if (!allowed.contains(answer) || answers.count(answer) > 1)
                return add(id, Kind::NotAnOption, field,
                           "“%1” has an answer that is not one of those offered. Choose again.");
        }
    }

    void checkChoices(const QString& id, const Field& field, const QJsonValue& value) {
        QStringList answers;
        for (const QJsonValue& one : value.toArray()) {
            if (!one.isString())
                return addShape(id, field);
            answers += one.toString();
        }
        if (!value.isArray())
            return addShape(id, field);
        checkAnswers(id, field, answers);
        for (const Option& option : field.options)
            if (option.alone && answers.size() > 1 && answers.contains(option.id))
                return m_problems.push_back({id, Kind::NotAnOption,
                                             say("“%1” has the answer “%2” and another one. Take out what is not so.")
                                                 .arg(field.label, option.label)});
    }

    void checkWhen(const QString& id, const Field& field, const QString& text) {
        const auto when = Occurred::parse(text);
        if (!when)
            add(id, Kind::WhenNotUnderstood, field,
                field.day ? "The date in “%1” was not understood. Write it like 14/2/2012, February 2012 or 2012."
                          : "The date in “%1” was not understood. Write it like 14/2/2025, or 14/2/2025 10:30.");
        else if (!field.future && when->start() > QDateTime::currentDateTimeUtc().addSecs(60))
            add(id, Kind::WhenNotUnderstood, field, "The date in “%1” lies in the future. Check the date.");
    }

    void checkDuration(const QString& id, const Field& field, const QString& typed) {
        if (!isDuration(typed))
            add(id, Kind::WrongShape, field,
                "How long is not clear in “%1”. Write it like 20 minutes, or 1 hour 30 minutes.");
    }

    void checkPerson(const QString& id, const Field& field, const QJsonValue& value) {
        const QJsonObject person = value.toObject();
        const QJsonValue name = person.value(QLatin1String("name"));
        const QJsonValue ref = person.value(QLatin1String("ref"));
        const bool refIsRight = ref.isUndefined() || EntryId::parse(ref.toString());
        const qsizetype known = 1 + (ref.isUndefined() ? 0 : 1);
        if (name.toString().trimmed().isEmpty() || !refIsRight || person.size() != known)
            return addShape(id, field);
        checkTyped(id, field, name.toString());
    }

    using Check = void (FormCheck::*)(const QString&, const Field&, const QJsonValue&);
    void checkList(const QString& id, const Field& field, const QJsonValue& value, Check check) {
        if (!value.isArray())
            return addShape(id, field);
        const QJsonArray list = value.toArray();
        for (qsizetype i = 0; i < list.size(); ++i)
            (this->*check)(id + QLatin1Char('.') + QString::number(i), field, list.at(i));
    }

    void checkRow(const QString& id, const Field& field, const QJsonValue& value) {
        const QJsonObject row = value.toObject();
        qsizetype known = 0;
        for (const Field& part : field.rows) {
            const QString partId = id + QLatin1Char('.') + part.id;
            if (isFilledIn(row, part)) {
                ++known;
                checkValue(partId, part, row.value(part.id));
            } else if (part.required) {
                addRequired(partId, part);
            }
        }
        if (!value.isObject() || known != row.size())
            addShape(id, field);
    }

    const Form& m_form;
    const QJsonObject m_fields;
    const QStringList m_shown;
    std::vector<FieldProblem> m_problems;
};

} // namespace

std::vector<FieldProblem> problems(const Form& form, const ConditionContext& context) {
    return FormCheck(form, context).run();
}

} // namespace core::guide

#include "core/guide/formreader.h"
#include <algorithm>
#include <array>

namespace core::guide {

namespace {

struct TypeName {
    FieldType type;
    const char* name;
};
constexpr std::array<TypeName, 13> TypeNames{{{FieldType::Text, "text"},
                                              {FieldType::LongText, "longText"},
                                              {FieldType::Verbatim, "verbatim"},
                                              {FieldType::Choice, "choice"},
                                              {FieldType::Choices, "choices"},
                                              {FieldType::YesNo, "yesNo"},
                                              {FieldType::When, "when"},
                                              {FieldType::Duration, "duration"},
                                              {FieldType::Person, "person"},
                                              {FieldType::People, "people"},
                                              {FieldType::Authority, "authority"},
                                              {FieldType::Entry, "entry"},
                                              {FieldType::Rows, "rows"}}};

bool hasOptions(FieldType type) {
    return type == FieldType::Choice || type == FieldType::Choices;
}

bool fitsInRows(FieldType type) {
    return isText(type) || type == FieldType::Choice || type == FieldType::YesNo || type == FieldType::Person;
}

void noteTwice(Reader& json, const QStringList& ids) {
    for (const QString& id : ids) {
        if (ids.count(id) > 1)
            return json.note(QStringLiteral("\"%1\" stands here twice").arg(id));
    }
}

std::vector<Option> readOptions(Reader& field) {
    std::vector<Option> options;
    QStringList ids;
    for (Reader& json : field.objects("options")) {
        Option option{json.id("id"), json.need("label"), json.text("help"), json.flag("alone")};
        json.done();
        ids += option.id;
        options.push_back(std::move(option));
    }
    noteTwice(field, ids);
    return options;
}

std::vector<Field> readFields(Reader& json, bool inRows);

void readExtras(Reader& json, Field& field) {
    if (field.type != FieldType::When) {
        if (json.has("future") || json.has("suggestDays"))
            json.note(QStringLiteral("only a when lies in the future"));
        if (json.has("day") || json.has("sameAs"))
            json.note(QStringLiteral("only a when is a day, or the same moment as another"));
    }
    if (field.birth && !field.day)
        json.note(QStringLiteral("only a day is a birth"));
    if (field.ours && field.type != FieldType::Verbatim)
        json.note(QStringLiteral("only verbatim words are ours or the child's"));
    if (!field.suggest.isEmpty() && field.type != FieldType::Text)
        json.note(QStringLiteral("only a text is suggested"));
    if ((field.type == FieldType::Rows) != json.has("fields"))
        json.note(QStringLiteral("rows, and only rows, have fields"));
    if ((field.type == FieldType::Entry) != json.has("entryRole"))
        json.note(QStringLiteral("an entry, and only an entry, has an entryRole"));
    if (hasOptions(field.type) == field.options.empty())
        json.note(QStringLiteral("a choice, and only a choice, has options"));
    const auto isAlone = [](const Option& option) { return option.alone; };
    if (field.type != FieldType::Choices && std::any_of(field.options.begin(), field.options.end(), isAlone))
        json.note(QStringLiteral("only one of several choices stands alone"));
    if (!field.fact.isEmpty() && answerIds(field).isEmpty())
        json.note(QStringLiteral("only a choice or a yesNo is a fact"));
    for (const QString& answer : field.stays) {
        if (field.fact.isEmpty() || !answerIds(field).contains(answer))
            json.note(QStringLiteral("the answer \"%1\" cannot stay").arg(answer));
    }
}

Field readField(Reader& json, bool inRows) {
    Field field;
    field.id = json.id("id");
    json.narrow(QStringLiteral("field ") + field.id);
    const QString typeName = json.need("type");
    if (const auto type = fieldTypeFromName(typeName))
        field.type = *type;
    else
        json.note(QStringLiteral("unknown type \"%1\"").arg(typeName));
    field.label = json.need("label");
    field.help = json.text("help");
    field.short_ = json.text("short");
    field.required = json.flag("required");
    field.ours = json.flag("ours");
    field.future = json.flag("future");
    field.day = json.flag("day");
    field.birth = json.flag("birth");
    field.suggestDays = json.number("suggestDays", 0, 0, 3650);
    field.sameAs = json.text("sameAs");
    static const QStringList suggestions{QString(), QStringLiteral("our-school")};
    field.suggest = json.oneOf("suggest", suggestions, QString());
    field.shownWhen = json.condition("shownWhen");
    static const QStringList sensitivities{QString(), QStringLiteral("special"), QStringLiteral("address")};
    field.sensitivity = json.oneOf("sensitivity", sensitivities, QString());
    field.fact = json.text("fact");
    field.stays = json.texts("stays");
    field.entryForm = json.has("entryRole") ? json.oneOf("entryRole", formRoles()) : QString();
    field.options = readOptions(json);
    if (inRows && (!fitsInRows(field.type) || !field.fact.isEmpty() || !field.shownWhen.isAlways()))
        json.note(QStringLiteral("this cannot stand in rows"));
    if (!inRows && json.has("fields"))
        field.rows = readFields(json, true);
    readExtras(json, field);
    json.done();
    return field;
}

std::vector<Field> readFields(Reader& json, bool inRows) {
    std::vector<Field> fields;
    QStringList ids;
    for (Reader& one : json.objects("fields")) {
        fields.push_back(readField(one, inRows));
        ids += fields.back().id;
    }
    noteTwice(json, ids);
    return fields;
}

std::vector<Advice> readAdvice(Reader& json) {
    static const QStringList numbers{QStringLiteral("police"), QStringLiteral("social-care")};
    std::vector<Advice> all;
    for (Reader& one : json.objects("advice")) {
        Advice advice{one.need("below"), one.condition("when"), one.need("title"),
                      one.text("text"),  one.texts("ring"),     one.flag("urgent")};
        for (const QString& whom : advice.ring) {
            if (!numbers.contains(whom))
                one.note(QStringLiteral("no number of \"%1\"").arg(whom));
        }
        one.done();
        all.push_back(std::move(advice));
    }
    return all;
}

void noteUnknownFields(Reader& json, const Form& form, const QStringList& ids) {
    for (const QString& id : ids) {
        if (!form.field(id))
            json.note(QStringLiteral("no field \"%1\"").arg(id));
    }
}

} // namespace

const QStringList& formRoles() {
    static const QStringList roles = QStringLiteral("child person words wishes seen observation told need-to-know "
                                                    "referral referral-progress not-referred parents device "
                                                    "restriction support plan paper decision contact review "
                                                    "step-not-needed danger note opened exported member redaction "
                                                    "moved")
                                         .split(QLatin1Char(' '));
    return roles;
}

std::optional<FieldType> fieldTypeFromName(QStringView name) {
    for (const TypeName& one : TypeNames) {
        if (name == QLatin1String(one.name))
            return one.type;
    }
    return std::nullopt;
}

bool isText(FieldType type) {
    return type == FieldType::Text || type == FieldType::LongText || type == FieldType::Verbatim;
}

bool holdsVerbatim(const Field& field) {
    return (field.type == FieldType::Verbatim && !field.ours) ||
           std::any_of(field.rows.begin(), field.rows.end(), holdsVerbatim);
}

QStringList answerIds(const Field& field) {
    if (field.type == FieldType::YesNo)
        return {QStringLiteral("yes"), QStringLiteral("no"), QStringLiteral("not-known")};
    QStringList ids;
    for (const Option& option : field.options)
        ids += option.id;
    return ids;
}

Form readForm(Reader& json) {
    static const QStringList groups{QStringLiteral("words"),     QStringLiteral("told"),    QStringLiteral("referral"),
                                    QStringLiteral("decisions"), QStringLiteral("support"), QStringLiteral("other")};
    Form form;
    form.id = json.id("id");
    form.version = json.number("version", 1, 1, 9999);
    form.title = json.need("title");
    form.intro = json.text("intro");
    form.label = json.need("label");
    form.group = json.oneOf("group", groups, QStringLiteral("other"));
    form.role = json.has("role") ? json.oneOf("role", formRoles()) : QString();
    form.addable = json.flag("addable", true);
    Reader occurred = json.object("occurred");
    form.askOccurred = occurred.flag("ask", true);
    form.occurredLabel = occurred.text("label");
    form.occurredFuture = occurred.flag("future");
    form.occurredSameAs = occurred.text("sameAs");
    form.occurredAfter = occurred.text("after");
    occurred.done();
    form.fields = readFields(json, false);
    form.advice = readAdvice(json);
    if (!form.occurredAfter.isEmpty())
        noteUnknownFields(json, form, {form.occurredAfter});
    for (const Advice& advice : form.advice)
        noteUnknownFields(json, form, {advice.below});
    form.headline = json.texts("headline");
    form.detail = json.texts("detail");
    noteUnknownFields(json, form, form.headline);
    noteUnknownFields(json, form, form.detail);
    json.done();
    return form;
}

} // namespace core::guide

#include "ui/shell/caseneeds.h"
#include "core/record/naming.h"
#include "core/record/places.h"
#include "ui/entry/numbers.h"
#include "ui/entry/wording.h"
#include "ui/rows/row.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

using namespace core;

namespace ui::shell {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ui::shell::CaseNeeds)
};

std::vector<PersonChoice> peopleOf(const record::CaseState& state, const vault::Office& office) {
    std::vector<PersonChoice> people;
    for (const record::Person& person : state.people)
        if (!person.name.isEmpty())
            people.push_back({person.name, person.ref, person.relation.isEmpty() ? person.title : person.relation});
    for (const vault::Member& member : office.members) {
        const bool there = std::any_of(people.begin(), people.end(),
                                       [&](const PersonChoice& p) { return p.ref == member.id.toString(); });
        if (!member.disabled && !there)
            people.push_back({member.name, member.id.toString(), member.title});
    }
    return people;
}

// By the address that is being written, else where the child of this case is known to live, else the only one there is.
Proposal authorityFor(const record::CaseState& state, const vault::Office& office, const QJsonObject& fields) {
    const QString address = fields.value(QLatin1String("address")).toString(),
                  postcode = fields.value(QLatin1String("postcode")).toString();
    const vault::Authority* only = office.authorities.size() == 1 ? &office.authorities.front() : nullptr;
    const bool addressed = !address.trimmed().isEmpty() || !postcode.trimmed().isEmpty();
    if (const QString there = addressed ? record::authorityAt(office, address, postcode) : QString(); !there.isEmpty())
        return {there, Texts::tr("Proposed by the address. Check it.")};
    if (!addressed && !state.child.authority.isEmpty())
        return {state.child.authority, Texts::tr("Proposed: where the child lives, as it is recorded.")};
    if (only && (!addressed || only->places.isEmpty()))
        return {only->id, Texts::tr("Proposed: your office has only this one. Check it.")};
    return {};
}

// What the office is called is all that is known of what it is.
bool isASchool(const vault::Office& office) {
    static const QRegularExpression name(
        QStringLiteral("\\b(school|academy|college|nursery|ysgol|coleg|meithrinfa)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return name.match(office.name).hasMatch();
}

QStringList numbersOf(const QString& whom, const record::CaseState& state, const guide::Guide& guide,
                      const vault::Office& office) {
    if (whom == QLatin1String("police"))
        return {entry::policeLine()};
    const QString care = entry::worded(guide, state, QStringLiteral("{term:Children's-social-care}"));
    QStringList lines = entry::socialCareNumbers(office, state.child.authority, QDateTime::currentDateTime()).full;
    for (QString& line : lines)
        line = QStringLiteral("%1: %2").arg(care, line);
    return lines;
}

} // namespace

FormNeeds needsFor(const record::CaseFile& file, const guide::Guide& guide, const vault::Office& office) {
    const record::CaseState& state = file.state();
    FormNeeds needs;
    needs.child = state.childForText();
    needs.wording = [&file, &guide](const QString& text) { return entry::worded(guide, file.state(), text); };
    needs.facts = state.facts;
    needs.personParts = [&file](const QJsonValue& person) { return file.state().personParts(person); };
    needs.recorded = [&file](const QString& form) {
        const auto& entries = file.state().entries;
        return std::any_of(entries.begin(), entries.end(),
                           [&](const record::EntryView& e) { return e.form && e.form->id == form; });
    };
    needs.phrases = [&guide](const QString& list) { return guide.phrases(list); };
    needs.people = peopleOf(state, office);
    for (const vault::Authority& authority : office.authorities)
        needs.authorities.push_back({authority.id, authority.name});
    needs.proposed = [&file, &office](const guide::Field& field, const QJsonObject& fields) {
        if (field.type == guide::FieldType::Authority)
            return authorityFor(file.state(), office, fields);
        const bool first = file.state().withRole(QStringLiteral("child")).empty(); // nothing to contradict yet
        if (field.suggest == QLatin1String("our-school") && first && isASchool(office))
            return Proposal{office.name, Texts::tr("Proposed: your own school. Change it if it is another.")};
        return Proposal();
    };
    needs.numbers = [&file, &guide, &office](const QString& whom) {
        return numbersOf(whom, file.state(), guide, office);
    };
    needs.entries = [&file](const QString& role) {
        std::vector<QPair<QString, QString>> entries;
        for (const record::EntryView* entry : file.state().withRole(role))
            entries.push_back({entry->id.toString(), record::nameOfEntry(file.state(), *entry)});
        return entries;
    };
    return needs;
}

Result<> keepDraft(record::CaseFile& file, const ledger::Draft& draft) {
    return draft.content.isEmpty() ? file.removeDraft(draft.id) : file.saveDraft(draft);
}

void addFacts(guide::Facts& facts, const guide::Form& form, const QJsonObject& fields) {
    for (const guide::Field& field : form.fields) {
        if (field.fact.isEmpty())
            continue;
        const QJsonValue value = fields.value(field.id);
        QStringList values;
        if (value.isArray()) {
            const QJsonArray array = value.toArray();
            for (const auto& one : array)
                values << one.toString();
        } else if (!value.toString().isEmpty()) {
            values << value.toString();
        }
        if (values.isEmpty())
            facts.remove(field.fact);
        else
            facts.insert(field.fact, values);
    }
}

} // namespace ui::shell

#include "core/report/blocks.h"
#include "core/report/parts.h"

namespace core::report::parts {

namespace {

using record::PersonPart;

bool isFamily(const record::Person& person) {
    switch (person.part) {
    case PersonPart::Parent:
    case PersonPart::Sibling:
    case PersonPart::OtherFamily:
        return true;
    case PersonPart::Child:
    case PersonPart::Professional:
    case PersonPart::Staff:
    case PersonPart::Alleged:
    case PersonPart::OtherChild:
    case PersonPart::Other:
        return person.household && person.part != PersonPart::Child;
    }
    return false;
}

QString involvement(const record::Person& person) {
    switch (person.involvement) {
    case record::Involvement::NotConsidered:
        return say("Not considered");
    case record::Involvement::Suspected:
        return say("Suspected");
    case record::Involvement::NotKnown:
        return notKnown();
    }
    return notKnown();
}

QString born(const Writer& w) {
    const auto age = w.state.child.ageAt(w.purpose.made.date());
    const QString when = w.when(w.state.child.born);
    return age ? say("%1 (%2 years old)").arg(when).arg(*age) : when;
}

QString fullName(const record::Child& child) {
    const QString name = QStringList{child.firstName, child.lastName}.join(u' ').trimmed();
    return child.identified || !name.isEmpty() ? orNotKnown(name) : say("Not identified yet");
}

} // namespace

void child(Writer& w) {
    const record::Child& child = w.state.child;
    if (w.purpose.recipientIsAlleged) // where the child lives and learns is not told
        return w.add(blocks::pairs({{say("Name"), fullName(child)}}));
    w.add(blocks::pairs({
        {say("Name"), fullName(child)},
        {say("Known as"), w.free(child.knownAs)},
        {say("Date of birth"), born(w)},
        {say("Sex or gender"), w.free(child.sex)},
        {say("Address"), w.free(child.address)},
        {say("Postcode"), w.free(child.postcode)},
        {say("Local authority"), orNotKnown(w.authority(child.authority))},
        {say("School or setting"), w.free(child.school)},
        {say("Year group"), w.answer(u"child", u"year_group")},
        {say("First language"), w.free(child.language)},
        {say("Interpreter needed"), yesNo(child.interpreterNeeded)},
        {say("Communication needs"), w.free(child.communication)},
        {say("Disability"), w.free(child.disability)},
        {say("Ethnicity"), w.free(child.ethnicity)},
        {say("Religion"), w.free(child.religion)},
        {QStringLiteral("GP"), w.free(child.gp)},
        {say("NHS number"), w.free(child.nhs)},
    }));
}

void household(Writer& w) {
    std::vector<QStringList> rows;
    std::vector<QStringList> risks;
    for (const record::Person& person : w.state.people) {
        if (!isFamily(person))
            continue;
        rows.push_back({w.free(person.name), w.free(person.relation), person.household ? say("Yes") : say("No"),
                        yesNo(person.parentalResponsibility), involvement(person)});
        const auto id = EntryId::parse(person.ref);
        const record::EntryView* entry = id ? w.state.entry(*id) : nullptr;
        if (const QString risk = entry ? entry->fields.value(QLatin1String("risk")).toString() : QString();
            !risk.isEmpty())
            risks.push_back({w.free(person.name), w.free(risk)});
    }
    w.addTable({say("Name"), say("Relation to the child"), say("Same household"), say("Parental responsibility"),
                say("Involved in the harm")},
               std::move(rows), {3, 2.5, 1.7, 2, 2}, say("Not known: nobody of the family has been recorded."));
    if (!risks.empty()) {
        w.add(blocks::subheading(say("Their own risk")));
        w.add(blocks::pairs(std::move(risks)));
    }
}

void professionals(Writer& w) {
    w.add(blocks::pairs({{w.worded(say("Has a social worker")), w.answer(u"social-worker", u"has")},
                         {say("Name"), w.answer(u"social-worker", u"name")},
                         {say("Team"), w.answer(u"social-worker", u"team")},
                         {say("Contacted"), w.answer(u"social-worker", u"contacted")}}));
    std::vector<QStringList> rows;
    for (const record::Person& person : w.state.people)
        if (person.part == PersonPart::Professional || person.part == PersonPart::Staff)
            rows.push_back(
                {w.free(person.name), w.free(person.title), w.free(person.organisation), w.free(person.phone)});
    if (!rows.empty())
        w.add(blocks::table({say("Others at work with the child"), say("Role"), say("Organisation"), say("Phone")},
                            std::move(rows), {3, 3, 3, 2}));
}

} // namespace core::report::parts

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

QString born(const Writer& w) {
    const auto age = w.state.child.ageAt(w.purpose.made.date());
    const QString when = w.when(w.state.child.born);
    return age ? say("%1 (%2 years old)").arg(when).arg(*age) : when;
}

} // namespace

QString fullName(const record::Child& child) {
    const QString name = QStringList{child.firstName, child.lastName}.join(u' ').trimmed();
    return child.identified || !name.isEmpty() ? orNotKnown(name) : say("Not identified yet");
}

PersonPlace placeOf(const record::CaseState& state, const record::Person& person) {
    if (isFamily(person))
        return PersonPlace::Family;
    if (state.isAlleged(person))
        return PersonPlace::Concern;
    return person.part == PersonPart::Professional || person.part == PersonPart::Staff ? PersonPlace::Professionals
                                                                                       : PersonPlace::Family;
}

void addPerson(Writer& w, const record::Person& person, const QString& heading) {
    const auto id = EntryId::parse(person.ref);
    const record::EntryView* entry = id ? w.state.entry(*id) : nullptr;
    if (!entry)
        return;
    w.add(blocks::subheading(heading.arg(w.free(person.name))));
    w.addEntry(*entry, Writer::Blank::NotKnown, {QStringLiteral("name")});
}

void child(Writer& w) {
    const record::Child& child = w.state.child;
    std::vector<QStringList> rows{{say("Name"), fullName(child)}};
    const guide::Form* form = w.guide.form(u"child");
    // To the alleged person, where the child lives and learns is not told.
    if (form && !w.purpose.recipientIsAlleged) {
        const QStringList named{QStringLiteral("identified"), QStringLiteral("first_name"),
                                QStringLiteral("last_name")};
        for (QStringList& row : w.answers(*form, child.answers, Writer::Blank::NotKnown, named)) {
            if (row.front() == w.worded(form->field(u"born")->shortLabel()))
                row.back() = born(w);
            rows.push_back(std::move(row));
        }
    }
    w.add(blocks::pairs(std::move(rows)));
}

void household(Writer& w) {
    bool anybody = false;
    for (const record::Person& person : w.state.people) {
        if (placeOf(w.state, person) != PersonPlace::Family)
            continue;
        anybody = true;
        addPerson(w, person);
    }
    if (!anybody)
        w.add(blocks::paragraph(say("Not known: nobody of the family has been recorded.")));
}

void professionals(Writer& w) {
    w.addForms({QStringLiteral("social-worker")});
    for (const record::Person& person : w.state.people)
        if (placeOf(w.state, person) == PersonPlace::Professionals)
            addPerson(w, person);
}

} // namespace core::report::parts

#include "core/record/folding.h"
#include "core/record/samename.h"
#include "core/record/values.h"
#include <algorithm>

namespace core::record {

QStringList Person::parts() const {
    QStringList parts;
    switch (part) {
    case PersonPart::Child:
        parts << QStringLiteral("child");
        break;
    case PersonPart::Parent:
    case PersonPart::Sibling:
    case PersonPart::OtherFamily:
        parts << QStringLiteral("family");
        break;
    case PersonPart::Professional:
        parts << QStringLiteral("professional");
        break;
    case PersonPart::Staff:
        parts << QStringLiteral("staff") << QStringLiteral("professional");
        break;
    case PersonPart::Alleged:
        parts << QStringLiteral("alleged");
        break;
    case PersonPart::OtherChild:
    case PersonPart::Other:
        break;
    }
    if (household)
        parts << QStringLiteral("household");
    // A parent whose involvement is suspected stays family, and is kept from the child's account like anybody alleged.
    if (involvement == Involvement::Suspected && part != PersonPart::Alleged)
        parts << QStringLiteral("alleged");
    return parts;
}

const Person* CaseState::person(QStringView ref) const {
    const auto found = std::find_if(people.begin(), people.end(), [&](const Person& p) { return p.ref == ref; });
    return found == people.end() ? nullptr : &*found;
}

namespace {

bool isOneself(const CaseState& state, const NamedPerson& named) {
    return std::any_of(state.knows.begin(), state.knows.end(), [&](const Knower& row) {
        return row.isYou && (named.ref == row.ref || (!named.isEmpty() && nameKey(named.name) == nameKey(row.name)));
    });
}

// The name of somebody who may be involved, or a part of it: "Jayden" and "Jayden Moss".
bool isNamedLikeOne(const CaseState& state, const NamedPerson& person) {
    return std::any_of(state.mayBeInvolved.begin(), state.mayBeInvolved.end(),
                       [&](const NamedPerson& one) { return namesAlike(one.name, person.name); }) ||
           std::any_of(state.people.begin(), state.people.end(), [&](const Person& one) {
               return one.parts().contains(QStringLiteral("alleged")) && namesAlike(one.name, person.name);
           });
}

bool mayBe(const CaseState& state, const NamedPerson& person) {
    return std::any_of(state.mayBeInvolved.begin(), state.mayBeInvolved.end(), [&](const NamedPerson& one) {
        return (!one.ref.isEmpty() && one.ref == person.ref) ||
               (!person.name.isEmpty() && nameKey(one.name) == nameKey(person.name));
    });
}

QStringList partsInTheCase(const CaseState& state, const QJsonValue& person) {
    const NamedPerson named = personOf(person);
    if (isOneself(state, named))
        return {QStringLiteral("self"), QStringLiteral("staff"), QStringLiteral("professional")};
    if (const Person* known = folding::resolved(state, person))
        return known->parts();
    const QString key = nameKey(named.name);
    const auto colleague = std::find_if(state.access.begin(), state.access.end(), [&](const ledger::Grant& grant) {
        return grant.member.toString() == named.ref || (named.ref.isEmpty() && nameKey(grant.name) == key);
    });
    if (colleague != state.access.end())
        return {QStringLiteral("staff"), QStringLiteral("professional")};
    const Child& child = state.child;
    const bool isChild =
        !key.isEmpty() && !child.called().isEmpty() &&
        (key == nameKey(child.called()) || key == nameKey(child.firstName + QLatin1Char(' ') + child.lastName));
    if (isChild)
        return {QStringLiteral("child")};
    return key.isEmpty() ? QStringList() : QStringList{QStringLiteral("unknown")};
}

} // namespace

QStringList CaseState::personParts(const QJsonValue& person) const {
    QStringList parts = partsInTheCase(*this, person);
    NamedPerson named = personOf(person);
    if (const Person* known = folding::resolved(*this, person))
        named = {known->name, known->ref};
    if (mayBe(*this, named) && !parts.contains(QStringLiteral("alleged")))
        parts << QStringLiteral("alleged");
    if (!parts.contains(QStringLiteral("alleged")) && isNamedLikeOne(*this, named))
        parts << QStringLiteral("named-alike");
    return parts;
}

bool CaseState::isAlleged(const Person& person) const {
    return person.parts().contains(QStringLiteral("alleged")) || mayBe(*this, {person.name, person.ref});
}

namespace folding {

namespace {

PersonPart partOf(const QString& id) {
    static const QHash<QString, PersonPart> parts{
        {QStringLiteral("child"), PersonPart::Child},
        {QStringLiteral("parent"), PersonPart::Parent},
        {QStringLiteral("sibling"), PersonPart::Sibling},
        {QStringLiteral("other-family"), PersonPart::OtherFamily},
        {QStringLiteral("professional"), PersonPart::Professional},
        {QStringLiteral("staff"), PersonPart::Staff},
        {QStringLiteral("alleged"), PersonPart::Alleged},
        {QStringLiteral("other-child"), PersonPart::OtherChild},
    };
    return parts.value(id, PersonPart::Other);
}

Involvement involvementOf(const QString& id) {
    if (id == QLatin1String("suspected"))
        return Involvement::Suspected;
    return id == QLatin1String("not-considered") ? Involvement::NotConsidered : Involvement::NotKnown;
}

Person personFrom(const EntryView& view) {
    const auto text = [&](const char* field) { return textOf(view.fields, QLatin1String(field)); };
    Person person;
    person.ref = view.id.toString();
    person.name = text("name");
    person.relation = text("relation");
    person.title = text("title");
    person.organisation = text("organisation");
    person.phone = text("phone");
    person.part = partOf(text("part"));
    person.household = text("household") == QLatin1String("yes");
    person.elsewhere = text("household") == QLatin1String("no");
    person.parentalResponsibility = text("parental_responsibility");
    person.involvement = involvementOf(text("involvement"));
    return person;
}

} // namespace

void gatherPeople(CaseState& state) {
    for (const EntryView& view : state.entries)
        if (counts(view) && view.role == QLatin1String("person"))
            state.people.push_back(personFrom(view));
    for (const EntryView& view : state.entries) {
        const QJsonArray named = view.fields.value(QLatin1String("who")).toArray();
        if (!counts(view) || !view.form || view.form->id != QLatin1String("involved") || named.isEmpty())
            continue;
        for (const QJsonValue& person : named) {
            const NamedPerson one = personOf(person);
            const bool known =
                std::any_of(state.mayBeInvolved.begin(), state.mayBeInvolved.end(),
                            [&](const NamedPerson& other) { return other.name == one.name && other.ref == one.ref; });
            if (!known)
                state.mayBeInvolved.push_back(one);
        }
    }
}

const Person* resolved(const CaseState& state, const QJsonValue& value) {
    const NamedPerson named = personOf(value);
    if (!named.ref.isEmpty())
        return state.person(named.ref);
    const QString key = nameKey(named.name);
    if (key.isEmpty())
        return nullptr;
    const auto found = std::find_if(state.people.begin(), state.people.end(),
                                    [&](const Person& person) { return nameKey(person.name) == key; });
    return found == state.people.end() ? nullptr : &*found;
}

} // namespace folding
} // namespace core::record

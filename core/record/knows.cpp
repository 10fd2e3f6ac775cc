#include "core/record/answers.h"
#include "core/record/folding.h"
#include "core/record/values.h"
#include <algorithm>

namespace core::record::folding {

namespace {

QString rightsOf(const ledger::Grant& grant) {
    QStringList rights{phrase("Read")};
    if (grant.mayAdd)
        rights << QStringLiteral("add");
    if (grant.mayGrant)
        rights << QStringLiteral("grant");
    if (grant.mayExport)
        rights << QStringLiteral("export");
    return rights.join(QStringLiteral(", "));
}

QString roleInCase(const Person& person) {
    const QString said = person.relation.isEmpty() ? person.title : person.relation;
    if (person.part != PersonPart::Parent)
        return said;
    switch (person.involvement) {
    case Involvement::NotConsidered:
        return said + phrase(" · not considered involved");
    case Involvement::Suspected:
        return said + phrase(" · involvement suspected");
    case Involvement::NotKnown:
        return said + phrase(" · involvement not known");
    }
    return said;
}

// One row a person, however often and in whatever way they are named.
class Rows {
public:
    explicit Rows(CaseState& state) : m_state(state) {}

    void addAccess(const ledger::Grant& grant, const MemberId& self) {
        Knower& row = rowFor(grant.member.toString(), grant.name);
        row.role = grant.title.isEmpty() ? ledger::roleName(grant.role) : grant.title;
        row.why = grant.why;
        row.mayBeTold = phrase("Everything");
        row.opensRecord = true;
        row.isYou = grant.member == self;
        row.rights = rightsOf(grant);
    }

    void addNeed(const EntryView& view) {
        Knower& row = rowFor(view.fields.value(QLatin1String("person")));
        const QString role = textOf(view.fields, QLatin1String("role"));
        if (!role.isEmpty())
            row.role = role;
        row.why = textOf(view.fields, QLatin1String("why"));
        row.until = occurredUntil(view);
        row.needEntry = view.id;
        row.kept = textOf(view.fields, QLatin1String("may_be_told")) == QLatin1String("nothing");
        // Whoever opens the record has all of it, whatever a plan says they may be told.
        if (!row.opensRecord)
            row.mayBeTold = mayBeTold(view);
    }

    void addTelling(const TellingLine& line) {
        Knower& row = rowFor(QJsonObject{{QStringLiteral("name"), line.person}, {QStringLiteral("ref"), line.ref}});
        row.last = line; // they come in order of what happened
    }

    // Whoever was spoken with at work, or referred to, has been told something, though nobody wrote that down by
    // itself.
    void addContact(const EntryView& view) {
        static const QStringList outside{QStringLiteral("social-care"), QStringLiteral("police"),
                                         QStringLiteral("lado"), QStringLiteral("school"), QStringLiteral("health")};
        const QJsonValue with = view.fields.value(QLatin1String("with"));
        if (!outside.contains(textOf(view.fields, QLatin1String("with_role"))) || personOf(with).isEmpty() ||
            m_state.personParts(with).contains(QStringLiteral("alleged")))
            return;
        const QString from =
            answerText(m_state, view.form, u"with_role", view.fields.value(QLatin1String("with_role")));
        addTold(rowFor(with),
                {view.id,
                 personOf(with).name,
                 {},
                 Told::Told,
                 view.occurred,
                 {},
                 {},
                 {},
                 textOf(view.fields, QLatin1String("how")),
                 {}},
                from, phrase("Was spoken with about it"));
    }
    void addReferral(const Referral& referral) {
        for (const ReferralEvent& event : referral.events)
            if (event.step == ReferralStep::Made && !event.chased && !referral.to.isEmpty())
                addTold(rowFor({}, referral.to),
                        {event.entry, referral.to, {}, Told::Told, event.when, {}, {}, {}, event.how, {}}, {},
                        phrase("Was referred to"));
    }

    // Deliberately not told stands until somebody says, later, what they may be told after all.
    void settle(Knower& row) const {
        const bool told = row.last && row.last->outcome == Told::Told;
        const bool refused =
            row.last && row.last->outcome == Told::NotTold &&
            !(row.needEntry && saidAt(*row.needEntry, "may_be_told") > saidAt(row.last->entry, "outcome"));
        const bool alleged = row.alleged && !row.needEntry && !told;
        row.kept = !row.opensRecord && (row.kept || refused || alleged);
    }

    // On purpose or by accident: a child may ask who has.
    void addSeen(const QJsonValue& people) {
        for (const QJsonValue& person : people.toArray()) {
            Knower& row = rowFor(person);
            if (row.hasSeen || row.name.isEmpty())
                continue;
            row.hasSeen = true;
            const QString seen = phrase("has seen it");
            row.role = row.role.isEmpty() ? seen : row.role + QStringLiteral(" · ") + seen;
        }
    }

    void addAlleged(const QString& ref, const QString& name) {
        Knower& row = rowFor(ref, name);
        row.alleged = true;
        if (row.needEntry)
            return;
        row.why = phrase("Does not need to know");
        row.mayBeTold = phrase("Nothing the child has said");
    }

private:
    static void addTold(Knower& row, const TellingLine& line, const QString& role, const QString& why) {
        if (row.role.isEmpty())
            row.role = role;
        if (row.why.isEmpty())
            row.why = why;
        if (!row.last && !row.kept && !row.opensRecord)
            row.last = line;
    }

    qint64 saidAt(const EntryId& id, const char* field) const {
        const EntryView* view = m_state.entry(id);
        return view ? answeredAt(*view, QLatin1String(field)) : 0;
    }

    Knower& rowFor(const QJsonValue& value) {
        const NamedPerson named = personOf(value);
        const Person* known = resolved(m_state, value);
        return rowFor(known ? known->ref : named.ref, named.name.isEmpty() && known ? known->name : named.name);
    }

    // Two who are both under People are two, whatever they are called.
    bool areNamesakes(const QString& ref, const QString& other) const {
        return ref != other && m_state.person(ref) && m_state.person(other);
    }

    Knower& rowFor(const QString& ref, const QString& name) {
        const QString byName = QLatin1Char('~') + nameKey(name);
        if (const auto place = m_places.constFind(ref); !ref.isEmpty() && place != m_places.cend())
            return m_state.knows[*place];
        const auto alike = m_places.constFind(byName);
        if (alike != m_places.cend() && !areNamesakes(ref, m_state.knows[*alike].ref))
            return m_state.knows[*alike];
        Knower row;
        row.ref = ref;
        row.name = name;
        if (const Person* known = m_state.person(ref))
            row.role = roleInCase(*known);
        if (!ref.isEmpty())
            m_places.insert(ref, m_state.knows.size());
        if (alike == m_places.cend())
            m_places.insert(byName, m_state.knows.size());
        m_state.knows.push_back(row);
        return m_state.knows.back();
    }

    static QString occurredUntil(const EntryView& view) {
        const Occurred until = whenOf(view.fields, QLatin1String("until"));
        return until.isKnown() ? occurredForPeople(until) : QString();
    }

    QString mayBeTold(const EntryView& view) const {
        const QString choice = textOf(view.fields, QLatin1String("may_be_told"));
        const QString what = textOf(view.fields, QLatin1String("what"));
        const QString label =
            answerText(m_state, view.form, u"may_be_told", view.fields.value(QLatin1String("may_be_told")));
        if (choice == QLatin1String("part") && !what.isEmpty())
            return what;
        return what.isEmpty() ? label : label + QStringLiteral(": ") + what;
    }

    CaseState& m_state;
    QHash<QString, std::size_t> m_places;
};

// You, then the others who open the record, then everybody else, the alleged last.
int rank(const Knower& row) {
    if (row.isYou)
        return 0;
    if (row.opensRecord)
        return 1;
    return row.alleged ? 3 : 2;
}

} // namespace

void gatherKnowers(CaseState& state, const FoldContext& context) {
    Rows rows(state);
    for (const ledger::Grant& grant : state.access)
        if (!grant.ended)
            rows.addAccess(grant, context.self);
    for (const EntryView& view : state.entries)
        if (counts(view) && view.role == QLatin1String("need-to-know"))
            rows.addNeed(view);
    for (const TellingLine& line : state.told)
        rows.addTelling(line);
    for (const EntryView* view : state.withRole(u"contact"))
        if (gotThrough(*view))
            rows.addContact(*view);
    for (const Referral& referral : state.referrals)
        rows.addReferral(referral);
    for (const EntryView& view : state.entries)
        if (counts(view))
            for (const char* field : {"who_saw", "who_has_opened"})
                rows.addSeen(view.fields.value(QLatin1String(field)));
    for (const Person& person : state.people)
        if (state.isAlleged(person))
            rows.addAlleged(person.ref, person.name);
    for (const NamedPerson& one : state.mayBeInvolved) // whether or not they are under People
        rows.addAlleged(one.ref, one.name);
    for (Knower& row : state.knows)
        rows.settle(row);
    std::stable_sort(state.knows.begin(), state.knows.end(),
                     [](const Knower& a, const Knower& b) { return rank(a) < rank(b); });
}

} // namespace core::record::folding

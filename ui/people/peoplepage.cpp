#include "ui/people/peoplepage.h"
#include "ui/entry/wording.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plainlabel.h"
#include <QVBoxLayout>

using namespace core;
using namespace ui::rows;
using core::record::PersonPart;

namespace ui::people {

namespace {

QString partWords(PersonPart part) {
    switch (part) {
    case PersonPart::Child:
        return PeoplePage::tr("Child");
    case PersonPart::Parent:
        return PeoplePage::tr("Parent or carer");
    case PersonPart::Sibling:
        return PeoplePage::tr("Brother or sister");
    case PersonPart::OtherFamily:
        return PeoplePage::tr("Family");
    case PersonPart::Professional:
        return PeoplePage::tr("Professional");
    case PersonPart::Staff:
        return PeoplePage::tr("Staff");
    case PersonPart::Alleged:
        return PeoplePage::tr("Alleged");
    case PersonPart::OtherChild:
        return PeoplePage::tr("Another child");
    case PersonPart::Other:
        return {};
    }
    return {};
}

QString involvementWords(record::Involvement involvement) {
    switch (involvement) {
    case record::Involvement::NotKnown:
        return {};
    case record::Involvement::NotConsidered:
        return PeoplePage::tr("Not considered involved");
    case record::Involvement::Suspected:
        return PeoplePage::tr("Suspected of being involved");
    }
    return {};
}

bool isFamily(const record::Person& person) {
    return person.part == PersonPart::Parent || person.part == PersonPart::Sibling ||
           person.part == PersonPart::OtherFamily;
}

Row personRow(const record::Person& person) {
    Row row;
    row.key = person.ref;
    Cell who{body(person.name.isEmpty() ? PeoplePage::tr("Name not known") : person.name, true)};
    QStringList about{person.relation.isEmpty() ? partWords(person.part) : person.relation, person.title};
    about.removeAll(QString());
    if (!about.isEmpty())
        who.push_back(small(about.join(QStringLiteral(" · "))));
    Cell what;
    if (person.household)
        what.push_back(body(PeoplePage::tr("Lives with the child")));
    else if (isFamily(person) && !person.elsewhere)
        what.push_back(body(PeoplePage::tr("Not known whether they live with the child"), false, Ink::Soft));
    if (person.parentalResponsibility == QLatin1String("yes"))
        what.push_back(body(PeoplePage::tr("Has parental responsibility")));
    if (person.parentalResponsibility == QLatin1String("no"))
        what.push_back(body(PeoplePage::tr("No parental responsibility")));
    if (const QString words = involvementWords(person.involvement); !words.isEmpty())
        what.push_back(person.involvement == record::Involvement::Suspected ? pill(words, Ink::Bad) : small(words));
    Cell reach;
    if (!person.organisation.isEmpty())
        reach.push_back(body(person.organisation));
    if (!person.phone.isEmpty())
        reach.push_back(body(person.phone));
    row.cells = {who, what, reach};
    return row;
}

Row factRow(const QString& label, const Paragraph& text) {
    Row row;
    row.cells = {{body(label, false, Ink::Soft)}, {text}};
    return row;
}

} // namespace

PeoplePage::PeoplePage(QWidget* parent)
    : ListPage(tr("People"), parent)
    , m_addPerson(addAction(tr("Add a &person")))
    , m_addChild(addAction(tr("Fill in the child's &details")))
    , m_special(addAction({})) {
    const std::vector<Column> facts{{{}, 140, 1, false, true}, {{}, 0, 1}};
    const std::vector<Column> people{{{}, 0, 1.1}, {{}, 0, 1}, {{}, 0, 1}};
    m_child = addSection(tr("The child"), tr("The child"), facts, {}, 360);
    m_household =
        addSection(tr("Household"), tr("Household"), people, tr("Nobody is recorded as living with the child."));
    m_familySomewhere =
        addSection(tr("Family, not known whether at home"), tr("Family, not known whether at home"), people, {});
    m_family = addSection(tr("Family elsewhere"), tr("Family elsewhere"), people, {});
    m_professionals = addSection(tr("Professionals and staff"), tr("Professionals and staff"), people, {});
    m_others = addSection(tr("Others"), tr("Others"), people, {});
    m_alleged = addSection(tr("Alleged to have done it"), tr("Alleged to have done it"), people, {});
    content()->addStretch(1);
    connect(m_addPerson, &QAbstractButton::clicked, this, [this] { emit addAsked(QStringLiteral("person")); });
    connect(m_addChild, &QAbstractButton::clicked, this, [this] { emit addAsked(QStringLiteral("child")); });
    connect(m_special, &QAbstractButton::clicked, this, [this] {
        m_specialShown = !m_specialShown;
        showChild();
    });
    connect(this, &ListPage::opened, this, [this](const QString& key) {
        if (const auto id = EntryId::parse(key))
            emit entryAsked(*id);
    });
}

void PeoplePage::show(const record::CaseState& state, const vault::Office& office, bool mayAdd, QDate today) {
    std::vector<Row> household, somewhere, family, professionals, others, alleged;
    for (const record::Person& person : state.people) {
        if (person.part == PersonPart::Child)
            continue;
        if (state.isAlleged(person))
            alleged.push_back(personRow(person));
        else if (person.household)
            household.push_back(personRow(person));
        else if (isFamily(person))
            (person.elsewhere ? family : somewhere).push_back(personRow(person));
        else if (person.part == PersonPart::Professional || person.part == PersonPart::Staff)
            professionals.push_back(personRow(person));
        else
            others.push_back(personRow(person));
    }
    setSubtitle(state.child.identified
                    ? QString()
                    : tr("The child is not identified yet. Everything recorded stays with this case when they are."));
    gatherChild(state, office, today);
    showChild();
    m_household.set(std::move(household));
    m_familySomewhere.set(std::move(somewhere));
    m_family.set(std::move(family));
    m_professionals.set(std::move(professionals));
    m_others.set(std::move(others));
    m_alleged.set(std::move(alleged));
    m_addPerson->setVisible(mayAdd);
    m_addChild->setVisible(mayAdd);
    m_addChild->setText(state.withRole(u"child").empty() ? tr("Say who the child is")
                                                         : tr("Add to the child's details"));
}

// Every answer of the form about the child in its own short words, so that a question it gets is shown by itself; what
// nobody has answered is named in one line.
void PeoplePage::gatherChild(const record::CaseState& state, const vault::Office& office, QDate today) {
    m_facts.clear();
    m_unanswered.clear();
    const guide::Form* form = state.guide->form(u"child");
    if (!state.child.identified || !form)
        return;
    const record::Child& child = state.child;
    const auto names = entry::namesFor(state, office, *state.guide);
    const auto worded = [&](const guide::Field& field) {
        return entry::worded(*state.guide, state, field.shortLabel());
    };
    m_facts.push_back({tr("Name"), QStringLiteral("%1 %2").arg(child.firstName, child.lastName).trimmed(), false});
    const QStringList shown = guide::shownFields(*form, {state.facts, child.answers});
    const QStringList above{QStringLiteral("identified"), QStringLiteral("first_name"), QStringLiteral("last_name")};
    for (const guide::Field& field : form->fields) {
        if (above.contains(field.id) || !shown.contains(field.id))
            continue;
        QString text = guide::valueText(field, child.answers.value(field.id), names);
        if (text.isEmpty()) {
            m_unanswered << worded(field);
            continue;
        }
        if (const auto age = child.ageAt(today); age && field.id == QLatin1String("born"))
            text += tr(" · %1 years old").arg(*age);
        m_facts.push_back({worded(field), text, field.sensitivity == QLatin1String("special")});
    }
}

// What is about faith, health or origin is not on the screen until somebody asks for it, and goes with the page.
void PeoplePage::showChild() {
    std::vector<Row> rows;
    bool special = false;
    for (const Fact& fact : m_facts) {
        special = special || fact.special;
        const bool hidden = fact.special && !m_specialShown;
        rows.push_back(factRow(fact.label, fact.text.isEmpty() ? body(tr("Not known"), false, Ink::Soft)
                                           : hidden            ? body(tr("Hidden"), false, Ink::Soft)
                                                               : body(fact.text)));
    }
    if (!m_unanswered.isEmpty())
        rows.push_back(factRow(tr("Not known yet"), body(m_unanswered.join(QStringLiteral(", ")), false, Ink::Soft)));
    m_child.set(std::move(rows));
    m_special->setVisible(special);
    m_special->setText(m_specialShown ? tr("Hide what is private") : tr("Show what is private"));
    arrangeHead();
}

void PeoplePage::hideEvent(QHideEvent* event) {
    ListPage::hideEvent(event);
    m_specialShown = false;
    showChild();
}

} // namespace ui::people

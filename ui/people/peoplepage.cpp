#include "ui/people/peoplepage.h"
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
        return PeoplePage::tr("not considered involved");
    case record::Involvement::Suspected:
        return PeoplePage::tr("suspected of being involved");
    }
    return {};
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

std::vector<Row> childRows(const record::Child& child, const vault::Office& office, QDate today) {
    std::vector<Row> rows;
    const auto add = [&](const QString& label, const QString& text) {
        Row row;
        row.cells = {{body(label, false, Ink::Soft)},
                     {text.isEmpty() ? body(PeoplePage::tr("Not known"), false, Ink::Soft) : body(text)}};
        rows.push_back(row);
    };
    QString name = QStringLiteral("%1 %2").arg(child.firstName, child.lastName).trimmed();
    if (!child.knownAs.isEmpty())
        name += PeoplePage::tr(" (known as %1)").arg(child.knownAs);
    add(PeoplePage::tr("Name"), name);
    QString born = child.born.isKnown() ? occurredForPeople(child.born) : QString();
    if (const auto age = child.ageAt(today); age && !born.isEmpty())
        born += PeoplePage::tr(" · %1 years old").arg(*age);
    add(PeoplePage::tr("Born"), born);
    QStringList lives{child.address, child.postcode};
    lives.removeAll(QString());
    add(PeoplePage::tr("Lives at"), lives.join(QLatin1Char('\n')));
    const vault::Authority* authority = office.authority(child.authority);
    add(PeoplePage::tr("Local authority"), authority ? authority->name : QString());
    add(PeoplePage::tr("School"), child.school);
    QStringList language{child.language};
    if (child.interpreterNeeded == QLatin1String("yes"))
        language << PeoplePage::tr("an interpreter is needed");
    language << child.communication;
    language.removeAll(QString());
    add(PeoplePage::tr("Language"), language.join(QStringLiteral(" · ")));
    return rows;
}

} // namespace

PeoplePage::PeoplePage(QWidget* parent)
    : ListPage(tr("People"), parent)
    , m_addPerson(addAction(tr("Add a &person")))
    , m_addChild(addAction(tr("Fill in the child's &details"))) {
    const std::vector<Column> facts{{{}, 140, 1, false, true}, {{}, 0, 1}};
    const std::vector<Column> people{{{}, 0, 1.1}, {{}, 0, 1}, {{}, 0, 1}};
    m_child = addSection(tr("The child"), tr("The child"), facts, {}, 360);
    m_household = addSection(tr("Household"), tr("Household"), people, tr("Nobody is recorded yet."));
    m_family = addSection(tr("Family elsewhere"), tr("Family elsewhere"), people, {});
    m_professionals = addSection(tr("Professionals and staff"), tr("Professionals and staff"), people, {});
    m_others = addSection(tr("Others"), tr("Others"), people, {});
    m_alleged = addSection(tr("Alleged to have done it"), tr("Alleged to have done it"), people, {});
    content()->addStretch(1);
    connect(m_addPerson, &QAbstractButton::clicked, this, [this] { emit addAsked(QStringLiteral("person")); });
    connect(m_addChild, &QAbstractButton::clicked, this, [this] { emit addAsked(QStringLiteral("child")); });
    connect(this, &ListPage::opened, this, [this](const QString& key) {
        if (const auto id = EntryId::parse(key))
            emit entryAsked(*id);
    });
}

void PeoplePage::show(const record::CaseState& state, const vault::Office& office, bool mayAdd, QDate today) {
    std::vector<Row> household, family, professionals, others, alleged;
    for (const record::Person& person : state.people) {
        if (person.part == PersonPart::Child)
            continue;
        if (person.part == PersonPart::Alleged || person.involvement == record::Involvement::Suspected)
            alleged.push_back(personRow(person));
        else if (person.household)
            household.push_back(personRow(person));
        else if (person.part == PersonPart::Parent || person.part == PersonPart::Sibling ||
                 person.part == PersonPart::OtherFamily)
            family.push_back(personRow(person));
        else if (person.part == PersonPart::Professional || person.part == PersonPart::Staff)
            professionals.push_back(personRow(person));
        else
            others.push_back(personRow(person));
    }
    setSubtitle(state.child.identified
                    ? QString()
                    : tr("The child is not identified yet. Everything recorded stays with this case when they are."));
    m_child.set(state.child.identified ? childRows(state.child, office, today) : std::vector<Row>());
    m_household.set(std::move(household));
    m_family.set(std::move(family));
    m_professionals.set(std::move(professionals));
    m_others.set(std::move(others));
    m_alleged.set(std::move(alleged));
    m_addPerson->setVisible(mayAdd);
    m_addChild->setVisible(mayAdd);
    m_addChild->setText(state.withRole(u"child").empty() ? tr("Say who the child is")
                                                         : tr("Add to the child's details"));
}

} // namespace ui::people

#include "ui/knows/knowspage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/plainlabel.h"
#include <QVBoxLayout>

using namespace core;
using namespace ui::rows;

namespace ui::knows {

namespace {

QString keyOf(const record::Knower& knower) {
    return knower.ref.isEmpty() ? knower.name : knower.ref;
}

Cell toldCell(const record::Knower& knower, const QString& child) {
    if (knower.alleged && (!knower.last || knower.last->outcome != record::Told::Told))
        return {pill(KnowsPage::tr("Not by us"), Ink::Bad)};
    if (!knower.last)
        return knower.opensRecord ? Cell{body(QStringLiteral("–"), false, Ink::Soft)}
                                  : Cell{pill(KnowsPage::tr("Not yet"), Ink::Soft)};
    Cell cell;
    switch (knower.last->outcome) {
    case record::Told::Told:
        cell = {pill(KnowsPage::tr("Told"), Ink::Ok)};
        break;
    case record::Told::NotTold:
        cell = {pill(KnowsPage::tr("Not told"), Ink::Bad)};
        break;
    case record::Told::NotYet:
        cell = {pill(KnowsPage::tr("Not yet"), Ink::Soft)};
        break;
    }
    QStringList when;
    if (knower.last->when.isKnown())
        when << occurredShort(knower.last->when);
    when << knower.last->how.toLower().replace(QLatin1Char('-'), QLatin1Char(' '));
    when.removeAll(QString());
    if (!when.isEmpty())
        cell.push_back(small(when.join(QStringLiteral(", "))));
    if (knower.last->childKnows == QLatin1String("yes"))
        cell.push_back(small(KnowsPage::tr("%1 knows about this").arg(child)));
    return cell;
}

} // namespace

std::vector<Column> knowsColumns() {
    return {{KnowsPage::tr("Person"), 0, 1.0},
            {KnowsPage::tr("Needs to know, because"), 0, 1.25},
            {KnowsPage::tr("May be told"), 0, 1.2},
            {KnowsPage::tr("Told"), 0, 0.75},
            {KnowsPage::tr("Opens the record"), 0, 0.68}};
}

namespace {

Cell personCell(const record::Knower& knower) {
    Cell person{body(knower.name, true)};
    QStringList role;
    if (knower.isYou)
        role << KnowsPage::tr("You");
    role << knower.role;
    if (knower.alleged)
        role << KnowsPage::tr("alleged");
    role.removeAll(QString());
    role.removeDuplicates();
    if (!role.isEmpty())
        person.push_back(small(role.join(QStringLiteral(" · "))));
    return person;
}

} // namespace

// Why somebody is not told: the reason given with it, else what the list says of them.
Row keptRow(const record::Knower& knower, const QString& child) {
    const bool decided = knower.last && knower.last->outcome != record::Told::Told;
    const QString because = decided && !knower.last->reason.isEmpty() ? knower.last->reason : knower.why;
    Row row;
    row.key = keyOf(knower);
    row.cells = {personCell(knower),
                 {because.isEmpty() ? body(KnowsPage::tr("No reason recorded yet"), false, Ink::Soft) : body(because)},
                 toldCell(knower, child)};
    return row;
}

Row knowsRow(const record::Knower& knower, const QString& child) {
    Row row;
    row.key = keyOf(knower);
    const Cell person = personCell(knower);
    const Cell why{knower.why.isEmpty() ? body(knower.alleged ? KnowsPage::tr("Does not need to know")
                                                              : KnowsPage::tr("No reason recorded yet"),
                                               false, Ink::Soft)
                                        : body(knower.why)};
    Cell may{knower.alleged && knower.mayBeTold.isEmpty() ? body(KnowsPage::tr("Nothing %1 has said").arg(child), true)
             : knower.mayBeTold.isEmpty()                 ? body(KnowsPage::tr("Not decided"), false, Ink::Soft)
                                                          : body(knower.mayBeTold)};
    if (!knower.until.isEmpty())
        may.push_back(small(KnowsPage::tr("until %1").arg(knower.until)));
    const Cell opens{knower.opensRecord ? body(knower.rights.isEmpty() ? KnowsPage::tr("Yes") : knower.rights)
                                        : body(KnowsPage::tr("No"), false, Ink::Soft)};
    row.cells = {person, why, may, toldCell(knower, child), opens};
    return row;
}

KnowsPage::KnowsPage(QWidget* parent)
    : ListPage(tr("Who knows, and who needs to"), parent)
    , m_add(addAction(tr("Add a &person")))
    , m_tell(addAction(tr("Record &telling them")))
    , m_plan(addAction(tr("Change what they may be told")))
    , m_read(addAction(tr("Read the entry"))) {
    m_list = addSection({}, tr("Who knows"), knowsColumns(), tr("Nobody is listed yet."), 720);
    m_kept = addSection(tr("Not to be told"), tr("Not to be told"),
                        {{tr("Person"), 0, 1.0}, {tr("Because"), 0, 2.2}, {tr("Told"), 0, 0.75}}, {}, 720);
    auto* note = new Notice(Notice::Kind::Info, {},
                            tr("Opening the record means reading all of it. Give each person no more than they need to "
                               "keep the child safe."));
    content()->addWidget(note);
    content()->addStretch(1);
    connect(m_add, &QAbstractButton::clicked, this, [this] { emit needAsked({}, {}, std::nullopt); });
    connect(m_tell, &QAbstractButton::clicked, this, [this] {
        if (const auto* k = chosen())
            emit tellingAsked(k->name, k->ref);
    });
    connect(m_plan, &QAbstractButton::clicked, this, [this] {
        if (const auto* k = chosen())
            emit needAsked(k->name, k->ref, k->needEntry);
    });
    connect(m_read, &QAbstractButton::clicked, this, [this] {
        const auto* k = chosen();
        if (k && k->needEntry)
            emit entryAsked(*k->needEntry);
        else if (k && k->last)
            emit entryAsked(k->last->entry);
    });
    connect(this, &ListPage::opened, m_tell, [this] { m_tell->setFocus(); });
    connect(m_list.view, &RowView::currentKeyChanged, this, [this](const QString& key) { choose(m_kept, key); });
    connect(m_kept.view, &RowView::currentKeyChanged, this, [this](const QString& key) { choose(m_list, key); });
}

void KnowsPage::show(const record::CaseState& state, bool mayAdd) {
    const QString key = m_chosen;
    const QString child = state.child.called().isEmpty() ? tr("the child") : state.child.called();
    m_knowers = state.knows;
    setSubtitle(tr("The fewest people who can keep %1 safe. Everyone here has a reason.").arg(child));
    std::vector<Row> rows, kept;
    for (const record::Knower& knower : m_knowers)
        if (knower.kept)
            kept.push_back(keptRow(knower, child));
        else
            rows.push_back(knowsRow(knower, child));
    m_list.set(std::move(rows));
    m_kept.set(std::move(kept));
    m_list.view->setCurrentKey(key);
    m_kept.view->setCurrentKey(key);
    m_add->setVisible(mayAdd);
    sayChosen();
    if (!mayAdd) {
        m_tell->hide();
        m_plan->hide();
    }
}

// One person at a time, whichever list they stand in.
void KnowsPage::choose(const Section& other, const QString& key) {
    if (!key.isEmpty()) {
        m_chosen = key;
        other.view->setCurrentIndex({});
    } else if (other.view->currentKey().isEmpty()) {
        m_chosen.clear();
    }
    sayChosen();
}

const record::Knower* KnowsPage::chosen() const {
    for (const record::Knower& knower : m_knowers)
        if (!m_chosen.isEmpty() && keyOf(knower) == m_chosen)
            return &knower;
    return nullptr;
}

// What can be done with the person chosen; without one only Add a person is there.
void KnowsPage::sayChosen() {
    const record::Knower* knower = chosen();
    const bool may = m_add->isVisibleTo(this);
    m_tell->setVisible(knower && may);
    m_plan->setVisible(knower && may);
    m_read->setVisible(knower && (knower->needEntry || knower->last));
    if (!knower)
        return;
    const QString name = QString(knower->name).replace(QLatin1Char('&'), QStringLiteral("&&"));
    m_tell->setText(knower->kept ? tr("Record that %1 was &told after all").arg(name)
                                 : tr("Record &telling %1").arg(name));
    m_plan->setText(knower->kept        ? tr("Decide again what they may be told")
                    : knower->needEntry ? tr("Change what they may be told")
                                        : tr("Say why they need to know"));
    arrangeHead();
}

} // namespace ui::knows

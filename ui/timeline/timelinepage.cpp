#include "ui/timeline/timelinepage.h"
#include "ui/entry/wording.h"
#include "ui/rows/rowview.h"
#include "ui/timeline/entrypane.h"
#include "ui/timeline/filterbar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/statusline.h"
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace core;

namespace ui::timeline {

TimelinePage::TimelinePage(QWidget* parent)
    : QWidget(parent)
    , m_listSide(new QWidget)
    , m_filter(new FilterBar)
    , m_others(new Notice(Notice::Kind::Info, {}, {}))
    , m_list(new rows::RowView(rows::RowView::Height::Scrolls, tr("Timeline")))
    , m_nothing(new EmptyState(tr("Nothing is recorded yet"),
                               tr("Everything that is recorded appears here, in the order in which it happened.")))
    , m_noMatch(new EmptyState(tr("No entry matches"), tr("Other words, another person or other dates may find it.")))
    , m_pane(new EntryPane) {
    auto* side = new QVBoxLayout(m_listSide);
    side->setContentsMargins(space(8), space(4), space(8), 0);
    side->setSpacing(space(2));
    side->addWidget(m_filter);
    side->addWidget(m_others);
    side->addWidget(m_list, 1);
    side->addWidget(m_nothing, 1);
    side->addWidget(m_noMatch, 1);
    m_others->hide();
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_listSide, 3);
    layout->addWidget(m_pane, 2);
    m_pane->hide();

    m_list->setColumns(TimelineModel::columns());
    m_list->setModel(&m_model);
    connect(m_filter, &FilterBar::changed, this, &TimelinePage::narrow);
    connect(m_filter, &FilterBar::leaveFind, this, [this] { m_list->setFocus(Qt::TabFocusReason); });
    connect(m_list, &rows::RowView::opened, this, &TimelinePage::openKey);
    connect(m_list, &rows::RowView::currentKeyChanged, this, [this](const QString& key) {
        if (m_open && m_listSide->isVisible() && !key.isEmpty())
            openKey(key);
    });
    connect(m_pane, &EntryPane::closed, this, &TimelinePage::closeEntry);
    connect(m_pane, &EntryPane::amendAsked, this, &TimelinePage::amendAsked);
    connect(m_nothing->setAction(tr("Add entry")), &QAbstractButton::clicked, this, &TimelinePage::addAsked);
    connect(m_noMatch->setAction(tr("Show everything")), &QAbstractButton::clicked, m_filter, &FilterBar::clear);
}

void TimelinePage::show(const record::CaseState& state, const guide::ValueNames& names, bool mayAdd) {
    const QString key = m_list->currentKey();
    m_state = &state;
    m_names = names;
    m_mayAdd = mayAdd;
    m_model.show(state, names);
    m_filter->setGroups(m_model.groups());
    m_filter->setPeople(m_model.people());
    if (!key.isEmpty())
        m_list->setCurrentKey(key);
    if (m_open && !m_pane->entry().isNull())
        openKey(m_pane->entry().toString());
    sayCounts();
}

void TimelinePage::setDraftsOfOthers(int count) {
    m_others->say(Notice::Kind::Info,
                  count == 0 ? QString()
                             : entry::counted(count, tr("A colleague has an unfinished draft in this case."),
                                              tr("Colleagues have %1 unfinished drafts in this case.")));
}

void TimelinePage::narrow() {
    m_model.setNewestFirst(m_filter->newestFirst());
    m_model.setFilter(m_filter->filter());
    sayCounts();
}

void TimelinePage::sayCounts() {
    const Counts counts = m_model.counts();
    QStringList parts;
    if (counts.shown < counts.all)
        parts << tr("%1 of %2").arg(counts.shown).arg(entry::counted(counts.all, tr("1 entry"), tr("%1 entries")));
    else
        parts << entry::counted(counts.all, tr("1 entry"), tr("%1 entries"));
    if (counts.amended > 0)
        parts << tr("%1 amended").arg(counts.amended);
    if (counts.authors > 1)
        parts << tr("by %1 people").arg(counts.authors);
    if (counts.notPermitted > 0)
        parts << tr("%1 not permitted").arg(counts.notPermitted);
    m_filter->setCounts(parts.join(QStringLiteral(" · ")));
    m_filter->setVisible(counts.all > 0);
    m_list->setVisible(counts.shown > 0);
    m_nothing->setVisible(counts.all == 0);
    m_noMatch->setVisible(counts.all > 0 && counts.shown == 0);
}

void TimelinePage::openKey(const QString& key) {
    const auto id = EntryId::parse(key);
    if (!id || !m_state)
        return;
    const record::EntryView* entry = m_state->entry(*id);
    for (const record::EntryView& other : m_state->notPermitted)
        if (!entry && other.id == *id)
            entry = &other;
    if (!entry)
        return;
    const bool wasOpen = m_open;
    m_pane->show(*entry, m_state->childForText(), m_names, m_mayAdd);
    m_open = true;
    arrange();
    if (!wasOpen && !m_listSide->isVisible())
        m_pane->focusText();
}

void TimelinePage::openEntry(const EntryId& id) {
    if (m_model.rowOf(id) < 0)
        m_filter->clear();
    m_list->setCurrentKey(id.toString());
    openKey(id.toString());
}

bool TimelinePage::closeEntry() {
    if (!m_open)
        return false;
    m_open = false;
    arrange();
    m_list->setFocus();
    return true;
}

void TimelinePage::focusFind() {
    closeEntry();
    m_filter->focusFind();
}

void TimelinePage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void TimelinePage::arrange() {
    const bool beside = width() >= px(900);
    m_pane->setVisible(m_open);
    m_listSide->setVisible(beside || !m_open);
    m_pane->setBack(!beside);
    const int margin = width() < 700 ? space(4) : space(8);
    m_listSide->layout()->setContentsMargins(margin, space(width() < 700 ? 2 : 4), margin, 0);
}

} // namespace ui::timeline

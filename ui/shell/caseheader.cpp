#include "ui/shell/caseheader.h"
#include "ui/entry/wording.h"
#include "ui/widgets/button.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/plainlabel.h"
#include <QHBoxLayout>

using namespace core;
using core::record::DueWhen;

namespace ui::shell {

namespace {

// The one word about what presses most; empty: nothing does.
QString pressingWords(const record::CaseState& state, const QDateTime& now) {
    if (state.threatened() && !(state.policeRung && state.socialCareRung))
        return CaseHeader::tr("Threat: call now");
    if (state.threatened())
        return CaseHeader::tr("Threat");
    int over = 0, today = 0, atOnce = 0;
    for (const record::DueItem& due : record::dueItems(state, now)) {
        over += due.when == DueWhen::Overdue;
        atOnce += due.when == DueWhen::Now;
        today += due.when == DueWhen::Today;
    }
    if (over > 0)
        return CaseHeader::tr("%1 overdue").arg(over);
    if (atOnce > 0)
        return CaseHeader::tr("%1 to do now").arg(atOnce);
    return today > 0 ? CaseHeader::tr("%1 due today").arg(today) : QString();
}

} // namespace

CaseHeader::CaseHeader(QWidget* parent)
    : Ground(Colour::Surface, parent)
    , m_rows(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_title(new PlainLabel({}, Type::Heading2))
    , m_pressing(new Pill(Pill::Kind::Overdue, {}))
    , m_stands(new Pill(Pill::Kind::Waiting, {}))
    , m_who(new PlainLabel({}, Type::Small, Colour::Soft))
    , m_buttons(new QWidget)
    , m_refer(new PlainButton(tr("Re&fer")))
    , m_export(new PlainButton(tr("E&xport…")))
    , m_add(new PrimaryButton(tr("&Add entry"))) {
    m_rows->setContentsMargins(space(5), space(2), space(5), space(2));
    m_rows->setSpacing(space(3));
    auto* line = new QHBoxLayout;
    line->setSpacing(space(3));
    line->addWidget(m_title);
    line->addWidget(m_pressing);
    line->addWidget(m_stands);
    line->addStretch(1);
    m_title->setWordWrap(false);
    m_who->setWordWrap(false);
    auto* buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(space(3));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_who, m_refer, m_export, m_add})
        buttons->addWidget(widget);
    m_rows->addLayout(line, 1);
    m_rows->addWidget(m_buttons, 0, Qt::AlignRight | Qt::AlignVCenter);
    connect(m_refer, &QAbstractButton::clicked, this, &CaseHeader::referAsked);
    connect(m_export, &QAbstractButton::clicked, this, &CaseHeader::exportAsked);
    connect(m_add, &QAbstractButton::clicked, this, &CaseHeader::addAsked);
}

void CaseHeader::show(const record::CaseState& state, const guide::Guide& guide, bool mayAdd, bool mayExport,
                      bool bySheet, const QDateTime& now) {
    m_title->setText(state.title());
    const QString pressing = pressingWords(state, now);
    m_pressing->set(Pill::Kind::Overdue, pressing);
    m_pressing->setProperty("wanted", !pressing.isEmpty());
    QString stands = state.standing();
    if (stands.isEmpty() && state.pathway)
        stands = entry::worded(guide, state, state.pathway->title);
    m_stands->set(Pill::Kind::Waiting, stands);
    m_stands->setProperty("wanted", !stands.isEmpty());
    const int readers = static_cast<int>(
        std::count_if(state.access.begin(), state.access.end(), [](const auto& grant) { return !grant.ended; }));
    m_standsText = stands;
    m_whoText = bySheet
                    ? QString() // whoever reads it here is none of them
                    : entry::counted(readers, tr("Only you can open this case"), tr("%1 people can open this case"));
    m_refer->setVisible(mayAdd);
    m_add->setVisible(mayAdd);
    m_export->setVisible(mayExport);
    arrange();
}

void CaseHeader::setLow(bool low) {
    if (low == m_low)
        return;
    m_low = low;
    m_rows->setContentsMargins(space(5), low ? 3 : space(2), space(5), low ? 3 : space(2));
    arrange();
}

void CaseHeader::resizeEvent(QResizeEvent* event) {
    Ground::resizeEvent(event);
    arrange();
}

// What there is room for (a low window has no second line to give): first who may open it goes, then where it stands,
// then the buttons get a line of their own.
void CaseHeader::arrange() {
    const auto wide = [](const QWidget* widget) { return widget->sizeHint().width() + space(3); };
    const int buttons = (m_refer->isVisibleTo(m_buttons) ? wide(m_refer) + wide(m_add) : 0) +
                        (m_export->isVisibleTo(m_buttons) ? wide(m_export) : 0);
    int needed = 2 * space(5) + wide(m_title) + buttons;
    const bool pressing = m_pressing->property("wanted").toBool(), stands = m_stands->property("wanted").toBool();
    const bool oneLine = needed + (pressing && !m_low ? wide(m_pressing) : 0) <= width();
    needed += pressing && oneLine ? wide(m_pressing) : 0;
    const int line = oneLine ? needed : 2 * space(5) + wide(m_title) + (pressing ? wide(m_pressing) : 0);
    m_pressing->setVisible(pressing && line <= width());
    const bool showStands = stands && line + wide(m_stands) <= width();
    m_stands->setVisible(showStands);
    // Below the title there may be room for it beside the buttons.
    m_who->setText(oneLine || showStands ? m_whoText : m_standsText);
    const int besideWho = oneLine ? needed + (showStands ? wide(m_stands) : 0) : 2 * space(5) + buttons;
    m_who->setVisible(!m_who->text().isEmpty() && (oneLine || !showStands) && besideWho + wide(m_who) <= width());
    m_rows->setDirection(oneLine ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_rows->setSpacing(oneLine ? space(3) : space(1));
    setMinimumHeight(oneLine && width() >= 900 ? px(56) : 0);
}

} // namespace ui::shell

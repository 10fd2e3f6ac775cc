#include "ui/shell/threatbar.h"
#include "ui/entry/numbers.h"
#include "ui/widgets/button.h"
#include <QVBoxLayout>

using namespace core;

namespace ui::shell {

namespace {

// The first call that was recorded after a threat became known.
const record::EntryView* callOf(const record::CaseState& state) {
    bool known = false;
    for (const record::EntryView& entry : state.entries) {
        const bool isReferral = entry.role == QLatin1String("referral") && entry.fields.value(QLatin1String("how")) != QLatin1String("drafted");
        const bool called = entry.role == QLatin1String("contact") || isReferral ||
                            (entry.role == QLatin1String("danger") && !entry.fields.value(QLatin1String("called")).toString().isEmpty());
        known = known || entry.fields.value(QLatin1String("threat")) == QLatin1String("yes");
        if (known && called)
            return &entry;
    }
    return nullptr;
}

QStringList numbersFor(const record::CaseState& state, const vault::Office& office, const QDateTime& now) {
    QStringList numbers{QStringLiteral("999")};
    const vault::Authority* own = office.authority(state.child.authority);
    for (const vault::Authority& authority : office.authorities)
        if (!own || own == &authority)
            numbers << entry::numberLine(entry::numberNow(office, authority, now));
    return numbers;
}

} // namespace

ThreatBar::ThreatBar(QWidget* parent)
    : QWidget(parent), m_notice(new Notice(Notice::Kind::Warning, {}, {})), m_record(new PlainButton(tr("Record the ca&ll"))) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space(4), space(2), space(4), 0);
    layout->addWidget(m_notice);
    m_notice->addAction(m_record);
    connect(m_record, &QAbstractButton::clicked, this, &ThreatBar::recordCallAsked);
}

void ThreatBar::show(const record::CaseState& state, const vault::Office& office, bool mayAdd, const QDateTime& now) {
    setVisible(state.threatened());
    if (!state.threatened())
        return;
    const QString child = state.child.called();
    m_short = numbersFor(state, office, now).join(QStringLiteral(" · "));
    m_text = m_short;
    if (const record::EntryView* call = callOf(state))
        m_text += QStringLiteral(" · ") + tr("call recorded: %1").arg(call->occurred.isKnown() ? occurredShort(call->occurred) : tr("when is not known"));
    m_heading = child.isEmpty() ? tr("The child is being threatened: police and children’s social care now.")
                                : tr("%1 is being threatened: police and children’s social care now.").arg(child);
    m_record->setVisible(mayAdd);
    say();
}

void ThreatBar::setLow(bool low) {
    if (low == m_low)
        return;
    m_low = low;
    layout()->setContentsMargins(space(4), low ? 2 : space(2), space(4), 0);
    say();
}

void ThreatBar::say() {
    if (m_low)
        m_notice->set(Notice::Kind::Warning, {}, tr("Threat: call now. %1").arg(m_short));
    else
        m_notice->set(Notice::Kind::Warning, m_heading, m_text);
}

} // namespace ui::shell

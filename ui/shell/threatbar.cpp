#include "ui/shell/threatbar.h"
#include "ui/entry/numbers.h"
#include "ui/widgets/button.h"
#include <QJsonArray>
#include <QVBoxLayout>

using namespace core;

namespace ui::shell {

namespace {

// Whether it tells of a call to the police or children's social care.
bool tellsOfACall(const record::EntryView& entry) {
    const auto field = [&](const char* id) { return entry.fields.value(QLatin1String(id)); };
    if (entry.role == QLatin1String("referral"))
        return field("how") != QLatin1String("drafted");
    if (entry.role == QLatin1String("contact"))
        return field("with_role") == QLatin1String("police") || field("with_role") == QLatin1String("social-care");
    const QJsonArray called = entry.role == QLatin1String("danger") ? field("called_who").toArray() : QJsonArray();
    return called.contains(QStringLiteral("police-999")) || called.contains(QStringLiteral("police-other")) ||
           called.contains(QStringLiteral("social-care"));
}

// The first call that was recorded since this threat became known.
const record::EntryView* callOf(const record::CaseState& state) {
    for (const record::EntryView& entry : state.entries) {
        const bool since = entry.seq >= state.threatSince || entry.id == *state.threat;
        if (since && entry.permitted && !entry.redacted && tellsOfACall(entry))
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
    : QWidget(parent)
    , m_notice(new Notice(Notice::Kind::Warning, {}, {}))
    , m_record(new PlainButton(tr("Record the ca&ll")))
    , m_now(new PlainButton(tr("How it is now"))) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space(4), space(2), space(4), space(2));
    layout->addWidget(m_notice);
    m_notice->addAction(m_record);
    m_notice->addAction(m_now);
    m_now->setAccessibleDescription(tr("Opens Danger. The bar goes when it says that there is no threat now."));
    m_now->setToolTip(m_now->accessibleDescription());
    connect(m_now, &QAbstractButton::clicked, this, &ThreatBar::nowAsked);
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
        m_text += QStringLiteral(" · ") +
                  tr("call recorded: %1")
                      .arg(call->occurred.isKnown() ? occurredShort(call->occurred) : tr("when is not known"));
    m_heading = child.isEmpty() ? tr("The child is being threatened: police and children’s social care now.")
                                : tr("%1 is being threatened: police and children’s social care now.").arg(child);
    m_record->setVisible(mayAdd);
    m_mayAdd = mayAdd;
    say();
}

void ThreatBar::setLow(bool low) {
    if (low == m_low)
        return;
    m_low = low;
    layout()->setContentsMargins(space(4), low ? 2 : space(2), space(4), low ? 2 : space(2));
    say();
}

void ThreatBar::say() {
    m_now->setVisible(m_mayAdd && !m_low);
    if (m_low)
        m_notice->set(Notice::Kind::Warning, {}, tr("Threat: %1").arg(m_short));
    else
        m_notice->set(Notice::Kind::Warning, m_heading, m_text);
}

} // namespace ui::shell

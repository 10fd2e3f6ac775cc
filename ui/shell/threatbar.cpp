#include "ui/shell/threatbar.h"
#include "ui/entry/numbers.h"
#include "ui/style/theme.h"
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

// With until when each answers, with whose it is, and bare: the last is for a narrow window.
QStringList numbersFor(const record::CaseState& state, const vault::Office& office, const QDateTime& now) {
    QStringList full{QStringLiteral("999")}, named = full, bare = full;
    const vault::Authority* own = office.authority(state.child.authority);
    for (const vault::Authority& authority : office.authorities) {
        if (own && own != &authority)
            continue;
        const entry::NumberNow number = entry::numberNow(office, authority, now);
        full << entry::numberLine(number);
        named << (number.name + QLatin1Char(' ') + number.number).trimmed();
        bare << number.number;
    }
    bare.removeAll(QString());
    const QString dot = QStringLiteral(" · ");
    return {full.join(dot), named.join(dot), bare.join(dot)};
}

} // namespace

ThreatBar::ThreatBar(QWidget* parent)
    : QWidget(parent)
    , m_notice(new Notice(Notice::Kind::Warning, {}, {}))
    , m_record(new PlainButton(tr("Record the ca&ll")))
    , m_now(new PlainButton(tr("How it is now"))) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space(5), space(2), space(5), space(2));
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
    m_shorter = numbersFor(state, office, now);
    m_text = m_shorter.front();
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
    layout()->setContentsMargins(space(5), low ? 2 : space(2), space(5), low ? 2 : space(2));
    m_notice->setTight(low);
    m_record->setMaximumHeight(low ? px(30) : QWIDGETSIZE_MAX);
    say();
}

void ThreatBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (m_low)
        say();
}

QString ThreatBar::inOneLine() const {
    const int taken = 2 * space(5) + 3 * space(4) + 6 + (m_mayAdd ? m_record->sizeHint().width() : 0);
    const QFontMetrics metrics(ui::font(Type::Body));
    QString line;
    for (const QString& numbers : m_shorter) {
        line = tr("Threat: %1").arg(numbers);
        if (metrics.horizontalAdvance(line) <= width() - taken)
            break;
    }
    return line;
}

void ThreatBar::say() {
    m_now->setVisible(m_mayAdd && !m_low);
    if (m_low)
        m_notice->set(Notice::Kind::Warning, {}, inOneLine());
    else
        m_notice->set(Notice::Kind::Warning, m_heading, m_text);
}

} // namespace ui::shell

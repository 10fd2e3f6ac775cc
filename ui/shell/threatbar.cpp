#include "ui/shell/threatbar.h"
#include "ui/entry/numbers.h"
#include "ui/style/theme.h"
#include "ui/widgets/button.h"
#include <QVBoxLayout>

using namespace core;

namespace ui::shell {

namespace {

// Children's social care, as the nation of the case calls it.
QString socialCareName(const record::CaseState& state, bool atSentence = false) {
    // A term that stands first gets a capital; so something stands before it.
    const QString term = atSentence ? QStringLiteral("{term:Children's-social-care}")
                                    : QStringLiteral("- {term:children's-social-care}");
    const QString name = state.guide->worded(term, state.nation, {}).replace(QLatin1Char('\''), QChar(0x2019));
    return atSentence ? name : name.mid(2);
}

QString told(const QString& whom, const record::ThreatCall& call) {
    QString said = call.when.isKnown() ? ThreatBar::tr("%1 told %2").arg(whom, occurredShort(call.when))
                                       : ThreatBar::tr("%1 told at a time that is not recorded").arg(whom);
    if (!call.to.isEmpty())
        said += ThreatBar::tr(" (%1)").arg(call.to);
    return call.by.isEmpty() ? said : ThreatBar::tr("%1, recorded by %2").arg(said, call.by);
}

// What is still to be done, in the words of the case.
QString headingFor(const record::CaseState& state) {
    const QString child = state.child.called().isEmpty() ? ThreatBar::tr("The child") : state.child.called();
    const QString care = socialCareName(state);
    if (!state.policeRung && !state.socialCareRung)
        return ThreatBar::tr("%1 is being threatened: police and %2 now.").arg(child, care);
    if (!state.policeRung)
        return ThreatBar::tr("%1 is being threatened: police now.").arg(child);
    if (!state.socialCareRung)
        return ThreatBar::tr("%1 is being threatened: %2 now.").arg(child, care);
    return ThreatBar::tr("%1 is being threatened. Police and %2 were told.").arg(child, care);
}

} // namespace

ThreatBar::ThreatBar(QWidget* parent)
    : QWidget(parent)
    , m_notice(new Notice(Notice::Kind::Warning, {}, {}))
    , m_record(new PlainButton(tr("Record the ca&ll")))
    , m_now(new PlainButton(tr("The threat has changed or ended"))) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(space(5), space(2), space(5), space(2));
    layout->addWidget(m_notice);
    m_notice->addAction(m_record);
    m_notice->addAction(m_now);
    m_now->setAccessibleName(tr("The threat has changed or ended"));
    m_now->setAccessibleDescription(tr("Opens the questions about danger, to record how it is now. This bar goes when "
                                       "they say that there is no threat."));
    m_now->setToolTip(m_now->accessibleDescription());
    connect(m_now, &QAbstractButton::clicked, this, &ThreatBar::nowAsked);
    connect(m_record, &QAbstractButton::clicked, this, &ThreatBar::recordCallAsked);
}

void ThreatBar::show(const record::CaseState& state, const vault::Office& office, bool mayAdd, const QDateTime& now) {
    setVisible(state.threatened());
    if (!state.threatened())
        return;
    const entry::SocialCareNumbers care = entry::socialCareNumbers(office, state.child.authority, now);
    const QString dot = QStringLiteral(" · ");
    QStringList said, police;
    if (state.policeRung)
        said << told(tr("Police"), *state.policeRung);
    else
        police << entry::policeLine();
    if (state.socialCareRung)
        said << told(socialCareName(state, true), *state.socialCareRung);
    m_text = (said + police + (state.socialCareRung ? QStringList() : care.full)).join(dot);
    m_shorter.clear();
    for (const QStringList& numbers : {care.full, care.named, care.bare}) {
        QStringList line;
        if (!state.policeRung)
            line << QStringLiteral("999");
        if (!state.socialCareRung)
            line += numbers;
        line.removeDuplicates();
        m_shorter << (line.isEmpty() ? tr("police and %1 were told").arg(socialCareName(state)) : line.join(dot));
    }
    m_heading = headingFor(state);
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
    for (Button* button : {m_record, m_now})
        button->setMaximumHeight(low ? px(30) : QWIDGETSIZE_MAX);
    say();
}

void ThreatBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (m_low)
        say();
}

int ThreatBar::takenInOneLine(bool now) const {
    const int buttons = m_mayAdd ? m_record->sizeHint().width() : 0;
    return 2 * space(5) + 3 * space(4) + 6 + buttons + (now ? m_now->sizeHint().width() + space(3) : 0);
}

bool ThreatBar::hasRoomForNow() const {
    const int least = QFontMetrics(ui::font(Type::Body))
                          .horizontalAdvance(tr("Threat: %1").arg(m_shorter.value(m_shorter.size() - 1)));
    return m_mayAdd && (!m_low || least <= width() - takenInOneLine(true));
}

QString ThreatBar::inOneLine() const {
    const int taken = takenInOneLine(hasRoomForNow());
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
    m_now->setText(m_low ? tr("Changed…") : tr("The threat has changed or ended"));
    m_now->setVisible(hasRoomForNow());
    if (m_low)
        m_notice->set(Notice::Kind::Warning, {}, inOneLine());
    else
        m_notice->set(Notice::Kind::Warning, m_heading, m_text);
}

} // namespace ui::shell

#include "ui/referral/referralcard.h"
#include "ui/referral/stepline.h"
#include "ui/rows/flow.h"
#include "ui/rows/readtext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/plainlabel.h"
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>

using namespace core;
using core::record::ReferralStep;

namespace ui::referral {

namespace {

PlainLabel* wrapped(const QString& text, Type type = Type::Body, Colour colour = Colour::Text) {
    auto* label = new PlainLabel(text, type, colour);
    label->setWordWrap(true);
    return label;
}

QString moment(const QDateTime& local) {
    return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(local, QStringLiteral("ddd d MMM HH:mm"));
}

QString levelWords(const QString& level) {
    if (level == QLatin1String("immediate-danger"))
        return ReferralCard::tr("immediate danger");
    if (level == QLatin1String("significant-harm"))
        return ReferralCard::tr("significant harm, or likely");
    if (level == QLatin1String("concern"))
        return ReferralCard::tr("concern");
    if (level == QLatin1String("advice"))
        return ReferralCard::tr("asking for advice");
    return level;
}

} // namespace

std::vector<QPair<QString, QString>> nextSteps(ReferralStep reached) {
    const auto step = [](const char* id, const QString& text) {
        return QPair<QString, QString>(QString::fromLatin1(id), text);
    };
    const auto tr = [](const char* text) { return ReferralCard::tr(text); };
    switch (reached) {
    case ReferralStep::Drafted:
        return {step("made-phone", tr("Made by phone")), step("made-portal", tr("Made on the portal")),
                step("made-in-person", tr("Made in person"))};
    case ReferralStep::Made:
        return {step("confirmed-in-writing", tr("Confirmed in writing")), step("chased", tr("We chased it")),
                step("acknowledged", tr("They acknowledged it")), step("decided", tr("They decided"))};
    case ReferralStep::ConfirmedInWriting:
        return {step("chased", tr("We chased it")), step("acknowledged", tr("They acknowledged it")),
                step("decided", tr("They decided"))};
    case ReferralStep::Acknowledged:
        return {step("chased", tr("We chased it")), step("decided", tr("They decided")),
                step("escalated", tr("We take it further"))};
    case ReferralStep::Decided:
    case ReferralStep::Escalated:
        return {step("escalated", tr("We take it further")), step("decided", tr("A new decision")),
                step("closed", tr("Close it"))};
    case ReferralStep::Closed:
        return {};
    }
    return {};
}

ReferralCard::ReferralCard(const record::Referral& referral, const record::CaseState& state, const QDateTime& now,
                           bool mayAdd, QWidget* parent)
    : Card(parent) {
    auto* holder = new QWidget;
    m_body = new QVBoxLayout(holder);
    m_body->setContentsMargins(space(5), space(4), space(5), space(4));
    m_body->setSpacing(space(2));
    content()->addWidget(holder);
    addHead(referral);
    m_body->addWidget(new StepLine(referral));
    addClocks(referral, state, now);
    addFacts(referral);
    addEvents(referral);
    if (mayAdd)
        addNext(referral);
}

void ReferralCard::addHead(const record::Referral& referral) {
    auto* line = new QHBoxLayout;
    line->setSpacing(space(3));
    line->addWidget(wrapped(referral.to.isEmpty() ? tr("To whom is not known") : referral.to, Type::Heading2), 1);
    line->addWidget(new Pill(referral.step >= ReferralStep::Decided ? Pill::Kind::Done : Pill::Kind::Waiting,
                             stepTitle(referral.step)),
                    0, Qt::AlignTop);
    m_body->addLayout(line);
    if (!referral.level.isEmpty())
        m_body->addWidget(wrapped(tr("As %1").arg(levelWords(referral.level)), Type::Body, Colour::Soft));
}

void ReferralCard::addClocks(const record::Referral& referral, const record::CaseState& state, const QDateTime& now) {
    for (const guide::ClockState& clock : state.clocks) {
        if (clock.subject != referral.id.toString() || !clock.running())
            continue;
        const bool over = clock.due.isValid() && clock.due < now;
        const QString due = !clock.due.isValid() ? tr("Now")
                            : over               ? tr("Overdue since %1").arg(moment(clock.due))
                                                 : tr("By %1").arg(moment(clock.due));
        auto* line = new QWidget;
        auto* flow = new rows::Flow(line, space(2), space(1));
        flow->addWidget(new Pill(over || !clock.due.isValid() ? Pill::Kind::Overdue : Pill::Kind::Due, due));
        auto* title = new PlainLabel(state.guide->worded(clock.title, state.nation, state.childForText()));
        title->setWordWrap(false);
        flow->addWidget(title);
        m_body->addWidget(line);
        m_body->addWidget(wrapped(clock.source, Type::Small, Colour::Soft));
        if (clock.checkLocally)
            m_body->addWidget(wrapped(tr("Check this time with your local procedures."), Type::Small, Colour::Soft));
    }
}

void ReferralCard::addFacts(const record::Referral& referral) {
    const std::vector<QPair<QString, QString>> facts{
        {tr("Taken by"), referral.takenBy}, {tr("Reference"), referral.reference}, {tr("Decision"), referral.decision}};
    for (const auto& [label, text] : facts) {
        auto* line = new QHBoxLayout;
        auto* name = wrapped(label, Type::Small, Colour::Soft);
        name->setFixedWidth(px(96));
        line->addWidget(name, 0, Qt::AlignTop);
        if (text.isEmpty())
            line->addWidget(
                wrapped(label == tr("Decision") ? tr("None yet") : tr("Not known"), Type::Body, Colour::Soft), 1);
        else
            line->addWidget(rows::readText(text, label, false), 1);
        m_body->addLayout(line);
    }
}

void ReferralCard::addEvents(const record::Referral& referral) {
    m_body->addWidget(new Rule);
    const auto moment = [](const record::ReferralEvent& event) {
        return event.when.isKnown() ? occurredShort(event.when) : tr("Not known");
    };
    // A date and its time stand in one line; only a long "between … and …" wraps.
    int column = px(96);
    for (const record::ReferralEvent& event : referral.events)
        column = std::max(column, QFontMetrics(ui::font(Type::Small)).horizontalAdvance(moment(event)) + 4);
    column = std::min(column, px(190));
    for (const record::ReferralEvent& event : referral.events) {
        QStringList parts{event.chased ? tr("Chased") : stepTitle(event.step)};
        parts << event.how.toLower() << event.with << event.note;
        parts.removeAll(QString());
        auto* line = new QHBoxLayout;
        auto* when = wrapped(moment(event), Type::Small, Colour::Soft);
        when->setFixedWidth(column);
        auto* open = new QuietButton(tr("Read"));
        open->setAccessibleName(tr("Read: %1").arg(parts.join(QStringLiteral(", "))));
        line->addWidget(when, 0, Qt::AlignVCenter);
        line->addWidget(wrapped(parts.join(QStringLiteral(" · "))), 1);
        line->addWidget(open, 0, Qt::AlignVCenter);
        m_body->addLayout(line);
        connect(open, &QAbstractButton::clicked, this, [this, id = event.entry] { emit entryAsked(id); });
    }
}

void ReferralCard::addNext(const record::Referral& referral) {
    const auto steps = nextSteps(referral.step);
    if (steps.empty())
        return;
    m_body->addWidget(wrapped(tr("What has happened since?"), Type::SmallStrong, Colour::Soft));
    auto* holder = new QWidget;
    auto* flow = new rows::Flow(holder, space(2), space(2));
    for (const auto& [step, text] : steps) {
        auto* button = new PlainButton(text);
        button->setAccessibleName(tr("%1: %2").arg(referral.to, text));
        flow->addWidget(button);
        connect(button, &QAbstractButton::clicked, this,
                [this, id = referral.id, step = step] { emit progressAsked(id, step); });
    }
    m_body->addWidget(holder);
}

} // namespace ui::referral

#include "ui/home/numberscard.h"
#include "ui/entry/numbers.h"
#include "ui/rows/flow.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plainlabel.h"
#include <QLocale>
#include <QVBoxLayout>

using namespace core;

namespace ui::home {

namespace {

PlainLabel* wrapped(const QString& text, Type type = Type::Body, Colour colour = Colour::Text) {
    auto* label = new PlainLabel(text, type, colour);
    label->setWordWrap(true);
    label->setSelectable(true);
    label->setFocusPolicy(Qt::NoFocus); // read and copied with the mouse; no stop on the way by Tab
    return label;
}

// Words of which one part is bold, as labels beside each other: rich text is never used.
QWidget* line(std::initializer_list<QPair<QString, bool>> parts) {
    auto* holder = new QWidget;
    auto* flow = new rows::Flow(holder, 4, 0);
    for (const auto& [text, bold] : parts)
        if (!text.isEmpty()) {
            auto* label = new PlainLabel(text, bold ? Type::Strong : Type::Body);
            label->setWordWrap(false);
            flow->addWidget(label);
        }
    return holder;
}

QVBoxLayout* padded(Card* card) {
    auto* holder = new QWidget;
    auto* layout = new QVBoxLayout(holder);
    layout->setContentsMargins(18, 16, 18, 16);
    layout->setSpacing(1);
    card->content()->addWidget(holder);
    return layout;
}

QString openWords(const guide::Service& service, const QDateTime& now) {
    if (service.always)
        return ServicesCard::tr("day and night");
    const auto until = service.openUntil(now);
    if (until)
        return ServicesCard::tr("open until %1").arg(until->toString(QStringLiteral("HH:mm")));
    if (!service.open.isEmpty())
        return service.hours.isEmpty() ? ServicesCard::tr("closed now")
                                       : ServicesCard::tr("closed now · %1").arg(service.hours);
    return service.hours;
}

QString clock(QTime time) {
    return time.toString(QStringLiteral("HH:mm"));
}

QString day(QDate date) {
    return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(date, QStringLiteral("d MMM yyyy"));
}

// Who vouches for the number: whoever typed it in has not by that checked it.
QString standingOf(const vault::Office& office, const vault::Authority& authority) {
    if (authority.checked.isValid())
        return ServicesCard::tr("Set by your office · checked %1").arg(day(authority.checked));
    const auto entered = office.entered.constFind(authority.id);
    if (entered == office.entered.cend() || !entered->on.isValid())
        return {};
    const QString when = entered->by.isEmpty()
                             ? ServicesCard::tr("Entered %1").arg(day(entered->on))
                             : ServicesCard::tr("Entered %1 by %2").arg(day(entered->on), entered->by);
    return ServicesCard::tr("%1 · not checked by a call yet").arg(when);
}

} // namespace

Card* rightNowCard(const vault::Office& office, const QDateTime& now) {
    auto* card = new Card;
    QVBoxLayout* layout = padded(card);
    layout->addWidget(wrapped(ServicesCard::tr("A child in immediate danger"), Type::Strong));
    layout->addWidget(line({{ServicesCard::tr("Call"), false},
                            {QStringLiteral("999."), true},
                            {ServicesCard::tr("Record afterwards."), false}}));
    for (const vault::Authority& authority : office.authorities) {
        const entry::NumberNow number = entry::numberNow(office, authority, now);
        layout->addSpacing(space(2));
        layout->addWidget(wrapped(number.name, Type::Strong));
        if (number.number.isEmpty())
            layout->addWidget(wrapped(ServicesCard::tr("No number is set."), Type::Body, Colour::Soft));
        else if (number.outOfHours && authority.outOfHours.isEmpty())
            layout->addWidget(line({{ServicesCard::tr("Does not answer now."), false},
                                    {ServicesCard::tr("%1 on working days, %2 to %3")
                                         .arg(number.number, clock(office.opens), clock(office.closes)),
                                     false},
                                    {ServicesCard::tr("Until then the police, 999 or 101."), true}}));
        else
            layout->addWidget(line({{number.number, true}, {number.until, false}}));
        if (!number.then.isEmpty())
            layout->addWidget(wrapped(number.then, Type::Body, Colour::Soft));
        if (const QString standing = standingOf(office, authority); !standing.isEmpty()) {
            layout->addSpacing(space(1));
            layout->addWidget(wrapped(standing, Type::Small, Colour::Soft));
        }
    }
    return card;
}

ServicesCard::ServicesCard(const guide::Guide& guide, const QString& nation, const QDateTime& now, QWidget* parent)
    : Card(parent), m_guide(guide), m_nation(nation), m_now(now) {
    fill(false);
}

void ServicesCard::fill(bool all) {
    clear();
    QVBoxLayout* layout = padded(this);
    const QStringList first{QStringLiteral("childline"), QStringLiteral("stop-it-now")};
    bool more = false, any = false;
    for (const guide::Service& service : m_guide.services()) {
        if (!service.nations.isEmpty() && !service.nations.contains(m_nation))
            continue;
        if (!all && !first.contains(service.id)) {
            more = true;
            continue;
        }
        if (any)
            layout->addSpacing(space(2));
        any = true;
        layout->addWidget(line({{service.name, true}, {entry::unbroken(service.phone), false}}));
        QStringList about{service.forWhom, openWords(service, m_now)};
        if (service.checked.isValid())
            about << tr("checked %1").arg(day(service.checked));
        about.removeAll(QString());
        layout->addWidget(wrapped(about.join(QStringLiteral(" · ")), Type::Small, Colour::Soft));
        if (all && !service.how.isEmpty())
            layout->addWidget(wrapped(service.how, Type::Small, Colour::Soft));
    }
    if (!more && !all)
        return;
    auto* button = new QuietButton(all ? tr("Fewer services") : tr("&All services"));
    layout->addSpacing(space(2));
    layout->addWidget(button, 0, Qt::AlignLeft);
    connect(
        button, &QAbstractButton::clicked, this, [this, all] { fill(!all); }, Qt::QueuedConnection);
}

} // namespace ui::home

#include "ui/widgets/whenedit.h"
#include "ui/widgets/button.h"
#include "ui/widgets/page.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plainlineedit.h"
#include "ui/widgets/statusline.h"
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace ui {
namespace {

QString pointForTyping(QDate date, core::Occurred::Precision precision, std::optional<QTime> time) {
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    switch (precision) {
    case core::Occurred::Precision::Unknown:
        return QStringLiteral("not known");
    case core::Occurred::Precision::Year:
        return QString::number(date.year());
    case core::Occurred::Precision::Month:
        return english.toString(date, QStringLiteral("MMMM yyyy"));
    case core::Occurred::Precision::Day:
        return english.toString(date, QStringLiteral("d MMMM yyyy"));
    case core::Occurred::Precision::Minute:
        return english.toString(date, QStringLiteral("d MMMM yyyy")) + QLatin1Char(' ') +
               time.value_or(QTime(0, 0)).toString(QStringLiteral("HH:mm"));
    }
    return {};
}

int yearsBetween(QDate born, QDate day) {
    const bool hadBirthday = std::pair(day.month(), day.day()) >= std::pair(born.month(), born.day());
    return day.year() - born.year() - (hadBirthday ? 0 : 1);
}

// A mistyped year shows at once. Of a month or a year alone there may be two.
QString ageOn(const core::Occurred& born, QDate day) {
    if (!born.isKnown() || born.isBetween() || born.isAbout())
        return {};
    const QDate first = born.date();
    const QDate last = born.precision() == core::Occurred::Precision::Year    ? first.addYears(1).addDays(-1)
                       : born.precision() == core::Occurred::Precision::Month ? first.addMonths(1).addDays(-1)
                                                                              : first;
    const int most = yearsBetween(first, day), least = std::max(0, yearsBetween(last, day));
    if (most < 0)
        return {};
    return most == least ? WhenEdit::tr("%1 years old").arg(most)
                         : WhenEdit::tr("%1 or %2 years old").arg(least).arg(most);
}

} // namespace

QString whenForTyping(const core::Occurred& when) {
    if (when.isBetween()) {
        const QString text = when.text();
        const auto from = core::Occurred::parse(QStringView(text).left(text.indexOf(QLatin1Char('/'))));
        const auto to = core::Occurred::parse(QStringView(text).mid(text.indexOf(QLatin1Char('/')) + 1));
        if (from && to)
            return QStringLiteral("between %1 and %2").arg(whenForTyping(*from), whenForTyping(*to));
    }
    const QString point = pointForTyping(when.date(), when.precision(), when.time());
    return when.isAbout() ? QStringLiteral("about ") + point : point;
}

WhenEdit::WhenEdit(core::Future future, QWidget* parent)
    : QWidget(parent)
    , m_future(future)
    , m_now([] { return QDateTime::currentDateTime(); })
    , m_field(new PlainLineEdit)
    , m_echo(new PlainLabel({}, Type::Small, Colour::Soft)) {
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(2);
    auto* across = new QHBoxLayout;
    across->setSpacing(space(1));
    across->addWidget(m_field, 1);
    across->addStretch();
    down->addLayout(across);
    down->addWidget(m_echo);
    m_field->setMaximumWidth(px(380));
    setFocusProxy(m_field);
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        understand();
        echo();
        emit changed();
    });
    understand();
    echo();
}

void WhenEdit::understand() {
    m_typedAt = m_now();
    m_understood = core::readWhen(typed(), m_typedAt, m_future);
}

core::WhenTyped WhenEdit::read() const {
    if (m_given && typed() == m_givenTyped)
        return {core::WhenTyped::Problem::None, *m_given};
    if (m_understood.problem != core::WhenTyped::Problem::InTheFuture)
        return m_understood;
    // It may have come by now; what "today" meant stays the day it was typed on.
    const core::WhenTyped meant = core::readWhen(typed(), m_typedAt, core::Future::Allowed);
    return meant.problem == core::WhenTyped::Problem::None
               ? core::readWhen(whenForTyping(meant.value), m_now(), m_future)
               : m_understood;
}

QString WhenEdit::typed() const {
    return m_field->text();
}

QString WhenEdit::value() const {
    if (isEmpty())
        return {};
    const core::WhenTyped when = read();
    if (when.problem == core::WhenTyped::Problem::None)
        return when.value.text();
    const core::WhenTyped ahead = core::readWhen(typed(), m_typedAt, core::Future::Allowed);
    return when.problem == core::WhenTyped::Problem::InTheFuture && ahead.problem == core::WhenTyped::Problem::None
               ? whenForTyping(ahead.value) // "today 15:00", typed at 14:00: a draft keeps which day that was
               : typed();
}

void WhenEdit::setValue(const QString& value) {
    const auto when = core::Occurred::parse(value);
    if (when && !value.isEmpty())
        setOccurred(*when);
    else
        m_field->setText(value);
}

void WhenEdit::setOccurred(const core::Occurred& when) {
    m_given = when;
    m_givenTyped = whenForTyping(when);
    m_field->setText(m_givenTyped);
}

void WhenEdit::setClock(std::function<QDateTime()> now) {
    m_now = std::move(now);
    understand();
    echo();
}

void WhenEdit::setLabel(const QString& label) {
    m_label = label;
    m_field->setAccessibleName(label);
    nameButtons();
}

void WhenEdit::nameButtons() {
    if (m_nowButton)
        m_nowButton->setAccessibleName(tr("Set to now: %1").arg(m_label));
    if (m_same)
        m_same->setAccessibleName(
            tr("%1. For: %2").arg(QString(m_same->text()).replace(QLatin1String("&&"), QLatin1String("&")), m_label));
}

void WhenEdit::describe(const QString& text) {
    m_described = text;
    m_field->setAccessibleDescription(QStringLiteral("%1 %2").arg(m_described, m_echo->text()).trimmed());
}

void WhenEdit::setDay(bool day) {
    m_day = day;
    echo();
}

void WhenEdit::setBirth(bool birth) {
    m_birth = birth;
    echo();
}

void WhenEdit::offerNow() {
    m_nowButton = new QuietButton(tr("Now"));
    nameButtons();
    static_cast<QHBoxLayout*>(layout()->itemAt(0)->layout())->insertWidget(1, m_nowButton);
    connect(m_nowButton, &QPushButton::clicked, this, [this] { take(core::Occurred::at(m_now())); });
}

void WhenEdit::offerSame(const QString& question, const core::Occurred& when) {
    m_same = new QuietButton(
        tr("Same as “%1”: %2").arg(question, whenForTyping(when)).replace(QLatin1Char('&'), QLatin1String("&&")));
    m_same->setWraps(true);
    nameButtons();
    layout()->addWidget(m_same);
    m_same->setVisible(isEmpty());
    connect(m_same, &QPushButton::clicked, this, [this, when] {
        m_field->setFocus(Qt::OtherFocusReason); // before the button goes
        take(when);
    });
}

void WhenEdit::take(const core::Occurred& when) {
    setOccurred(when);
    announce(*m_echo, m_echo->text());
}

QString WhenEdit::problemText() const {
    if (isEmpty())
        return {};
    const core::WhenTyped when = read();
    if (when.problem == core::WhenTyped::Problem::None)
        return {};
    if (m_day && when.problem == core::WhenTyped::Problem::NotUnderstood)
        return tr("“%1” was not understood as a date. Write it like 14/2/2012, 14 February 2012 or 2012.")
            .arg(typed().left(40).simplified());
    return core::whenProblemText(when, typed());
}

void WhenEdit::setEchoShown(bool shown) {
    m_echo->setVisible(shown);
}

void WhenEdit::echo() {
    m_echo->show(); // typing goes on: it answers again
    m_echo->setColour(Colour::Soft);
    if (isEmpty()) {
        m_echo->setText(m_day ? tr("For example: 14/2/2012, February 2012, 2012")
                        : m_future == core::Future::Allowed
                            ? tr("For example: 14 March 2027")
                            : tr("For example: today 10:30, 14/2/26, March 2026, about 9am"));
    } else if (const QString problem = problemText(); !problem.isEmpty()) {
        m_echo->setText(problem);
        m_echo->setColour(Colour::Bad);
    } else {
        const core::Occurred when = read().value;
        QStringList said{m_day ? core::occurredForPeople(when) : core::whenEcho(when, m_now())};
        if (m_birth)
            said << ageOn(when, m_now().date());
        said.removeAll(QString());
        m_echo->setText(said.join(QStringLiteral(" · ")));
    }
    if (m_same) {
        if (m_same->isVisible())
            keepRoom(*m_same, m_field->hasFocus()); // nothing jumps while one types
        m_same->setVisible(isEmpty());
    }
    describe(m_described);
}

} // namespace ui

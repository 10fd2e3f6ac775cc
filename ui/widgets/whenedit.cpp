#include "ui/widgets/whenedit.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plainlineedit.h"
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
    down->addWidget(m_field);
    down->addWidget(m_echo);
    m_field->setMaximumWidth(px(380));
    setFocusProxy(m_field);
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        echo();
        emit changed();
    });
    echo();
}

core::WhenTyped WhenEdit::read() const {
    if (m_given && typed() == m_givenTyped)
        return {core::WhenTyped::Problem::None, *m_given};
    return core::readWhen(typed(), m_now(), m_future);
}

QString WhenEdit::typed() const {
    return m_field->text();
}

QString WhenEdit::value() const {
    if (isEmpty())
        return {};
    const core::WhenTyped when = read();
    return when.problem == core::WhenTyped::Problem::None ? when.value.text() : typed();
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
    echo();
}

void WhenEdit::setLabel(const QString& label) {
    m_field->setAccessibleName(label);
}

void WhenEdit::setEchoShown(bool shown) {
    m_echo->setVisible(shown);
}

void WhenEdit::echo() {
    m_echo->show(); // typing goes on: it answers again
    m_echo->setColour(Colour::Soft);
    if (isEmpty()) {
        m_echo->setText(m_future == core::Future::Allowed
                            ? tr("For example: 14 March 2027")
                            : tr("For example: today 10:30, 14/2/26, March 2026, about 9am"));
    } else if (const core::WhenTyped when = read(); when.problem == core::WhenTyped::Problem::None) {
        m_echo->setText(core::whenEcho(when.value, m_now()));
    } else {
        m_echo->setText(core::whenProblemText(when, typed()));
        m_echo->setColour(Colour::Bad);
    }
    m_field->setAccessibleDescription(m_echo->text());
}

} // namespace ui

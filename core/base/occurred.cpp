#include "core/base/occurred.h"
#include "core/base/utc.h"
#include <QLocale>

namespace core {

namespace {

constexpr int LargestOffset = 14 * 3600;

// ASCII digits only: QString::toInt() would also take blanks, signs and the digits of other scripts.
std::optional<int> digits(QStringView text, qsizetype from, qsizetype count) {
    if (from + count > text.size())
        return std::nullopt;
    int value = 0;
    for (qsizetype i = from; i < from + count; ++i) {
        const ushort c = text[i].unicode();
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

bool isAt(QStringView text, qsizetype index, char character) {
    return index < text.size() && text[index] == QLatin1Char(character);
}

std::optional<int> parseOffset(QStringView text, qsizetype from) { // "+01:00"
    const bool minus = isAt(text, from, '-');
    const auto hours = digits(text, from + 1, 2);
    const auto minutes = digits(text, from + 4, 2);
    if ((!minus && !isAt(text, from, '+')) || !isAt(text, from + 3, ':') || !hours || !minutes || *minutes > 59)
        return std::nullopt;
    const int seconds = *hours * 3600 + *minutes * 60;
    if (seconds > LargestOffset || (minus && seconds == 0))
        return std::nullopt;
    return minus ? -seconds : seconds;
}

QString padded(int value, int width) {
    return QString::number(value).rightJustified(width, QLatin1Char('0'));
}

QString offsetText(int seconds) {
    const int minutes = qAbs(seconds) / 60;
    return (seconds < 0 ? QStringLiteral("-") : QStringLiteral("+")) + padded(minutes / 60, 2) + QLatin1Char(':') +
           padded(minutes % 60, 2);
}

QDateTime moment(QDate date, QTime time, int offsetSeconds) {
    return utc(date, time).addSecs(-offsetSeconds);
}

QString inEnglish(QDate date, const QString& format) {
    return QLocale::c().toString(date, format);
}
QString clockTime(QTime time) {
    return time.toString(QStringLiteral("HH:mm"));
}

} // namespace

std::optional<Occurred::Point> Occurred::parsePoint(QStringView text) {
    const auto year = digits(text, 0, 4);
    if (!year || *year == 0)
        return std::nullopt;
    Point p{Precision::Year, QDate(*year, 1, 1), QTime(), 0};
    if (text.size() == 4)
        return p;
    const auto month = digits(text, 5, 2);
    if (!isAt(text, 4, '-') || !month || *month < 1 || *month > 12)
        return std::nullopt;
    p.precision = Precision::Month;
    p.date = QDate(*year, *month, 1);
    if (text.size() == 7)
        return p;
    const auto day = digits(text, 8, 2);
    if (!isAt(text, 7, '-') || !day || !QDate::isValid(*year, *month, *day))
        return std::nullopt;
    p.precision = Precision::Day;
    p.date = QDate(*year, *month, *day);
    if (text.size() == 10)
        return p;
    const auto hour = digits(text, 11, 2);
    const auto minute = digits(text, 14, 2);
    const auto offset = parseOffset(text, 16);
    if (text.size() != 22 || !isAt(text, 10, 'T') || !isAt(text, 13, ':') || !hour || !minute || !offset ||
        !QTime::isValid(*hour, *minute, 0))
        return std::nullopt;
    p.precision = Precision::Minute;
    p.time = QTime(*hour, *minute);
    p.offsetSeconds = *offset;
    return p;
}

QString Occurred::pointText(const Point& p) {
    if (p.precision == Precision::Unknown)
        return {};
    QString text = padded(p.date.year(), 4);
    if (p.precision >= Precision::Month)
        text += QLatin1Char('-') + padded(p.date.month(), 2);
    if (p.precision >= Precision::Day)
        text += QLatin1Char('-') + padded(p.date.day(), 2);
    if (p.precision == Precision::Minute)
        text += QLatin1Char('T') + clockTime(p.time) + offsetText(p.offsetSeconds);
    return text;
}

std::optional<Occurred> Occurred::parse(QStringView text) {
    Occurred when;
    if (text.isEmpty())
        return when;
    when.m_about = text.startsWith(QLatin1Char('~'));
    if (when.m_about)
        text = text.mid(1);
    const qsizetype slash = text.indexOf(QLatin1Char('/'));
    const auto from = parsePoint(slash < 0 ? text : text.left(slash));
    if (!from)
        return std::nullopt;
    when.m_from = *from;
    when.m_precision = from->precision;
    if (slash < 0)
        return when;
    when.m_to = parsePoint(text.mid(slash + 1));
    if (!when.m_to || pointText(*when.m_to) == pointText(*from) || when.end() < when.start())
        return std::nullopt;
    return when;
}

Occurred Occurred::at(const QDateTime& minute) {
    Occurred when;
    if (!minute.isValid() || minute.date().year() < 1 || minute.date().year() > 9999)
        return when;
    const QTime time(minute.time().hour(), minute.time().minute());
    when.m_from = {Precision::Minute, minute.date(), time, minute.offsetFromUtc() / 60 * 60};
    when.m_precision = Precision::Minute;
    return when;
}

Occurred Occurred::on(QDate day) {
    Occurred when;
    if (!day.isValid() || day.year() < 1 || day.year() > 9999)
        return when;
    when.m_from = {Precision::Day, day, QTime(), 0};
    when.m_precision = Precision::Day;
    return when;
}

Occurred Occurred::about(const Occurred& when) {
    Occurred result = when;
    result.m_about = when.isKnown();
    return result;
}

// The earlier of the two comes first, whichever way round they are given: the text form knows no other order.
Occurred Occurred::between(const Occurred& from, const Occurred& to) {
    if (!from.isKnown() || !to.isKnown())
        return from.isKnown() ? from : to;
    if (to.end() < from.start())
        return between(to, from);
    Occurred result = from;
    result.m_about = from.m_about || to.m_about;
    result.m_to = to.m_to ? to.m_to : to.m_from;
    if (pointText(*result.m_to) == pointText(result.m_from))
        result.m_to.reset();
    return result;
}

QDateTime Occurred::start() const {
    switch (m_precision) {
    case Precision::Unknown:
        return {};
    case Precision::Year:
    case Precision::Month:
    case Precision::Day:
        return m_from.date.startOfDay().toUTC();
    case Precision::Minute:
        return moment(m_from.date, m_from.time, m_from.offsetSeconds);
    }
    return {};
}

QDateTime Occurred::end() const {
    const Point& p = m_to ? *m_to : m_from;
    switch (p.precision) {
    case Precision::Unknown:
        return {};
    case Precision::Year:
        return p.date.addYears(1).startOfDay().toUTC().addSecs(-1);
    case Precision::Month:
        return p.date.addMonths(1).startOfDay().toUTC().addSecs(-1);
    case Precision::Day:
        return p.date.addDays(1).startOfDay().toUTC().addSecs(-1);
    case Precision::Minute:
        return moment(p.date, p.time, p.offsetSeconds).addSecs(59);
    }
    return {};
}

QDate Occurred::date() const {
    return m_from.date;
}

std::optional<QTime> Occurred::time() const {
    return m_precision == Precision::Minute ? std::optional(m_from.time) : std::nullopt;
}

QString Occurred::text() const {
    QString text = m_about ? QStringLiteral("~") : QString();
    text += pointText(m_from);
    if (m_to)
        text += QLatin1Char('/') + pointText(*m_to);
    return text;
}

namespace {

struct Ends {
    Occurred from, to;
};

Ends endsOf(const Occurred& when) {
    QString text = when.text();
    if (when.isAbout())
        text.remove(0, 1);
    const qsizetype slash = text.indexOf(QLatin1Char('/'));
    return {Occurred::parse(text.left(slash)).value_or(Occurred()),
            Occurred::parse(text.mid(slash + 1)).value_or(Occurred())};
}

QString dayOrLess(const Occurred& point, const QString& weekday) {
    switch (point.precision()) {
    case Occurred::Precision::Unknown:
        return QStringLiteral("not known");
    case Occurred::Precision::Year:
        return inEnglish(point.date(), QStringLiteral("yyyy"));
    case Occurred::Precision::Month:
        return inEnglish(point.date(), QStringLiteral("MMMM yyyy"));
    case Occurred::Precision::Day:
    case Occurred::Precision::Minute:
        return inEnglish(point.date(), weekday + QStringLiteral(" d MMMM yyyy"));
    }
    return {};
}

QString pointForPeople(const Occurred& point) {
    const QString day = dayOrLess(point, QStringLiteral("dddd"));
    return point.time() ? day + QStringLiteral(", ") + clockTime(*point.time()) : day;
}

QString betweenForPeople(const Occurred& when) {
    const auto [from, to] = endsOf(when);
    const QString pattern = QStringLiteral("between %1 and %2");
    if (from.time() && to.time() && from.date() == to.date())
        return pattern.arg(clockTime(*from.time()), clockTime(*to.time())) + QStringLiteral(" on ") +
               dayOrLess(from, QStringLiteral("dddd"));
    return pattern.arg(pointForPeople(from), pointForPeople(to));
}

QString pointShort(const Occurred& point, int thisYear) {
    const QString year = point.date().year() == thisYear ? QString() : QStringLiteral(" yyyy");
    switch (point.precision()) {
    case Occurred::Precision::Unknown:
        return QStringLiteral("not known");
    case Occurred::Precision::Year:
        return inEnglish(point.date(), QStringLiteral("yyyy"));
    case Occurred::Precision::Month:
        return inEnglish(point.date(), QStringLiteral("MMM") + year);
    case Occurred::Precision::Day:
        return inEnglish(point.date(), QStringLiteral("ddd d MMM") + year);
    case Occurred::Precision::Minute:
        return inEnglish(point.date(), QStringLiteral("ddd d MMM") + year) + QLatin1Char(' ') +
               clockTime(*point.time());
    }
    return {};
}

} // namespace

QString occurredForPeople(const Occurred& when) {
    const QString about = when.isAbout() ? QStringLiteral("about ") : QString();
    if (when.isBetween())
        return about + betweenForPeople(when);
    if (when.isAbout() && when.time())
        return about + clockTime(*when.time()) + QStringLiteral(" on ") + dayOrLess(when, QStringLiteral("ddd"));
    return about + pointForPeople(when);
}

QString occurredShort(const Occurred& when) {
    const int thisYear = QDate::currentDate().year();
    const QString about = when.isAbout() ? QStringLiteral("about ") : QString();
    if (!when.isBetween())
        return about + pointShort(when, thisYear);
    const auto [from, to] = endsOf(when);
    if (from.time() && to.time() && from.date() == to.date())
        return about + pointShort(from, thisYear) + QChar(0x2013) + clockTime(*to.time());
    return about + pointShort(from, thisYear) + QStringLiteral(" \u2013 ") + pointShort(to, thisYear);
}

} // namespace core

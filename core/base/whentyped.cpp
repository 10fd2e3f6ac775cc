#include "core/base/whentyped.h"
#include "core/base/whenpoint.h"
#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace core {

namespace {

using Problem = WhenTyped::Problem;

constexpr qsizetype LongestTyped = 200;

QString say(const char* english) {
    return QCoreApplication::translate("When", english);
}

bool isNotKnown(const QString& text) {
    static const QRegularExpression words(
        QStringLiteral("^(not known|unknown|not sure|don't know|do not know|n/k|\\?+|ddim yn gwybod|"
                       "anhysbys)$"));
    return words.match(text).hasMatch();
}

bool takeAbout(QString& text) {
    static const QRegularExpression about(
        QStringLiteral("^(?:~|(?:about|around|approx\\.?|approximately|roughly|circa|c\\.|tua) ?)"));
    static const QRegularExpression inside(
        QStringLiteral(" (?:at )?(?:about|around|approx\\.?|roughly|tua) (?=\\d|noon|mid)"));
    const qsizetype before = text.size();
    text.remove(about);
    text.replace(inside, QStringLiteral(" "));
    text = text.trimmed();
    return text.size() != before;
}

struct Halves {
    QString from, to;
};

std::optional<Halves> halvesOf(const QString& text) {
    static const QRegularExpression between(
        QStringLiteral("^(?:between|from|rhwng) (.+?) (?:and|to|until|till|-|a|ac) (.+)$"));
    static const QRegularExpression to(QStringLiteral("^(.+?) (?:to|until|till|-) (.+)$"));
    static const QRegularExpression times(QStringLiteral("^(.*\\d[:.]\\d\\d)-(\\d{1,2}[:.]\\d\\d.*)$"));
    for (const QRegularExpression& shape : {between, to, times}) {
        if (const auto match = shape.match(text); match.hasMatch())
            return Halves{match.captured(1), match.captured(2)};
    }
    return std::nullopt;
}

// "3 to 5 march 2025", "tuesday 10:30 to 11:00": each half may lend the other its date.
QDate dayOnly(const QString& half, const Occurred& other) {
    static const QRegularExpression number(QStringLiteral("^(\\d{1,2})(?:st|nd|rd|th)?$"));
    const auto match = number.match(half);
    return match.hasMatch() && other.isKnown()
               ? QDate(other.date().year(), other.date().month(), match.captured(1).toInt())
               : QDate();
}

bool isTimeOnly(const QString& half) {
    static const QRegularExpression time(
        QStringLiteral("^(?:at )?(\\d{1,2}[:.]\\d{2}( ?[ap]m)?|\\d{1,2} ?[ap]m|noon|midday)$"));
    return time.match(half).hasMatch();
}

WhenTyped of(const WhenPoint& point) {
    return {point.problem, point.value};
}

Problem problemOfTime(const Occurred& when, const QDateTime& now, Future future) {
    const bool ahead = when.start() > now || (when.isBetween() && when.end() > now.addDays(1) && when.end() > now);
    return future == Future::Refused && ahead ? Problem::InTheFuture : Problem::None;
}

WhenTyped readBetween(const Halves& halves, const QDateTime& now, Future future) {
    WhenPoint from = readWhenPoint(halves.from, now, future);
    const QDateTime thatDay = from.value.isKnown() ? QDateTime(from.value.date(), now.time()) : now;
    const WhenPoint to = readWhenPoint(halves.to, isTimeOnly(halves.to) ? thatDay : now, future);
    if (const QDate day = dayOnly(halves.from, to.value); day.isValid())
        from = {Problem::None, Occurred::on(day)};
    if (isTimeOnly(halves.from) && to.value.time())
        from = readWhenPoint(halves.from, QDateTime(to.value.date(), now.time()), future);
    if (from.problem != Problem::None || to.problem != Problem::None)
        return of(from.problem != Problem::None ? from : to);
    if (to.value.end() < from.value.start())
        return {Problem::EndBeforeStart, {}};
    if (const Problem ahead = problemOfTime(to.value, now, future); ahead != Problem::None)
        return {ahead, {}};
    return {Problem::None, Occurred::between(from.value, to.value)};
}

WhenTyped readText(QString text, const QDateTime& now, Future future) {
    const bool about = takeAbout(text);
    WhenTyped result = of(readWhenPoint(text, now, future));
    if (result.problem == Problem::NotUnderstood) {
        if (const auto halves = halvesOf(text))
            result = readBetween(*halves, now, future);
    }
    if (result.problem == Problem::None)
        result.problem = problemOfTime(result.value, now, future);
    if (result.problem != Problem::None)
        return {result.problem, {}};
    return {Problem::None, about ? Occurred::about(result.value) : result.value};
}

QString noSuchDay(const WhenPoint& point) {
    if (point.month < 1 || point.month > 12)
        return say("There is no month %1. The day comes first, then the month: 27/3/2025.").arg(point.month);
    const QString month = QLocale::c().monthName(point.month);
    return say("There is no %1 %2 in %3. Check the date.").arg(point.day).arg(month).arg(point.year);
}

QString counted(qint64 number, const char* one, const char* several) {
    return number == 1 ? say(one) : say(several).arg(number);
}

QString lengthText(qint64 days) {
    if (days < 45)
        return counted(days, "1 day", "%1 days");
    if (days < 730)
        return counted(days / 30, "1 month", "%1 months");
    return counted(days / 365, "1 year", "%1 years");
}

QString minutesText(qint64 minutes) {
    const qint64 hours = (minutes + 30) / 60; // to the nearest, as it is said later of what was written
    return minutes < 60 ? counted(minutes, "1 minute", "%1 minutes") : counted(hours, "1 hour", "%1 hours");
}

QString agoOrAhead(bool past, const QString& length) {
    return past ? say("%1 ago").arg(length) : say("in %1").arg(length);
}

QString distance(const Occurred& value, const QDateTime& now) {
    const qint64 days = value.date().daysTo(now.date());
    if (value.time() && qAbs(value.start().secsTo(now)) < 18 * 3600) {
        const qint64 minutes = value.start().secsTo(now) / 60;
        return minutes == 0 ? say("just now") : agoOrAhead(minutes > 0, minutesText(qAbs(minutes)));
    }
    if (days == 0)
        return say("today");
    if (days == 1)
        return say("yesterday");
    return days == -1 ? say("tomorrow") : agoOrAhead(days > 0, lengthText(qAbs(days)));
}

} // namespace

WhenTyped readWhen(QStringView typed, const QDateTime& now, Future future) {
    if (typed.trimmed().isEmpty())
        return {Problem::Empty, {}};
    if (typed.size() > LongestTyped)
        return {Problem::NotUnderstood, {}};
    const QString text = foldedWhen(typed);
    return isNotKnown(text) ? WhenTyped() : readText(text, now, future);
}

QString whenProblemText(const WhenTyped& typed, QStringView text) {
    switch (typed.problem) {
    case Problem::None:
        return {};
    case Problem::Empty:
        return say("Write when it was, or: not known.");
    case Problem::NotUnderstood:
        return say("“%1” was not understood as a date. Write it like 14/2/2025, today 10:30 or March 2025.")
            .arg(text.left(40).toString().simplified());
    case Problem::NoSuchDay: {
        const WhenPoint point = readWhenPoint(foldedWhen(text), QDateTime::currentDateTime(), Future::Allowed);
        return point.problem == Problem::NoSuchDay ? noSuchDay(point) : say("There is no such day. Check the date.");
    }
    case Problem::NoSuchTime:
        return say("There is no such time of day. Write it like 10:30 or 4pm.");
    case Problem::InTheFuture:
        return say("This lies in the future. Check the date and the time.");
    case Problem::TooLongAgo:
        return say("This lies before 1900. Check the year.");
    case Problem::EndBeforeStart:
        return say("The second date is earlier than the first. Check both.");
    }
    return {};
}

QString whenEcho(const Occurred& value, const QDateTime& now) {
    const QString words = occurredForPeople(value);
    const bool isDay = value.precision() >= Occurred::Precision::Day;
    return isDay && !value.isBetween() ? words + QStringLiteral(" (%1)").arg(distance(value, now)) : words;
}

} // namespace core

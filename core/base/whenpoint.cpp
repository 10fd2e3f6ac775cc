#include "core/base/whenpoint.h"
#include <QHash>
#include <QRegularExpression>

namespace core {

namespace {

using Problem = WhenTyped::Problem;

constexpr int EarliestYear = 1900;

QRegularExpression pattern(const QString& text) {
    return QRegularExpression(QStringLiteral("(?<![\\w:./-])(?:%1)(?![\\w/])").arg(text));
}

int monthOf(const QString& name) {
    static const QHash<QString, int> months = [] {
        QHash<QString, int> all;
        const QStringList english =
            QStringLiteral("jan feb mar apr may jun jul aug sep oct nov dec").split(QLatin1Char(' '));
        const QStringList welsh =
            QStringLiteral("ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref "
                           "tachwedd rhagfyr")
                .split(QLatin1Char(' '));
        for (int i = 0; i < 12; ++i) {
            all.insert(english.at(i), i + 1);
            all.insert(welsh.at(i), i + 1);
        }
        return all;
    }();
    return months.value(name, months.value(name.left(3)));
}

const QString& monthWords() {
    static const QString words = QStringLiteral(
        "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov("
        "?:ember)?|"
        "dec(?:ember)?|ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr");
    return words;
}

int weekdayOf(const QString& name) {
    static const QHash<QString, int> days{
        {QStringLiteral("mon"), 1},     {QStringLiteral("tue"), 2},  {QStringLiteral("wed"), 3},
        {QStringLiteral("thu"), 4},     {QStringLiteral("fri"), 5},  {QStringLiteral("sat"), 6},
        {QStringLiteral("sun"), 7},     {QStringLiteral("llun"), 1}, {QStringLiteral("mawrth"), 2},
        {QStringLiteral("mercher"), 3}, {QStringLiteral("iau"), 4},  {QStringLiteral("gwener"), 5},
        {QStringLiteral("sadwrn"), 6},  {QStringLiteral("sul"), 7}};
    return days.value(name, days.value(name.left(3)));
}

int countOf(const QString& text) {
    return text == QLatin1String("a") || text == QLatin1String("an") || text == QLatin1String("one") ? 1 : text.toInt();
}

class PointReader {
public:
    PointReader(const QString& typed, const QDateTime& now, Future future)
        : m_rest(typed), m_now(now), m_future(future) {}

    WhenPoint read() {
        if (m_rest == QLatin1String("now") || m_rest == QLatin1String("nawr") || m_rest == QLatin1String("rwan"))
            return {Problem::None, Occurred::at(m_now)};
        const bool dated = takeMoment() || takeNumbers() || takeNamedMonth() || takeRelativeDay() || takeSpan();
        if (m_result.problem != Problem::None || m_result.value.isKnown())
            return finished();
        takeTime();
        if (!dated && !m_time && m_result.problem == Problem::None)
            takeBareYear();
        return m_result.problem == Problem::None ? assembled() : m_result;
    }

private:
    bool take(const QRegularExpression& what) {
        m_match = what.match(m_rest);
        if (!m_match.hasMatch())
            return false;
        m_rest.replace(m_match.capturedStart(), m_match.capturedLength(), QStringLiteral(" "));
        return true;
    }
    QString part(int index) const { return m_match.captured(index); }

    bool isEverythingRead() const {
        static const QRegularExpression filler(QStringLiteral("\\b(at|on|the|of|in|dated?|am|ar|yn|gloch)\\b|[,;]"));
        QString rest = m_rest;
        return rest.remove(filler).trimmed().isEmpty();
    }

    WhenPoint finished() {
        if (m_result.problem == Problem::None && !isEverythingRead())
            m_result = {Problem::NotUnderstood, {}};
        return m_result;
    }

    WhenPoint assembled() {
        if (!isEverythingRead() || (!m_date.isValid() && !m_time) ||
            (m_time && m_precision != Occurred::Precision::Day && m_date.isValid()))
            return {Problem::NotUnderstood, {}};
        if (!m_date.isValid())
            m_date = m_now.date();
        if (m_date.year() < EarliestYear)
            return {Problem::TooLongAgo, {}};
        if (!m_time)
            return {Problem::None, withPrecision()};
        const QDateTime moment(m_date, *m_time);
        if (!moment.isValid() || moment.time() != *m_time) // the hour that the clocks skip in March
            return {Problem::NoSuchTime, {}};
        return {Problem::None, Occurred::at(moment)};
    }

    Occurred withPrecision() const {
        const QString day = m_date.toString(Qt::ISODate);
        if (m_precision == Occurred::Precision::Year)
            return Occurred::parse(day.left(4)).value_or(Occurred());
        if (m_precision == Occurred::Precision::Month)
            return Occurred::parse(day.left(7)).value_or(Occurred());
        return Occurred::on(m_date);
    }

    bool isFuture(QDate day) const { return m_future == Future::Refused && day > m_now.date(); }

    // "24" is this century, unless that day is still to come: then a birth date is meant, never one with a time beside
    // it.
    int fullYear(const QString& typed, int month, int day) const {
        if (typed.size() == 4)
            return typed.toInt();
        const int year = 2000 + typed.toInt();
        static const QRegularExpression time(QStringLiteral("\\d[:.]\\d\\d|[ap]m\\b"));
        return isFuture(QDate(year, month, day)) && !m_rest.contains(time) ? year - 100 : year;
    }

    bool setDay(int year, int month, int day) {
        m_precision = Occurred::Precision::Day;
        m_date = QDate(year, month, day);
        if (!m_date.isValid())
            m_result = {Problem::NoSuchDay, {}, day, month, year};
        return true;
    }

    bool setMonth(int year, int month) {
        if (month < 1 || month > 12)
            m_result = {Problem::NoSuchDay, {}, 0, month, year};
        m_precision = Occurred::Precision::Month;
        m_date = QDate(year, month, 1);
        return true;
    }

    // Without a year: the last time that day was, or the next one where the future is allowed.
    bool setDayOfThisYear(int month, int day) {
        int year = m_now.date().year();
        const QDate thisYear(year, month, day);
        if (m_future == Future::Refused &&
            (thisYear > m_now.date() || (!thisYear.isValid() && QDate::isValid(year - 1, month, day))))
            --year;
        else if (m_future == Future::Allowed && thisYear.isValid() && thisYear < m_now.date())
            ++year;
        return setDay(year, month, day);
    }

    bool takeNumbers() {
        static const QRegularExpression iso(
            QStringLiteral("(?<!\\d)(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:t(?=\\d)|(?!\\d))"));
        static const QRegularExpression full = pattern(QStringLiteral("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})"));
        static const QRegularExpression blanks(QStringLiteral("^(\\d{1,2}) (\\d{1,2}) (\\d{4}|\\d{2})(?=$| )"));
        static const QRegularExpression month = pattern(QStringLiteral("(\\d{1,2})[-/](\\d{4})"));
        static const QRegularExpression dayAndMonth = pattern(QStringLiteral("(\\d{1,2})/(\\d{1,2})"));
        if (take(iso))
            return setDay(part(1).toInt(), part(2).toInt(), part(3).toInt());
        if (take(full))
            return setDay(fullYear(part(4), part(3).toInt(), part(1).toInt()), part(3).toInt(), part(1).toInt());
        if (take(blanks))
            return setDay(fullYear(part(3), part(2).toInt(), part(1).toInt()), part(2).toInt(), part(1).toInt());
        if (take(month))
            return setMonth(part(2).toInt(), part(1).toInt());
        return take(dayAndMonth) && setDayOfThisYear(part(2).toInt(), part(1).toInt());
    }

    bool takeNamedMonth() {
        static const QString day =
            QStringLiteral("(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?"
                           "(\\d{1,2})(?:st|nd|rd|th)?");
        static const QString year = QStringLiteral("(\\d{4}|'?\\d{2}(?![:.]\\d|\\d| ?[ap]m))");
        static const QRegularExpression dayFirst =
            pattern(day + QStringLiteral("[ -]?(?:of )?(%1)\\.?(?:,?[ -]?%2)?").arg(monthWords(), year));
        static const QRegularExpression monthFirst =
            pattern(QStringLiteral("(%1)\\.? (\\d{1,2})(?:st|nd|rd|th)?(?![:.]\\d|\\d| ?[ap]m)(?:,? (\\d{4}))?")
                        .arg(monthWords()));
        static const QRegularExpression monthOnly = pattern(QStringLiteral("(%1)(?:,? (\\d{4}))?").arg(monthWords()));
        if (m_rest.contains(QStringLiteral("dydd mawrth")))
            return false;
        if (take(dayFirst))
            return setNamed(part(1).toInt(), monthOf(part(2)), part(3).remove(QLatin1Char('\'')));
        if (take(monthFirst))
            return setNamed(part(2).toInt(), monthOf(part(1)), part(3));
        if (!take(monthOnly))
            return false;
        const int named = monthOf(part(1));
        if (!part(2).isEmpty())
            return setMonth(part(2).toInt(), named);
        const bool lastYear = m_future == Future::Refused && named > m_now.date().month();
        const bool nextYear = m_future == Future::Allowed && named < m_now.date().month();
        return setMonth(m_now.date().year() - (lastYear ? 1 : 0) + (nextYear ? 1 : 0), named);
    }

    bool setNamed(int day, int month, const QString& year) {
        return year.isEmpty() ? setDayOfThisYear(month, day) : setDay(fullYear(year, month, day), month, day);
    }

    bool takeRelativeDay() {
        static const QList<QPair<QRegularExpression, int>> words{
            {pattern(QStringLiteral("the day before yesterday|day before yesterday|echdoe")), -2},
            {pattern(QStringLiteral("yesterday(?: (?:morning|afternoon|evening))?|last night|ddoe|neithiwr")), -1},
            {pattern(QStringLiteral("today|tonight|this (?:morning|afternoon|evening)|heddiw|heno|bore ma")), 0},
            {pattern(QStringLiteral("tomorrow(?: (?:morning|afternoon|evening))?|yfory")), 1}};
        for (const auto& [word, days] : words) {
            if (take(word))
                return setDate(m_now.date().addDays(days));
        }
        return takeWeekday();
    }

    bool setDate(QDate day) { return setDay(day.year(), day.month(), day.day()); }

    bool takeWeekday() {
        static const QRegularExpression named = pattern(
            QStringLiteral("(?:(last|next|this|dydd|nos) "
                           ")?(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun|llun|mawrth|mercher|iau|gwener|"
                           "sadwrn|sul)(?:day)?(?: (?:morning|afternoon|evening|night|diwethaf))?"));
        if (!take(named))
            return false;
        const int since = (m_now.date().dayOfWeek() - weekdayOf(part(2)) + 7) % 7;
        const QString which = part(1);
        const bool ahead =
            which == QLatin1String("next") || (m_future == Future::Allowed && which != QLatin1String("last"));
        const int back = which == QLatin1String("last") && since == 0 ? 7 : since;
        const int forward = which == QLatin1String("next") && since == 0 ? 7 : (7 - since) % 7;
        return setDate(m_now.date().addDays(ahead ? forward : -back));
    }

    // "20 minutes ago", "in 2 hours": to the minute.
    bool takeMoment() {
        static const QRegularExpression ago = pattern(QStringLiteral("(\\d{1,3}|an?|one) (minute|min|hour|hr)s? ago"));
        static const QRegularExpression ahead = pattern(QStringLiteral("in (\\d{1,3}|an?|one) (minute|min|hour|hr)s?"));
        static const QRegularExpression half = pattern(QStringLiteral("half an hour ago"));
        if (take(half)) {
            m_result.value = Occurred::at(m_now.addSecs(-1800));
            return true;
        }
        const bool past = take(ago);
        if (!past && !take(ahead))
            return false;
        const int seconds = countOf(part(1)) * (part(2).startsWith(QLatin1Char('h')) ? 3600 : 60);
        m_result.value = Occurred::at(m_now.addSecs(past ? -seconds : seconds));
        return true;
    }

    // "3 days ago", "in 2 weeks", "last month", "last week".
    bool takeSpan() {
        static const QRegularExpression ago =
            pattern(QStringLiteral("(\\d{1,3}|an?|one) (day|week|fortnight|month|year)s? ago"));
        static const QRegularExpression ahead =
            pattern(QStringLiteral("in (\\d{1,3}|an?|one) (day|week|fortnight|month|year)s?"));
        static const QRegularExpression period = pattern(QStringLiteral("(last|this|next) (week|month|year)"));
        const bool past = take(ago);
        if (past || take(ahead))
            return setDate(shifted(part(2), (past ? -1 : 1) * countOf(part(1))));
        if (!take(period))
            return false;
        const int by = part(1) == QLatin1String("last") ? -1 : part(1) == QLatin1String("next") ? 1 : 0;
        if (part(2) == QLatin1String("week"))
            return setWeek(by);
        const QDate day = shifted(part(2), by);
        if (part(2) == QLatin1String("month"))
            return setMonth(day.year(), day.month());
        m_precision = Occurred::Precision::Year;
        m_date = day;
        return true;
    }

    QDate shifted(const QString& unit, int by) const {
        const QDate today = m_now.date();
        if (unit == QLatin1String("month"))
            return today.addMonths(by);
        if (unit == QLatin1String("year"))
            return today.addYears(by);
        return today.addDays(by * (unit == QLatin1String("week") ? 7 : unit == QLatin1String("fortnight") ? 14 : 1));
    }

    bool setWeek(int by) {
        const QDate monday = m_now.date().addDays(1 - m_now.date().dayOfWeek() + 7 * by);
        const bool running = by == 0 && m_future == Future::Refused;
        m_result.value =
            Occurred::between(Occurred::on(monday), Occurred::on(running ? m_now.date() : monday.addDays(6)));
        return true;
    }

    void takeTime() {
        static const QRegularExpression full =
            pattern(QStringLiteral("(\\d{1,2})[:.](\\d{2})(?: ?([ap])\\.?m\\.?)?(?: ?(?:hrs?|hours))?"));
        static const QRegularExpression hour = pattern(QStringLiteral("(\\d{1,2}) ?([ap])\\.?m\\.?"));
        static const QRegularExpression plain = pattern(QStringLiteral("([0-2]\\d)([0-5]\\d) ?(?:hrs?|hours)"));
        static const QRegularExpression plainBesideDate(QStringLiteral("^(?:at )?([0-2]\\d)([0-5]\\d)$"));
        static const QRegularExpression word = pattern(QStringLiteral("(noon|midday|hanner dydd)|midnight|hanner nos"));
        if (take(full))
            return setTime(part(1).toInt(), part(2).toInt(), part(3));
        if (take(hour))
            return setTime(part(1).toInt(), 0, part(2));
        if (take(word))
            return setTime(part(1).isEmpty() ? 0 : 12, 0, {});
        m_rest = m_rest.simplified();
        if (take(plain) || (m_date.isValid() && take(plainBesideDate)))
            setTime(part(1).toInt(), part(2).toInt(), {});
    }

    void setTime(int hour, int minute, const QString& half) {
        const bool twelve = !half.isEmpty() && hour <= 12;
        const int inDay = !twelve ? hour : hour % 12 + (half == QLatin1String("p") ? 12 : 0);
        if (!QTime::isValid(inDay, minute, 0) || (half == QLatin1String("a") && hour > 12) || (twelve && hour == 0))
            m_result = {Problem::NoSuchTime, {}};
        else
            m_time = QTime(inDay, minute);
    }

    void takeBareYear() {
        static const QRegularExpression year(QStringLiteral("^(?:in )?(\\d{4})$"));
        if (!take(year))
            return;
        m_precision = Occurred::Precision::Year;
        m_date = QDate(part(1).toInt(), 1, 1);
    }

    QString m_rest;
    const QDateTime m_now;
    const Future m_future;
    QRegularExpressionMatch m_match;
    Occurred::Precision m_precision = Occurred::Precision::Unknown;
    QDate m_date;
    std::optional<QTime> m_time;
    WhenPoint m_result;
};

} // namespace

QString foldedWhen(QStringView typed) {
    QString text = typed.toString().simplified().toLower();
    text.replace(QChar(0x0175), QLatin1Char('w')).replace(QChar(0x2019), QLatin1Char('\''));
    text.replace(QChar(0x2013), QLatin1Char('-')).replace(QChar(0x2014), QLatin1Char('-'));
    while (text.endsWith(QLatin1Char('.')) && !text.endsWith(QLatin1String(".m.")))
        text.chop(1);
    return text;
}

WhenPoint readWhenPoint(const QString& typed, const QDateTime& now, Future future) {
    return PointReader(typed, now, future).read();
}

} // namespace core

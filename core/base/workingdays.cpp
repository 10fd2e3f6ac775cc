#include "core/base/workingdays.h"
#include <algorithm>
#include <array>

namespace core {

namespace {

struct Proclaimed {
    QDate instead; // the day by rule that is no holiday that year; null: an extra day
    QDate date;
    const char* name;
};

const std::array<Proclaimed, 12>& proclaimed() {
    static const std::array<Proclaimed, 12> days{{
        {QDate(1995, 5, 1), QDate(1995, 5, 8), "Early May bank holiday (VE day)"},
        {QDate(), QDate(1999, 12, 31), "Millennium bank holiday"},
        {QDate(2002, 5, 27), QDate(2002, 6, 4), "Spring bank holiday"},
        {QDate(), QDate(2002, 6, 3), "Golden Jubilee bank holiday"},
        {QDate(), QDate(2011, 4, 29), "Royal wedding bank holiday"},
        {QDate(2012, 5, 28), QDate(2012, 6, 4), "Spring bank holiday"},
        {QDate(), QDate(2012, 6, 5), "Diamond Jubilee bank holiday"},
        {QDate(2020, 5, 4), QDate(2020, 5, 8), "Early May bank holiday (VE day)"},
        {QDate(2022, 5, 30), QDate(2022, 6, 2), "Spring bank holiday"},
        {QDate(), QDate(2022, 6, 3), "Platinum Jubilee bank holiday"},
        {QDate(), QDate(2022, 9, 19), "Bank holiday for the State Funeral of Queen Elizabeth II"},
        {QDate(), QDate(2023, 5, 8), "Bank holiday for the coronation of King Charles III"},
    }};
    return days;
}

// Gregorian Easter Sunday (Meeus, Jones, Butcher).
QDate easterSunday(int year) {
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return QDate(year, f / 31, f % 31 + 1);
}

bool isWeekend(QDate day) {
    return day.dayOfWeek() >= Qt::Saturday;
}
QDate mondayFrom(QDate day) {
    return day.addDays((8 - day.dayOfWeek()) % 7);
}
QDate mondayUpTo(QDate day) {
    return day.addDays(1 - day.dayOfWeek());
}

BankHoliday orSubstitute(QDate day, QDate substitute, const QString& name) {
    return isWeekend(day) ? BankHoliday{substitute, name + QStringLiteral(" (substitute day)")}
                          : BankHoliday{day, name};
}

QList<BankHoliday> christmas(int year) {
    const QDate day(year, 12, 25);
    const QDate boxing = day.addDays(1);
    const QDate tuesday = mondayFrom(day).addDays(1);
    // A Sunday Christmas moves to the Tuesday, since Boxing Day already has the Monday; a Saturday one to the Monday.
    return {
        orSubstitute(day, day.dayOfWeek() == Qt::Sunday ? tuesday : mondayFrom(day), QStringLiteral("Christmas Day")),
        orSubstitute(boxing, boxing.dayOfWeek() == Qt::Sunday ? tuesday : mondayFrom(boxing),
                     QStringLiteral("Boxing Day"))};
}

void proclaim(QList<BankHoliday>& holidays, int year) {
    for (const Proclaimed& one : proclaimed()) {
        if (one.date.year() != year)
            continue;
        holidays.removeIf([&](const BankHoliday& byRule) { return byRule.date == one.instead; });
        holidays.append({one.date, QString::fromLatin1(one.name)});
    }
}

bool isBankHoliday(QDate day) {
    const QList<BankHoliday> holidays = bankHolidays(day.year());
    return std::any_of(holidays.begin(), holidays.end(), [&](const BankHoliday& one) { return one.date == day; });
}

} // namespace

QList<BankHoliday> bankHolidays(int year) {
    const QDate newYear(year, 1, 1);
    const QDate easter = easterSunday(year);
    QList<BankHoliday> holidays{
        orSubstitute(newYear, mondayFrom(newYear), QStringLiteral("New Year's Day")),
        {easter.addDays(-2), QStringLiteral("Good Friday")},
        {easter.addDays(1), QStringLiteral("Easter Monday")},
        {mondayFrom(QDate(year, 5, 1)), QStringLiteral("Early May bank holiday")},
        {mondayUpTo(QDate(year, 5, 31)), QStringLiteral("Spring bank holiday")},
        {mondayUpTo(QDate(year, 8, 31)), QStringLiteral("Summer bank holiday")},
    };
    holidays += christmas(year);
    proclaim(holidays, year);
    std::sort(holidays.begin(), holidays.end(), [](const auto& a, const auto& b) { return a.date < b.date; });
    return holidays;
}

bool isWorkingDay(QDate day) {
    return day.isValid() && !isWeekend(day) && !isBankHoliday(day);
}

QDate workingDayFrom(QDate day) {
    while (day.isValid() && !isWorkingDay(day))
        day = day.addDays(1);
    return day;
}

QDateTime workingDaysAfter(const QDateTime& start, int n, QTime close) {
    QDate day = start.date();
    if (!day.isValid())
        return {};
    for (int left = n; left > 0; --left) {
        do
            day = day.addDays(1);
        while (!isWorkingDay(day));
    }
    return QDateTime(day, close);
}

bool isOfficeHours(const QDateTime& moment, QTime open, QTime close) {
    return isWorkingDay(moment.date()) && moment.time() >= open && moment.time() < close;
}

} // namespace core

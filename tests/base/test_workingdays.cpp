#include "core/base/workingdays.h"
#include <QTest>

using namespace core;

namespace {

QList<QDate> dates(int year) {
    QList<QDate> all;
    for (const BankHoliday& one : bankHolidays(year))
        all += one.date;
    return all;
}

// "1 Jan, 29 Mar" of a year.
QList<QDate> written(int year, const char* list) {
    QList<QDate> all;
    for (const QString& day : QString::fromLatin1(list).split(QStringLiteral(", ")))
        all += QLocale::c().toDate(day + QStringLiteral(" %1").arg(year), QStringLiteral("d MMM yyyy"));
    return all;
}

QDateTime at(int month, int day, int hour, int minute = 0) {
    return QDateTime(QDate(2026, month, day), QTime(hour, minute));
}

} // namespace

class TestWorkingDays : public QObject {
    Q_OBJECT
private slots:
    void bankHolidaysAreThoseThatWerePublished_data();
    void bankHolidaysAreThoseThatWerePublished();
    void substituteDaysSaySo();
    void aWeekendOrABankHolidayIsNoWorkingDay_data();
    void aWeekendOrABankHolidayIsNoWorkingDay();
    void aYearHasItsNumberOfWorkingDays_data();
    void aYearHasItsNumberOfWorkingDays();
    void workingDaysAreCountedFromTheDayAfter_data();
    void workingDaysAreCountedFromTheDayAfter();
    void theOfficesOwnCloseIsTaken();
    void officeHoursEndAtTheClose();
};

// The lists for England and Wales on gov.uk/bank-holidays; before 2024 the proclaimed days and the years around them.
void TestWorkingDays::bankHolidaysAreThoseThatWerePublished_data() {
    QTest::addColumn<int>("year");
    QTest::addColumn<QList<QDate>>("days");
    const auto row = [](int year, const char* list) { QTest::addRow("%d", year) << year << written(year, list); };
    row(2027, "1 Jan, 26 Mar, 29 Mar, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec");
    row(2026, "1 Jan, 3 Apr, 6 Apr, 4 May, 25 May, 31 Aug, 25 Dec, 28 Dec");
    row(2025, "1 Jan, 18 Apr, 21 Apr, 5 May, 26 May, 25 Aug, 25 Dec, 26 Dec");
    row(2024, "1 Jan, 29 Mar, 1 Apr, 6 May, 27 May, 26 Aug, 25 Dec, 26 Dec");
    row(2023, "2 Jan, 7 Apr, 10 Apr, 1 May, 8 May, 29 May, 28 Aug, 25 Dec, 26 Dec");
    row(2022, "3 Jan, 15 Apr, 18 Apr, 2 May, 2 Jun, 3 Jun, 29 Aug, 19 Sep, 26 Dec, 27 Dec");
    row(2021, "1 Jan, 2 Apr, 5 Apr, 3 May, 31 May, 30 Aug, 27 Dec, 28 Dec");
    row(2020, "1 Jan, 10 Apr, 13 Apr, 8 May, 25 May, 31 Aug, 25 Dec, 28 Dec");
    row(2016, "1 Jan, 25 Mar, 28 Mar, 2 May, 30 May, 29 Aug, 26 Dec, 27 Dec");
    row(2012, "2 Jan, 6 Apr, 9 Apr, 7 May, 4 Jun, 5 Jun, 27 Aug, 25 Dec, 26 Dec");
    row(2011, "3 Jan, 22 Apr, 25 Apr, 29 Apr, 2 May, 30 May, 29 Aug, 26 Dec, 27 Dec");
}

void TestWorkingDays::bankHolidaysAreThoseThatWerePublished() {
    QFETCH(int, year);
    QFETCH(QList<QDate>, days);

    QCOMPARE(dates(year), days);
}

void TestWorkingDays::substituteDaysSaySo() {
    const QList<BankHoliday> days = bankHolidays(2027);

    QCOMPARE(days[6].name, QStringLiteral("Christmas Day (substitute day)"));
    QCOMPARE(days[7].name, QStringLiteral("Boxing Day (substitute day)"));
    QCOMPARE(bankHolidays(2022)[9].name,
             QStringLiteral("Christmas Day (substitute day)")); // a Sunday: Boxing Day keeps the Monday
    QCOMPARE(days[0].name, QStringLiteral("New Year's Day"));
}

void TestWorkingDays::aWeekendOrABankHolidayIsNoWorkingDay_data() {
    QTest::addColumn<QDate>("day");
    QTest::addColumn<bool>("working");
    QTest::newRow("Friday") << QDate(2026, 11, 20) << true;
    QTest::newRow("Saturday") << QDate(2026, 11, 21) << false;
    QTest::newRow("Sunday") << QDate(2026, 11, 22) << false;
    QTest::newRow("Good Friday") << QDate(2026, 4, 3) << false;
    QTest::newRow("substitute for Boxing Day") << QDate(2026, 12, 28) << false;
    QTest::newRow("day after it") << QDate(2026, 12, 29) << true;
    QTest::newRow("early May Monday of 2020, which was moved") << QDate(2020, 5, 4) << true;
    QTest::newRow("no day at all") << QDate() << false;
}

void TestWorkingDays::aWeekendOrABankHolidayIsNoWorkingDay() {
    QFETCH(QDate, day);
    QFETCH(bool, working);

    QCOMPARE(isWorkingDay(day), working);
}

// Weekdays of the calendar less eight bank holidays: a holiday too many, on a weekend or in another year shows.
void TestWorkingDays::aYearHasItsNumberOfWorkingDays_data() {
    QTest::addColumn<int>("year");
    QTest::addColumn<int>("days");
    QTest::newRow("2024") << 2024 << 262 - 8;
    QTest::newRow("2025") << 2025 << 261 - 8;
    QTest::newRow("2026") << 2026 << 261 - 8;
    QTest::newRow("2027") << 2027 << 261 - 8;
}

void TestWorkingDays::aYearHasItsNumberOfWorkingDays() {
    QFETCH(int, year);
    int days = 0;
    for (QDate day(year, 1, 1); day.year() == year; day = day.addDays(1))
        days += isWorkingDay(day);

    QTEST(days, "days");
    // A working day after the close of one year, counted on, is the first of the next.
    const QDateTime last = workingDaysAfter(QDateTime(QDate(year - 1, 12, 31), QTime(18, 0)), days);
    QCOMPARE(last.date().year(), year);
    QCOMPARE(workingDaysAfter(last, 1).date().year(), year + 1);
}

void TestWorkingDays::workingDaysAreCountedFromTheDayAfter_data() {
    QTest::addColumn<QDateTime>("start");
    QTest::addColumn<int>("days");
    QTest::addColumn<QDateTime>("due");
    QTest::newRow("Wednesday") << at(11, 18, 9) << 1 << at(11, 19, 17);
    QTest::newRow("Wednesday night") << at(11, 18, 23, 59) << 1 << at(11, 19, 17);
    QTest::newRow("Friday") << at(11, 20, 9) << 1 << at(11, 23, 17);
    QTest::newRow("Saturday") << at(11, 21, 9) << 1 << at(11, 23, 17);
    QTest::newRow("Sunday") << at(11, 22, 9) << 1 << at(11, 23, 17);
    QTest::newRow("Thursday before Easter") << at(4, 2, 9) << 1 << at(4, 7, 17);
    QTest::newRow("Good Friday itself") << at(4, 3, 9) << 1 << at(4, 7, 17);
    QTest::newRow("two before a bank holiday Monday") << at(8, 27, 9) << 2 << at(9, 1, 17);
    QTest::newRow("over the change of the clocks") << at(10, 23, 9) << 1 << at(10, 26, 17);
    QTest::newRow("Christmas Eve") << at(12, 24, 9) << 1 << at(12, 29, 17);
    QTest::newRow("seven over Christmas") << at(12, 23, 9) << 7 << QDateTime(QDate(2027, 1, 6), QTime(17, 0));
    QTest::newRow("ten") << at(11, 2, 9) << 10 << at(11, 16, 17);
    QTest::newRow("none") << at(11, 18, 9) << 0 << at(11, 18, 17);
}

void TestWorkingDays::workingDaysAreCountedFromTheDayAfter() {
    QFETCH(QDateTime, start);
    QFETCH(int, days);
    QFETCH(QDateTime, due);

    QCOMPARE(workingDaysAfter(start, days), due);
}

void TestWorkingDays::theOfficesOwnCloseIsTaken() {
    QCOMPARE(workingDaysAfter(at(11, 18, 9), 1, QTime(16, 30)), at(11, 19, 16, 30));
}

void TestWorkingDays::officeHoursEndAtTheClose() {
    QVERIFY(!isOfficeHours(at(11, 18, 8, 59)));
    QVERIFY(isOfficeHours(at(11, 18, 9)));
    QVERIFY(isOfficeHours(at(11, 18, 16, 59)));
    QVERIFY(!isOfficeHours(at(11, 18, 17)));
    QVERIFY(!isOfficeHours(at(11, 21, 12))); // a Saturday
    QVERIFY(!isOfficeHours(at(12, 25, 12))); // Christmas Day, a Friday
    QVERIFY(isOfficeHours(at(11, 18, 17), QTime(8, 0), QTime(18, 0)));
}

QTEST_GUILESS_MAIN(TestWorkingDays)
#include "test_workingdays.moc"

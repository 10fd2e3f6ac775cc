#pragma once
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

namespace core {

struct BankHoliday {
    QDate date;
    QString name;
    bool operator==(const BankHoliday&) const = default;
};

// Bank holidays of England and Wales of one year, by rule (Easter, first and last Mondays, substitute days) and the
// proclaimed one-offs. Source of the rules: Banking and Financial Dealings Act 1971, schedule 1; proclamations.
QList<BankHoliday> bankHolidays(int year);

bool isWorkingDay(QDate day); // not Saturday, Sunday or a bank holiday of England and Wales

QDate workingDayFrom(QDate day); // the day itself, or the first working day after it

// Close of the n-th working day after the day `start` falls on: n = 1 on a Friday is Monday at `close`. Local time.
QDateTime workingDaysAfter(const QDateTime& start, int n, QTime close = QTime(17, 0));

// Whether `moment` lies on a working day between open and close: outside, the out-of-hours team is the one to call.
bool isOfficeHours(const QDateTime& moment, QTime open = QTime(9, 0), QTime close = QTime(17, 0));

} // namespace core

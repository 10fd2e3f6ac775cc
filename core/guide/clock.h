#pragma once
#include "core/base/occurred.h"
#include "core/guide/condition.h"
#include <QDate>
#include <QTime>

namespace core::guide {

// A clock is a row of resources/clocks/clocks.json.
struct Clock {
    enum class Unit { Now, SameDay, Hours, WorkingDays, CalendarDays, Months, Field };
    struct Trigger {
        QString form;   // form id
        Condition when; // over the entry's fields and the case's facts
        // Entry field that names what it is about (a referral), or what it follows on from: then all that follow one
        // another are one subject, named by the first. Empty in a start: the entry itself. Empty in a stop,
        // or about the case: every one of these clocks that had started by then, but never that of the stopping entry.
        QString subjectField;
        Condition subjectWhen = {}; // over the fields of the entry that is named there
    };
    QString id;          // "T7"
    QStringList nations; // "england", "wales"
    QString title;       // what is to be done: "Ask children's social care for their decision"
    QString about;       // the rule in a sentence
    std::vector<Trigger> starts, stops;
    bool oncePerCase = false; // about the case, whatever started it: several starts are one clock
    Unit unit = Unit::WorkingDays;
    int length = 0;
    QString dueField;                    // Unit::Field: the field of the starting entry that holds the date
    bool closeOfDay = false;             // Unit::Field: due at the close of that day, whatever its hour
    QString source, section, confidence; // "sure", "fairly", "memory", "local"
    QDate checked;
    bool on = true;
    bool local = false; // set by the office; until then it says "check locally"
};

// One running or stopped clock of a case.
struct ClockState {
    QString clock, title, about, source;
    QString subject;        // entry id; empty: the case
    QString startEntry;     // entry id
    QDateTime started, due; // local; due invalid: now, or no date set
    std::optional<QDateTime> stopped;
    bool checkLocally = false;
    bool startedOutOfHours = false;
    Clock::Unit unit = Clock::Unit::Now; // tells an invalid `due` apart: Now, or Field: no date set
    bool running() const { return !stopped.has_value(); }
};

struct ClockOverrideRow {
    QString clock;
    bool on = true;
    std::optional<int> length;
    QString unit;
};

// What clocks are computed from: the newest, permitted version of each entry, in order of seq.
struct ClockEntry {
    QString id, form;
    Occurred occurred;
    QDateTime recorded; // UTC: used when `occurred` is not known
    QJsonObject fields;
};

std::optional<Clock::Unit> unitFromName(QStringView name); // "workingDays"
QString unitName(Clock::Unit unit);

// When a clock of that unit and length, started at `start` (local), is due.
// Same day: at the close, or at the day's end if it started after the close. Calendar days and months: at the close.
QDateTime dueAt(Clock::Unit unit, int length, const QDateTime& start, QTime close);

// A second start about the same thing: a date somebody set anew takes the place of the old one; every other clock keeps
// its first start. A stop that names its subject counts if it was recorded or happened after the start; any other only
// if it happened after it.
std::vector<ClockState> runClocks(const std::vector<Clock>& clocks, const std::vector<ClockOverrideRow>& overrides,
                                  const QString& nation, const std::vector<ClockEntry>& entries, const Facts& facts,
                                  QTime opens, QTime closes);

} // namespace core::guide

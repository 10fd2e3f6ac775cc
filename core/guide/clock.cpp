#include "core/guide/clock.h"
#include "core/base/workingdays.h"
#include <QCoreApplication>
#include <QLocale>
#include <QSet>
#include <algorithm>
#include <array>

namespace core::guide {

namespace {

using Unit = Clock::Unit;

struct UnitName {
    Unit unit;
    const char* name;
};
constexpr std::array<UnitName, 7> UnitNames{{{Unit::Now, "now"},
                                             {Unit::SameDay, "sameDay"},
                                             {Unit::Hours, "hours"},
                                             {Unit::WorkingDays, "workingDays"},
                                             {Unit::CalendarDays, "calendarDays"},
                                             {Unit::Months, "months"},
                                             {Unit::Field, "field"}}};

QDateTime startOf(const ClockEntry& entry) {
    return (entry.occurred.isKnown() ? entry.occurred.start() : entry.recorded).toLocalTime();
}
bool hasTime(const ClockEntry& entry) {
    return !entry.occurred.isKnown() || entry.occurred.time().has_value();
}

// The last moment a date can mean; a day, a month or a year at the close of its last day.
QDateTime dueOn(const QString& text, QTime close) {
    const auto when = Occurred::parse(text);
    if (!when || !when->isKnown())
        return {};
    const QDateTime end = when->end().toLocalTime();
    if (when->time() && !when->isBetween())
        return when->start().toLocalTime();
    return QDateTime(end.date(), close);
}

// A clock's row as this office has it.
struct Setting {
    bool on = true;
    Unit unit = Unit::Now;
    int length = 0;
    bool checkLocally = false;
};

Setting settingOf(const Clock& clock, const std::vector<ClockOverrideRow>& overrides) {
    Setting setting{clock.on, clock.unit, clock.length, clock.local || clock.confidence == QLatin1String("memory")};
    for (const ClockOverrideRow& row : overrides) {
        if (row.clock != clock.id)
            continue;
        setting.on = row.on;
        setting.length = row.length.value_or(setting.length);
        setting.unit = unitFromName(row.unit).value_or(setting.unit);
        setting.checkLocally = setting.checkLocally && !row.length;
    }
    return setting;
}

// The entries as every clock looks them up: by form, and each moment worked out once, since a local time is a look at
// the zone's file.
class Happenings {
public:
    explicit Happenings(const std::vector<ClockEntry>& entries)
        : m_entries(entries), m_starts(entries.size()), m_ends(entries.size()) {
        for (size_t i = 0; i < entries.size(); ++i) {
            m_ofForm[entries[i].form].push_back(i);
            m_ofId.insert(entries[i].id, i);
        }
    }

    const ClockEntry& at(size_t index) const { return m_entries[index]; }

    std::vector<size_t> ofForms(const std::vector<Clock::Trigger>& triggers) const {
        QSet<QString> forms;
        std::vector<size_t> found;
        for (const Clock::Trigger& trigger : triggers) {
            if (forms.contains(trigger.form))
                continue;
            forms.insert(trigger.form);
            const std::vector<size_t> more = m_ofForm.value(trigger.form);
            found.insert(found.end(), more.begin(), more.end());
        }
        std::sort(found.begin(), found.end());
        return found;
    }

    // What an entry's field names, and what that one follows on from, back to the first.
    QString first(const ClockEntry& entry, const QString& field) const {
        QString id = entry.fields.value(field).toString();
        for (size_t steps = 0; steps < m_entries.size(); ++steps) {
            const auto named = m_ofId.constFind(id);
            const QString before =
                named == m_ofId.cend() ? QString() : m_entries[*named].fields.value(field).toString();
            if (before.isEmpty())
                break;
            id = before;
        }
        return id;
    }

    // The entry that it names itself; nullptr: none that is here.
    const ClockEntry* named(const ClockEntry& entry, const QString& field) const {
        const auto found = m_ofId.constFind(entry.fields.value(field).toString());
        return found == m_ofId.cend() ? nullptr : &m_entries[*found];
    }

    const QDateTime& start(size_t index) {
        if (!m_starts[index].isValid())
            m_starts[index] = startOf(m_entries[index]);
        return m_starts[index];
    }
    qint64 endMs(size_t index) {
        std::optional<qint64>& end = m_ends[index];
        if (!end) {
            const ClockEntry& entry = m_entries[index];
            end = (entry.occurred.isKnown() ? entry.occurred.end() : entry.recorded).toMSecsSinceEpoch();
        }
        return *end;
    }

private:
    const std::vector<ClockEntry>& m_entries;
    QHash<QString, std::vector<size_t>> m_ofForm;
    QHash<QString, size_t> m_ofId;
    std::vector<QDateTime> m_starts;
    std::vector<std::optional<qint64>> m_ends;
};

// One clock over all entries of a case.
class ClockRun {
public:
    ClockRun(const Clock& clock, const Setting& setting, Happenings& happenings, const Facts& facts, QTime opens,
             QTime closes)
        : m_clock(clock)
        , m_setting(setting)
        , m_happenings(happenings)
        , m_facts(facts)
        , m_opens(opens)
        , m_closes(closes)
        , m_stopping(happenings.ofForms(clock.stops)) {}

    std::vector<ClockState> run() {
        for (const size_t index : m_happenings.ofForms(m_clock.starts)) {
            if (const Clock::Trigger* trigger = firstThatHolds(m_clock.starts, m_happenings.at(index)))
                start(index, *trigger);
        }
        return std::move(m_states);
    }

private:
    bool holds(const Clock::Trigger& trigger, const ClockEntry& entry) const {
        if (!trigger.when.holds({m_facts, entry.fields}))
            return false;
        const ClockEntry* subject = m_happenings.named(entry, trigger.subjectField);
        return trigger.subjectWhen.isAlways() || (subject && trigger.subjectWhen.holds({m_facts, subject->fields}));
    }

    const Clock::Trigger* firstThatHolds(const std::vector<Clock::Trigger>& triggers, const ClockEntry& entry) const {
        for (const Clock::Trigger& trigger : triggers) {
            if (trigger.form == entry.form && holds(trigger, entry))
                return &trigger;
        }
        return nullptr;
    }

    void start(size_t index, const Clock::Trigger& trigger) {
        const ClockEntry& entry = m_happenings.at(index);
        const QString named = m_happenings.first(entry, trigger.subjectField);
        const QString subject = m_clock.oncePerCase ? QString() : named.isEmpty() ? entry.id : named;
        const QDateTime started = m_happenings.start(index);
        for (const size_t earlier : m_ofSubject.value(subject)) {
            ClockState& before = m_states[earlier];
            if (before.stopped && *before.stopped <= started)
                continue;
            if (m_setting.unit != Unit::Field)
                return keepEarliest(before, index);
            before.stopped = std::max(before.started, started);
        }
        add(index, subject);
    }

    void keepEarliest(ClockState& running, size_t index) {
        if (m_happenings.start(index) >= running.started)
            return;
        running.startEntry = m_happenings.at(index).id;
        setStart(running, index);
    }

    void setStart(ClockState& state, size_t index) {
        const ClockEntry& entry = m_happenings.at(index);
        state.started = m_happenings.start(index);
        state.due = m_setting.unit == Unit::Field ? dueByField(entry)
                                                  : dueAt(m_setting.unit, m_setting.length, state.started, m_closes);
        state.startedOutOfHours = hasTime(entry) && !isOfficeHours(state.started, m_opens, m_closes);
    }

    QDateTime dueByField(const ClockEntry& entry) const {
        const QDateTime due = dueOn(entry.fields.value(m_clock.dueField).toString(), m_closes);
        if (!m_clock.closeOfDay || !due.isValid() || due.time() == m_closes)
            return due;
        return dueAt(Unit::SameDay, 0, due, m_closes);
    }

    void add(size_t index, const QString& subject) {
        ClockState state;
        state.clock = m_clock.id;
        state.title = m_clock.title;
        state.about = m_clock.about;
        state.source =
            m_clock.section.isEmpty() ? m_clock.source : m_clock.source + QStringLiteral(", ") + m_clock.section;
        if (m_clock.checked.isValid())
            state.source +=
                QStringLiteral(" · ") + QCoreApplication::translate("Clock", "checked %1")
                                            .arg(QLocale(QLocale::English, QLocale::UnitedKingdom)
                                                     .toString(m_clock.checked, QStringLiteral("d MMM yyyy")));
        state.subject = subject;
        state.startEntry = m_happenings.at(index).id;
        state.checkLocally = m_setting.checkLocally;
        state.unit = m_setting.unit;
        setStart(state, index);
        state.stopped = stopFor(index, subject, state.started);
        m_ofSubject[subject].push_back(m_states.size());
        m_states.push_back(std::move(state));
    }

    std::optional<QDateTime> stopFor(size_t startIndex, const QString& subject, const QDateTime& started) {
        const qint64 startedMs = started.toMSecsSinceEpoch();
        std::optional<QDateTime> earliest;
        for (const size_t index : m_stopping) {
            if (index == startIndex || !stops(index, startIndex, subject, startedMs))
                continue;
            const QDateTime at = std::max(m_happenings.start(index), started);
            earliest = earliest ? std::min(*earliest, at) : at;
        }
        return earliest;
    }

    bool stops(size_t index, size_t startIndex, const QString& subject, qint64 startedMs) {
        const ClockEntry& entry = m_happenings.at(index);
        // Of two entries about one day, what was recorded first did not answer what came after it.
        const bool before = index < startIndex;
        // Where nobody says since when it has been so, only the order of the record tells what answers it.
        const bool undated = !m_happenings.at(startIndex).occurred.isKnown();
        const bool happenedAfter = before ? m_happenings.start(index).toMSecsSinceEpoch() > startedMs
                                          : undated || m_happenings.endMs(index) >= startedMs;
        // Nor is a day that somebody set met by what they had recorded before they set it.
        if (before && (!happenedAfter || m_clock.unit == Clock::Unit::Field))
            return false;
        for (const Clock::Trigger& trigger : m_clock.stops) {
            if (trigger.form != entry.form)
                continue;
            const bool fits = trigger.subjectField.isEmpty() || m_clock.oncePerCase
                                  ? happenedAfter
                                  : m_happenings.first(entry, trigger.subjectField) == subject;
            if (fits && holds(trigger, entry))
                return true;
        }
        return false;
    }

    const Clock& m_clock;
    const Setting m_setting;
    Happenings& m_happenings;
    const Facts& m_facts;
    const QTime m_opens, m_closes;
    const std::vector<size_t> m_stopping;
    std::vector<ClockState> m_states;
    QHash<QString, std::vector<size_t>> m_ofSubject;
};

} // namespace

std::optional<Clock::Unit> unitFromName(QStringView name) {
    for (const UnitName& one : UnitNames) {
        if (name == QLatin1String(one.name))
            return one.unit;
    }
    return std::nullopt;
}

QString unitName(Clock::Unit unit) {
    for (const UnitName& one : UnitNames) {
        if (one.unit == unit)
            return QLatin1String(one.name);
    }
    return {};
}

QDateTime dueAt(Clock::Unit unit, int length, const QDateTime& start, QTime close) {
    switch (unit) {
    case Unit::Now:
    case Unit::Field:
        return {};
    case Unit::SameDay:
        return QDateTime(start.date(), start.time() < close ? close : QTime(23, 59));
    case Unit::Hours:
        return start.addSecs(qint64(3600) * length);
    case Unit::WorkingDays:
        return workingDaysAfter(start, length, close);
    case Unit::CalendarDays:
        return QDateTime(start.date().addDays(length), close);
    case Unit::Months:
        return QDateTime(start.date().addMonths(length), close);
    }
    return {};
}

std::vector<ClockState> runClocks(const std::vector<Clock>& clocks, const std::vector<ClockOverrideRow>& overrides,
                                  const QString& nation, const std::vector<ClockEntry>& entries, const Facts& facts,
                                  QTime opens, QTime closes) {
    Happenings happenings(entries);
    std::vector<ClockState> all;
    for (const Clock& clock : clocks) {
        const Setting setting = settingOf(clock, overrides);
        if (!setting.on || !(clock.nations.isEmpty() || clock.nations.contains(nation)))
            continue;
        for (ClockState& state : ClockRun(clock, setting, happenings, facts, opens, closes).run())
            all.push_back(std::move(state));
    }
    return all;
}

} // namespace core::guide

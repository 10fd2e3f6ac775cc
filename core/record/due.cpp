#include "core/record/folding.h"
#include "core/record/values.h"
#include <algorithm>

namespace core::record {

namespace {

// A date that a person set in an entry, and what settles it. Dates that a clock of the office watches are the clock's.
struct SetDate {
    const char* role;
    const char* field;
    const char* title;
    const char* about;             // the field that says what it is about
    std::vector<const char*> settledBy; // an entry of one of these roles, from that day on
};

const std::vector<SetDate>& setDates() {
    static const std::vector<SetDate> dates{
        {"review", "next", "Review the case", "", {"review"}},
        {"plan", "review", "Review the plan", "what", {"review", "plan"}},
        {"restriction", "review", "Review what is limited", "what", {"review", "restriction"}},
        {"restriction", "returns", "Give back what was limited", "what", {"restriction", "device"}},
        {"parents", "follow_up", "Come back to what the parent is told", "parent", {"parents"}},
        {"need-to-know", "until", "Does this person still need to know?", "person", {"need-to-know"}},
        {"plan", "when_planned", "Talk with {child}", "", {"words"}},
    };
    return dates;
}

DueWhen whenDue(const QDateTime& due, const QDateTime& now) {
    if (!due.isValid())
        return DueWhen::Now;
    if (due < now)
        return DueWhen::Overdue;
    if (due.date() == now.date())
        return DueWhen::Today;
    return now.date().daysTo(due.date()) <= 7 ? DueWhen::ThisWeek : DueWhen::Later;
}

// The step that offers a form which stops the clock: what Open leads to.
QString stepThatStops(const CaseState& state, const QString& clockId) {
    const auto& clocks = state.guide->clocks();
    const auto clock = std::find_if(clocks.begin(), clocks.end(), [&](const guide::Clock& c) { return c.id == clockId; });
    if (clock == clocks.end())
        return {};
    for (const StageState& stage : state.stages)
        for (const StepState& step : stage.steps)
            for (const guide::Clock::Trigger& stop : clock->stops)
                if (step.step->forms.contains(stop.form))
                    return step.step->id;
    return {};
}

QString words(const CaseState& state, const QString& text) {
    return guide::filled(text, state.childForText());
}

class Due {
public:
    Due(const CaseState& state, const QDateTime& now) : m_state(state), m_now(now) {}

    void addClock(const guide::ClockState& clock) {
        DueItem item;
        item.title = words(m_state, clock.title);
        item.detail = words(m_state, clock.about);
        if (clock.started.isValid())
            item.detail = QStringLiteral("Since %1. %2").arg(occurredShort(Occurred::at(clock.started)), item.detail);
        item.clock = clock.clock;
        item.subject = clock.subject.isEmpty() ? clock.startEntry : clock.subject;
        item.step = stepThatStops(m_state, clock.clock);
        item.checkLocally = clock.checkLocally;
        add(std::move(item), clock.due);
    }

    void addUrgent(const StepState& step) {
        const auto watched = [&](const DueItem& item) { return item.step == step.step->id; };
        if (std::any_of(m_items.begin(), m_items.end(), watched))
            return;
        DueItem item;
        item.title = words(m_state, step.step->title);
        item.detail = step.step->why.isEmpty() ? QString() : words(m_state, step.step->why.first());
        item.step = step.step->id;
        add(std::move(item), {});
    }

    void addDraft(const ledger::Draft& draft) {
        const guide::Form* form = m_state.guide->formOfKind(draft.kind);
        DueItem item;
        item.title = QStringLiteral("Finish what you were writing");
        const QString saved = occurredShort(Occurred::at(draft.saved.toLocalTime()));
        item.detail = (form ? words(m_state, form->label) + QStringLiteral(" · ") : QString())
                      + QStringLiteral("kept %1, not yet part of the record").arg(saved);
        item.subject = draft.id.toString();
        item.step = draft.content.value(QLatin1String("step")).toString();
        add(std::move(item), m_now);
        m_items.back().when = DueWhen::Today;
    }

    void addSetDate(const EntryView& view, const SetDate& date) {
        const Occurred set = whenOf(view.fields, QLatin1String(date.field));
        if (!set.isKnown() || isWatched(view) || isSettled(view, date, set))
            return;
        DueItem item;
        item.title = words(m_state, QString::fromLatin1(date.title));
        const QJsonValue about = view.fields.value(QLatin1String(date.about));
        item.detail = about.isString() ? about.toString().simplified().left(120) : namesOf(about);
        item.subject = view.id.toString();
        const bool toTheMinute = set.precision() == Occurred::Precision::Minute;
        add(std::move(item), toTheMinute ? set.start().toLocalTime() : QDateTime(set.date(), QTime(23, 59)));
    }

    std::vector<DueItem> sorted() {
        std::stable_sort(m_items.begin(), m_items.end(), [](const DueItem& a, const DueItem& b) {
            if (a.when != b.when)
                return a.when < b.when;
            return a.due.isValid() && b.due.isValid() && a.due < b.due;
        });
        return std::move(m_items);
    }

private:
    void add(DueItem item, const QDateTime& due) {
        item.due = due;
        item.when = whenDue(due, m_now);
        m_items.push_back(std::move(item));
    }

    bool isWatched(const EntryView& view) const {
        const QString id = view.id.toString();
        return std::any_of(m_state.clocks.begin(), m_state.clocks.end(), [&](const guide::ClockState& clock) {
            return clock.startEntry == id || clock.subject == id;
        });
    }

    // By an entry that came later and lies on or after that day, or by a newer entry of the same role about the same thing.
    bool isSettled(const EntryView& view, const SetDate& date, const Occurred& set) const {
        const auto about = view.fields.value(QLatin1String(date.about));
        const auto after = m_state.entries.begin() + std::ptrdiff_t(m_state.places.value(view.id)) + 1;
        return std::any_of(after, m_state.entries.end(), [&](const EntryView& later) {
            if (!folding::counts(later))
                return false;
            if (later.form == view.form && later.fields.value(QLatin1String(date.about)) == about)
                return true;
            const bool settles = std::any_of(date.settledBy.begin(), date.settledBy.end(),
                                             [&](const char* role) { return later.role == QLatin1String(role); });
            return settles && later.role != view.role && folding::happened(later) >= set.start().toMSecsSinceEpoch();
        });
    }

    const CaseState& m_state;
    QDateTime m_now;
    std::vector<DueItem> m_items;
};

} // namespace

std::vector<DueItem> dueItems(const CaseState& state, const QDateTime& now, const std::vector<ledger::Draft>& drafts) {
    Due due(state, now);
    for (const guide::ClockState& clock : state.clocks)
        if (clock.running())
            due.addClock(clock);
    for (const StageState& stage : state.stages)
        for (const StepState& step : stage.steps)
            if (step.urgent)
                due.addUrgent(step);
    for (const EntryView& view : state.entries)
        if (folding::counts(view))
            for (const SetDate& date : setDates())
                if (view.role == QLatin1String(date.role))
                    due.addSetDate(view, date);
    for (const ledger::Draft& draft : drafts)
        due.addDraft(draft);
    return due.sorted();
}

} // namespace core::record

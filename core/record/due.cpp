#include "core/record/casestate.h"
#include "core/record/values.h"
#include <algorithm>

namespace core::record {

namespace {

DueWhen whenDue(const QDateTime& due, const QDateTime& now) {
    if (!due.isValid())
        return DueWhen::Now;
    if (due < now)
        return DueWhen::Overdue;
    if (due.date() == now.date())
        return DueWhen::Today;
    return now.date().daysTo(due.date()) <= 7 ? DueWhen::ThisWeek : DueWhen::Later;
}

// The step that offers a form which stops the clock, the form that is named first before the others: what Open leads
// to.
QString stepThatStops(const CaseState& state, const QString& clockId) {
    const auto& clocks = state.guide->clocks();
    const auto clock =
        std::find_if(clocks.begin(), clocks.end(), [&](const guide::Clock& c) { return c.id == clockId; });
    if (clock == clocks.end())
        return {};
    for (const guide::Clock::Trigger& stop : clock->stops)
        for (const StageState& stage : state.stages)
            for (const StepState& step : stage.steps)
                if (step.step->forms.contains(stop.form))
                    return step.step->id;
    return {};
}

QString words(const CaseState& state, const QString& text) {
    return state.guide->worded(text, state.nation, state.childForText());
}

class Due {
public:
    Due(const CaseState& state, const QDateTime& now) : m_state(state), m_now(now) {}

    void addClock(const guide::ClockState& clock) {
        DueItem item;
        item.title = words(m_state, clock.title);
        item.detail = words(m_state, clock.about);
        if (clock.started.isValid())
            item.detail = phrase("Since %1. %2").arg(occurredShort(Occurred::at(clock.started)), item.detail);
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

    // Stands first until Danger says that it is over.
    void addThreat() {
        if (!m_state.threatened())
            return;
        DueItem item = m_state.policeRung && m_state.socialCareRung ? threatThatGoesOn() : threatToTellOf();
        item.step = QStringLiteral("danger");
        item.when = DueWhen::Now;
        item.threat = true;
        m_items.insert(m_items.begin(), std::move(item));
    }

    void addDraft(const ledger::Draft& draft) {
        const guide::Form* form = m_state.guide->formOfKind(draft.kind);
        DueItem item;
        item.title = phrase("Finish what you were writing");
        const QString saved = occurredShort(Occurred::at(draft.saved.toLocalTime()));
        item.detail = (form ? words(m_state, form->label) + QStringLiteral(" · ") : QString()) +
                      phrase("kept %1, not yet part of the record").arg(saved);
        item.subject = draft.id.toString();
        item.step = draft.content.value(QLatin1String("step")).toString();
        add(std::move(item), m_now);
        m_items.back().when = DueWhen::Today;
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
    // Takes the place of what rule or step says of the same: whoever reads one line reads whom to ring.
    DueItem threatToTellOf() {
        DueItem item;
        const auto isTheSame = [](const DueItem& other) {
            return other.step == QLatin1String("danger") && !other.due.isValid();
        };
        if (const auto said = std::find_if(m_items.begin(), m_items.end(), isTheSame); said != m_items.end())
            item = *said;
        std::erase_if(m_items, isTheSame);
        item.title =
            words(m_state, m_state.policeRung       ? phrase("{child} is being threatened: tell "
                                                                   "{term:children's-social-care} now")
                           : m_state.socialCareRung ? phrase("{child} is being threatened: ring the police now")
                                                    : phrase("{child} is being threatened: ring the police and "
                                                             "{term:children's-social-care} now"));
        item.due = {};
        return item;
    }

    DueItem threatThatGoesOn() const {
        DueItem item;
        item.title = words(m_state, phrase("{child} is being threatened: the threat has not ended"));
        item.detail = words(m_state, phrase("The police and {term:children's-social-care} were told. This stays here "
                                            "until Danger says that there is no threat now."));
        return item;
    }

    void add(DueItem item, const QDateTime& due) {
        item.due = due;
        item.when = whenDue(due, m_now);
        m_items.push_back(std::move(item));
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
    due.addThreat();
    for (const ledger::Draft& draft : drafts)
        due.addDraft(draft);
    return due.sorted();
}

} // namespace core::record

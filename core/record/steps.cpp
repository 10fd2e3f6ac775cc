#include "core/record/folding.h"
#include "core/record/values.h"

namespace core::record::folding {

namespace {

struct NotNeeded {
    qint64 seq = 0;
    QString reason;
};

QHash<QString, NotNeeded> stepsNotNeeded(const CaseState& state) {
    QHash<QString, NotNeeded> steps;
    for (const EntryView& view : state.entries)
        if (counts(view) && view.role == QLatin1String("step-not-needed"))
            steps.insert(textOf(view.fields, QLatin1String("step")),
                         {view.seq, textOf(view.fields, QLatin1String("reason"))});
    return steps;
}

QHash<QString, std::vector<const EntryView*>> viewsByForm(const CaseState& state) {
    QHash<QString, std::vector<const EntryView*>> views;
    for (const EntryView& view : state.entries)
        if (counts(view) && view.form)
            views[view.form->id].push_back(&view);
    return views;
}

class Judge {
public:
    explicit Judge(const CaseState& state)
        : m_notNeeded(stepsNotNeeded(state)), m_views(viewsByForm(state)), m_context(conditions(state)) {
        m_context.recorded = [this](const QString& formId) { return m_views.contains(formId); };
    }

    bool applies(const guide::Step& step) const { return step.appliesWhen.holds(m_context); }

    StepState judge(const guide::Step& step) const {
        StepState state;
        state.step = &step;
        qint64 newest = 0;
        for (const QString& form : step.forms) {
            const auto views = m_views.constFind(form);
            if (views == m_views.cend())
                continue;
            for (const EntryView* view : *views)
                if (belongs(step, *view)) {
                    state.entries.push_back(view->id);
                    newest = std::max(newest, view->seq);
                }
        }
        state.status = status(step, newest);
        if (state.status == guide::StepStatus::NotNeeded)
            state.reason = m_notNeeded.value(step.id).reason;
        state.urgent = state.status == guide::StepStatus::ToDo && step.hasUrgent && step.urgentWhen.holds(m_context);
        return state;
    }

private:
    bool belongs(const guide::Step& step, const EntryView& view) const {
        return step.entriesWhen.holds(
            {m_context.facts, view.fields, m_context.personParts, m_context.recorded, m_context.phrases});
    }

    guide::StepStatus status(const guide::Step& step, qint64 newest) const {
        const bool waiting = step.hasWaiting && step.waitingWhen.holds(m_context);
        const bool done = step.hasDoneWhen ? step.doneWhen.holds(m_context) : newest > 0;
        if (done && (step.hasDoneWhen || !waiting))
            return guide::StepStatus::Done;
        // What is recorded after somebody called the step not needed shows that it was.
        if (const auto said = m_notNeeded.constFind(step.id); said != m_notNeeded.cend() && said->seq > newest)
            return guide::StepStatus::NotNeeded;
        return waiting ? guide::StepStatus::Waiting : guide::StepStatus::ToDo;
    }

    QHash<QString, NotNeeded> m_notNeeded;
    QHash<QString, std::vector<const EntryView*>> m_views;
    guide::ConditionContext m_context;
};

} // namespace

void gatherSteps(CaseState& state) {
    state.pathway = state.guide->choose(state.facts);
    if (!state.pathway)
        return;
    const Judge judge(state);
    for (const guide::Stage& stage : state.pathway->stages) {
        StageState shown;
        shown.stage = &stage;
        for (const guide::Step& step : stage.steps)
            if (judge.applies(step))
                shown.steps.push_back(judge.judge(step));
        if (!shown.steps.empty())
            state.stages.push_back(std::move(shown));
    }
}

void gatherClocks(CaseState& state, const FoldContext& context) {
    std::vector<guide::ClockEntry> entries;
    entries.reserve(state.entries.size());
    for (const EntryView& view : state.entries)
        if (counts(view) && view.form)
            entries.push_back({view.id.toString(), view.form->id, view.occurred, view.recorded, view.fields});
    std::vector<guide::ClockOverrideRow> overrides;
    for (const vault::ClockOverride& row : context.office.clocks)
        overrides.push_back({row.clock, row.on, row.length, row.unit});
    state.clocks = guide::runClocks(context.guide.clocks(), overrides, state.nation, entries, state.facts,
                                    context.office.opens, context.office.closes);
}

} // namespace core::record::folding

#include "core/record/casestate.h"
#include "core/record/folding.h"
#include "core/record/values.h"
#include <algorithm>

namespace core::record {

namespace {

// Sorting by a key read once: Occurred works its moment out anew each time.
std::vector<const EntryView*> sorted(std::vector<std::pair<qint64, const EntryView*>> keyed) {
    std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first < b.first : a.second->seq < b.second->seq;
    });
    std::vector<const EntryView*> views;
    views.reserve(keyed.size());
    for (const auto& [key, view] : keyed)
        views.push_back(view);
    return views;
}

QString standingOf(ReferralStep step) {
    switch (step) {
    case ReferralStep::Drafted:
        return phrase("Referral drafted, not made");
    case ReferralStep::Made:
    case ReferralStep::ConfirmedInWriting:
        return phrase("Referred · waiting for a decision");
    case ReferralStep::Acknowledged:
        return phrase("Referred · acknowledged, waiting for a decision");
    case ReferralStep::Decided:
        return phrase("Referral decided");
    case ReferralStep::Escalated:
        return phrase("Referred · taken further, waiting for an answer");
    case ReferralStep::Closed:
        return phrase("Referral closed");
    }
    return {};
}

bool isSettled(ReferralStep step) {
    return step == ReferralStep::Decided || step == ReferralStep::Closed;
}

// What is to be done next: the first step that presses, else the first of those left.
QString nextStep(const CaseState& state) {
    if (state.stages.empty())
        return phrase("first questions not answered yet");
    const guide::Step* next = nullptr;
    for (const StageState& stage : state.stages)
        for (const StepState& step : stage.steps) {
            if (step.status != guide::StepStatus::ToDo)
                continue;
            if (step.urgent)
                return phrase("next: %1")
                    .arg(state.guide->worded(step.step->title, state.nation, state.childForText()));
            if (!next)
                next = step.step;
        }
    return next ? phrase("next: %1").arg(state.guide->worded(next->title, state.nation, state.childForText()))
                : phrase("no step left to do");
}

} // namespace

qint64 folding::happened(const EntryView& view) {
    return (view.occurred.isKnown() ? view.occurred.start() : view.recorded).toMSecsSinceEpoch();
}

QString folding::answerText(const CaseState& state, const guide::Form* form, QStringView field,
                            const QJsonValue& value) {
    const guide::Field* asked = form ? form->field(field) : nullptr;
    if (!asked || value.isUndefined())
        return value.toString();
    guide::ValueNames names;
    names.worded = [&state](const QString& text) {
        return state.guide->worded(text, state.nation, state.childForText());
    };
    return guide::valueText(*asked, value, names);
}

QString CaseState::title() const {
    QString name = child.called();
    if (name.isEmpty())
        name = phrase("child not identified");
    if (!child.lastName.isEmpty())
        name +=
            QLatin1Char(' ') + child.lastName.left(child.lastName.at(0).isHighSurrogate() ? 2 : 1) + QLatin1Char('.');
    const QString age = facts.value(QStringLiteral("child_age")).value(0);
    if (!age.isEmpty())
        name += QStringLiteral(", ") + age;
    return code + QStringLiteral(" · ") + name;
}

QString CaseState::childForText() const {
    const QString called = child.called();
    return called.isEmpty() ? phrase("the child") : called;
}

QString CaseState::standing() const {
    // Of several referrals, the one that is furthest from its answer is where the case stands.
    const Referral* open = nullptr;
    for (const Referral& referral : referrals)
        if (!isSettled(referral.step) && (!open || referral.step < open->step))
            open = &referral;
    if (open)
        return standingOf(open->step);
    if (!referrals.empty())
        return standingOf(referrals.back().step) + QStringLiteral(" · ") + nextStep(*this);
    if (notReferred)
        return phrase("Decided not to refer") + QStringLiteral(" · ") + nextStep(*this);
    return phrase("No referral yet") + QStringLiteral(" · ") + nextStep(*this);
}

QString CaseState::alreadyTold() const {
    QStringList lines;
    for (const Words& talk : words) {
        const QString to = talk.to.isEmpty() ? phrase("Somebody") : talk.to;
        lines += talk.when.isKnown() ? QStringLiteral("%1, %2").arg(to, occurredForPeople(talk.when)) : to;
    }
    return lines.join(QLatin1Char('\n'));
}

int CaseState::stepsDone() const {
    int done = 0;
    for (const StageState& stage : stages)
        for (const StepState& step : stage.steps)
            done += step.status == guide::StepStatus::Done || step.status == guide::StepStatus::NotNeeded;
    return done;
}

int CaseState::stepsApplying() const {
    int applying = 0;
    for (const StageState& stage : stages)
        applying += int(stage.steps.size());
    return applying;
}

const EntryView* CaseState::entry(const EntryId& wanted) const {
    if (const auto place = places.constFind(wanted); place != places.cend())
        return &entries[*place];
    const auto apart = std::find_if(notPermitted.begin(), notPermitted.end(),
                                    [&](const EntryView& view) { return view.id == wanted; });
    return apart == notPermitted.end() ? nullptr : &*apart;
}

std::vector<const EntryView*> CaseState::withRole(QStringView role) const {
    std::vector<std::pair<qint64, const EntryView*>> keyed;
    for (const EntryView& view : entries)
        if (folding::counts(view) && view.role == role)
            keyed.emplace_back(folding::happened(view), &view);
    return sorted(std::move(keyed));
}

std::vector<const EntryView*> CaseState::byOccurred() const {
    std::vector<std::pair<qint64, const EntryView*>> keyed;
    keyed.reserve(entries.size());
    for (const EntryView& view : entries)
        keyed.emplace_back(folding::happened(view), &view);
    return sorted(std::move(keyed));
}

bool Referral::isMade() const {
    return std::any_of(events.begin(), events.end(), [](const ReferralEvent& event) {
        return event.chased || (event.step >= ReferralStep::Made && event.step < ReferralStep::Closed);
    });
}

} // namespace core::record

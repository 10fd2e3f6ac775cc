#include "core/record/folding.h"
#include "core/record/values.h"
#include <algorithm>

namespace core::record::folding {

namespace {

struct ProgressStep {
    ReferralStep step = ReferralStep::Made;
    QString how;
    bool chased = false;
};

std::optional<ProgressStep> progressOf(const QString& id) {
    static const QHash<QString, ProgressStep> steps{
        {QStringLiteral("made-phone"), {ReferralStep::Made, QStringLiteral("phone")}},
        {QStringLiteral("made-portal"), {ReferralStep::Made, QStringLiteral("portal")}},
        {QStringLiteral("made-in-person"), {ReferralStep::Made, QStringLiteral("in-person")}},
        {QStringLiteral("confirmed-in-writing"), {ReferralStep::ConfirmedInWriting, {}}},
        {QStringLiteral("chased"), {ReferralStep::Drafted, {}, true}},
        {QStringLiteral("acknowledged"), {ReferralStep::Acknowledged, {}}},
        {QStringLiteral("decided"), {ReferralStep::Decided, {}}},
        {QStringLiteral("escalated"), {ReferralStep::Escalated, {}}},
        {QStringLiteral("closed"), {ReferralStep::Closed, {}}},
    };
    const auto found = steps.constFind(id);
    return found == steps.cend() ? std::nullopt : std::optional(*found);
}

QString addressee(const CaseState& state, const EntryView& view, const FoldContext& context) {
    if (const auto* authority = context.office.authority(textOf(view.fields, QLatin1String("authority"))))
        return authority->name;
    if (const QString force = textOf(view.fields, QLatin1String("force")); !force.isEmpty())
        return force;
    return answerText(state, view.form, u"to_kind", view.fields.value(QLatin1String("to_kind")));
}

Referral referralFrom(const CaseState& state, const EntryView& view, const FoldContext& context) {
    const auto text = [&](const char* field) { return textOf(view.fields, QLatin1String(field)); };
    Referral referral;
    referral.id = view.id;
    referral.kind = text("to_kind");
    referral.to = addressee(state, view, context);
    referral.authority = text("authority");
    referral.level = text("level");
    referral.reference = text("reference");
    referral.takenBy = text("taken_by");
    const bool drafted = text("how").isEmpty() || text("how") == QLatin1String("drafted");
    referral.events.push_back({view.id,
                               drafted ? ReferralStep::Drafted : ReferralStep::Made,
                               view.occurred,
                               drafted ? QString() : text("how"),
                               referral.takenBy,
                               referral.reference,
                               {},
                               false});
    return referral;
}

// Which referral a progress entry is about: the one it names; with a single referral, that one.
Referral* subjectOf(CaseState& state, const EntryView& view) {
    const QString named = textOf(view.fields, QLatin1String("referral"));
    if (named.isEmpty())
        return state.referrals.size() == 1 ? &state.referrals.front() : nullptr;
    const auto found = std::find_if(state.referrals.begin(), state.referrals.end(),
                                    [&](const Referral& referral) { return referral.id.toString() == named; });
    return found == state.referrals.end() ? nullptr : &*found;
}

// "Assessment: they come on Thursday": what was chosen and what was written.
QString decisionOf(const CaseState& state, const EntryView& view) {
    QStringList parts{answerText(state, view.form, u"outcome", view.fields.value(QLatin1String("outcome"))),
                      textOf(view.fields, QLatin1String("decision"))};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(": "));
}

void takeProgress(const CaseState& state, Referral& referral, const EntryView& view) {
    const auto progress = progressOf(textOf(view.fields, QLatin1String("step")));
    if (!progress)
        return;
    const auto text = [&](const char* field) { return textOf(view.fields, QLatin1String(field)); };
    const QString decision = decisionOf(state, view);
    const QString note = decision.isEmpty() ? text("note") : decision;
    referral.events.push_back({view.id, progress->step, view.occurred, progress->how, text("with"), text("reference"),
                               note, progress->chased});
}

int place(const ReferralEvent& event) {
    return static_cast<int>(event.step == ReferralStep::Escalated ? ReferralStep::Decided : event.step);
}

// By what happened. A step whose time nobody knows stands where it belongs among the steps, not where it was written
// down: before the first that only comes after it, or of two decisions before the one recorded later.
void inOrder(const CaseState& state, std::vector<ReferralEvent>& events) {
    const auto entry = [&](const ReferralEvent& event) { return state.entry(event.entry); };
    const auto byTime = [&](const ReferralEvent& a, const ReferralEvent& b) {
        return happened(*entry(a)) < happened(*entry(b));
    };
    std::vector<ReferralEvent> dated, undated;
    for (const ReferralEvent& event : events)
        (event.when.isKnown() || event.chased ? dated : undated).push_back(event);
    std::stable_sort(dated.begin(), dated.end(), byTime);
    for (const ReferralEvent& event : undated) {
        const auto before = std::find_if(dated.begin(), dated.end(), [&](const ReferralEvent& other) {
            return !other.chased && (place(other) > place(event) ||
                                     (place(other) == place(event) && entry(other)->seq > entry(event)->seq));
        });
        dated.insert(before, event);
    }
    events = std::move(dated);
}

// What was last said, by when it was said: an older answer may be written down later.
void takeWords(const CaseState& state, Referral& referral, const ReferralEvent& event) {
    if (!event.reference.isEmpty())
        referral.reference = event.reference;
    if (event.step == ReferralStep::Made && !event.with.isEmpty())
        referral.takenBy = event.with;
    const EntryView& view = *state.entry(event.entry);
    const QString decision = view.id == referral.id ? QString() : decisionOf(state, view);
    if (!decision.isEmpty())
        referral.decision = decision;
}

void settle(const CaseState& state, Referral& referral) {
    inOrder(state, referral.events);
    for (const ReferralEvent& event : referral.events) {
        // A decision that comes after an escalation answers it.
        const bool answers = referral.step == ReferralStep::Escalated && event.step == ReferralStep::Decided;
        if (answers || event.step > referral.step)
            referral.step = event.step;
        takeWords(state, referral, event);
    }
}

void gatherNotReferred(CaseState& state) {
    for (const EntryView& view : state.entries) {
        if (!counts(view) || view.role != QLatin1String("not-referred"))
            continue;
        const QString look = namesOf(view.fields.value(QLatin1String("second_look")));
        const QString said = textOf(view.fields, QLatin1String("second_view"));
        state.notReferred = NotReferred{view.id, view.occurred, textOf(view.fields, QLatin1String("reason")),
                                        said.isEmpty() ? look : look + QStringLiteral(": ") + said};
    }
    if (!state.notReferred)
        return;
    // A referral that was made later overtakes the decision not to.
    const qint64 decided = state.entry(state.notReferred->entry)->seq;
    for (const Referral& referral : state.referrals)
        for (const ReferralEvent& event : referral.events)
            if (event.step == ReferralStep::Made && state.notReferred && state.entry(event.entry)->seq > decided)
                state.notReferred.reset();
}

} // namespace

void gatherReferrals(CaseState& state, const FoldContext& context) {
    for (const EntryView& view : state.entries)
        if (counts(view) && view.role == QLatin1String("referral"))
            state.referrals.push_back(referralFrom(state, view, context));
    for (const EntryView& view : state.entries)
        if (counts(view) && view.role == QLatin1String("referral-progress"))
            if (Referral* referral = subjectOf(state, view))
                takeProgress(state, *referral, view);
    for (Referral& referral : state.referrals)
        settle(state, referral);
    gatherNotReferred(state);
}

} // namespace core::record::folding

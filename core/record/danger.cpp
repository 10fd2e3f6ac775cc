#include "core/record/answers.h"
#include "core/record/values.h"
#include <algorithm>

namespace core::record::folding {

namespace {

// Since which version one of several answers stands: what is ticked beside it later does not make it new.
qint64 toldSince(const EntryView& view, const QString& field, const QString& answer) {
    qint64 since = view.seq;
    for (auto version = view.versions.rbegin(); version != view.versions.rend(); ++version) {
        if (!answersOf(version->fields.value(field)).contains(answer))
            break;
        since = version->seq;
    }
    return since;
}

// A threat begins with any answer that tells of one, and ends only when Danger says that there is none now: how images
// came about (blackmail) stays true when it is over.
void gatherThreat(CaseState& state) {
    struct Said {
        qint64 seq;
        bool threatened;
        EntryId entry;
    };
    std::vector<Said> said;
    for (const EntryView& view : state.entries) {
        if (const guide::Field* field = asking(view, "threat")) {
            const QString answer = view.fields.value(field->id).toString();
            if (answer == QLatin1String("yes") || answer == QLatin1String("no"))
                said.push_back({answeredAt(view, field->id), answer == QLatin1String("yes"), view.id});
        }
        if (const guide::Field* field = asking(view, "context"))
            if (answersOf(view.fields.value(field->id)).contains(QStringLiteral("blackmail")))
                said.push_back({toldSince(view, field->id, QStringLiteral("blackmail")), true, view.id});
    }
    std::stable_sort(said.begin(), said.end(), [](const Said& a, const Said& b) { return a.seq < b.seq; });
    for (const Said& one : said) {
        if (!one.threatened) {
            state.threat.reset();
        } else if (!state.threat) {
            state.threat = one.entry;
            state.threatSince = one.seq;
        }
    }
    state.facts.insert(QStringLiteral("threatened"), yesOrNo(state.threatened()));
}

enum class Rung { Police, SocialCare };

// Whether an entry tells of a call to them; a referral counts unless it was only drafted.
bool tellsOfACall(const EntryView& view, Rung whom) {
    const bool police = whom == Rung::Police;
    const auto field = [&](const char* id) { return view.fields.value(QLatin1String(id)); };
    if (view.role == QLatin1String("referral"))
        return textOf(view.fields, QLatin1String("how")) != QLatin1String("drafted") && isGiven(field("how")) &&
               field("to_kind") == QLatin1String(police ? "police" : "social-care");
    if (view.role == QLatin1String("contact"))
        return field("with_role") == QLatin1String(police ? "police" : "social-care") &&
               field("how") != QLatin1String("writing"); // a letter is no answer to a threat
    if (view.role != QLatin1String("danger"))
        return false;
    const QStringList called = answersOf(field("called_who"));
    return police ? called.contains(QStringLiteral("police-999")) || called.contains(QStringLiteral("police-other"))
                  : called.contains(QStringLiteral("social-care"));
}

// Written down after the threat became known, and over before that: it was about something else. Where either time is
// not known, it may have been about this.
bool wasBeforeThreat(const CaseState& state, const EntryView& call) {
    const EntryView* threat = state.entry(*state.threat);
    return threat && call.id != threat->id && threat->occurred.isKnown() && call.occurred.isKnown() &&
           call.occurred.end() < threat->occurred.start();
}

// The first call that was recorded since this threat became known, and is not said to have been before. What Danger
// says of calls is as new as that answer.
std::optional<ThreatCall> callSinceThreat(const CaseState& state, Rung whom) {
    for (const EntryView& view : state.entries) {
        const bool isDanger = view.role == QLatin1String("danger");
        const qint64 said = isDanger ? answeredAt(view, QStringLiteral("called_who")) : view.seq;
        const bool since = said >= state.threatSince || view.id == *state.threat;
        if (!counts(view) || !since || !tellsOfACall(view, whom) || (!isDanger && wasBeforeThreat(state, view)))
            continue;
        QString to;
        if (view.role == QLatin1String("contact"))
            to = personOf(view.fields.value(QLatin1String("with"))).name;
        else if (view.role == QLatin1String("referral"))
            to = textOf(view.fields, QLatin1String("taken_by"));
        // Danger says when it was learnt, not when somebody rang; and whoever amended may have added the call.
        return ThreatCall{view.id, isDanger ? Occurred() : view.occurred, to,
                          view.isAmended() ? QString() : view.author};
    }
    return std::nullopt;
}

void gatherThreatCalls(CaseState& state) {
    if (state.threatened()) {
        state.policeRung = callSinceThreat(state, Rung::Police);
        state.socialCareRung = callSinceThreat(state, Rung::SocialCare);
    }
    state.facts.insert(QStringLiteral("police_rung"), yesOrNo(state.policeRung.has_value()));
}

// Whom somebody called is about the danger of then: what the newest entry leaves open is not taken from an older one.
// That the police were called at all stays so.
void forgetOldCalls(CaseState& state) {
    const EntryView* newest = nullptr;
    bool police = false;
    for (const EntryView& view : state.entries)
        if (counts(view) && view.role == QLatin1String("danger")) {
            newest = &view;
            if (const guide::Field* called = asking(view, "danger_called"))
                for (const QString& who : answersOf(view.fields.value(called->id)))
                    police = police || who.startsWith(QLatin1String("police"));
        }
    state.facts.insert(QStringLiteral("police_called"), yesOrNo(police));
    if (newest && !asking(*newest, "danger_called"))
        state.facts.remove(QStringLiteral("danger_called"));
}

} // namespace

void gatherDanger(CaseState& state) {
    forgetOldCalls(state);
    gatherThreat(state);
    gatherThreatCalls(state);
}

} // namespace core::record::folding

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

struct Said {
    qint64 seq;
    bool threatened;
    EntryId entry;
};

// An amendment that no longer knows does not say that it is over: the "yes" before it stands.
std::optional<Said> saidOfThreat(const EntryView& view) {
    if (!counts(view) || !view.form)
        return std::nullopt;
    for (const guide::Field& field : view.form->fields) {
        if (field.fact != QLatin1String("threat"))
            continue;
        if (view.fields.value(field.id).toString() == QLatin1String("no"))
            return Said{answeredAt(view, field.id), false, view.id};
        std::optional<Said> threat;
        for (auto version = view.versions.rbegin(); version != view.versions.rend(); ++version) {
            const QString answer = version->fields.value(field.id).toString();
            if (answer == QLatin1String("yes"))
                threat = Said{version->seq, true, view.id};
            else if (threat || answer == QLatin1String("no"))
                break;
        }
        return threat;
    }
    return std::nullopt;
}

// A threat begins with any answer that tells of one, and ends only when Danger says that there is none now: how images
// came about (blackmail) stays true when it is over.
void gatherThreat(CaseState& state) {
    std::vector<Said> said;
    for (const EntryView& view : state.entries) {
        if (const auto one = saidOfThreat(view))
            said.push_back(*one);
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

// When something became known, and the entry that told of it.
struct Known {
    qint64 seq = 0;
    EntryId entry;
};

bool isOneOf(const QJsonObject& fields, const char* field, const char* one, const char* other) {
    const QString answer = textOf(fields, QLatin1String(field));
    return answer == QLatin1String(one) || answer == QLatin1String(other);
}

// What was drafted, or only written to them, is no answer to a threat.
bool tellsOfAReferralByVoice(const CaseState& state, const EntryView& view, const QString& whom) {
    const auto isTo = [&](const EntryView& referral) {
        return textOf(referral.fields, QLatin1String("to_kind")) == whom;
    };
    if (view.role == QLatin1String("referral"))
        return isTo(view) && isOneOf(view.fields, "how", "phone", "in-person");
    if (view.role != QLatin1String("referral-progress") ||
        !isOneOf(view.fields, "step", "made-phone", "made-in-person"))
        return false;
    const QString named = textOf(view.fields, QLatin1String("referral"));
    return std::any_of(state.entries.begin(), state.entries.end(), [&](const EntryView& referral) {
        return counts(referral) && referral.id.toString() == named && isTo(referral);
    });
}

// Whether an entry tells of a call to them.
bool tellsOfACall(const CaseState& state, const EntryView& view, Rung whom) {
    const bool police = whom == Rung::Police;
    const QString kind = police ? QStringLiteral("police") : QStringLiteral("social-care");
    if (tellsOfAReferralByVoice(state, view, kind))
        return true;
    if (view.role == QLatin1String("contact"))
        return textOf(view.fields, QLatin1String("with_role")) == kind && gotThrough(view) &&
               textOf(view.fields, QLatin1String("how")) != QLatin1String("writing");
    if (view.role != QLatin1String("danger"))
        return false;
    const QStringList called = answersOf(view.fields.value(QLatin1String("called_who")));
    return police ? called.contains(QStringLiteral("police-999")) || called.contains(QStringLiteral("police-other"))
                  : called.contains(QStringLiteral("social-care"));
}

// Written down after that became known, and over before it: it was about something else. Where either time is not
// known, it may have been about this.
bool wasBefore(const CaseState& state, const Known& known, const EntryView& call) {
    const EntryView* told = state.entry(known.entry);
    return told && call.id != told->id && told->occurred.isKnown() && call.occurred.isKnown() &&
           call.occurred.end() < told->occurred.start();
}

// The first call that was recorded since then, and is not said to have been before; one that has an entry of its own
// rather than one that was ticked under Danger. What Danger says of calls is as new as that answer.
std::optional<ThreatCall> callSince(const CaseState& state, const Known& known, Rung whom) {
    std::optional<ThreatCall> ticked;
    for (const EntryView& view : state.entries) {
        const bool isDanger = view.role == QLatin1String("danger");
        const qint64 said = isDanger ? answeredAt(view, QStringLiteral("called_who")) : view.seq;
        if (!counts(view) || said < known.seq || !tellsOfACall(state, view, whom) ||
            (!isDanger && wasBefore(state, known, view)))
            continue;
        QString to;
        if (view.role == QLatin1String("contact"))
            to = personOf(view.fields.value(QLatin1String("with"))).name;
        else if (!isDanger)
            to = textOf(view.fields, QLatin1String(view.role == QLatin1String("referral") ? "taken_by" : "with"));
        // Danger says when it was learnt, not when somebody rang; and whoever amended may have added the call.
        const ThreatCall call{view.id, isDanger ? Occurred() : view.occurred, to,
                              view.isAmended() ? QString() : view.author};
        if (!isDanger)
            return call;
        if (!ticked)
            ticked = call;
    }
    return ticked;
}

// That somebody is in danger now, if the newest answer says so.
std::optional<Known> dangerNow(const CaseState& state) {
    Known newest;
    bool danger = false;
    for (const EntryView& view : state.entries) {
        const guide::Field* field = asking(view, "danger_now");
        if (!field || answeredAt(view, field->id) < newest.seq)
            continue;
        newest = {answeredAt(view, field->id), view.id};
        danger = textOf(view.fields, QLatin1String("danger_now")) == QLatin1String("yes");
    }
    return danger ? std::optional(newest) : std::nullopt;
}

// The police are rung for what is going on now: a threat of last week is not the danger of today.
void gatherCalls(CaseState& state) {
    const std::optional<Known> danger = dangerNow(state);
    bool rung = danger.has_value() || state.threatened();
    if (state.threatened()) {
        const Known threat{state.threatSince, *state.threat};
        state.policeRung = callSince(state, threat, Rung::Police);
        state.socialCareRung = callSince(state, threat, Rung::SocialCare);
        rung = state.policeRung.has_value();
    }
    if (danger)
        rung = rung && callSince(state, *danger, Rung::Police);
    state.facts.insert(QStringLiteral("police_rung"), yesOrNo(rung));
}

// The police know of it at all: a call, a meeting or a letter to them, or a referral that was made.
void gatherPoliceTold(CaseState& state) {
    const bool told =
        std::any_of(state.entries.begin(), state.entries.end(),
                    [&](const EntryView& view) {
                        return counts(view) &&
                               (tellsOfACall(state, view, Rung::Police) ||
                                (view.role == QLatin1String("contact") && gotThrough(view) &&
                                 textOf(view.fields, QLatin1String("with_role")) == QLatin1String("police")));
                    }) ||
        std::any_of(state.referrals.begin(), state.referrals.end(), [](const Referral& referral) {
            return referral.kind == QLatin1String("police") && referral.isMade();
        });
    state.facts.insert(QStringLiteral("police_told"), yesOrNo(told));
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
    gatherCalls(state);
    gatherPoliceTold(state);
}

} // namespace core::record::folding

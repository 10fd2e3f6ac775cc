#include "core/record/answers.h"
#include "core/record/folding.h"
#include "core/record/values.h"
#include <QSet>
#include <algorithm>

namespace core::record {

namespace folding {

namespace {

// The newest answer to a question wins, whichever form asked it, unless an earlier one stays.
void takeAnswers(CaseState& state) {
    QHash<QString, qint64> given;
    QSet<QString> staying;
    for (const EntryView& view : state.entries) {
        if (!counts(view) || !view.form)
            continue;
        for (const guide::Field& field : view.form->fields) {
            if (field.fact.isEmpty())
                continue;
            const auto value = view.fields.constFind(field.id);
            if (value == view.fields.constEnd())
                continue;
            const QStringList answers = answersOf(*value);
            const qint64 seq = answeredAt(view, field.id);
            if (stays(field, answers))
                staying.insert(field.fact);
            else if (staying.contains(field.fact) || seq < given.value(field.fact, 0))
                continue;
            given.insert(field.fact, seq);
            state.facts.insert(field.fact, answers);
        }
    }
}

// Whether one entry of that form answers every one of these questions.
bool isAnswered(const CaseState& state, QLatin1String form, const QStringList& fields) {
    return std::any_of(state.entries.begin(), state.entries.end(), [&](const EntryView& view) {
        return counts(view) && view.form && view.form->id == form &&
               std::all_of(fields.begin(), fields.end(),
                           [&](const QString& field) { return isGiven(view.fields.value(field)); });
    });
}

// What the title of a step speaks of besides its form having been recorded.
void gatherAnswered(CaseState& state) {
    const auto answered = [&](const char* form, const QStringList& fields) {
        return isAnswered(state, QLatin1String(form), fields);
    };
    const bool atHome =
        std::any_of(state.people.begin(), state.people.end(), [](const Person& person) { return person.household; });
    state.facts.insert(QStringLiteral("home_known"), yesOrNo(atHome));
    state.facts.insert(QStringLiteral("lead_told"), yesOrNo(answered("came-to-light", {QStringLiteral("lead_told")})));
    state.facts.insert(QStringLiteral("talk_planned"),
                       yesOrNo(answered("talk-plan", {QStringLiteral("who_talks"), QStringLiteral("where"),
                                                      QStringLiteral("when_planned")})));
    state.facts.insert(QStringLiteral("device_kept"), yesOrNo(answered("device", {QStringLiteral("kept_where")}) ||
                                                              answered("device", {QStringLiteral("handed_to")})));
    state.facts.insert(QStringLiteral("social_worker_reached"),
                       yesOrNo(answered("social-worker", {QStringLiteral("contacted")})));
}

std::vector<const EntryView*> countedOf(const CaseState& state, const char* role) {
    std::vector<const EntryView*> views;
    for (const EntryView& view : state.entries)
        if (counts(view) && view.role == QLatin1String(role))
            views.push_back(&view);
    return views;
}

bool sameOne(const CaseState& state, const QJsonValue& a, const QJsonValue& b) {
    const Person* known = resolved(state, a);
    return known ? known == resolved(state, b)
                 : !personOf(a).isEmpty() && nameKey(personOf(a).name) == nameKey(personOf(b).name);
}

// The child knows of each telling, and of each person who is still not told.
bool knowsWhoWasTold(const CaseState& state) {
    const auto told = countedOf(state, "told");
    for (auto one = told.begin(); one != told.end(); ++one) {
        const QJsonObject& fields = (*one)->fields;
        const bool overtaken = textOf(fields, QLatin1String("outcome")) != QLatin1String("told") &&
                               std::any_of(one + 1, told.end(), [&](const EntryView* later) {
                                   return sameOne(state, fields.value(QLatin1String("person")),
                                                  later->fields.value(QLatin1String("person")));
                               });
        if (!overtaken && textOf(fields, QLatin1String("child_knows")) != QLatin1String("yes"))
            return false;
    }
    return !told.empty();
}

// Whether there is a decision about each parent, or about somebody where no parent is known.
bool isDecidedOfParents(const CaseState& state) {
    const auto decisions = countedOf(state, "parents");
    const auto isDecided = [&](const Person& parent) {
        return std::any_of(decisions.begin(), decisions.end(), [&](const EntryView* view) {
            return resolved(state, view->fields.value(QLatin1String("parent"))) == &parent;
        });
    };
    return !decisions.empty() && std::all_of(state.people.begin(), state.people.end(), [&](const Person& person) {
        return person.part != PersonPart::Parent || isDecided(person);
    });
}

// Of several, not the newest alone: what is so of one device, one telling or one parent is not so of all.
void gatherOverAll(CaseState& state) {
    state.facts.insert(QStringLiteral("child_informed"), yesOrNo(knowsWhoWasTold(state)));
    state.facts.insert(QStringLiteral("parents_decided"), yesOrNo(isDecidedOfParents(state)));
    bool ours = false, oursKept = false;
    for (const EntryView* device : countedOf(state, "device")) {
        if (textOf(device->fields, QLatin1String("institution")) != QLatin1String("yes"))
            continue;
        ours = true;
        oursKept = oursKept || isGiven(device->fields.value(QLatin1String("kept_where"))) ||
                   isGiven(device->fields.value(QLatin1String("handed_to")));
    }
    state.facts.insert(QStringLiteral("institution_device"), yesOrNo(ours));
    state.facts.insert(QStringLiteral("institution_device_kept"), yesOrNo(oursKept));
}

// A parent may be involved, or somebody else in the family or at home: what one of them hears may reach the others.
QString homeSuspected(const CaseState& state) {
    const QStringList parent = state.facts.value(QStringLiteral("parent_involved"));
    const bool suspected =
        parent.contains(QStringLiteral("suspected")) ||
        state.facts.value(QStringLiteral("context")).contains(QStringLiteral("made-by-family")) ||
        std::any_of(state.people.begin(), state.people.end(), [&](const Person& person) {
            return state.isAlleged(person) && (person.household || person.parts().contains(QStringLiteral("family")));
        });
    if (suspected)
        return QStringLiteral("yes");
    const bool open = std::any_of(state.people.begin(), state.people.end(), [](const Person& person) {
        return person.part == PersonPart::Parent && person.involvement == Involvement::NotKnown;
    });
    return open || !parent.contains(QStringLiteral("no")) ? QStringLiteral("not-known") : QStringLiteral("no");
}

void gatherSuspicion(CaseState& state) {
    const bool alleged =
        !state.mayBeInvolved.empty() || std::any_of(state.people.begin(), state.people.end(),
                                                    [&](const Person& person) { return state.isAlleged(person); });
    state.facts.insert(QStringLiteral("has_alleged"), yesOrNo(alleged));
    state.facts.insert(QStringLiteral("home_suspected"), {homeSuspected(state)});
}

// To ask for advice is not yet to refer.
bool refersToSocialCare(const Referral& referral) {
    return referral.isMade() && referral.kind == QLatin1String("social-care") &&
           referral.level != QLatin1String("advice");
}

bool awaitsADecision(const Referral& referral) {
    return referral.isMade() && referral.step != ReferralStep::Decided && referral.step != ReferralStep::Closed;
}

// Whoever is referred to: of several, each counts by itself.
void gatherReferred(CaseState& state) {
    const auto any = [&](bool (*holds)(const Referral&)) {
        return yesOrNo(std::any_of(state.referrals.begin(), state.referrals.end(), holds));
    };
    state.facts.insert(QStringLiteral("referral_made"),
                       any([](const Referral& referral) { return referral.isMade(); }));
    state.facts.insert(QStringLiteral("social_care_referred"), any(refersToSocialCare));
    state.facts.insert(QStringLiteral("referral_open"), any(awaitsADecision));
}

// The day of the newest thing that happened; what lies ahead (a plan) does not make a child older.
QDate newestEvent(const CaseState& state) {
    qint64 newest = 0;
    for (const EntryView& view : state.entries)
        if (counts(view))
            newest = std::max(newest, std::min(happened(view), view.recorded.toMSecsSinceEpoch()));
    return newest == 0 ? QDate() : QDateTime::fromMSecsSinceEpoch(newest).date();
}

} // namespace

void gatherFacts(CaseState& state) {
    takeAnswers(state);
    state.facts.insert(QStringLiteral("nation"), {state.nation});
    if (state.child.born.isKnown())
        if (const auto age = state.child.ageAt(newestEvent(state)))
            state.facts.insert(QStringLiteral("child_age"), {QString::number(*age)});
    if (state.child.identified)
        state.facts.insert(QStringLiteral("child_identified"), yesOrNo(true));

    gatherSuspicion(state);
    gatherReferred(state);
    gatherAnswered(state);
    gatherOverAll(state);
}

guide::ConditionContext conditions(const CaseState& state, const QJsonObject& fields) {
    return {state.facts, fields, [&state](const QJsonValue& person) { return state.personParts(person); },
            [&state](const QString& formId) {
                return std::any_of(state.entries.begin(), state.entries.end(), [&](const EntryView& view) {
                    return counts(view) && view.form && view.form->id == formId;
                });
            },
            [&state](const QString& list) { return state.guide->phrases(list); }};
}

void conclude(guide::Facts& facts, const CaseState& state) {
    const guide::ConditionContext judged = conditions(state);
    for (const guide::Conclusion& conclusion : state.guide->conclusions()) {
        const guide::ConditionContext context{facts, {}, judged.personParts, judged.recorded, judged.phrases};
        facts.insert(conclusion.fact, yesOrNo(conclusion.when.holds(context)));
    }
}

void gatherConclusions(CaseState& state) {
    conclude(state.facts, state);
}

} // namespace folding
} // namespace core::record

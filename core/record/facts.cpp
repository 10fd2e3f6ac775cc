#include "core/record/folding.h"
#include "core/record/values.h"
#include <algorithm>

namespace core::record {

bool CaseState::threatened() const {
    return facts.value(QStringLiteral("threat")).contains(QStringLiteral("yes")) ||
           facts.value(QStringLiteral("context")).contains(QStringLiteral("blackmail"));
}

namespace folding {

namespace {

// The newest answer to a question wins, whichever form asked it.
void takeAnswers(CaseState& state) {
    QHash<QString, qint64> given;
    for (const EntryView& view : state.entries) {
        if (!counts(view) || !view.form)
            continue;
        for (const guide::Field& field : view.form->fields) {
            if (field.fact.isEmpty())
                continue;
            const auto value = view.fields.constFind(field.id);
            if (value == view.fields.constEnd())
                continue;
            const qint64 seq = answeredAt(view, field.id);
            if (seq < given.value(field.fact, 0))
                continue;
            given.insert(field.fact, seq);
            state.facts.insert(field.fact, answersOf(*value));
        }
    }
}

// The day of the newest thing that happened; what lies ahead (a plan) does not make a child older.
QDate newestEvent(const CaseState& state) {
    qint64 newest = 0;
    for (const EntryView& view : state.entries)
        if (counts(view))
            newest = std::max(newest, std::min(happened(view), view.recorded.toMSecsSinceEpoch()));
    return newest == 0 ? QDate() : QDateTime::fromMSecsSinceEpoch(newest).date();
}

QStringList yesOrNo(bool yes) {
    return {yes ? QStringLiteral("yes") : QStringLiteral("no")};
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

    const bool alleged = std::any_of(state.people.begin(), state.people.end(), [](const Person& person) {
        return person.parts().contains(QStringLiteral("alleged"));
    });
    state.facts.insert(QStringLiteral("has_alleged"), yesOrNo(alleged));
    const bool made = std::any_of(state.referrals.begin(), state.referrals.end(),
                                  [](const Referral& referral) { return referral.step >= ReferralStep::Made; });
    state.facts.insert(QStringLiteral("referral_made"), yesOrNo(made));
    state.facts.insert(QStringLiteral("closed"), yesOrNo(state.closed));
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

} // namespace folding
} // namespace core::record

#pragma once
#include "core/record/casestate.h"

// The parts of the fold, in the order in which fold() calls them. Each reads what those before it have set in the
// state; none reads the clock of the PC.
namespace core::record::folding {

void gatherEntries(CaseState& state, const std::vector<ledger::Entry>& entries, const FoldContext& context);
void gatherChild(CaseState& state, const FoldContext& context); // and with it the nation
void gatherPeople(CaseState& state);
void gatherReferrals(CaseState& state, const FoldContext& context);
void gatherFacts(CaseState& state);
void gatherDanger(CaseState& state); // threats, and who was called about them
void gatherWords(CaseState& state);  // what the child said, and who was told
void gatherKnowers(CaseState& state, const FoldContext& context);
void gatherConclusions(CaseState& state); // from all the facts above
void gatherSteps(CaseState& state);
void gatherClocks(CaseState& state, const FoldContext& context);

// An entry that counts: permitted, not redacted. Those that do not are shown and nothing is taken from them.
inline bool counts(const EntryView& view) {
    return view.permitted && !view.redacted;
}

// The seq at which the answer that stands in `field` was given: an amendment that leaves an answer as it was does not
// make that answer newer than what was said in between.
qint64 answeredAt(const EntryView& view, const QString& field);

// Where an entry lies in the order of what happened: when it began, or when it was recorded if that is not known.
// Milliseconds.
qint64 happened(const EntryView& view);

// Person field → the person of the state it names: by its ref, else by the same name; nullptr: nobody we have an entry
// of.
const Person* resolved(const CaseState& state, const QJsonValue& person);

// An answer in the words of its form and of the case's nation; as it stands if the form does not ask it.
QString answerText(const CaseState& state, const guide::Form* form, QStringView field, const QJsonValue& value);

// The guide's conclusions, drawn anew from the facts beside them: `facts` may run ahead of the state's.
void conclude(guide::Facts& facts, const CaseState& state);

// What conditions are judged by; `state` must outlive what is made from it.
guide::ConditionContext conditions(const CaseState& state, const QJsonObject& fields = {});

} // namespace core::record::folding

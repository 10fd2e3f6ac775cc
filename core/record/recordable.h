#pragma once
#include "core/record/casefile.h"

// Whether something may be recorded, and the entry it becomes. Pure: `facts` may run ahead of the state's, when several
// recordings are made at once.
namespace core::record {

std::vector<guide::FieldProblem> recordingProblems(const Recording& recording, const CaseState& state,
                                                   const guide::Facts& facts, const QDateTime& now);
std::vector<const guide::GuardRail*> recordingRails(const Recording& recording, const CaseState& state,
                                                    const guide::Facts& facts);

// FormUnknown; FieldInvalid or EncodedFile with the field; FieldInvalid "rail:<id>" where a guard-rail stops it, or
// asks for a reason and has none.
Result<ledger::NewEntry> checkedEntry(const Recording& recording, const CaseState& state, const guide::Facts& facts,
                                      const QDateTime& now);

// What was just answered, before it is folded.
void takeAnswers(guide::Facts& facts, const guide::Form& form, const QJsonObject& fields);

} // namespace core::record

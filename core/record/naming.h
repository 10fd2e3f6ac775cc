#pragma once
#include "core/record/casestate.h"

namespace core::record {

// What an entry is called where another entry is about it, or is to be: a referral by whom it goes to, another by its
// form and what is said first in it; and the day. One line.
QString nameOfEntry(const CaseState& state, const EntryView& entry);

} // namespace core::record

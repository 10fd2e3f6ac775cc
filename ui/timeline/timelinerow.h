#pragma once
#include "core/record/casestate.h"
#include "ui/rows/row.h"

namespace ui::timeline {

// An entry as a row: when, what it is, what it says, who wrote it and how much later.
rows::Row timelineRow(const core::record::EntryView& entry, const core::guide::ValueNames& names);
// The month it happened in; where that is not known, the one it was written in, as that is where it stands.
QString monthHeading(const core::record::EntryView& entry);

} // namespace ui::timeline

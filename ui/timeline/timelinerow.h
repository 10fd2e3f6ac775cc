#pragma once
#include "core/record/casestate.h"
#include "ui/rows/row.h"

namespace ui::timeline {

// An entry as a row: when, what it is, what it says, who wrote it and how much later.
rows::Row timelineRow(const core::record::EntryView& entry, const core::guide::ValueNames& names);
QString monthHeading(const core::Occurred& when);

} // namespace ui::timeline

#pragma once
#include "core/record/casestate.h"
#include "ui/rows/row.h"

namespace ui::timeline {

// An entry as a row: when, what it is, what it says, who wrote it and how much later.
rows::Row timelineRow(const core::record::EntryView& entry, const core::guide::ValueNames& names);

struct Month {
    int year = 0;
    int month = 0; // 1 to 12; 0: no more is known than the year
    bool operator==(const Month&) const = default;
};
// The month it happened in; where that is not known, the one it was written in, as that is where it stands.
Month monthOf(const core::record::EntryView& entry);
QString monthHeading(Month month);

} // namespace ui::timeline

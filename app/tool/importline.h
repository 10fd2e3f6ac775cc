#pragma once
#include "core/record/casefile.h"

namespace tool {

struct LineProblem {
    QString field; // "fields.said", "occurred", "form" …
    QString sentence;
};

// A line of an import file as a recording that can be recorded. `occurred` is in the ledger's own form: 2026-11-18,
// 2026-11-18T16:30+00:00, ~2026-11, a/b; "" or absent: not known.
tl::expected<core::record::Recording, LineProblem> readImportLine(const QByteArray& line,
                                                                  const core::record::CaseState& state);

} // namespace tool

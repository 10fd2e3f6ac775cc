#pragma once
#include "core/record/casefile.h"
#include "ui/widgets/formview.h"

namespace ui::shell {

// What a form needs of a case. The file, guide and office outlive it.
FormNeeds needsFor(const core::record::CaseFile& file, const core::guide::Guide& guide,
                   const core::vault::Office& office);

// Keeps what is being typed; a draft without content goes.
core::Result<> keepDraft(core::record::CaseFile& file, const core::ledger::Draft& draft);

} // namespace ui::shell

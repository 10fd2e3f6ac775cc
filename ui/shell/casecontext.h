#pragma once
#include "core/record/casefile.h"
#include "core/vault/office.h"

namespace ui::shell {

// One open case and what is needed to show and to add to it. All of it outlives whoever holds this.
struct CaseContext {
    core::record::CaseFile& file;
    const core::guide::Guide& guide;
    const core::vault::Office& office;
    const core::vault::Member& self;

    const core::record::CaseState& state() const { return file.state(); }
    bool mayAdd() const;
    bool mayExport() const;
    bool isBySheet() const; // opened with the recovery sheet, by nobody who is on the case
    core::guide::ValueNames names() const;
    QString worded(const QString& text) const; // with the child's name in it
};

// Why the case cannot be added to; else why an old copy of it would not be known for one. Empty: neither.
QString standingSentence(core::record::CaseFile& file);

} // namespace ui::shell

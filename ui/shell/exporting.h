#pragma once
#include "core/record/casefile.h"
#include "ui/export/exportpage.h"

namespace ui::shell {

// Makes the PDF, records the export, and only then puts the file in its place: no file without an entry. Entry without a file
// is possible if the disk fails at the very last step, and is said.
core::Result<int> saveExport(core::record::CaseFile& file, const core::guide::Guide& guide, const core::vault::Office& office,
                             const core::vault::Member& self, const exporting::Wanted& wanted, const QString& path); // pages

core::report::Document documentFor(const core::record::CaseFile& file, const core::guide::Guide& guide,
                                   const core::vault::Office& office, const core::vault::Member& self, const exporting::Wanted& wanted);

// Asks where to save. Qt's dialog remembers the folders it visited, which are often named after a child: forgotten again.
QString askWhereToSave(QWidget* parent, const QString& proposedName);

} // namespace ui::shell

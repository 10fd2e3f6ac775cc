#pragma once
#include "core/report/exporting.h"
#include <QWidget>

namespace ui::shell {

// Why there is no file, what the record says of it, and what to do next.
QString notSavedText(const core::report::NotSaved& failure);

// What was found of exports that a program had left in their middle; empty: nothing to say.
QString leftExportsText(const std::vector<core::report::LeftExport>& left);

// Asks where to save. Qt's dialog remembers the folders it visited, which are often named after a child: forgotten
// again.
QString askWhereToSave(QWidget* parent, const QString& proposedName);

} // namespace ui::shell

#pragma once
#include <QString>

class QWidget;

namespace ui::rows {

// Recorded text to be read and copied, exactly as it is, plain. `quoted`: with the bar that marks somebody's own words.
QWidget* readText(const QString& text, const QString& name, bool quoted, QWidget* parent = nullptr);

} // namespace ui::rows

#pragma once
#include "core/report/document.h"

class QWidget;

namespace ui::exporting {

// A document as a sheet on screen: the same blocks that the PDF is drawn from.
QWidget* previewOf(const core::report::Document& document);

} // namespace ui::exporting

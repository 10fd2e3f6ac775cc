#pragma once
#include <QIcon>
#include <QImage>

namespace ui {

// An opening quotation mark on the accent colour: the words come first. Painted, so that no picture file is needed at
// run time.
QImage appIconImage(int size);
QIcon appIcon();

} // namespace ui

#pragma once
#include <QList>

class QWidget;

namespace ui::shell {

// What Tab can stop at under this widget, in the order in which a page is read: as its layouts are filled, whatever was
// made first.
QList<QWidget*> readingOrder(QWidget* page);

// Moves the focus to what is read after (or before) the focus widget of this window, around its ends. False: nothing
// takes it.
bool focusInReadingOrder(QWidget* window, bool forwards);

} // namespace ui::shell

#include "ui/widgets/dropdown.h"
#include <QWheelEvent>

namespace ui {

DropDown::DropDown(QWidget* parent) : QComboBox(parent) {
    setFocusPolicy(Qt::StrongFocus);
}

void DropDown::wheelEvent(QWheelEvent* event) {
    event->ignore(); // an open list is a window of its own, and scrolls
}

} // namespace ui

#pragma once
#include <QStringList>

class QWidget;

namespace tests {

// What a person could not read in this window as it stands: words that are wider or higher than the label or button
// they are on, that stand outside the window to the right or left, or that lie over other words. One line for each.
QStringList wordsThatDoNotFit(const QWidget& window);

} // namespace tests

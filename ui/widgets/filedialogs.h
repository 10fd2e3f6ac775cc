#pragma once
#include <QString>

class QWidget;

namespace ui {

// Qt's own dialogs; what they would remember of the folders visited is wiped after each. Empty: nothing was chosen.
QString chooseFolder(QWidget* parent, const QString& title, const QString& start);
QString chooseFileToSave(QWidget* parent, const QString& title, const QString& suggestedName, const QString& filter);
void forgetFileDialogHistory();

} // namespace ui

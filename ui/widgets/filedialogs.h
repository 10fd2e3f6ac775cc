#pragma once
#include <QString>

class QWidget;

namespace ui {

// Qt's own dialogs; what they would remember of the folders visited is wiped after each. Empty: nothing was chosen.
QString chooseFolder(QWidget* parent, const QString& title, const QString& start);
// To be refused where there is a file of that name: it does not ask whether to write over it.
QString chooseFileToSave(QWidget* parent, const QString& title, const QString& suggestedName, const QString& filter);
QString folderToSaveIn(); // Documents, or the home folder where there is none; never where the program was started
void forgetFileDialogHistory();

} // namespace ui

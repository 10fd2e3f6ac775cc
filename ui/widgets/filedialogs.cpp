#include "ui/widgets/filedialogs.h"
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace ui {

void forgetFileDialogHistory() {
    QSettings remembered(QSettings::UserScope, QStringLiteral("QtProject"));
    remembered.remove(QStringLiteral("FileDialog"));
    remembered.remove(QStringLiteral("Qt/filedialog"));
}

QString chooseFolder(QWidget* parent, const QString& title, const QString& start) {
    const QString chosen = QFileDialog::getExistingDirectory(parent, title, start, QFileDialog::DontUseNativeDialog);
    forgetFileDialogHistory();
    return chosen;
}

QString folderToSaveIn() {
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return !documents.isEmpty() && QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

QString chooseFileToSave(QWidget* parent, const QString& title, const QString& suggestedName, const QString& filter) {
    const QString chosen =
        QFileDialog::getSaveFileName(parent, title, QDir(folderToSaveIn()).filePath(suggestedName), filter, nullptr,
                                     QFileDialog::DontUseNativeDialog | QFileDialog::DontConfirmOverwrite);
    forgetFileDialogHistory();
    return chosen;
}

} // namespace ui

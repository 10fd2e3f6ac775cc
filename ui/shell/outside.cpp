#include "ui/shell/outside.h"
#include <QApplication>
#include <QClipboard>
#include <QDialog>

namespace ui::shell {

void hideOtherWindows(const QWidget& window) {
    for (QWidget* other : QApplication::topLevelWidgets()) {
        if (other != &window && other->isVisible())
            other->hide();
    }
}

void closeDialogs() {
    for (QWidget* window : QApplication::topLevelWidgets()) {
        if (auto* dialog = qobject_cast<QDialog*>(window))
            dialog->reject();
    }
}

void forgetWhatWasCopied() {
    QClipboard& board = *QGuiApplication::clipboard();
    if (board.ownsClipboard())
        board.clear();
    if (board.supportsSelection() && board.ownsSelection())
        board.clear(QClipboard::Selection);
}

} // namespace ui::shell

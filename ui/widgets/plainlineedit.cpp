#include "ui/widgets/plainlineedit.h"
#include "ui/widgets/pasteguard.h"
#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>

namespace ui {

PlainLineEdit::PlainLineEdit(QWidget* parent) : QLineEdit(parent) {
    setTextMargins(8, 0, 8, 0);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PlainLineEdit::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Paste)) {
        pasteFrom(QGuiApplication::clipboard()->mimeData(), false);
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void PlainLineEdit::contextMenuEvent(QContextMenuEvent* event) {
    QMenu* menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (auto* paste = menu->findChild<QAction*>(QStringLiteral("edit-paste"))) {
        paste->disconnect(SIGNAL(triggered(bool)));
        paste->setEnabled(!isReadOnly());
        connect(paste, &QAction::triggered, this,
                [this] { pasteFrom(QGuiApplication::clipboard()->mimeData(), false); });
    }
    menu->popup(event->globalPos());
}

void PlainLineEdit::dragEnterEvent(QDragEnterEvent* event) {
    event->acceptProposedAction();
}

void PlainLineEdit::dropEvent(QDropEvent* event) {
    const Paste paste = readPaste(*event->mimeData(), true);
    if (paste.words && event->source() == this) { // words moved within the field
        QLineEdit::dropEvent(event);
        return;
    }
    event->setDropAction(paste.words ? Qt::CopyAction : Qt::IgnoreAction);
    event->accept();
    setCursorPosition(cursorPositionAt(event->position().toPoint()));
    pasteFrom(event->mimeData(), true);
}

void PlainLineEdit::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::MiddleButton || !QGuiApplication::clipboard()->supportsSelection()) {
        QLineEdit::mouseReleaseEvent(event);
        return;
    }
    setCursorPosition(cursorPositionAt(event->position().toPoint()));
    pasteFrom(QGuiApplication::clipboard()->mimeData(QClipboard::Selection), false);
}

void PlainLineEdit::pasteFrom(const QMimeData* data, bool dropped) {
    if (!data || isReadOnly())
        return;
    const Paste paste = readPaste(*data, dropped);
    if (paste.words) {
        QString line = paste.words->trimmed();
        line.replace(QLatin1String("\r\n"), QLatin1String(" ")).replace(QLatin1Char('\n'), QLatin1Char(' '));
        insert(line);
    }
    emit pasteSaid(paste.sentence, !paste.words);
}

} // namespace ui

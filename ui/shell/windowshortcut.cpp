#include "ui/shell/windowshortcut.h"
#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

namespace ui::shell {

WindowShortcut::WindowShortcut(const QKeySequence& keys, QWidget* page)
    : QShortcut(keys, page, nullptr, nullptr, Qt::WindowShortcut), m_page(page) {
    qApp->installEventFilter(this);
}

// Before a key is looked up among the shortcuts, whatever has the focus is asked whether it wants it as a letter.
bool WindowShortcut::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ShortcutOverride || !isEnabled() || !m_page->isVisible() ||
        QApplication::activeWindow() != m_page->window())
        return QShortcut::eventFilter(watched, event);
    if (QKeySequence(static_cast<QKeyEvent*>(event)->keyCombination()) != key())
        return QShortcut::eventFilter(watched, event);
    event->ignore();
    return true;
}

} // namespace ui::shell

#include "ui/shell/windowshortcut.h"
#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

namespace ui::shell {

WindowShortcut::WindowShortcut(const QKeySequence& keys, QWidget* page, Within within)
    : QShortcut(keys, page, nullptr, nullptr, Qt::WindowShortcut), m_page(page), m_within(within) {
    qApp->installEventFilter(this);
}

// Before a key is looked up among the shortcuts, whatever has the focus is asked whether it wants it as a letter. Over
// a dialog or a menu the look-up would find nothing: the key is taken as it comes in.
bool WindowShortcut::eventFilter(QObject* watched, QEvent* event) {
    const bool asked = event->type() == QEvent::ShortcutOverride;
    if ((!asked && event->type() != QEvent::KeyPress) || !isEnabled() || !m_page->isVisible() ||
        QKeySequence(static_cast<QKeyEvent*>(event)->keyCombination()) != key())
        return QShortcut::eventFilter(watched, event);
    const bool ours = QApplication::activeWindow() == m_page->window() && !QApplication::activePopupWidget();
    if (ours && asked) {
        event->ignore();
        return true;
    }
    if (ours || m_within == Within::Window)
        return QShortcut::eventFilter(watched, event);
    event->accept();
    if (!asked)
        emit activated();
    return true;
}

} // namespace ui::shell

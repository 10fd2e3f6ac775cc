#pragma once
#include <QShortcut>

namespace ui::shell {

// Keys that work wherever in the window the focus is, while `page` is in sight. A text field takes many of them for
// itself (on X11 Ctrl+Shift+E selects to the end of the line): it is not asked.
class WindowShortcut : public QShortcut {
    Q_OBJECT
public:
    WindowShortcut(const QKeySequence& keys, QWidget* page);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* m_page;
};

} // namespace ui::shell

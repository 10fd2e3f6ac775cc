#pragma once
#include <QShortcut>

namespace ui::shell {

// Keys that work wherever in the window the focus is, while `page` is in sight. A text field takes many of them for
// itself (on X11 Ctrl+Shift+E selects to the end of the line): it is not asked. In the whole program they also work
// while a dialog or a menu of ours is open, which Qt's shortcuts do not reach.
class WindowShortcut : public QShortcut {
    Q_OBJECT
public:
    enum class Within { Window, Program };
    WindowShortcut(const QKeySequence& keys, QWidget* page, Within within = Within::Window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* m_page;
    Within m_within;
};

} // namespace ui::shell

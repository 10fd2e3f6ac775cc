#pragma once
#include <QObject>

namespace ui {

// Says when the PC goes to sleep or its screen is locked. Linux: login1 on the system bus, the screen savers on the
// session bus.
class SystemLock : public QObject {
    Q_OBJECT
public:
    explicit SystemLock(QObject* parent = nullptr);
    void listen(); // after the window is shown: a bus may take its time

signals:
    void lockAsked();

private slots:
    void activeChanged(bool active);

private:
    bool m_listening = false;
};

} // namespace ui

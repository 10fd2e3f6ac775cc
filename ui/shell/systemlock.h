#pragma once
#include <QDBusUnixFileDescriptor>
#include <QObject>

namespace ui {

// Says when the PC goes to sleep or its screen is locked. Linux: login1 on the system bus, the screen savers on the
// session bus. Sleep is held up until somebody says locked(), for as long as login1 allows (5 seconds as it comes).
class SystemLock : public QObject {
    Q_OBJECT
public:
    explicit SystemLock(QObject* parent = nullptr);
    void listen(); // after the window is shown: a bus may take its time
    void locked(); // the keys are gone from memory: if the PC wants to sleep, it may

signals:
    void lockAsked();

private slots:
    void activeChanged(bool active);
    void sleepChanged(bool goingToSleep);

private:
    void holdUpSleep();
    bool m_listening = false, m_sleepWaits = false;
    QDBusUnixFileDescriptor m_heldUp; // sleep waits until it is closed
};

} // namespace ui

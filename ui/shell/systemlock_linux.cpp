#include "ui/shell/systemlock.h"
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <utility>

namespace ui {

namespace {

QString login1() {
    return QStringLiteral("org.freedesktop.login1");
}
QString manager() {
    return QStringLiteral("org.freedesktop.login1.Manager");
}
QString managerPath() {
    return QStringLiteral("/org/freedesktop/login1");
}

} // namespace

SystemLock::SystemLock(QObject* parent) : QObject(parent) {}

void SystemLock::listen() {
    if (std::exchange(m_listening, true))
        return;
    QDBusConnection system = QDBusConnection::systemBus();
    system.connect(login1(), managerPath(), manager(), QStringLiteral("PrepareForSleep"), this,
                   SLOT(sleepChanged(bool)));
    const QString session = qEnvironmentVariable("XDG_SESSION_ID");
    if (!session.isEmpty())
        system.connect(login1(), {}, QStringLiteral("org.freedesktop.login1.Session"), QStringLiteral("Lock"), this,
                       SIGNAL(lockAsked()));
    for (const char* saver : {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.xfce.ScreenSaver",
                              "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver"})
        // Any sender and path: each desktop has its own.
        QDBusConnection::sessionBus().connect({}, {}, QLatin1String(saver), QStringLiteral("ActiveChanged"), this,
                                              SLOT(activeChanged(bool)));
    holdUpSleep();
}

void SystemLock::activeChanged(bool active) {
    if (active)
        emit lockAsked();
}

void SystemLock::sleepChanged(bool goingToSleep) {
    m_sleepWaits = goingToSleep;
    activeChanged(goingToSleep);
    if (!goingToSleep && !m_heldUp.isValid())
        holdUpSleep();
}

void SystemLock::locked() {
    if (std::exchange(m_sleepWaits, false))
        m_heldUp = {}; // closed
}

// Without it the PC may sleep before the keys are gone from memory.
void SystemLock::holdUpSleep() {
    QDBusMessage call = QDBusMessage::createMethodCall(login1(), managerPath(), manager(), QStringLiteral("Inhibit"));
    call << QStringLiteral("sleep") << QStringLiteral("Firsthand") << tr("Locks the record first")
         << QStringLiteral("delay");
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::systemBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *watcher;
        if (reply.isValid())
            m_heldUp = reply.value();
        watcher->deleteLater();
    });
}

} // namespace ui

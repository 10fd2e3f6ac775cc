#include "ui/shell/systemlock.h"
#include <QDBusConnection>
#include <QDBusInterface>

namespace ui {

SystemLock::SystemLock(QObject* parent) : QObject(parent) {}

void SystemLock::listen() {
    if (std::exchange(m_listening, true))
        return;
    QDBusConnection system = QDBusConnection::systemBus();
    system.connect(QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"),
                   QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("PrepareForSleep"), this,
                   SLOT(activeChanged(bool)));
    const QString session = qEnvironmentVariable("XDG_SESSION_ID");
    if (!session.isEmpty())
        system.connect(QStringLiteral("org.freedesktop.login1"), {}, QStringLiteral("org.freedesktop.login1.Session"),
                       QStringLiteral("Lock"), this, SIGNAL(lockAsked()));
    for (const char* saver : {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.xfce.ScreenSaver",
                              "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver"})
        // Any sender and path: each desktop has its own.
        QDBusConnection::sessionBus().connect({}, {}, QLatin1String(saver), QStringLiteral("ActiveChanged"), this,
                                              SLOT(activeChanged(bool)));
}

void SystemLock::activeChanged(bool active) {
    if (active)
        emit lockAsked();
}

} // namespace ui

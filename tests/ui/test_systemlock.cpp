// The real messages of a desktop over a real bus of its own: sleep waits until the record is locked.
#include "ui/shell/systemlock.h"
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusUnixFileDescriptor>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <fcntl.h>
#include <unistd.h>

using ui::SystemLock;

// What login1 does of interest here: it hands out a pipe, and sleeps when nobody holds its other end any more.
class Login : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")
public:
    int held = -1; // the end that reads; nothing is ever written to it
    QStringList asked;

    bool isHeldUp() const {
        char byte = 0;
        return held >= 0 && read(held, &byte, 1) != 0;
    }

public slots:
    QDBusUnixFileDescriptor Inhibit(const QString& what, const QString&, const QString&, const QString& mode) {
        asked << what + QLatin1Char(' ') + mode;
        int ends[2] = {-1, -1};
        if (pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0)
            return {};
        held = ends[0];
        QDBusUnixFileDescriptor given;
        given.giveFileDescriptor(ends[1]);
        return given;
    }
};

class TestSystemLock : public QObject {
    Q_OBJECT
    QProcess m_bus;
    Login m_login;

    static QDBusConnection desktop() { return QDBusConnection(QStringLiteral("desktop")); }
    static void say(const QString& path, const QString& interface, const QString& name, bool value) {
        QDBusMessage signal = QDBusMessage::createSignal(path, interface, name);
        signal << value;
        desktop().send(signal);
    }
    static void sleep(bool going) {
        say(QStringLiteral("/org/freedesktop/login1"), QStringLiteral("org.freedesktop.login1.Manager"),
            QStringLiteral("PrepareForSleep"), going);
    }

private slots:
    void initTestCase() {
        m_bus.start(QStringLiteral("dbus-daemon"), {"--session", "--nofork", "--nopidfile", "--print-address"});
        QVERIFY2(m_bus.waitForStarted() && m_bus.waitForReadyRead(), "no dbus-daemon");
        const QByteArray address = m_bus.readLine().trimmed();
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", address);
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        auto bus = QDBusConnection::connectToBus(QString::fromLatin1(address), QStringLiteral("desktop"));
        QVERIFY(
            bus.registerObject(QStringLiteral("/org/freedesktop/login1"), &m_login, QDBusConnection::ExportAllSlots));
        QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.login1")));
    }
    void cleanupTestCase() {
        QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
        m_bus.kill();
        m_bus.waitForFinished();
    }

    void sleepWaitsUntilItIsLocked() {
        SystemLock lock;
        bool heldWhenAsked = false;
        int times = 0;
        connect(&lock, &SystemLock::lockAsked, this, [&] {
            ++times;
            heldWhenAsked = m_login.isHeldUp();
        });
        lock.listen();
        QTRY_VERIFY(m_login.held >= 0);
        QCOMPARE(m_login.asked, QStringList{"sleep delay"});
        QVERIFY(m_login.isHeldUp());

        sleep(true);

        QTRY_COMPARE(times, 1);
        QVERIFY(heldWhenAsked);
        QTest::qWait(100); // whoever locks may have to wait for a dialog: so does sleep
        QVERIFY(m_login.isHeldUp());

        lock.locked();

        QTRY_VERIFY(!m_login.isHeldUp());

        sleep(false); // awake: the next sleep is held up again, and nothing is locked by waking

        QTRY_COMPARE(m_login.asked.size(), 2);
        QTRY_VERIFY(m_login.isHeldUp());
        QCOMPARE(times, 1);
    }

    void aLockedScreenLocks() {
        SystemLock lock;
        QSignalSpy asked(&lock, &SystemLock::lockAsked);
        lock.listen();
        QTRY_COMPARE(m_login.asked.size(), 3);
        (void)QDBusConnection::sessionBus().interface()->isServiceRegistered("an.answer"); // listens there too by now

        say(QStringLiteral("/org/gnome/ScreenSaver"), QStringLiteral("org.gnome.ScreenSaver"),
            QStringLiteral("ActiveChanged"), false);
        say(QStringLiteral("/org/gnome/ScreenSaver"), QStringLiteral("org.gnome.ScreenSaver"),
            QStringLiteral("ActiveChanged"), true);

        QTRY_COMPARE(asked.count(), 1);
    }

    // The control of both: nobody who does not listen hears anything.
    void whoDoesNotListenHearsNothing() {
        SystemLock deaf, listening;
        QSignalSpy unheard(&deaf, &SystemLock::lockAsked), heard(&listening, &SystemLock::lockAsked);
        listening.listen();
        QTRY_COMPARE(m_login.asked.size(), 4);

        sleep(true);

        QTRY_COMPARE(heard.count(), 1);
        QCOMPARE(unheard.count(), 0);
    }
};

QTEST_GUILESS_MAIN(TestSystemLock)
#include "test_systemlock.moc"

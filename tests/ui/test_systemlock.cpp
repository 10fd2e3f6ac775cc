// The real messages of a desktop over a real bus of its own: sleep waits until the record is locked.
#include "tests/ui/inwindow.h"
#include "tests/vault/madevault.h"
#include "ui/shell/systemlock.h"
#include "ui/style/theme.h"
#include <QApplication>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusUnixFileDescriptor>
#include <QDialog>
#include <QEventLoop>
#include <QProcess>
#include <QSettings>
#include <QTimer>
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

    // A dialog runs a loop of its own inside a page, and the keys go only when that has ended.
    void sleepWaitsForAnOpenDialogOfTheWindow() {
        const tests::MadeVault made;
        QVERIFY(made.isOk());
        qputenv("XDG_DATA_HOME", made.profile().toUtf8());
        ui::applyTheme(*qApp, ui::Look::Light);
        QSettings settings(made.file(QStringLiteral("../settings.ini")), QSettings::IniFormat);
        ui::MainWindow window(settings, made.folder());
        window.show();
        const qsizetype before = m_login.asked.size();
        QVERIFY(tests::unlock(window));
        QTRY_COMPARE(m_login.asked.size(), before + 1);
        QTest::qWait(50); // until nothing but the window holds what login1 gave
        bool covered = false, keysThere = false, heldUp = false;
        QEventLoop program;
        QTimer::singleShot(0, &program, [&] {
            QDialog dialog;
            QTimer::singleShot(50, &dialog, [] { sleep(true); });
            dialog.exec();     // ended by the lock
            QEventLoop second; // a question upon the question
            QTimer::singleShot(200, &second, &QEventLoop::quit);
            second.exec();
            covered = window.findChild<ui::UnlockPage*>()->isVisible();
            keysThere = window.session().isUnlocked();
            heldUp = m_login.isHeldUp();
            QTimer::singleShot(100, &program, &QEventLoop::quit);
        });

        program.exec();

        QVERIFY(covered); // at once
        QVERIFY(keysThere);
        QVERIFY(heldUp);
        QVERIFY(!window.session().isUnlocked());
        QTRY_VERIFY(!m_login.isHeldUp());
    }

    // The control of all: nobody who does not listen hears anything.
    void whoDoesNotListenHearsNothing() {
        const qsizetype before = m_login.asked.size();
        SystemLock deaf, listening;
        QSignalSpy unheard(&deaf, &SystemLock::lockAsked), heard(&listening, &SystemLock::lockAsked);
        listening.listen();
        QTRY_COMPARE(m_login.asked.size(), before + 1);

        sleep(true);

        QTRY_COMPARE(heard.count(), 1);
        QCOMPARE(unheard.count(), 0);
    }
};

QTEST_MAIN(TestSystemLock)
#include "test_systemlock.moc"

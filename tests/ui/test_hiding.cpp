#include "ui/shell/escapetwice.h"
#include "ui/shell/idleguard.h"
#include <QSignalSpy>
#include <QTest>
#include <QWidget>

class TestHiding : public QObject {
    Q_OBJECT
private slots:
    void twoEscapesWithinASecondHide() {
        ui::EscapeTwice escape([this] { return m_now; });

        QVERIFY(!escape.pressed());
        m_now += 900;
        QVERIFY(escape.pressed());
    }
    void twoSlowEscapesDoNot() {
        ui::EscapeTwice escape([this] { return m_now; });

        QVERIFY(!escape.pressed());
        m_now += 1100;
        QVERIFY(!escape.pressed());
    }
    void anEscapeThatClosedSomethingDoesNotCount() {
        ui::EscapeTwice escape([this] { return m_now; });

        QVERIFY(!escape.pressed());
        escape.closedSomething();
        m_now += 200;
        QVERIFY(!escape.pressed());
    }
    void itLocksAfterTheMinutesWithoutATouch() {
        ui::IdleGuard guard([this] { return m_now; });
        QSignalSpy idle(&guard, &ui::IdleGuard::idle);
        guard.setMinutes(5);
        guard.start();

        m_now += 5 * 60'000 - 1;
        guard.look();
        QCOMPARE(idle.size(), 0);
        m_now += 1;
        guard.look();
        QCOMPARE(idle.size(), 1);
    }
    void aKeyPutsItOff() {
        ui::IdleGuard guard([this] { return m_now; });
        QSignalSpy idle(&guard, &ui::IdleGuard::idle);
        guard.setMinutes(5);
        guard.start();
        QWidget widget;

        m_now += 4 * 60'000;
        QTest::keyClick(&widget, Qt::Key_A);
        m_now += 4 * 60'000;
        guard.look();

        QCOMPARE(idle.size(), 0);
    }
    void theFirstKeyAfterALongSleepLocks() {
        ui::IdleGuard guard([this] { return m_now; });
        QSignalSpy idle(&guard, &ui::IdleGuard::idle);
        guard.setMinutes(5);
        guard.start();
        QWidget widget;

        m_now += 8 * 3'600'000LL;
        QTest::keyClick(&widget, Qt::Key_A);

        QCOMPARE(idle.size(), 1);
    }
    void aCallKeepsItOpenForItsMinutesAndNoLonger() {
        ui::IdleGuard guard([this] { return m_now; });
        QSignalSpy idle(&guard, &ui::IdleGuard::idle);
        QSignalSpy kept(&guard, &ui::IdleGuard::keptOpenChanged);
        guard.setMinutes(5);
        guard.start();

        guard.keepOpen(30);
        m_now += 29 * 60'000;
        guard.look();
        QVERIFY(guard.isKeptOpen());
        m_now += 2 * 60'000;
        guard.look();
        QVERIFY(!guard.isKeptOpen());
        QCOMPARE(idle.size(), 0); // on the phone until just now
        m_now += 5 * 60'000;
        guard.look();

        QCOMPARE(idle.size(), 1);
        QCOMPARE(kept.size(), 2);
    }

private:
    qint64 m_now = 1'000'000;
};

QTEST_MAIN(TestHiding)
#include "test_hiding.moc"

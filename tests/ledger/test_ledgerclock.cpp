#include "core/base/utc.h"
#include "core/ledger/clock.h"
#include <QTest>

using namespace core::ledger;

class TestClock : public QObject {
    Q_OBJECT
private slots:
    void clockIsJudged_data();
    void clockIsJudged();
    void firstEntryHasNothingBeforeIt();
    void anotherStartOfThePcGivesNothingToMeasureAgainst();
    void namesComeBack();
};

namespace {

const QDateTime start = core::utc(QDate(2025, 3, 27), QTime(10, 0));

} // namespace

void TestClock::clockIsJudged_data() {
    QTest::addColumn<qint64>("shownSeconds");
    QTest::addColumn<qint64>("passedSeconds");
    QTest::addColumn<int>("state");
    const auto row = [](const char* name, qint64 shown, qint64 passed, ClockState state) {
        QTest::newRow(name) << shown << passed << int(state);
    };
    row("ten minutes", 600, 600, ClockState::Ok);
    row("corrected by a few seconds", 605, 600, ClockState::Ok);
    row("three days asleep", 259'200, 259'200, ClockState::Ok);
    row("set five years ahead", 157'680'000, 600, ClockState::Jump);
    row("set an hour ahead", 4200, 600, ClockState::Jump);
    row("set back below the last entry", -3600, 600, ClockState::Back);
    row("set back an hour, still after the last entry", 7200, 10'800, ClockState::Back);
    row("a second before the last entry", -1, 1, ClockState::Back);
}

void TestClock::clockIsJudged() {
    QFETCH(qint64, shownSeconds);
    QFETCH(qint64, passedSeconds);
    QFETCH(int, state);
    const ClockReading then{start, 5000, QStringLiteral("boot")};
    const ClockReading now{start.addSecs(shownSeconds), 5000 + passedSeconds * 1000, QStringLiteral("boot")};

    QCOMPARE(int(clockState(start, then, now)), state);
}

void TestClock::firstEntryHasNothingBeforeIt() {
    const ClockReading reading{start, 5000, QStringLiteral("boot")};

    QCOMPARE(clockState({}, reading, reading), ClockState::Ok);
}

void TestClock::anotherStartOfThePcGivesNothingToMeasureAgainst() {
    const ClockReading then{start, 9'000'000, QStringLiteral("boot")};
    const ClockReading now{start.addDays(2), 60'000, QStringLiteral("another")};

    QCOMPARE(clockState(start, then, now), ClockState::Ok);
}

void TestClock::namesComeBack() {
    for (const ClockState state : {ClockState::Ok, ClockState::Back, ClockState::Jump})
        QCOMPARE(clockFromName(clockName(state).data()), std::optional(state));
    QVERIFY(!clockFromName("fine"));
}

QTEST_GUILESS_MAIN(TestClock)
#include "test_ledgerclock.moc"

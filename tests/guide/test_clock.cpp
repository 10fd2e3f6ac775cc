#include "core/base/utc.h"
#include "core/guide/clock.h"
#include <QJsonDocument>
#include <QTest>

using namespace core;
using namespace core::guide;

namespace {

const QTime Opens(9, 0);
const QTime Closes(17, 0);
using Unit = Clock::Unit;

Condition when(const char* json) {
    return Condition::parse(QJsonDocument::fromJson(json).object(), QStringLiteral("test")).value();
}

// Asks for the decision one working day after a referral was made, until it is decided.
Clock decisionClock() {
    Clock clock;
    clock.id = QStringLiteral("T7");
    clock.nations = QStringList(QStringLiteral("england"));
    clock.title = QStringLiteral("Ask for the decision");
    clock.source = QStringLiteral("Statutory guidance");
    clock.section = QStringLiteral("chapter 3");
    clock.confidence = QStringLiteral("sure");
    clock.unit = Unit::WorkingDays;
    clock.length = 1;
    const QString progress = QStringLiteral("referral-progress");
    clock.starts = {{QStringLiteral("referral"), when(R"({"field":"how","is":"phone"})"), {}},
                    {progress, when(R"({"field":"step","is":"made-phone"})"), QStringLiteral("referral")}};
    clock.stops = {{progress, when(R"({"field":"step","is":"decided"})"), QStringLiteral("referral")}};
    return clock;
}

// A date somebody set, on a plan; any review stops it.
Clock reviewClock() {
    Clock clock;
    clock.id = QStringLiteral("T22");
    clock.confidence = QStringLiteral("fairly");
    clock.unit = Unit::Field;
    clock.dueField = QStringLiteral("review");
    clock.starts = {{QStringLiteral("plan"), when(R"({"field":"review","known":true})"), {}},
                    {QStringLiteral("review"), when(R"({"field":"review","known":true})"), {}}};
    clock.stops = {{QStringLiteral("review"), Condition(), {}}};
    return clock;
}

ClockEntry entry(const char* id, const char* form, const char* occurred, const char* fields) {
    return {QLatin1String(id), QLatin1String(form), Occurred::parse(QString::fromLatin1(occurred)).value(),
            core::utc(QDate(2026, 11, 22), QTime(12, 0)), QJsonDocument::fromJson(fields).object()};
}

QDateTime local(int month, int day, int hour, int minute) {
    return QDateTime(QDate(2026, month, day), QTime(hour, minute));
}

std::vector<ClockState> run(const Clock& clock, const std::vector<ClockEntry>& entries,
                            const std::vector<ClockOverrideRow>& overrides = {}) {
    return runClocks({clock}, overrides, QStringLiteral("england"), entries, {}, Opens, Closes);
}

const char* const ByPhone = R"({"how":"phone"})";

} // namespace

class TestClock : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void dueByUnit_data();
    void dueByUnit();
    void unitNamesComeBack();
    void aReferralByPhoneStartsTheClockAndItsDecisionStopsIt();
    void aDecisionOnAnotherReferralStopsNothing();
    void aDecisionWrittenLaterWithAnEarlierTimeStopsIt();
    void draftedStartsNothing();
    void madeLaterStartsTheClockOfThatReferral();
    void theFirstStartCountsAndADecidedReferralCanStartAgain();
    void aStartOutsideHoursIsKeptAsItIsAndSaysSo();
    void aDayWithoutATimeIsNotCalledOutOfHours();
    void anUnknownTimeCountsFromWhenItWasRecorded();
    void anotherNationHasNotThisClock();
    void theOfficeSwitchesOffOrSetsALength();
    void aLocalClockSaysCheckLocallyUntilTheOfficeSetIt();
    void aDateSomebodySetIsDueAtTheCloseOfThatDay();
    void aReviewStopsWhatWasPlannedBeforeItAndNotItself();
    void aReviewThatHappenedBeforeThePlanStopsNothing();
    void whatIsRecordedAfterAStartWithoutATimeStopsIt();
    void ofTwoEntriesAboutOneDayTheFirstDoesNotAnswerTheSecond();
    void aDateSetAnewTakesThePlaceOfTheOldOne();
    void factsOfTheCaseDecideToo();
};

void TestClock::initTestCase() {
    qputenv("TZ", "GMT0BST,M3.5.0/1,M10.5.0"); // London, also where no time zones are installed
    QCOMPARE(QDateTime(QDate(2026, 7, 1), QTime(12, 0)).offsetFromUtc(), 3600);
}

void TestClock::dueByUnit_data() {
    QTest::addColumn<QString>("unit");
    QTest::addColumn<int>("length");
    QTest::addColumn<QDateTime>("start");
    QTest::addColumn<QDateTime>("due");
    QTest::newRow("now") << "now" << 0 << local(11, 18, 10, 0) << QDateTime();
    QTest::newRow("same day") << "sameDay" << 0 << local(11, 18, 10, 0) << local(11, 18, 17, 0);
    QTest::newRow("same day, in the evening") << "sameDay" << 0 << local(11, 18, 19, 0) << local(11, 18, 23, 59);
    QTest::newRow("24 hours over a weekend") << "hours" << 24 << local(11, 20, 16, 30) << local(11, 21, 16, 30);
    QTest::newRow("24 hours over the change of the clocks")
        << "hours" << 24 << local(10, 24, 16, 0) << local(10, 25, 15, 0);
    QTest::newRow("1 working day from a Wednesday")
        << "workingDays" << 1 << local(11, 18, 17, 20) << local(11, 19, 17, 0);
    QTest::newRow("1 working day from a Friday") << "workingDays" << 1 << local(11, 20, 9, 0) << local(11, 23, 17, 0);
    QTest::newRow("1 working day from a Sunday") << "workingDays" << 1 << local(11, 22, 9, 0) << local(11, 23, 17, 0);
    QTest::newRow("1 working day before Easter") << "workingDays" << 1 << local(4, 2, 9, 0) << local(4, 7, 17, 0);
    QTest::newRow("7 working days over Christmas")
        << "workingDays" << 7 << local(12, 23, 9, 0) << QDateTime(QDate(2027, 1, 6), QTime(17, 0));
    QTest::newRow("7 calendar days") << "calendarDays" << 7 << local(11, 18, 10, 0) << local(11, 25, 17, 0);
    QTest::newRow("3 months from the 30th")
        << "months" << 3 << local(11, 30, 10, 0) << QDateTime(QDate(2027, 2, 28), QTime(17, 0));
}

void TestClock::dueByUnit() {
    QFETCH(QString, unit);
    QFETCH(int, length);
    QFETCH(QDateTime, start);
    QFETCH(QDateTime, due);

    QCOMPARE(dueAt(*unitFromName(unit), length, start, Closes), due);
}

void TestClock::unitNamesComeBack() {
    for (const Unit unit :
         {Unit::Now, Unit::SameDay, Unit::Hours, Unit::WorkingDays, Unit::CalendarDays, Unit::Months, Unit::Field})
        QCOMPARE(unitFromName(unitName(unit)), std::optional(unit));
    QVERIFY(!unitFromName(u"days"));
}

void TestClock::aReferralByPhoneStartsTheClockAndItsDecisionStopsIt() {
    std::vector<ClockEntry> entries{entry("r1", "referral", "2026-11-18T16:20+00:00", ByPhone)};

    const auto running = run(decisionClock(), entries);
    QCOMPARE(running.size(), size_t(1));
    QCOMPARE(running[0].subject, QStringLiteral("r1"));
    QCOMPARE(running[0].started, local(11, 18, 16, 20));
    QCOMPARE(running[0].due, local(11, 19, 17, 0));
    QCOMPARE(running[0].source, QStringLiteral("Statutory guidance, chapter 3"));
    QVERIFY(running[0].running() && !running[0].startedOutOfHours && !running[0].checkLocally);

    entries.push_back(
        entry("p1", "referral-progress", "2026-11-19T11:00+00:00", R"({"referral":"r1","step":"decided"})"));
    const auto stopped = run(decisionClock(), entries);
    QCOMPARE(stopped.size(), size_t(1));
    QCOMPARE(stopped[0].stopped, std::optional(local(11, 19, 11, 0)));
}

void TestClock::aDecisionOnAnotherReferralStopsNothing() {
    const auto states =
        run(decisionClock(),
            {entry("r1", "referral", "2026-11-18T16:20+00:00", ByPhone),
             entry("r2", "referral", "2026-11-18T16:40+00:00", ByPhone),
             entry("p1", "referral-progress", "2026-11-19T11:00+00:00", R"({"referral":"r2","step":"decided"})")});

    QCOMPARE(states.size(), size_t(2));
    QVERIFY(states[0].running());
    QVERIFY(!states[1].running());
}

void TestClock::aDecisionWrittenLaterWithAnEarlierTimeStopsIt() {
    const auto states =
        run(decisionClock(),
            {entry("r1", "referral", "2026-11-18T16:20+00:00", ByPhone),
             entry("p1", "referral-progress", "2026-11-18T16:10+00:00", R"({"referral":"r1","step":"decided"})")});

    QCOMPARE(states[0].stopped, std::optional(states[0].started));
}

void TestClock::draftedStartsNothing() {
    QVERIFY(run(decisionClock(), {entry("r1", "referral", "2026-11-18", R"({"how":"drafted"})")}).empty());
}

void TestClock::madeLaterStartsTheClockOfThatReferral() {
    const auto states =
        run(decisionClock(),
            {entry("r1", "referral", "2026-11-18", R"({"how":"drafted"})"),
             entry("p1", "referral-progress", "2026-11-20T09:30+00:00", R"({"referral":"r1","step":"made-phone"})")});

    QCOMPARE(states.size(), size_t(1));
    QCOMPARE(states[0].subject, QStringLiteral("r1"));
    QCOMPARE(states[0].startEntry, QStringLiteral("p1"));
    QCOMPARE(states[0].due, local(11, 23, 17, 0));
}

void TestClock::theFirstStartCountsAndADecidedReferralCanStartAgain() {
    std::vector<ClockEntry> entries{
        entry("r1", "referral", "2026-11-18T16:20+00:00", ByPhone),
        entry("p1", "referral-progress", "2026-11-19T09:00+00:00", R"({"referral":"r1","step":"made-phone"})")};
    QCOMPARE(run(decisionClock(), entries).size(), size_t(1));

    entries.push_back(
        entry("p2", "referral-progress", "2026-11-19T12:00+00:00", R"({"referral":"r1","step":"decided"})"));
    entries.push_back(
        entry("p3", "referral-progress", "2026-11-20T10:00+00:00", R"({"referral":"r1","step":"made-phone"})"));
    const auto states = run(decisionClock(), entries);

    QCOMPARE(states.size(), size_t(2));
    QVERIFY(!states[0].running());
    QVERIFY(states[1].running());
    QCOMPARE(states[1].due, local(11, 23, 17, 0));
}

void TestClock::aStartOutsideHoursIsKeptAsItIsAndSaysSo() {
    const auto states = run(decisionClock(), {entry("r1", "referral", "2026-11-20T21:40+00:00", ByPhone)});

    QCOMPARE(states[0].started, local(11, 20, 21, 40));
    QVERIFY(states[0].startedOutOfHours);
    QCOMPARE(states[0].due, local(11, 23, 17, 0));
}

void TestClock::aDayWithoutATimeIsNotCalledOutOfHours() {
    QVERIFY(!run(decisionClock(), {entry("r1", "referral", "2026-11-18", ByPhone)})[0].startedOutOfHours);
}

void TestClock::anUnknownTimeCountsFromWhenItWasRecorded() {
    const auto states = run(decisionClock(), {entry("r1", "referral", "", ByPhone)});

    QCOMPARE(states[0].started, local(11, 22, 12, 0));
    QVERIFY(states[0].startedOutOfHours); // a Sunday
}

void TestClock::anotherNationHasNotThisClock() {
    const std::vector<ClockEntry> entries{entry("r1", "referral", "2026-11-18", ByPhone)};

    QVERIFY(runClocks({decisionClock()}, {}, QStringLiteral("wales"), entries, {}, Opens, Closes).empty());
}

void TestClock::theOfficeSwitchesOffOrSetsALength() {
    const std::vector<ClockEntry> entries{entry("r1", "referral", "2026-11-18T10:00+00:00", ByPhone)};
    const QString id = QStringLiteral("T7");

    QVERIFY(run(decisionClock(), entries, {{id, false, {}, {}}}).empty());
    QCOMPARE(run(decisionClock(), entries, {{id, true, 2, {}}})[0].due, local(11, 20, 17, 0));
    QCOMPARE(run(decisionClock(), entries, {{id, true, 48, QStringLiteral("hours")}})[0].due, local(11, 20, 10, 0));
    QCOMPARE(run(decisionClock(), entries, {{QStringLiteral("T9"), false, {}, {}}}).size(), size_t(1));
    Clock off = decisionClock();
    off.on = false;
    QVERIFY(run(off, entries).empty());
    QCOMPARE(run(off, entries, {{id, true, {}, {}}}).size(), size_t(1));
}

void TestClock::aLocalClockSaysCheckLocallyUntilTheOfficeSetIt() {
    const std::vector<ClockEntry> entries{entry("r1", "referral", "2026-11-18T10:00+00:00", ByPhone)};
    Clock clock = decisionClock();
    clock.local = true;

    QVERIFY(run(clock, entries)[0].checkLocally);
    QVERIFY(!run(clock, entries, {{clock.id, true, 2, {}}})[0].checkLocally);
    Clock remembered = decisionClock();
    remembered.confidence = QStringLiteral("memory");
    QVERIFY(run(remembered, entries)[0].checkLocally);
}

void TestClock::aDateSomebodySetIsDueAtTheCloseOfThatDay() {
    const auto due = [](const char* fields) {
        return run(reviewClock(), {entry("p1", "plan", "2026-11-18", fields)})[0].due;
    };

    QCOMPARE(due(R"({"review":"2026-12-02"})"), local(12, 2, 17, 0));
    QCOMPARE(due(R"({"review":"2026-12-02T09:30+00:00"})"), local(12, 2, 9, 30));
    QCOMPARE(due(R"({"review":"2026-12"})"), local(12, 31, 17, 0));
    QCOMPARE(due(R"({"review":"2026-12-02/2026-12-04"})"), local(12, 4, 17, 0));
    QVERIFY(run(reviewClock(), {entry("p1", "plan", "2026-11-18", "{}")}).empty());
}

void TestClock::aReviewStopsWhatWasPlannedBeforeItAndNotItself() {
    const auto states =
        run(reviewClock(), {entry("p1", "plan", "2026-11-10", R"({"review":"2026-11-17"})"),
                            entry("v1", "review", "2026-11-17T14:00+00:00", R"({"review":"2026-12-01"})")});

    QCOMPARE(states.size(), size_t(2));
    QCOMPARE(states[0].stopped, std::optional(local(11, 17, 14, 0)));
    QVERIFY(states[1].running());
    QCOMPARE(states[1].due, local(12, 1, 17, 0));
}

void TestClock::aReviewThatHappenedBeforeThePlanStopsNothing() {
    const auto states = run(reviewClock(), {entry("p1", "plan", "2026-11-18", R"({"review":"2026-12-02"})"),
                                            entry("v1", "review", "2026-11-10", "{}")}); // written up late

    QVERIFY(states[0].running());
}

void TestClock::whatIsRecordedAfterAStartWithoutATimeStopsIt() {
    Clock clock = reviewClock();
    clock.unit = Unit::WorkingDays;
    clock.length = 1;
    const ClockEntry undated = entry("p1", "plan", "", R"({"review":"2026-12-02"})"); // recorded on the 22nd at noon
    const ClockEntry dated = entry("p1", "plan", "2026-11-22T12:00+00:00", R"({"review":"2026-12-02"})");
    const ClockEntry review = entry("v1", "review", "2026-11-22T11:00+00:00", "{}");

    QCOMPARE(run(clock, {undated, review})[0].stopped, std::optional(local(11, 22, 12, 0)));
    QVERIFY(run(clock, {review, undated})[0].running());
    QVERIFY(run(clock, {dated, review})[0].running());
}

void TestClock::ofTwoEntriesAboutOneDayTheFirstDoesNotAnswerTheSecond() {
    const ClockEntry review = entry("v1", "review", "2026-11-18", "{}");
    const ClockEntry plan = entry("p1", "plan", "2026-11-18", R"({"review":"2026-12-02"})");

    QVERIFY(run(reviewClock(), {review, plan})[0].running());
    QVERIFY(!run(reviewClock(), {plan, review})[0].running()); // the control
}

void TestClock::aDateSetAnewTakesThePlaceOfTheOldOne() {
    Clock clock = reviewClock();
    clock.starts = {
        {QStringLiteral("referral-progress"), when(R"({"field":"review","known":true})"), QStringLiteral("referral")}};
    clock.stops = {
        {QStringLiteral("referral-progress"), when(R"({"field":"step","is":"decided"})"), QStringLiteral("referral")}};

    const auto states =
        run(clock, {entry("p1", "referral-progress", "2026-11-18", R"({"referral":"r1","review":"2026-11-20"})"),
                    entry("p2", "referral-progress", "2026-11-20", R"({"referral":"r1","review":"2026-11-24"})")});

    QCOMPARE(states.size(), size_t(2));
    QVERIFY(!states[0].running());
    QVERIFY(states[1].running());
    QCOMPARE(states[1].due, local(11, 24, 17, 0));
}

void TestClock::factsOfTheCaseDecideToo() {
    Clock clock = decisionClock();
    clock.starts.front().when = when(R"({"all":[{"field":"how","is":"phone"},{"fact":"threat","is":"yes"}]})");
    const std::vector<ClockEntry> entries{entry("r1", "referral", "2026-11-18", ByPhone)};
    const Facts threat{{QStringLiteral("threat"), {QStringLiteral("yes")}}};

    QVERIFY(run(clock, entries).empty());
    QCOMPARE(runClocks({clock}, {}, QStringLiteral("england"), entries, threat, Opens, Closes).size(), size_t(1));
}

QTEST_GUILESS_MAIN(TestClock)
#include "test_clock.moc"

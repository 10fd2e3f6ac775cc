#include "core/guide/guide.h"
#include <QTest>

using namespace core;
using namespace core::guide;

// What the guidance itself must say, over the content the program is built with.
class TestContent : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        auto loaded = Guide::load();
        QVERIFY2(loaded.has_value(), loaded ? "" : qPrintable(loaded.error().detail));
        m_guide = std::move(*loaded);
    }

    void aReferralStartsTheClocksOfItsNation_data() {
        QTest::addColumn<QString>("nation");
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("clock");
        QTest::addColumn<QDateTime>("due");
        const auto row = [](const char* name, const char* nation, const char* how, const char* clock, int day, int hour,
                            int minute) {
            QTest::newRow(name) << QString::fromLatin1(nation) << QString::fromLatin1(how) << QString::fromLatin1(clock)
                                << QDateTime(QDate(2026, 11, day), QTime(hour, minute));
        };
        // Made on Wednesday 18 November 2026 at 17:20.
        row("England, decision", "england", "phone", "T7", 19, 17, 0);
        row("England, in writing", "england", "phone", "T5", 19, 17, 20);
        row("Wales, decision", "wales", "phone", "T9", 19, 17, 0);
        row("Wales, in writing", "wales", "phone", "T6", 19, 17, 20);
        row("Wales, no answer to a written report", "wales", "portal", "T10", 27, 17, 0);
    }
    void aReferralStartsTheClocksOfItsNation() {
        QFETCH(QString, nation);
        QFETCH(QString, how);
        QFETCH(QString, clock);
        const std::vector<ClockEntry> entries{referral(how)};
        const QString other = nation == QLatin1String("wales") ? QStringLiteral("england") : QStringLiteral("wales");

        const auto running = find(run(entries, nation), clock);

        QVERIFY(running);
        QTEST(running->due, "due");
        QVERIFY(!find(run(entries, other), clock));
        QVERIFY(!find(run({referral(QStringLiteral("drafted"))}, nation), clock));
    }

    void onlySocialCareBeingToldEndsTheClockForReferring_data() {
        QTest::addColumn<QJsonObject>("fields");
        QTest::addColumn<bool>("ends");
        const auto row = [](const char* name, const char* to, const char* level, const char* how, bool ends) {
            QTest::newRow(name) << QJsonObject{{"to_kind", QLatin1String(to)},
                                               {"level", QLatin1String(level)},
                                               {"how", QLatin1String(how)}}
                                << ends;
        };
        row("referred", "social-care", "significant-harm", "phone", true);
        row("referred in writing", "social-care", "concern", "portal", true);
        row("drafted", "social-care", "significant-harm", "drafted", false);
        row("the police alone", "police", "significant-harm", "phone", false);
        row("advice without a name", "social-care", "advice", "phone", false);
    }
    void onlySocialCareBeingToldEndsTheClockForReferring() {
        QFETCH(QJsonObject, fields);
        QFETCH(bool, ends);
        const ClockEntry found{QStringLiteral("c"), QStringLiteral("came-to-light"), day(18), {}, {{"route", "other"}}};
        ClockEntry made = referral({});
        made.fields = fields;
        ClockEntry drafted = made;
        drafted.fields.insert(QStringLiteral("how"), QStringLiteral("drafted"));
        const ClockEntry rung{QStringLiteral("p"),
                              QStringLiteral("referral-progress"),
                              day(18),
                              {},
                              {{"referral", "r"}, {"step", "made-phone"}}};
        const bool wasDrafted = fields == drafted.fields;

        for (const auto& [nation, clock] : {std::pair("england", "T4"), std::pair("wales", "T4w")}) {
            const auto running = [&](const std::vector<ClockEntry>& entries) {
                return find(run(entries, QLatin1String(nation)), QLatin1String(clock)).has_value();
            };
            QVERIFY(running({found}));
            QCOMPARE(!running({found, made}), ends);
            QCOMPARE(!running({found, drafted, rung}), ends || wasDrafted);
        }
    }

    void whatThePoliceAreAskedStartsNoClockOfSocialCare_data() {
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("level");
        QTest::addColumn<bool>("starts");
        QTest::newRow("social care") << "social-care"
                                     << "concern" << true;
        QTest::newRow("the police") << "police"
                                    << "concern" << false;
        QTest::newRow("advice") << "social-care"
                                << "advice" << false;
    }
    void whatThePoliceAreAskedStartsNoClockOfSocialCare() {
        QFETCH(QString, to);
        QFETCH(QString, level);
        QFETCH(bool, starts);
        ClockEntry drafted = referral(QStringLiteral("drafted"));
        drafted.fields.insert(QStringLiteral("to_kind"), to);
        drafted.fields.insert(QStringLiteral("level"), level);
        ClockEntry made = drafted;
        made.fields.insert(QStringLiteral("how"), QStringLiteral("phone"));
        const auto rung = [&](const char* step) {
            return ClockEntry{QStringLiteral("p"),
                              QStringLiteral("referral-progress"),
                              day(18),
                              {},
                              {{"referral", "r"}, {"step", QLatin1String(step)}}};
        };

        for (const auto& [nation, clock, step] :
             {std::tuple("england", "T5", "made-phone"), std::tuple("wales", "T6", "made-phone"),
              std::tuple("england", "T7", "made-phone"), std::tuple("wales", "T9", "made-portal"),
              std::tuple("wales", "T10", "made-portal")}) {
            const auto running = [&](const std::vector<ClockEntry>& entries) {
                return find(run(entries, QLatin1String(nation)), QLatin1String(clock)).has_value();
            };
            QVERIFY2(running({drafted, rung(step)}) == starts, clock);
            if (qstrcmp(clock, "T10") != 0)
                QVERIFY2(running({made}) == starts, clock);
        }
    }

    void wordsAreWrittenUpByTheCloseOfTheDayOfTheTalk_data() {
        QTest::addColumn<QString>("planned");
        QTest::addColumn<QTime>("due");
        QTest::newRow("in the morning") << "2026-11-19T10:00+00:00" << QTime(17, 0);
        QTest::newRow("in the evening") << "2026-11-19T18:30+00:00" << QTime(23, 59);
        QTest::newRow("some time") << "2026-11-19" << QTime(17, 0);
    }
    void wordsAreWrittenUpByTheCloseOfTheDayOfTheTalk() {
        QFETCH(QString, planned);
        QFETCH(QTime, due);
        const ClockEntry plan{
            QStringLiteral("t"), QStringLiteral("talk-plan"), day(18), {}, {{"when_planned", planned}}};

        const auto clock = find(run({plan}, QStringLiteral("england")), QStringLiteral("T3"));

        QVERIFY(clock);
        QCOMPARE(clock->due, QDateTime(QDate(2026, 11, 19), due));
    }

    void givingAPhoneBackEndsItsOwnClockAndNoOther() {
        ClockEntry phone{QStringLiteral("a"),
                         QStringLiteral("restriction"),
                         day(18),
                         {},
                         {{"what", "Phone"}, {"returns", "2026-12-02"}}};
        ClockEntry tablet{QStringLiteral("b"),
                          QStringLiteral("restriction"),
                          day(18),
                          {},
                          {{"what", "Tablet"}, {"returns", "2026-12-02"}}};
        ClockEntry back{QStringLiteral("c"),
                        QStringLiteral("restriction"),
                        day(25),
                        {},
                        {{"what", "Phone"}, {"continues", "a"}, {"state", "given-back"}}};

        QCOMPARE(runningOf(run({phone, tablet}, QStringLiteral("england")), QStringLiteral("T21")),
                 QStringList({"a", "b"}));
        QCOMPARE(runningOf(run({phone, tablet, back}, QStringLiteral("england")), QStringLiteral("T21")),
                 QStringList({"b"}));
    }

    void somethingTakenWithNoReturnDateIsOverdueUntilThereIsOne() {
        const auto phone = [](const char* id, int on, QJsonObject fields) {
            return ClockEntry{QLatin1String(id), QStringLiteral("restriction"), day(on), {}, fields};
        };
        const ClockEntry taken = phone("a", 18, {{"what", "Phone"}, {"why", "Messages at night"}});
        const QString england = QStringLiteral("england");

        const auto unset = find(run({taken}, england), QStringLiteral("T21n"));
        QVERIFY(unset);
        QCOMPARE(unset->due, QDateTime(QDate(2026, 11, 18), QTime(17, 0)));
        const ClockEntry dated = phone("b", 18, {{"what", "Phone"}, {"continues", "a"}, {"returns", "2026-12-02"}});
        QVERIFY(!find(run({taken, dated}, england), QStringLiteral("T21n")));
        QCOMPARE(find(run({taken, dated}, england), QStringLiteral("T21"))->due.date(), QDate(2026, 12, 2));
        QVERIFY(!find(run({phone("a", 18, {{"what", "Phone"}, {"returns", "2026-12-02"}})}, england),
                      QStringLiteral("T21n"))); // the control: a date from the start
    }

    void whatFollowsOnIsOneThingHoweverItIsNamed_data() {
        QTest::addColumn<QString>("third");
        QTest::newRow("names the one before") << "b";
        QTest::newRow("names the first") << "a";
    }
    void whatFollowsOnIsOneThingHoweverItIsNamed() {
        QFETCH(QString, third);
        const auto phone = [](const char* id, int on, QJsonObject fields) {
            fields.insert(QStringLiteral("what"), QStringLiteral("Phone"));
            return ClockEntry{QLatin1String(id), QStringLiteral("restriction"), day(on), {}, fields};
        };
        std::vector<ClockEntry> entries{phone("a", 18, {{"returns", "2026-12-02"}}),
                                        phone("b", 25, {{"continues", "a"}, {"returns", "2026-12-09"}})};
        const auto running = [&] { return runningOf(run(entries, QStringLiteral("england")), QStringLiteral("T21")); };
        QCOMPARE(running(), QStringList({"a"}));

        entries.push_back(phone("c", 27, {{"continues", third}, {"state", "given-back"}}));

        QCOMPARE(running(), QStringList());
    }

    void theDutyThatIsNotConfirmedIsOff() {
        const auto& clocks = m_guide.clocks();
        const auto duty =
            std::find_if(clocks.begin(), clocks.end(), [](const Clock& c) { return c.id == QLatin1String("T29"); });
        QVERIFY(duty != clocks.end());
        QVERIFY(!duty->on);
    }

private:
    static Occurred day(int day) { return *Occurred::parse(QStringLiteral("2026-11-%1").arg(day)); }
    static ClockEntry referral(const QString& how) {
        return {QStringLiteral("r"),
                QStringLiteral("referral"),
                Occurred::at(QDateTime(QDate(2026, 11, 18), QTime(17, 20))),
                {},
                {{"to_kind", "social-care"}, {"how", how}}};
    }
    std::vector<ClockState> run(const std::vector<ClockEntry>& entries, const QString& nation) const {
        return runClocks(m_guide.clocks(), {}, nation, entries, {}, QTime(9, 0), QTime(17, 0));
    }
    static std::optional<ClockState> find(const std::vector<ClockState>& states, const QString& clock) {
        const auto found = std::find_if(states.begin(), states.end(), [&](const ClockState& state) {
            return state.clock == clock && state.running();
        });
        return found == states.end() ? std::nullopt : std::optional(*found);
    }
    static QStringList runningOf(const std::vector<ClockState>& states, const QString& clock) {
        QStringList subjects;
        for (const ClockState& state : states)
            if (state.clock == clock && state.running())
                subjects += state.subject;
        return subjects;
    }

    Guide m_guide;
};

QTEST_GUILESS_MAIN(TestContent)
#include "test_content.moc"

#include "core/guide/guide.h"
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
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

    void fewDemandsAreNotMetAndNoneOfTheGravest() {
        const QStringList grave =
            QStringLiteral("15 22 23 36 41 45 57 61 62 63 64 65 66 69 71 73 74 75 76 77 78 80 89 90")
                .split(QLatin1Char(' '));
        QFile file(QStringLiteral(":/firsthand/guide/demands.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QStringList met, notYet;
        for (const QJsonValue& row :
             QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("demands")).toArray()) {
            const QString id = row[QLatin1String("id")].toString().mid(3);
            const bool open = row[QLatin1String("where")].toString() == QLatin1String("not yet");
            (open ? notYet : met) += id;
        }

        QVERIFY2(notYet.size() <= 12, qPrintable(notYet.join(QLatin1Char(' '))));
        for (const QString& id : grave)
            QVERIFY2(met.contains(id), qPrintable(id));
    }

    void aNumberIsTheOneOfItsSource_data() {
        QTest::addColumn<QString>("phone");
        QTest::newRow("childline") << QStringLiteral("0800 1111");
        QTest::newRow("stop-it-now") << QStringLiteral("0808 1000 900");
        QTest::newRow("samaritans") << QStringLiteral("116 123");
        QTest::newRow("nspcc-helpline") << QStringLiteral("0808 800 5000");
        QTest::newRow("crimestoppers") << QStringLiteral("0800 555 111");
        QTest::newRow("emergency") << QStringLiteral("999");
    }
    void aNumberIsTheOneOfItsSource() {
        const auto& all = m_guide.services();
        const QString id = QString::fromLatin1(QTest::currentDataTag());
        const auto service = std::find_if(all.begin(), all.end(), [&](const Service& one) { return one.id == id; });
        QVERIFY(service != all.end());
        QTEST(service->phone, "phone");
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

#include "core/base/occurred.h"
#include "core/base/utc.h"
#include <QTest>

using namespace core;

class TestOccurred : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void textFormComesBackUnchanged_data();
    void textFormComesBackUnchanged();
    void anythingElseIsRefused_data();
    void anythingElseIsRefused();
    void emptyTextIsNotKnown();
    void startAndEndAreTheWidestMeaning_data();
    void startAndEndAreTheWidestMeaning();
    void aDayBeginsAtMidnightHere();
    void momentsWrittenWithDifferentOffsetsCompareAsUtc();
    void atKeepsTheLocalOffsetAndDropsSeconds();
    void betweenPutsTheEarlierFirst();
    void betweenOfOneUnknownIsTheOther();
    void peopleReadIt_data();
    void peopleReadIt();
    void shortFormLeavesOutThisYear();
};

void TestOccurred::initTestCase() {            // before anything asks for local time
    qputenv("TZ", "GMT0BST,M3.5.0/1,M10.5.0"); // London, also where no time zones are installed
    QCOMPARE(QDateTime(QDate(2025, 7, 1), QTime(12, 0)).offsetFromUtc(), 3600);
}

void TestOccurred::textFormComesBackUnchanged_data() {
    QTest::addColumn<QString>("text");
    for (const char* text :
         {"", "2024", "2024-02", "2024-02-29", "2025-03-27T10:30+00:00", "2025-07-01T00:00+01:00",
          "2025-07-01T23:59-09:30", "~2024", "~2025-03-27T10:30+00:00", "2025-03-03/2025-03-05",
          "2025-03-27T10:30+00:00/2025-03-27T11:00+00:00", "2024/2025-03", "~2024-02/2024-03", "2025-03/2025-03-27"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestOccurred::textFormComesBackUnchanged() {
    QFETCH(QString, text);

    const auto when = Occurred::parse(text);

    QVERIFY(when);
    QCOMPARE(when->text(), text);
}

void TestOccurred::anythingElseIsRefused_data() {
    QTest::addColumn<QString>("text");
    for (const char* text : {" ",
                             "24",
                             "02024",
                             "2024-",
                             "2024-2",
                             "2024-13",
                             "2024-00",
                             "2024-02-30",
                             "2023-02-29",
                             "2024-02-1",
                             "2024-02-10T",
                             "2024-02-10T10:30",
                             "2024-02-10T10:30Z",
                             "2024-02-10T24:00+00:00",
                             "2024-02-10T10:60+00:00",
                             "2024-02-10T10:30+15:00",
                             "2024-02-10T10:30+01:60",
                             "2024-02-10T10:30-00:00",
                             "2024-02-10T10:30:00+00:00",
                             "2024-02-10 10:30+00:00",
                             "~",
                             "~~2024",
                             "2024~",
                             "/",
                             "2024/",
                             "/2024",
                             "2024/2024",
                             "2025/2024",
                             "2025-03-05/2025-03-03",
                             "2024/2025/2026",
                             "2024/~2025",
                             "0000",
                             "+024",
                             "2024-02-10T10:30+00:00 ",
                             "not known"})
        QTest::newRow(text) << QString::fromLatin1(text);
    QTest::newRow("Arabic digits") << QStringLiteral("٢٠٢٤");
}

void TestOccurred::anythingElseIsRefused() {
    QFETCH(QString, text);

    QVERIFY(!Occurred::parse(text));
}

void TestOccurred::emptyTextIsNotKnown() {
    const auto when = Occurred::parse(u"");

    QVERIFY(when && !when->isKnown());
    QVERIFY(!when->start().isValid() && !when->end().isValid());
    QVERIFY(when->date().isNull() && !when->time());
    QCOMPARE(*when, Occurred());
}

void TestOccurred::startAndEndAreTheWidestMeaning_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    QTest::newRow("year") << "2024"
                          << "2024-01-01T00:00:00Z"
                          << "2024-12-31T23:59:59Z";
    QTest::newRow("month") << "2024-02"
                           << "2024-02-01T00:00:00Z"
                           << "2024-02-29T23:59:59Z";
    QTest::newRow("day") << "2025-01-09"
                         << "2025-01-09T00:00:00Z"
                         << "2025-01-09T23:59:59Z";
    QTest::newRow("minute") << "2025-07-01T10:30+01:00"
                            << "2025-07-01T09:30:00Z"
                            << "2025-07-01T09:30:59Z";
    QTest::newRow("between") << "2025-01-03/2025-02"
                             << "2025-01-03T00:00:00Z"
                             << "2025-02-28T23:59:59Z";
    QTest::newRow("day the clocks go forward") << "2025-03-30"
                                               << "2025-03-30T00:00:00Z"
                                               << "2025-03-30T22:59:59Z";
}

void TestOccurred::startAndEndAreTheWidestMeaning() {
    QFETCH(QString, text);
    QFETCH(QString, start);
    QFETCH(QString, end);

    const auto when = Occurred::parse(text);

    QVERIFY(when);
    QCOMPARE(when->start().toString(Qt::ISODate), start);
    QCOMPARE(when->end().toString(Qt::ISODate), end);
}

void TestOccurred::aDayBeginsAtMidnightHere() {
    QCOMPARE(Occurred::on(QDate(2025, 7, 1)).start(), core::utc(QDate(2025, 6, 30), QTime(23, 0)));
}

void TestOccurred::momentsWrittenWithDifferentOffsetsCompareAsUtc() {
    const auto here = Occurred::parse(u"2025-07-01T10:30+01:00");
    const auto abroad = Occurred::parse(u"2025-07-01T11:30+02:00");

    QCOMPARE(here->start(), abroad->start());
    QVERIFY(!(*here == *abroad)); // what was written is kept as it was written
    QCOMPARE(abroad->time(), std::optional(QTime(11, 30)));
}

void TestOccurred::atKeepsTheLocalOffsetAndDropsSeconds() {
    QCOMPARE(Occurred::at(QDateTime(QDate(2025, 7, 1), QTime(10, 30, 59))).text(),
             QStringLiteral("2025-07-01T10:30+01:00"));
    QCOMPARE(Occurred::at(QDateTime(QDate(2025, 1, 1), QTime(0, 0))).text(), QStringLiteral("2025-01-01T00:00+00:00"));
    QVERIFY(!Occurred::at(QDateTime()).isKnown());
    QVERIFY(!Occurred::on(QDate()).isKnown());
}

void TestOccurred::betweenPutsTheEarlierFirst() {
    const auto early = Occurred::on(QDate(2025, 3, 3));
    const auto late = Occurred::on(QDate(2025, 3, 5));

    QCOMPARE(Occurred::between(late, early).text(), QStringLiteral("2025-03-03/2025-03-05"));
    QCOMPARE(Occurred::between(Occurred::about(early), late).text(), QStringLiteral("~2025-03-03/2025-03-05"));
    QCOMPARE(Occurred::between(early, early), early);
    QCOMPARE(Occurred::parse(Occurred::between(early, late).text()), std::optional(Occurred::between(early, late)));
}

void TestOccurred::betweenOfOneUnknownIsTheOther() {
    const auto day = Occurred::on(QDate(2025, 3, 3));

    QCOMPARE(Occurred::between(Occurred(), day), day);
    QCOMPARE(Occurred::between(day, Occurred()), day);
    QVERIFY(!Occurred::about(Occurred()).isAbout());
}

void TestOccurred::peopleReadIt_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("not known") << ""
                               << "not known";
    QTest::newRow("year") << "2024"
                          << "2024";
    QTest::newRow("month") << "2025-03"
                           << "March 2025";
    QTest::newRow("day") << "2025-03-27"
                         << "Thursday 27 March 2025";
    QTest::newRow("minute") << "2025-03-27T10:30+00:00"
                            << "Thursday 27 March 2025, 10:30";
    QTest::newRow("about a minute") << "~2025-03-27T10:30+00:00"
                                    << "about 10:30 on Thu 27 March 2025";
    QTest::newRow("about a day") << "~2025-03-27"
                                 << "about Thursday 27 March 2025";
    QTest::newRow("about a month") << "~2025-03"
                                   << "about March 2025";
    QTest::newRow("between days") << "2025-03-03/2025-03-05"
                                  << "between Monday 3 March 2025 and Wednesday 5 March 2025";
    QTest::newRow("between times") << "2025-03-27T10:30+00:00/2025-03-27T11:00+00:00"
                                   << "between 10:30 and 11:00 on Thursday 27 March 2025";
}

void TestOccurred::peopleReadIt() {
    QFETCH(QString, text);
    QFETCH(QString, words);

    QCOMPARE(occurredForPeople(Occurred::parse(text).value()), words);
}

void TestOccurred::shortFormLeavesOutThisYear() {
    const QDate today = QDate::currentDate();
    const QString year = QString::number(today.year());

    QVERIFY(!occurredShort(Occurred::on(today)).contains(year));
    QCOMPARE(occurredShort(*Occurred::parse(u"2019-03-27T10:30+00:00")), QStringLiteral("Wed 27 Mar 2019 10:30"));
    QCOMPARE(occurredShort(*Occurred::parse(u"~2019-03")), QStringLiteral("about Mar 2019"));
    QCOMPARE(occurredShort(*Occurred::parse(u"2019-03-27T10:30+00:00/2019-03-27T11:00+00:00")),
             QStringLiteral("Wed 27 Mar 2019 10:30\u201311:00"));
    QCOMPARE(occurredShort(Occurred()), QStringLiteral("not known"));
}

QTEST_GUILESS_MAIN(TestOccurred)
#include "test_occurred.moc"

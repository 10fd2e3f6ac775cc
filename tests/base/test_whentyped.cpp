#include "core/base/whentyped.h"
#include <QTest>

using namespace core;
using Problem = WhenTyped::Problem;

namespace {
// A Thursday, in winter time.
QDateTime now() {
    return QDateTime(QDate(2026, 11, 19), QTime(14, 20, 30));
}
} // namespace

class TestWhenTyped : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void whatPeopleTypeIsUnderstood_data();
    void whatPeopleTypeIsUnderstood();
    void aFutureDateIsTakenWhereItIsAllowed_data();
    void aFutureDateIsTakenWhereItIsAllowed();
    void whatCannotBeIsRefusedByItsReason_data();
    void whatCannotBeIsRefusedByItsReason();
    void everyProblemHasASentence_data();
    void everyProblemHasASentence();
    void theEchoSaysWhatWasUnderstood_data();
    void theEchoSaysWhatWasUnderstood();
    void whatTheEchoSaysReadsBackTheSame();
    void aVeryLongTextIsRefusedAtOnce();
};

void TestWhenTyped::initTestCase() {
    qputenv("TZ", "GMT0BST,M3.5.0/1,M10.5.0"); // London, also where no time zones are installed
    QCOMPARE(QDateTime(QDate(2026, 7, 1), QTime(12, 0)).offsetFromUtc(), 3600);
}

void TestWhenTyped::whatPeopleTypeIsUnderstood_data() {
    QTest::addColumn<QString>("text");
    const auto row = [](const char* typed, const char* text) {
        QTest::newRow(QString::fromUtf8(typed).toUtf8().constData()) << QString::fromUtf8(text);
    };
    row("14/2/24", "2024-02-14");
    row("14/02/2024", "2024-02-14");
    row("14-2-24", "2024-02-14");
    row("14.2.24", "2024-02-14");
    row("14 2 24", "2024-02-14");
    row("2/3/26", "2026-03-02"); // the day comes first
    row("2025-03-27", "2025-03-27");
    row("2025-03-27T10:30", "2025-03-27T10:30+00:00");
    row("2025/3/27 10:30", "2025-03-27T10:30+00:00");
    row("27 mar 2025 10:30", "2025-03-27T10:30+00:00");
    row("27 March 2025", "2025-03-27");
    row("27th of March 2025 at 4pm", "2025-03-27T16:00+00:00");
    row("27mar25", "2025-03-27");
    row("27-Mar-25", "2025-03-27");
    row("Thursday 27 March 2025, 10:30", "2025-03-27T10:30+00:00");
    row("Thu 27 Mar 2025", "2025-03-27");
    row("27 March", "2026-03-27");
    row("27 march 10:30", "2026-03-27T10:30+00:00");
    row("24 december", "2025-12-24"); // this year's is still to come
    row("March 27, 2025", "2025-03-27");
    row("march 27", "2026-03-27");
    row("1st sept 2026", "2026-09-01");
    row("19/11", "2026-11-19");
    row("20/11", "2025-11-20");
    row("27/3/25 1030", "2025-03-27T10:30+00:00");
    row("27/3/25 10.30am", "2025-03-27T10:30+00:00");
    row("10:30 27/3/25", "2025-03-27T10:30+00:00");
    row("10.30 on 27/3/25", "2025-03-27T10:30+00:00");
    row("0930hrs 27/3/25", "2025-03-27T09:30+00:00");
    row("1/7/26 9:05 pm", "2026-07-01T21:05+01:00");
    row("12am today", "2026-11-19T00:00+00:00");
    row("12 pm today", "2026-11-19T12:00+00:00");
    row("noon yesterday", "2026-11-18T12:00+00:00");
    row("now", "2026-11-19T14:20+00:00");
    row("today", "2026-11-19");
    row("today 10:30", "2026-11-19T10:30+00:00");
    row("Today at 10.30.", "2026-11-19T10:30+00:00");
    row("14:20", "2026-11-19T14:20+00:00"); // the running minute
    row("9am", "2026-11-19T09:00+00:00");
    row("this morning", "2026-11-19");
    row("yesterday", "2026-11-18");
    row("yesterday afternoon", "2026-11-18");
    row("last night", "2026-11-18");
    row("day before yesterday", "2026-11-17");
    row("last tuesday", "2026-11-17");
    row("tuesday", "2026-11-17");
    row("tues 3pm", "2026-11-17T15:00+00:00");
    row("on Monday", "2026-11-16");
    row("thursday", "2026-11-19");
    row("last thursday", "2026-11-12");
    row("sat night", "2026-11-14");
    row("20 minutes ago", "2026-11-19T14:00+00:00");
    row("an hour ago", "2026-11-19T13:20+00:00");
    row("half an hour ago", "2026-11-19T13:50+00:00");
    row("3 days ago", "2026-11-16");
    row("a week ago", "2026-11-12");
    row("a fortnight ago", "2026-11-05");
    row("2 months ago", "2026-09-19");
    row("last month", "2026-10");
    row("last year", "2025");
    row("last week", "2026-11-09/2026-11-15");
    row("this week", "2026-11-16/2026-11-19");
    row("march 2025", "2025-03");
    row("Mar 2025", "2025-03");
    row("3/2025", "2025-03");
    row("december", "2025-12");
    row("2024", "2024");
    row("in 2024", "2024");
    row("about 10:30", "~2026-11-19T10:30+00:00");
    row("~10:30", "~2026-11-19T10:30+00:00");
    row("yesterday about 10:30", "~2026-11-18T10:30+00:00");
    row("around march 2025", "~2025-03");
    row("about 27/3/25", "~2025-03-27");
    row("between 3/3/25 and 5/3/25", "2025-03-03/2025-03-05");
    row("from 3/3/25 to 5/3/25", "2025-03-03/2025-03-05");
    row("3 to 5 march 2025", "2025-03-03/2025-03-05");
    row("today 10:30 - 11:00", "2026-11-19T10:30+00:00/2026-11-19T11:00+00:00");
    row("today 10:30-11:00", "2026-11-19T10:30+00:00/2026-11-19T11:00+00:00");
    row("between 10:30 and 11:00 yesterday", "2026-11-18T10:30+00:00/2026-11-18T11:00+00:00");
    row("between march 2025 and june 2025", "2025-03/2025-06");
    row("about between 3/3/25 and 5/3/25", "~2025-03-03/2025-03-05");
    row("not known", "");
    row("Unknown", "");
    row("?", "");
    row("heddiw", "2026-11-19");
    row("heddiw 10:30", "2026-11-19T10:30+00:00");
    row("ddoe", "2026-11-18");
    row("echdoe", "2026-11-17");
    row("rŵan", "2026-11-19T14:20+00:00");
    row("27 Mawrth 2025", "2025-03-27");
    row("dydd Mawrth", "2026-11-17");
    row("14/2/12", "2012-02-14");
    row("14/2/99", "1999-02-14"); // a birth date of the last century
    row("20/11/26", "1926-11-20");
    row("29/2/24", "2024-02-29");
    row("  14/2/24  ", "2024-02-14");
}

void TestWhenTyped::whatPeopleTypeIsUnderstood() {
    QFETCH(QString, text);

    const WhenTyped read = readWhen(QString::fromUtf8(QTest::currentDataTag()), now());

    QCOMPARE(read.problem, Problem::None);
    QCOMPARE(read.value.text(), text);
}

void TestWhenTyped::aFutureDateIsTakenWhereItIsAllowed_data() {
    QTest::addColumn<QString>("text");
    const auto row = [](const char* typed, const char* text) { QTest::newRow(typed) << QString::fromLatin1(text); };
    row("tomorrow", "2026-11-20");
    row("tomorrow 9am", "2026-11-20T09:00+00:00");
    row("in 2 weeks", "2026-12-03");
    row("in a fortnight", "2026-12-03");
    row("next tuesday", "2026-11-24");
    row("tuesday", "2026-11-24");
    row("friday", "2026-11-20");
    row("2/12/26", "2026-12-02");
    row("14/2/27", "2027-02-14");
    row("2/12", "2026-12-02");
    row("14 february", "2027-02-14");
    row("next month", "2026-12");
    row("yfory", "2026-11-20");
    row("yesterday", "2026-11-18");
}

void TestWhenTyped::aFutureDateIsTakenWhereItIsAllowed() {
    QFETCH(QString, text);

    const WhenTyped read = readWhen(QString::fromUtf8(QTest::currentDataTag()), now(), Future::Allowed);

    QCOMPARE(read.problem, Problem::None);
    QCOMPARE(read.value.text(), text);
}

void TestWhenTyped::whatCannotBeIsRefusedByItsReason_data() {
    QTest::addColumn<Problem>("problem");
    const auto row = [](const char* typed, Problem problem) { QTest::newRow(typed) << problem; };
    row("", Problem::Empty);
    row("   ", Problem::Empty);
    row("soon", Problem::NotUnderstood);
    row("14", Problem::NotUnderstood);
    row("after lunch", Problem::NotUnderstood);
    row("14/2/24 in the gym", Problem::NotUnderstood);
    row("march 2025 10:30", Problem::NotUnderstood);
    row("14/2/24 15/2/24", Problem::NotUnderstood);
    row("14/2/024", Problem::NotUnderstood);
    row("29/2/23", Problem::NoSuchDay);
    row("31/4/2025", Problem::NoSuchDay);
    row("0/4/2025", Problem::NoSuchDay);
    row("32 march 2025", Problem::NoSuchDay);
    row("3/27/25", Problem::NoSuchDay);
    row("2025-13-01", Problem::NoSuchDay);
    row("13/2025", Problem::NoSuchDay);
    row("today 25:00", Problem::NoSuchTime);
    row("today 10:75", Problem::NoSuchTime);
    row("13am", Problem::NoSuchTime);
    row("29/3/26 01:30", Problem::NoSuchTime); // the clocks go forward
    row("14:21", Problem::InTheFuture);
    row("today 23:59", Problem::InTheFuture);
    row("tomorrow", Problem::InTheFuture);
    row("20/11/2026", Problem::InTheFuture);
    row("20/11/26 10:30", Problem::InTheFuture); // no birth has a time beside it
    row("december 2026", Problem::InTheFuture);
    row("2027", Problem::InTheFuture);
    row("next week", Problem::InTheFuture);
    row("in 5 minutes", Problem::InTheFuture);
    row("between yesterday and tomorrow", Problem::InTheFuture);
    row("14/2/1024", Problem::TooLongAgo);
    row("1066", Problem::TooLongAgo);
    row("between 5/3/25 and 3/3/25", Problem::EndBeforeStart);
    row("today 11:00 to 10:30", Problem::EndBeforeStart);
    row("between 3/3/25 and whenever", Problem::NotUnderstood);
}

void TestWhenTyped::whatCannotBeIsRefusedByItsReason() {
    QFETCH(Problem, problem);

    const WhenTyped read = readWhen(QString::fromUtf8(QTest::currentDataTag()), now());

    QCOMPARE(read.problem, problem);
    QVERIFY(!read.value.isKnown());
}

void TestWhenTyped::everyProblemHasASentence_data() {
    QTest::addColumn<QString>("sentence");
    QTest::newRow("29/2/2023") << "There is no 29 February in 2023. Check the date.";
    QTest::newRow("29 feb 2023") << "There is no 29 February in 2023. Check the date.";
    QTest::newRow("3/27/2025") << "There is no month 27. The day comes first, then the month: 27/3/2025.";
    QTest::newRow("soon") << QStringLiteral(
        "“soon” was not understood as a date. Write it like 14/2/2025, today 10:30 or March 2025.");
    QTest::newRow("today 25:00") << "There is no such time of day. Write it like 10:30 or 4pm.";
    QTest::newRow("tomorrow") << "This lies in the future. Check the date and the time.";
    QTest::newRow("1066") << "This lies before 1900. Check the year.";
    QTest::newRow("between 5/3/25 and 3/3/25") << "The second date is earlier than the first. Check both.";
    QTest::newRow("") << "Write when it was, or: not known.";
    QTest::newRow("today") << "";
}

void TestWhenTyped::everyProblemHasASentence() {
    QFETCH(QString, sentence);
    const QString typed = QString::fromUtf8(QTest::currentDataTag());

    QCOMPARE(whenProblemText(readWhen(typed, now()), typed), sentence);
}

void TestWhenTyped::theEchoSaysWhatWasUnderstood_data() {
    QTest::addColumn<QString>("echo");
    QTest::newRow("17/11/26 10:30") << "Tuesday 17 November 2026, 10:30 (2 days ago)";
    QTest::newRow("today") << "Thursday 19 November 2026 (today)";
    QTest::newRow("yesterday") << "Wednesday 18 November 2026 (yesterday)";
    QTest::newRow("14:00") << "Thursday 19 November 2026, 14:00 (20 minutes ago)";
    QTest::newRow("now") << "Thursday 19 November 2026, 14:20 (just now)";
    QTest::newRow("about 10:30") << "about 10:30 on Thu 19 November 2026 (4 hours ago)";
    QTest::newRow("19/8/26") << "Wednesday 19 August 2026 (3 months ago)";
    QTest::newRow("14/2/12") << "Tuesday 14 February 2012 (14 years ago)";
    QTest::newRow("march 2025") << "March 2025";
    QTest::newRow("not known") << "not known";
    QTest::newRow("in 2 weeks") << "Thursday 3 December 2026 (in 14 days)";
    QTest::newRow("tomorrow") << "Friday 20 November 2026 (tomorrow)";
}

void TestWhenTyped::theEchoSaysWhatWasUnderstood() {
    QFETCH(QString, echo);

    const WhenTyped read = readWhen(QString::fromUtf8(QTest::currentDataTag()), now(), Future::Allowed);

    QCOMPARE(whenEcho(read.value, now()), echo);
}

void TestWhenTyped::whatTheEchoSaysReadsBackTheSame() {
    for (const char* text : {"2025-03-27T10:30+00:00", "2025-03-27", "2025-03", "2024", "~2025-03-27T10:30+00:00",
                             "~2025-03", "2025-03-03/2025-03-05", ""}) {
        const auto value = Occurred::parse(QString::fromLatin1(text));
        QVERIFY(value);
        const WhenTyped read = readWhen(occurredForPeople(*value), now());
        QVERIFY2(read.problem == Problem::None, text);
        QCOMPARE(read.value.text(), QString::fromLatin1(text));
    }
}

void TestWhenTyped::aVeryLongTextIsRefusedAtOnce() {
    const QString text = QStringLiteral("14/2/24 ").repeated(125000);

    QCOMPARE(readWhen(text, now()).problem, Problem::NotUnderstood);
    QVERIFY(whenProblemText(readWhen(text, now()), text).size() < 200);
}

QTEST_GUILESS_MAIN(TestWhenTyped)
#include "test_whentyped.moc"

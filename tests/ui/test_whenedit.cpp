#include "ui/widgets/plainlineedit.h"
#include "ui/widgets/whenedit.h"
#include <QAbstractButton>
#include <QSignalSpy>
#include <QTest>

using core::Occurred;

class TestWhenEdit : public QObject {
    Q_OBJECT
private slots:
    void whatWasUnderstoodIsSaidBack() {
        ui::WhenEdit edit;
        edit.setClock([] { return QDateTime(QDate(2026, 11, 23), QTime(12, 14)); });

        edit.field()->setText(QStringLiteral("today 11:10"));

        QCOMPARE(edit.read().value.date(), QDate(2026, 11, 23));
        QVERIFY(edit.field()->accessibleDescription().contains(QStringLiteral("Monday 23 November 2026")));
    }
    void aDayThatCannotBeIsSaidInWordsAndKept() {
        ui::WhenEdit edit;
        edit.setClock([] { return QDateTime(QDate(2026, 11, 23), QTime(12, 14)); });

        edit.field()->setText(QStringLiteral("29/2/2023"));

        QCOMPARE(edit.read().problem, core::WhenTyped::Problem::NoSuchDay);
        QCOMPARE(edit.typed(), QStringLiteral("29/2/2023"));
        QVERIFY(edit.field()->accessibleDescription().contains(QStringLiteral("February")));
    }
    void ofADateOfBirthTheAgeIsSaid_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("said");
        QTest::newRow("the day before the birthday") << "24/11/2012"
                                                     << "13 years old";
        QTest::newRow("the birthday") << "23/11/2012"
                                      << "14 years old";
        QTest::newRow("a month") << "November 2012"
                                 << "13 or 14 years old";
        QTest::newRow("a month that is over") << "March 2012"
                                              << "14 years old";
        QTest::newRow("a year") << "2012"
                                << "13 or 14 years old";
    }
    void ofADateOfBirthTheAgeIsSaid() {
        QFETCH(QString, typed);
        QFETCH(QString, said);
        ui::WhenEdit edit;
        edit.setClock([] { return QDateTime(QDate(2026, 11, 23), QTime(12, 14)); });
        edit.setDay(true);
        edit.field()->setText(typed);
        QVERIFY(!edit.field()->accessibleDescription().contains(QStringLiteral("years old")));

        edit.setBirth(true);

        QVERIFY2(edit.field()->accessibleDescription().endsWith(QStringLiteral("· ") + said),
                 qPrintable(edit.field()->accessibleDescription()));
    }
    void aMomentPutInIsUnderstoodAgain_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"2026-11-18T16:45+00:00", "2026-11-18", "2026-11", "2026", "~2026-11-18T10:30+00:00",
                                 "~2026-03", "2026-11-03/2026-11-05"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void aMomentPutInIsUnderstoodAgain() {
        QFETCH(QString, text);
        const auto when = Occurred::parse(text);
        QVERIFY(when);

        const core::WhenTyped again = core::readWhen(
            ui::whenForTyping(*when), QDateTime(QDate(2026, 11, 23), QTime(12, 14)), core::Future::Allowed);

        QCOMPARE(again.problem, core::WhenTyped::Problem::None);
        QCOMPARE(again.value.text(), text);
    }
    void anUntouchedMomentIsKeptExactly() {
        ui::WhenEdit edit;
        const QString summer = QStringLiteral("2026-07-18T16:45+05:30"); // another zone than this PC's

        edit.setValue(summer);

        QCOMPARE(edit.value(), summer);
    }
    void nowIsOnePressAway() {
        ui::WhenEdit edit;
        edit.setLabel(QStringLiteral("When was it said?"));
        QVERIFY(edit.findChildren<QAbstractButton*>().isEmpty()); // only where it is offered
        edit.offerNow();
        edit.setClock([] { return QDateTime(QDate(2026, 11, 23), QTime(12, 14, 33)); });
        const auto buttons = edit.findChildren<QAbstractButton*>();
        QCOMPARE(buttons.size(), 1);
        QCOMPARE(buttons[0]->accessibleName(), QStringLiteral("Set to now: When was it said?"));
        QVERIFY(buttons[0]->focusPolicy() & Qt::TabFocus);

        QTest::keyClick(buttons[0], Qt::Key_Space);

        QCOMPARE(edit.typed(), QStringLiteral("23 November 2026 12:14"));
        QCOMPARE(edit.read().value.precision(), Occurred::Precision::Minute);
    }
    void aMomentGivenBeforeIsOfferedAndNeverTaken() {
        ui::WhenEdit edit;
        edit.setLabel(QStringLiteral("When did it come to light?"));
        const auto given = Occurred::parse(u"2026-11-18T16:45+00:00");
        edit.offerSame(QStringLiteral("When did you learn this?"), *given);
        const auto buttons = edit.findChildren<QAbstractButton*>();
        QCOMPARE(buttons.size(), 1);
        QVERIFY(edit.isEmpty());
        QVERIFY(buttons[0]->text().startsWith(QStringLiteral("Same as “When did you learn this?”: 18 November 2026")));
        QVERIFY(buttons[0]->accessibleName().endsWith(QStringLiteral("For: When did it come to light?")));

        buttons[0]->click();

        QCOMPARE(edit.value(), given->text());
        QVERIFY(!buttons[0]->isVisibleTo(&edit)); // nothing left to offer
        edit.field()->clear();
        QVERIFY(buttons[0]->isVisibleTo(&edit));
    }
    void aDayIsAskedForWithoutATime() {
        ui::WhenEdit edit;
        QVERIFY(edit.field()->accessibleDescription().contains(QStringLiteral("10:30")));

        edit.setDay(true);
        const QString examples = edit.field()->accessibleDescription();
        edit.field()->setText(QStringLiteral("in spring"));

        QCOMPARE(examples, QStringLiteral("For example: 14/2/2012, February 2012, 2012"));
        QVERIFY(!edit.problemText().contains(QStringLiteral("10:30")));
        QVERIFY(edit.problemText().contains(QStringLiteral("was not understood")));
        const auto shown = examples.section(QStringLiteral(": "), 1).split(QStringLiteral(", "));
        for (const QString& example : shown) {
            edit.field()->setText(example);
            QVERIFY2(edit.problemText().isEmpty(), qPrintable(example));
        }
    }
    void whatWasTypedMeansTheMomentItWasTyped_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("meant");
        QTest::newRow("now") << "now"
                             << "2026-11-23T22:30";
        QTest::newRow("today") << "today"
                               << "2026-11-23";
        QTest::newRow("yesterday") << "yesterday 15:00"
                                   << "2026-11-22T15:00";
    }
    void whatWasTypedMeansTheMomentItWasTyped() {
        QFETCH(QString, typed);
        QFETCH(QString, meant);
        QDateTime now(QDate(2026, 11, 23), QTime(22, 30));
        ui::WhenEdit edit;
        edit.setClock([&now] { return now; });
        edit.field()->setText(typed);

        now = QDateTime(QDate(2026, 11, 24), QTime(8, 50));

        QCOMPARE(edit.read().value.text().left(16), meant);
        QCOMPARE(edit.value().left(16), meant);
        QCOMPARE(edit.typed(), typed);

        ui::WhenEdit restored;
        restored.setClock([&now] { return now; });
        restored.setValue(edit.value());
        now = now.addDays(1);

        QCOMPARE(restored.value().left(16), meant);
    }
    void aMomentThatLayAheadIsTakenOnceItHasComeAndKeepsItsDay() {
        QDateTime now(QDate(2026, 11, 23), QTime(14, 58));
        ui::WhenEdit edit;
        edit.setClock([&now] { return now; });
        edit.field()->setText(QStringLiteral("today 15:00"));
        QCOMPARE(edit.read().problem, core::WhenTyped::Problem::InTheFuture);
        ui::WhenEdit restored;
        restored.setClock([&now] { return now; });

        const QString draft = edit.value();
        now = QDateTime(QDate(2026, 11, 24), QTime(16, 0));
        restored.setValue(draft);

        QCOMPARE(edit.value().left(16), QStringLiteral("2026-11-23T15:00"));
        QCOMPARE(restored.value().left(16), QStringLiteral("2026-11-23T15:00"));
    }
    void aDraftOfSomethingNotUnderstoodComesBackAsTyped() {
        ui::WhenEdit edit;

        edit.setValue(QStringLiteral("the day of the trip"));

        QCOMPARE(edit.typed(), QStringLiteral("the day of the trip"));
        QCOMPARE(edit.value(), QStringLiteral("the day of the trip"));
    }
};

QTEST_MAIN(TestWhenEdit)
#include "test_whenedit.moc"

#include "ui/widgets/plainlineedit.h"
#include "ui/widgets/whenedit.h"
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
    void aDraftOfSomethingNotUnderstoodComesBackAsTyped() {
        ui::WhenEdit edit;

        edit.setValue(QStringLiteral("the day of the trip"));

        QCOMPARE(edit.typed(), QStringLiteral("the day of the trip"));
        QCOMPARE(edit.value(), QStringLiteral("the day of the trip"));
    }
};

QTEST_MAIN(TestWhenEdit)
#include "test_whenedit.moc"

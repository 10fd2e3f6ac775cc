#include "core/guide/guide.h"
#include "ui/entry/numbers.h"
#include "ui/home/numberscard.h"
#include <QAbstractButton>
#include <QLabel>
#include <QTest>

// Outside every namespace: the macro declares a function there.
static void wakeGuide() {
    Q_INIT_RESOURCE(firsthand_guide);
}

using namespace core;
using ui::entry::numberNow;

class TestNumbers : public QObject {
    Q_OBJECT

private slots:
    void theNumberThatAnswersNowIsTheOneGiven_data() {
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("until");
        QTest::newRow("a Tuesday morning") << QDateTime(QDate(2026, 11, 24), QTime(10, 0)) << "01632 960101"
                                           << "until 17:00";
        QTest::newRow("that evening") << QDateTime(QDate(2026, 11, 24), QTime(18, 30)) << "01632 960199"
                                      << "out of hours";
        QTest::newRow("a Saturday noon") << QDateTime(QDate(2026, 11, 28), QTime(12, 0)) << "01632 960199"
                                         << "out of hours";
        QTest::newRow("Christmas Day, a Friday") << QDateTime(QDate(2026, 12, 25), QTime(10, 0)) << "01632 960199"
                                                 << "out of hours";
    }
    void theNumberThatAnswersNowIsTheOneGiven() {
        QFETCH(QDateTime, now);
        QFETCH(QString, number);
        QFETCH(QString, until);

        const ui::entry::NumberNow answer = numberNow(vault::Office(), harbourside(), now);

        QCOMPARE(answer.number, ui::entry::unbroken(number)); // in one line, whatever the width
        QCOMPARE(answer.until, until);
        QVERIFY(answer.then.contains(ui::entry::unbroken(number == "01632 960101" ? "01632 960199" : "01632 960101")));
    }

    void whenTheOfficeOpensIsSaidWithTheDayWhereThatIsNotToday_data() {
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<QString>("from");
        QTest::newRow("early on a Tuesday") << QDateTime(QDate(2026, 11, 24), QTime(7, 0)) << "from 09:00";
        QTest::newRow("that evening") << QDateTime(QDate(2026, 11, 24), QTime(18, 30)) << "from Wednesday 09:00";
        QTest::newRow("a Saturday noon") << QDateTime(QDate(2026, 11, 28), QTime(12, 0)) << "from Monday 09:00";
        QTest::newRow("early on a Saturday") << QDateTime(QDate(2026, 11, 28), QTime(7, 0)) << "from Monday 09:00";
        QTest::newRow("before Easter") << QDateTime(QDate(2027, 3, 25), QTime(18, 0)) << "from Tuesday 09:00";
    }
    void whenTheOfficeOpensIsSaidWithTheDayWhereThatIsNotToday() {
        QFETCH(QDateTime, now);
        QFETCH(QString, from);

        const QString then = numberNow(vault::Office(), harbourside(), now).then;

        QVERIFY2(then.endsWith(from), qPrintable(then));
    }

    void withoutAnOutOfHoursNumberThatIsSaid() {
        vault::Authority authority = harbourside();
        authority.outOfHours.clear();

        const ui::entry::NumberNow answer =
            numberNow(vault::Office(), authority, QDateTime(QDate(2026, 11, 28), QTime(12, 0)));

        QCOMPARE(answer.number, ui::entry::unbroken("01632 960101"));
        QVERIFY(!answer.number.contains(' '));
        QVERIFY(answer.outOfHours);
        QCOMPARE(answer.then, QStringLiteral("no out-of-hours number is set"));
    }

    void aServiceSaysWhenItsNumberWasChecked() {
        wakeGuide();
        const auto guide = guide::Guide::load();
        QVERIFY(guide);
        const ui::home::ServicesCard card(*guide, "england", QDateTime(QDate(2026, 11, 24), QTime(10, 0)));
        card.findChild<QAbstractButton*>()->click();

        QStringList wanted, said;
        for (const guide::Service& service : guide->services())
            if (service.nations.contains("england") && service.checked.isValid())
                wanted << "checked " + service.checked.toString("d MMM yyyy");
        QTRY_VERIFY(card.findChildren<QLabel*>().size() > wanted.size());
        for (const auto* label : card.findChildren<QLabel*>())
            if (const qsizetype at = label->text().indexOf("checked "); at >= 0)
                said << label->text().mid(at);

        QVERIFY(wanted.size() > 2);
        QCOMPARE(said, wanted);
    }

private:
    static vault::Authority harbourside() {
        vault::Authority authority;
        authority.name = "Harbourside children's social care";
        authority.phone = "01632 960101";
        authority.outOfHours = "01632 960199";
        return authority;
    }
};

QTEST_MAIN(TestNumbers)
#include "test_numbers.moc"

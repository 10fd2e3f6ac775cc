#include "ui/entry/numbers.h"
#include <QTest>

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

        QCOMPARE(answer.number, number);
        QCOMPARE(answer.until, until);
        QVERIFY(answer.then.contains(number == "01632 960101" ? "01632 960199" : "01632 960101"));
    }

    void withoutAnOutOfHoursNumberThatIsSaid() {
        vault::Authority authority = harbourside();
        authority.outOfHours.clear();

        const ui::entry::NumberNow answer =
            numberNow(vault::Office(), authority, QDateTime(QDate(2026, 11, 28), QTime(12, 0)));

        QCOMPARE(answer.number, QStringLiteral("01632 960101"));
        QVERIFY(answer.outOfHours);
        QCOMPARE(answer.then, QStringLiteral("no out-of-hours number is set"));
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

QTEST_GUILESS_MAIN(TestNumbers)
#include "test_numbers.moc"

#include "ui/rows/rowmodel.h"
#include <QAbstractItemModelTester>
#include <QTest>

using namespace ui::rows;

class TestRowModel : public QObject {
    Q_OBJECT
    static std::vector<Row> threeRows() {
        return {{"a", "November 2026", {{body("Dan Okoro", true)}, {small("Form tutor")}}, {}},
                {"b", "November 2026", {{body("Mrs Begum", true)}, {}}, {}},
                {"c", "October 2026", {{body("P. Lindqvist", true)}, {pill("Told", Ink::Ok)}}, "Spoken as it is"}};
    }

private slots:
    void isAProperModel() {
        RowModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);

        model.setRows(threeRows());
        model.setRows({});
        model.setRows(threeRows());

        QCOMPARE(model.rowCount(), 3);
    }

    void showsOneAccessibleItemARow() {
        RowModel model;
        model.setRows(threeRows(), {{"Person"}, {"Role"}});

        QCOMPARE(static_cast<QAbstractItemModel&>(model).columnCount(), 1);
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), "Dan Okoro. Role: Form tutor");
        QCOMPARE(model.index(1).data(Qt::AccessibleTextRole).toString(), "Mrs Begum");
        QCOMPARE(model.index(2).data(Qt::AccessibleTextRole).toString(), "Spoken as it is");
    }

    void aGroupBeginsAndEndsWhereItsHeadingChanges() {
        RowModel model;
        model.setRows(threeRows());

        QVERIFY(model.index(0).data(FirstOfGroupRole).toBool());
        QVERIFY(!model.index(0).data(LastOfGroupRole).toBool());
        QVERIFY(model.index(1).data(LastOfGroupRole).toBool());
        QVERIFY(model.index(2).data(FirstOfGroupRole).toBool());
        QVERIFY(model.index(2).data(LastOfGroupRole).toBool());
    }

    void longTextIsShortenedAtAWordAndNeverInsideAnEmoji() {
        QCOMPARE(shortened("one two three", 20), "one two three");
        QCOMPARE(shortened("one two three four", 9), "one two …");
        const QString faces = QString::fromUtf8("😟😟😟😟");
        const QString cut = shortened(faces, 3);
        QVERIFY(!cut.at(cut.indexOf(QLatin1Char(' ')) - 1).isHighSurrogate());
    }
};

QTEST_GUILESS_MAIN(TestRowModel)
#include "test_rowmodel.moc"

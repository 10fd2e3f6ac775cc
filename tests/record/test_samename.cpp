#include "core/record/samename.h"
#include <QTest>

using namespace core::record;

class TestSameName : public QObject {
    Q_OBJECT

private slots:
    void twoWaysOfWritingAName_data() {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("alike");
        const auto row = [](const char* one, const char* other, bool alike) {
            QTest::addRow("%s, %s", one, other) << QString::fromUtf8(one) << QString::fromUtf8(other) << alike;
        };
        row("Gethin Prydderch", "Mr GETHIN  prýdderch", true);
        row("Gethin Prydderch", "Prydderch, Gethin", true);
        row("Gethin Prydderch", "G. Prydderch", true);
        row("Gethin Prydderch", "Gethin", true);
        row("Anne-Marie O'Neill", "Annemarie O’Neill", true);
        row("Anne-Marie O'Neill", "Anne Marie ONeill", true);
        row("Gethin Prydderch", "Carys Prydderch", false);
        row("Gethin Prydderch", "C Prydderch", false);
        row("Gethin Prydderch", "G P", false);
        row("Gethin Prydderch", "A Prydderch", false);
        row("Gethin Prydderch", "", false);
    }
    void twoWaysOfWritingAName() {
        QFETCH(QString, one);
        QFETCH(QString, other);

        QTEST(namesAlike(one, other), "alike");
        QTEST(namesAlike(other, one), "alike");
    }

    void whomALineNames_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("named");
        for (const char* typed : {"The stepfather", "Her stepfather", "Step-father", "step father",
                                  "Aisha's stepfather", "Aisha’s Step‑father", "stepfather of Aisha", "Mr G Prydderch",
                                  "Sir Gethin Prydderch", "The Prydderch family", "Prydderch household",
                                  "Prydderch's home", "Mr & Mrs Prydderch", "Father, Gethin"})
            QTest::newRow(typed) << QString::fromUtf8(typed) << true;
        for (const char* typed :
             {"Family support team", "Children's social care", "Step up support", "Carys Prydderch", "Aisha's father",
              "Glanhafren County Council", "The headteacher", "G P surgery", "Family", "Her foster stepfather", "The"})
            QTest::newRow(typed) << QString::fromUtf8(typed) << false;
    }
    void whomALineNames() {
        QFETCH(QString, typed);
        const NamedIn line(typed);

        QTEST(line.hasName(QStringLiteral("Gethin Prydderch")) || line.hasRelation(QStringLiteral("Stepfather")),
              "named");
    }

    void aJobIsNotEverybodysWhoHasOneLikeIt() {
        QVERIFY(NamedIn(QStringLiteral("The teacher")).hasRelation(QStringLiteral("Teacher")));
        QVERIFY(!NamedIn(QStringLiteral("Head teacher")).hasRelation(QStringLiteral("Teacher")));
        QVERIFY(!NamedIn(QStringLiteral("Family support team")).hasRelation(QStringLiteral("Family")));
        QVERIFY(NamedIn(QStringLiteral("A family friend")).hasRelation(QStringLiteral("Friend of the family")));
    }
};

QTEST_GUILESS_MAIN(TestSameName)
#include "test_samename.moc"

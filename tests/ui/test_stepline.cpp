#include "tests/ui/openedcase.h"
#include "ui/referral/stepline.h"
#include "ui/style/theme.h"
#include <QApplication>

using tests::OpenedCase;
using ui::referral::StepLine;

class TestStepLine : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { ui::applyTheme(*qApp, ui::Look::Light); }

    void onlyWhatHappenedIsMarked_data() {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("said");
        QTest::newRow("made by phone") << QStringLiteral("phone")
                                       << QStringLiteral("Made: yes, In writing: not yet, Acknowledged: not yet, "
                                                         "Decided: not yet");
        QTest::newRow("drafted") << QStringLiteral("drafted")
                                 << QStringLiteral("Drafted: yes, Made: not yet, In writing: not yet, "
                                                   "Acknowledged: not yet, Decided: not yet");
    }
    void onlyWhatHappenedIsMarked() {
        QFETCH(QString, how);
        QFETCH(QString, said);
        OpenedCase opened;
        QVERIFY(opened.isOk());
        QVERIFY(opened.record(
            "referral/1", "2026-11-02T12:00+00:00",
            {{"to_kind", "social-care"}, {"authority", "glanfor"}, {"level", "significant-harm"}, {"how", how}}));

        const StepLine line(opened.file->state().referrals.at(0));

        QCOMPARE(line.accessibleName(), said);
    }
};

QTEST_MAIN(TestStepLine)
#include "test_stepline.moc"

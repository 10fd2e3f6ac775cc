#include "ui/widgets/errortext.h"
#include <QSet>
#include <QTest>

class TestErrorText : public QObject {
    Q_OBJECT
private slots:
    void everyErrorHasItsSentence() {
        for (int code = 0; code <= int(core::ErrorCode::Internal); ++code) {
            const QString sentence = ui::errorText({core::ErrorCode(code), QStringLiteral("4")});
            QVERIFY2(sentence.size() > 20 && sentence.endsWith(QLatin1Char('.')),
                     qPrintable(core::errorName(core::ErrorCode(code))));
        }
    }
    void theDetailIsForTheLog() {
        for (int code = 0; code <= int(core::ErrorCode::Internal); ++code) {
            if (core::ErrorCode(code) == core::ErrorCode::RecoveryGroup)
                continue;
            QVERIFY(
                !ui::errorText({core::ErrorCode(code), QStringLiteral("seq 8812")}).contains(QStringLiteral("8812")));
        }
    }
    void theGroupTypedWrongIsNamed() {
        QVERIFY(
            ui::errorText({core::ErrorCode::RecoveryGroup, QStringLiteral("6")}).contains(QStringLiteral("Group 6")));
    }
};

QTEST_MAIN(TestErrorText)
#include "test_errortext.moc"

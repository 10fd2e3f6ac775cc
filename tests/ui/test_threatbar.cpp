#include "tests/ui/openedcase.h"
#include "ui/shell/threatbar.h"
#include "ui/style/theme.h"
#include <QApplication>
#include <QJsonArray>
#include <QLabel>
#include <QLayout>
#include <QPushButton>
#include <QSignalSpy>

using tests::OpenedCase;
using ui::shell::ThreatBar;

class TestThreatBar : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { ui::applyTheme(*qApp, ui::Look::Light); }

    void theBarStandsUntilSomebodySaysThatTheThreatHasEnded() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        ThreatBar bar;
        QSignalSpy asked(&bar, &ThreatBar::nowAsked);
        QVERIFY(opened.record("harm/1", "", {{"media", QJsonArray{"photo"}}, {"context", QJsonArray{"blackmail"}}}));
        show(bar, opened);
        QVERIFY(bar.isVisible());

        button(bar, "How it is now")->click(); // the way out is on the bar itself
        QCOMPARE(asked.size(), 1);
        QVERIFY(opened.record("danger/1", "2026-11-02", {{"danger_now", "no"}, {"threat", "no"}}));
        show(bar, opened);

        QVERIFY(!bar.isVisible());
    }

    void aCallBeforeThisThreatIsNotItsCall() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        ThreatBar bar;
        QVERIFY(opened.record("contact/1", "2026-11-01T10:00+00:00", contact("police")));
        QVERIFY(opened.record("danger/1", "2026-11-02", {{"danger_now", "no"}, {"threat", "yes"}}));
        QVERIFY(opened.record("contact/1", "2026-11-02T11:00+00:00", contact("health")));
        show(bar, opened);
        QVERIFY(!says(bar, "call recorded"));

        QVERIFY(opened.record("contact/1", "2026-11-02T12:00+00:00", contact("police")));
        show(bar, opened);

        QVERIFY(says(bar, "call recorded"));
    }

    void whereThereIsLittleRoomTheNumbersStandInOneLine() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        ThreatBar bar;
        QVERIFY(opened.record("danger/1", "2026-11-02", {{"danger_now", "no"}, {"threat", "yes"}}));
        bar.resize(640, 60);
        show(bar, opened);
        const int tall = bar.layout()->totalHeightForWidth(640);

        bar.setLow(true);
        for (const int width : {640, 480}) {
            bar.resize(width, 60);
            QApplication::processEvents();
            const auto* line = labelled(bar, "Threat: 999");
            QVERIFY(line);
            QVERIFY(line->heightForWidth(line->width()) <= QFontMetrics(line->font()).height() + 2);
            QVERIFY(line->text().contains(QStringLiteral("01632")));
            QVERIFY(bar.layout()->totalHeightForWidth(width) <= 40);
        }
        QVERIFY(tall > 60);
    }

private:
    static const QLabel* labelled(const ThreatBar& bar, const char* text) {
        for (const auto* label : bar.findChildren<QLabel*>())
            if (label->text().startsWith(QLatin1String(text)))
                return label;
        return nullptr;
    }
    static QJsonObject contact(const char* role) {
        return {
            {"with", QJsonObject{{"name", "Duty desk"}}}, {"with_role", role}, {"how", "phone"}, {"about", "Rang."}};
    }
    static void show(ThreatBar& bar, const OpenedCase& opened) {
        bar.show(opened.file->state(), opened.vault->office(), true, QDateTime::currentDateTime());
        QApplication::processEvents();
    }
    static QAbstractButton* button(const ThreatBar& bar, const char* text) {
        for (auto* one : bar.findChildren<QAbstractButton*>())
            if (one->text().remove(QLatin1Char('&')) == QLatin1String(text))
                return one;
        qFatal("no button %s", text);
    }
    static bool says(const ThreatBar& bar, const char* text) {
        for (const auto* label : bar.findChildren<QLabel*>())
            if (label->text().contains(QLatin1String(text)))
                return true;
        return false;
    }
};

QTEST_MAIN(TestThreatBar)
#include "test_threatbar.moc"

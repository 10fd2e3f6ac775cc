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

        button(bar, "The threat has changed or ended")->click(); // the way out is on the bar itself
        QCOMPARE(asked.size(), 1);
        QVERIFY(opened.record("danger/1", "2026-11-02",
                              {{"danger_now", "no"}, {"threat", "no"}, {"ended", "The police say so."}}));
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
        QVERIFY(!says(bar, "Police told"));
        QVERIFY(says(bar, "police and social services now"));

        QJsonObject letter = contact("police");
        letter.insert(QStringLiteral("how"), QStringLiteral("writing"));
        QVERIFY(opened.record("contact/1", "2026-11-02T11:30+00:00", letter)); // nobody may have read it
        show(bar, opened);
        QVERIFY(!says(bar, "Police told"));

        QVERIFY(opened.record("contact/1", "2026-11-02T12:00+00:00", contact("police")));
        show(bar, opened);

        QVERIFY(says(bar, "Police told"));
        QVERIFY(says(bar, "(Duty desk), recorded by Rhian Maddox"));
        QVERIFY(says(bar, "social services now"));
        QVERIFY(!says(bar, "police and social services now"));

        QVERIFY(opened.record("contact/1", "2026-11-02T12:10+00:00", contact("social-care")));
        show(bar, opened);

        QVERIFY(says(bar, "Social services told"));
        QVERIFY(!says(bar, "social services now"));
    }

    // Danger asks when it was learnt: that is not when somebody rang.
    void whatDangerSaysOfACallHasNoTimeOfItsOwn() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        ThreatBar bar;
        QVERIFY(opened.record("danger/1", "2026-11-02T09:00+00:00",
                              {{"danger_now", "no"}, {"threat", "yes"}, {"called_who", QJsonArray{"police-999"}}}));
        show(bar, opened);

        QVERIFY(says(bar, "Police told at a time that is not recorded, recorded by Rhian Maddox"));
        QVERIFY(!says(bar, "09:00, recorded"));
    }

    void aDraftedReferralIsNoCall() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        QVERIFY(opened.record("danger/1", "2026-11-02", {{"danger_now", "no"}, {"threat", "yes"}}));
        QVERIFY(opened.record("referral/1", "2026-11-02T12:00+00:00", referral("drafted")));
        QVERIFY(!opened.file->state().socialCareRung);

        QVERIFY(opened.record("referral/1", "2026-11-02T12:10+00:00", referral("phone")));

        QVERIFY(opened.file->state().socialCareRung);
        QVERIFY(!opened.file->state().policeRung);
    }

    // The number of the office's hours is no number to ring at night.
    void theNumberSaysWhenItAnswers_data() {
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<QString>("outOfHours");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("notSaid");
        const auto text = [](const char* words) { return QString::fromUtf8(words); };
        const QDateTime day(QDate(2026, 11, 25), QTime(11, 0)), night(QDate(2026, 11, 25), QTime(23, 0));
        QTest::newRow("by day") << day << text("01632 960121") << text("01632 960120 until 17:00")
                                << text("does not answer");
        QTest::newRow("by night") << night << text("01632 960121") << text("01632 960121 out of hours")
                                  << text("01632 960120");
        QTest::newRow("by night, no such number") << night << QString()
                                                  << text("does not answer now: until then the police, 999 or 101 "
                                                          "(01632 960120 on working days, 09:00 to 17:00)")
                                                  << text("01632 960120 until");
        QTest::newRow("at the weekend") << QDateTime(QDate(2026, 11, 28), QTime(11, 0)) << QString()
                                        << text("does not answer now") << text("until 17:00");
    }
    void theNumberSaysWhenItAnswers() {
        QFETCH(QDateTime, now);
        QFETCH(QString, outOfHours);
        QFETCH(QString, said);
        QFETCH(QString, notSaid);
        OpenedCase opened;
        QVERIFY(opened.isOk());
        QVERIFY(opened.record("danger/1", "2026-11-02", {{"danger_now", "no"}, {"threat", "yes"}}));
        core::vault::Office office = opened.vault->office();
        office.authorities.at(0).outOfHours = outOfHours;
        ThreatBar bar;

        bar.show(opened.file->state(), office, true, now);

        QVERIFY(says(bar, qPrintable(said)));
        QVERIFY(!says(bar, qPrintable(notSaid)));
        bar.resize(2400, 60);
        bar.setLow(true); // in one line too
        QVERIFY(says(bar, qPrintable(said)));
        bar.resize(400, 60); // and where only the numbers fit
        bar.setLow(false);
        bar.setLow(true);
        QVERIFY(!says(bar, qPrintable(notSaid)));
        QCOMPARE(says(bar, "01632 960120"),
                 now.time().hour() == 11 && now.date().dayOfWeek() < 6 && !outOfHours.isEmpty());
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
        return {{"with", QJsonObject{{"name", "Duty desk"}}},
                {"with_role", role},
                {"how", "phone"},
                {"reached", "yes"},
                {"about", "Rang."}};
    }
    static QJsonObject referral(const char* how) {
        return {{"to_kind", "social-care"}, {"authority", "glanfor"}, {"level", "significant-harm"}, {"how", how}};
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
            if (QString(label->text()).replace(QChar::Nbsp, QLatin1Char(' ')).contains(QString::fromUtf8(text)))
                return true;
        return false;
    }
};

QTEST_MAIN(TestThreatBar)
#include "test_threatbar.moc"

#include "tests/ui/inwindow.h"
#include "tests/ui/openedcase.h"
#include "ui/home/duerow.h"
#include "ui/home/homepage.h"
#include "ui/rows/rowview.h"
#include "ui/style/theme.h"
#include <QAbstractButton>
#include <QApplication>
#include <QJsonArray>
#include <QVBoxLayout>

using core::Occurred;
using tests::says;
using ui::home::HomePage;

class TestHome : public QObject {
    Q_OBJECT
    tests::OpenedCase m_opened;

    static bool saysThereIsNoCase(const HomePage& page) { return says(page, QStringLiteral("No case yet")); }

private slots:
    void initTestCase() {
        QVERIFY(m_opened.isOk());
        ui::applyTheme(*qApp, ui::Look::Light);
    }

    void onlyWhereThereIsNoCaseItSaysSo() {
        HomePage page(m_opened.guide, m_opened.vault->office());

        page.show(ui::home::HomeContent());
        QVERIFY(saysThereIsNoCase(page));

        ui::home::HomeContent opening;
        opening.opening = true;
        page.show(opening);
        QVERIFY(!saysThereIsNoCase(page));

        ui::home::HomeContent unopened;
        unopened.unopened = QStringList{QStringLiteral("K7F3")};
        page.show(unopened);
        QVERIFY(!saysThereIsNoCase(page));
    }

    void casesThatDoNotOpenAreNamedByTheirCodes() {
        HomePage page(m_opened.guide, m_opened.vault->office());
        ui::home::HomeContent content;

        content.unopened = QStringList{QStringLiteral("K7F3")};
        page.show(content);
        QVERIFY(says(page, QStringLiteral("Case K7F3 could not be opened.")));

        content.unopened << QStringLiteral("Q2M8");
        page.show(content);
        QVERIFY(says(page, QStringLiteral("2 of your cases could not be opened: K7F3, Q2M8.")));
    }

    void whatIsDueNextWeekDoesNotStandUnderNow() {
        tests::OpenedCase opened;
        QVERIFY(opened.isOk());
        HomePage page(opened.guide, opened.vault->office());
        ui::home::HomeContent content;
        content.cases = {&opened.file->state()};
        const auto below = [&] { return says(page, QStringLiteral("In the next seven days")); };
        QVERIFY(opened.record("need-to-know/1", "2026-11-02",
                              {{"person", QJsonObject{{"name", "Dan Okoro"}}},
                               {"why", "Form tutor"},
                               {"may_be_told", "everything"},
                               {"until", Occurred::on(QDate::currentDate().addDays(5)).text()}}));
        page.show(content);
        QVERIFY(below());
        QVERIFY(says(page, QStringLiteral("in the next seven days.")) ||
                says(page, QStringLiteral("Next:"))); // and it is counted apart

        content.now = content.now.addDays(5);
        page.show(content);
        QVERIFY(!below());
    }

    void whatIsWrittenUnderDangerAndNotRecordedStandsFirst() {
        HomePage page(m_opened.guide, m_opened.vault->office());
        ui::home::HomeContent content;
        content.cases = {&m_opened.file->state()};
        page.show(content);
        QVERIFY(!says(page, QStringLiteral("ring 999")));

        content.alarms = {{m_opened.file->state().id, core::EntryId::random(), true}};
        page.show(content);

        QVERIFY(says(page, QStringLiteral("Somebody is in danger: ring 999")));
        QVERIFY(says(page, QStringLiteral("by what was written under Danger and is not recorded yet")));
    }

    void aThreatStandsFirstUntilItEndsAndItsCaseIsMarked() {
        tests::OpenedCase opened;
        QVERIFY(opened.isOk());
        HomePage page(opened.guide, opened.vault->office());
        ui::home::HomeContent content;
        content.cases = {&opened.file->state()};
        const auto first = [&] {
            const auto* row = page.findChild<ui::home::DueRow*>();
            return row ? row->focusProxy()->accessibleName() : QString();
        };
        const auto isMarked = [&] {
            const auto* model = page.findChild<ui::rows::RowView*>()->model();
            return model->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Threat"));
        };
        const QString goesOn = QStringLiteral("the threat has not ended");
        QVERIFY(opened.record(
            "danger/1", "2026-11-18T16:50+00:00",
            {{"danger_now", "no"}, {"threat", "yes"}, {"called_who", QJsonArray{"police-other", "social-care"}}}));

        page.show(content);
        QVERIFY2(first().contains(goesOn), qPrintable(first()));
        QVERIFY(isMarked());

        QVERIFY(opened.record("danger/1", "2026-11-19T09:00+00:00",
                              {{"danger_now", "no"}, {"threat", "no"}, {"ended", "The police say so."}}));
        page.show(content);
        QVERIFY2(!first().contains(goesOn), qPrintable(first()));
        QVERIFY(!isMarked());
    }

    void whereNothingIsDueTodayItSaysWhatComesNext() {
        tests::OpenedCase opened;
        QVERIFY(opened.isOk());
        QVERIFY(opened.record("referral/1", "2026-11-18T17:20+00:00",
                              {{"to_kind", "social-care"},
                               {"authority", "glanfor"},
                               {"level", "significant-harm"},
                               {"how", "phone"},
                               {"taken_by", "P. Lindqvist, duty desk"}}));
        ui::home::HomeContent content;
        content.cases = {&opened.file->state()};
        content.now = QDateTime(QDate(2026, 11, 18), QTime(18, 0));
        HomePage page(opened.guide, opened.vault->office());

        page.show(content);

        QVERIFY(says(page, QStringLiteral("Wednesday 18 November. Nothing is due today. Next: ")));
        QVERIFY(says(page, QStringLiteral(", Thu 19 Nov.")));
    }

    void drawnAnewWhoeverStandsOnARowGoesOnStandingOnIt() {
        HomePage page(m_opened.guide, m_opened.vault->office());
        ui::home::HomeContent content;
        content.cases = {&m_opened.file->state()};
        page.show(content);
        page.QWidget::show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QVERIFY(page.takeFocus());
        const QString before = QApplication::focusWidget()->accessibleName();
        QVERIFY2(before.contains(QStringLiteral("Finish the new concern")), qPrintable(before));

        page.show(content);

        QVERIFY(QApplication::focusWidget());
        QCOMPARE(QApplication::focusWidget()->accessibleName(), before);
    }

    void aRowOfWhatIsDueHoldsNoWindowWider_data() {
        QTest::addColumn<int>("before");
        QTest::newRow("made narrower") << 1400;
        QTest::newRow("made wider") << 500;
    }
    void aRowOfWhatIsDueHoldsNoWindowWider() {
        QFETCH(int, before);
        ui::applyTheme(*qApp, ui::Look::Light, 2);
        const auto back = qScopeGuard([] { ui::applyTheme(*qApp, ui::Look::Light); });
        QWidget card;
        auto* layout = new QVBoxLayout(&card);
        layout->setContentsMargins(0, 0, 0, 0);
        auto* row = new ui::home::DueRow(ui::Pill::Kind::Overdue, QStringLiteral("Overdue since 15 Oct"),
                                         QStringLiteral("Look again at the safety plan"),
                                         QStringLiteral("JMT3 · Jordan T., 15 · Since Mon 21 Sep 15:14"));
        layout->addWidget(row);
        card.resize(before, 300);
        card.show();
        QVERIFY(QTest::qWaitForWindowExposed(&card));
        card.resize(620, 300);

        QTRY_COMPARE(row->width(), 620);
        const auto* open = row->findChild<QAbstractButton*>();
        QVERIFY(open->mapTo(row, QPoint(open->width(), 0)).x() <= 620);
    }

    void inALowWindowTheNumbersForNowStandFirst() {
        HomePage page(m_opened.guide, m_opened.vault->office());
        page.show(ui::home::HomeContent());
        page.resize(640, 330);
        page.QWidget::show();
        const auto top = [&]() -> int {
            for (auto* label : page.findChildren<ui::PlainLabel*>())
                if (label->isVisible() && label->text().startsWith(QStringLiteral("In danger now: 999 · ")))
                    return label->mapTo(&page, QPoint()).y();
            return -1;
        };

        QTRY_VERIFY(top() >= 0);
        QVERIFY(top() < 40);
        page.resize(1280, 740); // beside: they stand in their card
        QTRY_COMPARE(top(), -1);
    }

    void draftsThatCouldNotBeReadAreNotTakenForNone() {
        HomePage page(m_opened.guide, m_opened.vault->office());
        ui::home::HomeContent content;
        content.cases = {&m_opened.file->state()};
        page.show(content);
        QVERIFY(!says(page, QStringLiteral("could not be read")));

        content.unreadDrafts = {m_opened.file->state().id};
        page.show(content);

        QVERIFY(says(page, QStringLiteral("The drafts of this case could not be read")));
    }
};

QTEST_MAIN(TestHome)
#include "test_home.moc"

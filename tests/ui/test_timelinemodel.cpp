#include "core/base/utc.h"
#include "core/guide/guide.h"
#include "tests/record/madeup.h"
#include "ui/entry/wording.h"
#include "ui/rows/row.h"
#include "ui/style/theme.h"
#include "ui/timeline/timelinemodel.h"
#include "ui/timeline/timelinepage.h"
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QElapsedTimer>
#include <QListView>
#include <QTest>

using namespace core;
using namespace ui::timeline;

static void wakeGuide() {
    Q_INIT_RESOURCE(firsthand_guide);
}

class TestTimelineModel : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        wakeGuide();
        auto loaded = guide::Guide::load();
        QVERIFY2(loaded.has_value(), loaded ? "" : qPrintable(loaded.error().detail));
        m_guide = std::move(*loaded);
        ui::applyTheme(*qApp, ui::Look::Light);
    }

    void isAProperModelThroughEveryChange() {
        MadeUpCase made(m_guide);
        addFour(made);
        const record::CaseState state = made.fold();
        TimelineModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);

        model.show(state, names(state, made));
        model.setFilter({"words", {}, {}, {}, {}});
        model.setNewestFirst(false);
        model.setFilter({});
        model.clear();

        QCOMPARE(model.rowCount(), 0);
    }

    void newestComesFirstUntilAskedOtherwise() {
        MadeUpCase made(m_guide);
        addFour(made);
        const record::CaseState state = made.fold();
        TimelineModel model;
        model.show(state, names(state, made));

        QVERIFY(said(model, 0).contains("Mrs Begum"));

        model.setNewestFirst(false);

        QVERIFY(said(model, 0).contains("The charger is in the drawer"));
    }

    void eachMonthHasOneHeadingAndIsSpokenOnce() {
        MadeUpCase made(m_guide);
        addFour(made);
        const record::CaseState state = made.fold();
        TimelineModel model;
        model.show(state, names(state, made));

        QCOMPARE(model.rowCount(), 4);
        QVERIFY(said(model, 0).startsWith("November 2026. "));
        QVERIFY(!said(model, 1).contains("November 2026. "));
        QVERIFY(model.index(2).data(ui::rows::LastOfGroupRole).toBool());
        QVERIFY(said(model, 3).startsWith("October 2026. "));
    }

    void filtersNarrowByKindPersonDaysAndWords_data() {
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("person");
        QTest::addColumn<QDate>("from");
        QTest::addColumn<QDate>("to");
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("shown");
        QTest::newRow("everything") << ""
                                    << "" << QDate() << QDate() << "" << 4;
        QTest::newRow("child's words") << "words"
                                       << "" << QDate() << QDate() << "" << 1;
        QTest::newRow("a person named") << ""
                                        << "Dan Okoro" << QDate() << QDate() << "" << 1;
        QTest::newRow("from a day") << ""
                                    << "" << QDate(2026, 11, 19) << QDate() << "" << 2;
        QTest::newRow("until a day") << ""
                                     << "" << QDate() << QDate(2026, 10, 31) << "" << 1;
        QTest::newRow("beginning of a word, no accent") << ""
                                                        << "" << QDate() << QDate() << "sian" << 1;
        QTest::newRow("every word must occur") << ""
                                               << "" << QDate() << QDate() << "charger canteen" << 0;
        QTest::newRow("not the middle of a word") << ""
                                                  << "" << QDate() << QDate() << "harger" << 0;
    }
    void filtersNarrowByKindPersonDaysAndWords() {
        QFETCH(QString, group);
        QFETCH(QString, person);
        QFETCH(QDate, from);
        QFETCH(QDate, to);
        QFETCH(QString, words);
        QFETCH(int, shown);
        MadeUpCase made(m_guide);
        addFour(made);
        const record::CaseState state = made.fold();
        TimelineModel model;
        model.show(state, names(state, made));

        model.setFilter({group, person, from, to, words});

        QCOMPARE(model.rowCount(), shown);
        QCOMPARE(model.counts().all, 4);
    }

    void theChildsWordsAreQuotedExactly() {
        MadeUpCase made(m_guide);
        addFour(made);
        const record::CaseState state = made.fold();
        TimelineModel model;
        model.show(state, names(state, made));
        model.setFilter({"words", {}, {}, {}, {}});

        const auto* row = model.index(0).data(ui::rows::RowRole).value<const ui::rows::Row*>();
        const ui::rows::Cell& cell = row->cells.back();

        QCOMPARE(cell.at(0).text(), QStringLiteral("Asked: “Is there anything that would help?”"));
        QCOMPARE(int(cell.at(1).kind), int(ui::rows::Paragraph::Kind::Quote));
        QCOMPARE(cell.at(1).text(), QStringLiteral("i dont want to go in the <b>canteen</b>\u00a0😟"));
    }

    void anAmendedEntrySaysWhenAndWhy() {
        MadeUpCase made(m_guide);
        const EntryId first = made.add("note/1", "2026-11-18", fieldsOf({{"text", "Phone in the drawer."}}));
        made.amend(first, "note/1", "2026-11-18", fieldsOf({{"text", "Phone in the safe."}}), "wrong place written");
        const record::CaseState state = made.fold();
        TimelineModel model;
        model.show(state, names(state, made));

        QCOMPARE(model.counts().amended, 1);
        QVERIFY(said(model, 0).contains("Amended 18 Nov: wrong place written"));
    }

    void whatIsNotPermittedIsShownAsSuch() {
        MadeUpCase made(m_guide);
        addFour(made);
        made.addByStranger("note/1", fieldsOf({{"text", "Slipped in."}}));
        const record::CaseState state = made.fold();
        TimelineModel model;
        model.show(state, names(state, made));

        QCOMPARE(model.counts().notPermitted, 1);
        QCOMPARE(model.rowCount(), 5);
        QVERIFY(said(model, 0).contains("Not permitted") || said(model, 4).contains("Not permitted") ||
                said(model, 3).contains("Not permitted"));
    }

    void lateWritingIsSaid_data() {
        QTest::addColumn<QString>("occurred");
        QTest::addColumn<QDateTime>("recorded");
        QTest::addColumn<QString>("words");
        const QDateTime utc = core::utc(QDate(2026, 11, 18), QTime(17, 0));
        QTest::newRow("at once") << "2026-11-18T16:59+00:00" << utc << "written at once";
        QTest::newRow("minutes") << "2026-11-18T16:40+00:00" << utc << "written 20 minutes later";
        QTest::newRow("an hour") << "2026-11-18T15:55+00:00" << utc << "written 1 hour later";
        QTest::newRow("days") << "2026-11-15T15:00+00:00" << utc << "written 3 days later";
        QTest::newRow("only the day is known") << "2026-11-18" << utc << "written the same day";
        QTest::newRow("not known") << "" << QDateTime(QDate(2026, 11, 18), QTime(9, 5)).toUTC()
                                   << "written 18 Nov 2026 09:05";
    }
    void lateWritingIsSaid() {
        QFETCH(QString, occurred);
        QFETCH(QDateTime, recorded);
        QFETCH(QString, words);

        QCOMPARE(ui::entry::lateness(Occurred::parse(occurred).value(), recorded), words);
    }

    // The bar of 150 ms is measured by the bench; here a page that made every row at once would be far beyond this.
    void fiveThousandEntriesShowAtOnce() {
        MadeUpCase made(m_guide);
        for (int i = 0; i < 5000; ++i)
            made.add(
                "note/1", "2026-11-18T16:00+00:00",
                fieldsOf({{"text",
                           QStringLiteral("Seen at the gate, entry %1. All quiet; nobody else was there.").arg(i)}}));
        const record::CaseState state = made.fold();
        TimelinePage page;
        page.resize(1072, 700);
        page.QWidget::show();
        QElapsedTimer clock;
        clock.start();

        page.show(state, names(state, made), true);
        page.grab();

        qInfo("5,000 entries shown in %lld ms", static_cast<long long>(clock.elapsed()));
        QVERIFY(clock.elapsed() < 1500);
        QCOMPARE(page.findChild<QListView*>()->model()->rowCount(), 5000);
    }

private:
    static void addFour(MadeUpCase& made) {
        made.add("note/1", "2026-10-30", fieldsOf({{"text", "The charger is in the drawer."}}));
        made.add("words/1", "2026-11-18T10:30+00:00",
                 fieldsOf({{"to", named("Dan Okoro")},
                           {"exchanges",
                            QJsonArray{fieldsOf(
                                {{"asked", "Is there anything that would help?"},
                                 {"said", QStringLiteral("i dont want to go in the <b>canteen</b>\u00a0😟")}})}}}));
        made.add("contact/1", "2026-11-19T09:15+00:00",
                 fieldsOf({{"with", named("Siân Price")}, {"about", "What to say at home."}}));
        made.add("told/1", "2026-11-20T14:20+00:00",
                 fieldsOf({{"person", named("Mrs Begum")}, {"outcome", "told"}, {"what", "That images exist."}}));
    }
    guide::ValueNames names(const record::CaseState& state, const MadeUpCase& made) const {
        return ui::entry::namesFor(state, made.office, m_guide);
    }
    static QString said(const TimelineModel& model, int row) {
        return model.index(row).data(Qt::AccessibleTextRole).toString();
    }

    guide::Guide m_guide;
};

QTEST_MAIN(TestTimelineModel)
#include "test_timelinemodel.moc"

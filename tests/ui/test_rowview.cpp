// A long list stands there before all of its rows are measured; what one sees of it is never a guess, and stays where
// it is while the rest is measured.
#include "ui/rows/rowmodel.h"
#include "ui/rows/rowview.h"
#include <QScrollBar>
#include <QTest>

using namespace ui::rows;

class TestRowView : public QObject {
    Q_OBJECT
    static constexpr int Many = 4000;

    // Rows of one line and of many, so that no guess fits them all.
    static std::vector<Row> manyRows() {
        std::vector<Row> rows;
        for (int i = 0; i < Many; ++i)
            rows.push_back({QString::number(i),
                            i < Many / 2 ? "November 2026" : "December 2026",
                            {{body(QString::number(i))},
                             {body(QStringLiteral("Mrs Begum heard it in the corridor. ").repeated(1 + (i * 7) % 23))}},
                            {}});
        return rows;
    }

    struct List {
        RowModel model;
        RowView view{RowView::Height::Scrolls, "Timeline"};
        List() {
            model.setRows(manyRows());
            view.setColumns({{{}, 60}, {}});
            view.setModel(&model);
            view.resize(500, 400);
            view.show();
        }
        int measured() const {
            int count = 0;
            for (int row = 0; row < Many; ++row)
                count += view.heights().measured(row) ? 1 : 0;
            return count;
        }
        int neededHeight(int row) const {
            const auto* delegate = static_cast<const RowDelegate*>(view.itemDelegate());
            return delegate->measure(view.font(), view.viewport()->width(), model.index(row));
        }
        // Rows in sight that are laid out taller or shorter than their text.
        int guessedInSight() {
            int guessed = 0;
            for (int row = 0; row < Many; ++row) {
                const QRect rect = view.visualRect(model.index(row));
                if (rect.intersects(view.viewport()->rect()))
                    guessed += rect.height() != neededHeight(row);
            }
            return guessed;
        }
        void measureAll() {
            QTRY_COMPARE_WITH_TIMEOUT(measured(), Many, 60'000);
            QCoreApplication::processEvents();
        }
    };

private slots:
    void standsBeforeAllIsMeasured() {
        List list;

        list.view.doItemsLayout();

        QVERIFY(list.measured() > 0);
        QVERIFY2(list.measured() < 100, qPrintable(QString::number(list.measured())));
        QCOMPARE(list.guessedInSight(), 0);
        QVERIFY(list.view.verticalScrollBar()->maximum() > 0);
    }

    void allIsMeasuredInTheEnd() {
        List list;

        list.measureAll();

        int total = 0;
        for (int row = 0; row < Many; ++row)
            total += list.neededHeight(row);
        QTRY_COMPARE(list.view.verticalScrollBar()->maximum(), total - list.view.viewport()->height());
    }

    void aRowFarDownIsShownWhole_data() {
        QTest::addColumn<int>("row");
        for (const int row : {1, 777, 2000, Many - 1})
            QTest::addRow("%d", row) << row;
    }
    void aRowFarDownIsShownWhole() {
        QFETCH(int, row);
        List list;

        list.view.setCurrentKey(QString::number(row));

        QVERIFY(list.view.viewport()->rect().contains(list.view.visualRect(list.model.index(row))));
        QCOMPARE(list.guessedInSight(), 0);
    }

    void whatOneLooksAtStaysWhileTheRestIsMeasured() {
        List list;
        list.view.setCurrentKey(QStringLiteral("2500"));
        const QRect before = list.view.visualRect(list.model.index(2500));
        QVERIFY(list.measured() < Many);

        list.measureAll();

        QCOMPARE(list.view.visualRect(list.model.index(2500)), before);
    }

    void scrollingByHandShowsNoGuess() {
        List list;
        QScrollBar* bar = list.view.verticalScrollBar();
        for (int step = 1; step < 40; ++step) {
            bar->setValue(step * 1500);
            QCOMPARE(list.guessedInSight(), 0);
        }
        bar->setValue(bar->maximum());
        QCOMPARE(list.guessedInSight(), 0);
        QVERIFY(list.view.visualRect(list.model.index(Many - 1)).bottom() < list.view.viewport()->height());
    }

    void aNarrowerListIsMeasuredAnew() {
        List list;
        list.measureAll();
        list.view.setCurrentKey(QStringLiteral("2500"));

        list.view.resize(300, 400);
        QCoreApplication::processEvents();

        QCOMPARE(list.guessedInSight(), 0);
        QVERIFY(list.view.viewport()->rect().intersects(list.view.visualRect(list.model.index(2500))));
    }

    void aWholeListIsAsTallAsItsRows() {
        RowModel model;
        model.setRows(manyRows());
        RowView view(RowView::Height::Whole, "Who knows");
        view.setColumns({{{}, 60}, {}});
        view.setModel(&model);
        view.resize(500, 400);
        view.show();
        QCoreApplication::processEvents();

        const QRect last = view.visualRect(model.index(Many - 1));
        QCOMPARE(view.height(), last.bottom() + 2);
    }
};

QTEST_MAIN(TestRowView)
#include "test_rowview.moc"

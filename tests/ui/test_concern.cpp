#include "tests/ui/openedcase.h"
#include "ui/entry/entryeditor.h"
#include "ui/shell/concernwindow.h"
#include "ui/style/theme.h"
#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QSignalSpy>

using namespace core;
using tests::OpenedCase;
using ui::shell::ConcernWindow;

class TestConcern : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { ui::applyTheme(*qApp, ui::Look::Light); }

    void asksOneQuestionAPageAndRecordsNothingBeforeTheEnd() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        const size_t before = opened.file->state().entries.size();
        ConcernWindow window(*opened.file, opened.guide, opened.vault->office());
        show(window);

        answerDanger(window, "No");
        QTRY_COMPARE(asked(window), opened.guide.firstQuestions().at(1));

        QCOMPARE(opened.file->state().entries.size(), before);
        QVERIFY(ConcernWindow::isUnfinished(opened.file->state()));
        QCOMPARE(opened.file->drafts().value().size(), size_t(1));
    }

    void comesBackAsItWasAfterTheWindowIsGone() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        {
            ConcernWindow window(*opened.file, opened.guide, opened.vault->office());
            show(window);
            answerDanger(window, "Not known");
            QTRY_COMPARE(asked(window), opened.guide.firstQuestions().at(1));
        }
        ConcernWindow window(*opened.file, opened.guide, opened.vault->office());
        show(window);

        QCOMPARE(editor(window)->form().id, opened.guide.firstQuestions().at(0));
        QCOMPARE(editor(window)
                     ->content()
                     .value(QLatin1String("fields"))
                     .toObject()
                     .value(QLatin1String("danger_now"))
                     .toString(),
                 QStringLiteral("not-known"));
        QVERIFY(!window.isEmpty());
    }

    void allAnswersAreRecordedTogetherAtTheEnd() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        const auto questions = opened.guide.firstQuestions();
        // Answered before, and closed half-way: the drafts stand for the pages.
        const std::vector<std::pair<QString, QJsonObject>> answers{
            {"danger", {{"danger_now", "no"}, {"threat", "yes"}}},
            {"child", {{"identified", "yes"}, {"first_name", "Aisha"}, {"last_name", "Begum"}}}};
        for (const auto& [form, fields] : answers) {
            ledger::Draft draft;
            draft.author = opened.vault->self().id;
            draft.kind = form + "/1";
            draft.saved = QDateTime::currentDateTimeUtc();
            draft.content = {{"fields", fields}, {"occurred", ""}};
            QVERIFY(opened.file->saveDraft(draft));
        }
        ConcernWindow window(*opened.file, opened.guide, opened.vault->office());
        QSignalSpy done(&window, &ConcernWindow::opened);
        show(window);

        // The rest is left open; what must be answered is answered.
        for (int page = 0; page < questions.size() + 1 && !button(window, "Record and open the case"); ++page) {
            QAbstractButton* forward = button(window, "Continue");
            QVERIFY(forward);
            const QString before = asked(window);
            forward->click();
            if (!QTest::qWaitFor([&] { return button(window, "Record and open the case") || asked(window) != before; },
                                 300))
                chooseFirst(window);
        }
        QTRY_VERIFY(button(window, "Record and open the case"));
        button(window, "Record and open the case")->click();

        QTRY_COMPARE(done.size(), 1);
        QVERIFY(!ConcernWindow::isUnfinished(opened.file->state()));
        QCOMPARE(opened.file->state().child.called(), QStringLiteral("Aisha"));
        QVERIFY(opened.file->state().threatened());
        QVERIFY(opened.file->drafts().value().empty());
    }

    void nothingTypedLeavesNothingBehind() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        ConcernWindow window(*opened.file, opened.guide, opened.vault->office());
        show(window);

        QVERIFY(window.isEmpty());
        QVERIFY(opened.file->drafts().value().empty());
    }

    void throwingAwayAsksFirst() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        ConcernWindow window(*opened.file, opened.guide, opened.vault->office());
        QSignalSpy away(&window, &ConcernWindow::thrownAway);
        show(window);

        button(window, "Throw away")->click();
        QCOMPARE(away.size(), 0);
        button(window, "Throw it away")->click();

        QCOMPARE(away.size(), 1);
    }

private:
    static void show(ConcernWindow& window) {
        window.resize(1093, 614);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
    }
    static ui::entry::EntryEditor* editor(QWidget& in) {
        for (auto* one : in.findChildren<ui::entry::EntryEditor*>())
            if (one->isVisible())
                return one;
        return nullptr;
    }
    static QString asked(QWidget& in) { return editor(in) ? editor(in)->form().id : QString(); }
    static QAbstractButton* button(QWidget& in, const QString& text) {
        for (auto* one : in.findChildren<QAbstractButton*>())
            if (one->isVisible() && QString(one->text()).remove(QLatin1Char('&')) == text)
                return one;
        return nullptr;
    }
    static void answerDanger(QWidget& window, const QString& answer) {
        int chosen = 0;
        for (auto* one : editor(window)->findChildren<QAbstractButton*>())
            if (one->isVisible() && one->isCheckable() && one->text() == answer) {
                one->click();
                ++chosen;
            }
        QCOMPARE(chosen, 2); // danger and threat
        button(window, "Continue")->click();
    }
    // The last choice of each question that has none yet: often "not known".
    static void chooseFirst(QWidget& window) {
        QSet<QWidget*> seen;
        const auto all = editor(window)->findChildren<QAbstractButton*>();
        for (auto it = all.rbegin(); it != all.rend(); ++it) {
            QAbstractButton* one = *it;
            if (!one->isVisible() || !one->isCheckable() || seen.contains(one->parentWidget()))
                continue;
            seen.insert(one->parentWidget());
            if (!one->isChecked())
                one->click();
        }
    }
};

QTEST_MAIN(TestConcern)
#include "test_concern.moc"

#include "tests/ledger/faultyfiles.h"
#include "tests/ui/openedcase.h"
#include "ui/entry/entryeditor.h"
#include "ui/entry/numbers.h"
#include "ui/shell/caseneeds.h"
#include "ui/shell/concernwindow.h"
#include "ui/style/theme.h"
#include "ui/widgets/plainlineedit.h"
#include "ui/widgets/plaintextedit.h"
#include <QAbstractButton>
#include <QApplication>
#include <QJsonArray>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace core;
using tests::OpenedCase;
using ui::shell::ConcernWindow;

class TestConcern : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QVERIFY(db::Database::libraryVersion());
        FaultyFiles::install();
        ui::applyTheme(*qApp, ui::Look::Light);
    }

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

    // What is empty is taken away when one leaves it; what could not be read is not empty.
    void answersThatCouldNotBeReadAreNotTakenForNone() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        QVERIFY(opened.draft("danger", {{"danger_now", "yes"}, {"threat", "no"}}));

        FaultyFiles::arm(FaultyFiles::Read, 1, SQLITE_IOERR_READ, true);
        const bool readable = opened.file->drafts().has_value();
        ConcernWindow window(*opened.file, opened.guide, opened.vault->office());
        FaultyFiles::disarm();
        show(window);

        QVERIFY(!readable);
        QVERIFY(!window.isEmpty());
        const auto labels = window.findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().startsWith("What was answered here before could not be read");
        }));
        QVERIFY(!opened.vault->mayDiscard(opened.file->ledger()));
        QCOMPARE(opened.file->drafts().value().size(), size_t(1));
    }

    void allAnswersAreRecordedTogetherAtTheEnd() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        const auto questions = opened.guide.firstQuestions();
        // Answered before, and closed half-way: the drafts stand for the pages.
        const std::vector<std::pair<QString, QJsonObject>> answers{
            {"danger", {{"danger_now", "no"}, {"threat", "yes"}, {"called_who", QJsonArray{"police-999"}}}},
            {"child", {{"identified", "yes"}, {"first_name", "Aisha"}, {"last_name", "Begum"}}}};
        for (const auto& [form, fields] : answers) {
            QVERIFY(opened.draft(form, fields));
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

    void thatADraftIsBackIsSaidOnlyAfterOneWasAway() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        const QString back = QStringLiteral("Your draft is back.");
        {
            ConcernWindow window(*opened.file, opened.guide, opened.vault->office());
            show(window);
            answerDanger(window, "No");
            QTRY_COMPARE(asked(window), opened.guide.firstQuestions().at(1));
            button(window, "Back")->click();
            QTRY_COMPARE(asked(window), opened.guide.firstQuestions().at(0));
            QVERIFY(text(window, back).isEmpty());
        }
        ConcernWindow window(*opened.file, opened.guide, opened.vault->office());
        show(window);

        QVERIFY(!text(window, back).isEmpty());
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

        button(window, "Throw this concern away…")->click();
        QCOMPARE(away.size(), 0);
        button(window, "Throw it away")->click();

        QCOMPARE(away.size(), 1);
    }

    // On a page whose draft is kept, too.
    void thereIsOneWayToThrowItAway() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        QVERIFY(opened.draft("danger", {{"danger_now", "no"}}));
        ConcernWindow window(*opened.file, opened.guide, opened.vault->office());
        show(window);
        for (auto* one : editor(window)->findChildren<QAbstractButton*>())
            if (one->isVisible() && one->accessibleName().endsWith(QLatin1String("demands?: No")))
                one->click();
        QVERIFY(window.keepDraft());

        int ways = 0;
        for (auto* one : window.findChildren<QAbstractButton*>())
            ways += one->isVisible() && one->text().contains(QLatin1String("hrow"));

        QCOMPARE(ways, 1);
    }

    void aMomentGivenOnThePageBeforeIsOfferedAndNotTaken() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        QVERIFY(opened.draft("danger", {{"danger_now", "no"}, {"threat", "no"}}, "2026-11-18T16:45+00:00"));
        QVERIFY(opened.draft("came-to-light", {{"route", "police"}}));
        ConcernWindow window(*opened.file, opened.guide, opened.vault->office());
        show(window);
        QCOMPARE(asked(window), QStringLiteral("came-to-light"));

        int offers = 0;
        for (auto* one : editor(window)->findChildren<QAbstractButton*>())
            offers += one->isVisible() &&
                      one->text().startsWith(QStringLiteral("Same as “When did you learn this?”: 18 November 2026"));

        QCOMPARE(offers, 2); // when it came to light, when the lead was told
        QCOMPARE(editor(window)->content().value(QLatin1String("occurred")).toString(), QString());
    }

    void theSchoolAndTheOnlyAuthorityAreProposed() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        QVERIFY(opened.draft("child", {{"identified", "yes"}}));
        ConcernWindow window(*opened.file, opened.guide, opened.vault->office());
        show(window);
        QCOMPARE(asked(window), QStringLiteral("child"));

        const QJsonObject fields = editor(window)->content().value(QLatin1String("fields")).toObject();

        QCOMPARE(fields.value(QLatin1String("school")).toString(), opened.vault->office().name);
        QCOMPARE(fields.value(QLatin1String("authority")).toString(), QStringLiteral("glanfor"));
        QVERIFY(says(window, "Proposed: your own school. Change it if it is another."));
        QVERIFY(says(window, "Proposed: your office has only this one. Check it."));
    }

    void aSchoolThatIsRecordedIsNotContradicted() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        const guide::Field* school = opened.guide.form(u"child")->field(u"school");
        const auto proposed = [&] {
            return ui::shell::needsFor(*opened.file, opened.guide, opened.vault->office()).proposed(*school, {});
        };
        QCOMPARE(proposed().value.toString(), opened.vault->office().name);

        QVERIFY(opened.record("child/1", "", {{"identified", "yes"}, {"school", "Ysgol y Bryn"}}));

        QVERIFY(proposed().value.isUndefined());
    }

    void aPageLeftHalfWayIsNamedAtTheEnd() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        QVERIFY(opened.draft("danger", {{"danger_now", "no"}}));
        QVERIFY(opened.draft("involved", {{"parent", "no"}, {"adult", "no"}, {"staff", "no"}, {"pupil", "no"}}));
        ConcernWindow window(*opened.file, opened.guide, opened.vault->office());
        show(window);
        button(window, "Continue")->click();
        QTRY_VERIFY(button(window, "Record and open the case"));

        button(window, "Record and open the case")->click();

        QTRY_COMPARE(asked(window), QStringLiteral("danger"));
        QTRY_VERIFY(says(window, "“Is anyone threatening the child or making demands?” has no answer. Choose one."));
        QVERIFY(ConcernWindow::isUnfinished(opened.file->state()));
    }

    void everyAnswerIsShownBeforeItIsRecorded() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        QVERIFY(opened.draft("danger", {{"danger_now", "no"}, {"threat", "no"}}, "2026-11-18T16:45+00:00"));
        QVERIFY(opened.draft("involved", {{"parent", "no"}, {"adult", "no"}, {"staff", "no"}, {"pupil", "no"}}));
        ConcernWindow window(*opened.file, opened.guide, opened.vault->office());
        show(window);
        QCOMPARE(asked(window), QStringLiteral("involved"));
        button(window, "Continue")->click();
        QTRY_VERIFY(button(window, "Record and open the case"));

        QStringList shown;
        for (auto* label : window.findChildren<QLabel*>())
            if (label->isVisible())
                shown << label->text();
        const qsizetype when = shown.indexOf(QStringLiteral("When did you learn this?"));
        QVERIFY(when >= 0);
        QVERIFY2(shown.value(when + 1).contains(QStringLiteral("16:45")), qPrintable(shown.value(when + 1)));
        const qsizetype danger = shown.indexOf(QStringLiteral("Is the child, or anyone else, in danger right now?"));
        QVERIFY(danger >= 0 && danger < when);                            // danger first
        QVERIFY(!shown.contains(QStringLiteral("Who has been called?"))); // not asked

        const qsizetype route = shown.indexOf(QRegularExpression(QStringLiteral("^How did it come to light\\? · .*")));
        QVERIFY(route > when); // not answered, and there
        QCOMPARE(shown.value(route + 1), QStringLiteral("Not answered"));
        for (const QString& id : opened.guide.firstQuestions()) {
            const guide::Form& form = *opened.guide.form(id);
            const QString part = opened.guide.worded(form.label, QStringLiteral("wales"), QStringLiteral("the child"));
            QCOMPARE(shown.count(part), 1);
            QVERIFY2(changeFor(window, part), qPrintable(part));
            for (const guide::Field& field : form.fields)
                QVERIFY2(field.label != part, qPrintable(part)); // said once
        }
    }

    void aReasonGivenToAGuardRailComesBackAndIsRecorded() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        QVERIFY(opened.draft("danger", nobodyRung));
        {
            ConcernWindow window(*opened.file, opened.guide, opened.vault->office());
            show(window);
            button(window, "Continue")->click();
            QVERIFY(reason(window));
            button(window, "Continue")->click(); // not without one
            QTest::qWait(20);
            QCOMPARE(asked(window), QStringLiteral("danger"));
            reason(window)->setWords(QStringLiteral("No signal in the hall"));
            button(window, "Continue")->click();
            QTRY_COMPARE(asked(window), QStringLiteral("came-to-light"));
            button(window, "Back")->click();
            QTRY_COMPARE(asked(window), QStringLiteral("danger"));
            QVERIFY(reason(window));
            QCOMPARE(reason(window)->words(), QStringLiteral("No signal in the hall"));
        } // the program was killed, or locked
        QVERIFY(opened.draft("involved", nobodyInvolved));
        ConcernWindow window(*opened.file, opened.guide, opened.vault->office());
        QSignalSpy done(&window, &ConcernWindow::opened);
        show(window);

        button(window, "Continue")->click();
        QTRY_VERIFY(says(window, "No signal in the hall")); // with the answers
        button(window, "Record and open the case")->click();

        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(rails(opened),
                 (QJsonArray{QJsonObject{{"id", "danger-nobody-rung"}, {"reason", "No signal in the hall"}}}));
    }

    void aReasonIsNotRecordedWhenSomebodyWasRungAfterAll() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        QVERIFY(opened.draft("danger", nobodyRung));
        ConcernWindow window(*opened.file, opened.guide, opened.vault->office());
        show(window);
        button(window, "Continue")->click();
        QVERIFY(reason(window));
        choose(window, "Who has been called?: Nobody yet");
        choose(window, "Who has been called?: Police, on 999");

        button(window, "Continue")->click(); // the reason that was asked for is not in the way

        QTRY_COMPARE(asked(window), QStringLiteral("came-to-light"));
    }

    void aConcernIsNotRecordedPastAGuardRailThatWasLeft() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        QVERIFY(opened.draft("danger", nobodyRung));
        QVERIFY(opened.draft("involved", nobodyInvolved));
        ConcernWindow window(*opened.file, opened.guide, opened.vault->office());
        show(window);
        button(window, "Continue")->click();
        QTRY_VERIFY(button(window, "Record and open the case"));

        button(window, "Record and open the case")->click();

        QTRY_COMPARE(asked(window), QStringLiteral("danger"));
        QTRY_VERIFY(reason(window));
        QVERIFY(ConcernWindow::isUnfinished(opened.file->state()));
    }

    void aProposalThatWasTakenOutStaysOut() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        QVERIFY(opened.draft("harm", {{"media", QJsonArray{"photo"}}}));
        const auto schoolNow = [](QWidget& window) { return line(window, "School or college")->text(); };
        {
            ConcernWindow window(*opened.file, opened.guide, opened.vault->office());
            show(window);
            button(window, "Continue")->click();
            QTRY_COMPARE(asked(window), QStringLiteral("child"));
            QCOMPARE(schoolNow(window), opened.vault->office().name);

            line(window, "School or college")->clear(); // and nothing else
            button(window, "Back")->click();
            QTRY_COMPARE(asked(window), QStringLiteral("harm"));
            button(window, "Continue")->click();
            QTRY_COMPARE(asked(window), QStringLiteral("child"));
            QCOMPARE(schoolNow(window), QString());
        }
        ConcernWindow window(*opened.file, opened.guide, opened.vault->office());
        show(window);

        QCOMPARE(asked(window), QStringLiteral("child"));
        QCOMPARE(schoolNow(window), QString());
        button(window, "Continue")->click();
        QTRY_COMPARE(asked(window), QStringLiteral("social-worker"));
        QVERIFY(opened.draft("involved", nobodyInvolved));
        ConcernWindow last(*opened.file, opened.guide, opened.vault->office());
        QSignalSpy done(&last, &ConcernWindow::opened);
        show(last);
        button(last, "Continue")->click();
        QTRY_VERIFY(button(last, "Record and open the case"));
        button(last, "Record and open the case")->click();
        QTRY_COMPARE(done.size(), 1);

        QVERIFY(opened.file->state().withRole(QStringLiteral("child")).empty()); // it answers nothing
        QVERIFY(opened.file->drafts().value().empty());
    }

    void afterAChangeOneIsBackAtTheAnswers() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        QVERIFY(opened.draft("danger", {{"danger_now", "no"}, {"threat", "no"}}));
        QVERIFY(opened.draft("involved", nobodyInvolved));
        ConcernWindow window(*opened.file, opened.guide, opened.vault->office());
        show(window);
        button(window, "Continue")->click();
        QTRY_VERIFY(changeFor(window, QStringLiteral("Danger or threat")));

        changeFor(window, QStringLiteral("Danger or threat"))->click();
        QTRY_COMPARE(asked(window), QStringLiteral("danger"));
        QVERIFY(!button(window, "Continue"));
        button(window, "Continue to your answers")->click();
        QTRY_VERIFY(button(window, "Record and open the case"));
        changeFor(window, QStringLiteral("Danger or threat"))->click();
        QTRY_COMPARE(asked(window), QStringLiteral("danger"));
        button(window, "Back")->click();
        QTRY_VERIFY(button(window, "Record and open the case"));
    }

    void afterAChangeWhatIsLeftToDoOnAnotherPageComesFirst() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        QVERIFY(opened.draft("danger", {{"danger_now", "no"}, {"threat", "no"}}));
        QVERIFY(opened.draft("child-knows", {{"knows", "yes"}})); // "passed around" is open
        QVERIFY(opened.draft("involved", nobodyInvolved));
        ConcernWindow window(*opened.file, opened.guide, opened.vault->office());
        show(window);
        button(window, "Continue")->click();
        QTRY_VERIFY(changeFor(window, QStringLiteral("Danger or threat")));
        changeFor(window, QStringLiteral("Danger or threat"))->click();
        QTRY_COMPARE(asked(window), QStringLiteral("danger"));

        button(window, "Continue to your answers")->click();

        QTRY_COMPARE(asked(window), QStringLiteral("child-knows"));
        QVERIFY(says(window, "“Are they being passed around?” has no answer. Choose one."));
    }

    // Left by another way than Continue, which says it.
    void anAnswerThatIsHiddenIsSaidBeforeItIsDropped() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        QVERIFY(
            opened.draft("danger", {{"danger_now", "no"}, {"threat", "no"}, {"called_who", QJsonArray{"police-999"}}}));
        QVERIFY(opened.draft("involved", nobodyInvolved));
        ConcernWindow window(*opened.file, opened.guide, opened.vault->office());
        QSignalSpy done(&window, &ConcernWindow::opened);
        show(window);
        button(window, "Continue")->click();
        QTRY_VERIFY(button(window, "Record and open the case"));

        button(window, "Record and open the case")->click();
        QTRY_COMPARE(asked(window), QStringLiteral("danger"));
        QTRY_VERIFY(says(window,
                         "An answer is hidden by what was answered since, and will not be recorded: Who has been "
                         "called?. Press Continue to your answers again to go on."));
        QCOMPARE(done.size(), 0);
        button(window, "Continue to your answers")->click();
        QTRY_VERIFY(button(window, "Record and open the case"));
        button(window, "Record and open the case")->click();

        QTRY_COMPARE(done.size(), 1);
    }

    void aDateThatWasNotUnderstoodIsNotLost() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        QVERIFY(opened.draft("danger", {{"danger_now", "no"}, {"threat", "no"}}, "the day of the trip"));
        QVERIFY(opened.draft("involved", nobodyInvolved));
        ConcernWindow window(*opened.file, opened.guide, opened.vault->office());
        show(window);
        button(window, "Continue")->click();
        QTRY_VERIFY(says(window, "the day of the trip"));

        button(window, "Record and open the case")->click();

        QTRY_COMPARE(asked(window), QStringLiteral("danger"));
        QVERIFY(ConcernWindow::isUnfinished(opened.file->state()));
    }

    void dangerSaysAtOnceWhomToRing() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        ConcernWindow window(*opened.file, opened.guide, opened.vault->office());
        show(window);
        QVERIFY(!says(window, "Ring 999 now"));

        choose(window, "Is anyone threatening the child or making demands?: Yes");
        QVERIFY(says(window, "Ring the police and social services now")); // the office is in Wales
        QVERIFY(!text(window, "Police 999, or 101 when nobody is in danger now").isEmpty());
        const QString number =
            ui::entry::socialCareNumbers(opened.vault->office(), {}, QDateTime::currentDateTime()).full.value(0);
        QVERIFY(!text(window, number).isEmpty());

        choose(window, "Is the child, or anyone else, in danger right now?: Yes");
        QVERIFY(says(window, "Ring 999 now"));
        QVERIFY(!says(window, "Ring the police and social services now")); // said once
        QVERIFY(!text(window, number).isEmpty());
        choose(window, "Is the child, or anyone else, in danger right now?: No");
        QVERIFY(!says(window, "Ring 999 now"));
    }

private:
    const QJsonObject nobodyRung{{"danger_now", "yes"}, {"threat", "no"}, {"called_who", QJsonArray{"nobody-yet"}}};
    const QJsonObject nobodyInvolved{{"parent", "no"}, {"adult", "no"}, {"staff", "no"}, {"pupil", "no"}};

    static QJsonArray rails(const OpenedCase& opened) {
        for (const record::EntryView& entry : opened.file->state().entries)
            if (entry.kind == QLatin1String("danger/1"))
                return entry.fields.value(QLatin1String("_rails")).toArray();
        return {};
    }
    static ui::PlainTextEdit* reason(QWidget& in) {
        for (auto* one : editor(in)->findChildren<ui::PlainTextEdit*>())
            if (one->isVisible() && one->accessibleName().startsWith(QLatin1String("If you go on all the same, why?")))
                return one;
        return nullptr;
    }
    static ui::PlainLineEdit* line(QWidget& in, const char* name) {
        for (auto* one : editor(in)->findChildren<ui::PlainLineEdit*>())
            if (one->accessibleName() == QLatin1String(name))
                return one;
        return nullptr;
    }
    static void choose(QWidget& in, const char* name) {
        for (auto* one : editor(in)->findChildren<QAbstractButton*>())
            if (one->isVisible() && one->accessibleName() == QLatin1String(name))
                return one->click();
        QFAIL(name);
    }
    static QString text(const QWidget& in, const QString& part) {
        for (auto* label : in.findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(part))
                return label->text();
        return {};
    }
    static bool says(const QWidget& in, const char* words) {
        for (auto* label : in.findChildren<QLabel*>())
            if (label->isVisible() && label->text() == QString::fromUtf8(words))
                return true;
        return false;
    }
    static QAbstractButton* changeFor(const QWidget& in, const QString& part) {
        for (auto* one : in.findChildren<QAbstractButton*>())
            if (one->isVisible() && one->accessibleName() == QStringLiteral("Change: ") + part)
                return one;
        return nullptr;
    }
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

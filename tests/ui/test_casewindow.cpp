#include "tests/ui/inwindow.h"
#include "tests/ui/openedcase.h"
#include "ui/entry/entryeditor.h"
#include "ui/rows/rowview.h"
#include "ui/shell/casewindow.h"
#include "ui/shell/readingorder.h"
#include "ui/shell/threatbar.h"
#include "ui/style/theme.h"
#include "ui/widgets/formview.h"
#include "ui/widgets/plaintextedit.h"
#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QApplication>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace core;
using ui::shell::CaseWindow;
using Page = CaseWindow::Page;
using tests::OpenedCase;

Q_DECLARE_METATYPE(CaseWindow::Page)

// A case in which a story was told already.
class ToldCase : public tests::OpenedCase {
public:
    ToldCase() {
        told =
            isOk() && record("danger/1", "2026-11-18T09:00+00:00", {{"danger_now", "no"}, {"threat", "no"}}) &&
            record(
                "child/1", "",
                {{"identified", "yes"}, {"first_name", "Aisha"}, {"last_name", "Begum"}, {"authority", "glanfor"}}) &&
            record("referral/1", "2026-11-18T17:20+00:00",
                   {{"to_kind", "social-care"},
                    {"authority", "glanfor"},
                    {"level", "significant-harm"},
                    {"how", "phone"},
                    {"taken_by", "P. Lindqvist, duty desk"}}) &&
            record("person/1", "", {{"name", "Mrs Begum"}, {"part", "parent"}, {"household", "yes"}});
    }
    bool told = false;
};

// The window of a case, on the screen.
class ShownCase : public CaseWindow {
public:
    explicit ShownCase(const OpenedCase& opened, QSize size = {1280, 768})
        : CaseWindow(*opened.file, opened.guide, opened.vault->office(), opened.vault->self()) {
        resize(size);
        show();
        (void)QTest::qWaitForWindowExposed(this);
    }
};

class TestCaseWindow : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { ui::applyTheme(*qApp, ui::Look::Light); }

    void everyPageHasNamesForEveryControl_data() { pages(); }
    void everyPageHasNamesForEveryControl() {
        QFETCH(Page, page);
        ToldCase opened;
        QVERIFY(opened.told);
        ShownCase window(opened);

        window.openPage(page);

        for (QWidget* control : controls(window)) {
            QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(control);
            QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(), control->metaObject()->className());
        }
    }

    void nothingOnAnyPageIsAWindowOfItsOwn() {
        ToldCase opened;
        QVERIFY(opened.told);
        tests::Strays strays(CaseWindow::staticMetaObject);
        qApp->installEventFilter(&strays);
        ShownCase window(opened);

        for (Page page : {Page::Guide, Page::Timeline, Page::Words, Page::Knows, Page::Referrals, Page::Plan,
                          Page::People, Page::Papers, Page::Export})
            window.openPage(page);
        QVERIFY(write(window, "told"));

        QCOMPARE(strays.seen, QStringList());
    }

    void everyPageHasItsOwnMnemonics_data() { pages(); }
    void everyPageHasItsOwnMnemonics() {
        QFETCH(Page, page);
        ToldCase opened;
        QVERIFY(opened.told);
        ShownCase window(opened);

        window.openPage(page);

        QHash<QChar, QString> taken;
        for (QWidget* control : window.findChildren<QWidget*>()) {
            const auto* button = qobject_cast<QAbstractButton*>(control);
            const auto* label = qobject_cast<QLabel*>(control);
            const QString text = button ? button->text() : label && label->buddy() ? label->text() : QString();
            const QKeySequence key = control->isVisible() ? QKeySequence::mnemonic(text) : QKeySequence();
            if (key.isEmpty())
                continue;
            const QChar letter = key.toString().back();
            QVERIFY2(!taken.contains(letter), qPrintable(text + " and " + taken.value(letter)));
            taken.insert(letter, text);
        }
    }

    void nothingScrollsSidewaysInASmallWindow_data() { pages(); }
    void nothingScrollsSidewaysInASmallWindow() {
        QFETCH(Page, page);
        ToldCase opened;
        QVERIFY(opened.told);
        ShownCase window(opened, {640, 348});

        window.openPage(page);
        QTest::qWait(20);

        QVERIFY2(window.width() == 640, qPrintable(QString::number(window.width())));
        for (auto* area : window.findChildren<QAbstractScrollArea*>()) {
            if (!area->isVisible())
                continue;
            QCOMPARE(area->horizontalScrollBar()->maximum(), 0);
            if (auto* inside = qobject_cast<QScrollArea*>(area); inside && inside->widget())
                QVERIFY2(inside->widget()->width() <= area->viewport()->width(), area->metaObject()->className());
        }
    }

    void recordStaysInSightInASmallWindow() {
        ToldCase opened;
        QVERIFY(opened.told);
        ShownCase window(opened, {640, 348});

        ui::entry::EntryEditor* editor = write(window, "words");

        QAbstractButton* record = button(*editor, "Record");
        QVERIFY(record && record->isVisible());
        const QRect at(record->mapTo(&window, QPoint()), record->size());
        QVERIFY(QRect({}, window.size()).contains(at));
    }

    void whatIsWrittenIsRecordedAndItsDraftIsGone() {
        ToldCase opened;
        QVERIFY(opened.told);
        ShownCase window(opened);
        QSignalSpy recorded(&window, &CaseWindow::recorded);
        const size_t before = opened.file->state().entries.size();

        ui::entry::EntryEditor* editor = write(window, "note");
        type(*editor, "Quiet at lunch, sat with two friends.");
        QVERIFY(window.keepDraft());
        const EntryId id = editor->seed().id;
        button(*editor, "Record")->click();
        QTRY_COMPARE(recorded.size(), 1);

        QCOMPARE(opened.file->state().entries.size(), before + 1);
        QVERIFY(opened.file->state().entry(id)); // the draft became its entry
        QVERIFY(opened.file->drafts().value().empty());
    }

    void aDraftComesBackWithItsEntrysIdAfterTheWindowIsGone() {
        ToldCase opened;
        QVERIFY(opened.told);
        EntryId id;
        {
            ShownCase window(opened);
            ui::entry::EntryEditor* editor = write(window, "note");
            type(*editor, "She said the");
            id = editor->seed().id;
            QVERIFY(window.keepDraft());
        }
        ShownCase window(opened);

        window.openDraft(id);

        auto* editor = visibleEditor(window);
        QVERIFY(editor);
        QCOMPARE(editor->seed().id, id);
        QCOMPARE(textOf(*editor)->words(), QStringLiteral("She said the"));
    }

    // From Home the case window is made and asked for the draft before it was ever laid out.
    void theDraftOfAStepComesBackInAWindowThatIsOpenedForIt() {
        ToldCase opened;
        QVERIFY(opened.told);
        const auto draft = [&] { return opened.file->drafts().value().at(0); };
        {
            ShownCase window(opened);
            window.openStep("words");
            type(*visibleEditor(window), "She said the");
            QVERIFY(window.keepDraft());
        }
        QWidget home;
        QVBoxLayout layout(&home);
        home.resize(1280, 768);
        home.show();
        QVERIFY(QTest::qWaitForWindowExposed(&home));
        auto* window = new CaseWindow(*opened.file, opened.guide, opened.vault->office(), opened.vault->self());
        layout.addWidget(window);

        window->show();
        window->openDraft(draft().id);

        QTRY_VERIFY(visibleEditor(*window));
        QCOMPARE(visibleEditor(*window)->seed().id, draft().id);
        QCOMPARE(textOf(*visibleEditor(*window))->words(), QStringLiteral("She said the"));
    }

    void tabFollowsTheOrderInWhichAStepIsRead() {
        ToldCase opened;
        QVERIFY(opened.told);
        ShownCase window(opened);
        window.openStep("words");

        QStringList names;
        for (QWidget* stop : ui::shell::readingOrder(&window))
            names << QAccessible::queryAccessibleInterface(stop)->text(QAccessible::Name);

        const QStringList expected{"Refer",
                                   "Add entry",
                                   "Timeline",
                                   "Steps",
                                   "When did they talk?",
                                   "Asked of Aisha, or said to them",
                                   "Aisha said",
                                   "+ Add the next thing that was said",
                                   "How did it end?",
                                   "Record"};
        qsizetype after = -1;
        for (const QString& name : expected) {
            qsizetype at = -1;
            for (qsizetype i = 0; i < names.size(); ++i)
                if (names[i].startsWith(name)) {
                    at = i;
                    break;
                }
            QVERIFY2(at > after, qPrintable(name + " in " + names.join(" | ")));
            after = at;
        }
    }

    // What is asked back stands in sight, however long the form above it.
    void whatStopsRecordingIsScrolledIntoSight() {
        ToldCase opened;
        QVERIFY(opened.told);
        ShownCase window(opened, {1093, 614});
        window.openStep("going-online");
        const auto press = [&] { button(*visibleEditor(window), "Record")->click(); };

        press();
        QVERIFY(inSight(window, "to put right, then press Record"));

        fill(*visibleEditor(window), {{"what", "Phone stays with the lead"}, {"why", "The police asked for it"}});
        press();
        QVERIFY(inSight(window, "Before you record this"));
        QVERIFY(!inSight(window, "to put right, then press Record"));
    }

    void aReasonGivenToAGuardRailComesBackWithTheDraft() {
        ToldCase opened;
        QVERIFY(opened.told);
        EntryId id;
        {
            ShownCase window(opened, {1093, 614});
            ui::entry::EntryEditor* editor = write(window, "not-referred");
            id = editor->seed().id;
            fill(*editor, {{"reason", "Advice only"}}); // and nobody has looked at it as well
            button(*editor, "Record")->click();
            QVERIFY(!reasonsIn(*editor).empty());
            for (auto* reason : reasonsIn(*editor))
                reason->setWords(QStringLiteral("The duty worker rings back at two"));
            QVERIFY(window.keepDraft());
        }
        ShownCase window(opened, {1093, 614});
        window.openDraft(id);
        ui::entry::EntryEditor* editor = visibleEditor(window);
        QVERIFY(editor && reasonIn(*editor));
        QCOMPARE(reasonIn(*editor)->words(), QStringLiteral("The duty worker rings back at two"));

        button(*editor, "Record")->click();

        QTRY_VERIFY(opened.file->state().entry(id));
        const QJsonArray rails = opened.file->state().entry(id)->fields.value(QLatin1String("_rails")).toArray();
        QStringList reasons;
        for (const auto& rail : rails)
            reasons << rail.toObject().value(QLatin1String("reason")).toString();
        QVERIFY2(reasons.contains(QStringLiteral("The duty worker rings back at two")), qPrintable(reasons.join(u'|')));
    }

    void aSavedDraftIsNotSaidOverWhatKeepsItFromBeingRecorded() {
        ToldCase opened;
        QVERIFY(opened.told);
        ShownCase window(opened);
        ui::entry::EntryEditor* editor = write(window, "not-referred");
        fill(*editor, {{"reason", "Advice only"}});
        button(*editor, "Record")->click();
        QVERIFY(reasonIn(*editor));

        reasonIn(*editor)->setWords(QStringLiteral("The duty worker rings back at two"));
        QVERIFY(window.keepDraft());

        QVERIFY(tests::says(*editor, QStringLiteral("Not recorded yet. Read the note above")));
        QVERIFY(tests::says(*editor, QStringLiteral("Draft saved")));
    }

    void anAnswerHiddenByWhatWasRecordedSinceIsSaidAndNotDroppedSilently() {
        ToldCase opened;
        QVERIFY(opened.told);
        ShownCase window(opened);
        ui::entry::EntryEditor* editor = write(window, "talk-plan");
        fill(*editor, {{"who_talks", QJsonObject{{"name", "Rhian Maddox"}}},
                       {"interpreter_arranged", "arranged"},
                       {"reason", "She knows her best"}});
        QVERIFY(asks(*editor, "Interpreter, signer or other help"));
        QVERIFY(opened.record("child/1", "",
                              {{"identified", "yes"},
                               {"first_name", "Aisha"},
                               {"last_name", "Begum"},
                               {"authority", "glanfor"},
                               {"interpreter_needed", "no"}}));
        const size_t before = opened.file->state().entries.size();

        button(*editor, "Record")->click();

        QVERIFY(inSight(window, "will not be recorded: Interpreter, signer or other help"));
        QVERIFY(!asks(*editor, "Interpreter, signer or other help"));
        QCOMPARE(opened.file->state().entries.size(), before);
        button(*editor, "Record")->click();
        QTRY_COMPARE(opened.file->state().entries.size(), before + 1);
    }

    void aProblemThatWasPutRightIsNoLongerSaidBesideRecord() {
        ToldCase opened;
        QVERIFY(opened.told);
        ShownCase window(opened);
        ui::entry::EntryEditor* editor = write(window, "note");
        button(*editor, "Record")->click();
        QVERIFY(tests::says(*editor, QStringLiteral("Not recorded yet.")));

        type(*editor, "Rang back at two");

        QVERIFY(!tests::says(*editor, QStringLiteral("Not recorded yet.")));
    }

    void theOnlyReferralIsTheOneThatIsFollowed() {
        ToldCase opened;
        QVERIFY(opened.told);
        ShownCase window(opened);

        window.openStep("follow-up");

        QVERIFY(visibleEditor(window));
        QCOMPARE(visibleEditor(window)->recording().fields.value("referral").toString(),
                 opened.file->state().referrals.at(0).id.toString());
    }

    void leavingAFormForAnotherPageKeepsItsDraft() {
        ToldCase opened;
        QVERIFY(opened.told);
        ShownCase window(opened);

        type(*write(window, "note"), "Half a sentence");
        window.openPage(Page::Timeline);

        QCOMPARE(opened.file->drafts().value().size(), size_t(1));
    }

    void takingOutAllThatWasTypedTakesTheDraftOutOfTheCase_data() {
        QTest::addColumn<QString>("form");
        QTest::newRow("nothing proposed") << "note";
        QTest::newRow("a date proposed") << "review";
    }
    void takingOutAllThatWasTypedTakesTheDraftOutOfTheCase() {
        QFETCH(QString, form);
        ToldCase opened;
        QVERIFY(opened.told);
        ShownCase window(opened);
        ui::entry::EntryEditor* editor = write(window, form);
        QCOMPARE(editor->recording().fields.isEmpty(), form == QLatin1String("note"));
        type(*editor, "Not this case.");
        QVERIFY(window.keepDraft());
        QCOMPARE(opened.file->drafts().value().size(), size_t(1));

        type(*editor, "");
        QVERIFY(window.keepDraft());

        QVERIFY(opened.file->drafts().value().empty());
    }

    void theStepThatIsOpenIsInSightInTheList() {
        ToldCase opened;
        QVERIFY(opened.told);
        ShownCase window(opened, {1093, 614});
        auto* list = stepList(window);
        QVERIFY(list);
        const QModelIndex last = list->model()->index(list->model()->rowCount() - 1, 0);
        list->setCurrentIndex(last);

        window.resize(1280, 700); // every row has another height
        QTest::qWait(50);

        QVERIFY(list->viewport()->rect().intersects(list->visualRect(list->currentIndex())));
    }

    void theOpenStepShowsWhatWasRecordedElsewhere() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        ShownCase window(opened);
        window.openStep("involved");
        QVERIFY(button(window, "This step is not needed…"));
        QVERIFY(!inSight(window, "Recorded"));

        auto* editor = write(window, "involved");
        fill(*editor, {{"parent", "no"}, {"adult", "no"}, {"staff", "no"}, {"pupil", "no"}});
        button(*editor, "Record")->click();

        QTRY_VERIFY(button(window, "Read it"));
        QVERIFY(!button(window, "This step is not needed…"));
        QCOMPARE(window.place().step, QStringLiteral("involved"));
    }

    void whatIsWrittenInTheOpenStepStaysWhenSomethingIsRecordedElsewhere() {
        ToldCase opened;
        QVERIFY(opened.told);
        ShownCase window(opened);
        window.openStep("words");
        type(*visibleEditor(window), "She said the");

        QVERIFY(opened.record("note/1", "2026-11-18", {{"text", "Rang at two"}}));
        window.refresh();

        QCOMPARE(textOf(*visibleEditor(window))->words(), QStringLiteral("She said the"));
    }

    void whatWasRecordedIsNotSaidOverTheNextStep() {
        ToldCase opened;
        QVERIFY(opened.told);
        ShownCase window(opened);
        const QString step = optionalStep(opened);
        window.openStep(step);
        button(window, "This step is not needed…")->click();
        type(*visibleEditor(window), "She has her own");
        button(window, "Record that it is not needed")->click();
        QTRY_VERIFY(
            tests::says(window, QStringLiteral(" recorded ") + QTime::currentTime().toString(QStringLiteral("HH:"))));

        window.openStep(step == QLatin1String("going-online") ? "follow-up" : "going-online");

        QVERIFY(
            !tests::says(window, QStringLiteral(" recorded ") + QTime::currentTime().toString(QStringLiteral("HH:"))));
    }

    void throwingADraftAwayAsksFirst() {
        ToldCase opened;
        QVERIFY(opened.told);
        ShownCase window(opened);
        ui::entry::EntryEditor* editor = write(window, "note");
        type(*editor, "Not this case.");
        QVERIFY(window.keepDraft());

        button(*editor, "Throw this draft away…")->click();
        QCOMPARE(opened.file->drafts().value().size(), size_t(1));
        button(*editor, "Keep it")->click();
        QCOMPARE(textOf(*editor)->words(), QStringLiteral("Not this case."));
        button(*editor, "Throw this draft away…")->click();
        button(*editor, "Throw it away")->click();

        QTRY_VERIFY(opened.file->drafts().value().empty());
    }

    void theReasonWhyAStepIsNotNeededIsKeptAndRecorded() {
        ToldCase opened;
        QVERIFY(opened.told);
        const QString step = optionalStep(opened);
        QVERIFY(!step.isEmpty());
        EntryId draft;
        {
            ShownCase window(opened);
            window.openStep(step);
            button(window, "This step is not needed…")->click();
            QVERIFY(visibleEditor(window));
            type(*visibleEditor(window), "She has her own");
            QVERIFY(window.keepDraft());
            QCOMPARE(opened.file->drafts().value().size(), size_t(1));
            draft = opened.file->drafts().value().front().id;
        }
        ShownCase window(opened);

        window.openDraft(draft);

        QVERIFY(visibleEditor(window));
        QCOMPARE(textOf(*visibleEditor(window))->words(), QStringLiteral("She has her own"));
        QVERIFY(visibleEditor(window)->isAncestorOf(window.focusWidget())); // not the form that is hidden behind it
        QAbstractButton* record = button(window, "Record that it is not needed");
        QVERIFY(record);
        record->click();
        QTRY_VERIFY(opened.file->drafts().value().empty());
        const auto& last = opened.file->state().entries.back();
        QCOMPARE(last.form->id, QStringLiteral("step-not-needed"));
        QCOMPARE(last.fields.value(QLatin1String("step")).toString(), step);
    }

    void amendingWithoutAReasonIsStopped() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        const auto note = opened.record("note/1", "2026-11-18", {{"text", "Phone in the drawer."}});
        QVERIFY(note);
        ShownCase window(opened);
        window.openEntry(*note);
        QAbstractButton* amend = button(window, "Amend…");
        QVERIFY(amend);
        amend->click();
        auto* editor = visibleEditor(window);
        QVERIFY(editor);
        QCOMPARE(textOf(*editor)->words(), QStringLiteral("Phone in the drawer."));
        textOf(*editor)->setWords("Phone in the safe.");

        button(*editor, "Record the amendment")->click();
        QTest::qWait(20);
        QVERIFY(!opened.file->state().entry(*note)->isAmended());
        const char asked[] = "Say why you are amending this entry, then press Record the amendment again.";
        QVERIFY(inSight(window, asked));
        textOf(*editor)->setWords("Phone in the safe of the office.");
        QVERIFY(inSight(window, asked)); // it is not answered yet

        auto texts = editor->findChildren<ui::PlainTextEdit*>();
        for (ui::PlainTextEdit* text : texts)
            if (text->accessibleName().startsWith("Why"))
                text->setWords("Moved before the police came.");
        QVERIFY(!inSight(window, asked));
        button(*editor, "Record the amendment")->click();

        QTRY_VERIFY(opened.file->state().entry(*note)->isAmended());
        QCOMPARE(opened.file->state().entry(*note)->versions.back().reason,
                 QStringLiteral("Moved before the police came."));
    }

    void aThreatStandsAboveEveryPageWithTheNumbers() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        ShownCase window(opened);
        auto* bar = window.findChild<ui::shell::ThreatBar*>();
        QVERIFY(!bar->isVisible());

        QVERIFY(opened.record("danger/1", "2026-11-18T09:00+00:00", {{"danger_now", "no"}, {"threat", "yes"}}));
        window.refresh();

        for (Page page : {Page::Guide, Page::Timeline, Page::Knows}) {
            window.openPage(page);
            QVERIFY(bar->isVisible());
        }
        QVERIFY(bar->findChild<ui::Notice*>()->text().contains("999"));
        QVERIFY(bar->findChild<ui::Notice*>()->text().contains(QStringLiteral("01632\u00a096012")));
    }

    void thePeoplePageShowsEveryAnswerAboutTheChildAndHidesWhatIsPrivate() {
        ToldCase opened;
        QVERIFY(opened.told);
        QVERIFY(opened.record("child/1", "", {{"sex", "Girl"}, {"gp", "Marsh Lane"}, {"religion", "Quaker"}}));
        ShownCase window(opened);
        window.openPage(Page::People);

        QVERIFY(lists(window).contains(QStringLiteral("Girl")) && lists(window).contains(QStringLiteral("Marsh Lane")));
        QVERIFY(lists(window).contains(QStringLiteral("Year group"))); // not known yet
        QVERIFY(!lists(window).contains(QStringLiteral("Quaker")));
        button(window, "Show what is private")->click();
        QVERIFY(lists(window).contains(QStringLiteral("Quaker")));

        window.openPage(Page::Guide);
        window.openPage(Page::People);
        QVERIFY(!lists(window).contains(QStringLiteral("Quaker")));
    }

    void whereAFamilyMemberLivesIsNotGuessed() {
        ToldCase opened;
        QVERIFY(opened.told);
        QVERIFY(opened.record("person/1", "", {{"name", "Nan"}, {"part", "other-family"}}));
        ShownCase window(opened);
        window.openPage(Page::People);

        QVERIFY(lists(window).contains(QStringLiteral("Not known whether they live with the child")));
        QVERIFY(!tests::says(window, QStringLiteral("Family elsewhere")));
        QVERIFY(opened.record("person/1", "", {{"name", "Gran"}, {"part", "other-family"}, {"household", "no"}}));
        window.refresh();
        QVERIFY(tests::says(window, QStringLiteral("Family elsewhere")));
    }

    void openedWithTheSheetItDoesNotSayWhoElseCanOpenIt() {
        tests::MadeVault made;
        QVERIFY(made.isOk());
        auto guide = guide::Guide::load();
        QVERIFY(guide);
        const auto open = [&](vault::Vault& vault, auto ledger) {
            QVERIFY(ledger);
            record::CaseFile file(std::move(*ledger), *guide, vault);
            CaseWindow window(file, *guide, vault.office(), vault.self());
            window.resize(1280, 768);
            window.show();
            QVERIFY(QTest::qWaitForWindowExposed(&window));
            m_saysWho = tests::says(window, QStringLiteral("Only you can open this case"));
        };
        {
            auto vault = made.unlock();
            QVERIFY(vault);
            open(**vault, (*vault)->createCase());
            QVERIFY(m_saysWho);
        }
        auto vault = vault::Vault::unlockWithRecovery(made.folder(), made.sheet(), made.profile());
        QVERIFY(vault);

        open(**vault, (*vault)->openCase((*vault)->cases().front()));

        QVERIFY(!m_saysWho);
    }

    void whoIsNotToBeToldIsNotCountedAndIsDecidedAgain() {
        ToldCase opened;
        QVERIFY(opened.told);
        QVERIFY(opened.record("told/1", "2026-11-18",
                              {{"person", QJsonObject{{"name", "Mr Begum"}}},
                               {"outcome", "not-told"},
                               {"reason", "He would pass it on."}}));
        ShownCase window(opened);
        window.openPage(Page::Knows);

        const auto* kept = list(window, "Not to be told");
        const auto* knows = list(window, "Who knows");
        QVERIFY(kept && kept->model()->index(0, 0).data().toString().contains(QStringLiteral("He would pass it on.")));
        for (int row = 0; row < knows->model()->rowCount(); ++row)
            QVERIFY(!knows->model()->index(row, 0).data().toString().contains(QStringLiteral("Mr Begum")));

        list(window, "Not to be told")->setCurrentKey(QStringLiteral("Mr Begum"));
        QVERIFY(button(window, "Decide again what they may be told"));
        QVERIFY(button(window, "Record that Mr Begum was told after all"));
        QVERIFY(!button(window, "Record telling Mr Begum"));
        list(window, "Who knows")->setCurrentIndex(knows->model()->index(0, 0));
        QVERIFY(!button(window, "Decide again what they may be told")); // one person at a time
    }

    void onlyAChildWhoDidNotWantToTalkIsSaidNotToHaveSpoken() {
        ToldCase opened;
        QVERIFY(opened.told);
        const QJsonObject to{{"name", "Rhian Maddox"}};
        QVERIFY(opened.record("words/1", "2026-11-18", {{"to", to}, {"outcome", "unasked"}}));
        ShownCase window(opened);
        window.openPage(Page::Words);
        QVERIFY(lists(window).contains(QStringLiteral("No lines were written down.")));
        QVERIFY(!lists(window).contains(QStringLiteral("did not speak")));

        QVERIFY(opened.record("words/1", "2026-11-19", {{"to", to}, {"outcome", "not-now"}}));
        window.refresh();

        QVERIFY(lists(window).contains(QStringLiteral("Aisha did not speak this time.")));
    }

    void onlyWhatStandsOnThePlanIsDue() {
        ToldCase opened;
        QVERIFY(opened.told);
        const auto phone = opened.record(
            "restriction/1", "2026-11-01",
            {{"what", "The phone"}, {"why", "The police asked"}, {"returns", "2026-11-02"}, {"review", "2026-11-02"}});
        QVERIFY(phone);
        const QJsonObject owner{{"name", "Rhian Maddox"}};
        const auto plan = opened.record("plan/1", "2026-11-01",
                                        {{"what", "A walk home"}, {"owner", owner}, {"review", "2026-11-02"}});
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().detail));
        ShownCase window(opened);
        window.openPage(Page::Plan);
        QCOMPARE(lists(window).count(QStringLiteral("has passed")), 3);

        QVERIFY(opened.record("restriction/1", "2026-11-03",
                              {{"continues", phone->toString()},
                               {"state", "given-back"},
                               {"what", "The phone"},
                               {"why", "The police are done"}}));
        QVERIFY(opened.record("plan/1", "2026-11-03",
                              {{"continues", plan->toString()}, {"what", "A lift home"}, {"owner", owner}}));
        window.refresh();

        QVERIFY(lists(window).contains(QStringLiteral("A walk home")));
        QVERIFY(lists(window).contains(QStringLiteral("Given back")));
        QVERIFY2(!lists(window).contains(QStringLiteral("has passed")), qPrintable(lists(window)));
        QVERIFY(!lists(window).contains(QStringLiteral("No return date")));
    }

    void whatSomebodyMayBeToldIsChangedAndTheLineBeforeIsNoLongerDue() {
        ToldCase opened;
        QVERIFY(opened.told);
        const auto line = opened.record("need-to-know/1", "2026-10-01",
                                        {{"person", QJsonObject{{"name", "Elan Price"}}},
                                         {"why", "Form tutor"},
                                         {"may_be_told", "everything"},
                                         {"until", "2026-11-01"}});
        QVERIFY(line);
        ShownCase window(opened);
        window.openPage(Page::Knows);
        list(window, "Who knows")->setCurrentKey(QStringLiteral("Elan Price"));

        button(window, "Change what they may be told")->click();

        auto* editor = visibleEditor(window);
        QVERIFY(editor);
        QCOMPARE(editor->recording().fields.value(QLatin1String("continues")).toString(), line->toString());
    }

    void theLineAfterRecordingSaysWhatWasAnswered() {
        ToldCase opened;
        QVERIFY(opened.told);
        ShownCase window(opened);
        auto* editor = write(window, "told");
        QVERIFY(editor);
        fill(*editor,
             {{"person", QJsonObject{{"name", "Mr Begum"}}}, {"outcome", "not-told"}, {"reason", "Not safe."}});

        button(*editor, "Record")->click();

        QTRY_VERIFY(inSight(window, QStringLiteral("Telling (Mr Begum, Not told) recorded")));
    }

    void recordedTextIsShownPlain() {
        OpenedCase opened;
        QVERIFY(opened.isOk());
        const auto note = opened.record("note/1", "2026-11-18", {{"text", "<img src='/etc/passwd'> <b>not bold</b>"}});
        QVERIFY(note);
        ShownCase window(opened);

        window.openEntry(*note);

        bool found = false;
        for (const QLabel* label : window.findChildren<QLabel*>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            found = found || label->text().contains("<img src");
        }
        QVERIFY(found);
    }

private:
    static QListView* stepList(QWidget& in) {
        for (auto* list : in.findChildren<QListView*>())
            if (list->isVisible() && list->accessibleName() == QLatin1String("Steps"))
                return list;
        return nullptr;
    }
    static void pages() {
        QTest::addColumn<Page>("page");
        QTest::newRow("guide") << Page::Guide;
        QTest::newRow("timeline") << Page::Timeline;
        QTest::newRow("words") << Page::Words;
        QTest::newRow("knows") << Page::Knows;
        QTest::newRow("referrals") << Page::Referrals;
        QTest::newRow("plan") << Page::Plan;
        QTest::newRow("people") << Page::People;
        QTest::newRow("papers") << Page::Papers;
        QTest::newRow("export") << Page::Export;
    }
    static std::vector<QWidget*> controls(QWidget& window) {
        std::vector<QWidget*> found;
        for (QWidget* widget : window.findChildren<QWidget*>())
            if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus && !qobject_cast<QLabel*>(widget))
                found.push_back(widget);
        return found;
    }
    // One that no guard-rail keeps from being set aside.
    static QString optionalStep(const OpenedCase& opened) {
        for (const auto& stage : opened.file->state().stages)
            for (const auto& step : stage.steps) {
                record::Recording aside;
                aside.kind = "step-not-needed/1";
                aside.fields = {{"step", step.step->id}, {"reason", "x"}};
                if (step.status == guide::StepStatus::ToDo && opened.file->rails(aside).empty())
                    return step.step->id;
            }
        return {};
    }
    static ui::rows::RowView* list(QWidget& in, const char* name) {
        for (auto* one : in.findChildren<ui::rows::RowView*>())
            if (one->isVisible() && one->accessibleName() == QLatin1String(name))
                return one;
        return nullptr;
    }
    // Every row that is seen, as it is read out.
    static QString lists(QWidget& in) {
        QString said;
        for (auto* one : in.findChildren<ui::rows::RowView*>())
            for (int row = 0; one->isVisible() && row < one->model()->rowCount(); ++row)
                said += one->model()->index(row, 0).data().toString() + QLatin1Char('\n');
        return said;
    }
    static QAbstractButton* button(QWidget& in, const QString& text) {
        for (auto* one : in.findChildren<QAbstractButton*>())
            if (one->isVisible() && QString(one->text()).remove(QLatin1Char('&')) == text)
                return one;
        return nullptr;
    }
    static ui::entry::EntryEditor* visibleEditor(QWidget& in) {
        for (auto* editor : in.findChildren<ui::entry::EntryEditor*>())
            if (editor->isVisible())
                return editor;
        return nullptr;
    }
    static ui::entry::EntryEditor* write(CaseWindow& window, const QString& form) {
        button(window, "Add entry")->click();
        for (auto* list : window.findChildren<ui::rows::RowView*>())
            if (list->isVisible() && list->model()) {
                list->setCurrentKey(form);
                if (list->currentKey() == form) {
                    list->setFocus();
                    QTest::keyClick(list, Qt::Key_Return);
                    break;
                }
            }
        (void)QTest::qWaitFor([&] { return visibleEditor(window) != nullptr; }, 2000);
        return visibleEditor(window);
    }
    static bool inSight(QWidget& in, const QString& words) {
        for (auto* label : in.findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(words) && !label->visibleRegion().isEmpty())
                return true;
        return false;
    }
    // As a question of its own.
    static bool asks(QWidget& in, const QString& words) {
        for (auto* label : in.findChildren<QLabel*>())
            if (label->isVisible() && label->text() == words)
                return true;
        return false;
    }
    static std::vector<ui::PlainTextEdit*> reasonsIn(ui::entry::EntryEditor& editor) {
        std::vector<ui::PlainTextEdit*> reasons;
        for (auto* text : editor.findChildren<ui::PlainTextEdit*>())
            if (text->isVisible() &&
                text->accessibleName().startsWith(QLatin1String("If you go on all the same, why?")))
                reasons.push_back(text);
        return reasons;
    }
    static ui::PlainTextEdit* reasonIn(ui::entry::EntryEditor& editor) {
        const auto reasons = reasonsIn(editor);
        return reasons.empty() ? nullptr : reasons.front();
    }
    static void fill(ui::entry::EntryEditor& editor, const QJsonObject& fields) {
        editor.findChild<ui::FormView*>()->restore({{"fields", fields}});
    }
    static ui::PlainTextEdit* textOf(ui::entry::EntryEditor& editor) {
        return editor.findChild<ui::FormView*>()->findChild<ui::PlainTextEdit*>();
    }
    static void type(ui::entry::EntryEditor& editor, const QString& text) { textOf(editor)->setWords(text); }
    bool m_saysWho = false;
};

QTEST_MAIN(TestCaseWindow)
#include "test_casewindow.moc"

#include "tests/ui/inwindow.h"
#include "tests/vault/madevault.h"
#include "ui/shell/casepages.h"
#include "ui/shell/workspace.h"
#include "ui/unlock/welcomepage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/draftkeeper.h"
#include "ui/widgets/filedialogs.h"
#include "ui/widgets/plaintextedit.h"
#include "ui/widgets/topbar.h"
#include <QAccessible>
#include <QApplication>
#include <QDialog>
#include <QEventLoop>
#include <QJsonArray>
#include <QMenu>
#include <QPointer>
#include <QSettings>
#include <QTimer>

using tests::line;
using tests::MadeVault;
using tests::says;
using ui::MainWindow;

class TestMainWindow : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        QVERIFY(m_made.isOk());
        qputenv("XDG_DATA_HOME", m_made.profile().toUtf8());
        ui::applyTheme(*qApp, ui::Look::Light);
    }
    void init() {
        m_settings = std::make_unique<QSettings>(m_made.file(QStringLiteral("../settings.ini")), QSettings::IniFormat);
        m_window = std::make_unique<MainWindow>(*m_settings, m_made.folder());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

    void aFolderWithoutAVaultIsSaidOnTheWelcomePage() {
        MainWindow window(*m_settings, m_made.file(QStringLiteral("office")));

        QVERIFY(window.findChild<ui::WelcomePage*>());
        QVERIFY(says(*window.findChild<ui::WelcomePage*>(),
                     QStringLiteral("There are no Firsthand records in this folder")));
    }
    // From the folder, as there is one member only; that the settings name nobody is tested below.
    void theOnlyMemberNeedNotTypeTheLogInName() {
        auto& page = *m_window->findChild<ui::UnlockPage*>();

        QCOMPARE(line(page, QStringLiteral("Log-in name"))->text(), QStringLiteral("rhian"));
        unlock();
        m_window->lock();

        QCOMPARE(line(page, QStringLiteral("Log-in name"))->text(), QStringLiteral("rhian"));
    }
    void unlockingLeavesTheKeyboardOnThePageAndNotInTheBarAbove() {
        m_window->activateWindow();
        unlock();

        QVERIFY(m_window->focusWidget() && workspace()->isAncestorOf(m_window->focusWidget()));
    }
    void theTitleNeverNamesAnybody() {
        QCOMPARE(m_window->windowTitle(), QStringLiteral("Firsthand"));
        unlock();
        QCOMPARE(m_window->windowTitle(), QStringLiteral("Firsthand"));
    }
    void twoEscapesHideAndLock() {
        unlock();

        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QVERIFY(m_window->session().isUnlocked());
        QTest::keyClick(m_window.get(), Qt::Key_Escape);

        QVERIFY(!m_window->session().isUnlocked());
        QVERIFY(!workspace());
        QVERIFY(m_window->findChild<ui::UnlockPage*>()->isVisible());
    }
    void escapeOutOfTheSearchDoesNotCountTowardsHiding() {
        unlock();
        workspace()->searchAll(QStringLiteral("nobody"));

        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QTest::keyClick(m_window.get(), Qt::Key_Escape);

        QVERIFY(m_window->session().isUnlocked());
    }
    void controlShiftHHidesFromWithinAField() {
        unlock();
        auto* search = line(*m_window, QStringLiteral("Search your cases"));
        search->setFocus();

        QTest::keyClick(search, Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);

        QVERIFY(!m_window->session().isUnlocked());
    }
    // Inside a loop of its own, as a dialog is in the program, so that the dialog's is the inner one.
    void anOpenDialogIsCoveredAndClosed() {
        unlock();
        bool rejected = false;
        bool pageWasThere = false;
        QPointer<ui::Workspace> page = workspace();
        QEventLoop program;
        QTimer::singleShot(0, &program, [&] {
            QDialog dialog;
            connect(&dialog, &QDialog::rejected, this, [&rejected] { rejected = true; });
            QTimer::singleShot(50, m_window.get(), [this] { m_window->lock(); });
            dialog.exec();
            pageWasThere = page;
            QTimer::singleShot(100, &program, &QEventLoop::quit);
        });

        program.exec();

        QVERIFY(rejected);
        QVERIFY(pageWasThere); // what opened the dialog is there until its loop has ended
        QVERIFY(!page);
        QVERIFY(!m_window->session().isUnlocked());
    }
    void controlShiftHHidesFromWithinAFileDialog() {
        unlock();
        bool hidden = false, returned = false;
        QEventLoop program;
        QTimer::singleShot(0, &program, [&] {
            QTimer::singleShot(200, m_window.get(), [&] {
                auto* dialog = QApplication::activeModalWidget();
                auto* typed = dialog ? dialog->findChild<QLineEdit*>() : nullptr;
                if (typed)
                    QTest::keyClick(typed, Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
                hidden = typed && !dialog->isVisible() && m_window->findChild<ui::UnlockPage*>()->isVisible();
                if (dialog && !hidden)
                    qobject_cast<QDialog*>(dialog)->reject();
            });
            returned = ui::chooseFileToSave(workspace(), QStringLiteral("Save"), QStringLiteral("a.pdf"),
                                            QStringLiteral("PDF (*.pdf)"))
                           .isEmpty();
            QTimer::singleShot(100, &program, &QEventLoop::quit);
        });

        program.exec();

        QVERIFY(hidden);
        QVERIFY(returned);
        QVERIFY(!m_window->session().isUnlocked());
    }
    void controlShiftHHidesFromWithinAMenu() {
        unlock();
        m_window->findChild<ui::TopBar*>()->menuButton()->click();
        QWidget* menu = QApplication::activePopupWidget();
        QVERIFY(menu);

        QTest::keyClick(menu, Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);

        QVERIFY(!QApplication::activePopupWidget());
        QVERIFY(!m_window->session().isUnlocked());
    }
    void aDraftTheDiskRefusesStaysInMemoryAndIsSaid() {
        unlock();
        auto made = m_window->session().createCase();
        QVERIFY(made);
        ui::DraftKeeper::Parts parts = noteBeingWritten((*made)->state().id);
        parts.save = [](const core::ledger::Draft&) { return core::Result<>(core::fail(core::ErrorCode::DiskFull)); };
        auto* keeper = new ui::DraftKeeper(parts, workspace());
        keeper->touch();

        m_window->lock();

        QVERIFY(says(*m_window, QStringLiteral("It is kept in memory")));
        QCOMPARE(m_window->session().keptDrafts(), 1);
        unlock();
        QTRY_COMPARE(m_window->session().keptDrafts(), 0);
        const auto drafts = m_window->session().caseFile(parts.caseId)->drafts();
        QVERIFY(drafts && drafts->size() == 1);
        QCOMPARE(drafts->front().content, parts.content());
    }
    void theLockSaysThatWhatWasBeingWrittenIsADraftAndNotWhat() {
        unlock();
        m_window->lock();
        QVERIFY(!says(*m_window, QStringLiteral("kept as a draft"))); // nothing was being written
        unlock();
        auto made = m_window->session().createCase();
        QVERIFY(made);
        ui::DraftKeeper::Parts parts = noteBeingWritten((*made)->state().id);
        parts.save = [file = *made](const core::ledger::Draft& draft) { return file->saveDraft(draft); };
        (new ui::DraftKeeper(parts, workspace()))->touch();

        m_window->lock();

        QVERIFY(says(*m_window, QStringLiteral("What was being written is kept as a draft.")));
        QVERIFY(!says(*m_window, QStringLiteral("he waits")));
        QVERIFY(!says(*m_window, QStringLiteral("kept in memory")));
        unlock();
        m_window->lock();
        QVERIFY(!says(*m_window, QStringLiteral("kept as a draft"))); // that was the time before
    }
    void theFootKeepsItsPlaceAndAgreesWithHome() {
        m_window->resize(1280, 820);
        auto* foot = m_window->findChild<ui::FootBar*>();
        QTest::qWait(20);
        const QRect place = foot->geometry();
        QVERIFY(foot->isVisible() && place.bottom() == m_window->rect().bottom());

        unlock();
        QTest::qWait(20);

        QCOMPARE(foot->geometry(), place);
        QCOMPARE(says(*workspace(), QStringLiteral("No case yet")), m_window->session().cases().empty());
        QCOMPARE(says(*foot, QStringLiteral("No case yet")), m_window->session().cases().empty());
        auto begun = m_window->session().createCase(); // nothing but its list of members
        QVERIFY(begun);
        workspace()->showHome();
        QVERIFY(says(*workspace(), QStringLiteral("nothing of it is recorded yet")));
        QVERIFY(!says(*workspace(), QStringLiteral("No case yet")));
        QVERIFY(says(*foot, QStringLiteral("Nothing recorded yet")));

        workspace()->newConcern();
        QTest::qWait(20);
        QCOMPARE(foot->geometry(), place);
        m_window->lock();
        QCOMPARE(foot->geometry(), place);
        QVERIFY(!says(*foot, QStringLiteral("recorded")));
    }
    void homeSaysWhatANewConcernSaysOfDangerBeforeItIsRecorded() {
        unlock();
        auto made = m_window->session().createCase();
        QVERIFY(made);
        const QString now = QStringLiteral("Somebody is in danger: ring 999");
        core::ledger::Draft draft;
        draft.author = m_window->session().vault().self().id;
        draft.kind = QStringLiteral("danger/1");
        draft.saved = QDateTime::currentDateTimeUtc();
        const auto answer = [&](QJsonObject fields) {
            draft.content = {{QStringLiteral("fields"), fields}};
            QVERIFY((*made)->saveDraft(draft));
            workspace()->showHome();
        };

        answer({{QStringLiteral("danger_now"), QStringLiteral("no")}});
        QVERIFY(!says(*workspace(), now));
        answer({{QStringLiteral("danger_now"), QStringLiteral("yes")}});
        QVERIFY(says(*workspace(), now));
        answer({{QStringLiteral("danger_now"), QStringLiteral("yes")},
                {QStringLiteral("called_who"), QJsonArray{QStringLiteral("police-999")}}});
        QVERIFY(!says(*workspace(), now)); // they were rung
        answer(
            {{QStringLiteral("danger_now"), QStringLiteral("no")}, {QStringLiteral("threat"), QStringLiteral("yes")}});
        QVERIFY(says(*workspace(), QStringLiteral("threatened: ring the police and social services")));
    }
    void newConcernBeginsInItsFirstField() {
        unlock();

        workspace()->newConcern();

        QTRY_VERIFY(QApplication::focusWidget());
        QCOMPARE(QApplication::focusWidget()->accessibleName(),
                 QStringLiteral("Is the child, or anyone else, in danger right now?: Yes"));
    }
    void afterUnlockingOneGoesOnWhereOneWas() {
        unlock();
        const core::CaseId id = recordedCase();
        workspace()->goTo(note(id));
        auto* text = noteText();
        QVERIFY(text);
        text->setWords(QStringLiteral("She came at ten."));
        QTextCursor cursor = text->textCursor();
        cursor.setPosition(8);
        text->setTextCursor(cursor);
        text->setFocus();
        QTRY_VERIFY(text->hasFocus());
        m_window->findChild<ui::TopBar*>()->menuButton()->setFocus(); // as a press on Hide does

        m_window->lock();
        unlock();

        QTRY_VERIFY(noteText());
        QTRY_COMPARE(QApplication::focusWidget(), noteText());
        QCOMPARE(noteText()->words(), QStringLiteral("She came at ten."));
        QCOMPARE(noteText()->textCursor().position(), 8);
    }
    void enterDoesNotBeginASecondConcernBesideOneThatWaits() {
        unlock();
        QVERIFY(m_window->session().createCase()); // nothing but its list of members
        m_window->lock();

        unlock();

        // The concern itself, or what another one that waits says of danger.
        QTRY_VERIFY2(focused().startsWith(QStringLiteral("Open: ")), qPrintable(focused()));
    }
    void whatItIsAndItsKeysAreInTheMenuAlsoBeforeUnlocking() {
        press("About Firsthand, and its keys");

        QVERIFY(says(*m_window, QStringLiteral("Version " FIRSTHAND_VERSION)));
        QVERIFY(says(*m_window, QStringLiteral("Ctrl+Shift+F")));
        button(QStringLiteral("Done"))->click();
        QVERIFY(m_window->findChild<ui::UnlockPage*>()->isVisible());
    }
    void aNumberThatWasPutRightStandsOnHomeAtOnce() {
        unlock();
        workspace()->showHome();
        QVERIFY(!says(*workspace(), QStringLiteral("01632\u00a0960\u00a0177")));
        press("Settings");
        button(QStringLiteral("Check or change the &numbers…"))->click();
        auto* phone = line(*m_window, QStringLiteral("Cyngor Glanfor: Telephone in office hours"));
        QVERIFY(phone);
        phone->setText(QStringLiteral("01632 960 177"));
        line(*m_window, QStringLiteral("Cyngor Glanfor: Telephone out of hours"))
            ->setText(QStringLiteral("01632 960 177"));
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QVERIFY(says(*m_window, QStringLiteral("What you changed is not recorded.")));

        button(QStringLiteral("&Record these numbers"))->click();
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QTest::keyClick(m_window.get(), Qt::Key_Escape);

        QVERIFY(workspace()->isVisible());
        QVERIFY(says(*workspace(), QStringLiteral("01632\u00a0960\u00a0177")));
        QVERIFY(says(*workspace(), QStringLiteral("not checked by a call yet")));
    }
    void twoEscapesHideAlsoWhereNumbersAreNotRecorded() {
        unlock();
        changeANumber();

        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QVERIFY(says(*m_window, QStringLiteral("What you changed is not recorded.")));
        QTest::keyClick(m_window.get(), Qt::Key_Escape);

        QVERIFY(!m_window->session().isUnlocked());
    }
    void numbersThatAreNotRecordedOutliveTheLock() {
        unlock();
        changeANumber();

        m_window->lock();
        QVERIFY(!officeNumber()->isVisible());
        unlock();

        QVERIFY(officeNumber() && officeNumber()->isVisible());
        QCOMPARE(officeNumber()->text(), QStringLiteral("01632 960 188"));
        QVERIFY(says(*m_window, QStringLiteral("What you changed is not recorded.")));
    }
    void closingAsksOnceAboutNumbersThatAreNotRecorded_data() {
        QTest::addColumn<bool>("locked");
        QTest::newRow("open") << false;
        QTest::newRow("locked") << true;
    }
    void closingAsksOnceAboutNumbersThatAreNotRecorded() {
        QFETCH(bool, locked);
        unlock();
        changeANumber();
        if (locked)
            m_window->lock();
        else
            QTest::keyClick(m_window.get(), Qt::Key_Escape);

        QVERIFY(!m_window->close());
        QVERIFY(says(*m_window, locked ? QStringLiteral("Numbers that were changed in Settings are not recorded")
                                       : QStringLiteral("What you changed is not recorded.")));

        QVERIFY(m_window->close());
    }
    void whatWasTypedOfTheSheetIsForgotten_data() {
        QTest::addColumn<QString>("how");
        for (const char* how : {"back", "lock", "hide"})
            QTest::newRow(how) << how;
    }
    void whatWasTypedOfTheSheetIsForgotten() {
        QFETCH(QString, how);
        const auto group = [this] { return line(*m_window, QStringLiteral("Group 1 of 8")); };
        button(QStringLiteral("Use the &recovery sheet"))->click();
        QVERIFY(group());
        group()->setText(QStringLiteral("ABCDE"));

        if (how == QLatin1String("back"))
            button(QStringLiteral("&Back"))->click();
        else if (how == QLatin1String("lock"))
            m_window->lock();
        else
            m_window->hide();

        QVERIFY(group()->text().isEmpty());
    }
    // A widget that is shown before it has a place would flash up in the task bar and take the focus.
    void nothingIsEverAWindowOfItsOwn() {
        tests::Strays strays(MainWindow::staticMetaObject);
        qApp->installEventFilter(&strays);
        unlock();

        workspace()->newConcern();
        QTest::qWait(50);
        workspace()->showHome();
        workspace()->searchAll(QStringLiteral("phone"));
        QTest::qWait(50);

        QCOMPARE(strays.seen, QStringList());
        QWidget alone;
        alone.show();
        QCOMPARE(strays.seen.size(), 1); // it would have been seen
    }
    void theSettingsFileNamesNobody() {
        unlock();
        m_window->close();
        m_settings->sync();

        const QByteArray kept = tests::bytesOf(m_settings->fileName());
        QVERIFY(kept.contains("vaultFolder"));
        QVERIFY(!kept.contains("rhian") && !kept.contains("Rhian") && !kept.contains("Brynteg"));
    }
    void closingWarnsAgainOnceAFullDiskWasPutRight() {
        bool full = true;
        const auto writeSomething = [&] {
            auto made = m_window->session().createCase();
            ui::DraftKeeper::Parts parts = noteBeingWritten((*made)->state().id);
            parts.save = [&full](const core::ledger::Draft&) {
                return full ? core::Result<>(core::fail(core::ErrorCode::DiskFull)) : core::Result<>();
            };
            (new ui::DraftKeeper(parts, workspace()))->touch();
        };
        unlock();
        writeSomething();
        QVERIFY(!m_window->close());
        unlock();
        QTRY_COMPARE(m_window->session().keptDrafts(), 0);

        writeSomething();

        QVERIFY(!m_window->close());
        QVERIFY(says(*m_window, QStringLiteral("could not be saved to the disk and would be lost")));
        QVERIFY(m_window->close());
    }

private:
    static ui::DraftKeeper::Parts noteBeingWritten(const core::CaseId& id) {
        ui::DraftKeeper::Parts parts;
        parts.caseId = id;
        parts.id = core::EntryId::random();
        parts.kind = QStringLiteral("note/1");
        parts.content = [] {
            return QJsonObject{
                {QStringLiteral("fields"), QJsonObject{{QStringLiteral("text"), QStringLiteral("he waits")}}}};
        };
        return parts;
    }
    ui::Workspace* workspace() { return m_window->findChild<ui::Workspace*>(); }
    void unlock() {
        QVERIFY(tests::unlock(*m_window));
        QVERIFY(workspace());
    }
    void changeANumber() {
        press("Settings");
        button(QStringLiteral("Check or change the &numbers…"))->click();
        officeNumber()->setText(QStringLiteral("01632 960 188"));
    }
    ui::PlainLineEdit* officeNumber() {
        return line(*m_window, QStringLiteral("Cyngor Glanfor: Telephone in office hours"));
    }
    // In the menu.
    void press(const char* words) {
        m_window->findChild<ui::TopBar*>()->menuButton()->click();
        for (QWidget* top : QApplication::topLevelWidgets())
            if (auto* menu = qobject_cast<QMenu*>(top); menu && menu->isVisible()) {
                for (QAction* action : menu->actions())
                    if (QString(action->text()).remove(QLatin1Char('&')) == QLatin1String(words))
                        QTimer::singleShot(0, action, &QAction::trigger);
                menu->close();
            }
        QTest::qWait(20);
    }
    QAbstractButton* button(const QString& words) {
        for (auto* one : m_window->findChildren<QAbstractButton*>())
            if (one->isVisible() && one->text() == words)
                return one;
        qFatal("no button %s", qPrintable(words));
    }
    core::CaseId recordedCase() {
        auto made = m_window->session().createCase();
        core::record::Recording recording;
        recording.kind = QStringLiteral("note/1");
        recording.fields = {{QStringLiteral("text"), QStringLiteral("Rang back at two")}};
        return made && (*made)->record(recording) ? (*made)->state().id : core::CaseId();
    }
    static ui::shell::Place note(const core::CaseId& id) {
        ui::shell::Place place;
        place.id = id.toString();
        place.page = static_cast<int>(ui::shell::CasePages::Page::Entry);
        place.form = QStringLiteral("note/1");
        place.entry = core::EntryId::random();
        return place;
    }
    ui::PlainTextEdit* noteText() {
        for (auto* one : m_window->findChildren<ui::PlainTextEdit*>())
            if (one->isVisible() && one->accessibleName() == QLatin1String("What would you like to record?"))
                return one;
        return nullptr;
    }
    static QString focused() {
        QWidget* now = QApplication::focusWidget();
        QAccessibleInterface* accessible = now ? QAccessible::queryAccessibleInterface(now) : nullptr;
        return accessible ? accessible->text(QAccessible::Name) : QString();
    }
    MadeVault m_made;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMainWindow)
#include "test_mainwindow.moc"

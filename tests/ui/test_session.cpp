#include "tests/vault/madevault.h"
#include "ui/shell/session.h"
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using tests::MadeVault;
using ui::Session;

class TestSession : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        QVERIFY(m_made.isOk());
        qputenv("XDG_DATA_HOME", m_made.profile().toUtf8());
        auto vault = m_made.unlock();
        QVERIFY(vault);
        auto ledger = (*vault)->createCase();
        QVERIFY(ledger);
        m_case = (*ledger)->id();
        QVERIFY((*ledger)->append(tests::note(QStringLiteral("Seen at the bus stop"))));
    }
    void theWindowLivesWhileTheKeyIsDerived() {
        Session session;
        QSignalSpy unlocked(&session, &Session::unlocked);
        int beats = 0;
        QTimer beat;
        connect(&beat, &QTimer::timeout, this, [&] { ++beats; });
        beat.start(5);

        session.unlock(m_made.folder(), QStringLiteral("rhian"), MadeVault::passphrase());

        QVERIFY(session.isUnlocking());
        QVERIFY(unlocked.wait(20'000));
        QVERIFY(beats >= 3);
        QCOMPARE(session.vault().self().name, QStringLiteral("Rhian Maddox"));
    }
    void theCasesFollow() {
        Session session;
        open(session);

        QCOMPARE(session.cases().size(), std::size_t(1));
        QVERIFY(session.caseFile(m_case));
        QCOMPARE(session.search().find(QStringLiteral("bus stop")).size(), std::size_t(1));
    }
    void aWrongPassphraseIsSaidAndNothingIsOpen() {
        Session session;
        QSignalSpy failed(&session, &Session::unlockFailed);

        session.unlock(m_made.folder(), QStringLiteral("rhian"), MadeVault::passphrase("something else entirely"));

        QVERIFY(failed.wait(20'000));
        QCOMPARE(failed.first().first().value<core::Error>().code, core::ErrorCode::WrongPassphrase);
        QVERIFY(!session.isUnlocked());
        QVERIFY(!session.isUnlocking());
    }
    void theSheetAloneOpensEverything() {
        Session session;
        QSignalSpy opened(&session, &Session::casesOpened);

        session.unlockWithRecovery(m_made.folder(), m_made.sheet());

        QVERIFY(opened.wait(20'000));
        QVERIFY(session.caseFile(m_case));
        QVERIFY(session.caseFile(m_case)->readOnly() != core::vault::ReadOnlyReason::None);
    }
    void lockingLetsGoOfEverything() {
        Session session;
        open(session);
        QSignalSpy locked(&session, &Session::locked);

        session.lock();

        QCOMPARE(locked.size(), 1);
        QVERIFY(!session.isUnlocked());
        QVERIFY(session.cases().empty());
        QVERIFY(session.search().find(QStringLiteral("bus stop")).empty());
    }
    void lockingWhileCasesOpenIsSafe() {
        Session session;
        QSignalSpy unlocked(&session, &Session::unlocked);
        session.unlock(m_made.folder(), QStringLiteral("rhian"), MadeVault::passphrase());
        QVERIFY(unlocked.wait(20'000));
        QSignalSpy opened(&session, &Session::casesOpened);

        session.lock();
        QTest::qWait(200);

        QCOMPARE(opened.size(), 0);
        QVERIFY(session.cases().empty());
    }
    void aDraftKeptInMemoryIsWrittenWhenTheSamePersonIsBack() {
        Session session;
        open(session);
        core::ledger::Draft draft;
        draft.kind = QStringLiteral("note/1");
        draft.saved = QDateTime::currentDateTimeUtc();
        draft.content = {
            {QStringLiteral("fields"), QJsonObject{{QStringLiteral("text"), QStringLiteral("he waits outside")}}}};
        session.keepDraft(m_case, draft);
        session.lock();
        QCOMPARE(session.keptDrafts(), 1);

        open(session);

        QCOMPARE(session.keptDrafts(), 0);
        const auto drafts = session.caseFile(m_case)->drafts();
        QVERIFY(drafts);
        QCOMPARE(drafts->size(), std::size_t(1));
        QCOMPARE(drafts->front().content, draft.content);
    }
    void anotherPersonDoesNotGetIt() {
        Session session;
        open(session);
        session.keepDraft(m_case, {});
        session.lock();

        QSignalSpy opened(&session, &Session::casesOpened);
        session.unlockWithRecovery(m_made.folder(), m_made.sheet());
        QVERIFY(opened.wait(20'000));
        QCOMPARE(session.keptDrafts(), 0);
        session.lock();

        QCOMPARE(session.keptDrafts(), 1); // still waiting for its author
    }
    void aNewCaseCanBeThrownAwayAgain() {
        Session session;
        open(session);

        const auto made = session.createCase();
        QVERIFY(made);
        const core::CaseId id = (*made)->state().id;
        QCOMPARE(session.cases().size(), std::size_t(2));

        QVERIFY(session.discardCase(id));
        QCOMPARE(session.cases().size(), std::size_t(1));
        QVERIFY(!QDir(m_made.caseFolder(id)).exists());
    }

private:
    void open(Session& session) {
        QSignalSpy opened(&session, &Session::casesOpened);
        session.unlock(m_made.folder(), QStringLiteral("rhian"), MadeVault::passphrase());
        QVERIFY(opened.wait(20'000));
    }
    MadeVault m_made;
    core::CaseId m_case;
};

QTEST_MAIN(TestSession)
#include "test_session.moc"

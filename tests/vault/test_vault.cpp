#include "core/vault/vaultfile.h"
#include "tests/vault/madevault.h"
#include <QDirIterator>
#include <QTest>

using namespace core;
using namespace tests;
using vault::ReadOnlyReason;
using vault::Vault;

class TestVault : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_made = std::make_unique<MadeVault>();
        QVERIFY(m_made->isOk());
    }

    void whatWasRecordedIsThereAfterLockAndUnlock() {
        CaseId id;
        ledger::Entry recorded;
        {
            const auto vault = m_made->unlock().value();
            const auto made = vault->createCase().value();
            id = made->id();
            recorded = made->append(note(QStringLiteral("Nia came to the office after break."))).value();
        }

        const auto vault = m_made->unlock().value();
        QCOMPARE(vault->cases(), std::vector<CaseId>{id});
        const auto opened = vault->openCase(id).value();

        QCOMPARE(opened->readOnly(), ReadOnlyReason::None);
        QCOMPARE(opened->entries().size(), 2U);
        QCOMPARE(opened->entries().back(), recorded);
        QCOMPARE(opened->entries().front().kind, QStringLiteral("member/1"));
        QVERIFY(opened->seals().wrong.isEmpty());
        QVERIFY(opened->verify());
        QVERIFY(opened->append(note(QStringLiteral("Her tutor was told that she is with us."))));
    }

    void theOfficeIsAsItWasSetUp() {
        const auto vault = m_made->unlock().value();
        const vault::Office& office = vault->office();

        QVERIFY(vault->officeReadable());
        QCOMPARE(vault->officeReadOnly(), ReadOnlyReason::None);
        QCOMPARE(office.name, QStringLiteral("Ysgol Brynteg"));
        QCOMPARE(office.leadTitle, QStringLiteral("Designated safeguarding person"));
        QCOMPARE(office.authorities, MadeVault::setup().office.authorities);
        QCOMPARE(office.members.size(), 1U);
        QCOMPARE(vault->self().name, QStringLiteral("Rhian Maddox"));
        QCOMPARE(vault->self().logIn, QStringLiteral("rhian"));
        QCOMPARE(vault->self().role, ledger::Role::Lead);
        QVERIFY(vault->openOffice().value()->verify());
        QVERIFY(vault->officeSeals().wrong.isEmpty());
    }

    void whatIsChangedInTheOfficeStays() {
        {
            const auto vault = m_made->unlock().value();
            vault::Office changed = vault->office();
            changed.closes = QTime(16, 30);
            changed.authorities.front().phone = QStringLiteral("01632 960199");
            changed.clocks = {
                {QStringLiteral("T7"), true, 5, QStringLiteral("workingDays"), QStringLiteral("local protocol")}};

            QVERIFY(vault->changeOffice(changed, QStringLiteral("New term")));

            QCOMPARE(vault->office(), changed);
        }
        const auto vault = m_made->unlock().value();

        QCOMPARE(vault->office().closes, QTime(16, 30));
        QCOMPARE(vault->office().authorities.front().phone, QStringLiteral("01632 960199"));
        QCOMPARE(vault->office().clocks.front().why, QStringLiteral("local protocol"));
        QVERIFY(vault->openOffice().value()->verify());
    }

    // Typing a number in is not checking it: who did, and when, is told from the entry itself.
    void aNumberSaysWhoEnteredItAndIsNotCheckedByThat() {
        const auto vault = m_made->unlock().value();
        vault::Office changed = vault->office();
        changed.authorities.front().phone = QStringLiteral("01632 960177");
        changed.authorities.front().checked = {};

        QVERIFY(vault->changeOffice(changed, QStringLiteral("New number")));

        const vault::Office& office = vault->office();
        QVERIFY(!office.authorities.front().checked.isValid());
        const auto entered = office.entered.value(office.authorities.front().id);
        QCOMPARE(entered.on, QDate::currentDate());
        QCOMPARE(entered.by, QStringLiteral("Rhian Maddox"));
    }

    void membersAreNotChangedThroughTheOffice() {
        const auto vault = m_made->unlock().value();
        vault::Office changed = vault->office();
        changed.members.front().role = ledger::Role::Reviewer;

        const auto refused = vault->changeOffice(changed, QStringLiteral("x"));

        QCOMPARE(refused.error().code, ErrorCode::NotPermitted);
    }

    void aWrongPassphraseIsRefused() {
        const auto opened =
            Vault::unlock(m_made->folder(), QStringLiteral("rhian"),
                          MadeVault::passphrase("harbour lantern mossy quilt tandems"), m_made->profile());

        QCOMPARE(opened.error().code, ErrorCode::WrongPassphrase);
    }

    void theLogInNameIsFoundHoweverItIsTyped() {
        for (const char* typed : {"rhian", " Rhian ", "RHIAN"}) {
            const auto opened =
                Vault::unlock(m_made->folder(), QString::fromLatin1(typed), MadeVault::passphrase(), m_made->profile());
            QVERIFY(opened);
        }
    }

    void anUnknownLogInNameIsRefused() {
        const auto opened =
            Vault::unlock(m_made->folder(), QStringLiteral("gethin"), MadeVault::passphrase(), m_made->profile());

        QCOMPARE(opened.error().code, ErrorCode::UnknownMember);
    }

    void inspectNeedsNoPassphrase() {
        const auto info = Vault::inspect(m_made->folder());

        QVERIFY(info);
        QCOMPARE(info->format, 1);
        QCOMPARE(info->logInNames, QStringList{"rhian"});
        QCOMPARE(m_made->unlock().value()->id(), info->id);
    }

    void whatIsNoVaultIsNamed() {
        const QTemporaryDir empty;
        const QTemporaryDir other;
        QVERIFY(overwrite(other.filePath(QStringLiteral("vault.json")), "{\"servers\":[]}\n"));

        QCOMPARE(Vault::inspect(empty.path()).error().code, ErrorCode::NotAVault);
        QCOMPARE(Vault::inspect(other.path()).error().code, ErrorCode::NotAVault);
        QCOMPARE(Vault::inspect(empty.filePath(QStringLiteral("nothing"))).error().code, ErrorCode::NotFound);
        QCOMPARE(Vault::unlock(empty.path(), QStringLiteral("rhian"), MadeVault::passphrase(), m_made->profile())
                     .error()
                     .code,
                 ErrorCode::NotAVault);
    }

    void aVaultOfANewerVersionIsNamedBeforeAnythingElseIsJudged() {
        const QByteArray newer = R"({"format":2,"shape":{"unheard":"of"},"type":"firsthand/vault"})";
        QVERIFY(overwrite(m_made->file(QStringLiteral("vault.json")), newer));
        QVERIFY(overwrite(m_made->file(QStringLiteral("vault.bak.json")), newer));

        QCOMPARE(Vault::inspect(m_made->folder()).error().code, ErrorCode::NewerVersion);
        QCOMPARE(m_made->unlock().error().code, ErrorCode::NewerVersion);
    }

    void eitherCopyOfTheVaultFileIsEnoughAndMendsTheOther_data() {
        QTest::addColumn<QString>("broken");
        QTest::newRow("the first") << "vault.json";
        QTest::newRow("the second") << "vault.bak.json";
    }

    void eitherCopyOfTheVaultFileIsEnoughAndMendsTheOther() {
        QFETCH(QString, broken);
        const QByteArray good = bytesOf(m_made->file(broken));
        QByteArray bad = good;
        bad[40] = char(bad[40] ^ 1);
        for (const QByteArray& content : {bad, QByteArray(), good.left(50)}) {
            QVERIFY(overwrite(m_made->file(broken), content));

            QVERIFY(m_made->unlock());

            QCOMPARE(bytesOf(m_made->file(broken)), good);
        }
    }

    void withBothCopiesBrokenTheVaultIsDamagedNotAbsent() {
        QVERIFY(overwrite(m_made->file(QStringLiteral("vault.json")), ""));
        QVERIFY(overwrite(m_made->file(QStringLiteral("vault.bak.json")), "x"));

        QCOMPARE(Vault::inspect(m_made->folder()).error().code, ErrorCode::Damaged);
    }

    void aVaultFileOfAnotherFounderIsNotTaken() {
        const MadeVault stranger;
        QVERIFY(stranger.isOk());
        for (const char* name : {"vault.json", "vault.bak.json"})
            QVERIFY(
                overwrite(m_made->file(QString::fromLatin1(name)), bytesOf(stranger.file(QString::fromLatin1(name)))));

        QVERIFY(!m_made->unlock());
    }

    void theSheetAloneOpensEverythingForReading() {
        CaseId id;
        {
            const auto vault = m_made->unlock().value();
            const auto made = vault->createCase().value();
            id = made->id();
            QVERIFY(made->append(note(QStringLiteral("Kept for whoever comes after us."))));
        }

        const auto vault = Vault::unlockWithRecovery(m_made->folder(), m_made->sheet(), m_made->profile()).value();

        QVERIFY(vault->officeReadable());
        QCOMPARE(vault->office().name, QStringLiteral("Ysgol Brynteg"));
        QCOMPARE(vault->self().name, QStringLiteral("Recovery sheet"));
        std::vector<Vault::Unopened> unopened;
        const auto cases = vault->openAll(unopened);
        QCOMPARE(unopened.size(), 0U);
        QCOMPARE(cases.size(), 1U);
        QCOMPARE(cases[0]->entries().back().fields().value("text").toString(),
                 QStringLiteral("Kept for whoever comes after us."));
        QCOMPARE(cases[0]->readOnly(), ReadOnlyReason::OpenedWithRecovery);
        QCOMPARE(cases[0]->append(note(QStringLiteral("x"))).error().code, ErrorCode::ReadOnly);
        QCOMPARE(vault->createCase().error().code, ErrorCode::NotPermitted);
        QVERIFY(!vault->changeOffice(vault->office(), {}));
    }

    // Anybody who can write the folder knows the recovery key's public half, and can sign as a founder of their own.
    void theSheetOpensNothingWhereTheTwoCopiesNameTwoFounders() {
        const auto copies = vault::readVaultFiles(FileStore(), m_made->folder()).value();
        const auto stranger = crypto::memberKeys(crypto::Secret::random(32));
        vault::VaultFile forged = copies.good.front();
        forged.founder = MemberId::random();
        forged.founderSign = stranger.sign.publicKey;
        const QByteArray genuine = bytesOf(vault::vaultPath(m_made->folder()));
        const auto open = [&] {
            return Vault::unlockWithRecovery(m_made->folder(), m_made->sheet(), m_made->profile());
        };
        QVERIFY(open());

        for (const QString& path : {vault::vaultPath(m_made->folder()), vault::vaultCopyPath(m_made->folder())}) {
            QVERIFY(overwrite(path, vault::writeVaultFile(forged, stranger.sign)));
            QCOMPARE(open().error().code, ErrorCode::Damaged);
            QVERIFY(overwrite(path, genuine));
        }
        // One that names another sheet is not taken for this one's, and stops nobody.
        forged.recoveryBox = stranger.box.publicKey;
        QVERIFY(overwrite(vault::vaultPath(m_made->folder()), vault::writeVaultFile(forged, stranger.sign)));
        QVERIFY(open().value()->officeReadable());
    }

    void anotherVaultsSheetIsNamedForWhatItIs() {
        const MadeVault other;
        QVERIFY(other.isOk());

        const auto opened = Vault::unlockWithRecovery(m_made->folder(), other.sheet(), m_made->profile());

        QCOMPARE(opened.error().code, ErrorCode::WrongRecoveryKey);
    }

    void aCaseIsDiscardedOnlyWhileNothingIsRecorded() {
        const auto vault = m_made->unlock().value();
        auto empty = vault->createCase().value();
        const QString folder = m_made->caseFolder(empty->id());
        auto used = vault->createCase().value();
        QVERIFY(used->append(note(QStringLiteral("A first answer."))));

        auto begun = vault->createCase().value();
        ledger::Draft draft;
        draft.kind = QStringLiteral("danger/1");
        draft.content = {{QStringLiteral("fields"), QJsonObject{{QStringLiteral("threat"), QStringLiteral("yes")}}}};
        QVERIFY(begun->saveDraft(draft));
        QCOMPARE(vault->mayDiscard(*begun).error().code, ErrorCode::NotPermitted);
        QVERIFY(begun->removeDraft(draft.id));
        QVERIFY(vault->mayDiscard(*begun));
        QVERIFY(begun->saveDraft(draft));
        QCOMPARE(vault->discardCase(std::move(begun)).error().code, ErrorCode::NotPermitted);

        QVERIFY(vault->discardCase(std::move(empty)));
        QCOMPARE(vault->discardCase(std::move(used)).error().code, ErrorCode::NotPermitted);

        QVERIFY(!QFile::exists(folder));
        QCOMPARE(vault->cases().size(), 2U);
    }

    void draftsSurviveTheLock() {
        ledger::Draft draft;
        CaseId id;
        {
            const auto vault = m_made->unlock().value();
            const auto made = vault->createCase().value();
            id = made->id();
            draft.kind = QStringLiteral("words/1");
            draft.content = {{QStringLiteral("said"), QStringLiteral("he said he would")}};
            QVERIFY(made->saveDraft(draft));
        }
        const auto vault = m_made->unlock().value();

        const auto drafts = vault->openCase(id).value()->drafts().value();

        QCOMPARE(drafts.size(), 1U);
        QCOMPARE(drafts.front().content, draft.content);
    }

    void codesAreShortAndApart() {
        const auto vault = m_made->unlock().value();
        QSet<QString> codes;
        std::vector<std::unique_ptr<vault::CaseLedger>> made;
        for (int i = 0; i < 5; ++i)
            made.push_back(vault->createCase().value());

        for (const auto& one : made) {
            QVERIFY(one->code().size() >= 4);
            codes.insert(one->code());
        }

        QCOMPARE(codes.size(), 5);
        QCOMPARE(vault->openCase(made[0]->id()).value()->code(), made[0]->code());
    }

    void openAllCanBeCancelled() {
        const auto vault = m_made->unlock().value();
        for (int i = 0; i < 3; ++i)
            QVERIFY(vault->createCase());
        std::vector<Vault::Unopened> unopened;

        const auto some = vault->openAll(unopened, [](int done, int of) { return done < 1 && of == 3; });
        const auto all = vault->openAll(unopened);

        QCOMPARE(some.size(), 1U);
        QCOMPARE(all.size(), 3U);
        QCOMPARE(unopened.size(), 0U);
    }

    void noNameOrWordOfTheRecordStandsOnTheDisk() {
        {
            const auto vault = m_made->unlock().value();
            QVERIFY(vault->createCase().value()->append(note(QStringLiteral("zephyrword"))));
        }
        QByteArray everything;
        for (const QString& root : {m_made->folder(), m_made->profile()}) {
            QDirIterator files(root, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (files.hasNext())
                everything += bytesOf(files.next());
            everything += root.toUtf8();
        }

        QVERIFY(everything.contains("rhian")); // the log-in name stands in clear: the search finds what is there
        for (const char* word : {"zephyrword", "Rhian Maddox", "Brynteg", "note/1"})
            QVERIFY(!everything.contains(word));
    }

private:
    std::unique_ptr<MadeVault> m_made;
};

QTEST_GUILESS_MAIN(TestVault)
#include "test_vault.moc"

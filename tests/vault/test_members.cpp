// Two people of one office: who can open what, and what the list inside a ledger says against the seals outside.
#include "core/vault/accessrecord.h"
#include "core/vault/keyfile.h"
#include "core/vault/vaultfile.h"
#include "tests/vault/madevault.h"
#include <QTest>

using namespace core;
using namespace tests;
using namespace core::vault;

class TestMembers : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_made = std::make_unique<MadeVault>();
        QVERIFY(m_made->isOk());
        m_gethin = MemberId::random();
        m_keys = crypto::memberKeys(crypto::Secret::random(32));
        QVERIFY(admitGethin());
        QVERIFY(sealOfficeToBoth());
    }

    void aSecondMemberLogsInAndIsNamedByTheOffice() {
        const auto vault = asGethin().value();

        QVERIFY(vault->officeReadable());
        QCOMPARE(vault->self().name, QStringLiteral("Gethin Prosser"));
        QCOMPARE(vault->self().logIn, QStringLiteral("gethin"));
        QCOMPARE(vault->self().role, ledger::Role::Deputy);
        QVERIFY(vault->officeSeals().wrong.isEmpty());
        QCOMPARE(Vault::inspect(m_made->folder())->logInNames, (QStringList{"gethin", "rhian"}));
    }

    void aColleagueWhoIsNotOnTheListCannotDecrypt() {
        const auto rhian = m_made->unlock().value();
        const CaseId id = rhian->createCase().value()->id();
        const auto gethin = asGethin().value();
        std::vector<Vault::Unopened> unopened;

        QVERIFY(gethin->cases().empty());
        QVERIFY(gethin->openAll(unopened).empty());
        QVERIFY(unopened.empty()); // it is not theirs: neither shown nor reported as damage
        QCOMPARE(gethin->openCase(id).error().code, ErrorCode::NotFound);
        const auto record = parseAccessRecord(bytesOf(accessPath(m_made->caseFolder(id), 1))).value();
        QVERIFY(!openRecord(record, m_keys.box));
    }

    void aLeadWhoIsNotOnTheListCannotDecryptEither() {
        QVERIFY(asGethin().value()->createCase());

        QVERIFY(m_made->unlock().value()->cases().empty());
        std::vector<Vault::Unopened> unopened;
        const auto sheet = Vault::unlockWithRecovery(m_made->folder(), m_made->sheet(), m_made->profile()).value();
        QCOMPARE(sheet->openAll(unopened).size(), 1U); // the one exception
    }

    void aCaseSealedToAColleagueIsTheirsToAddTo() {
        CaseId id;
        {
            const auto rhian = m_made->unlock().value();
            const auto made = rhian->createCase({m_gethin}).value();
            id = made->id();
            QVERIFY(made->append(note(QStringLiteral("From Rhian."))));
        }
        const auto gethin = asGethin().value();
        const auto opened = gethin->openCase(id).value();

        QCOMPARE(opened->readOnly(), ReadOnlyReason::None);
        QVERIFY(opened->seals().wrong.isEmpty());
        QVERIFY(opened->append(note(QStringLiteral("From Gethin."))));
        const ledger::Grant* grant = opened->rights().grant(m_gethin);
        QVERIFY(grant->mayAdd && grant->mayExport && !grant->mayGrant);
        ledger::NewEntry more;
        more.kind = QStringLiteral("member/1");
        more.fields = ledger::grantFields(*grant);
        QCOMPARE(opened->append(more).error().code, ErrorCode::NotPermitted);
        QCOMPARE(m_made->unlock().value()->openCase(id).value()->entries().back().author, m_gethin);
    }

    void onlyMembersOfTheOfficeCanBePutOnACase() {
        const auto vault = m_made->unlock().value();

        QCOMPARE(vault->createCase({MemberId::random()}).error().code, ErrorCode::UnknownMember);

        QVERIFY(vault->cases().empty());
        QVERIFY(QDir(m_made->file("cases")).isEmpty());
    }

    void aDeputyDoesNotChangeTheOffice() {
        const auto gethin = asGethin().value();
        Office changed = gethin->office();
        changed.name = QStringLiteral("Somebody else's");

        QCOMPARE(gethin->changeOffice(changed, QStringLiteral("x")).error().code, ErrorCode::NotPermitted);
    }

    void aMemberWhoHasLeftIsRefused() {
        QVERIFY(asGethin()); // the control
        ledger::Grant left = grant();
        left.ended = true;
        QVERIFY(append(left));

        QCOMPARE(asGethin().error().code, ErrorCode::NotPermitted);
        QCOMPARE(m_made->unlock().value()->createCase({m_gethin}).error().code, ErrorCode::UnknownMember);
    }

    void aListThatNamesSomebodyTheSealsDoNotIsSaid() {
        ledger::Grant other = grant();
        other.member = MemberId::random();
        other.name = QStringLiteral("Mared Howell");
        other.boxKey = crypto::memberKeys(crypto::Secret::random(32)).box.publicKey;
        QVERIFY(append(other));

        QCOMPARE(m_made->unlock().value()->officeSeals().wrong, QStringList{"Mared Howell"});
    }

    void aKeyFileThatSomebodyMadeThemselvesOpensNothing() {
        const auto stranger = crypto::memberKeys(crypto::Secret::random(32));
        QVERIFY(writeKey(MemberId::random(), QStringLiteral("stranger"), stranger));
        QVERIFY(m_made->unlock().value()->createCase());

        const auto vault =
            Vault::unlock(m_made->folder(), QStringLiteral("stranger"), MadeVault::passphrase(), m_made->profile())
                .value();

        QVERIFY(!vault->officeReadable());
        QVERIFY(vault->cases().empty());
        QVERIFY(!vault->createCase());
    }

    void anOldCopyOfTheOfficeIsKnownToWhoeverSawTheNewer() {
        QVERIFY(m_made->unlock());
        QVERIFY(asGethin());
        QVERIFY(QFile::remove(accessPath(m_made->file("office"), 2)));

        QCOMPARE(m_made->unlock().value()->officeReadOnly(), ReadOnlyReason::AccessRecordOld);
        // Record 1 was never sealed to Gethin: to him it is not the office, and that is said too.
        const auto gethin = asGethin().value();
        QVERIFY(!gethin->officeReadable() && gethin->officeProblem().has_value());
    }

    void anAnchorBelongsToOneMember() {
        CaseId id;
        {
            const auto made = m_made->unlock().value()->createCase({m_gethin}).value();
            id = made->id();
            QVERIFY(made->append(note(QStringLiteral("First day."))));
        }
        QVERIFY(asGethin().value()->openCase(id));
        const int anchors = int(QDir(m_made->profile() + "/anchors").entryList(QDir::Files).size());

        QCOMPARE(anchors, 4); // two people, the office and one case each
    }

private:
    ledger::Grant grant() const {
        ledger::Grant grant;
        grant.member = m_gethin;
        grant.name = QStringLiteral("Gethin Prosser");
        grant.title = QStringLiteral("Head of Year 9");
        grant.role = ledger::Role::Deputy;
        grant.signKey = m_keys.sign.publicKey;
        grant.boxKey = m_keys.box.publicKey;
        return grant;
    }
    bool append(const ledger::Grant& grant) const {
        ledger::NewEntry entry;
        entry.kind = QStringLiteral("member/1");
        entry.fields = ledger::grantFields(grant);
        return m_made->unlock().value()->openOffice().value()->append(entry).has_value();
    }
    bool writeKey(const MemberId& member, const QString& logIn, const crypto::MemberKeys& keys) const {
        const auto copies = readVaultFiles(FileStore(), m_made->folder()).value();
        KeyFile key;
        key.vault = copies.good.front().id;
        key.member = member;
        key.logIn = logIn;
        key.kdf = MadeVault::lowCost();
        key.founderSign = copies.good.front().founderSign;
        return overwrite(keyFilePath(m_made->folder(), member, 1),
                         writeKeyFile(key, keys, MadeVault::passphrase()).value());
    }
    bool admitGethin() const { return writeKey(m_gethin, QStringLiteral("gethin"), m_keys) && append(grant()); }

    // What a grant writes: record 2, sealed to both, signed by the lead.
    bool sealOfficeToBoth() const {
        const QString folder = m_made->file(QStringLiteral("office"));
        const KeyFiles files = readKeyFiles(FileStore(), m_made->folder(), Vault::inspect(m_made->folder())->id);
        for (const KeyFile& file : files.good) {
            if (file.logIn != QLatin1String("rhian"))
                continue;
            const auto rhian = openKeyFile(file, MadeVault::passphrase()).value();
            const auto first = parseAccessRecord(bytesOf(accessPath(folder, 1))).value();
            const auto keys = openRecord(first, rhian.box);
            AccessRecord second = first;
            second.n = 2;
            second.previous = first.digest();
            sealRecord(second, *keys, {rhian.box.publicKey, m_keys.box.publicKey}, m_made->sheet().boxKeys().publicKey);
            return overwrite(accessPath(folder, 2), writeAccessRecord(second, rhian.sign));
        }
        return false;
    }
    Result<std::unique_ptr<Vault>> asGethin() const {
        return Vault::unlock(m_made->folder(), QStringLiteral("gethin"), MadeVault::passphrase(), m_made->profile());
    }

    std::unique_ptr<MadeVault> m_made;
    MemberId m_gethin;
    crypto::MemberKeys m_keys;
};

QTEST_GUILESS_MAIN(TestMembers)
#include "test_members.moc"

// Access records: forged, old, from elsewhere, or with a sealed copy that is not what it must be.
#include "core/vault/accessrecord.h"
#include "core/vault/keyfile.h"
#include "tests/vault/madevault.h"
#include <QTest>
#include <algorithm>

using namespace core;
using namespace tests;
using namespace core::vault;

class TestAccess : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_made = std::make_unique<MadeVault>();
        QVERIFY(m_made->isOk());
        const auto vault = m_made->unlock().value();
        const auto made = vault->createCase().value();
        m_id = made->id();
        QVERIFY(made->append(note(QStringLiteral("First day."))));
        const KeyFiles files = readKeyFiles(FileStore(), m_made->folder(), vault->id());
        m_keys = openKeyFile(files.good.at(0), MadeVault::passphrase()).value();
        m_record = parseAccessRecord(bytesOf(path(1))).value();
        m_caseKeys = std::move(*openRecord(m_record, m_keys.box));
    }

    void theRecordSaysNothingOfWhoIsOnIt() {
        const QByteArray bytes = bytesOf(path(1));

        QCOMPARE(m_record.seals.size(), 2U); // the author and recovery
        for (const QByteArray& key : {m_keys.sign.publicKey, m_keys.box.publicKey})
            QVERIFY(!bytes.contains(crypto::toBase64(key).toLatin1()));
        QVERIFY(openRecord(m_record, m_made->sheet().boxKeys()));
        QVERIFY(!openRecord(m_record, crypto::memberKeys(crypto::Secret::random(32)).box));
    }

    void sealsStandInRandomOrder() {
        int recoveryFirst = 0;
        for (int i = 0; i < 64; ++i) {
            AccessRecord record = m_record;
            sealRecord(record, m_caseKeys, {m_keys.box.publicKey}, m_made->sheet().boxKeys().publicKey);
            recoveryFirst += crypto::openSeal(m_keys.box, record.seals[1]) ? 1 : 0;
        }

        QVERIFY(recoveryFirst > 8 && recoveryFirst < 56);
    }

    void everyChangedByteIsSeen() {
        const QByteArray bytes = bytesOf(path(1));
        const auto vault = m_made->unlock().value();

        for (qsizetype i = 0; i < bytes.size(); ++i) {
            QByteArray changed = bytes;
            changed[i] = char(changed[i] ^ 1);
            QVERIFY(overwrite(path(1), changed));
            const auto opened = vault->openCase(m_id);
            QVERIFY2(!opened || (*opened)->readOnly() == ReadOnlyReason::Damaged, QByteArray::number(i).constData());
        }
        QVERIFY(overwrite(path(1), bytes));
        QCOMPARE(vault->openCase(m_id).value()->readOnly(), ReadOnlyReason::None); // the control
    }

    void aNoiseRecoverySealIsNamed() {
        AccessRecord record = m_record;
        for (QByteArray& seal : record.seals) {
            if (!crypto::openSeal(m_keys.box, seal))
                seal = crypto::randomBytes(80);
        }
        QVERIFY(overwrite(path(1), writeAccessRecord(record, m_keys.sign)));

        const auto opened = m_made->unlock().value()->openCase(m_id).value();

        QCOMPARE(opened->seals().wrong, QStringList{"recovery"});
        QCOMPARE(opened->verify().error(), (Error{ErrorCode::SealWrong, QStringLiteral("recovery")}));
    }

    void aCopyForSomebodyNotOnTheListIsNamed() {
        const auto stranger = crypto::memberKeys(crypto::Secret::random(32));
        AccessRecord record = m_record;
        record.seals.push_back(crypto::sealFor(stranger.box.publicKey, m_caseKeys.sealingKey, m_caseKeys.master));
        QVERIFY(overwrite(path(1), writeAccessRecord(record, m_keys.sign)));

        const auto opened = m_made->unlock().value()->openCase(m_id).value();

        QCOMPARE(opened->seals().wrong, QStringList{"unknown"});
    }

    void aRecordSignedByAStrangerDoesNotCount() {
        const auto stranger = crypto::memberKeys(crypto::Secret::random(32));
        AccessRecord forged = m_record;
        forged.n = 2;
        forged.previous = m_record.digest();
        forged.seals.push_back(crypto::sealFor(stranger.box.publicKey, m_caseKeys.sealingKey, m_caseKeys.master));
        QVERIFY(overwrite(path(2), writeAccessRecord(forged, stranger.sign)));

        const auto opened = m_made->unlock().value()->openCase(m_id).value();

        QCOMPARE(opened->readOnly(), ReadOnlyReason::Damaged);
        QVERIFY(opened->readOnlyDetail().contains(QStringLiteral("access.2.json")));
        QVERIFY(opened->seals().wrong.isEmpty()); // it is record 1 that was used
        QCOMPARE(opened->entries().size(), 2U);
    }

    void aStrangersRecordThatHidesTheCaseDoesNotHideIt() {
        const auto stranger = crypto::memberKeys(crypto::Secret::random(32));
        AccessRecord forged = m_record;
        forged.n = 2;
        forged.previous = m_record.digest();
        forged.seals = {crypto::randomBytes(80)};
        QVERIFY(overwrite(path(2), writeAccessRecord(forged, stranger.sign)));

        QCOMPARE(m_made->unlock().value()->openCase(m_id).value()->readOnly(), ReadOnlyReason::Damaged);

        // The control: signed by a member it is the list, and this member is not on it.
        QVERIFY(overwrite(path(2), writeAccessRecord(forged, m_keys.sign)));
        QVERIFY(m_made->unlock().value()->cases().empty());
    }

    void aRecordOfAnotherCaseIsForeign() {
        const auto vault = m_made->unlock().value();
        const auto other = vault->createCase().value();
        QVERIFY(overwrite(path(1), bytesOf(accessPath(m_made->caseFolder(other->id()), 1))));

        QCOMPARE(vault->openCase(m_id).error().code, ErrorCode::Foreign);
    }

    void aNewerRecordIsUsedAndItsLossIsSeen() {
        writeNext();
        {
            const auto opened = m_made->unlock().value()->openCase(m_id).value();
            QCOMPARE(opened->readOnly(), ReadOnlyReason::None);
            QVERIFY(opened->append(note(QStringLiteral("Second day."))));
        }
        QVERIFY(QFile::remove(path(2)));

        const auto opened = m_made->unlock().value()->openCase(m_id).value();

        QCOMPARE(opened->readOnly(), ReadOnlyReason::AccessRecordOld);
        QCOMPARE(opened->entries().size(), 3U);
    }

    void aRecordWithoutTheOneItFollowsIsDamaged() {
        AccessRecord next = m_record;
        next.n = 2;
        next.previous = QByteArray(32, 'x');
        QVERIFY(overwrite(path(2), writeAccessRecord(next, m_keys.sign)));

        QCOMPARE(m_made->unlock().value()->openCase(m_id).value()->readOnly(), ReadOnlyReason::Damaged);
    }

    void aRecordOfANewerVersionIsNotPassedOver() {
        QVERIFY(overwrite(path(2), "{\"format\":2,\"type\":\"firsthand/access\"}\n"));

        QCOMPARE(m_made->unlock().value()->openCase(m_id).error().code, ErrorCode::NewerVersion);
    }

    void aFileNameThatLeadsElsewhereIsRefused() {
        AccessRecord record = m_record;
        record.file = QStringLiteral("../../office/") + record.file;
        QVERIFY(!parseAccessRecord(writeAccessRecord(record, m_keys.sign)));
        QVERIFY(parseAccessRecord(writeAccessRecord(m_record, m_keys.sign))); // the control
    }

    void aCaseMadeByAStrangerIsNotTakenForOurs() {
        // Somebody who knows a member's public key can seal a ledger of their own to them; the office does not know its
        // creator.
        const auto stranger = crypto::memberKeys(crypto::Secret::random(32));
        const auto vault = m_made->unlock().value();
        const auto made = vault->createCase().value();
        const CaseId id = made->id();
        const QString ledger = ledgerIn(m_made->caseFolder(id));
        QVERIFY(QFile::remove(ledger));
        auto keys = crypto::caseKeys(crypto::Secret::random(32));
        const auto forged = ledger::Ledger::create(ledger, keys, {vault->id(), id}).value();
        ledger::NewEntry creator;
        creator.kind = QStringLiteral("member/1");
        ledger::Grant grant;
        grant.member = MemberId::random();
        grant.name = QStringLiteral("Rhian Maddox");
        grant.signKey = stranger.sign.publicKey;
        grant.boxKey = m_keys.box.publicKey;
        creator.fields = ledger::grantFields(grant);
        QVERIFY(forged->append(creator, {grant.member, stranger.sign}));
        AccessRecord record = parseAccessRecord(bytesOf(accessPath(m_made->caseFolder(id), 1))).value();
        sealRecord(record, keys, {m_keys.box.publicKey}, m_made->sheet().boxKeys().publicKey);
        QVERIFY(overwrite(accessPath(m_made->caseFolder(id), 1), writeAccessRecord(record, stranger.sign)));

        const auto opened = m_made->unlock().value()->openCase(id);

        QVERIFY(!opened || (*opened)->readOnly() == ReadOnlyReason::Damaged);
    }

private:
    QString path(qint64 n) const { return accessPath(m_made->caseFolder(m_id), n); }
    void writeNext() {
        AccessRecord next = m_record;
        next.n = 2;
        next.previous = m_record.digest();
        sealRecord(next, m_caseKeys, {m_keys.box.publicKey}, m_made->sheet().boxKeys().publicKey);
        QVERIFY(overwrite(path(2), writeAccessRecord(next, m_keys.sign)));
    }

    std::unique_ptr<MadeVault> m_made;
    CaseId m_id;
    crypto::MemberKeys m_keys;
    crypto::CaseKeys m_caseKeys;
    AccessRecord m_record;
};

QTEST_GUILESS_MAIN(TestAccess)
#include "test_access.moc"

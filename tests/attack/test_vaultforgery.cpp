#include "app/tool/verify.h"
#include "core/vault/anchors.h"
#include "core/vault/keyfile.h"
#include "tests/attack/attackedvault.h"
#include "tests/ledger/ledgerfixture.h"
#include "tests/vault/madevault.h"
#include <QTest>
#include <algorithm>

using namespace core;
using namespace tests;
using ledger::Row;

namespace {

constexpr char kNotPermitted[] = "entries that their author was not permitted to write: 61";
constexpr char kNotSigned[] = "not signed by the person it names";

} // namespace

// By a colleague who is on the case, or somebody who has their key: they write to the vault's files with a program of
// their own, and `firsthand-tool verify` looks at it.
class TestVaultForgery : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        auto guide = guide::Guide::load();
        QVERIFY(guide);
        m_guide = std::move(*guide);
    }
    void init() {
        m_made = std::make_unique<AttackedVault>();
        QVERIFY(m_made->isOk() && m_made->verifyOnce().isFine());
    }

    void anEntrySignedByAStrangerIsNotPermittedAndNotInTheFold() {
        const Person stranger;
        const NewRow forged{LedgerFixture::note(QStringLiteral("He is lying.")), stranger.id, stranger.keys.sign};
        QVERIFY(insert(rowOf(forged)));

        checkItCountsForNothing("signed by a stranger", forged.entry.id, kNotPermitted);

        const auto vault = m_made->unlock();
        auto entries = (*vault->openCase(m_made->id()))->entries();
        entries.back().permitted = true; // the check switched off
        const auto counted = foldOf(*vault, entries);
        qInfo("control, signed by a stranger: folded as if it were permitted, it is %s",
              isInFold(counted, forged.entry.id) ? "in the fold" : "not in the fold");
        QVERIFY(isInFold(counted, forged.entry.id));
    }

    void anEntryCopiedFromAnotherCaseIsNotPermittedAndNotInTheFold() {
        Row copied = lastRowOf(1);
        copied.seq = 61;
        copied.amends = "";
        copied.chain = chainOf(copied, headOf().chain.toHex()).toHex(); // made to fit; the signature cannot be
        QVERIFY(insert(copied));
        const EntryId id = *EntryId::parse(QString::fromLatin1(copied.id));

        checkItCountsForNothing("copied from another case", id, kNotSigned);

        // The check switched off: an anchor that calls every signature checked.
        const auto vault = m_made->unlock();
        const vault::Anchors anchors(FileStore(), m_made->profile(), m_made->memberKeys().anchorKey, vault->id());
        QVERIFY(
            anchors.move(m_made->id(), {1, 1, 61, QByteArray::fromHex(copied.chain), 61}, FileStore::Durable::Nothing));
        const record::CaseFile unchecked(std::move(*vault->openCase(m_made->id())), m_guide, *vault);
        qInfo("control, copied from another case: with its signature unchecked it is %s",
              isInFold(unchecked.state(), id) ? "in the fold" : "not in the fold");
        QVERIFY(isInFold(unchecked.state(), id));
    }

    void anEntryCopiedWithItsOldChainIsDamageAndNamed() {
        Row copied = lastRowOf(1);
        copied.seq = 61;
        QVERIFY(insert(copied));

        const Verified tool = m_made->runVerify();

        QVERIFY2(tool.blames(m_made->id(), "An entry is not the one that was recorded"), tool.lines.constData());
        QVERIFY(!m_made->unlock()->openCase(m_made->id()));
        const auto raw = m_made->raw();
        const bool content = raw->value("PRAGMA integrity_check") == "ok" &&
                             raw->value("PRAGMA cipher_integrity_check").isEmpty() &&
                             raw->value("SELECT count(*) FROM entry") == "61";
        qInfo("copied with its old chain: exit %d; control, the database's own checks: %s", tool.code,
              content ? "find nothing" : "find it");
        QVERIFY(content);
    }

    void aStrangersGrantAndWhatFollowsItCountForNothing() {
        const Person stranger;
        const NewRow grant{LedgerFixture::granting(stranger.grant(QStringLiteral("Ruth Adeyemi"), ledger::Role::Lead)),
                           stranger.id, stranger.keys.sign};
        const Row first = rowOf(grant);
        QVERIFY(insert(first));
        const NewRow note{LedgerFixture::note(QStringLiteral("All is well.")), stranger.id, stranger.keys.sign};
        QVERIFY(insert(
            LedgerFixture::forgedRow({61, QByteArray::fromHex(first.chain)}, note.entry, note.author, note.keys)));

        const Verified tool = m_made->runVerify();

        QVERIFY2(tool.blames(m_made->id(), "not permitted to write: 61, 62"), tool.lines.constData());
        const auto vault = m_made->unlock();
        const auto opened = std::move(*vault->openCase(m_made->id()));
        QVERIFY(!opened->rights().grant(stranger.id));
        auto entries = opened->entries();
        entries[60].permitted = entries[61].permitted = true;
        qInfo("a stranger's own grant: exit %d; control, folded as if permitted: its note is %s", tool.code,
              isInFold(foldOf(*vault, entries), note.entry.id) ? "in the fold" : "not in the fold");
        QVERIFY(isInFold(foldOf(*vault, entries), note.entry.id));
    }

    void aNoiseRecoverySealIsNamed() {
        const MadeVault made; // whose recovery sheet is known
        QVERIFY(made.isOk());
        const auto vault = std::move(*made.unlock());
        CaseId id;
        {
            const auto ledger = std::move(*vault->createCase());
            id = ledger->id();
            QVERIFY(ledger->append(note(QStringLiteral("First day."))));
        }
        QVERIFY(AttackedVault::verify(*vault).isFine());
        QVERIFY(opensWithTheSheet(made, id));

        const auto keyFiles = vault::readKeyFiles(FileStore(), made.folder(), vault->id());
        const auto lead = std::move(*vault::openKeyFile(keyFiles.good.at(0), MadeVault::passphrase()));
        const QString path = vault::accessPath(made.caseFolder(id), 1);
        vault::AccessRecord record = *vault::parseAccessRecord(bytesOf(path));
        for (QByteArray& seal : record.seals) {
            if (!crypto::openSeal(lead.box, seal))
                seal = crypto::randomBytes(80);
        }
        QVERIFY(overwrite(path, writeAccessRecord(record, lead.sign)));

        const Verified verified = AttackedVault::verify(*vault);
        QVERIFY2(verified.blames(id, "recovery"), verified.lines.constData());

        // The check switched off: form, signature and the ledger itself are all right, and only the day on which the
        // sheet is needed shows that it opens nothing.
        const auto again = vault::parseAccessRecord(bytesOf(path));
        const auto opened = std::move(*vault->openCase(id));
        const bool unseen = again && again->source.isSignedBy(lead.sign.publicKey) &&
                            opened->readOnly() == vault::ReadOnlyReason::None &&
                            opened->append(note(QStringLiteral("Second day.")));
        qInfo("noise for recovery: exit %d: %s; control, without making the seals again: %s, and the sheet opens %s",
              verified.code, verified.lines.split('\n').value(1).constData(),
              unseen ? "nothing is missed" : "it is seen", opensWithTheSheet(made, id) ? "the case" : "nothing");
        QVERIFY(unseen);
        QVERIFY(!opensWithTheSheet(made, id));
    }

    // By the creator, who may grant: another member's id and box key with a sign key of their own.
    void nobodyIsGrantedWithAnothersSignKey() {
        const MadeVault made;
        QVERIFY(made.isOk());
        const auto keyFiles = vault::readKeyFiles(FileStore(), made.folder(), (*made.unlock())->id());
        const auto lead = std::move(*vault::openKeyFile(keyFiles.good.at(0), MadeVault::passphrase()));
        const Person gethin, forger;
        const ledger::Grant real = gethin.grant(QStringLiteral("Gethin Prosser"), ledger::Role::Deputy);
        QVERIFY((*(*made.unlock())->openOffice())->append(LedgerFixture::granting(real)));
        const auto vault = std::move(*made.unlock());
        const auto created = std::move(*vault->createCase());
        const CaseId id = created->id();
        const crypto::CaseKeys keys =
            *openRecord(*vault::parseAccessRecord(bytesOf(vault::accessPath(made.caseFolder(id), 1))), lead.box);
        ledger::Grant grant = real;
        grant.name = QStringLiteral("Somebody else");
        grant.signKey = forger.keys.sign.publicKey;
        const Row first =
            LedgerFixture::forgedRow(created->head(), LedgerFixture::granting(grant), vault->self().id, lead.sign);
        const Row second = LedgerFixture::forgedRow({first.seq, QByteArray::fromHex(first.chain)},
                                                    LedgerFixture::note(QStringLiteral("I was told on Monday.")),
                                                    gethin.id, forger.keys.sign);
        const QString path = ledgerIn(made.caseFolder(id));
        {
            const auto database = db::Database::open(path, db::Database::Mode::ReadWrite, {keys.sqlKey, keys.sqlSalt});
            auto statement = (*database)->prepare(ledger::kInsertRow);
            QVERIFY(ledger::insertRow(*statement, first) && ledger::insertRow(*statement, second));
        }

        const Verified verified = AttackedVault::verify(*vault);
        QVERIFY2(verified.blames(id, "not permitted to write: 2, 3"), verified.lines.constData());
        QVERIFY2(verified.blames(id, "entry 2: not that member's keys"), verified.lines.constData());
        const auto opened = std::move(*vault->openCase(id));
        QCOMPARE(opened->readOnly(), vault::ReadOnlyReason::Damaged);
        QVERIFY(!opened->rights().grant(gethin.id));
        QCOMPARE(opened->append(note(QStringLiteral("More."))).error().code, ErrorCode::ReadOnly);

        // The check switched off: the office is not asked.
        auto unasked = std::move(*ledger::Ledger::open(path, keys, {vault->id(), id}, db::Database::Mode::ReadWrite));
        const auto checked = unasked->verify();
        const bool counts = checked && checked->notPermitted == 0 && unasked->entries().back().permitted;
        const auto own = unasked->append(LedgerFixture::note(QStringLiteral("By Gethin.")), gethin.author());
        qInfo("another's sign key: exit %d; control, with the office not asked: the note in their name %s, and their "
              "own %s",
              verified.code, counts ? "counts" : "does not count", own ? "is taken" : "is refused");
        QVERIFY(counts && !own && own.error().code == ErrorCode::NotPermitted);
        const auto state = record::fold(unasked->entries(), unasked->rights().current(), {},
                                        {m_guide, vault->office(), vault->self().id, id, QStringLiteral("X")});
        QCOMPARE(state.access.at(1).name, real.name); // as the office has it, whatever the grant says
        QCOMPARE(state.entries.back().author, real.name);
    }

    // Beside the record anybody who holds the key can leave drafts: only how many of them somebody is writing is said.
    void anothersNoteOfAnExportIsNoDraftThatSomebodyIsWriting() {
        const QByteArray stranger = Person().id.toString().toLatin1();
        for (const QByteArray& kind : {QByteArray("export-under-way/1"), QByteArray("words/1")})
            QCOMPARE(m_made->raw()->run("INSERT INTO draft VALUES('" + EntryId::random().toString().toLatin1() +
                                        "', '" + stranger + "', '" + kind + "', '2026-01-05T10:00:00Z', '{}')"),
                     0);
        const auto vault = m_made->unlock();
        record::CaseFile file(std::move(*vault->openCase(m_made->id())), m_guide, *vault);

        QCOMPARE(file.ledger().draftsOfOthers()->size(), 2);
        QCOMPARE(file.draftsOfOthers().value(), 1);
    }

private:
    struct NewRow {
        ledger::NewEntry entry;
        MemberId author;
        const crypto::SignKeys& keys;
    };

    ledger::Head headOf(int index = 0) const {
        const auto vault = m_made->unlock();
        return (*vault->openCase(m_made->id(index)))->head();
    }
    Row rowOf(const NewRow& row) const { return LedgerFixture::forgedRow(headOf(), row.entry, row.author, row.keys); }

    Row lastRowOf(int index) const {
        const crypto::CaseKeys keys = m_made->caseKeys(index);
        auto database = std::move(
            *db::Database::open(m_made->ledgerFile(index), db::Database::Mode::ReadOnly, {keys.sqlKey, keys.sqlSalt}));
        auto rows = std::move(*database->prepare(ledger::kSelectRows));
        rows.bind(59);
        (void)rows.step();
        ledger::Row row = ledger::readRow(rows);
        for (QByteArray* column : {&row.id, &row.kind, &row.occurred, &row.recorded, &row.clock, &row.author,
                                   &row.amends, &row.body, &row.bodySalt, &row.bodyDigest, &row.chain, &row.signature})
            column->detach(); // it stands in SQLite's memory until the next step
        return row;
    }

    bool insert(const Row& row) const {
        const crypto::CaseKeys keys = m_made->caseKeys();
        auto database =
            db::Database::open(m_made->ledgerFile(), db::Database::Mode::ReadWrite, {keys.sqlKey, keys.sqlSalt});
        if (!database)
            return false;
        auto statement = (*database)->prepare(ledger::kInsertRow);
        return statement && ledger::insertRow(*statement, row);
    }

    record::CaseState foldOf(const vault::Vault& vault, const std::vector<ledger::Entry>& entries) const {
        return record::fold(entries, {}, {},
                            {m_guide, vault.office(), vault.self().id, m_made->id(), QStringLiteral("X")});
    }

    void checkItCountsForNothing(const char* what, const EntryId& id, const char* reason) const {
        const Verified tool = m_made->runVerify();
        QVERIFY2(tool.blames(m_made->id(), reason), tool.lines.constData());
        QVERIFY2(!tool.blames(m_made->id(1)), tool.lines.constData());
        const auto vault = m_made->unlock();
        const record::CaseFile file(std::move(*vault->openCase(m_made->id())), m_guide, *vault);
        QCOMPARE(file.state().notPermitted.size(), std::size_t(1));
        QCOMPARE(file.state().notPermitted.front().id, id);
        QVERIFY(!isInFold(file.state(), id));
        qInfo("%s: exit %d: %s", what, tool.code, tool.lines.split('\n').value(1).constData());
    }

    static bool isInFold(const record::CaseState& state, const EntryId& id) {
        return std::any_of(state.entries.begin(), state.entries.end(), [&](const auto& view) { return view.id == id; });
    }
    static bool opensWithTheSheet(const MadeVault& made, const CaseId& id) {
        const auto vault = vault::Vault::unlockWithRecovery(made.folder(), made.sheet(), made.profile());
        return vault && (*vault)->openCase(id);
    }

    guide::Guide m_guide;
    std::unique_ptr<AttackedVault> m_made;
};

QTEST_GUILESS_MAIN(TestVaultForgery)
#include "test_vaultforgery.moc"

#include "tests/ledger/ledgerfixture.h"
#include <QTest>

using namespace core;
using namespace core::ledger;

// What somebody can do to a ledger with a file manager, and what somebody can do who holds the case's key.
class TestLedgerChecks : public QObject {
    Q_OBJECT
private slots:
    void emptyFileIsNotAnEmptyCase();
    void missingFileIsNotMade();
    void wrongKeyIsRefused();
    void fileOfAnotherCaseIsRefused();
    void entriesOfAnotherCaseUnderThisKeyBreakTheChain();
    void olderFileThanTheOneSeenIsRefused();
    void otherHistoryThanTheOneSeenIsRefused();
    void fileTakenBackUnderneathIsNotAppendedTo();
    void entryOfAStrangerIsKeptAndNotPermitted();
    void entryUnderABorrowedNameIsNotPermittedAndVerifySaysSo();
    void borrowedNameStaysNotPermittedOnceItWasSeen();
    void columnChangedWithTheKeyIsDamage_data();
    void columnChangedWithTheKeyIsDamage();
    void triggersRefuseChanges_data();
    void triggersRefuseChanges();
    void replaceWalksPastTheTriggersOnlyWithoutTheRecipe();
    void bodyBlankedWithoutRedactionIsDamage();
    void redactionOfAReviewerBlanksNothing();
    void bodyThatOutlivesItsRedactionIsDamage();
    void schemaWithOneTriggerLessIsDamage();
    void newerFormatIsNamed();
    void bytesThatAreNotTextAreRefusedByTheTable();

private:
    static QByteArray set(const char* column, const QByteArray& value) {
        return QByteArray("UPDATE entry SET ") + column + " = " + value + " WHERE seq = 2";
    }
    // A ledger of three entries, closed.
    static KnownHead threeEntries(LedgerFixture& fixture) {
        auto ledger = fixture.create();
        for (const char* text : {"one", "two"}) {
            if (!ledger->append(LedgerFixture::note(QString::fromLatin1(text)), fixture.meera.author()))
                return {};
        }
        return ledger->known();
    }
    static void dropTriggers(RawConnection& raw) {
        for (const char* trigger : {"entry_in_order", "entry_stays", "entry_unchanged"})
            raw.run(QByteArray("DROP TRIGGER ") + trigger);
    }
    static void restoreTriggers(RawConnection& raw) {
        for (const QString& statement : schema()) {
            if (statement.startsWith(QStringLiteral("CREATE TRIGGER")))
                raw.run(statement.toUtf8());
        }
    }
};

void TestLedgerChecks::emptyFileIsNotAnEmptyCase() {
    LedgerFixture fixture;
    QVERIFY(writeFile(fixture.path, {}));

    QCOMPARE(fixture.open().error().code, ErrorCode::EmptyLedger);
}

void TestLedgerChecks::missingFileIsNotMade() {
    LedgerFixture fixture;

    QCOMPARE(fixture.open().error().code, ErrorCode::LedgerMissing);
    QVERIFY(!QFile::exists(fixture.path));
}

void TestLedgerChecks::wrongKeyIsRefused() {
    LedgerFixture fixture;
    threeEntries(fixture);
    fixture.keys = crypto::caseKeys(crypto::Secret::random(32));

    QCOMPARE(fixture.open().error().code, ErrorCode::NotThisKey);
}

void TestLedgerChecks::fileOfAnotherCaseIsRefused() {
    LedgerFixture fixture, other;
    threeEntries(fixture);
    threeEntries(other);
    QVERIFY(writeFile(fixture.path, bytesOfFile(other.path)));

    QCOMPARE(fixture.open().error().code, ErrorCode::NotThisKey);
}

void TestLedgerChecks::entriesOfAnotherCaseUnderThisKeyBreakTheChain() {
    LedgerFixture fixture;
    threeEntries(fixture);
    QVERIFY(fixture.open());
    fixture.genesis.caseId = CaseId::random();

    QCOMPARE(fixture.open().error(), (Error{ErrorCode::ChainBroken, QStringLiteral("1")}));
}

void TestLedgerChecks::olderFileThanTheOneSeenIsRefused() {
    LedgerFixture fixture;
    threeEntries(fixture);
    const QByteArray old = bytesOfFile(fixture.path);
    KnownHead known;
    {
        auto ledger = *fixture.open();
        QVERIFY(ledger->append(LedgerFixture::note(QStringLiteral("lost")), fixture.meera.author()));
        known = ledger->known();
    }
    QVERIFY(writeFile(fixture.path, old));

    QVERIFY(fixture.open()); // the control: in itself the copy is right
    QCOMPARE(fixture.open(known).error(), (Error{ErrorCode::RolledBack, QStringLiteral("3")}));
}

void TestLedgerChecks::otherHistoryThanTheOneSeenIsRefused() {
    LedgerFixture fixture;
    threeEntries(fixture);
    const QByteArray old = bytesOfFile(fixture.path);
    KnownHead known;
    for (const char* text : {"as it was", "as somebody would have it"}) {
        QVERIFY(writeFile(fixture.path, old));
        auto ledger = *fixture.open();
        QVERIFY(ledger->append(LedgerFixture::note(QString::fromLatin1(text)), fixture.meera.author()));
        if (known.seq == 0)
            known = ledger->known();
    }

    QVERIFY(fixture.open());
    QCOMPARE(fixture.open(known).error().code, ErrorCode::RolledBack);
}

void TestLedgerChecks::fileTakenBackUnderneathIsNotAppendedTo() {
    LedgerFixture fixture;
    threeEntries(fixture);
    const QByteArray old = bytesOfFile(fixture.path);
    auto ledger = *fixture.open();
    QVERIFY(ledger->append(LedgerFixture::note(QStringLiteral("lost")), fixture.meera.author()));
    QVERIFY(writeFile(fixture.path, old));

    const auto added = ledger->append(LedgerFixture::note(QStringLiteral("next")), fixture.meera.author());

    QCOMPARE(added.error().code, ErrorCode::RolledBack);
    QCOMPARE(ledger->verify().error().code, ErrorCode::RolledBack);
}

void TestLedgerChecks::entryOfAStrangerIsKeptAndNotPermitted() {
    LedgerFixture fixture;
    const KnownHead known = threeEntries(fixture);
    const Person stranger;
    QVERIFY(fixture.insertRaw(fixture.forgedRow({known.seq, known.chain}, LedgerFixture::note(QStringLiteral("forged")),
                                                stranger.id, stranger.keys.sign)));

    auto ledger = fixture.open(known);

    QVERIFY(ledger);
    QCOMPARE((*ledger)->entries().size(), std::size_t(4));
    QVERIFY(!(*ledger)->entries()[3].permitted);
    QVERIFY((*ledger)->entries()[2].permitted);
    QCOMPARE((*ledger)->verify()->notPermitted, 1);
    QVERIFY((*ledger)->append(LedgerFixture::note(QStringLiteral("after it")), fixture.meera.author())->permitted);
}

void TestLedgerChecks::entryUnderABorrowedNameIsNotPermittedAndVerifySaysSo() {
    LedgerFixture fixture;
    const KnownHead known = threeEntries(fixture);
    const Person stranger;
    QVERIFY(fixture.insertRaw(fixture.forgedRow({known.seq, known.chain}, LedgerFixture::note(QStringLiteral("forged")),
                                                fixture.meera.id, stranger.keys.sign)));

    auto ledger = fixture.open(known);

    QVERIFY(ledger);
    QVERIFY(!(*ledger)->entries()[3].permitted);
    QCOMPARE((*ledger)->verify().error(), (Error{ErrorCode::SignatureWrong, QStringLiteral("4")}));
}

void TestLedgerChecks::borrowedNameStaysNotPermittedOnceItWasSeen() {
    LedgerFixture fixture;
    const KnownHead known = threeEntries(fixture);
    const Person stranger;
    QVERIFY(fixture.insertRaw(fixture.forgedRow({known.seq, known.chain}, LedgerFixture::note(QStringLiteral("forged")),
                                                fixture.meera.id, stranger.keys.sign)));
    KnownHead seen;
    {
        auto ledger = *fixture.open(known);
        QVERIFY(ledger->append(LedgerFixture::note(QStringLiteral("after it")), fixture.meera.author()));
        seen = ledger->known();
    }
    QCOMPARE(seen.seq, 5);
    QCOMPARE(seen.signedTo, 3);

    QVERIFY(!(*fixture.open(seen))->entries()[3].permitted);
    seen.signedTo = seen.seq; // the control: an anchor that forgets this lets it count
    QVERIFY((*fixture.open(seen))->entries()[3].permitted);
}

void TestLedgerChecks::columnChangedWithTheKeyIsDamage_data() {
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("body") << set("body", "'{\"text\":\"0ne\"}'") << ErrorCode::Damaged;
    QTest::newRow("salt") << set("body_salt", "'00000000000000000000000000000000'") << ErrorCode::Damaged;
    QTest::newRow("digest") << set("body_digest", "replace(body_digest, '0', '1')") << ErrorCode::ChainBroken;
    QTest::newRow("kind") << set("kind", "'note/2'") << ErrorCode::ChainBroken;
    QTest::newRow("occurred") << set("occurred", "'2020'") << ErrorCode::ChainBroken;
    QTest::newRow("recorded") << set("recorded", "'2020-01-01T00:00:00Z'") << ErrorCode::ChainBroken;
    QTest::newRow("clock") << set("clock", "'jump'") << ErrorCode::ChainBroken;
    QTest::newRow("author") << set("author", "id") << ErrorCode::ChainBroken;
    QTest::newRow("amends") << set("amends", "id") << ErrorCode::ChainBroken;
    QTest::newRow("id") << set("id", "author") << ErrorCode::ChainBroken;
    QTest::newRow("chain") << set("chain", "replace(chain, '0', '1')") << ErrorCode::ChainBroken;
    QTest::newRow("one taken out") << QByteArray("DELETE FROM entry WHERE seq = 2") << ErrorCode::ChainBroken;
    QTest::newRow("numbered anew") << QByteArray("UPDATE entry SET seq = 9 WHERE seq = 2") << ErrorCode::ChainBroken;
}

void TestLedgerChecks::columnChangedWithTheKeyIsDamage() {
    QFETCH(QByteArray, change);
    QFETCH(ErrorCode, code);
    LedgerFixture fixture;
    threeEntries(fixture);
    {
        auto raw = fixture.raw();
        dropTriggers(*raw);
        QCOMPARE(raw->run(change), SQLITE_OK);
        restoreTriggers(*raw);
    }

    const auto opened = fixture.open();

    QVERIFY(!opened);
    QCOMPARE(opened.error(), (Error{code, QStringLiteral("2")}));
}

void TestLedgerChecks::triggersRefuseChanges_data() {
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("update") << QByteArray("UPDATE entry SET kind = 'note/2' WHERE seq = 2");
    QTest::newRow("update body") << QByteArray("UPDATE entry SET body = '{}' WHERE seq = 2");
    QTest::newRow("blank body") << QByteArray("UPDATE entry SET body = NULL, body_salt = NULL WHERE seq = 2");
    QTest::newRow("blank a redacted body and change more")
        << QByteArray("UPDATE entry SET body = NULL, body_salt = NULL, kind = 'note/2' WHERE seq = 2");
    QTest::newRow("delete") << QByteArray("DELETE FROM entry WHERE seq = 3");
    QTest::newRow("delete all") << QByteArray("DELETE FROM entry");
    QTest::newRow("replace by seq") << QByteArray("INSERT OR REPLACE INTO entry SELECT * FROM entry WHERE seq = 3");
    QTest::newRow("replace by id") << QByteArray(
        "INSERT OR REPLACE INTO entry SELECT 4, id, kind, occurred, recorded, clock, author, amends, body, "
        "body_salt, body_digest, chain, signature FROM entry WHERE seq = 2");
    QTest::newRow("upsert") << QByteArray(
        "INSERT INTO entry SELECT 4, id, kind, occurred, recorded, clock, author, amends, "
        "body, body_salt, body_digest, chain, signature FROM entry WHERE seq = 2 "
        "ON CONFLICT(id) DO UPDATE SET kind = 'note/2'");
    QTest::newRow("a gap") << QByteArray(
        "INSERT INTO entry SELECT 9, author, kind, occurred, recorded, clock, author, "
        "amends, body, body_salt, body_digest, chain, signature FROM entry WHERE seq = 2");
}

void TestLedgerChecks::triggersRefuseChanges() {
    QFETCH(QByteArray, sql);
    LedgerFixture fixture;
    threeEntries(fixture);
    auto raw = fixture.raw();
    QCOMPARE(raw->run("PRAGMA recursive_triggers = ON"), SQLITE_OK);
    const QByteArray before = raw->value("SELECT group_concat(seq || id || kind || body || chain) FROM entry");

    QCOMPARE(raw->run(sql) & 0xff, SQLITE_CONSTRAINT);

    QCOMPARE(raw->value("SELECT group_concat(seq || id || kind || body || chain) FROM entry"), before);
    dropTriggers(*raw);
    QCOMPARE(raw->run("UPDATE entry SET kind = 'note/2' WHERE seq = 2"), SQLITE_OK); // the control
}

void TestLedgerChecks::replaceWalksPastTheTriggersOnlyWithoutTheRecipe() {
    const QByteArray replace =
        "INSERT OR REPLACE INTO entry SELECT 4, id, kind, occurred, recorded, clock, author, amends, "
        "body, body_salt, body_digest, chain, signature FROM entry WHERE seq = 2";
    LedgerFixture fixture;
    threeEntries(fixture);
    {
        auto database = db::Database::open(fixture.path, db::Database::Mode::ReadWrite,
                                           {fixture.keys.sqlKey, fixture.keys.sqlSalt});
        QVERIFY(!(*database)->execute(replace.constData()));
    }
    QVERIFY(fixture.open());

    QCOMPARE(fixture.raw()->run(replace), SQLITE_OK); // recursive_triggers off: SQLite's own default

    QCOMPARE(fixture.open().error(), (Error{ErrorCode::ChainBroken, QStringLiteral("2")}));
}

void TestLedgerChecks::bodyBlankedWithoutRedactionIsDamage() {
    LedgerFixture fixture;
    threeEntries(fixture);
    {
        auto raw = fixture.raw();
        dropTriggers(*raw);
        QCOMPARE(raw->run("UPDATE entry SET body = NULL, body_salt = NULL WHERE seq = 2"), SQLITE_OK);
        restoreTriggers(*raw);
    }

    QCOMPARE(fixture.open().error(), (Error{ErrorCode::Damaged, QStringLiteral("2")}));
}

void TestLedgerChecks::redactionOfAReviewerBlanksNothing() {
    LedgerFixture fixture;
    Head head;
    EntryId target;
    {
        auto ledger = fixture.create();
        QVERIFY(ledger->append(LedgerFixture::granting(fixture.reviewer()), fixture.meera.author()));
        target = ledger->append(LedgerFixture::note(QStringLiteral("inconvenient")), fixture.meera.author())->id;
        head = ledger->head();
    }
    QVERIFY(fixture.insertRaw(
        fixture.forgedRow(head, LedgerFixture::redacting(target), fixture.lena.id, fixture.lena.keys.sign)));
    QVERIFY(!(*fixture.open())->entries()[3].permitted);

    QCOMPARE(fixture.raw()->run("UPDATE entry SET body = NULL, body_salt = NULL WHERE seq = 3"), SQLITE_OK);

    QCOMPARE(fixture.open().error(), (Error{ErrorCode::Damaged, QStringLiteral("3")}));
}

void TestLedgerChecks::bodyThatOutlivesItsRedactionIsDamage() {
    LedgerFixture fixture;
    const KnownHead known = threeEntries(fixture);
    const EntryId target = (*fixture.open())->entries()[1].id;

    QVERIFY(fixture.insertRaw(fixture.forgedRow({known.seq, known.chain}, LedgerFixture::redacting(target),
                                                fixture.meera.id, fixture.meera.keys.sign)));

    QCOMPARE(fixture.open().error(), (Error{ErrorCode::Damaged, QStringLiteral("2")}));
}

void TestLedgerChecks::schemaWithOneTriggerLessIsDamage() {
    LedgerFixture fixture;
    threeEntries(fixture);
    QCOMPARE(fixture.raw()->run("DROP TRIGGER entry_stays"), SQLITE_OK);

    QCOMPARE(fixture.open().error(), (Error{ErrorCode::Damaged, QStringLiteral("schema")}));
}

void TestLedgerChecks::newerFormatIsNamed() {
    LedgerFixture fixture;
    threeEntries(fixture);
    QCOMPARE(fixture.raw()->run("PRAGMA user_version = 2"), SQLITE_OK);

    QCOMPARE(fixture.open().error().code, ErrorCode::NewerVersion);
}

void TestLedgerChecks::bytesThatAreNotTextAreRefusedByTheTable() {
    LedgerFixture fixture;
    threeEntries(fixture);
    auto raw = fixture.raw();
    const auto draft = [&](const QByteArray& content) {
        return raw->run("INSERT INTO draft SELECT id, author, kind, recorded, " + content +
                        " FROM entry WHERE seq = 2");
    };

    QVERIFY(draft("x'89504e470d0a1a0a'") != SQLITE_OK);
    QVERIFY(draft("CAST(x'89504e470d0a1a0a0000000d' AS TEXT)") != SQLITE_OK);
    QCOMPARE(draft("'{}'"), SQLITE_OK);
}

QTEST_GUILESS_MAIN(TestLedgerChecks)
#include "test_ledgerchecks.moc"

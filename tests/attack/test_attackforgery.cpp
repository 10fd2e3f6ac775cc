#include "tests/ledger/ledgerfixture.h"
#include <QTest>
#include <algorithm>

using namespace core;
using namespace core::ledger;

// By somebody who holds the case's key and writes to the file with a program of their own.
class TestAttackForgery : public QObject {
    Q_OBJECT
private slots:
    void entrySignedByAStrangerIsNotPermitted();
    void entryCopiedFromAnotherCaseIsNotPermitted();
    void entryCopiedWithItsOldChainIsDamage();
    void memberWhoHasLeftWritesNothingMore();
    void strangerDoesNotGrantThemselves();

private:
    static Head headOf(LedgerFixture& fixture) {
        auto ledger = fixture.create();
        for (const char* text : {"one", "two", "three"}) {
            if (!ledger->append(LedgerFixture::note(QString::fromLatin1(text)), fixture.meera.author()))
                return {};
        }
        return ledger->head();
    }
    // What a reader of the record would count, with the check and (the control) without it.
    static void compareCounts(const Ledger& ledger, const char* what, int forged) {
        const auto& entries = ledger.entries();
        const auto counted = std::count_if(entries.begin(), entries.end(), [](const Entry& e) { return e.permitted; });
        const auto unchecked = std::count_if(entries.begin(), entries.end(), [](const Entry& e) { return e.body; });
        qInfo("%s: %d entries count; control, with the check off: %d", what, int(counted), int(unchecked));
        QCOMPARE(unchecked - counted, forged);
    }
};

void TestAttackForgery::entrySignedByAStrangerIsNotPermitted() {
    LedgerFixture fixture;
    const Head head = headOf(fixture);
    const Person stranger;
    QVERIFY(fixture.insertRaw(
        fixture.forgedRow(head, LedgerFixture::note(QStringLiteral("forged")), stranger.id, stranger.keys.sign)));

    auto ledger = *fixture.open();

    QVERIFY(!ledger->entries().back().permitted);
    QCOMPARE(ledger->verify()->notPermitted, 1);
    compareCounts(*ledger, "signed by a stranger", 1);
}

void TestAttackForgery::entryCopiedFromAnotherCaseIsNotPermitted() {
    LedgerFixture fixture, other;
    const Head head = headOf(fixture);
    Row copied;
    {
        other.meera.id = fixture.meera.id; // the same lead, on two cases
        other.meera.keys = crypto::memberKeys(fixture.meera.keys.seed.copy());
        const Head elsewhere = headOf(other);
        copied = other.forgedRow(elsewhere, LedgerFixture::note(QStringLiteral("about another child")), other.meera.id,
                                 other.meera.keys.sign);
    }
    copied.seq = head.seq + 1;
    copied.chain = chainOf(copied, head.chain.toHex()).toHex(); // made to fit; the signature cannot be
    QVERIFY(fixture.insertRaw(copied));

    auto ledger = *fixture.open();

    QVERIFY(!ledger->entries().back().permitted);
    QCOMPARE(ledger->verify().error(), (Error{ErrorCode::SignatureWrong, QStringLiteral("5")}));
    const KnownHead unchecked{ledger->head().seq, ledger->head().chain, ledger->head().seq};
    const bool counts = (*fixture.open(unchecked))->entries().back().permitted;
    qInfo("control, copied from another case: with the signatures left unchecked it %s",
          counts ? "counts" : "does not count");
    QVERIFY(counts);
}

void TestAttackForgery::entryCopiedWithItsOldChainIsDamage() {
    LedgerFixture fixture, other;
    const Head head = headOf(fixture);
    Row copied =
        other.forgedRow(headOf(other), LedgerFixture::note(QStringLiteral("x")), other.meera.id, other.meera.keys.sign);
    copied.seq = head.seq + 1;
    QVERIFY(fixture.insertRaw(copied));

    QCOMPARE(fixture.open().error(), (Error{ErrorCode::ChainBroken, QStringLiteral("5")}));
    QCOMPARE(fixture.raw()->value("SELECT count(*) FROM entry"),
             QByteArray("5")); // the control: SQLite is content with it
    QCOMPARE(fixture.raw()->value("PRAGMA integrity_check"), QByteArray("ok"));
    qInfo("control, copied with its old chain: the database's own checks find nothing");
}

void TestAttackForgery::memberWhoHasLeftWritesNothingMore() {
    LedgerFixture fixture;
    Head head;
    {
        auto ledger = fixture.create();
        QVERIFY(ledger->append(LedgerFixture::granting(fixture.deputy()), fixture.meera.author()));
        QVERIFY(ledger->append(LedgerFixture::note(QStringLiteral("by Owen")), fixture.owen.author()));
        Grant ended = fixture.deputy();
        ended.ended = true;
        QVERIFY(ledger->append(LedgerFixture::granting(ended), fixture.meera.author()));
        head = ledger->head();
    }
    QVERIFY(fixture.insertRaw(fixture.forgedRow(head, LedgerFixture::note(QStringLiteral("afterwards")),
                                                fixture.owen.id, fixture.owen.keys.sign)));

    auto ledger = *fixture.open();

    QVERIFY(ledger->entries()[2].permitted);
    QVERIFY(!ledger->entries()[4].permitted);
    compareCounts(*ledger, "by a member who has left", 1);
}

void TestAttackForgery::strangerDoesNotGrantThemselves() {
    LedgerFixture fixture;
    const Head head = headOf(fixture);
    const Person stranger;
    Grant grant = stranger.grant(QStringLiteral("Nobody"), Role::Lead);
    const Row first = fixture.forgedRow(head, LedgerFixture::granting(grant), stranger.id, stranger.keys.sign);
    QVERIFY(fixture.insertRaw(first));
    const Head after{head.seq + 1, QByteArray::fromHex(first.chain)};
    QVERIFY(fixture.insertRaw(
        fixture.forgedRow(after, LedgerFixture::note(QStringLiteral("forged")), stranger.id, stranger.keys.sign)));

    auto ledger = *fixture.open();

    QVERIFY(!ledger->entries()[4].permitted);
    QVERIFY(!ledger->entries()[5].permitted);
    QVERIFY(!ledger->rights().grant(stranger.id));
    compareCounts(*ledger, "a stranger's own grant", 2);
}

QTEST_GUILESS_MAIN(TestAttackForgery)
#include "test_attackforgery.moc"

#include "tests/attack/journalcatcher.h"
#include "tests/ledger/ledgerfixture.h"
#include <QTest>

using namespace core;
using namespace core::ledger;

// What was once true, put back: every byte of it is genuine, and only what was kept outside the vault can tell.
class TestAttackReplay : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void everyOlderCopyIsRefused();
    void everyStaleJournalIsSeen();
    void olderPagesAmongNewerOnesAreSeen();
};

void TestAttackReplay::initTestCase() {
    QVERIFY(db::Database::libraryVersion());
    JournalCatcher::install();
}

void TestAttackReplay::everyOlderCopyIsRefused() {
    LedgerFixture fixture;
    std::vector<QByteArray> copies;
    KnownHead known;
    {
        auto ledger = fixture.create();
        while (ledger->head().seq < 40) {
            copies.push_back(bytesOfFile(fixture.path));
            QVERIFY(ledger->append(LedgerFixture::note(QString(700, QLatin1Char('n'))), fixture.meera.author()));
        }
        known = ledger->known();
    }

    int refused = 0, openedWithoutAnchor = 0;
    for (const QByteArray& copy : copies) {
        QVERIFY(writeFile(fixture.path, copy));
        const auto opened = fixture.open(known);
        refused += !opened && opened.error().code == ErrorCode::RolledBack ? 1 : 0;
        const auto unanchored = fixture.open();
        openedWithoutAnchor += unanchored && (*unanchored)->verify() ? 1 : 0;
    }

    qInfo("%d older copies: %d refused; control, without what was seen before: %d opened and verified",
          int(copies.size()), refused, openedWithoutAnchor);
    QCOMPARE(refused, 39);
    QCOMPARE(openedWithoutAnchor, 39);
}

void TestAttackReplay::everyStaleJournalIsSeen() {
    LedgerFixture fixture;
    std::vector<QByteArray> journals;
    KnownHead known;
    {
        auto ledger = fixture.create();
        for (int i = 0; i < 40; ++i) {
            QVERIFY(ledger->append(LedgerFixture::note(QStringLiteral("no. %1").arg(i)), fixture.meera.author()));
            journals.push_back(JournalCatcher::last());
        }
        known = ledger->known();
    }
    const QByteArray whole = bytesOfFile(fixture.path);
    const auto putBack = [&](const QByteArray& journal) {
        return writeFile(fixture.path, whole) && writeFile(fixture.path + QStringLiteral("-journal"), journal);
    };

    int rolledBack = 0, damaged = 0, unseen = 0, openedWithoutAnchor = 0;
    for (const QByteArray& journal : journals) {
        QVERIFY(putBack(journal));
        const auto anchored = fixture.open(known);
        if (anchored)
            ++unseen;
        else
            ++(anchored.error().code == ErrorCode::RolledBack ? rolledBack : damaged);
        QVERIFY(putBack(journal));
        const auto unanchored = fixture.open();
        openedWithoutAnchor += unanchored && (*unanchored)->verify() && (*unanchored)->head().seq < known.seq ? 1 : 0;
    }

    qInfo(
        "40 stale journals: %d seen as taken back, %d as damage, %d unseen; control, without what was seen before: %d "
        "opened and verified with entries missing",
        rolledBack, damaged, unseen, openedWithoutAnchor);
    QCOMPARE(unseen, 0);
    QVERIFY(rolledBack > 0);
    QCOMPARE(openedWithoutAnchor, rolledBack);
}

void TestAttackReplay::olderPagesAmongNewerOnesAreSeen() {
    constexpr qsizetype page = 4096;
    LedgerFixture fixture;
    std::vector<QByteArray> versions;
    KnownHead known;
    {
        auto ledger = fixture.create();
        for (int i = 0; i < 20; ++i) {
            versions.push_back(bytesOfFile(fixture.path));
            QVERIFY(ledger->append(LedgerFixture::note(QString(900, QLatin1Char('n'))), fixture.meera.author()));
        }
        known = ledger->known();
    }
    const QByteArray whole = bytesOfFile(fixture.path);
    const std::vector<Entry> entries = (*fixture.open())->entries();

    int tried = 0, seen = 0, harmless = 0, unseen = 0;
    for (const QByteArray& version : versions) {
        for (qsizetype at = 0; at < version.size(); at += page) {
            if (version.mid(at, page) == whole.mid(at, page))
                continue;
            ++tried;
            QVERIFY(writeFile(fixture.path, QByteArray(whole).replace(at, page, version.mid(at, page))));
            const auto ledger = fixture.open(known);
            if (!ledger || !(*ledger)->verify())
                ++seen;
            else
                ++((*ledger)->entries() == entries ? harmless : unseen);
        }
    }

    qInfo("%d single pages put back: %d seen, %d harmless, %d unseen", tried, seen, harmless, unseen);
    QVERIFY(tried > 20);
    QCOMPARE(unseen, 0);
}

QTEST_GUILESS_MAIN(TestAttackReplay)
#include "test_attackreplay.moc"

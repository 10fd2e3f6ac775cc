#include "tests/ledger/faultyfiles.h"
#include "tests/ledger/ledgerfixture.h"
#include <QTest>

using namespace core;
using namespace core::ledger;

// Whatever the disk does in the middle of an append: what is said afterwards is true, and the record goes on.
class TestLedgerFaults : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void whatIsSaidAfterAFaultIsTrue_data();
    void whatIsSaidAfterAFaultIsTrue();
    void commitThatFailedAndHappenedIsSaidToHaveHappened();
    void whatLiesBesideTheFileIsLookedAtAfterAFailedCommitToo();
};

void TestLedgerFaults::initTestCase() {
    QVERIFY(db::Database::libraryVersion());
    FaultyFiles::install();
}

void TestLedgerFaults::whatIsSaidAfterAFaultIsTrue_data() {
    QTest::addColumn<int>("kinds");
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("sticky");
    for (const bool sticky : {false, true}) {
        const auto row = [&](const char* name, int kinds, int code) {
            QTest::addRow("%s, %s", name, sticky ? "from then on" : "once") << kinds << code << sticky;
        };
        row("disk full", FaultyFiles::Write, SQLITE_FULL);
        row("write error", FaultyFiles::Write, SQLITE_IOERR_WRITE);
        row("sync error", FaultyFiles::Sync, 0);
        row("truncation error", FaultyFiles::Truncate, 0);
        row("lock error", FaultyFiles::Lock, 0);
        row("read error", FaultyFiles::Read, 0);
    }
}

void TestLedgerFaults::whatIsSaidAfterAFaultIsTrue() {
    QFETCH(int, kinds);
    QFETCH(int, code);
    QFETCH(bool, sticky);
    LedgerFixture fixture;
    auto ledger = fixture.create();
    int faults = 0, said = 0, unclear = 0;

    for (int at = 1; at < 60; ++at) {
        const NewEntry entry = LedgerFixture::note(QString(5000, QLatin1Char('n')));
        FaultyFiles::arm(kinds, at, code, sticky);
        const auto added = ledger->append(entry, fixture.meera.author());
        FaultyFiles::disarm();
        if (!FaultyFiles::fired())
            break;
        ++faults;

        const auto fresh = fixture.open();
        QVERIFY2(fresh, qPrintable(QStringLiteral("after fault %1").arg(at)));
        const bool there = (*fresh)->entries().back().id == entry.id;
        if (added || added.error().code != ErrorCode::CommitUnclear)
            QCOMPARE(there, added.has_value());
        else
            ++unclear;
        ++said;
        QVERIFY((*fresh)->verify());
        QVERIFY(ledger->refresh()); // the same window goes on once the fault is over
        QCOMPARE(ledger->head(), (*fresh)->head());
        const auto next = ledger->append(LedgerFixture::note(QStringLiteral("next")), fixture.meera.author());
        QVERIFY2(next, next ? "" : qPrintable(errorName(next.error().code) + next.error().detail));
    }

    qInfo("%d faults, %d unclear", faults, unclear);
    QVERIFY(faults > 0 || kinds == FaultyFiles::Read); // an append may find every page in memory
    QCOMPARE(said, faults);
}

// The journal is emptied, which is the commit; then its sync fails, and SQLite says that the commit failed.
void TestLedgerFaults::commitThatFailedAndHappenedIsSaidToHaveHappened() {
    LedgerFixture fixture;
    auto ledger = fixture.create();
    int happened = 0, failedAndHappened = 0;
    for (int at = 1; at < 20; ++at) {
        auto raw = fixture.raw();
        raw->run("PRAGMA journal_mode = TRUNCATE");
        raw->run("PRAGMA synchronous = EXTRA");
        raw->run("BEGIN IMMEDIATE");
        raw->run("INSERT INTO draft SELECT '00000000-0000-4000-8000-0000000000" + QByteArray::number(10 + at) +
                 "', author, kind, recorded, '{}' FROM entry WHERE seq = 1");
        FaultyFiles::arm(FaultyFiles::Sync, at, 0, false);
        const bool failed = raw->run("COMMIT") != SQLITE_OK;
        FaultyFiles::disarm();
        raw.reset();
        const bool there = fixture.raw()->value("SELECT count(*) FROM draft WHERE id LIKE '%" +
                                                QByteArray::number(10 + at) + "'") == "1";
        failedAndHappened += failed && there ? 1 : 0;

        const NewEntry entry = LedgerFixture::note(QStringLiteral("x"));
        FaultyFiles::arm(FaultyFiles::Sync, at, 0, false);
        const auto added = ledger->append(entry, fixture.meera.author());
        const bool fired = FaultyFiles::fired();
        FaultyFiles::disarm();
        happened += added && fired ? 1 : 0;
    }

    qInfo("sync errors after which an append was found to have happened: %d; control, believing the error: %d such "
          "commits",
          happened, failedAndHappened);
    QVERIFY(failedAndHappened > 0); // the control: SQLite's word alone is wrong at times
    QVERIFY(happened > 0);
}

// Put there while the commit was under way: SQLite takes a write-ahead log up at the next opening, and away at its end.
void TestLedgerFaults::whatLiesBesideTheFileIsLookedAtAfterAFailedCommitToo() {
    LedgerFixture fixture;
    auto ledger = fixture.create();
    const QString beside = fixture.path + QStringLiteral("-wal");
    const QByteArray content(4096, 'w');
    const auto stands = [&] {
        QFile file(beside);
        return file.open(QIODevice::ReadOnly) && file.readAll() == content;
    };
    bool during = false;
    ledger->useClock([&] {
        QFile file(beside);
        if (during && file.open(QIODevice::WriteOnly))
            file.write(content);
        return readClock();
    });
    during = true;
    FaultyFiles::arm(FaultyFiles::Sync, 1, 0, false);
    const NewEntry entry = LedgerFixture::note(QStringLiteral("x"));

    const auto added = ledger->append(entry, fixture.meera.author());

    QVERIFY(FaultyFiles::fired());
    FaultyFiles::disarm();
    during = false;
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::CommitUnclear);
    QVERIFY(stands());
    QCOMPARE(ledger->append(entry, fixture.meera.author()).error().code, ErrorCode::StaleJournal);
    QVERIFY(QFile::remove(beside));
    QVERIFY(ledger->append(entry, fixture.meera.author()));
}

QTEST_GUILESS_MAIN(TestLedgerFaults)
#include "test_ledgerfaults.moc"

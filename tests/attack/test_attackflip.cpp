#include "tests/ledger/ledgerfixture.h"
#include <QTest>

using namespace core;
using namespace core::ledger;

namespace {

QString memoryFolder() {
    const QString shared = QStringLiteral("/dev/shm");
    return QFileInfo(shared).isWritable() ? shared + QStringLiteral("/firsthand-XXXXXX")
                                          : QDir::tempPath() + QStringLiteral("/firsthand-XXXXXX");
}

struct Tally {
    int flipped = 0, seenByPages = 0, opened = 0, refusedAtOpening = 0, refusedByVerify = 0, sameContent = 0,
        unseen = 0;
};

bool writeByte(QFile& file, qint64 place, char byte) {
    return file.seek(place) && file.write(&byte, 1) == 1 && file.flush();
}

// The whole way that a ledger is opened and verified.
void openAndVerify(const LedgerFixture& fixture, const QString& path, const std::vector<Entry>& expected,
                   Tally& tally) {
    ++tally.opened;
    const auto ledger = Ledger::open(path, fixture.keys, fixture.genesis, db::Database::Mode::ReadOnly);
    if (!ledger)
        ++tally.refusedAtOpening;
    else if (!(*ledger)->verify())
        ++tally.refusedByVerify;
    else
        ++((*ledger)->entries() == expected ? tally.sameContent : tally.unseen);
}

QByteArray recordOf(sqlite3* plain) {
    QByteArray record;
    sqlite3_stmt* rows = nullptr;
    if (sqlite3_prepare_v2(plain, kSelectRows, -1, &rows, nullptr) != SQLITE_OK)
        return {};
    sqlite3_bind_int64(rows, 1, 0);
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(rows)) == SQLITE_ROW) {
        for (int column = 0; column < 13; ++column)
            record += QByteArray(reinterpret_cast<const char*>(sqlite3_column_text(rows, column))) + '\n';
    }
    sqlite3_finalize(rows);
    return code == SQLITE_DONE ? record : QByteArray();
}

} // namespace

class TestAttackFlip : public QObject {
    Q_OBJECT
private slots:
    void everyByteOfALedgerFlippedIsSeenOrChangesNothing();
    void withTheChecksOffFlipsAreNotSeen();

private:
    static std::vector<Entry> sixtyEntries(LedgerFixture& fixture) {
        auto ledger = fixture.create();
        std::vector<NewEntry> entries;
        for (int i = 0; i < 58; ++i)
            entries.push_back(LedgerFixture::note(QStringLiteral("no. %1").arg(i)));
        if (!ledger->appendAll(entries, fixture.meera.author()) ||
            !ledger->append(LedgerFixture::redacting(entries[7].id), fixture.meera.author()))
            return {};
        return ledger->entries();
    }
};

void TestAttackFlip::everyByteOfALedgerFlippedIsSeenOrChangesNothing() {
    QTemporaryDir memory(memoryFolder());
    LedgerFixture fixture;
    const std::vector<Entry> entries = sixtyEntries(fixture);
    QCOMPARE(entries.size(), std::size_t(60));
    const QByteArray whole = bytesOfFile(fixture.path);
    const QString path = memory.filePath(QStringLiteral("flipped.db"));
    QVERIFY(writeFile(path, whole));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
    RawConnection pages(path, fixture.keys.sqlKey, fixture.keys.sqlSalt);
    QCOMPARE(pages.value("SELECT count(*) FROM entry"), QByteArray("60"));
    QVERIFY(pages.value("PRAGMA cipher_integrity_check").isEmpty());

    // Opening anew takes milliseconds: every byte is put to the page check that verify() makes; what that does not see,
    // and every 61st byte besides, goes the whole way.
    Tally tally;
    for (int place = 0; place < whole.size(); ++place) {
        QVERIFY(writeByte(file, place, char(whole[place] ^ (1 << place % 8))));
        ++tally.flipped;
        const bool seen = !pages.value("PRAGMA cipher_integrity_check").isEmpty();
        tally.seenByPages += seen ? 1 : 0;
        if (!seen || place % 61 == 0)
            openAndVerify(fixture, path, entries, tally);
        QVERIFY(writeByte(file, place, whole[place]));
    }

    qInfo("%d bytes flipped: %d seen by the page check; %d opened and verified: %d refused at opening, %d by verify, "
          "%d with "
          "the same content, %d unseen",
          tally.flipped, tally.seenByPages, tally.opened, tally.refusedAtOpening, tally.refusedByVerify,
          tally.sameContent, tally.unseen);
    QCOMPARE(tally.flipped, int(whole.size()));
    QCOMPARE(tally.unseen, 0);
    QVERIFY(tally.refusedAtOpening > 0);
    QVERIFY(tally.refusedByVerify > 0);
    QVERIFY(tally.sameContent <= 16); // the salt, which is not read from the file
}

// The same rows in a plain SQLite file, read without the chain.
void TestAttackFlip::withTheChecksOffFlipsAreNotSeen() {
    QTemporaryDir memory(memoryFolder());
    LedgerFixture fixture;
    QCOMPARE(sixtyEntries(fixture).size(), std::size_t(60));
    const QString path = memory.filePath(QStringLiteral("plain.db"));
    {
        auto raw = fixture.raw();
        QCOMPARE(raw->run("ATTACH '" + path.toUtf8() + "' AS plain KEY ''"), SQLITE_OK);
        QCOMPARE(raw->run("SELECT sqlcipher_export('plain')"), SQLITE_OK);
    }
    const QByteArray whole = bytesOfFile(path);
    const auto read = [&] {
        sqlite3* plain = nullptr;
        sqlite3_open_v2(path.toUtf8().constData(), &plain, SQLITE_OPEN_READONLY, nullptr);
        const QByteArray record = recordOf(plain);
        sqlite3_close(plain);
        return record;
    };
    const QByteArray right = read();
    QVERIFY(right.contains("no. 57"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Unbuffered));

    int flipped = 0, unseen = 0;
    for (qsizetype place = 0; place < whole.size(); place += 29) {
        QVERIFY(writeByte(file, place, char(whole[place] ^ 1)));
        const QByteArray record = read();
        ++flipped;
        unseen += !record.isEmpty() && record != right ? 1 : 0;
        QVERIFY(writeByte(file, place, whole[place]));
    }

    qInfo("control, plain file and no chain: %d bytes flipped, %d changed the record unseen", flipped, unseen);
    QVERIFY(unseen > 100);
}

QTEST_GUILESS_MAIN(TestAttackFlip)
#include "test_attackflip.moc"

#include "tests/attack/attackedvault.h"
#include <QElapsedTimer>
#include <QTest>
#include <sys/wait.h>
#include <unistd.h>

using namespace core;
using namespace tests;
using ledger::Entry;

#ifndef __SANITIZE_ADDRESS__
// Locking memory takes three quarters of the time here, and has no part in what is checked.
extern "C" int mlock(const void*, size_t) noexcept {
    return 0;
}
extern "C" int munlock(const void*, size_t) noexcept {
    return 0;
}
#endif

namespace {

struct Tally {
    int flipped = 0, named = 0, same = 0, wholeVerify = 0;
    int unseen = 0; // neither named nor the same
    qsizetype firstUnseen = -1;
};

bool writeByte(QFile& file, qsizetype place, char byte) {
    return file.seek(place) && file.write(&byte, 1) == 1;
}

char flipped(const QByteArray& whole, qsizetype place) {
    return char(whole[place] ^ (1 << place % 8));
}

// One copy of the vault; another for each thread.
class Flipper {
public:
    Flipper(const AttackedVault& made, const QString& folder)
        : m_made(made), m_vault(made.unlockAt(folder)), m_id(made.id()) {}

    // Flips one byte of `file`, asks verify, and puts it right again.
    bool flip(QFile& file, const QByteArray& whole, qsizetype place, const std::vector<Entry>& expected, Tally& tally) {
        if (!writeByte(file, place, flipped(whole, place)))
            return false;
        const bool all = place % 61 == 0; // the office takes as long as the case
        const Verified verified = all ? AttackedVault::verify(*m_vault) : AttackedVault::verifyCases(*m_vault);
        ++tally.flipped;
        tally.wholeVerify += all ? 1 : 0;
        if (verified.blames(m_id))
            ++tally.named;
        else if (verified.isFine() && sameAs(expected))
            ++tally.same;
        else if (++tally.unseen == 1)
            tally.firstUnseen = place;
        return writeByte(file, place, whole[place]);
    }

private:
    bool sameAs(const std::vector<Entry>& expected) {
        const auto opened = m_vault->openCase(m_id);
        return opened && (*opened)->entries() == expected;
    }
    const AttackedVault& m_made;
    std::unique_ptr<vault::Vault> m_vault;
    CaseId m_id;
};

// Rows as they stand, whatever they stand in; empty if they cannot be read.
QByteArray rowsOf(sqlite3* database) {
    QByteArray rows;
    sqlite3_stmt* select = nullptr;
    if (sqlite3_prepare_v2(database, ledger::kSelectRows, -1, &select, nullptr) != SQLITE_OK)
        return {};
    sqlite3_bind_int64(select, 1, 0);
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(select)) == SQLITE_ROW) {
        for (int column = 0; column < 13; ++column)
            rows += QByteArray(reinterpret_cast<const char*>(sqlite3_column_text(select, column))) + '\n';
    }
    sqlite3_finalize(select);
    return code == SQLITE_DONE ? rows : QByteArray();
}

} // namespace

// One bit in every byte, and `firsthand-tool verify`.
class TestVaultFlip : public QObject {
    Q_OBJECT

public:
    static void initMain() { qputenv("QTEST_FUNCTION_TIMEOUT", "900000"); } // on a busy machine

private slots:
    void initTestCase() {
        QVERIFY(m_made.isOk());
        QVERIFY(m_made.runVerify().isFine());
        m_entries = (*m_made.unlock()->openCase(m_made.id()))->entries();
        QCOMPARE(m_entries.size(), std::size_t(60));
    }
    void everyByteOfALedgerFlippedIsNamedOrChangesNothing();
    void everyByteOfAnAccessRecordFlippedIsNamed();
    void everyByteOfAnAnchorFlippedChangesNothing();
    void theProgramItselfSaysTheSame();
    void withTheChecksOffFlipsChangeTheRecord();

private:
    Tally flipHalf(int first) const;
    Tally flipAll(const QString& path);
    AttackedVault m_made{1};
    std::vector<Entry> m_entries;
};

// Every second byte, from the first or from the second on, of a copy of the vault.
Tally TestVaultFlip::flipHalf(int first) const {
    const QByteArray whole = bytesOfFile(m_made.ledgerFile());
    const QString folder = m_made.path(QStringLiteral("copy-%1").arg(first));
    copyFolder(m_made.folder(), folder);
    Flipper flipper(m_made, folder);
    QFile file(folder + m_made.ledgerFile().mid(m_made.folder().size()));
    if (!file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return {};
    Tally tally;
    for (qsizetype place = first; place < whole.size(); place += 2) {
        if (!flipper.flip(file, whole, place, m_entries, tally))
            return {};
    }
    return tally;
}

void TestVaultFlip::everyByteOfALedgerFlippedIsNamedOrChangesNothing() {
    QElapsedTimer clock;
    clock.start();
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    const pid_t other = ::fork(); // two processes: two threads would wait for each other's memory
    if (other == 0) {
        const Tally half = flipHalf(1);
        const bool told = ::write(ends[1], &half, sizeof half) == ssize_t(sizeof half);
        ::_exit(told ? 0 : 1);
    }
    QVERIFY(other > 0);
    ::close(ends[1]);
    Tally all = flipHalf(0);
    Tally half;
    const bool heard = ::read(ends[0], &half, sizeof half) == ssize_t(sizeof half);
    ::close(ends[0]);
    ::waitpid(other, nullptr, 0);
    QVERIFY(heard);
    all.flipped += half.flipped;
    all.named += half.named;
    all.same += half.same;
    all.wholeVerify += half.wholeVerify;
    all.unseen += half.unseen;

    qInfo("%d bytes of a 60-entry ledger flipped in %lld s (%d with the office too): verify names the case for %d, "
          "the content is the same for %d, unseen %d",
          all.flipped, static_cast<long long>(clock.elapsed() / 1000), all.wholeVerify, all.named, all.same,
          all.unseen);
    QCOMPARE(all.flipped, int(bytesOfFile(m_made.ledgerFile()).size()));
    QVERIFY2(all.unseen == 0, qPrintable(QStringLiteral("byte %1 or %2").arg(all.firstUnseen).arg(half.firstUnseen)));
    QVERIFY(all.same <= 16); // the salt in front, which is not read from the file
}

Tally TestVaultFlip::flipAll(const QString& path) {
    const QByteArray whole = bytesOfFile(path);
    Flipper flipper(m_made, m_made.folder());
    Tally tally;
    for (qsizetype place = 0; place < whole.size(); ++place) {
        QFile file(path); // anew each time: an anchor is replaced while it is damaged
        if (!file.open(QIODevice::ReadWrite | QIODevice::Unbuffered) ||
            !flipper.flip(file, whole, place, m_entries, tally))
            return {};
        file.close();
        if (!writeFile(path, whole))
            return {};
    }
    return tally;
}

void TestVaultFlip::everyByteOfAnAccessRecordFlippedIsNamed() {
    const Tally tally = flipAll(m_made.accessFile());

    qInfo("%d bytes of an access record flipped: verify names the case for %d, the same for %d, unseen %d",
          tally.flipped, tally.named, tally.same, tally.unseen);
    QVERIFY(tally.flipped > 500);
    QCOMPARE(tally.named, tally.flipped);
}

// A damaged anchor counts as none and is made again: the record is what it was.
void TestVaultFlip::everyByteOfAnAnchorFlippedChangesNothing() {
    const Tally tally = flipAll(m_made.anchorFile());

    qInfo("%d bytes of an anchor flipped: the content is the same for %d, unseen %d", tally.flipped, tally.same,
          tally.unseen);
    QVERIFY(tally.flipped > 200);
    QCOMPARE(tally.same, tally.flipped);
}

void TestVaultFlip::theProgramItselfSaysTheSame() {
    const QByteArray whole = bytesOfFile(m_made.ledgerFile());
    QFile file(m_made.ledgerFile());
    QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Unbuffered));

    int ran = 0, named = 0, fine = 0;
    for (qsizetype place = 3; place < whole.size(); place += 2039) {
        QVERIFY(writeByte(file, place, flipped(whole, place)));
        const Verified verified = m_made.runVerify();
        ++ran;
        named += verified.blames(m_made.id()) ? 1 : 0;
        fine += verified.isFine() ? 1 : 0;
        QVERIFY(writeByte(file, place, whole[place]));
    }

    qInfo("firsthand-tool verify ran %d times: exit 1 with the case named %d times, content the same %d times", ran,
          named, fine);
    QVERIFY(ran > 20);
    QCOMPARE(fine, 1); // byte 3 is salt
    QCOMPARE(named, ran - 1);
    QVERIFY(m_made.runVerify().isFine());
}

// The same case, encrypted, in a file whose pages carry no HMAC, read without the chain.
void TestVaultFlip::withTheChecksOffFlipsChangeTheRecord() {
    const crypto::CaseKeys keys = m_made.caseKeys();
    const QString path = m_made.path(QStringLiteral("unchecked.db"));
    const QByteArray key = "x'" + QByteArray(64, '7') + QByteArray(32, '3') + "'";
    {
        const auto raw = m_made.raw();
        QCOMPARE(raw->run("ATTACH '" + path.toUtf8() + "' AS unchecked KEY \"" + key + "\""), SQLITE_OK);
        QCOMPARE(raw->run("PRAGMA unchecked.cipher_use_hmac = OFF"), SQLITE_OK);
        QCOMPARE(raw->run("SELECT sqlcipher_export('unchecked')"), SQLITE_OK);
    }
    const QByteArray whole = bytesOfFile(path);
    QVERIFY(!whole.contains("member/1")); // it is encrypted
    const auto read = [&] {
        sqlite3* database = nullptr;
        sqlite3_open_v2(path.toUtf8().constData(), &database, SQLITE_OPEN_READONLY, nullptr);
        sqlite3_key(database, key.constData(), int(key.size()));
        sqlite3_exec(database, "PRAGMA cipher_use_hmac = OFF", nullptr, nullptr, nullptr);
        const QByteArray rows = rowsOf(database);
        sqlite3_close(database);
        return rows;
    };
    const QByteArray right = read();
    QVERIFY(right.count("words/1") > 0);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Unbuffered));

    int tried = 0, unseen = 0;
    for (qsizetype place = 0; place < whole.size(); place += 29) {
        QVERIFY(writeByte(file, place, flipped(whole, place)));
        const QByteArray rows = read();
        ++tried;
        unseen += !rows.isEmpty() && rows != right ? 1 : 0;
        QVERIFY(writeByte(file, place, whole[place]));
    }

    qInfo("control, without the page check and the chain: %d bytes flipped, %d changed the record and nothing was said",
          tried, unseen);
    QVERIFY(unseen > 100);
}

QTEST_GUILESS_MAIN(TestVaultFlip)
#include "test_vaultflip.moc"

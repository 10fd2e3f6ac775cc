// What sealing and signing cost: an append to a ledger beside a plain insert with the same journal settings, pair by
// pair.
#include "core/ledger/ledger.h"
#include "tests/bench/figures.h"
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <sqlcipher/sqlite3.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace core;

namespace {

const QString text = QStringLiteral("Said that the messages began in the summer. ").repeated(12);

// What one of the two cost: by the clock, and of the processor in its own code and in the kernel.
struct Cost {
    double wallMs = 0, ownMs = 0, kernelMs = 0;
};

double milliseconds(const timeval& time) {
    return double(time.tv_sec) * 1e3 + double(time.tv_usec) / 1e3;
}

template <class Work>
Cost costOf(Work work) {
    rusage before{}, after{};
    QElapsedTimer timer;
    getrusage(RUSAGE_THREAD, &before);
    timer.start();
    work();
    const double wall = double(timer.nsecsElapsed()) / 1e6;
    getrusage(RUSAGE_THREAD, &after);
    return {wall, milliseconds(after.ru_utime) - milliseconds(before.ru_utime),
            milliseconds(after.ru_stime) - milliseconds(before.ru_stime)};
}

// Without a key the library is plain SQLite.
class PlainTable {
public:
    explicit PlainTable(const QString& path) {
        sqlite3_open(path.toUtf8().constData(), &m_db);
        run("PRAGMA journal_mode=TRUNCATE");
        run("PRAGMA synchronous=EXTRA");
        run("CREATE TABLE entry(seq INTEGER PRIMARY KEY, kind TEXT, recorded TEXT, body TEXT) STRICT");
        prepare("BEGIN IMMEDIATE", m_begin);
        prepare("INSERT INTO entry(kind, recorded, body) VALUES(?, ?, ?)", m_insert);
        prepare("COMMIT", m_commit);
    }
    ~PlainTable() {
        for (sqlite3_stmt* statement : {m_begin, m_insert, m_commit})
            sqlite3_finalize(statement);
        sqlite3_close(m_db);
    }
    void insert(const QByteArray& body) {
        step(m_begin);
        sqlite3_bind_text(m_insert, 1, "note/1", -1, SQLITE_STATIC);
        sqlite3_bind_text(m_insert, 2, "2026-11-22T10:00:00Z", -1, SQLITE_STATIC);
        sqlite3_bind_text(m_insert, 3, body.constData(), int(body.size()), SQLITE_STATIC);
        step(m_insert);
        step(m_commit);
    }

private:
    void run(const char* sql) {
        if (sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            qFatal("%s failed", sql);
    }
    void prepare(const char* sql, sqlite3_stmt*& statement) {
        if (sqlite3_prepare_v3(m_db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
            qFatal("%s is not understood", sql);
    }
    static void step(sqlite3_stmt* statement) {
        if (sqlite3_step(statement) != SQLITE_DONE)
            qFatal("the plain insert failed");
        sqlite3_reset(statement);
    }
    sqlite3* m_db = nullptr;
    sqlite3_stmt *m_begin = nullptr, *m_insert = nullptr, *m_commit = nullptr;
};

// In a process of its own: ours locks and wipes all memory that SQLite uses, which a plain insert does not do.
class Plain {
public:
    explicit Plain(const QString& path) {
        if (socketpair(AF_UNIX, SOCK_STREAM, 0, m_ends) != 0)
            qFatal("no socket pair");
        if (fork() == 0) {
            close(m_ends[0]);
            serve(path);
            _exit(0);
        }
        close(m_ends[1]);
    }
    ~Plain() { close(m_ends[0]); } // the other process sees it and ends
    Cost insert() {
        Cost cost;
        char go = 1;
        if (write(m_ends[0], &go, 1) != 1 || read(m_ends[0], &cost, sizeof cost) != ssize_t(sizeof cost))
            qFatal("the plain insert failed");
        return cost;
    }

private:
    void serve(const QString& path) {
        PlainTable table(path);
        const QByteArray body = text.toUtf8();
        for (char go = 0; read(m_ends[1], &go, 1) == 1;) {
            const Cost cost = costOf([&] { table.insert(body); });
            if (write(m_ends[1], &cost, sizeof cost) != ssize_t(sizeof cost))
                return;
        }
    }
    int m_ends[2] = {-1, -1};
};

ledger::Grant leadsGrant(const MemberId& me, const crypto::MemberKeys& keys) {
    ledger::Grant grant;
    grant.member = me;
    grant.name = QStringLiteral("A. Lead");
    grant.role = ledger::Role::Lead;
    grant.signKey = keys.sign.publicKey;
    grant.boxKey = keys.box.publicKey;
    grant.mayAdd = grant.mayGrant = grant.mayExport = true;
    return grant;
}

class Ours {
public:
    explicit Ours(const QString& path)
        : m_keys(crypto::caseKeys(crypto::Secret::random(32)))
        , m_member(crypto::memberKeys(crypto::Secret::random(32))) {
        auto ledger = ledger::Ledger::create(path, m_keys, {VaultId::random(), CaseId::random()});
        if (!ledger)
            qFatal("no ledger");
        m_ledger = std::move(*ledger);
        add(QStringLiteral("member/1"), ledger::grantFields(leadsGrant(m_me, m_member)));
    }
    Cost append() {
        return costOf([this] { add(QStringLiteral("note/1"), {{QStringLiteral("text"), text}}); });
    }

private:
    void add(const QString& kind, const QJsonObject& fields) {
        if (!m_ledger->append({kind, {}, fields, {}}, {m_me, m_member.sign}))
            qFatal("an append failed");
    }
    const MemberId m_me = MemberId::random();
    crypto::CaseKeys m_keys;
    crypto::MemberKeys m_member;
    std::unique_ptr<ledger::Ledger> m_ledger;
};

// The kernel counts a thread's time exactly, but splits it between its own and the thread's roughly: only sums are
// true.
struct Sum {
    double own = 0, kernel = 0;
    void add(const Cost& cost) {
        own += cost.ownMs;
        kernel += cost.kernelMs;
    }
};

} // namespace

int main(int argc, char** argv) {
    const int pairs = bench::isSmall(argc, argv) ? 5 : 400;
    const QString beside = QFileInfo(QString::fromLocal8Bit(argv[0])).absolutePath(); // not on a memory file system
    const QTemporaryDir folder(beside + QStringLiteral("/append-XXXXXX"));
    Plain plain(folder.filePath(QStringLiteral("plain.db"))); // before the library is started here
    const QCoreApplication app(argc, argv);
    crypto::init();
    Ours ours(folder.filePath(QStringLiteral("case.db")));
    std::vector<double> ratios;
    Sum plainSum, oursSum;
    for (int pair = -20; pair < pairs; ++pair) {
        const Cost one = plain.insert();
        const Cost other = ours.append();
        if (pair < 0) // these warm the caches
            continue;
        ratios.push_back(other.wallMs / one.wallMs);
        plainSum.add(one);
        oursSum.add(other);
    }
    const auto each = [&](double sum) { return sum / pairs; };
    bench::note("CPU of an append: %.2f ms in our code, %.2f ms in the kernel; of a plain insert: %.2f and %.2f ms",
                each(oursSum.own), each(oursSum.kernel), each(plainSum.own), each(plainSum.kernel));
    bench::print("append-vs-plain-insert", bench::median(ratios), "x", 1.8);
    bench::print("append-cpu", each(oursSum.own + oursSum.kernel), "ms", 0.3);
    return 0;
}

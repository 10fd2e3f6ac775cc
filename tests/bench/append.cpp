// What sealing and signing cost: an append to a ledger beside a plain insert with the same journal settings, pair by pair.
#include "core/ledger/ledger.h"
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <sqlcipher/sqlite3.h>

using namespace core;

namespace {

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double cpuMs() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

// The same library without a key is plain SQLite.
class Plain {
public:
    explicit Plain(const QString& path) {
        sqlite3_open(path.toUtf8().constData(), &m_db);
        run("PRAGMA journal_mode=TRUNCATE");
        run("PRAGMA synchronous=EXTRA");
        run("CREATE TABLE entry(seq INTEGER PRIMARY KEY, kind TEXT, recorded TEXT, body TEXT) STRICT");
        sqlite3_prepare_v2(m_db, "INSERT INTO entry(kind, recorded, body) VALUES(?, ?, ?)", -1, &m_insert, nullptr);
    }
    ~Plain() {
        sqlite3_finalize(m_insert);
        sqlite3_close(m_db);
    }
    void insert(const QByteArray& body) {
        run("BEGIN IMMEDIATE");
        sqlite3_bind_text(m_insert, 1, "note/1", -1, SQLITE_STATIC);
        sqlite3_bind_text(m_insert, 2, "2026-11-22T10:00:00Z", -1, SQLITE_STATIC);
        sqlite3_bind_text(m_insert, 3, body.constData(), int(body.size()), SQLITE_STATIC);
        if (sqlite3_step(m_insert) != SQLITE_DONE)
            qFatal("the plain insert failed");
        sqlite3_reset(m_insert);
        run("COMMIT");
    }

private:
    void run(const char* sql) {
        if (sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            qFatal("%s failed", sql);
    }
    sqlite3* m_db = nullptr;
    sqlite3_stmt* m_insert = nullptr;
};

} // namespace

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    crypto::init();
    const QString beside = QCoreApplication::applicationDirPath(); // on the disk the build is on, not a memory file system
    QTemporaryDir folder(beside + QStringLiteral("/append-XXXXXX"));
    const crypto::CaseKeys keys = crypto::caseKeys(crypto::Secret::random(32));
    crypto::MemberKeys member = crypto::memberKeys(crypto::Secret::random(32));
    auto ledger = ledger::Ledger::create(folder.filePath(QStringLiteral("case.db")), keys, {VaultId::random(), CaseId::random()});
    if (!ledger)
        qFatal("no ledger");
    const MemberId me = MemberId::random();
    const ledger::Author author{me, member.sign};
    ledger::Grant grant;
    grant.member = me;
    grant.name = QStringLiteral("A. Lead");
    grant.role = ledger::Role::Lead;
    grant.signKey = member.sign.publicKey;
    grant.boxKey = member.box.publicKey;
    grant.mayAdd = grant.mayGrant = grant.mayExport = true;
    if (!(*ledger)->append({QStringLiteral("member/1"), {}, ledger::grantFields(grant), {}}, author))
        qFatal("no first entry");

    Plain plain(folder.filePath(QStringLiteral("plain.db")));
    const QString text = QStringLiteral("Said that the messages began in the summer. ").repeated(12);
    const QJsonObject fields{{QStringLiteral("text"), text}};
    const QByteArray body = text.toUtf8();
    std::vector<double> ratios, cpu;
    for (int pair = 0; pair < 220; ++pair) {
        QElapsedTimer timer;
        timer.start();
        plain.insert(body);
        const double plainMs = double(timer.nsecsElapsed()) / 1e6;
        const double cpuBefore = cpuMs();
        timer.restart();
        if (!(*ledger)->append({QStringLiteral("note/1"), {}, fields, {}}, author))
            qFatal("an append failed");
        const double ours = double(timer.nsecsElapsed()) / 1e6;
        const double cpuUsed = cpuMs() - cpuBefore;
        if (pair >= 20) {
            ratios.push_back(ours / plainMs);
            cpu.push_back(cpuUsed);
        }
    }
    std::printf("append-vs-plain-insert %.3f x 1.8\n", median(ratios));
    std::printf("append-cpu %.3f ms 0.3\n", median(cpu));
    return 0;
}

// Many cases and one long one: opened, folded and searched, beside a bare loop over the same rows.
#include "core/record/casefile.h"
#include "core/record/search.h"
#include "core/sample/sample.h"
#include "tests/bench/figures.h"
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <sqlcipher/sqlite3.h>

using namespace core;

namespace {

double residentMb() {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        qFatal("no /proc");
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
    qFatal("no VmRSS");
}

std::unique_ptr<vault::Vault> vaultOf(const QTemporaryDir& folder, int cases, int entries, const guide::Guide& guide) {
    const QString path = folder.filePath(QStringLiteral("vault"));
    const QString profile = folder.filePath(QStringLiteral("profile"));
    auto made = sample::makeVault(path, {cases, entries, 1, {}}, guide, profile);
    if (!made)
        qFatal("no vault: %s", qPrintable(made.error().detail));
    auto vault = vault::Vault::unlock(path, made->name, crypto::Secret::takePassphrase(made->passphrase), profile);
    if (!vault)
        qFatal("the vault does not open");
    return std::move(*vault);
}

std::vector<std::unique_ptr<vault::CaseLedger>> openAll(vault::Vault& vault) {
    std::vector<vault::Vault::Unopened> unopened;
    auto ledgers = vault.openAll(unopened);
    if (!unopened.empty())
        qFatal("a case does not open");
    return ledgers;
}

// The same rows in SQLCipher files of the same number, with a raw key and nothing else around them.
class BareFiles {
public:
    BareFiles(const QString& folder, vault::Vault& vault) {
        for (const auto& ledger : openAll(vault)) {
            const QString path = QStringLiteral("%1/%2.db").arg(folder).arg(m_paths.size());
            fill(path, ledger->entries());
            m_paths.push_back(path);
        }
    }

    qint64 readAll() const {
        qint64 bytes = 0;
        for (const QString& path : m_paths) {
            sqlite3* db = open(path);
            sqlite3_stmt* select = nullptr;
            sqlite3_prepare_v2(db,
                               "SELECT seq, id, kind, occurred, recorded, author, body, salt, digest, chain, signature "
                               "FROM entry ORDER BY seq",
                               -1, &select, nullptr);
            while (sqlite3_step(select) == SQLITE_ROW)
                for (int column = 1; column < 11; ++column) {
                    sqlite3_column_text(select, column);
                    bytes += sqlite3_column_bytes(select, column);
                }
            sqlite3_finalize(select);
            sqlite3_close(db);
        }
        return bytes;
    }

private:
    static sqlite3* open(const QString& path) {
        sqlite3* db = nullptr;
        sqlite3_open(path.toUtf8().constData(), &db);
        const QByteArray key = "x'" + QByteArray(96, 'a') + "'";
        sqlite3_key(db, key.constData(), int(key.size()));
        return db;
    }

    static void fill(const QString& path, const std::vector<ledger::Entry>& entries) {
        sqlite3* db = open(path);
        sqlite3_exec(db,
                     "CREATE TABLE entry(seq INTEGER PRIMARY KEY, id TEXT, kind TEXT, occurred TEXT, recorded TEXT, "
                     "author TEXT, body TEXT, salt TEXT, digest TEXT, chain TEXT, signature TEXT) STRICT; BEGIN",
                     nullptr, nullptr, nullptr);
        sqlite3_stmt* insert = nullptr;
        sqlite3_prepare_v2(db, "INSERT INTO entry VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", -1, &insert, nullptr);
        for (const ledger::Entry& entry : entries) {
            const QByteArray texts[] = {entry.id.toString().toUtf8(),
                                        entry.kind.toUtf8(),
                                        entry.occurred.text().toUtf8(),
                                        entry.recorded.toString(Qt::ISODate).toUtf8(),
                                        entry.author.toString().toUtf8(),
                                        entry.body.value_or(QByteArray()),
                                        entry.bodySalt.toHex(),
                                        entry.bodyDigest.toHex(),
                                        entry.chain.toHex(),
                                        entry.signature.toHex()};
            sqlite3_bind_int64(insert, 1, entry.seq);
            for (int i = 0; i < 10; ++i)
                sqlite3_bind_text(insert, i + 2, texts[i].constData(), int(texts[i].size()), SQLITE_STATIC);
            if (sqlite3_step(insert) != SQLITE_DONE)
                qFatal("the bare insert failed");
            sqlite3_reset(insert);
        }
        sqlite3_finalize(insert);
        sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr);
        sqlite3_close(db);
    }

    std::vector<QString> m_paths;
};

// Every case as Home and search need it.
struct Ready {
    std::vector<std::unique_ptr<record::CaseFile>> files;
    record::SearchIndex index;
    std::size_t due = 0;
};

std::unique_ptr<Ready> makeReady(vault::Vault& vault, const guide::Guide& guide, const QDateTime& now) {
    auto ready = std::make_unique<Ready>();
    for (auto& ledger : openAll(vault)) {
        ready->files.push_back(std::make_unique<record::CaseFile>(std::move(ledger), guide, vault));
        ready->index.put(ready->files.back()->state());
        ready->due += record::dueItems(ready->files.back()->state(), now).size();
    }
    return ready;
}

double worstKeystroke(record::SearchIndex& index) {
    double worst = 0;
    for (const char* phrase :
         {"someone cant", "siân canteen", "zzz nobody", "the police and social care", "w", "مدد"}) {
        const QString typed = QString::fromUtf8(phrase);
        for (qsizetype length = 1; length <= typed.size(); ++length) {
            QElapsedTimer timer;
            timer.start();
            (void)index.find(typed.left(length));
            worst = std::max(worst, double(timer.nsecsElapsed()) / 1e6);
        }
    }
    return worst;
}

void manyCases(const guide::Guide& guide, int cases) {
    const QTemporaryDir folder;
    const auto vault = vaultOf(folder, cases, 60, guide);
    const QDateTime now = QDateTime::currentDateTime();
    const BareFiles bare(folder.path(), *vault);
    const double before = residentMb();
    std::vector<double> ratios, taken;
    std::unique_ptr<Ready> ready;
    for (int round = 0; round < 7; ++round) {
        ready.reset();
        QElapsedTimer timer;
        timer.start();
        if (bare.readAll() == 0)
            qFatal("the bare loop read nothing");
        const double bareMs = double(timer.nsecsElapsed()) / 1e6;
        timer.restart();
        ready = makeReady(*vault, guide, now);
        const double ours = double(timer.nsecsElapsed()) / 1e6;
        ratios.push_back(ours / bareMs);
        taken.push_back(ours);
    }
    if (ready->files.size() != std::size_t(cases))
        qFatal("not all cases are there");
    bench::note("all cases opened, folded and indexed: %.0f ms", bench::median(taken));
    bench::print("200-cases-ready-vs-bare-loop", bench::median(ratios), "x", 3);

    QElapsedTimer timer;
    timer.start();
    (void)ready->index.find(QStringLiteral("first"));
    bench::print("first-search-of-12000-entries", double(timer.nsecsElapsed()) / 1e6, "ms", 100);
    bench::print("search-keystroke-over-12000-entries", worstKeystroke(ready->index), "ms", 30);
    bench::print("memory-of-200-cases", residentMb() - before, "MB", 150);
}

void oneLongCase(const guide::Guide& guide, int entries) {
    const QTemporaryDir folder;
    const auto vault = vaultOf(folder, 1, entries, guide);
    std::vector<double> opened;
    std::vector<double> folded;
    for (int round = 0; round < 7; ++round) {
        QElapsedTimer timer;
        timer.start();
        auto ledger = vault->openCase(vault->cases().front());
        const double read = double(timer.nsecsElapsed()) / 1e6;
        const record::CaseFile file(std::move(*ledger), guide, *vault);
        if (file.state().byOccurred().size() < std::size_t(entries))
            qFatal("entries are missing");
        const double all = double(timer.nsecsElapsed()) / 1e6;
        opened.push_back(all);
        folded.push_back(all - read);
    }
    bench::note("of the long case, the fold: %.1f ms", bench::median(folded));
    bench::print("case-of-5000-entries-opened-and-folded", bench::median(opened), "ms", 120);
}

} // namespace

int main(int argc, char* argv[]) {
    const QCoreApplication application(argc, argv);
    crypto::init();
    const auto guide = guide::Guide::load();
    if (!guide)
        qFatal("no guide: %s", qPrintable(guide.error().detail));
    const bool small = bench::isSmall(argc, argv);
    manyCases(*guide, small ? 3 : 200);
    oneLongCase(*guide, small ? 60 : 5000);
    return 0;
}

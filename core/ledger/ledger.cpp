#include "core/ledger/ledger.h"
#include "core/db/leftover.h"
#include "core/ledger/beside.h"
#include "core/ledger/drafts.h"
#include "core/ledger/history.h"
#include "core/ledger/pending.h"
#include "core/ledger/readfile.h"
#include <algorithm>

namespace core::ledger {

namespace {

constexpr char kChainAt[] = "SELECT chain FROM entry WHERE seq = ?";
constexpr char kChainOfId[] = "SELECT chain FROM entry WHERE id = ?";
constexpr char kBlank[] = "UPDATE entry SET body = NULL, body_salt = NULL WHERE body IS NOT NULL AND (id = ?1 OR "
                          "(amends = ?1 AND kind NOT LIKE 'redaction/%'))";

} // namespace

QByteArray Genesis::digest() const {
    return crypto::Digest("firsthand/genesis/1").add(vault.bytes()).add(caseId.bytes()).result();
}

struct Ledger::Inner {
    Inner(QString file, const crypto::CaseKeys& keys, const Genesis& genesis, db::Database::Mode openMode,
          const OfficeKeys& officeKeys)
        : path(std::move(file))
        , key(keys.sqlKey.copy())
        , salt(keys.sqlSalt.copy())
        , genesisDigest(genesis.digest())
        , office(officeKeys)
        , mode(openMode)
        , history(genesisDigest, office) {
        static const ClockReading started = readClock(); // what this process measures the PC's clock against
        lastReading = started;
    }

    Result<> lookBeside(const KnownHead& known);
    KnownHead known() const;
    Result<std::unique_ptr<db::Database>> openDatabase(db::Database::Mode openMode) const;
    Result<> connect();
    void disconnect();
    Result<> ensureConnected();
    Result<bool> catchUp();
    Result<std::vector<Entry>> append(const std::vector<NewEntry>& entries, const Author& author);
    Result<std::vector<Row>> write(const std::vector<NewEntry>& entries, const Author& author);
    Result<> insert(const Row& row);
    Result<> settle(const Error& failure, const Row& last);

    // The key is held: after a failed commit the connection is thrown away and opened anew.
    QString path;
    crypto::Secret key, salt;
    QByteArray genesisDigest;
    OfficeKeys office;
    db::Database::Mode mode;
    Opening opening;  // past what stands beside the file; its copy outlives the database
    db::Stamp judged; // what the file and its journal were then, and what was known
    KnownHead judgedWith;
    std::unique_ptr<db::Database> database;
    db::Statement select, chainAt, insertEntry, blank; // after the database: gone before it
    Drafts drafts;
    History history;
    qint64 dataVersion = -1;
    ClockSource clock = readClock;
    ClockReading lastReading;
};

// Before SQLite does: it acts at once upon a journal that it finds.
Result<> Ledger::Inner::lookBeside(const KnownHead& known) {
    if (mode == db::Database::Mode::Alone)
        return {};
    const bool asUsual = opening.way == Opening::Way::AsUsual;
    const db::Stamp seen = asUsual ? db::Stamp() : db::stampOf(path);
    if (!asUsual && seen == judged)
        return {};
    const KnownHead before = asUsual ? known : judgedWith;
    auto found = judgeBeside({path, key, salt, genesisDigest, before}, mode == db::Database::Mode::ReadWrite);
    if (!found)
        return fail(found.error());
    if (asUsual && found->way == Opening::Way::AsUsual)
        return {};
    disconnect();                          // it was opened in another way
    judged = asUsual ? db::Stamp() : seen; // of before: what is written meanwhile is judged again
    judgedWith = before;
    opening = std::move(*found);
    return {};
}

// What is read past a crash's journal may yet be undone: it is not known before somebody who may write has ended it.
KnownHead Ledger::Inner::known() const {
    if (opening.way != Opening::Way::AsUsual)
        return judgedWith;
    return {history.head().seq, history.head().chain, history.signedTo()};
}

Result<std::unique_ptr<db::Database>> Ledger::Inner::openDatabase(db::Database::Mode openMode) const {
    switch (opening.way) {
    case Opening::Way::Copy:
        return db::Database::open(*opening.undone, {key, salt});
    case Opening::Way::Alone:
        return db::Database::open(path, db::Database::Mode::Alone, {key, salt});
    case Opening::Way::AsUsual:
        break;
    }
    return db::Database::open(path, openMode, {key, salt},
                              openMode == db::Database::Mode::Create ? schema() : QStringList());
}

Result<> Ledger::Inner::connect() {
    auto opened = openDatabase(mode);
    if (!opened)
        return fail(opened.error());
    database = std::move(*opened);
    if (mode == db::Database::Mode::Create)
        mode = db::Database::Mode::ReadWrite;
    return checkFormat(*database);
}

void Ledger::Inner::disconnect() {
    for (db::Statement* statement : {&select, &chainAt, &insertEntry, &blank})
        *statement = {};
    drafts = {};
    database.reset();
    dataVersion = -1;
}

Result<> Ledger::Inner::ensureConnected() {
    if (const auto fine = lookBeside(known()); !fine)
        return fine;
    if (database && !database->isBroken())
        return {};
    disconnect();
    return connect();
}

// True if another window or the tool has added something.
Result<bool> Ledger::Inner::catchUp() {
    const auto version = database->dataVersion();
    if (!version)
        return fail(version.error());
    if (*version == dataVersion)
        return false;
    if (history.head().seq > 0) {
        if (const auto ready = database->prepareOnce(chainAt, kChainAt); !ready)
            return fail(ready.error());
        const auto row = chainAt.bind(history.head().seq).step();
        if (!row)
            return fail(row.error());
        const bool same = *row && chainAt.view(0) == history.headHex();
        chainAt.reset();
        if (!same)
            return fail(ErrorCode::RolledBack, QString::number(history.head().seq));
    }
    const qint64 before = history.head().seq;
    if (const auto read = readAfter(*database, select, history, 0); !read)
        return fail(read.error());
    dataVersion = *version;
    return history.head().seq > before;
}

// All of it inside the transaction: what another window has added meanwhile counts for the chain and for the rights.
Result<std::vector<Row>> Ledger::Inner::write(const std::vector<NewEntry>& entries, const Author& author) {
    if (const auto caught = catchUp(); !caught)
        return fail(caught.error());
    if (history.isMoved())
        return fail(ErrorCode::Moved);
    const ClockReading now = clock();
    Pending pending(history, lastReading, now);
    std::vector<Row> rows;
    for (const NewEntry& entry : entries) {
        auto row = pending.add(entry, author);
        if (!row)
            return fail(row.error());
        if (const auto inserted = insert(*row); !inserted)
            return fail(inserted.error());
        if (const auto removed = drafts.remove(*database, entry.id); !removed)
            return fail(removed.error());
        rows.push_back(std::move(*row));
    }
    return rows;
}

Result<> Ledger::Inner::insert(const Row& row) {
    if (const auto ready = database->prepareOnce(insertEntry, kInsertRow); !ready)
        return ready;
    if (const auto inserted = insertRow(insertEntry, row); !inserted)
        return inserted;
    if (!row.kind.startsWith("redaction/"))
        return {};
    if (const auto ready = database->prepareOnce(blank, kBlank); !ready)
        return ready;
    return blank.bind(row.amends).run();
}

// A commit that reports a failure can have happened all the same: only the file can tell.
Result<> Ledger::Inner::settle(const Error& failure, const Row& last) {
    if (failure.code == ErrorCode::Busy) { // a reader did not let go; nothing was written
        database->rollback();
        return fail(failure);
    }
    disconnect();
    const auto unclear = [&] { return fail(ErrorCode::CommitUnclear, errorName(failure.code)); };
    // What the failed commit left is looked at first, as before every use.
    if (!lookBeside(known()) || !connect())
        return unclear();
    auto query = database->prepare(kChainOfId);
    if (!query)
        return unclear();
    const auto row = query->bind(last.id).step();
    if (!row)
        return unclear();
    return *row && query->view(0) == last.chain ? Result<>() : fail(failure);
}

Result<std::vector<Entry>> Ledger::Inner::append(const std::vector<NewEntry>& entries, const Author& author) {
    if (const auto connected = ensureConnected(); !connected)
        return fail(connected.error());
    if (const auto begun = database->begin(); !begun)
        return fail(begun.error());
    const auto rows = write(entries, author);
    if (!rows) {
        database->rollback();
        return fail(rows.error());
    }
    if (const auto committed = database->commit(); !committed) {
        if (const auto settled = settle(committed.error(), rows->back()); !settled)
            return fail(settled.error());
    }
    for (const Row& row : *rows) {
        if (const auto taken = history.take(row, History::Signature::KnownGood); !taken)
            return fail(taken.error());
        if (const auto ended = history.endBatch(); !ended)
            return fail(ended.error());
    }
    lastReading = clock();
    return std::vector<Entry>(history.entries().end() - std::ptrdiff_t(rows->size()), history.entries().end());
}

Ledger::Ledger() = default;
Ledger::~Ledger() = default;

Result<std::unique_ptr<Ledger>> Ledger::create(const QString& path, const crypto::CaseKeys& keys,
                                               const Genesis& genesis, const OfficeKeys& office) {
    std::unique_ptr<Ledger> ledger(new Ledger);
    ledger->m = std::make_unique<Inner>(path, keys, genesis, db::Database::Mode::Create, office);
    if (const auto connected = ledger->m->connect(); !connected)
        return fail(connected.error());
    return ledger;
}

Result<std::unique_ptr<Ledger>> Ledger::open(const QString& path, const crypto::CaseKeys& keys, const Genesis& genesis,
                                             db::Database::Mode mode, const std::optional<KnownHead>& known,
                                             const OfficeKeys& office) {
    if (mode == db::Database::Mode::Create)
        return fail(ErrorCode::Internal, QStringLiteral("a ledger is created by create()"));
    std::unique_ptr<Ledger> ledger(new Ledger);
    ledger->m = std::make_unique<Inner>(path, keys, genesis, mode, office);
    Inner& m = *ledger->m;
    if (const auto fine = m.lookBeside(known.value_or(KnownHead())); !fine)
        return fail(fine.error());
    if (const auto connected = m.connect(); !connected)
        return fail(connected.error());
    const auto version = m.database->dataVersion(); // before reading: what comes later is seen as a change
    if (!version)
        return fail(version.error());
    const qint64 knownGoodTo = known ? std::min(known->signedTo, known->seq) : 0;
    if (const auto read = readAfter(*m.database, m.select, m.history, knownGoodTo); !read)
        return fail(read.error());
    if (known && !contains(m.history, *known))
        return fail(ErrorCode::RolledBack, QString::number(m.history.head().seq));
    m.dataVersion = *version;
    m.database->releaseMemory();
    return ledger;
}

const std::vector<Entry>& Ledger::entries() const {
    return m->history.entries();
}

Head Ledger::head() const {
    return m->history.head();
}

KnownHead Ledger::known() const {
    return m->known();
}

const Rights& Ledger::rights() const {
    return m->history.rights();
}

std::optional<qint64> Ledger::firstForeignGrant() const {
    return m->history.firstForeignGrant();
}

bool Ledger::isReadOnly() const {
    return m->mode != db::Database::Mode::ReadWrite;
}

Result<Entry> Ledger::append(const NewEntry& entry, const Author& author) {
    auto entries = appendAll({entry}, author);
    if (!entries)
        return fail(entries.error());
    Entry appended = std::move(entries->front());
    return appended;
}

Result<std::vector<Entry>> Ledger::appendAll(const std::vector<NewEntry>& entries, const Author& author) {
    if (isReadOnly())
        return fail(ErrorCode::ReadOnly);
    if (entries.empty())
        return std::vector<Entry>();
    return m->append(entries, author);
}

Result<bool> Ledger::refresh() {
    if (const auto connected = m->ensureConnected(); !connected)
        return fail(connected.error());
    return m->catchUp();
}

Result<Verification> Ledger::verify() {
    // Through a connection of its own: this one may hold pages read long ago.
    m->judged = {}; // a copy made before is made anew
    if (const auto fine = m->lookBeside(m->known()); !fine)
        return fail(fine.error());
    const bool alone = m->mode == db::Database::Mode::Alone;
    const auto database = m->openDatabase(alone ? db::Database::Mode::Alone : db::Database::Mode::ReadOnly);
    if (!database)
        return fail(database.error());
    if (const auto format = checkFormat(**database); !format)
        return fail(format.error());
    if (const auto whole = (*database)->integrityCheck(); !whole)
        return fail(whole.error());
    History history(m->genesisDigest, m->office);
    db::Statement rows;
    if (const auto read = readAfter(**database, rows, history, 0); !read)
        return fail(read.error());
    if (!contains(history, {head().seq, head().chain}))
        return fail(ErrorCode::RolledBack, QString::number(history.head().seq));
    if (history.firstWrongSignature())
        return fail(ErrorCode::SignatureWrong, QString::number(*history.firstWrongSignature()));
    Verification found{history.head(), history.head().seq, 0, 0};
    for (const Entry& entry : history.entries()) {
        found.notPermitted += entry.permitted ? 0 : 1;
        found.redacted += entry.body ? 0 : 1;
    }
    return found;
}

Result<> Ledger::saveDraft(const Draft& draft) {
    if (isReadOnly())
        return fail(ErrorCode::ReadOnly);
    if (const auto connected = m->ensureConnected(); !connected)
        return connected;
    return m->drafts.save(*m->database, draft);
}

Result<> Ledger::removeDraft(const EntryId& id) {
    if (isReadOnly())
        return fail(ErrorCode::ReadOnly);
    if (const auto connected = m->ensureConnected(); !connected)
        return connected;
    return m->drafts.remove(*m->database, id);
}

Result<std::vector<Draft>> Ledger::drafts(const MemberId& author) {
    if (const auto connected = m->ensureConnected(); !connected)
        return fail(connected.error());
    return m->drafts.of(*m->database, author);
}

Result<QStringList> Ledger::draftsOfOthers(const MemberId& author) {
    if (const auto connected = m->ensureConnected(); !connected)
        return fail(connected.error());
    return m->drafts.notOf(*m->database, author);
}

void Ledger::useClock(ClockSource clock) {
    m->clock = std::move(clock);
    m->lastReading = m->clock();
}

} // namespace core::ledger

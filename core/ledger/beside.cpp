#include "core/ledger/beside.h"
#include "core/db/leftover.h"
#include "core/ledger/readfile.h"
#include <QFileInfo>
#include <algorithm>
#include <limits>

namespace core::ledger {

namespace {

using db::Database;

// What can be read, as far as the chain holds; `whole` if that is all there is and every page and index is right.
struct Found {
    History history;
    bool whole = false;

    const std::vector<Entry>& entries() const { return history.entries(); }
};

Result<> read(const LedgerFile& file, const db::MemoryCopy& copy, History& history) {
    const auto database = Database::open(copy, {file.key, file.salt});
    if (!database)
        return fail(database.error());
    if (const auto format = checkFormat(**database); !format)
        return format;
    db::Statement rows;
    if (const auto taken = readAfter(**database, rows, history, std::numeric_limits<qint64>::max()); !taken)
        return taken;
    return (*database)->integrityCheck(Database::Depth::Full);
}

// SQLite itself undoes the copy, as it would undo the file.
Found find(const LedgerFile& file, const db::MemoryCopy& copy) {
    Found found{History(file.genesis)};
    found.whole = read(file, copy, found.history).has_value();
    return found;
}

// `later` goes on where `earlier` ends, by what one commit can have added.
bool isAtMostOneCommitAhead(const std::vector<Entry>& later, const std::vector<Entry>& earlier) {
    if (later.size() < earlier.size())
        return false;
    if (!earlier.empty() && later[earlier.size() - 1].chain != earlier.back().chain)
        return false;
    return std::all_of(later.begin() + std::ptrdiff_t(earlier.size()), later.end(), [&](const Entry& entry) {
        const Entry& first = later[earlier.size()];
        return entry.recorded == first.recorded && entry.author == first.author; // one commit reads the clock once
    });
}

enum class Verdict { Undo, Keep, Stale };

Verdict verdictOn(const Found& alone, const Found& undone, const KnownHead& known) {
    if (!undone.whole || !contains(undone.history, known))
        return Verdict::Stale;
    if (!alone.whole) { // half written, or less was read of it than the undone one holds
        const bool ahead = alone.entries().size() > undone.entries().size();
        return !ahead || isAtMostOneCommitAhead(alone.entries(), undone.entries()) ? Verdict::Undo : Verdict::Stale;
    }
    if (!isAtMostOneCommitAhead(alone.entries(), undone.entries()))
        return Verdict::Stale;
    return alone.entries().size() == undone.entries().size() ? Verdict::Undo : Verdict::Keep;
}

} // namespace

Result<Opening> judgeBeside(const LedgerFile& file, bool mayWrite) {
    if (!QFileInfo::exists(file.path))
        return Opening(); // which says that it is gone
    switch (db::leftoverBeside(file.path)) {
    case db::Leftover::None:
        return Opening();
    case db::Leftover::WriteAheadLog: // this program makes none
        return fail(ErrorCode::StaleJournal, QStringLiteral("write-ahead log"));
    case db::Leftover::Link: // nor these
        return fail(ErrorCode::StaleJournal, QStringLiteral("a link"));
    case db::Leftover::Journal:
        break;
    }
    const auto held = db::Standstill::of(file.path);
    if (!held)
        return fail(held.error());
    if (!*held || db::leftoverBeside(file.path) == db::Leftover::None)
        return Opening();
    if (db::namesAnotherFile(file.path))
        return fail(ErrorCode::StaleJournal, QStringLiteral("names another file"));
    const auto bytes = (*held)->bytes();
    if (!bytes)
        return fail(bytes.error());
    const auto asItStands = db::MemoryCopy::of({bytes->file, {}, bytes->sectorSize, bytes->characteristics});
    auto copy = db::MemoryCopy::of(*bytes);
    if (!asItStands || !copy)
        return fail(ErrorCode::Internal, QStringLiteral("memory copy"));
    const Found undone = find(file, **copy);
    switch (verdictOn(find(file, **asItStands), undone, file.known)) {
    case Verdict::Undo:
        return mayWrite ? Opening() : Opening{Opening::Way::Copy, std::move(*copy)};
    case Verdict::Stale:
        return fail(ErrorCode::StaleJournal, QStringLiteral("of %1 entries").arg(undone.entries().size()));
    case Verdict::Keep:
        break;
    }
    if (!mayWrite)
        return Opening{Opening::Way::Alone, nullptr};
    const auto kept = (*held)->keepAsItStands();
    return kept ? Result<Opening>(Opening()) : fail(kept.error());
}

} // namespace core::ledger

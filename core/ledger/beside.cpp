#include "core/ledger/beside.h"
#include "core/db/leftover.h"
#include "core/ledger/readfile.h"
#include <QFileInfo>
#include <QTemporaryDir>
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

Result<> read(const LedgerFile& file, const QString& path, Database::Mode mode, History& history) {
    const auto database = Database::open(path, mode, {file.key, file.salt});
    if (!database)
        return fail(database.error());
    if (const auto format = checkFormat(**database); !format)
        return format;
    db::Statement rows;
    if (const auto taken = readAfter(**database, rows, history, std::numeric_limits<qint64>::max()); !taken)
        return taken;
    return (*database)->integrityCheck(Database::Depth::Full);
}

Found find(const LedgerFile& file, const QString& path, Database::Mode mode) {
    Found found{History(file.genesis)};
    found.whole = read(file, path, mode, found.history).has_value();
    return found;
}

// SQLite itself undoes the copy, as it would undo the file.
Result<Found> findUndone(const LedgerFile& file, const db::Standstill& held) {
    const QTemporaryDir folder;
    if (!folder.isValid())
        return fail(ErrorCode::IoFailure, QStringLiteral("temporary folder"));
    const QString copy = folder.filePath(QStringLiteral("copy.db")); // sealed pages only, as in the file
    if (const auto copied = held.copyTo(copy); !copied)
        return fail(copied.error());
    return find(file, copy, Database::Mode::ReadWrite);
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
        return Opening::AsUsual; // which says that it is gone
    const db::Leftover beside = db::leftoverBeside(file.path);
    if (beside == db::Leftover::None)
        return Opening::AsUsual;
    if (beside == db::Leftover::WriteAheadLog) // this program makes none
        return fail(ErrorCode::StaleJournal, QStringLiteral("write-ahead log"));
    const auto held = db::Standstill::of(file.path);
    if (!held)
        return fail(held.error());
    if (!*held || db::leftoverBeside(file.path) == db::Leftover::None)
        return Opening::AsUsual;
    if (db::namesAnotherFile(file.path))
        return fail(ErrorCode::StaleJournal, QStringLiteral("names another file"));
    const Found alone = find(file, file.path, Database::Mode::Alone);
    const auto undone = findUndone(file, **held);
    if (!undone)
        return fail(undone.error());
    switch (verdictOn(alone, *undone, file.known)) {
    case Verdict::Undo:
        return Opening::AsUsual;
    case Verdict::Stale:
        return fail(ErrorCode::StaleJournal, QStringLiteral("of %1 entries").arg(undone->entries().size()));
    case Verdict::Keep:
        break;
    }
    if (!mayWrite)
        return Opening::Alone;
    const auto kept = (*held)->keepAsItStands();
    return kept ? Result<Opening>(Opening::AsUsual) : fail(kept.error());
}

} // namespace core::ledger

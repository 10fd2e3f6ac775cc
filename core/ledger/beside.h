#pragma once
#include "core/ledger/ledger.h"

namespace core::ledger {

// Which ledger's file, by what keys, and the least that must be in it.
struct LedgerFile {
    const QString& path;
    const crypto::Secret& key;
    const crypto::Secret& salt;
    const QByteArray& genesis;
    KnownHead known;
};

// A journal beside a ledger's file is either what a crash left, and then SQLite must undo the half-written commit, or
// it belongs to another moment, and then SQLite would put old pages among newer ones, or take recorded entries away. So
// it is tried on a copy before SQLite may see it. At most one commit lies between the file and what the journal makes
// of it, nothing that is known is missing then, and both are whole where they must be: else StaleJournal.
// A file that is whole and a commit ahead is kept as it stands, with its journal emptied if `mayWrite`.
// No journal, or another writer's: costs two looks at the folder.
enum class Opening { AsUsual, Alone }; // Alone: nothing is wrong, but the journal must not be played back
Result<Opening> judgeBeside(const LedgerFile& file, bool mayWrite);

} // namespace core::ledger

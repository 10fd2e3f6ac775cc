#pragma once
#include "core/db/memorycopy.h"
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
// it is tried on a copy in memory before SQLite may see it. At most one commit lies between the file and what the
// journal makes of it, nothing that is known is missing then, and both are whole where they must be: else StaleJournal.
// A file that is whole and a commit ahead is kept as it stands, with its journal emptied if `mayWrite`. Who may not
// write reads such a file alone, and of a half-written one the copy, undone: neither file nor journal is touched.
// No journal: costs three looks at the folder. Busy: somebody else has held the file for three seconds.
struct Opening {
    enum class Way { AsUsual, Alone, Copy };
    Way way = Way::AsUsual;
    std::unique_ptr<db::MemoryCopy> undone; // for Way::Copy
};
Result<Opening> judgeBeside(const LedgerFile& file, bool mayWrite);

} // namespace core::ledger

#pragma once
#include "core/ledger/history.h"

namespace core::ledger {

// The steps of reading a ledger's file, in this order.
Result<> checkFormat(db::Database& database); // NewerVersion; Damaged: not the tables of a ledger
// What follows the history's last entry. Signatures are taken for good up to `knownGoodTo`.
Result<> readAfter(db::Database& database, db::Statement& rows, History& history, qint64 knownGoodTo);
bool contains(const History& history, const KnownHead& known);

} // namespace core::ledger

#pragma once
#include "core/db/database.h"
#include "core/ledger/entry.h"
#include <vector>

namespace core::ledger {

// The one table that may change: what is being typed. Its rows are no part of the record and of no chain.
class Drafts {
public:
    Result<> save(db::Database& database, const Draft& draft); // NotPermitted over another's draft
    Result<> remove(db::Database& database, const EntryId& id);
    Result<std::vector<Draft>> of(db::Database& database, const MemberId& author);
    Result<QStringList> notOf(db::Database& database, const MemberId& author);

private:
    Result<> replace(db::Database& database, const Draft& draft);
    db::Statement m_owner, m_save, m_remove;
};

} // namespace core::ledger

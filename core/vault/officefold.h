#pragma once
#include "core/vault/office.h"

namespace core::vault {

// The office as its ledger says it. Kinds: office/1 (name, nation, telephone, hours), authority/1, clock-setting/1,
// member/1; of one subject the newest permitted entry holds. Log-in names stand in the key files and come from the
// caller.
Office foldOffice(const std::vector<ledger::Entry>& entries, const QHash<MemberId, QString>& logIns);

// The entries that make `from` into `to`; members are changed elsewhere. `why` stands in each.
std::vector<ledger::NewEntry> officeChanges(const Office& from, const Office& to, const QString& why);

// The first entry of that kind; `remoteFolder` names a network or sync folder taken on purpose, or is empty.
ledger::NewEntry officeEntry(const Office& office, const QString& remoteFolder, const QString& why);

} // namespace core::vault

#pragma once
#include "core/ledger/clock.h"
#include "core/ledger/rights.h"
#include "core/vault/anchors.h"
#include "core/vault/casecode.h"
#include "core/vault/vaultfile.h"
#include <QHash>

namespace core::vault {

// Who has this vault open, and with what keys. Shared by the Vault and the ledgers it opened; gone with the last of
// them.
struct Session {
    FileStore files;
    QString folder;
    VaultFile vault;

    MemberId member;         // null with the recovery sheet
    crypto::MemberKeys keys; // empty with the recovery sheet
    std::optional<crypto::BoxKeys> recovery;
    std::optional<Anchors> anchors; // none with the recovery sheet

    bool officeReadable = false;
    QHash<MemberId, QByteArray> signKeys; // everybody the office ledger has ever named, the founder and oneself
    ledger::OfficeKeys officeKeys;        // of the members as they are now; empty while the office cannot be read
    CaseCodes codes;
    ledger::ClockSource clock; // empty: the PC's own

    bool isRecovery() const { return recovery.has_value(); }
    const crypto::BoxKeys& box() const { return recovery ? *recovery : keys.box; }
    QString officeFolder() const { return folder + QStringLiteral("/office"); }
    QString casesFolder() const { return folder + QStringLiteral("/cases"); }
    QString caseFolder(const CaseId& id) const { return casesFolder() + QLatin1Char('/') + id.toString(); }
};

} // namespace core::vault

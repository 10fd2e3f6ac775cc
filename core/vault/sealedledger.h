#pragma once
#include "core/vault/accessrecord.h"
#include "core/vault/session.h"
#include "core/vault/vault.h"

namespace core::vault {

// The newest access record of a ledger's folder that holds, opened with the session's keys.
struct OpenedRecord {
    AccessRecord record;
    crypto::CaseKeys keys;
    QString wrong;       // what is wrong with it or with a newer one that was passed over; empty if nothing is
    QByteArray signedBy; // the key of the office's that verified; empty if none did
};

// nullopt: this member is not on its list, or there is no record and this member never saw the case.
// NewerVersion, Damaged, Foreign, Unreadable, NotFound: it may be theirs, and no record of it holds.
Result<std::optional<OpenedRecord>> openAccess(const Session& session, const QString& folder, const CaseId& id);

// A ledger with everything that was decided about it when it was opened.
struct SealedLedger {
    CaseId id;
    QString folder;
    AccessRecord record;
    crypto::CaseKeys keys;
    std::unique_ptr<ledger::Ledger> ledger;
    ReadOnlyReason readOnly = ReadOnlyReason::None;
    QString detail;
    SealReport seals;
    bool anchorDamaged = false; // there is one and it does not verify: an old copy cannot be known for one

    QString path() const { return folder + QLatin1Char('/') + record.file; }
};

Result<SealedLedger> openLedger(const Session& session, const QString& folder, const CaseId& id, OpenedRecord opened);

// A new ledger in an empty folder: its first entries are the grants, the author's own in front; its first access record
// comes last, and with it the ledger is there. On failure what was made is removed again.
Result<SealedLedger> makeLedger(const Session& session, const QString& folder, const CaseId& id,
                                const std::vector<ledger::Grant>& grants,
                                const std::vector<ledger::NewEntry>& more = {});
void removeLedger(const Session& session, const QString& folder,
                  const QString& ledgerFile); // record first, folder last

// Remembers the ledger's head outside the vault, once more than its first grants is recorded.
Result<> moveAnchor(const Session& session, const SealedLedger& sealed, FileStore::Durable durable);
bool holdsOnlyFirstGrants(const ledger::Ledger& ledger);

// What every sealed copy ought to be, against what the record holds.
SealReport checkSeals(const AccessRecord& record, const crypto::CaseKeys& keys, const ledger::Rights& rights,
                      const QByteArray& recoveryBox);
// Whether somebody signed the record who could grant in this ledger. `verified`: a key whose signature was seen to
// hold.
bool isSignedByGrantor(const AccessRecord& record, const ledger::Ledger& ledger, const QByteArray& verified = {});

} // namespace core::vault

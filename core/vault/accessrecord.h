#pragma once
#include "core/base/filestore.h"
#include "core/base/id.h"
#include "core/crypto/keys.h"
#include "core/vault/signedline.h"
#include <vector>

namespace core::vault {

// access.<n>.json: who can decrypt one ledger, as sealed copies of its caseMaster in random order and without ids,
// recovery's among them. Write-once. Who signed it stands nowhere: the list of members is inside the ledger.
struct AccessRecord {
    VaultId vault;
    CaseId caseId;
    qint64 n = 1;
    qint64 epoch = 1;
    QString file;          // the ledger's file name: 32 hex characters and ".db"
    QByteArray commitment; // 32
    QByteArray previous;   // digest of record n-1; empty for the first
    std::vector<QByteArray> seals;

    SignedLine source; // as read

    QByteArray digest() const; // BLAKE2b-256, domain "firsthand/access/1", over the signed line
};

// Fills in commitment and seals from the keys: for every recipient and for recovery.
void sealRecord(AccessRecord& record, const crypto::CaseKeys& keys, const std::vector<QByteArray>& recipients,
                const QByteArray& recoveryBox);
QByteArray writeAccessRecord(const AccessRecord& record, const crypto::SignKeys& signer);
Result<AccessRecord>
parseAccessRecord(const QByteArray& bytes); // NewerVersion, Foreign, Damaged; signature not checked

QString accessPath(const QString& folder, qint64 n);
std::vector<qint64> accessNumbers(const QString& folder); // those there are, highest first

// The case's keys, if one of the seals is for `box` and its content is what the commitment says.
std::optional<crypto::CaseKeys> openRecord(const AccessRecord& record, const crypto::BoxKeys& box);

QString newLedgerName();

} // namespace core::vault

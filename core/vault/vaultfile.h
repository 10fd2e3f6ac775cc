#pragma once
#include "core/base/filestore.h"
#include "core/base/id.h"
#include "core/crypto/keys.h"
#include <vector>

namespace core::vault {

// vault.json: which vault this is and whose keys it stands on. Signed by the founding lead.
struct VaultFile {
    VaultId id;
    CaseId office; // the office ledger's id
    MemberId founder;
    QByteArray founderSign;               // 32
    QByteArray recoveryBox, recoverySign; // 32 each
    bool operator==(const VaultFile&) const = default;
};

QByteArray writeVaultFile(const VaultFile& file, const crypto::SignKeys& founder);
Result<VaultFile> parseVaultFile(const QByteArray& bytes); // NewerVersion, Foreign, Damaged

// vault.json and its copy vault.bak.json, those of the two that verify; vault.json first.
// NotFound: no folder; NotAVault; NewerVersion; Unreadable; Damaged: neither verifies.
struct VaultCopies {
    std::vector<VaultFile> good;
    bool bothGood = false; // and equal
};
Result<VaultCopies> readVaultFiles(const FileStore& files, const QString& folder);

// Puts both copies right from the one that was found good; a folder that cannot be written stays as it is.
void mendVaultFiles(const FileStore& files, const QString& folder, const VaultFile& good);

QString vaultPath(const QString& folder);
QString vaultCopyPath(const QString& folder);

} // namespace core::vault

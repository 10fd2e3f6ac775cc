#pragma once
#include "core/base/filestore.h"
#include "core/base/id.h"
#include "core/crypto/keys.h"
#include <vector>

namespace core::vault {

// The last state of a ledger that this member saw on this PC.
struct Anchor {
    qint64 n = 0;
    qint64 epoch = 0;
    qint64 seq = 0;
    QByteArray head;     // 32
    qint64 signedTo = 0; // up to this seq every signature was checked and right
    bool operator==(const Anchor&) const = default;
};

// One sealed file a ledger in the local profile, outside the vault: so that an old copy of the vault is known for one.
// Its name is a keyed digest: the profile does not say which cases its owner opens.
class Anchors {
public:
    Anchors(FileStore files, const QString& profileFolder, const crypto::Secret& anchorKey, const VaultId& vault);

    std::optional<Anchor> find(const CaseId& id) const; // none too if it does not verify
    bool has(const CaseId& id) const; // there is a file, whether or not it verifies: damage is has, not find
    // Forwards only: an anchor that another window has moved further stays.
    Result<> move(const CaseId& id, const Anchor& anchor, FileStore::Durable durable) const;
    std::vector<CaseId> all(const std::vector<CaseId>& except = {}) const; // of this vault and member

private:
    struct Read {
        CaseId id;
        Anchor anchor;
    };
    QString fileName(const CaseId& id) const;
    std::optional<Read> readFile(const QString& name) const;

    FileStore m_files;
    QString m_folder;
    crypto::Secret m_key;
    QByteArray m_nameKey;
    VaultId m_vault;
};

} // namespace core::vault

#pragma once
#include "core/base/filestore.h"
#include "core/base/id.h"
#include "core/crypto/keys.h"
#include <vector>

namespace core::vault {

// keys/<member>.<n>.json: a member's seed, sealed under their passphrase. Everything but the seal is its header, and
// the header is authenticated with it: so a passphrase also vouches for the vault and its founder.
struct KeyFile {
    VaultId vault;
    MemberId member;
    qint64 n = 1;
    QString logIn; // as typed at set-up; compared by logInKey()
    crypto::KdfParameters kdf;
    QByteArray founderSign; // 32: who must have signed vault.json
    QByteArray sign;        // 32: this member's, so that damage is told apart from a wrong passphrase
    QByteArray sealed;
};

QString logInKey(const QString& logIn); // composed, without outer spaces, lower case

Result<QByteArray> writeKeyFile(KeyFile file, const crypto::MemberKeys& keys, const crypto::Secret& passphrase);
Result<KeyFile> parseKeyFile(const QByteArray& bytes); // NewerVersion, Damaged
Result<crypto::MemberKeys> openKeyFile(const KeyFile& file,
                                       const crypto::Secret& passphrase); // WrongPassphrase, KdfOutOfRange

QString keyFilePath(const QString& folder, const MemberId& member, qint64 n);

// Every key file of a vault that can be read, newest n first for each member; and how many could not.
struct KeyFiles {
    std::vector<KeyFile> good;
    std::vector<Error> bad; // detail: the file name
};
KeyFiles readKeyFiles(const FileStore& files, const QString& folder, const VaultId& vault);

} // namespace core::vault

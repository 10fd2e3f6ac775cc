#include "core/base/platform.h"
#include "core/vault/setup.h"
#include "core/vault/vaultinner.h"
#include <QFileInfo>
#include <algorithm>

namespace core::vault {

namespace {

// The vault.json that this member's key file vouches for: a file somebody put in its place is signed too, but by
// another.
Result<VaultFile> vouchedFor(const VaultCopies& copies, const KeyFile& key) {
    for (const VaultFile& file : copies.good) {
        if (file.founderSign == key.founderSign)
            return file;
    }
    return fail(ErrorCode::Foreign, QStringLiteral("vault.json is not the one this member joined"));
}

// The key files under one log-in name, newest first: of two members with one name, none.
Result<std::vector<KeyFile>> keysOf(const FileStore& files, const QString& folder, const VaultCopies& copies,
                                    const QString& logIn) {
    const KeyFiles all = readKeyFiles(files, folder, copies.good.front().id);
    std::vector<KeyFile> mine;
    std::copy_if(all.good.begin(), all.good.end(), std::back_inserter(mine),
                 [&](const KeyFile& file) { return logInKey(file.logIn) == logInKey(logIn); });
    if (mine.empty() && !all.bad.empty())
        return fail(all.bad.front()); // theirs may be the one that cannot be read
    if (mine.empty())
        return fail(ErrorCode::UnknownMember);
    const bool oneMember =
        std::all_of(mine.begin(), mine.end(), [&](const auto& f) { return f.member == mine[0].member; });
    if (!oneMember)
        return fail(ErrorCode::Damaged, QStringLiteral("two members with one log-in name"));
    return mine;
}

} // namespace

Result<VaultInfo> Vault::inspect(const QString& folder) {
    const FileStore files;
    const auto copies = readVaultFiles(files, folder);
    if (!copies)
        return fail(copies.error());
    VaultInfo info;
    info.id = copies->good.front().id;
    info.format = newestFormat;
    for (const KeyFile& file : readKeyFiles(files, folder, info.id).good) {
        if (!info.logInNames.contains(file.logIn))
            info.logInNames += file.logIn;
    }
    info.logInNames.sort(Qt::CaseInsensitive);
    return info;
}

Result<std::unique_ptr<Vault>> Vault::unlock(const QString& folder, const QString& logInName,
                                             const crypto::Secret& passphrase, const QString& profileFolder,
                                             const FileStore& files) {
    crypto::init();
    const auto copies = readVaultFiles(files, folder);
    if (!copies)
        return fail(copies.error());
    const auto mine = keysOf(files, folder, *copies, logInName);
    if (!mine)
        return fail(mine.error());
    const KeyFile& file = mine->front();
    auto keys = openKeyFile(file, passphrase);
    if (!keys)
        return fail(keys.error());
    const auto vaultFile = vouchedFor(*copies, file);
    if (!vaultFile)
        return fail(vaultFile.error());

    std::unique_ptr<Vault> vault(new Vault);
    Session& session = *vault->m->session;
    session.files = files;
    session.folder = folder;
    session.vault = *vaultFile;
    session.member = file.member;
    session.keys = std::move(*keys);
    session.anchors.emplace(files, profileFolder, session.keys.anchorKey, session.vault.id);
    vault->m->logIn = file.logIn;
    for (const KeyFile& one : readKeyFiles(files, folder, session.vault.id).good)
        vault->m->logIns.insert(one.member, one.logIn);
    if (platform::isWritableFolder(folder)) {
        mendVaultFiles(files, folder, session.vault);
        clearMarker(files, folder);
    }
    if (auto entered = vault->m->enter(); !entered)
        return fail(entered.error());
    return vault;
}

Result<std::unique_ptr<Vault>> Vault::unlockWithRecovery(const QString& folder, const crypto::RecoveryKey& key,
                                                         const QString& profileFolder, const FileStore& files) {
    Q_UNUSED(profileFolder) // anchors are a member's; the sheet has none
    crypto::init();
    const auto copies = readVaultFiles(files, folder);
    if (!copies)
        return fail(copies.error());
    crypto::BoxKeys box = key.boxKeys();
    const auto ours = std::find_if(copies->good.begin(), copies->good.end(),
                                   [&](const VaultFile& file) { return file.recoveryBox == box.publicKey; });
    if (ours == copies->good.end())
        return fail(ErrorCode::WrongRecoveryKey);
    // The recovery key's public half is no secret: it vouches for neither of two that name it. One that names another
    // key cannot be this sheet's.
    for (const VaultFile& file : copies->good)
        if (file.recoveryBox == ours->recoveryBox && !(file == *ours))
            return fail(ErrorCode::Damaged, QStringLiteral("vault.json and vault.bak.json name different offices"));

    std::unique_ptr<Vault> vault(new Vault);
    Session& session = *vault->m->session;
    session.files = files;
    session.folder = folder;
    session.vault = *ours;
    session.recovery = std::move(box);
    for (const KeyFile& one : readKeyFiles(files, folder, session.vault.id).good)
        vault->m->logIns.insert(one.member, one.logIn);
    if (auto entered = vault->m->enter(); !entered)
        return fail(entered.error());
    return vault;
}

} // namespace core::vault

#include "core/vault/vaultfile.h"
#include "core/vault/signedline.h"
#include <QFileInfo>

namespace core::vault {

namespace {

const QString type = QStringLiteral("firsthand/vault");

struct Copy {
    Result<QByteArray> bytes;
    Result<VaultFile> file;
};

Copy readCopy(const FileStore& files, const QString& path) {
    auto bytes = files.read(path);
    if (!bytes)
        return {bytes, fail(bytes.error())};
    auto file = parseVaultFile(*bytes);
    return {std::move(bytes), std::move(file)};
}

bool holdsVaultFolders(const QString& folder) {
    return QFileInfo(folder + QStringLiteral("/keys")).isDir() && QFileInfo(folder + QStringLiteral("/cases")).isDir();
}

// Neither copy verifies: the reason a person can act on comes first.
Error whyNone(const QString& folder, const Copy& first, const Copy& second) {
    for (const ErrorCode telling : {ErrorCode::NewerVersion, ErrorCode::Unreadable}) {
        for (const Copy* copy : {&first, &second}) {
            if (copy->file.error().code == telling)
                return copy->file.error();
        }
    }
    const bool missing =
        first.file.error().code == ErrorCode::NotFound && second.file.error().code == ErrorCode::NotFound;
    if (missing || !holdsVaultFolders(folder))
        return {ErrorCode::NotAVault, QStringLiteral("no vault.json that verifies")};
    return {ErrorCode::Damaged, QStringLiteral("vault.json and vault.bak.json")};
}

} // namespace

QString vaultPath(const QString& folder) {
    return folder + QStringLiteral("/vault.json");
}

QString vaultCopyPath(const QString& folder) {
    return folder + QStringLiteral("/vault.bak.json");
}

QByteArray writeVaultFile(const VaultFile& file, const crypto::SignKeys& founder) {
    return writeSigned({{"type", type},
                        {"format", newestFormat},
                        {"id", file.id.toString()},
                        {"office", file.office.toString()},
                        {"founder", file.founder.toString()},
                        {"founderSign", crypto::toBase64(file.founderSign)},
                        {"recoveryBox", crypto::toBase64(file.recoveryBox)},
                        {"recoverySign", crypto::toBase64(file.recoverySign)}},
                       founder);
}

Result<VaultFile> parseVaultFile(const QByteArray& bytes) {
    const auto read = readSigned(
        bytes, type, {"type", "format", "id", "office", "founder", "founderSign", "recoveryBox", "recoverySign"});
    if (!read)
        return fail(read.error());
    const auto id = idField<VaultId>(read->object, "id");
    const auto office = idField<CaseId>(read->object, "office");
    const auto founder = idField<MemberId>(read->object, "founder");
    const auto sign = bytesField(read->object, "founderSign", 32);
    const auto box = bytesField(read->object, "recoveryBox", 32);
    const auto recoverySign = bytesField(read->object, "recoverySign", 32);
    if (!id || !office || !founder || !sign || !box || !recoverySign)
        return fail(ErrorCode::Damaged, QStringLiteral("vault.json: a field"));
    if (!read->isSignedBy(*sign))
        return fail(ErrorCode::Damaged, QStringLiteral("vault.json: signature"));
    return VaultFile{*id, *office, *founder, *sign, *box, *recoverySign};
}

Result<VaultCopies> readVaultFiles(const FileStore& files, const QString& folder) {
    if (!QFileInfo(folder).isDir())
        return fail(ErrorCode::NotFound, QStringLiteral("folder"));
    const Copy first = readCopy(files, vaultPath(folder));
    const Copy second = readCopy(files, vaultCopyPath(folder));
    VaultCopies copies;
    for (const Copy* copy : {&first, &second}) {
        if (copy->file)
            copies.good.push_back(*copy->file);
    }
    copies.bothGood = first.file && second.file && *first.bytes == *second.bytes;
    if (copies.good.empty())
        return fail(whyNone(folder, first, second));
    return copies;
}

void mendVaultFiles(const FileStore& files, const QString& folder, const VaultFile& good) {
    QByteArray goodBytes;
    for (const QString& path : {vaultPath(folder), vaultCopyPath(folder)}) {
        const Copy copy = readCopy(files, path);
        if (copy.file && *copy.file == good)
            goodBytes = *copy.bytes;
    }
    for (const QString& path : {vaultPath(folder), vaultCopyPath(folder)}) {
        const auto there = files.read(path);
        if (!goodBytes.isEmpty() && (!there || *there != goodBytes))
            (void)files.replace(path, goodBytes); // the good copy stands whether or not this one could be mended
    }
}

} // namespace core::vault

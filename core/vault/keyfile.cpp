#include "core/vault/keyfile.h"
#include "core/base/canonicaljson.h"
#include "core/vault/signedline.h"
#include <QDir>
#include <QRegularExpression>
#include <algorithm>

namespace core::vault {

namespace {

const QString type = QStringLiteral("firsthand/key");
const QString kdfName = QStringLiteral("argon2id13");

QJsonObject headerOf(const KeyFile& file) {
    return {{"type", type},
            {"format", newestFormat},
            {"vault", file.vault.toString()},
            {"member", file.member.toString()},
            {"n", file.n},
            {"logIn", file.logIn},
            {"kdf", kdfName},
            {"passes", file.kdf.passes},
            {"memory", file.kdf.memoryBytes},
            {"salt", crypto::toBase64(file.kdf.salt)},
            {"founder", crypto::toBase64(file.founderSign)},
            {"sign", crypto::toBase64(file.sign)}};
}

Result<KeyFile> readFields(const SignedLine& read) {
    const QJsonObject& object = read.object;
    const auto vault = idField<VaultId>(object, "vault");
    const auto member = idField<MemberId>(object, "member");
    const auto n = countField(object, "n", 1);
    const auto passes = countField(object, "passes", 0);
    const auto memory = countField(object, "memory", 0);
    const auto salt = bytesField(object, "salt", 16);
    const auto founder = bytesField(object, "founder", 32);
    const auto sign = bytesField(object, "sign", 32);
    const auto sealed = bytesField(object, "sealed", 24 + 32 + 16);
    const QString logIn = object.value(QLatin1String("logIn")).toString();
    if (!vault || !member || !n || !passes || !memory || !salt || !founder || !sign || !sealed || logIn.isEmpty())
        return fail(ErrorCode::Damaged, QStringLiteral("key file: a field"));
    if (object.value(QLatin1String("kdf")).toString() != kdfName)
        return fail(ErrorCode::KdfOutOfRange, QStringLiteral("kdf"));
    const int passCount = int(std::min<qint64>(*passes, 1 << 20)); // far past the ceiling either way
    return KeyFile{*vault, *member, *n, logIn, {passCount, *memory, *salt}, *founder, *sign, *sealed};
}

} // namespace

QString logInKey(const QString& logIn) {
    return logIn.normalized(QString::NormalizationForm_C).simplified().toLower();
}

QString keyFilePath(const QString& folder, const MemberId& member, qint64 n) {
    return folder + QStringLiteral("/keys/%1.%2.json").arg(member.toString()).arg(n);
}

Result<QByteArray> writeKeyFile(KeyFile file, const crypto::MemberKeys& keys, const crypto::Secret& passphrase) {
    file.kdf.salt = crypto::randomBytes(16);
    file.sign = keys.sign.publicKey;
    const auto wrapping = crypto::deriveFromPassphrase(passphrase, file.kdf);
    if (!wrapping)
        return fail(wrapping.error());
    QJsonObject object = headerOf(file);
    object.insert("sealed",
                  crypto::toBase64(crypto::aeadSeal(*wrapping, keys.seed.view(), canonicalJson(headerOf(file)))));
    return writeSigned(object, keys.sign);
}

Result<KeyFile> parseKeyFile(const QByteArray& bytes) {
    const auto read = readSigned(bytes, type,
                                 {"type", "format", "vault", "member", "n", "logIn", "kdf", "passes", "memory", "salt",
                                  "founder", "sign", "sealed"});
    if (!read)
        return fail(read.error());
    auto file = readFields(*read);
    if (file && !read->isSignedBy(file->sign))
        return fail(ErrorCode::Damaged, QStringLiteral("key file: signature"));
    return file;
}

Result<crypto::MemberKeys> openKeyFile(const KeyFile& file, const crypto::Secret& passphrase) {
    const auto wrapping = crypto::deriveFromPassphrase(passphrase, file.kdf);
    if (!wrapping)
        return fail(wrapping.error());
    auto seed = crypto::aeadOpen(*wrapping, file.sealed, canonicalJson(headerOf(file)));
    if (!seed)
        return fail(ErrorCode::WrongPassphrase);
    auto keys = crypto::memberKeys(std::move(*seed));
    if (keys.sign.publicKey != file.sign)
        return fail(ErrorCode::Damaged, QStringLiteral("key file: another member's key"));
    return keys;
}

KeyFiles readKeyFiles(const FileStore& files, const QString& folder, const VaultId& vault) {
    static const QRegularExpression shape(QStringLiteral("^[0-9a-f-]{36}\\.[1-9][0-9]{0,8}\\.json$"));
    KeyFiles found;
    for (const QString& name : QDir(folder + QStringLiteral("/keys")).entryList(QDir::Files, QDir::Name)) {
        if (!shape.match(name).hasMatch())
            continue;
        const auto bytes = files.read(folder + QStringLiteral("/keys/") + name);
        auto file = bytes ? parseKeyFile(*bytes) : Result<KeyFile>(fail(bytes.error()));
        if (file && (file->vault != vault || !keyFilePath(folder, file->member, file->n).endsWith(name)))
            file = fail(ErrorCode::Foreign);
        if (file)
            found.good.push_back(std::move(*file));
        else
            found.bad.push_back({file.error().code, name});
    }
    std::stable_sort(found.good.begin(), found.good.end(),
                     [](const KeyFile& a, const KeyFile& b) { return a.n > b.n; });
    return found;
}

} // namespace core::vault

#pragma once
#include "core/base/result.h"
#include "core/crypto/keys.h"
#include <QJsonObject>

namespace core::vault {

// Every small file of a vault: one line of canonical JSON, one line of signature (base64) over exactly the bytes of the
// first. `type` and `format` stand in each object; the type keeps a signature from being taken for another file's.
struct SignedLine {
    QByteArray line; // without its line break
    QByteArray signature;
    QJsonObject object;

    bool isSignedBy(const QByteArray& publicKey) const { return crypto::verify(publicKey, line, signature); }
};

constexpr int newestFormat = 1;

QByteArray writeSigned(const QJsonObject& object, const crypto::SignKeys& keys);

// The signature is not checked yet. Foreign: another type; NewerVersion before anything else is judged; Damaged.
Result<SignedLine> readSigned(const QByteArray& bytes, const QString& type, std::initializer_list<const char*> keys);

// Fields, strictly: Damaged names the key.
Result<QByteArray> bytesField(const QJsonObject& object, const char* key, qsizetype size);
Result<qint64> countField(const QJsonObject& object, const char* key, qint64 least);
template <class AnyId>
Result<AnyId> idField(const QJsonObject& object, const char* key) {
    if (const auto id = AnyId::parse(object.value(QLatin1String(key)).toString()))
        return *id;
    return fail(ErrorCode::Damaged, QString::fromLatin1(key));
}

} // namespace core::vault

#include "core/vault/signedline.h"
#include "core/base/canonicaljson.h"
#include <QJsonDocument>

namespace core::vault {

QByteArray writeSigned(const QJsonObject& object, const crypto::SignKeys& keys) {
    const QByteArray line = canonicalJson(object);
    return line + '\n' + crypto::toBase64(crypto::sign(keys, line)).toLatin1() + '\n';
}

Result<SignedLine> readSigned(const QByteArray& bytes, const QString& type, std::initializer_list<const char*> keys) {
    const qsizetype end = bytes.indexOf('\n');
    const QByteArray line = end < 0 ? bytes : bytes.left(end);
    // A newer version may write anything at all, its first line aside: so only type and format are read before it is
    // said.
    const QJsonObject first = QJsonDocument::fromJson(line).object();
    if (first.isEmpty())
        return fail(ErrorCode::Damaged, type + QStringLiteral(" is no object"));
    if (first.value(QLatin1String("type")).toString() != type)
        return fail(ErrorCode::Foreign, QStringLiteral("no ") + type);
    const auto format = countField(first, "format", 1);
    if (!format)
        return fail(format.error());
    if (*format > newestFormat)
        return fail(ErrorCode::NewerVersion, QString::number(*format));

    const auto object = parseCanonicalJson(line);
    if (!object)
        return fail(object.error());
    if (auto known = onlyKeys(*object, keys); !known)
        return fail(known.error());
    const QByteArray rest = bytes.mid(line.size() + 1);
    const QByteArray signature = crypto::fromBase64(QString::fromLatin1(rest.chopped(rest.isEmpty() ? 0 : 1)));
    if (!rest.endsWith('\n') || signature.size() != 64)
        return fail(ErrorCode::Damaged, type + QStringLiteral(": signature line"));
    return SignedLine{line, signature, *object};
}

Result<QByteArray> bytesField(const QJsonObject& object, const char* key, qsizetype size) {
    const QByteArray bytes = crypto::fromBase64(object.value(QLatin1String(key)).toString());
    if (bytes.size() != size)
        return fail(ErrorCode::Damaged, QString::fromLatin1(key));
    return bytes;
}

Result<qint64> countField(const QJsonObject& object, const char* key, qint64 least) {
    const qint64 count = object.value(QLatin1String(key)).toInteger(least - 1);
    if (count < least)
        return fail(ErrorCode::Damaged, QString::fromLatin1(key));
    return count;
}

} // namespace core::vault

#include "core/base/canonicaljson.h"
#include <QJsonDocument>
#include <algorithm>

namespace core {

QByteArray canonicalJson(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<QJsonObject> parseCanonicalJson(const QByteArray& bytes) {
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError)
        return fail(ErrorCode::Damaged, QStringLiteral("JSON at %1").arg(problem.offset));
    if (!document.isObject())
        return fail(ErrorCode::Damaged, QStringLiteral("JSON is no object"));
    // Catches what a parser forgives: doubled keys, spaces, a byte-order mark, other spellings of a number or
    // character.
    if (canonicalJson(document.object()) != bytes)
        return fail(ErrorCode::Damaged, QStringLiteral("JSON is not canonical"));
    return document.object();
}

Result<> onlyKeys(const QJsonObject& object, std::initializer_list<const char*> known) {
    for (auto it = object.begin(); it != object.end(); ++it) {
        const bool isKnown =
            std::any_of(known.begin(), known.end(), [&](const char* key) { return it.key() == QLatin1String(key); });
        if (!isKnown)
            return fail(ErrorCode::Damaged, QStringLiteral("unknown key ") + it.key());
    }
    return {};
}

} // namespace core

#pragma once
#include "core/base/result.h"
#include <QByteArray>
#include <QJsonObject>

namespace core {

// Canonical: UTF-8, compact, keys ascending (QJsonObject sorts them), no duplicate keys. Parsing writes the object
// again and compares the bytes; what differs is refused.
QByteArray canonicalJson(const QJsonObject& object);
Result<QJsonObject> parseCanonicalJson(const QByteArray& bytes);

// Refuses any key of `object` outside `known` (after the version was read): Damaged, detail names the key.
Result<> onlyKeys(const QJsonObject& object, std::initializer_list<const char*> known);

} // namespace core

#pragma once
#include <QByteArray>
#include <QHashFunctions>
#include <QString>
#include <QUuid>
#include <compare>
#include <optional>

namespace core {

// A random 122-bit id, typed so that a case's id is never taken for a member's. Text: a lower-case UUID without braces.
template <class Tag>
class Id {
public:
    Id() = default;
    static Id random() { return Id(QUuid::createUuid()); }
    static std::optional<Id> parse(QStringView text) {
        const QUuid uuid = QUuid::fromString(text);
        if (uuid.isNull() || uuid.toString(QUuid::WithoutBraces) != text)
            return std::nullopt;
        return Id(uuid);
    }
    bool isNull() const { return m_uuid.isNull(); }
    QString toString() const { return m_uuid.toString(QUuid::WithoutBraces); }
    QByteArray bytes() const { return m_uuid.toRfc4122(); } // 16 bytes
    friend bool operator==(const Id& a, const Id& b) { return a.m_uuid == b.m_uuid; }
    friend bool operator<(const Id& a, const Id& b) { return a.m_uuid < b.m_uuid; }
    friend size_t qHash(const Id& id, size_t seed = 0) { return ::qHash(id.m_uuid, seed); }

private:
    explicit Id(const QUuid& uuid) : m_uuid(uuid) {}
    QUuid m_uuid;
};

using VaultId = Id<struct VaultTag>;
using CaseId = Id<struct CaseTag>; // the office ledger has one too
using EntryId = Id<struct EntryTag>;
using MemberId = Id<struct MemberTag>;

} // namespace core

#pragma once
#include "core/ledger/entry.h"
#include <QHash>
#include <QSet>

namespace core::ledger {

enum class Role { Lead, Deputy, Reviewer };
QString roleName(Role role); // "lead": as written in entries
std::optional<Role> roleFromName(QStringView name);

// A grant, as the `member/1` entries of a ledger say it: who may add, grant, export from that seq on.
struct Grant {
    MemberId member;
    QString name;  // as shown; the field's own words come from the office
    QString title; // job title, e.g. Headteacher
    Role role = Role::Deputy;
    QByteArray signKey; // 32: checks this member's entries
    QByteArray boxKey;  // 32: what the case's key is sealed to
    bool mayAdd = false;
    bool mayGrant = false;
    bool mayExport = false;
    bool ended = false;
    QString why;
    bool operator==(const Grant&) const = default;
};
QJsonObject grantFields(const Grant& grant);
std::optional<Grant> grantFromFields(const QJsonObject& fields);

// A member's public keys.
struct PublicKeys {
    QByteArray sign, box;
    bool operator==(const PublicKeys&) const = default;
};
// Everybody's, as the office has them; empty: it cannot be asked, and what a ledger says of its members stands.
using OfficeKeys = QHash<MemberId, PublicKeys>;

// Walks a ledger's entries in order and says of each whether its author could write that kind at that seq.
// The author of entry 1, a `member/1` that names themself, is the creator and may do everything.
// member: mayGrant · moved: mayGrant · opened: anyone granted · exported: mayExport · all else, redaction too: mayAdd,
// and never a reviewer. A member entry is never redacted: what it granted would go with it.
class Rights {
public:
    bool allows(const Entry& entry) const; // judged by what was granted before it; the signature is checked apart
    void take(const Entry& entry);         // after allows(): an entry not permitted changes nothing
    const Grant* grant(const MemberId& member) const;
    std::vector<Grant> current() const;                      // not ended, in order of their first grant
    const QByteArray* signKey(const MemberId& member) const; // also of those who have ended

private:
    bool allowsKind(const Grant& author, const Entry& entry) const;
    QHash<MemberId, Grant> m_grants;
    std::vector<MemberId> m_order;
    QSet<EntryId> m_kept;
};

} // namespace core::ledger

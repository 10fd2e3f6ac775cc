#include "core/ledger/rights.h"
#include "core/crypto/secret.h"

namespace core::ledger {

namespace {

constexpr qsizetype kKeyBytes = 32;

std::optional<QByteArray> keyFrom(const QJsonValue& value) {
    const QByteArray key = crypto::fromBase64(value.toString());
    return key.size() == kKeyBytes ? std::optional(key) : std::nullopt;
}

} // namespace

QString roleName(Role role) {
    switch (role) {
    case Role::Lead:
        return QStringLiteral("lead");
    case Role::Deputy:
        return QStringLiteral("deputy");
    case Role::Reviewer:
        return QStringLiteral("reviewer");
    }
    return {};
}

std::optional<Role> roleFromName(QStringView name) {
    for (const Role role : {Role::Lead, Role::Deputy, Role::Reviewer}) {
        if (name == roleName(role))
            return role;
    }
    return std::nullopt;
}

QJsonObject grantFields(const Grant& grant) {
    return {
        {QStringLiteral("member"), grant.member.toString()},
        {QStringLiteral("name"), grant.name},
        {QStringLiteral("title"), grant.title},
        {QStringLiteral("role"), roleName(grant.role)},
        {QStringLiteral("sign_key"), crypto::toBase64(grant.signKey)},
        {QStringLiteral("box_key"), crypto::toBase64(grant.boxKey)},
        {QStringLiteral("may_add"), grant.mayAdd},
        {QStringLiteral("may_grant"), grant.mayGrant},
        {QStringLiteral("may_export"), grant.mayExport},
        {QStringLiteral("ended"), grant.ended},
        {QStringLiteral("why"), grant.why},
    };
}

std::optional<Grant> grantFromFields(const QJsonObject& fields) {
    const auto member = MemberId::parse(fields[QStringLiteral("member")].toString());
    const auto role = roleFromName(fields[QStringLiteral("role")].toString());
    const auto signKey = keyFrom(fields[QStringLiteral("sign_key")]);
    const auto boxKey = keyFrom(fields[QStringLiteral("box_key")]);
    if (!member || !role || !signKey || !boxKey)
        return std::nullopt;
    for (const char* right : {"may_add", "may_grant", "may_export", "ended"}) {
        if (!fields[QLatin1String(right)].isBool())
            return std::nullopt;
    }
    Grant grant;
    grant.member = *member;
    grant.name = fields[QStringLiteral("name")].toString();
    grant.title = fields[QStringLiteral("title")].toString();
    grant.role = *role;
    grant.signKey = *signKey;
    grant.boxKey = *boxKey;
    grant.mayAdd = fields[QStringLiteral("may_add")].toBool();
    grant.mayGrant = fields[QStringLiteral("may_grant")].toBool();
    grant.mayExport = fields[QStringLiteral("may_export")].toBool();
    grant.ended = fields[QStringLiteral("ended")].toBool();
    grant.why = fields[QStringLiteral("why")].toString();
    return grant;
}

bool Rights::allows(const Entry& entry) const {
    if (entry.seq == 1) {
        const auto creator = grantFromFields(entry.fields());
        return entry.formId() == QLatin1String("member") && creator && creator->member == entry.author &&
               !creator->ended;
    }
    const Grant* author = grant(entry.author);
    return author && !author->ended && allowsKind(*author, entry);
}

bool Rights::allowsKind(const Grant& author, const Entry& entry) const {
    const QString form = entry.formId();
    if (form == QLatin1String("opened"))
        return true;
    if (form == QLatin1String("exported"))
        return author.mayExport;
    if (author.role == Role::Reviewer)
        return false;
    if (form == QLatin1String("member"))
        return author.mayGrant && !entry.amends && grantFromFields(entry.fields());
    if (form == QLatin1String("moved"))
        return author.mayGrant;
    if (!author.mayAdd)
        return false;
    if (entry.amends && m_kept.contains(*entry.amends))
        return false;
    return form != QLatin1String("redaction") || entry.amends;
}

void Rights::take(const Entry& entry) {
    const QString form = entry.formId();
    if (form == QLatin1String("moved"))
        m_kept.insert(entry.id);
    if (form != QLatin1String("member"))
        return;
    auto grant = grantFromFields(entry.fields());
    if (!grant)
        return;
    if (entry.seq == 1)
        grant->mayAdd = grant->mayGrant = grant->mayExport = true;
    m_kept.insert(entry.id);
    if (!m_grants.contains(grant->member))
        m_order.push_back(grant->member);
    m_grants.insert(grant->member, *grant);
}

const Grant* Rights::grant(const MemberId& member) const {
    const auto found = m_grants.constFind(member);
    return found == m_grants.constEnd() ? nullptr : &*found;
}

std::vector<Grant> Rights::current() const {
    std::vector<Grant> grants;
    for (const MemberId& member : m_order) {
        if (const Grant* held = grant(member); !held->ended)
            grants.push_back(*held);
    }
    return grants;
}

const QByteArray* Rights::signKey(const MemberId& member) const {
    const Grant* held = grant(member);
    return held ? &held->signKey : nullptr;
}

} // namespace core::ledger

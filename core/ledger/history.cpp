#include "core/ledger/history.h"
#include <utility>

namespace core::ledger {

namespace {

Error at(ErrorCode code, qint64 seq) {
    return {code, QString::number(seq)};
}

bool isVersionOf(const Entry& entry, const EntryId& original) {
    return entry.id == original || (entry.amends == original && entry.formId() != QLatin1String("redaction"));
}

} // namespace

History::History(QByteArray genesis, OfficeKeys office)
    : m_head(std::move(genesis)), m_headHex(m_head.toHex()), m_office(std::move(office)) {}

Result<> History::take(const Row& row, Signature signature) {
    const qint64 seq = qint64(m_entries.size()) + 1;
    if (row.seq != seq || chainOf(row, m_headHex).toHex() != row.chain)
        return fail(at(ErrorCode::ChainBroken, seq));
    auto entry = entryOf(row);
    if (!entry || m_places.contains(entry->id))
        return fail(at(ErrorCode::Damaged, seq));
    if (entry->body && bodyDigestOf(*entry->body, entry->bodySalt) != entry->bodyDigest)
        return fail(at(ErrorCode::Damaged, seq));
    entry->permitted = amendsWell(*this, *entry) && m_rights.allows(*entry);
    if (signature == Signature::Check && !signatureHolds(*entry)) {
        entry->permitted = false;
        const bool isKnownAuthor = seq == 1 || m_rights.signKey(entry->author); // a stranger has no key to check by
        if (isKnownAuthor && !m_firstWrong)
            m_firstWrong = seq;
    }
    if (entry->permitted && isForeignGrant(*entry)) {
        entry->permitted = false;
        if (!m_firstForeign)
            m_firstForeign = seq;
    }
    m_head = entry->chain;
    m_headHex = QByteArray(row.chain.constData(), row.chain.size());
    m_places.insert(entry->id, qsizetype(m_entries.size()));
    if (!entry->body)
        m_blank.push_back(qsizetype(m_entries.size()));
    m_entries.push_back(std::move(*entry));
    const Entry& taken = m_entries.back();
    if (!taken.permitted)
        return {};
    m_rights.take(taken);
    m_moved = m_moved || taken.formId() == QLatin1String("moved");
    return taken.formId() == QLatin1String("redaction") ? redact(*taken.amends, seq) : Result<>();
}

// In this batch the versions must be blank already; those read before it were blanked in the file since.
Result<> History::redact(const EntryId& original, qint64 by) {
    m_redacted.insert(original, by);
    for (qsizetype i = 0; i + 1 < qsizetype(m_entries.size()); ++i) {
        Entry& entry = m_entries[std::size_t(i)];
        if (!isVersionOf(entry, original) || !entry.body)
            continue;
        if (i >= m_batchStart)
            return fail(at(ErrorCode::Damaged, entry.seq));
        entry.body.reset();
        entry.bodySalt.clear();
    }
    return {};
}

Result<> History::endBatch() {
    for (const qsizetype place : std::exchange(m_blank, {})) {
        const Entry& entry = m_entries[std::size_t(place)];
        const auto redaction = m_redacted.constFind(entry.amends.value_or(entry.id));
        const bool explained = redaction != m_redacted.constEnd() && *redaction > entry.seq &&
                               entry.formId() != QLatin1String("redaction");
        if (!explained)
            return fail(at(ErrorCode::Damaged, entry.seq));
    }
    m_batchStart = qsizetype(m_entries.size());
    return {};
}

const Entry* History::find(const EntryId& id) const {
    const auto place = m_places.constFind(id);
    return place == m_places.constEnd() ? nullptr : &m_entries[std::size_t(*place)];
}

bool History::isForeignGrant(const Entry& entry) const {
    if (m_office.isEmpty() || entry.seq == 1 || entry.formId() != QLatin1String("member"))
        return false;
    const auto grant = grantFromFields(entry.fields());
    return grant && m_office.value(grant->member) != PublicKeys{grant->signKey, grant->boxKey};
}

bool History::signatureHolds(const Entry& entry) const {
    if (entry.seq == 1) {
        const auto creator = grantFromFields(entry.fields());
        return creator && creator->member == entry.author &&
               crypto::verify(creator->signKey, entry.chain, entry.signature);
    }
    const QByteArray* key = m_rights.signKey(entry.author);
    return key && crypto::verify(*key, entry.chain, entry.signature);
}

} // namespace core::ledger

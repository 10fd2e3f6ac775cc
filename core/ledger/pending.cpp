#include "core/ledger/pending.h"
#include "core/base/canonicaljson.h"

namespace core::ledger {

namespace {

constexpr qsizetype kLongestBody = (4 << 20) - 4096; // the recipe's limit counts the other columns too

QByteArray latin(const QString& text) {
    const QByteArray bytes = text.toLatin1();
    return bytes.isNull() ? QByteArray("") : bytes; // a null one would be kept as NULL
}

} // namespace

Pending::Pending(const History& history, const ClockReading& reference, const ClockReading& now)
    : m_history(history), m_rights(history.rights()), m_headHex(history.headHex()), m_reference(reference), m_now(now) {
    if (!history.entries().empty())
        m_previous = history.entries().back().recorded;
}

Result<Row> Pending::add(const NewEntry& entry, const Author& author) {
    if (!isKind(entry.kind))
        return fail(ErrorCode::FormUnknown, entry.kind);
    if (find(entry.id))
        return fail(ErrorCode::AlreadyExists, entry.id.toString());
    Row made = row(entry, author);
    if (made.body.size() > kLongestBody)
        return fail(ErrorCode::TooLong);
    const auto read = entryOf(made);
    if (!read)
        return fail(ErrorCode::Internal, QStringLiteral("an entry that would not read back"));
    if (!isWritableBy(*read, author))
        return fail(ErrorCode::NotPermitted, entry.kind);
    m_rights.take(*read);
    if (read->formId() == QLatin1String("redaction"))
        m_redacted.insert(*read->amends);
    m_added.insert(read->id, *read);
    m_headHex = made.chain;
    m_previous = read->recorded;
    return made;
}

Row Pending::row(const NewEntry& entry, const Author& author) const {
    const QByteArray salt = crypto::randomBytes(16);
    Row row;
    row.seq = m_history.head().seq + m_added.size() + 1;
    row.id = latin(entry.id.toString());
    row.kind = latin(entry.kind);
    row.occurred = latin(entry.occurred.text());
    row.recorded = timeText(m_now.wall);
    row.clock = clockName(clockState(m_previous, m_reference, m_now)).data();
    row.author = latin(author.member.toString());
    row.amends = original(entry);
    row.body = canonicalJson(entry.fields);
    row.bodySalt = salt.toHex();
    row.bodyDigest = bodyDigestOf(row.body, salt).toHex();
    const QByteArray chain = chainOf(row, m_headHex);
    row.chain = chain.toHex();
    row.signature = crypto::sign(author.keys, chain).toHex();
    return row;
}

// Whichever version was meant: the first one.
QByteArray Pending::original(const NewEntry& entry) const {
    if (!entry.amends)
        return "";
    const Entry* amended = find(*entry.amends);
    return latin((amended ? amended->amends.value_or(amended->id) : *entry.amends).toString());
}

const Entry* Pending::find(const EntryId& id) const {
    const auto added = m_added.constFind(id);
    return added == m_added.constEnd() ? m_history.find(id) : &*added;
}

bool Pending::isRedacted(const EntryId& original) const {
    return m_redacted.contains(original) || m_history.isRedacted(original);
}

bool Pending::isWritableBy(const Entry& entry, const Author& author) const {
    if (!amendsWell(*this, entry) || !m_rights.allows(entry) || m_history.isForeignGrant(entry))
        return false;
    if (entry.seq == 1)
        return grantFromFields(entry.fields())->signKey == author.keys.publicKey;
    const QByteArray* key = m_rights.signKey(entry.author);
    return key && *key == author.keys.publicKey;
}

} // namespace core::ledger

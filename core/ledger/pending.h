#pragma once
#include "core/ledger/clock.h"
#include "core/ledger/history.h"

namespace core::ledger {

// The rows of one commit while they are being made: what stands already, and these after it. The history itself is
// touched only once the commit is durable.
class Pending {
public:
    Pending(const History& history, const ClockReading& reference, const ClockReading& now);

    // NotPermitted, AlreadyExists, TooLong, FormUnknown. The row stands signed, next in the chain.
    Result<Row> add(const NewEntry& entry, const Author& author);

    const Entry* find(const EntryId& id) const;
    bool isRedacted(const EntryId& original) const;

private:
    Row row(const NewEntry& entry, const Author& author) const;
    QByteArray original(const NewEntry& entry) const;
    bool isWritableBy(const Entry& entry, const Author& author) const;

    const History& m_history;
    Rights m_rights;
    QByteArray m_headHex;
    QDateTime m_previous;
    QHash<EntryId, Entry> m_added;
    QSet<EntryId> m_redacted;
    ClockReading m_reference, m_now;
};

} // namespace core::ledger

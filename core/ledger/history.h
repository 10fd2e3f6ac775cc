#pragma once
#include "core/ledger/ledger.h"
#include "core/ledger/row.h"

namespace core::ledger {

// `amends` names an original: one that stands in `view` before it, amends nothing itself and is not redacted.
template <class View>
bool amendsWell(const View& view, const Entry& entry) {
    if (!entry.amends)
        return true;
    const Entry* original = view.find(*entry.amends);
    return original && !original->amends && !view.isRedacted(*entry.amends);
}

// What the rows of a ledger amount to, taken in order: each is checked against the one before it, read, and judged.
// Rows come in batches, each one consistent view of the file.
class History {
public:
    // A grant to somebody whom the office does not have with just these keys is not permitted: whoever may grant would
    // else give another's id a key of their own, and write as them. Entry 1 is left to whoever opens the ledger.
    explicit History(QByteArray genesis, OfficeKeys office = {});

    enum class Signature { Check, KnownGood };
    Result<> take(const Row& row, Signature signature); // ChainBroken, Damaged: detail is the seq
    Result<> endBatch();                                // Damaged: a body blank without a redaction

    const std::vector<Entry>& entries() const { return m_entries; }
    const Rights& rights() const { return m_rights; }
    Head head() const { return {qint64(m_entries.size()), m_head}; }
    const QByteArray& headHex() const { return m_headHex; }
    bool isMoved() const { return m_moved; }
    qint64 signedTo() const { return m_firstWrong ? *m_firstWrong - 1 : qint64(m_entries.size()); }
    std::optional<qint64> firstWrongSignature() const { return m_firstWrong; }

    // Of a grant that would have been permitted but for its keys: the first.
    std::optional<qint64> firstForeignGrant() const { return m_firstForeign; }
    bool isForeignGrant(const Entry& entry) const;

    const Entry* find(const EntryId& id) const;
    bool isRedacted(const EntryId& original) const { return m_redacted.contains(original); }

private:
    bool signatureHolds(const Entry& entry) const;
    Result<> redact(const EntryId& original, qint64 by);

    QByteArray m_head, m_headHex;
    std::vector<Entry> m_entries;
    QHash<EntryId, qsizetype> m_places;
    Rights m_rights;
    QHash<EntryId, qint64> m_redacted; // original → seq of the redaction
    std::vector<qsizetype> m_blank;    // of this batch, their redaction not met yet
    qsizetype m_batchStart = 0;
    std::optional<qint64> m_firstWrong, m_firstForeign;
    OfficeKeys m_office;
    bool m_moved = false;
};

} // namespace core::ledger

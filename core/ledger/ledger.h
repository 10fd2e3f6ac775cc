#pragma once
#include "core/crypto/keys.h"
#include "core/db/database.h"
#include "core/ledger/entry.h"
#include "core/ledger/rights.h"
#include <QJsonArray>

namespace core::ledger {

// Which ledger this is: the chain begins with a digest of these, so that an entry copied from elsewhere does not fit.
struct Genesis {
    VaultId vault;
    CaseId caseId;
    QByteArray digest() const;
};

// Who writes: their id and signing keys. Outlives the ledger it is handed to.
struct Author {
    MemberId member;
    const crypto::SignKeys& keys;
};

struct Verification {
    Head head;
    qint64 entries = 0;
    qint64 notPermitted = 0;
    qint64 redacted = 0;
    bool operator==(const Verification&) const = default;
};

// The point from which signatures need not be checked again in daily use: the last one this person saw.
struct KnownHead {
    qint64 seq = 0;
    QByteArray chain;
};

// One sealed, append-only ledger: a SQLCipher file with a table of signed entries and a table of drafts.
class Ledger {
public:
    static Result<std::unique_ptr<Ledger>> create(const QString& path, const crypto::CaseKeys& keys,
                                                  const Genesis& genesis);
    // Reads and checks everything: the chain whole, signatures after `known` (all if it is not given).
    // ChainBroken, SignatureWrong and Damaged name the seq. An older file than `known`: RolledBack.
    static Result<std::unique_ptr<Ledger>> open(const QString& path, const crypto::CaseKeys& keys,
                                                const Genesis& genesis, db::Database::Mode mode,
                                                const std::optional<KnownHead>& known = {});
    ~Ledger();

    // Entries as read and checked, in order of seq, `permitted` decided. Grows with append and refresh.
    const std::vector<Entry>& entries() const;
    Head head() const;
    const Rights& rights() const;
    bool isReadOnly() const;

    // Durable when it returns. NotPermitted before anything is written; Busy; Moved; TooLong; DiskFull; CommitUnclear only
    // after the file was reopened and the entry's id looked up.
    Result<Entry> append(const NewEntry& entry, const Author& author);
    // Several entries in one commit, or none of them.
    Result<std::vector<Entry>> appendAll(const std::vector<NewEntry>& entries, const Author& author);
    Result<bool> refresh(); // reads what another window or the tool has added since; true if something was

    Result<Verification> verify(); // everything: file integrity, chain, every signature, from the disk

    Result<> saveDraft(const Draft& draft); // replaces by id
    Result<> removeDraft(const EntryId& id);
    Result<std::vector<Draft>> drafts(const MemberId& author);
    Result<int> draftsOfOthers(const MemberId& author);

private:
    Ledger();
    struct Inner;
    std::unique_ptr<Inner> m;
};

} // namespace core::ledger

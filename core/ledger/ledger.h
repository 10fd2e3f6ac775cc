#pragma once
#include "core/crypto/keys.h"
#include "core/db/database.h"
#include "core/ledger/clock.h"
#include "core/ledger/entry.h"
#include "core/ledger/rights.h"

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
    qint64 notPermitted = 0; // by what was granted; a wrong signature is an error of verify()
    qint64 redacted = 0;
    bool operator==(const Verification&) const = default;
};

// What this person saw last, to be kept outside the vault (Ledger::known()). `signedTo`: up to this seq every signature
// was checked and right. It stays behind `seq` for good once an entry with a wrong signature stands in the ledger: else
// that entry would count from the second opening on.
struct KnownHead {
    qint64 seq = 0;
    QByteArray chain;
    qint64 signedTo = 0;
    bool operator==(const KnownHead&) const = default;
};

// One sealed, append-only ledger: a SQLCipher file with a table of signed entries and a table of drafts.
class Ledger {
public:
    static Result<std::unique_ptr<Ledger>> create(const QString& path, const crypto::CaseKeys& keys,
                                                  const Genesis& genesis, const OfficeKeys& office = {});
    // Reads and checks everything: the chain whole, signatures after `known->signedTo` (all if it is not given).
    // ChainBroken and Damaged name the seq. An older file than `known`, or one with another history: RolledBack.
    // A journal or write-ahead log beside the file that would take anything recorded away, or does not belong to it:
    // StaleJournal, and neither is touched; Mode::Alone then reads the file as it stands. What a crash left is undone
    // or brought to its end as before. The same is looked for before every later use. An entry whose chain fits but
    // whose signature is not its author's was written by somebody else who holds the case's key: it is kept and not
    // permitted, and the case goes on; verify() says SignatureWrong.
    static Result<std::unique_ptr<Ledger>> open(const QString& path, const crypto::CaseKeys& keys,
                                                const Genesis& genesis, db::Database::Mode mode,
                                                const std::optional<KnownHead>& known = {},
                                                const OfficeKeys& office = {});
    ~Ledger();

    // Entries as read and checked, in order of seq, `permitted` decided. Grows with append and refresh.
    const std::vector<Entry>& entries() const;
    Head head() const;
    KnownHead known() const;
    const Rights& rights() const;
    std::optional<qint64> firstForeignGrant() const; // not permitted for its keys, which are not the office's
    bool isReadOnly() const;

    // Durable when it returns. NotPermitted before anything is written; Busy; Moved; TooLong; DiskFull; CommitUnclear
    // only after the file was reopened and the entry's id looked up.
    Result<Entry> append(const NewEntry& entry, const Author& author);
    // Several entries in one commit, or none of them.
    Result<std::vector<Entry>> appendAll(const std::vector<NewEntry>& entries, const Author& author);
    // Also: AlreadyExists if an entry of that id is recorded; ReadOnly; FormUnknown for a kind that is not
    // `form/version`. The draft of that id goes with the same commit. A redaction blanks every version of its original.
    Result<bool> refresh(); // reads what another window or the tool has added since; true if something was

    // Everything, from the disk: file integrity, chain, every signature. SignatureWrong names the first seq.
    Result<Verification> verify();

    Result<> saveDraft(const Draft& draft); // replaces by id
    Result<> removeDraft(const EntryId& id);
    Result<std::vector<Draft>> drafts(const MemberId& author);
    Result<QStringList> draftsOfOthers(const MemberId& author); // of what kind each is, and no more

    void useClock(ClockSource clock); // for tests and made-up vaults; without it the PC's own

private:
    Ledger();
    struct Inner;
    std::unique_ptr<Inner> m;
};

} // namespace core::ledger

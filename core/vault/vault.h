#pragma once
#include "core/base/filestore.h"
#include "core/crypto/recoverykey.h"
#include "core/ledger/ledger.h"
#include "core/vault/office.h"
#include <functional>
#include <optional>

namespace core::vault {

// What can be known of a folder without a passphrase.
struct VaultInfo {
    VaultId id;
    int format = 0;
    QStringList logInNames;
};

struct Setup {
    Office office; // name, nation, authorities, hours; members stays empty
    QString leadName, leadTitle, logInName;
    bool remoteFolderAccepted = false; // a network or sync folder, taken by explicit choice: recorded
    crypto::KdfParameters kdf;         // its salt is drawn anew
};

// Why an open ledger takes no new entry. None: it does.
enum class ReadOnlyReason {
    None,
    FolderReadOnly,
    RolledBack,
    StaleJournal, // a journal beside the file belongs to another moment: neither was touched
    OfficeUnreadable,
    AccessRecordOld,
    Damaged,
    OpenedWithRecovery
};

struct SealReport {
    // Whose sealed copy of the key is not what it must be: names, or "recovery"; "unknown" for one that nobody on the
    // list has.
    QStringList wrong;
};

class Vault;

// One open case (or the office): its ledger, and what this member may do in it.
class CaseLedger {
public:
    CaseId id() const;
    QString code() const; // "K7F3", from the id; longer where two of this member's cases would be alike
    const std::vector<ledger::Entry>& entries() const;
    const ledger::Rights& rights() const;
    ledger::Head head() const;
    ReadOnlyReason readOnly() const;
    QString readOnlyDetail() const; // for the log; e.g. the seq
    const SealReport& seals() const;
    // Set when an old copy would not be known for one: what the profile remembers of it is damaged (Damaged, until
    // something is recorded here), or it could not take note of the last change, which is recorded.
    std::optional<Error> anchorProblem() const;
    void useClock(ledger::ClockSource clock); // for tests and made-up vaults

    Result<ledger::Entry> append(const ledger::NewEntry& entry);
    Result<std::vector<ledger::Entry>> appendAll(const std::vector<ledger::NewEntry>& entries);
    Result<bool> refresh();
    Result<ledger::Verification> verify();

    Result<> saveDraft(const ledger::Draft& draft);
    Result<> removeDraft(const EntryId& id);
    Result<std::vector<ledger::Draft>> drafts(); // this member's
    Result<QStringList> draftsOfOthers();        // the kind of each

    ~CaseLedger();

private:
    friend class Vault;
    CaseLedger();
    struct Inner;
    std::unique_ptr<Inner> m;
};

// A vault folder, opened by one member. Keys live here and nowhere else; locking is destroying this object
// (open CaseLedgers first).
class Vault {
public:
    using Progress = std::function<bool(int done, int of)>; // false cancels

    static Result<VaultInfo> inspect(const QString& folder); // NotAVault, NewerVersion, Unreadable, Damaged

    // Whether a vault can be made in a folder, without leaving anything there. AlreadyExists: it holds other things;
    // NetworkFolder, detail names its kind; ReadOnly, DiskFull.
    static Result<> tryFolder(const QString& folder, bool remoteAccepted, const FileStore& files = {});
    // Makes the folder's content and the first lead's keys, sealed to `recovery` too: a sheet that was proved to be
    // readable before. Nothing is left behind on failure; what a crash left is no vault, and the next set-up in that
    // folder clears it away. As tryFolder; FieldInvalid: detail is office, leadName, logInName or passphrase. `files`
    // here and below: a test's, to make a step fail.
    static Result<std::unique_ptr<Vault>> create(const QString& folder, const Setup& setup,
                                                 const crypto::Secret& passphrase, const crypto::RecoveryKey& recovery,
                                                 const QString& profileFolder, const FileStore& files = {});
    // WrongPassphrase, UnknownMember, NotAVault, NewerVersion, KdfOutOfRange, Damaged …; takes about half a second:
    // call it on a worker.
    static Result<std::unique_ptr<Vault>> unlock(const QString& folder, const QString& logInName,
                                                 const crypto::Secret& passphrase, const QString& profileFolder,
                                                 const FileStore& files = {});
    // With the sheet alone: opens every case, read-only. WrongRecoveryKey; Damaged where the two copies of vault.json
    // are of two founders: the sheet alone cannot tell which is the office's.
    static Result<std::unique_ptr<Vault>> unlockWithRecovery(const QString& folder, const crypto::RecoveryKey& key,
                                                             const QString& profileFolder, const FileStore& files = {});
    ~Vault();

    VaultId id() const;
    QString folder() const;
    const Office& office() const;
    const Member& self() const; // with the recovery sheet: a member named "Recovery sheet", reading only
    bool officeReadable() const;
    std::optional<Error> officeProblem() const; // why it is not readable
    ReadOnlyReason officeReadOnly() const;      // of a readable one: why it takes no change
    SealReport officeSeals() const;
    Result<> changeOffice(const Office& changed, const QString& why); // new entries in the office ledger; leads only

    std::vector<CaseId>
    cases() const; // those this member's keys open, in no particular order; looks at the folder again
    Result<std::unique_ptr<CaseLedger>> openCase(const CaseId& id);
    struct Unopened {
        CaseId id;
        Error error;
        QString code; // as CaseLedger's
    };
    // All of them, on this thread; what could not be opened is named, never left out.
    std::vector<std::unique_ptr<CaseLedger>> openAll(std::vector<Unopened>& unopened, const Progress& progress = {});
    // Sealed to its author and recovery, and to `others` (who may add and export).
    Result<std::unique_ptr<CaseLedger>> createCase(const std::vector<MemberId>& others = {});
    // Only while nothing but its first entry is recorded and nobody's draft is in it. NotPermitted; ReadOnly; what the
    // drafts could not be read for: what is unreadable is not nothing.
    Result<> mayDiscard(CaseLedger& caseLedger) const;
    Result<> discardCase(std::unique_ptr<CaseLedger> caseLedger);
    Result<std::unique_ptr<CaseLedger>> openOffice(); // for `verify`
    void useClock(ledger::ClockSource clock); // for tests and made-up vaults: of cases opened or created from here on

private:
    Vault();
    struct Inner;
    std::unique_ptr<Inner> m;
};

} // namespace core::vault

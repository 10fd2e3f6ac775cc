#pragma once
#include <QString>
#include <tl/expected.hpp>

namespace core {

// What can go wrong, by name. `ui/` turns each into a sentence and a next step; nothing else does.
enum class ErrorCode {
    // folders and files
    NotFound,   // the file or folder is not there
    Unreadable, // it is there and cannot be read
    ReadOnly,   // it can be read and not written
    DiskFull,
    IoFailure,
    AlreadyExists,
    NetworkFolder, // a network or sync folder, refused unless chosen on purpose
    // the vault
    NotAVault,
    NewerVersion,  // made by a newer version of this program
    UnknownMember, // no key file for that log-in name
    WrongPassphrase,
    KdfOutOfRange,    // key-derivation parameters below the floor or above the ceiling
    WrongRecoveryKey, // well-formed, but not this vault's
    RecoveryGroup,    // a group typed wrong: detail holds its number, 1 to 8
    Damaged,          // bytes that do not verify
    Foreign,          // a valid file that belongs elsewhere (other case, other vault)
    SealWrong,        // a sealed copy of the key is not what it must be: detail names whose
    // the ledger
    EmptyLedger, // a 0-byte file where a ledger must be
    LedgerMissing,
    NotThisKey,     // the file does not open with this key
    RecipeRefused,  // a setting of the database could not be made to hold: detail names it
    ChainBroken,    // detail: seq
    SignatureWrong, // detail: seq
    RolledBack,     // older than what this person has already seen
    StaleJournal,   // a journal stands beside the file that does not belong to this state of it
    Moved,          // the ledger was rotated: open the newest access record
    Busy,           // another program on this PC holds the ledger
    NotPermitted,
    TooLong,
    CommitUnclear, // the commit failed and the entry could not be looked up
    // what was typed
    FieldInvalid, // detail: field id
    EncodedFile,  // text that decodes to a picture, video, archive or document
    FormUnknown,
    // the rest
    Cancelled,
    ResourceBroken, // a guide file that does not resolve: detail names it
    Internal,
};

// `detail` is for the log and for tests: ids, numbers, names of settings; never case text and never a bound value.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString detail;
    bool operator==(const Error&) const = default;
};

template <class T = void>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorCode code, QString detail = {}) {
    return tl::unexpected<Error>(Error{code, std::move(detail)});
}
inline tl::unexpected<Error> fail(const Error& error) {
    return tl::unexpected<Error>(error);
}

QString errorName(ErrorCode code); // "WrongPassphrase": for logs and the tool

} // namespace core

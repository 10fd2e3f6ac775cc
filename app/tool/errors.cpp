#include "app/tool/errors.h"
#include "app/tool/command.h"

namespace tool {

namespace {

const char* words(core::ErrorCode code) {
    using E = core::ErrorCode;
    switch (code) {
    case E::NotFound:
        return "The file or folder is not there. Check the path.";
    case E::Unreadable:
        return "The file or folder cannot be read. Check who may read it.";
    case E::ReadOnly:
        return "This can be read but not written. Check who may write in the folder.";
    case E::DiskFull:
        return "The disk is full: nothing more was recorded. Free some space and try again.";
    case E::IoFailure:
        return "The disk did not do what was asked. Check it, then try again.";
    case E::AlreadyExists:
        return "There is something at that place already, and it was left as it is. Choose another.";
    case E::NetworkFolder:
        return "A network or sync folder is no place for records: two PCs writing can damage them. Choose a folder of "
               "this PC.";
    case E::NotAVault:
        return "This is not a records folder. Give the folder that holds vault.json.";
    case E::NewerVersion:
        return "These records were made by a newer version of Firsthand. Install that version.";
    case E::UnknownMember:
        return "Nobody with that log-in name is in this office. Check the spelling of --as.";
    case E::WrongPassphrase:
        return "The passphrase is not right. Check the first line of the passphrase file.";
    case E::KdfOutOfRange:
        return "The key file asks for settings this program does not accept, so it was not opened. Restore it from a "
               "backup.";
    case E::WrongRecoveryKey:
        return "This is not the recovery key of these records. Check which sheet belongs to them.";
    case E::RecoveryGroup:
        return "A group of the recovery key is typed wrong. Compare it with the sheet.";
    case E::Damaged:
        return "A file of the records is damaged, so it was not used. Restore it from a backup.";
    case E::Foreign:
        return "A file here belongs to another case or another office. Put the right one back from a backup.";
    case E::SealWrong:
        return "A sealed copy of the case's key is not what it must be. Ask the lead before anything more is recorded.";
    case E::EmptyLedger:
        return "The case's file is empty. Restore it from a backup; nothing was changed.";
    case E::LedgerMissing:
        return "The case's file is missing. Restore it from a backup.";
    case E::NotThisKey:
        return "The case's file does not open with this case's key: it was swapped or is damaged. Restore it from a "
               "backup.";
    case E::RecipeRefused:
        return "A safety setting of the database could not be made to hold, so the file was not opened. Check the "
               "installed SQLCipher.";
    case E::ChainBroken:
        return "An entry is not the one that was recorded. Restore the case from a backup, and keep this copy.";
    case E::SignatureWrong:
        return "An entry was not signed by the person it names. Keep this copy and tell the lead.";
    case E::RolledBack:
        return "The case is older than what this person has already seen. It can be read, not written; tell the lead.";
    case E::StaleJournal:
        return "A journal from another moment lies beside the case's file. Neither was changed. The case can be read, "
               "not written, until that journal is taken out of its folder; keep it.";
    case E::Moved:
        return "The case was moved to a new file while it was open. Try again.";
    case E::Busy:
        return "Another program on this PC is writing to this case. Try again in a moment.";
    case E::NotPermitted:
        return "This person may not do that in this case. Ask the lead.";
    case E::TooLong:
        return "A text is longer than a million bytes. Split it into several entries.";
    case E::CommitUnclear:
        return "It is not sure whether the entry was recorded. Look with show before recording it again.";
    case E::FieldInvalid:
        return "An answer is missing or cannot be.";
    case E::EncodedFile:
        return "A text looks like a file written as text. Firsthand never holds an image: leave it where it is and "
               "describe it.";
    case E::FormUnknown:
        return "There is no such form.";
    case E::Cancelled:
        return "Stopped.";
    case E::ResourceBroken:
        return "A part of this program's own guidance cannot be read. Install it again.";
    case E::Internal:
        return "Something went wrong inside the program. Nothing was recorded; please report it.";
    }
    return "";
}

} // namespace

QString sentence(const core::Error& error) {
    const QString text = QString::fromUtf8(words(error.code));
    return error.detail.isEmpty() ? text
                                  : text + QStringLiteral(" (%1: %2)").arg(core::errorName(error.code), error.detail);
}

int exitCodeFor(const core::Error& error) {
    using E = core::ErrorCode;
    switch (error.code) {
    case E::DiskFull:
    case E::IoFailure:
    case E::AlreadyExists:
    case E::ReadOnly:
    case E::NetworkFolder:
    case E::TooLong:
    case E::CommitUnclear:
    case E::FieldInvalid:
    case E::EncodedFile:
    case E::FormUnknown:
    case E::Cancelled:
    case E::ResourceBroken:
    case E::Internal:
        return Failed;
    case E::NotFound:
    case E::Unreadable:
    case E::NotAVault:
    case E::NewerVersion:
    case E::UnknownMember:
    case E::WrongPassphrase:
    case E::KdfOutOfRange:
    case E::WrongRecoveryKey:
    case E::RecoveryGroup:
    case E::Damaged:
    case E::Foreign:
    case E::SealWrong:
    case E::EmptyLedger:
    case E::LedgerMissing:
    case E::NotThisKey:
    case E::RecipeRefused:
    case E::ChainBroken:
    case E::SignatureWrong:
    case E::RolledBack:
    case E::StaleJournal:
    case E::Moved:
    case E::Busy:
    case E::NotPermitted:
        return NotOpened;
    }
    return Failed;
}

} // namespace tool

#include "ui/widgets/errortext.h"
#include <QCoreApplication>

namespace ui {
namespace {

QString say(const char* text) {
    return QCoreApplication::translate("ui::ErrorText", text);
}

} // namespace

QString errorText(const core::Error& error) {
    using core::ErrorCode;
    switch (error.code) {
    case ErrorCode::NotFound:
        return say("The folder is not there. Check that its drive is connected, or choose another folder.");
    case ErrorCode::Unreadable:
        return say("The folder is there but cannot be read. Ask whoever looks after this PC to let you read it.");
    case ErrorCode::ReadOnly:
        return say("The folder can be read but not written. Ask whoever looks after this PC to let you write there.");
    case ErrorCode::DiskFull:
        return say("The disk is full, so this was not saved. Make room and try again; what you typed is still here.");
    case ErrorCode::IoFailure:
        return say("The disk did not do what was asked, so this was not saved. Try again; if it happens twice, tell "
                   "whoever looks after "
                   "this PC.");
    case ErrorCode::AlreadyExists:
        return say("There is something in that place already. Choose an empty folder.");
    case ErrorCode::NetworkFolder:
        return say("This folder is on a network or is copied by a sync program, where records can be damaged. Choose a "
                   "folder on this PC.");
    case ErrorCode::NotAVault:
        return say("There are no Firsthand records in this folder. Choose the folder that holds the file vault.json.");
    case ErrorCode::NewerVersion:
        return say(
            "These records were made by a newer version of Firsthand. Update the program on this PC, then open them "
            "again.");
    case ErrorCode::UnknownMember:
        return say("Nobody in this office has that log-in name. Check the spelling and try again.");
    case ErrorCode::WrongPassphrase:
        return say("The passphrase is not right. Check that Caps Lock is off and type it again.");
    case ErrorCode::KdfOutOfRange:
        return say("Your key file asks for something Firsthand never uses, so it was not opened. Restore it from a "
                   "backup.");
    case ErrorCode::WrongRecoveryKey:
        return say(
            "The sheet was typed correctly, but it is not the recovery sheet of these records. Look for the sheet with "
            "this office's name.");
    case ErrorCode::RecoveryGroup:
        return say("Group %1 of the recovery sheet is not right. Compare it with the sheet and type it again.")
            .arg(error.detail);
    case ErrorCode::Damaged:
        return say(
            "Something in these records is damaged and was not used. Do not write over it: restore it from a backup.");
    case ErrorCode::Foreign:
        return say(
            "A file here belongs to another case or another office, so it was not used. Put back the file from a "
            "backup.");
    case ErrorCode::SealWrong:
        return say("One of the sealed keys of this case is not what it must be. Tell the lead: access has to be "
                   "granted again.");
    case ErrorCode::EmptyLedger:
        return say(
            "The file of this case is empty, which should never be. Do not write in it: restore it from a backup.");
    case ErrorCode::LedgerMissing:
        return say("The file of this case is missing. Restore it from a backup.");
    case ErrorCode::NotThisKey:
        return say("The file of this case does not open with its key. Restore it from a backup.");
    case ErrorCode::RecipeRefused:
        return say("This PC's database does not keep the safety settings it was given, so nothing was opened. "
                   "Reinstall Firsthand.");
    case ErrorCode::ChainBroken:
    case ErrorCode::SignatureWrong:
        return say("Entries of this case have been changed outside Firsthand, so they were not used. Keep this copy, "
                   "and restore the case "
                   "from a backup.");
    case ErrorCode::RolledBack:
        return say("This case is older than what you have already seen, so it opens for reading only. Look for the "
                   "newer copy.");
    case ErrorCode::StaleJournal:
        return say("Beside the file of this case lies a journal from another moment, as a copy of the folder that was "
                   "put back leaves it. Nothing was changed. Ask whoever looks after the backups to keep that journal "
                   "somewhere else; then the case can be written again.");
    case ErrorCode::Moved:
        return say("The case was moved to a new file a moment ago. Open it again; what you typed is still here.");
    case ErrorCode::Busy:
        return say("Another program on this PC is using this case. Wait a moment and try again; what you typed is "
                   "still here.");
    case ErrorCode::NotPermitted:
        return say("You may read this case but not do that. Ask the lead to let you.");
    case ErrorCode::TooLong:
        return say("That is longer than one entry can hold. Divide it into two entries; what you typed is still here.");
    case ErrorCode::CommitUnclear:
        return say("The disk failed while this was recorded, and it is not clear whether it was kept. Lock, unlock, "
                   "and look at the "
                   "timeline before recording it again.");
    case ErrorCode::FieldInvalid:
        return say("One of the answers cannot be recorded as it is. Look at the field that is marked.");
    case ErrorCode::EncodedFile:
        return say("A field holds a file in disguise, such as a picture. Take it out and write in words what it is.");
    case ErrorCode::FormUnknown:
        return say("This kind of entry is not known to this version of Firsthand. Update the program on this PC.");
    case ErrorCode::Cancelled:
        return say("Stopped, and nothing was changed.");
    case ErrorCode::ResourceBroken:
        return say(
            "A part of Firsthand itself is missing or changed. Reinstall the program; your records are not touched.");
    case ErrorCode::Internal:
        return say("Something went wrong in Firsthand itself, and nothing was changed. Try again; if it stays, tell "
                   "whoever looks after "
                   "this PC.");
    }
    return {};
}

} // namespace ui

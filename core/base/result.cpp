#include "core/base/result.h"

namespace core {

QString errorName(ErrorCode code) {
    switch (code) {
    case ErrorCode::NotFound:
        return QStringLiteral("NotFound");
    case ErrorCode::Unreadable:
        return QStringLiteral("Unreadable");
    case ErrorCode::ReadOnly:
        return QStringLiteral("ReadOnly");
    case ErrorCode::DiskFull:
        return QStringLiteral("DiskFull");
    case ErrorCode::IoFailure:
        return QStringLiteral("IoFailure");
    case ErrorCode::AlreadyExists:
        return QStringLiteral("AlreadyExists");
    case ErrorCode::NetworkFolder:
        return QStringLiteral("NetworkFolder");
    case ErrorCode::NotAVault:
        return QStringLiteral("NotAVault");
    case ErrorCode::NewerVersion:
        return QStringLiteral("NewerVersion");
    case ErrorCode::UnknownMember:
        return QStringLiteral("UnknownMember");
    case ErrorCode::WrongPassphrase:
        return QStringLiteral("WrongPassphrase");
    case ErrorCode::KdfOutOfRange:
        return QStringLiteral("KdfOutOfRange");
    case ErrorCode::WrongRecoveryKey:
        return QStringLiteral("WrongRecoveryKey");
    case ErrorCode::RecoveryGroup:
        return QStringLiteral("RecoveryGroup");
    case ErrorCode::Damaged:
        return QStringLiteral("Damaged");
    case ErrorCode::Foreign:
        return QStringLiteral("Foreign");
    case ErrorCode::SealWrong:
        return QStringLiteral("SealWrong");
    case ErrorCode::EmptyLedger:
        return QStringLiteral("EmptyLedger");
    case ErrorCode::LedgerMissing:
        return QStringLiteral("LedgerMissing");
    case ErrorCode::NotThisKey:
        return QStringLiteral("NotThisKey");
    case ErrorCode::RecipeRefused:
        return QStringLiteral("RecipeRefused");
    case ErrorCode::ChainBroken:
        return QStringLiteral("ChainBroken");
    case ErrorCode::SignatureWrong:
        return QStringLiteral("SignatureWrong");
    case ErrorCode::RolledBack:
        return QStringLiteral("RolledBack");
    case ErrorCode::StaleJournal:
        return QStringLiteral("StaleJournal");
    case ErrorCode::Moved:
        return QStringLiteral("Moved");
    case ErrorCode::Busy:
        return QStringLiteral("Busy");
    case ErrorCode::NotPermitted:
        return QStringLiteral("NotPermitted");
    case ErrorCode::TooLong:
        return QStringLiteral("TooLong");
    case ErrorCode::CommitUnclear:
        return QStringLiteral("CommitUnclear");
    case ErrorCode::FieldInvalid:
        return QStringLiteral("FieldInvalid");
    case ErrorCode::EncodedFile:
        return QStringLiteral("EncodedFile");
    case ErrorCode::FormUnknown:
        return QStringLiteral("FormUnknown");
    case ErrorCode::Cancelled:
        return QStringLiteral("Cancelled");
    case ErrorCode::ResourceBroken:
        return QStringLiteral("ResourceBroken");
    case ErrorCode::Internal:
        return QStringLiteral("Internal");
    }
    return QStringLiteral("Unknown");
}

} // namespace core

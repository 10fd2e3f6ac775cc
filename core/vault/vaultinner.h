#pragma once
#include "core/vault/caseledger.h"
#include "core/vault/keyfile.h"
#include "core/vault/officefold.h"

namespace core::vault {

struct Vault::Inner {
    std::shared_ptr<Session> session = std::make_shared<Session>();
    QString logIn; // as typed at set-up; empty with the recovery sheet
    QHash<MemberId, QString> logIns;
    std::optional<SealedLedger> officeLedger;
    std::optional<Error> officeProblem;
    Office office;
    Member self;
    bool codesKnown = false;

    // The session's vault, member and keys are in place: opens the office and says who this is. NotPermitted: not a
    // member (any more).
    Result<> enter();
    void openOffice();
    void takeOffice(SealedLedger sealed);
    void foldOffice();
    Result<Member> whoIAm() const;

    std::vector<CaseId> folders() const;
    void learnCodes();
    std::unique_ptr<CaseLedger> wrap(SealedLedger sealed) const;
    // nullptr: not this member's.
    Result<std::unique_ptr<CaseLedger>> openOne(const CaseId& id) const;
};

} // namespace core::vault

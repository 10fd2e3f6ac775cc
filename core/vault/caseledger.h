#pragma once
#include "core/vault/sealedledger.h"

namespace core::vault {

struct CaseLedger::Inner {
    std::shared_ptr<Session> session;
    SealedLedger sealed;
    std::optional<Error> anchorProblem;

    Result<> mayWrite() const;
    ledger::Author author() const { return {session->member, session->keys.sign}; }
    void afterCommit();
};

} // namespace core::vault

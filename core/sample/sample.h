#pragma once
#include "core/guide/guide.h"
#include "core/vault/vault.h"

namespace core::sample {

// A vault of made-up cases: to look around in, to test and to measure with. The same seed writes the same cases, at the
// same distance from `now`; only the keys and the ids of the cases differ.
struct Wanted {
    int cases = 12;
    int entries = 40; // in each case, besides the ledger's own first
    quint32 seed = 1;
    QDateTime now; // local; invalid: the PC's
};

struct Made {
    QString name, passphrase; // to log in with
};

// `folder` is new or empty. Errors: as Vault::create; Cancelled.
Result<Made> makeVault(const QString& folder, const Wanted& wanted, const guide::Guide& guide,
                       const QString& profileFolder, const vault::Vault::Progress& progress = {});

} // namespace core::sample

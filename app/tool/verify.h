#pragma once
#include "core/vault/vault.h"

namespace tool {

// Checks the office and every case that this member can open and says a line about each: Done, or Wrong. `mark`: empty,
// or a record mark to look for.
int verifyVault(core::vault::Vault& vault, const QString& mark = {});
int verifyCases(core::vault::Vault& vault); // without the office

} // namespace tool

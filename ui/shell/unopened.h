#pragma once
#include "core/vault/vault.h"

namespace ui::shell {

// Of each case that could not be opened: its code, why, what to do, and where its files are. Plain text, a line each.
QString unopenedText(const std::vector<core::vault::Vault::Unopened>& unopened);

} // namespace ui::shell

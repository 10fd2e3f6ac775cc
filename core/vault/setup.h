#pragma once
#include "core/base/filestore.h"

namespace core::vault {

// While a set-up is under way its folder holds this mark; without vault.json beside it, what else is there was never a
// vault.
void clearMarker(const FileStore& files, const QString& folder);

} // namespace core::vault

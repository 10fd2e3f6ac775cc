#pragma once
#include "core/base/result.h"

namespace tool {

// What happened and what to do next, in one plain sentence or two.
QString sentence(const core::Error& error);
int exitCodeFor(const core::Error& error); // of opening a vault or a case

} // namespace tool

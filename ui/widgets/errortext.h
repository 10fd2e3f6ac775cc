#pragma once
#include "core/base/result.h"

namespace ui {

// What happened and what to do next, for a person. Never shows `detail` but where it is a number they need (a recovery
// group).
QString errorText(const core::Error& error);

} // namespace ui

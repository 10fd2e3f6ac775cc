#pragma once
#include "ui/home/homepage.h"

namespace ui {
class Session;
}

namespace ui::shell {

// What Home and the foot of the window say of all cases that are open in this sitting, read at each call.
home::HomeContent homeContent(Session& session);
QStringList footFacts(Session& session);
QStringList footFacts(const core::record::CaseState& state); // of one case

} // namespace ui::shell

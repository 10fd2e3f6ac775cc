#pragma once
#include <QString>

namespace ui {

// What a person would dial: an extension may stand behind it. Nothing is right too: a number may be left out.
bool canBeRung(const QString& number);
QString cannotBeRungText(const QString& typed);

} // namespace ui

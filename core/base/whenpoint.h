#pragma once
#include "core/base/whentyped.h"

namespace core {

// One point in time out of what was typed, without "about" and "between".
struct WhenPoint {
    WhenTyped::Problem problem = WhenTyped::Problem::None;
    Occurred value;
    // Of a day that does not exist, as typed: for the sentence that says so.
    int day = 0, month = 0, year = 0;
};

WhenPoint readWhenPoint(const QString& typed, const QDateTime& now, Future future);
QString foldedWhen(QStringView typed); // lower case, single blanks, no accents on the Welsh words

} // namespace core

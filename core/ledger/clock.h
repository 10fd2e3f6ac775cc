#pragma once
#include "core/ledger/entry.h"
#include <functional>

namespace core::ledger {

// The PC's clock, which anybody may set, beside the time since it was started, which nobody can.
struct ClockReading {
    QDateTime wall; // UTC
    qint64 monotonicMs = 0;
    QString boot;
};
using ClockSource = std::function<ClockReading()>;
ClockReading readClock();

// Back: before the previous entry (`previous`, invalid if there is none) or set back since `reference`. Jump: ahead by
// more than two minutes of the time that has passed since `reference`. Nothing is clamped.
ClockState clockState(const QDateTime& previous, const ClockReading& reference, const ClockReading& now);

QLatin1String clockName(ClockState state);
std::optional<ClockState> clockFromName(QByteArrayView name);

} // namespace core::ledger

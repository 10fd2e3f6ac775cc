#include "core/ledger/clock.h"
#include "core/base/platform.h"

namespace core::ledger {

namespace {

constexpr qint64 kToleranceMs = 120'000; // a clock being set right over the network drifts by seconds

} // namespace

ClockReading readClock() {
    static const QString boot = platform::bootId(); // this process does not outlive it
    return {QDateTime::currentDateTimeUtc(), platform::monotonicMs(), boot};
}

ClockState clockState(const QDateTime& previous, const ClockReading& reference, const ClockReading& now) {
    if (previous.isValid() && now.wall.toSecsSinceEpoch() < previous.toSecsSinceEpoch())
        return ClockState::Back;
    if (reference.boot != now.boot)
        return ClockState::Ok; // nothing to measure against
    const qint64 shown = reference.wall.msecsTo(now.wall);
    const qint64 passed = now.monotonicMs - reference.monotonicMs;
    if (shown - passed > kToleranceMs)
        return ClockState::Jump;
    return passed - shown > kToleranceMs ? ClockState::Back : ClockState::Ok;
}

QLatin1String clockName(ClockState state) {
    switch (state) {
    case ClockState::Ok:
        return QLatin1String("ok");
    case ClockState::Back:
        return QLatin1String("back");
    case ClockState::Jump:
        return QLatin1String("jump");
    }
    return QLatin1String("ok");
}

std::optional<ClockState> clockFromName(QByteArrayView name) {
    for (const ClockState state : {ClockState::Ok, ClockState::Back, ClockState::Jump}) {
        if (name == QByteArrayView(clockName(state).data(), clockName(state).size()))
            return state;
    }
    return std::nullopt;
}

} // namespace core::ledger

#pragma once
#include "core/base/filestore.h"
#include <functional>
#include <optional>

namespace tests {

// Does something real at one step of a real write.
inline core::FileStore at(core::FileStore::Step moment, const std::function<void()>& happens) {
    return core::FileStore([=](core::FileStore::Step step, const QString&) -> std::optional<core::ErrorCode> {
        if (step == moment)
            happens();
        return std::nullopt;
    });
}

} // namespace tests

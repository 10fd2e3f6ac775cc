#pragma once
#include "core/base/id.h"
#include <vector>

namespace core::vault {

// Short names of the cases one member can open: Crockford characters from the id, four of them, more where two are
// alike.
class CaseCodes {
public:
    void add(const CaseId& id);
    void remove(const CaseId& id);
    QString of(const CaseId& id) const; // of an id that was not added too

private:
    struct Known {
        CaseId id;
        QString full;
    };
    std::vector<Known> m_known;
};

} // namespace core::vault

#include "core/vault/office.h"
#include <algorithm>
#include <tuple>

namespace core::vault {

namespace {

template <class List, class Wanted>
auto findIn(const List& list, const Wanted& wanted) -> decltype(list.data()) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& one) { return one.id == wanted; });
    return found == list.end() ? nullptr : &*found;
}

} // namespace

QString nationId(Nation nation) {
    switch (nation) {
    case Nation::England:
        return QStringLiteral("england");
    case Nation::Wales:
        return QStringLiteral("wales");
    }
    Q_UNREACHABLE();
}

std::optional<Nation> nationFromId(QStringView id) {
    for (const Nation nation : {Nation::England, Nation::Wales}) {
        if (nationId(nation) == id)
            return nation;
    }
    return std::nullopt;
}

QString defaultLeadTitle(Nation nation) {
    switch (nation) {
    case Nation::England:
        return QStringLiteral("Designated safeguarding lead");
    case Nation::Wales:
        return QStringLiteral("Designated safeguarding person");
    }
    Q_UNREACHABLE();
}

bool Office::operator==(const Office& other) const {
    const auto set = [](const Office& office) {
        return std::tie(office.name, office.nation, office.phone, office.address, office.leadTitle, office.opens,
                        office.closes, office.authorities, office.clocks, office.members);
    };
    return set(*this) == set(other);
}

const Member* Office::member(const MemberId& id) const {
    return findIn(members, id);
}

const Authority* Office::authority(QStringView id) const {
    const Authority* now = findIn(authorities, id);
    return now ? now : findIn(former, id);
}

} // namespace core::vault

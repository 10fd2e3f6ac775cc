#pragma once
#include "core/ledger/rights.h"
#include <QHash>
#include <QString>
#include <QTime>
#include <vector>

namespace core::vault {

enum class Nation { England, Wales };
QString nationId(Nation nation); // "england", "wales"
std::optional<Nation> nationFromId(QStringView id);
QString defaultLeadTitle(Nation nation); // "Designated safeguarding lead"; in Wales "… person"

// A local authority's children's social care, as this office has it.
struct Authority {
    QString id; // stable within the office
    QString name;
    Nation nation = Nation::England;
    QString phone, outOfHours, email, portal;
    QDate checked;      // somebody rang, or asked: typing a number in is not checking it
    QStringList places; // towns or postcode districts that lie in it, to propose it by the child's address
    bool operator==(const Authority&) const = default;
};

// How the office has set a clock: off, or another length. Empty optional: as the clock's row says.
struct ClockOverride {
    QString clock; // "T5"
    bool on = true;
    std::optional<int> length;
    QString unit;
    QString why;
    bool operator==(const ClockOverride&) const = default;
};

struct Member {
    MemberId id;
    QString name;  // as shown
    QString title; // "Deputy head"
    QString logIn; // log-in name
    ledger::Role role = ledger::Role::Lead;
    QByteArray signKey, boxKey;
    bool disabled = false;
    bool operator==(const Member&) const = default;
};

// What the office ledger says: the fold of its entries.
struct Office {
    QString name;
    Nation nation = Nation::England;
    QString phone, address;
    QString leadTitle; // "Designated safeguarding lead"; in Wales "Designated safeguarding person"
    QTime opens{9, 0}, closes{17, 0};
    std::vector<Authority> authorities;
    std::vector<Authority> former; // taken out: what was recorded about them keeps their names
    std::vector<ClockOverride> clocks;
    std::vector<Member> members;
    struct Entered {
        QDate on;
        QString by;
        bool operator==(const Entered&) const = default;
    };
    QHash<QString, Entered> entered; // by the id of an authority: when and by whom it was set as it stands
    const Member* member(const MemberId& id) const;
    const Authority* authority(QStringView id) const; // a former one too
    bool operator==(const Office& other) const;       // of what is set; not of who entered it when
};

} // namespace core::vault

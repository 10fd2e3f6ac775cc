#pragma once
#include "core/vault/office.h"
#include <QDateTime>

namespace ui::entry {

// Which number of a local authority answers at this moment, and which one does afterwards.
struct NumberNow {
    QString name;   // of the authority
    QString number; // answers now; empty: none is known
    QString until;  // "until 17:00"; empty out of hours
    QString then;   // "then out of hours 01632 960 199", or "office hours 01632 960 101 from 09:00"
    bool outOfHours = false;
};
NumberNow numberNow(const core::vault::Office& office, const core::vault::Authority& authority, const QDateTime& local);

// "Harbourside 01632 960 101 until 17:00"
QString numberLine(const NumberNow& number);

} // namespace ui::entry

#pragma once
#include "core/vault/office.h"
#include <QDateTime>

namespace ui::entry {

// A number to ring stands in one line: its blanks and dashes do not break.
QString unbroken(const QString& number);

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

// The numbers of children's social care, of the child's own authority or of all where it is not known, each time with
// fewer words about them. A number that nobody answers now never stands without saying so, and whom to ring until then.
struct SocialCareNumbers {
    QStringList full, named, bare;
};
SocialCareNumbers socialCareNumbers(const core::vault::Office& office, const QString& authority,
                                    const QDateTime& local);
QString policeLine();

} // namespace ui::entry

#pragma once
#include "core/record/casestate.h"
#include "core/report/document.h"

namespace core::report {

enum class ReportKind { ReferralSummary, Chronology };
QString reportId(ReportKind kind); // "referral", "chronology"

// Why and for whom: printed on the first page and recorded as an entry.
struct Purpose {
    QString recipient, organisation, why;
    bool recipientIsAlleged = false; // or lives with them: the child's account is never in it
    QString madeBy, madeByTitle;
    QDateTime made;                 // local
    bool recipientIsPolice = false; // the full web address of an image is printed for nobody else
    QString despite;                // why it goes to somebody who was not to be told; recorded, not printed
};

struct ChronologyChoice {
    QStringList groups;  // form groups, and "record" for entries about the record itself (opened, exported, member);
                         // empty: all but "record"
    QDate from, to;      // null: open
    bool earlier = true; // what an amended entry said before stands below it
};

// Of all kinds of entries, the ones that a chronology does not print.
QStringList kindsLeftOut(const ChronologyChoice& choice);

std::vector<Section> sections(ReportKind kind, const record::CaseState& state);

// The ids of the sections that are in the document in the end.
QStringList printedSections(ReportKind kind, const std::vector<Section>& chosen, const Purpose& purpose);

// Pure. Sections that are off leave no word of theirs in the document. Blank means "not known", never left out
// silently. A section that is missing from `chosen` is off, unless it cannot be removed.
Document buildReport(ReportKind kind, const record::CaseState& state, const vault::Office& office,
                     const std::vector<Section>& chosen, const ChronologyChoice& choice, const Purpose& purpose,
                     const guide::Guide& guide);

} // namespace core::report

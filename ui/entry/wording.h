#pragma once
#include "core/record/casestate.h"
#include <QDateTime>

namespace ui::entry {

// A text of the guide with the nation's terms and the child's name in it.
QString worded(const core::guide::Guide& guide, const core::record::CaseState& state, const QString& text);

// Names of authorities and entries, and the nation's words, for values of fields. All three outlive the functions.
core::guide::ValueNames namesFor(const core::record::CaseState& state, const core::vault::Office& office,
                                 const core::guide::Guide& guide);
QString entryTitle(const core::record::EntryView& entry, const core::guide::ValueNames& names); // "Told · Mrs Begum"
// "Child's words"; the kind if the form is unknown.
QString formLabel(const core::record::EntryView& entry, const core::guide::ValueNames& names);

bool isUnfinished(const core::record::CaseState& state); // nothing but its list of members is recorded

// "Today 11:52", "Friday", "12 Nov", "3 Nov 2025": when something was, as near as one needs it in a list.
QString nearly(const QDateTime& local, const QDateTime& now);
// How long after it happened it was written: "written at once", "written 20 minutes later", "written the same day".
QString lateness(const core::Occurred& occurred, const QDateTime& recordedUtc);

// "1 entry", "12 entries": `many` holds %1. Qt's own plural forms need a catalogue even for English.
QString counted(int n, const QString& one, const QString& many);

// A field of recorded text on one line, for lists.
QString oneLine(const QString& text);
QString fieldText(const core::record::EntryView& entry, const char* field, const core::guide::ValueNames& names = {});

} // namespace ui::entry

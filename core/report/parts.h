#pragma once
#include "core/report/writer.h"

// The parts of the reports, in the order in which they are read. Each writes what stands under its own heading.
namespace core::report::parts {

// Where a person stands: once in full, whoever they are.
enum class PersonPlace { Family, Professionals, Concern };
PersonPlace placeOf(const record::CaseState& state, const record::Person& person);
QString fullName(const record::Child& child); // or that the child is not known
void addPerson(Writer& w, const record::Person& person, const QString& heading = QStringLiteral("%1"));

void child(Writer& w);
void household(Writer& w);
void professionals(Writer& w);
void concern(Writer& w);
void seen(Writer& w);
void words(Writer& w);
void wishes(Writer& w);
void observations(Writer& w);
void referrals(Writer& w);
void done(Writer& w);
void told(Writer& w);
void parents(Writer& w);
void confidential(Writer& w);
void needToKnow(Writer& w);
void referrer(Writer& w);
void clocks(Writer& w);

void overview(Writer& w, const ChronologyChoice& choice);
void entries(Writer& w, const ChronologyChoice& choice);

} // namespace core::report::parts

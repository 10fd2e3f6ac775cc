#pragma once
#include "core/record/folding.h"

// What the facts of a case are worked out with.
namespace core::record::folding {

bool isGiven(const QJsonValue& answer);
QStringList yesOrNo(bool yes);
bool stays(const guide::Field& field, const QStringList& answers); // no later entry takes it back
bool gotThrough(const EntryView& contact);                         // a call that nobody answered tells nobody anything

// The question of an entry that counts under which conditions know its answer as `fact`; nullptr: not answered there.
const guide::Field* asking(const EntryView& view, const char* fact);

} // namespace core::record::folding

#pragma once
#include "core/guide/form.h"
#include "core/guide/reading.h"

namespace core::guide {

// One form as its file has it: shape, ids and what it says of its own fields are checked; what it says of other files
// is not.
Form readForm(Reader& json);

const QStringList& formRoles();
std::optional<FieldType> fieldTypeFromName(QStringView name);
bool isText(FieldType type);               // typed words: text, longText, verbatim
bool holdsVerbatim(const Field& field);    // the child's own words, in it or in its rows
QStringList answerIds(const Field& field); // what a choice or yesNo can be; empty for every other type

} // namespace core::guide

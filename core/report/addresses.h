#pragma once
#include <QString>

namespace core::report {

// Recorded text with its web addresses made unclickable. Where an address may lead to an image, only the police are
// given all of it: for everybody else it ends after the name of the site. Text without an address comes back as it is.
QString printedText(const QString& recorded, bool forPolice);
// The same for the child's own words, which are touched only where a whole address stands in them.
QString printedWords(const QString& recorded, bool forPolice);

} // namespace core::report

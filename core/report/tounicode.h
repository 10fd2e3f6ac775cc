#pragma once
#include <QByteArray>

namespace core::report {

// Qt's table from glyphs to characters says that a space is a tab, that Arabic letters are presentation forms, and 0
// where it does not know. Gives the table that says what was written.
QByteArray repairedToUnicode(const QByteArray& table);

} // namespace core::report

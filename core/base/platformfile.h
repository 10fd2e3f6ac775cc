#pragma once
#include "core/base/result.h"
#include <QByteArray>

namespace core::platform {

// What FileStore is made of: one step each, no retry and no clean-up.
Result<> writeNewFile(const QString& path, const QByteArray& bytes); // refuses an existing file
Result<> syncFile(const QString& path);
Result<> syncFolder(const QString& path);
Result<> renameOver(const QString& from,
                    const QString& to); // one step: `to` is the old file or the new one, never neither
Result<> renameNew(const QString& from, const QString& to); // AlreadyExists if `to` is there
Result<> makeFolder(const QString& path);                   // one level
Result<> removeFile(const QString& path);
Result<> removeEmptyFolder(const QString& path);
bool isOutOfReach(const QString& path); // a folder on the way may not be entered: nobody can say whether it is there

// Gives a file or folder the reading and writing permissions of the folder it lies in, so that a vault in a folder
// several people of this PC share stays shared, and one in a private folder stays private.
void shareLikeParent(const QString& path);

} // namespace core::platform

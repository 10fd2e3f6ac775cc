#pragma once
#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace tests {

// A whole folder with all that it holds, as somebody copies a vault; what stood at the other place is gone first.
inline void copyFolder(const QString& from, const QString& to) {
    QDir(to).removeRecursively();
    QDir().mkpath(to);
    QDirIterator items(from, QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden);
    while (items.hasNext()) {
        items.next();
        const QString target = to + QLatin1Char('/') + items.fileName();
        if (items.fileInfo().isDir())
            copyFolder(items.filePath(), target);
        else
            QFile::copy(items.filePath(), target);
    }
}

} // namespace tests

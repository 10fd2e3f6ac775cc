#pragma once
#include <QByteArray>
#include <sqlite3.h>

// Keeps a copy of every rollback journal in the moment before it is emptied: what a copy of the folder holds that was
// taken while somebody recorded. Must be in place before the first connection of the process.
class JournalCatcher {
public:
    static void install() {
        base() = sqlite3_vfs_find(nullptr);
        static sqlite3_vfs catching = *base();
        catching.zName = "catching";
        catching.xOpen = open;
        sqlite3_vfs_register(&catching, 1);
    }
    static QByteArray& last() {
        static QByteArray journal;
        return journal;
    }

private:
    static sqlite3_vfs*& base() {
        static sqlite3_vfs* vfs = nullptr;
        return vfs;
    }
    static const sqlite3_io_methods*& methods() {
        static const sqlite3_io_methods* real = nullptr;
        return real;
    }
    static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out) {
        const int code = base()->xOpen(base(), name, file, flags, out);
        if (code != SQLITE_OK || !(flags & SQLITE_OPEN_MAIN_JOURNAL))
            return code;
        methods() = file->pMethods;
        static sqlite3_io_methods catching;
        catching = *file->pMethods;
        catching.xTruncate = truncate;
        file->pMethods = &catching;
        return code;
    }
    static int truncate(sqlite3_file* file, sqlite3_int64 size) {
        sqlite3_int64 held = 0;
        if (size == 0 && methods()->xFileSize(file, &held) == SQLITE_OK && held > 0) {
            QByteArray bytes(qsizetype(held), '\0');
            if (methods()->xRead(file, bytes.data(), int(held), 0) == SQLITE_OK)
                last() = bytes;
        }
        return methods()->xTruncate(file, size);
    }
};

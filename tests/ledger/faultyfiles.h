#pragma once
#include <sqlite3.h>

// Makes the n-th write, sync, truncation, lock or read of a database or its journal fail. Must be in place before the
// first connection of the process. A write that fails has written half of what it was given.
class FaultyFiles {
public:
    enum Kind { Write = 1, Sync = 2, Truncate = 4, Lock = 8, Read = 16 };

    static void install() {
        base() = sqlite3_vfs_find(nullptr);
        static sqlite3_vfs faulty = *base();
        faulty.zName = "faulty";
        faulty.xOpen = open;
        sqlite3_vfs_register(&faulty, 1);
    }
    static void arm(int kinds, int at, int code, bool sticky) { state() = {kinds, at, code, sticky, 0, false, 0}; }
    static void armFor(int kinds, int at, int code, int times) { state() = {kinds, at, code, true, 0, false, times}; }
    static void disarm() { state().kinds = 0; }
    static int met() { return state().met; }
    static bool fired() { return state().fired; }

private:
    struct State {
        int kinds = 0, at = 0, code = 0;
        bool sticky = false;
        int met = 0;
        bool fired = false;
        int times = 0; // 0: from then on
    };
    static State& state() {
        static State armed;
        return armed;
    }
    static sqlite3_vfs*& base() {
        static sqlite3_vfs* vfs = nullptr;
        return vfs;
    }
    static const sqlite3_io_methods*& real() {
        static const sqlite3_io_methods* methods = nullptr;
        return methods;
    }
    static bool fails(Kind kind) {
        State& s = state();
        if (!(s.kinds & kind))
            return false;
        ++s.met;
        const bool over = s.times > 0 && s.met >= s.at + s.times;
        const bool hit = s.sticky ? s.met >= s.at && !over : s.met == s.at;
        s.fired = s.fired || hit;
        return hit;
    }
    static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out) {
        const int code = base()->xOpen(base(), name, file, flags, out);
        if (code != SQLITE_OK || !(flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_MAIN_DB)))
            return code;
        // A journal's methods do not lock: the two kinds of file must not be given each other's.
        static sqlite3_io_methods forDatabase, forJournal;
        const bool isJournal = flags & SQLITE_OPEN_MAIN_JOURNAL;
        sqlite3_io_methods& faulty = isJournal ? forJournal : forDatabase;
        if (!isJournal)
            real() = file->pMethods; // reading, writing and syncing are the same for both
        faulty = *file->pMethods;
        faulty.xWrite = write;
        faulty.xSync = sync;
        faulty.xTruncate = truncate;
        if (!isJournal)
            faulty.xLock = lock;
        faulty.xRead = read;
        file->pMethods = &faulty;
        return code;
    }
    static int write(sqlite3_file* f, const void* bytes, int size, sqlite3_int64 at) {
        if (!fails(Write))
            return real()->xWrite(f, bytes, size, at);
        real()->xWrite(f, bytes, size / 2, at);
        return state().code;
    }
    static int sync(sqlite3_file* f, int flags) {
        const int code = real()->xSync(f, flags);
        return fails(Sync) ? SQLITE_IOERR_FSYNC : code;
    }
    static int truncate(sqlite3_file* f, sqlite3_int64 size) {
        return fails(Truncate) ? SQLITE_IOERR_TRUNCATE : real()->xTruncate(f, size);
    }
    static int lock(sqlite3_file* f, int level) { return fails(Lock) ? SQLITE_IOERR_LOCK : real()->xLock(f, level); }
    static int read(sqlite3_file* f, void* bytes, int size, sqlite3_int64 at) {
        return fails(Read) ? SQLITE_IOERR_READ : real()->xRead(f, bytes, size, at);
    }
};

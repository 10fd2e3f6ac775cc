#pragma once
#include "core/base/result.h"
#include <QByteArray>
#include <memory>

namespace core::db {

// A database's file and the journal beside it, as bytes, sealed as they stand on disk; and what SQLite asks of the disk
// before it reads a journal: by that it decides how long its head is, and whether a short one is any.
struct FileAndJournal {
    QByteArray file, journal; // no journal: the file as it stands
    int sectorSize = 4096;
    int characteristics = 0;
};

// The two in memory, for SQLite to do there what it would do to the files: nothing of it reaches a disk, and nothing is
// left when the program is killed. It never grows beyond the two: how long a journal says the file was is signed by
// nobody. It outlives its connections (Database::open).
class MemoryCopy {
public:
    static Result<std::unique_ptr<MemoryCopy>> of(FileAndJournal bytes);
    ~MemoryCopy();
    MemoryCopy(const MemoryCopy&) = delete;
    MemoryCopy& operator=(const MemoryCopy&) = delete;

    const char* way() const; // by which SQLite opens it, and nothing else

private:
    MemoryCopy();
    struct Inner;
    std::unique_ptr<Inner> m;
};

} // namespace core::db

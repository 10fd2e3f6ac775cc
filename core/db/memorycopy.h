#pragma once
#include "core/base/result.h"
#include <QByteArray>
#include <memory>

namespace core::db {

// A database's file and the journal beside it, as bytes, sealed as they stand on disk.
struct FileAndJournal {
    QByteArray file, journal; // no journal: the file as it stands
};

// The two in memory, for SQLite to do there what it would do to the files: nothing of it reaches a disk, and nothing is
// left when the program is killed. One connection at a time (Database::open); it outlives that connection.
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

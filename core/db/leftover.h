#pragma once
#include "core/base/result.h"
#include "core/db/memorycopy.h"
#include <QDateTime>
#include <memory>

struct sqlite3_file;

namespace core::db {

// What stands beside a database and SQLite would put into it by itself at the next opening, whether or not it belongs
// there: a rollback journal that was not emptied; a write-ahead log, which this program never makes; a link in the
// journal's place, also one that leads nowhere: SQLite does not follow it, and whoever emptied it would empty another
// file.
enum class Leftover { None, Journal, WriteAheadLog, Link };
Leftover leftoverBeside(const QString& path);

// Differs when somebody has written to the file or to what stands beside it.
struct Stamp {
    qint64 fileSize = -1, journalSize = -1;
    QDateTime fileWritten, journalWritten;
    bool operator==(const Stamp&) const = default;
};
Stamp stampOf(const QString& path);

// Whether a journal names another file, as one that spans several databases does. This program never writes such a one,
// and SQLite deletes the file that is named, wherever it is, when it plays the journal back.
bool namesAnotherFile(const QString& path);

// The name of a way of opening files by which SQLite sees neither of the two. For reading only.
const char* openingAlone();

// Keeps everybody else out of a database file while it is looked at, without SQLite opening it: nothing is played back.
class Standstill {
public:
    // A null pointer: somebody was writing, has done, and the journal is gone. Busy: whoever holds the file has not let
    // go of it in three seconds. A file that may not be written is held for reading.
    static Result<std::unique_ptr<Standstill>> of(const QString& path);
    ~Standstill();
    Standstill(const Standstill&) = delete;
    Standstill& operator=(const Standstill&) = delete;

    // StaleJournal: the journal is longer than any of this file's could be.
    Result<FileAndJournal> bytes() const;
    Result<> keepAsItStands(); // the file is made durable, then the journal emptied: what a commit does

private:
    explicit Standstill(const QString& path);
    int lock();
    QByteArray m_name;
    const char* m_sqliteName = nullptr; // with SQLite's own room around it
    std::unique_ptr<char[]> m_memory;
    sqlite3_file* m_file = nullptr;
};

} // namespace core::db

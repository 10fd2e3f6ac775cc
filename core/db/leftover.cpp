#include "core/db/leftover.h"
#include "core/base/platformfile.h"
#include "core/db/recipe.h"
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <sqlite3.h>

namespace core::db {

namespace {

constexpr int kTries = 300; // of ten milliseconds: as long as a connection waits for another
constexpr int kPause = 10'000;
constexpr sqlite3_int64 kHeads = 1 << 20;
constexpr sqlite3_int64 kChunk = 64 << 20;

QString journalOf(const QString& path) {
    return path + QStringLiteral("-journal");
}

QString logOf(const QString& path) {
    return path + QStringLiteral("-wal");
}

// A journal whose first byte is zero is none to SQLite: it was ended by writing over its head.
bool holdsPages(const QString& journal) {
    QFile file(journal);
    char first = 0;
    return QFileInfo(journal).size() > 0 && (!file.open(QIODevice::ReadOnly) || !file.getChar(&first) || first != 0);
}

int seesNothingBeside(sqlite3_vfs* vfs, const char* name, int flags, int* there) {
    const QByteArrayView path(name);
    if (path.endsWith("-journal") || path.endsWith("-wal")) {
        *there = 0;
        return SQLITE_OK;
    }
    return sqlite3_vfs_find(nullptr)->xAccess(vfs, name, flags, there);
}

} // namespace

Leftover leftoverBeside(const QString& path) {
    if (QFileInfo(logOf(path)).size() > 0)
        return Leftover::WriteAheadLog;
    if (QFileInfo(journalOf(path)).isSymLink())
        return Leftover::Link;
    return holdsPages(journalOf(path)) ? Leftover::Journal : Leftover::None;
}

Stamp stampOf(const QString& path) {
    const QFileInfo file(path), journal(journalOf(path));
    return {file.size(), journal.size(), file.lastModified(), journal.lastModified()};
}

bool namesAnotherFile(const QString& path) {
    static const QByteArray mark = QByteArray::fromHex("d9d505f920a163d7"); // fileformat2.html, "The Super-Journal"
    QFile journal(journalOf(path));
    return journal.open(QIODevice::ReadOnly) && journal.size() >= mark.size() &&
           journal.seek(journal.size() - mark.size()) && journal.read(mark.size()) == mark;
}

const char* openingAlone() {
    static constexpr char name[] = "firsthand-alone";
    static const bool registered = [] {
        static sqlite3_vfs alone = *sqlite3_vfs_find(nullptr);
        alone.zName = name;
        alone.pNext = nullptr;
        alone.xAccess = seesNothingBeside;
        return sqlite3_vfs_register(&alone, 0) == SQLITE_OK;
    }();
    return registered ? name : nullptr;
}

Standstill::Standstill(const QString& path) : m_name(path.toUtf8()) {}

Standstill::~Standstill() {
    if (m_file && m_file->pMethods) {
        m_file->pMethods->xUnlock(m_file, SQLITE_LOCK_NONE);
        m_file->pMethods->xClose(m_file);
    }
    sqlite3_free_filename(m_sqliteName);
}

// Through SQLite's own way to a file: another handle to it, when closed, would let go of every lock this process has.
Result<std::unique_ptr<Standstill>> Standstill::of(const QString& path) {
    if (const auto started = startLibrary(); !started)
        return fail(started.error());
    std::unique_ptr<Standstill> held(new Standstill(path));
    sqlite3_vfs* vfs = sqlite3_vfs_find(nullptr);
    const QByteArray journal = journalOf(path).toUtf8();
    const QByteArray log = logOf(path).toUtf8();
    held->m_sqliteName =
        sqlite3_create_filename(held->m_name.constData(), journal.constData(), log.constData(), 0, nullptr);
    held->m_memory = std::make_unique<char[]>(std::size_t(vfs->szOsFile));
    held->m_file = reinterpret_cast<sqlite3_file*>(held->m_memory.get());
    int flags = 0;
    const int code =
        vfs->xOpen(vfs, held->m_sqliteName, held->m_file, SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_READWRITE, &flags);
    if (code != SQLITE_OK)
        return fail(databaseError(code));
    for (int i = 0; i < kTries; ++i) {
        const int locked = held->lock();
        if (locked == SQLITE_OK)
            return held;
        if (locked != SQLITE_BUSY && (flags & SQLITE_OPEN_READONLY))
            return held;
        if (locked != SQLITE_BUSY)
            return fail(databaseError(locked));
        if (leftoverBeside(path) == Leftover::None)
            return std::unique_ptr<Standstill>();
        vfs->xSleep(vfs, kPause);
    }
    return fail(databaseError(SQLITE_BUSY));
}

// Exclusive: whoever met a merely reserved file and its journal would take it for one that is being written by somebody
// else, and read it half written.
int Standstill::lock() {
    int code = m_file->pMethods->xLock(m_file, SQLITE_LOCK_SHARED);
    int reserved = 0;
    if (code == SQLITE_OK)
        code = m_file->pMethods->xCheckReservedLock(m_file, &reserved);
    if (code == SQLITE_OK)
        code = reserved ? SQLITE_BUSY : m_file->pMethods->xLock(m_file, SQLITE_LOCK_EXCLUSIVE);
    if (code == SQLITE_BUSY)
        m_file->pMethods->xUnlock(m_file, SQLITE_LOCK_NONE);
    return code;
}

Result<FileAndJournal> Standstill::bytes() const {
    sqlite3_int64 size = 0;
    if (const int code = m_file->pMethods->xFileSize(m_file, &size); code != SQLITE_OK)
        return fail(databaseError(code));
    QFile journal(journalOf(QString::fromUtf8(m_name)));
    if (!journal.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Unreadable, QStringLiteral("journal"));
    if (journal.size() > 2 * size + kHeads) // each page at most once
        return fail(ErrorCode::StaleJournal, QStringLiteral("longer than its file"));
    QByteArray bytes(qsizetype(size), Qt::Uninitialized);
    for (sqlite3_int64 at = 0; at < size; at += kChunk) {
        const int part = int(std::min<sqlite3_int64>(kChunk, size - at));
        if (const int code = m_file->pMethods->xRead(m_file, bytes.data() + at, part, at); code != SQLITE_OK)
            return fail(databaseError(code));
    }
    return FileAndJournal{bytes, journal.readAll(), m_file->pMethods->xSectorSize(m_file),
                          m_file->pMethods->xDeviceCharacteristics(m_file) & SQLITE_IOCAP_POWERSAFE_OVERWRITE};
}

Result<> Standstill::keepAsItStands() {
    if (const int code = m_file->pMethods->xSync(m_file, SQLITE_SYNC_FULL); code != SQLITE_OK)
        return fail(databaseError(code));
    const QString journal = journalOf(QString::fromUtf8(m_name));
    if (!QFile::resize(journal, 0))
        return fail(ErrorCode::ReadOnly, QStringLiteral("journal"));
    return platform::syncFile(journal);
}

} // namespace core::db

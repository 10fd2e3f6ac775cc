#include "core/db/memorycopy.h"
#include <algorithm>
#include <atomic>
#include <cstring>
#include <sqlite3.h>

namespace core::db {

namespace {

// What both files of one copy share.
struct Disk {
    FileAndJournal bytes;
    qint64 room;
};

struct OpenBytes {
    sqlite3_file base;
    QByteArray* bytes;
    const Disk* disk;
};

QByteArray& bytesOf(sqlite3_file* file) {
    return *reinterpret_cast<OpenBytes*>(file)->bytes;
}

const Disk& diskOf(sqlite3_file* file) {
    return *reinterpret_cast<OpenBytes*>(file)->disk;
}

int close(sqlite3_file*) {
    return SQLITE_OK;
}

int read(sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
    const QByteArray& bytes = bytesOf(file);
    const qint64 there = std::clamp<qint64>(bytes.size() - at, 0, size);
    if (there > 0)
        std::memcpy(to, bytes.constData() + at, std::size_t(there));
    std::memset(static_cast<char*>(to) + there, 0, std::size_t(size - there)); // as SQLite asks of a short read
    return there == size ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
    QByteArray& bytes = bytesOf(file);
    if (at + size > diskOf(file).room)
        return SQLITE_FULL;
    if (bytes.size() < at + size)
        bytes.append(QByteArray(qsizetype(at + size - bytes.size()), '\0'));
    std::memcpy(bytes.data() + at, from, std::size_t(size));
    return SQLITE_OK;
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
    bytesOf(file).resize(qsizetype(size));
    return SQLITE_OK;
}

int sync(sqlite3_file*, int) {
    return SQLITE_OK;
}

int fileSize(sqlite3_file* file, sqlite3_int64* size) {
    *size = bytesOf(file).size();
    return SQLITE_OK;
}

int lock(sqlite3_file*, int) {
    return SQLITE_OK; // there is nobody else
}

int checkReservedLock(sqlite3_file*, int* reserved) {
    *reserved = 0;
    return SQLITE_OK;
}

int fileControl(sqlite3_file*, int what, void* value) {
    if (what != SQLITE_FCNTL_MMAP_SIZE)
        return SQLITE_NOTFOUND;
    *static_cast<sqlite3_int64*>(value) = 0; // read back by the recipe
    return SQLITE_OK;
}

int sectorSize(sqlite3_file* file) {
    return diskOf(file).bytes.sectorSize;
}

int deviceCharacteristics(sqlite3_file* file) {
    return diskOf(file).bytes.characteristics;
}

const sqlite3_io_methods kMethods = [] {
    sqlite3_io_methods methods = {};
    methods.iVersion = 1; // no shared memory: a write-ahead log cannot be opened
    methods.xClose = close;
    methods.xRead = read;
    methods.xWrite = write;
    methods.xTruncate = truncate;
    methods.xSync = sync;
    methods.xFileSize = fileSize;
    methods.xLock = lock;
    methods.xUnlock = lock;
    methods.xCheckReservedLock = checkReservedLock;
    methods.xFileControl = fileControl;
    methods.xSectorSize = sectorSize;
    methods.xDeviceCharacteristics = deviceCharacteristics;
    return methods;
}();

bool isJournal(const char* name) {
    return QByteArrayView(name).endsWith("-journal");
}

int openFile(sqlite3_vfs* vfs, const char*, sqlite3_file* file, int flags, int* out) {
    auto* disk = static_cast<Disk*>(vfs->pAppData);
    file->pMethods = nullptr;
    if (!(flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_MAIN_JOURNAL)))
        return SQLITE_CANTOPEN;
    auto* opened = reinterpret_cast<OpenBytes*>(file);
    opened->bytes = flags & SQLITE_OPEN_MAIN_DB ? &disk->bytes.file : &disk->bytes.journal;
    opened->disk = disk;
    file->pMethods = &kMethods;
    if (out)
        *out = flags;
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs* vfs, const char* name, int) {
    if (isJournal(name))
        static_cast<Disk*>(vfs->pAppData)->bytes.journal.clear();
    return SQLITE_OK;
}

int access(sqlite3_vfs* vfs, const char* name, int, int* there) {
    *there = isJournal(name) && !static_cast<Disk*>(vfs->pAppData)->bytes.journal.isEmpty() ? 1 : 0;
    return SQLITE_OK;
}

int fullPathname(sqlite3_vfs*, const char* name, int size, char* full) {
    sqlite3_snprintf(size, full, "%s", name);
    return SQLITE_OK;
}

} // namespace

struct MemoryCopy::Inner {
    Disk disk;
    QByteArray name;
    sqlite3_vfs vfs = {};
    bool registered = false;
};

MemoryCopy::MemoryCopy() : m(std::make_unique<Inner>()) {}

MemoryCopy::~MemoryCopy() {
    if (m->registered)
        sqlite3_vfs_unregister(&m->vfs);
}

Result<std::unique_ptr<MemoryCopy>> MemoryCopy::of(FileAndJournal bytes) {
    static std::atomic<int> made = 0;
    std::unique_ptr<MemoryCopy> copy(new MemoryCopy);
    Inner& m = *copy->m;
    m.disk.room = bytes.file.size() + bytes.journal.size();
    m.disk.bytes = std::move(bytes);
    m.name = "firsthand-memory-" + QByteArray::number(++made);
    m.vfs = *sqlite3_vfs_find(nullptr); // chance, sleep and the clock stay its own
    m.vfs.szOsFile = sizeof(OpenBytes);
    m.vfs.pNext = nullptr;
    m.vfs.zName = m.name.constData();
    m.vfs.pAppData = &m.disk;
    m.vfs.xOpen = openFile;
    m.vfs.xDelete = deleteFile;
    m.vfs.xAccess = access;
    m.vfs.xFullPathname = fullPathname;
    if (sqlite3_vfs_register(&m.vfs, 0) != SQLITE_OK)
        return fail(ErrorCode::Internal, QStringLiteral("memory copy"));
    m.registered = true;
    return copy;
}

const char* MemoryCopy::way() const {
    return m->name.constData();
}

} // namespace core::db

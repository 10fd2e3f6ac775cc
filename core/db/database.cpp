#include "core/db/database.h"
#include "core/db/leftover.h"
#include "core/db/memorycopy.h"
#include "core/db/recipe.h"
#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <sqlite3.h>

namespace core::db {

namespace {

constexpr int kBusyMilliseconds = 3000;

// As open to other users of the PC as its folder is: a vault may be shared by several accounts.
Result<> makeEmptyFile(const QString& path) {
    QFile file(path);
    if (file.exists())
        return fail(ErrorCode::AlreadyExists);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return fail(file.exists() ? ErrorCode::AlreadyExists : ErrorCode::ReadOnly);
    constexpr QFile::Permissions readWrite = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser |
                                             QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther |
                                             QFile::WriteOther;
    const QFile::Permissions folder = QFileInfo(QFileInfo(path).absolutePath()).permissions();
    file.setPermissions((folder & readWrite) | QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

Result<> checkFile(const QString& path) {
    const QFileInfo file(path);
    if (!file.exists() && !file.isSymLink())
        return fail(ErrorCode::LedgerMissing);
    if (file.isSymLink() || !file.isFile())
        return fail(ErrorCode::Foreign, QStringLiteral("not a plain file"));
    if (file.size() == 0)
        return fail(ErrorCode::EmptyLedger);
    return {};
}

// SQLite refuses a link anywhere in the path; a link above the vault is the owner's own business.
QByteArray plainPath(const QString& path) {
    const QFileInfo file(path);
    const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
    return QString(folder + QLatin1Char('/') + file.fileName()).toUtf8();
}

// x'<64 hex of key><32 hex of salt>'. Without x'…' SQLCipher silently takes it for a passphrase.
crypto::Secret keyText(const Database::Key& key) {
    constexpr char digits[] = "0123456789abcdef";
    crypto::Secret text(99);
    unsigned char* out = text.data();
    *out++ = 'x';
    *out++ = '\'';
    for (const crypto::Secret* part : {&key.key, &key.salt}) {
        for (const unsigned char byte : part->view()) {
            *out++ = static_cast<unsigned char>(digits[byte >> 4]);
            *out++ = static_cast<unsigned char>(digits[byte & 15]);
        }
    }
    *out = '\'';
    return text;
}

Error lastError(sqlite3* db) {
    return databaseError(sqlite3_extended_errcode(db), sqlite3_system_errno(db));
}

Result<> run(sqlite3* db, const char* sql) {
    if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return fail(lastError(db));
    return {};
}

// SQLCipher takes any key; only the first read shows whether it was the right one.
Result<> firstRead(sqlite3* db) {
    const int code = sqlite3_exec(db, "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr);
    if ((code & 0xff) == SQLITE_NOTADB)
        return fail(ErrorCode::NotThisKey);
    return code == SQLITE_OK ? Result<>() : fail(lastError(db));
}

Result<> beforeOpening(const Database::Key& key) {
    if (const auto started = startLibrary(); !started)
        return fail(started.error());
    if (key.key.size() != 32 || key.salt.size() != 16)
        return fail(ErrorCode::Internal, QStringLiteral("key or salt of the wrong length"));
    return {};
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(const QString& path, Mode mode, const Key& key,
                                                 const QStringList& schema) {
    if (const auto ready = beforeOpening(key); !ready)
        return fail(ready.error());
    if (const auto file = mode == Mode::Create ? makeEmptyFile(path) : checkFile(path); !file)
        return fail(file.error());
    const bool reads = mode == Mode::ReadOnly || mode == Mode::Alone;
    const char* way = mode == Mode::Alone ? openingAlone() : nullptr;
    if (mode == Mode::Alone && !way)
        return fail(ErrorCode::RecipeRefused, QStringLiteral("vfs"));
    std::unique_ptr<Database> database(new Database);
    Result<> ready =
        database->connect({plainPath(path), reads ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE, way}, key);
    if (ready && mode == Mode::Create)
        ready = database->makeSchema(schema);
    if (ready)
        ready = closeTheDoor(database->m_db);
    if (!ready) {
        database.reset();
        if (mode == Mode::Create)
            QFile::remove(path);
        return fail(ready.error());
    }
    return database;
}

Result<std::unique_ptr<Database>> Database::open(const MemoryCopy& copy, const Key& key) {
    if (const auto ready = beforeOpening(key); !ready)
        return fail(ready.error());
    std::unique_ptr<Database> database(new Database);
    if (const auto connected = database->connect({"copy", SQLITE_OPEN_READWRITE, copy.way()}, key); !connected)
        return fail(connected.error());
    if (const auto closed = closeTheDoor(database->m_db); !closed)
        return fail(closed.error());
    return database;
}

Result<> Database::connect(const Place& place, const Key& key) {
    const int code = sqlite3_open_v2(place.name.constData(), &m_db,
                                     place.access | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE, place.way);
    if (code != SQLITE_OK)
        return fail(databaseError(code, m_db ? sqlite3_system_errno(m_db) : 0));
    sqlite3_busy_timeout(m_db, kBusyMilliseconds);
    const crypto::Secret text = keyText(key);
    if (sqlite3_key(m_db, text.data(), int(text.size())) != SQLITE_OK)
        return fail(lastError(m_db));
    if (const auto read = firstRead(m_db); !read)
        return read;
    if (place.access == SQLITE_OPEN_READWRITE && sqlite3_db_readonly(m_db, "main") != 0)
        return fail(ErrorCode::ReadOnly);
    if (const auto applied = applyRecipe(m_db); !applied)
        return applied;
    return checkRecipe(m_db);
}

Result<> Database::makeSchema(const QStringList& schema) {
    if (schema.isEmpty())
        return {};
    if (const auto begun = run(m_db, "BEGIN IMMEDIATE"); !begun)
        return begun;
    for (const QString& statement : schema) {
        if (const auto made = run(m_db, statement.toUtf8().constData()); !made)
            return made; // the file goes with it
    }
    return run(m_db, "COMMIT");
}

Database::~Database() {
    m_begin = {};
    m_commit = {};
    m_version = {};
    sqlite3_close_v2(m_db);
}

Result<Statement> Database::prepare(const char* sql) {
    if (m_broken)
        return fail(ErrorCode::Damaged, QStringLiteral("the connection met damage before"));
    Statement statement;
    statement.m_db = m_db;
    statement.m_broken = &m_broken;
    const int code = sqlite3_prepare_v3(m_db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement.m_statement, nullptr);
    if (code == SQLITE_OK)
        return statement;
    m_broken = isCorruption(code);
    return fail(lastError(m_db));
}

Result<> Database::execute(const char* sql) {
    auto statement = prepare(sql);
    return statement ? statement->run() : fail(statement.error());
}

Result<> Database::prepareOnce(Statement& kept, const char* sql) {
    if (!kept.isEmpty())
        return {};
    auto statement = prepare(sql);
    if (!statement)
        return fail(statement.error());
    kept = std::move(*statement);
    return {};
}

Result<> Database::begin() {
    const auto ready = prepareOnce(m_begin, "BEGIN IMMEDIATE");
    return ready ? m_begin.run() : ready;
}

Result<> Database::commit() {
    const auto ready = prepareOnce(m_commit, "COMMIT");
    return ready ? m_commit.run() : ready;
}

void Database::rollback() {
    if (!sqlite3_get_autocommit(m_db))
        sqlite3_exec(m_db, "ROLLBACK", nullptr, nullptr, nullptr);
}

Result<> Database::transaction(const std::function<Result<>()>& body) {
    if (const auto begun = begin(); !begun)
        return begun;
    if (const auto done = body(); !done) {
        rollback();
        return done;
    }
    const auto committed = commit();
    if (committed)
        return {};
    rollback();
    if (committed.error().code == ErrorCode::Busy) // nothing was written: a reader did not let go
        return fail(committed.error());
    return fail(ErrorCode::CommitUnclear, errorName(committed.error().code));
}

Result<qint64> Database::dataVersion() {
    if (const auto ready = prepareOnce(m_version, "PRAGMA data_version"); !ready)
        return fail(ready.error());
    const auto row = m_version.step();
    if (!row)
        return fail(row.error());
    const qint64 version = m_version.integer(0);
    m_version.reset();
    return version;
}

bool Database::isReadOnly() const {
    return sqlite3_db_readonly(m_db, "main") != 0;
}

void Database::releaseMemory() {
    sqlite3_db_release_memory(m_db);
}

bool Database::isBroken() const {
    return m_broken;
}

// In one read transaction: the cipher's check reads the file itself, which must not be written to meanwhile.
Result<> Database::integrityCheck(Depth depth) {
    if (const auto begun = execute("BEGIN"); !begun)
        return begun;
    const Result<> checked = checkPages(depth);
    rollback();
    if (!checked && checked.error().code == ErrorCode::Damaged)
        m_broken = true;
    return checked;
}

Result<> Database::checkPages(Depth depth) {
    auto lock = prepare("SELECT count(*) FROM sqlite_schema");
    if (!lock)
        return fail(lock.error());
    if (const auto read = lock->run(); !read)
        return read;
    auto pages = prepare("PRAGMA cipher_integrity_check");
    if (!pages)
        return fail(pages.error());
    const auto wrongPage = pages->step(); // a row for each page that does not verify
    if (!wrongPage)
        return fail(wrongPage.error());
    if (*wrongPage)
        return fail(ErrorCode::Damaged, QStringLiteral("cipher_integrity_check: %1").arg(pages->text(0)));
    auto structure = prepare(depth == Depth::Full ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)");
    if (!structure)
        return fail(structure.error());
    const auto row = structure->step();
    if (!row)
        return fail(row.error());
    const bool fine = *row && structure->view(0) == "ok";
    return fine ? Result<>() : fail(ErrorCode::Damaged, QStringLiteral("quick_check"));
}

Result<> Database::backupTo(Database& target) {
    sqlite3_backup* backup = sqlite3_backup_init(target.m_db, "main", m_db, "main");
    if (!backup)
        return fail(lastError(target.m_db));
    const int step = sqlite3_backup_step(backup, -1);
    const int finish = sqlite3_backup_finish(backup);
    if (step != SQLITE_DONE || finish != SQLITE_OK)
        return fail(databaseError(finish != SQLITE_OK ? finish : step));
    return {};
}

Result<QString> Database::libraryVersion() {
    return startLibrary();
}

} // namespace core::db

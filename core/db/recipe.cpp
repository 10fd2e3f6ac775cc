#include "core/db/recipe.h"
#include <QList>
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <iterator>
#include <sqlite3.h>
#include <string_view>

namespace core::db {

namespace {

struct Pragma {
    const char* name;
    const char* set; // nullptr: only read
    const char* expected;
};

constexpr Pragma kPragmas[] = {
    {"temp_store", "PRAGMA temp_store = MEMORY", "2"}, // on disk, sorting writes plain text to /var/tmp
    {"journal_mode", "PRAGMA journal_mode = TRUNCATE", "truncate"},
    {"synchronous", "PRAGMA synchronous = EXTRA", "3"},
    {"locking_mode", "PRAGMA locking_mode = NORMAL", "normal"},
    {"recursive_triggers", "PRAGMA recursive_triggers = ON", "1"}, // else INSERT OR REPLACE walks past the triggers
    {"cell_size_check", "PRAGMA cell_size_check = ON", "1"},
    {"secure_delete", "PRAGMA secure_delete = ON", "1"},
    {"mmap_size", "PRAGMA mmap_size = 0", "0"},
    {"foreign_keys", "PRAGMA foreign_keys = ON", "1"},
    {"cache_size", "PRAGMA cache_size = -1024", "-1024"}, // locked memory is scarce
    {"auto_vacuum", nullptr, "0"}, // with it on, a page can be zeroed without the key and nobody notices
    {"cipher_use_hmac", nullptr, "1"},
    {"cipher_hmac_algorithm", nullptr, "HMAC_SHA512"},
    {"cipher_page_size", nullptr, "4096"},
    {"cipher_plaintext_header_size", nullptr, "0"},
    {"cipher_memory_security", nullptr, "1"},
    {"cipher_log_level", nullptr, "NONE"},
};

struct Option {
    const char* name;
    int option;
    int value;
};

constexpr Option kOptions[] = {
    {"DEFENSIVE", SQLITE_DBCONFIG_DEFENSIVE, 1},
    {"TRUSTED_SCHEMA", SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    {"DQS_DDL", SQLITE_DBCONFIG_DQS_DDL, 0},
    {"DQS_DML", SQLITE_DBCONFIG_DQS_DML, 0},
    {"ENABLE_TRIGGER", SQLITE_DBCONFIG_ENABLE_TRIGGER, 1},
    {"ENABLE_VIEW", SQLITE_DBCONFIG_ENABLE_VIEW, 0},
    {"LOAD_EXTENSION", SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
};

constexpr Option kLimits[] = {
    {"LIMIT_ATTACHED", SQLITE_LIMIT_ATTACHED, 0},
    {"LIMIT_LENGTH", SQLITE_LIMIT_LENGTH, 4 << 20},
    {"LIMIT_SQL_LENGTH", SQLITE_LIMIT_SQL_LENGTH, 100'000},
    {"LIMIT_TRIGGER_DEPTH", SQLITE_LIMIT_TRIGGER_DEPTH, 4},
    {"LIMIT_EXPR_DEPTH", SQLITE_LIMIT_EXPR_DEPTH, 100},
    {"LIMIT_COMPOUND_SELECT", SQLITE_LIMIT_COMPOUND_SELECT, 4},
    {"LIMIT_VARIABLE_NUMBER", SQLITE_LIMIT_VARIABLE_NUMBER, 32},
    {"LIMIT_VDBE_OP", SQLITE_LIMIT_VDBE_OP, 25'000},
};

constexpr std::string_view kFunctions[] = {"length", "octet_length", "typeof", "instr", "char",
                                           "count",  "max",          "ifnull", "like"};

struct AllowedPragma {
    std::string_view name;
    bool takesArgument;
};
constexpr AllowedPragma kReadable[] = {{"data_version", false},
                                       {"user_version", false},
                                       {"cipher_integrity_check", false},
                                       {"quick_check", true},
                                       {"integrity_check", true}};

Error refused(const char* what) {
    return {ErrorCode::RecipeRefused, QString::fromLatin1(what)};
}

// The first value of the first row; empty if there is none.
QByteArray readPragma(sqlite3* db, const char* name) {
    const QByteArray sql = QByteArray("PRAGMA ") + name;
    sqlite3_stmt* statement = nullptr;
    QByteArray value;
    if (sqlite3_prepare_v2(db, sql.constData(), -1, &statement, nullptr) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW)
        value = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
    return value;
}

bool isAtLeast46(const QByteArray& version) {
    const QList<QByteArray> parts = version.split(' ').first().split('.');
    if (parts.size() < 2)
        return false;
    const int major = parts[0].toInt();
    return major > 4 || (major == 4 && parts[1].toInt() >= 6);
}

Result<QString> prepareLibrary() {
    // The log can hold file names and SQL; it must be turned off before the library starts.
    if (sqlite3_config(SQLITE_CONFIG_LOG, nullptr, nullptr) != SQLITE_OK)
        return fail(refused("SQLITE_CONFIG_LOG"));
    if (!sqlite3_compileoption_used("HAS_CODEC"))
        return fail(refused("HAS_CODEC"));
    if (!sqlite3_compileoption_used("TEMP_STORE=2") && !sqlite3_compileoption_used("TEMP_STORE=3"))
        return fail(refused("TEMP_STORE"));
    if (sqlite3_threadsafe() == 0)
        return fail(refused("THREADSAFE"));
    // Kept open and keyed for good: SQLCipher goes back to logging when its last connection closes.
    static sqlite3* keeper = nullptr;
    if (sqlite3_open_v2(":memory:", &keeper, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK)
        return fail(ErrorCode::Internal, QStringLiteral("SQLCipher does not start"));
    const QByteArray version = readPragma(keeper, "cipher_version");
    sqlite3_exec(keeper, "PRAGMA cipher_memory_security = ON", nullptr, nullptr, nullptr);
    sqlite3_key(keeper, "keeper", 6);
    sqlite3_exec(keeper, "PRAGMA cipher_log_level = NONE", nullptr, nullptr, nullptr);
    const bool secure = readPragma(keeper, "cipher_memory_security") == "1";
    const bool silent = readPragma(keeper, "cipher_log_level") == "NONE";
    if (!isAtLeast46(version))
        return fail(ErrorCode::RecipeRefused,
                    QStringLiteral("SQLCipher %1 is older than 4.6").arg(QString::fromLatin1(version)));
    if (!secure)
        return fail(refused("cipher_memory_security"));
    if (!silent)
        return fail(refused("cipher_log_level"));
    return QString::fromLatin1(version);
}

bool mayCall(const char* function) {
    return std::find(std::begin(kFunctions), std::end(kFunctions), std::string_view(function)) != std::end(kFunctions);
}

bool mayRead(const char* pragma, const char* argument) {
    return std::any_of(std::begin(kReadable), std::end(kReadable), [&](const AllowedPragma& allowed) {
        return allowed.name == pragma && (allowed.takesArgument || !argument);
    });
}

bool isOwnTable(const char* table) {
    return std::strncmp(table, "sqlite_", 7) != 0;
}

int authorize(void*, int action, const char* first, const char* second, const char*, const char*) {
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_TRANSACTION:
        return SQLITE_OK;
    case SQLITE_INSERT:
    case SQLITE_UPDATE:
    case SQLITE_DELETE:
        return isOwnTable(first) ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_FUNCTION:
        return mayCall(second) ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_PRAGMA:
        return mayRead(first, second) ? SQLITE_OK : SQLITE_DENY;
    default:
        return SQLITE_DENY;
    }
}

ErrorCode meaning(int code, int systemError) {
    if (code == SQLITE_CANTOPEN_SYMLINK)
        return ErrorCode::Foreign;
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::Busy;
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_IOERR:
        if (systemError == EDQUOT || systemError == ENOSPC)
            return ErrorCode::DiskFull;
        // EBADF: a journal that may not be written is opened for reading instead, and takes no page.
        return systemError == EBADF || systemError == EACCES || systemError == EPERM || systemError == EROFS
                   ? ErrorCode::ReadOnly
                   : ErrorCode::IoFailure;
    case SQLITE_READONLY:
        return ErrorCode::ReadOnly;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return ErrorCode::Unreadable;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::Damaged;
    case SQLITE_TOOBIG:
        return ErrorCode::TooLong;
    default:
        return ErrorCode::Internal;
    }
}

} // namespace

Result<QString> startLibrary() {
    static const Result<QString> started = prepareLibrary();
    return started;
}

Result<> applyRecipe(sqlite3* db) {
    for (const Option& option : kOptions)
        sqlite3_db_config(db, option.option, option.value, nullptr);
    for (const Option& limit : kLimits)
        sqlite3_limit(db, limit.option, limit.value);
    for (const Pragma& pragma : kPragmas) {
        if (!pragma.set)
            continue;
        const int code = sqlite3_exec(db, pragma.set, nullptr, nullptr, nullptr);
        if (code != SQLITE_OK)
            return fail(databaseError(sqlite3_extended_errcode(db), sqlite3_system_errno(db)));
    }
    return {};
}

Result<> checkRecipe(sqlite3* db) {
    for (const Option& option : kOptions) {
        int value = -1;
        if (sqlite3_db_config(db, option.option, -1, &value) != SQLITE_OK || value != option.value)
            return fail(refused(option.name));
    }
    for (const Option& limit : kLimits) {
        if (sqlite3_limit(db, limit.option, -1) != limit.value)
            return fail(refused(limit.name));
    }
    for (const Pragma& pragma : kPragmas) {
        if (readPragma(db, pragma.name) != pragma.expected)
            return fail(refused(pragma.name));
    }
    return {};
}

Result<> closeTheDoor(sqlite3* db) {
    if (sqlite3_set_authorizer(db, authorize, nullptr) != SQLITE_OK)
        return fail(refused("authorizer"));
    // Read back by what it does: this must be denied.
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(db, "PRAGMA temp_store = FILE", -1, &statement, nullptr);
    sqlite3_finalize(statement);
    return code == SQLITE_AUTH ? Result<>() : fail(refused("authorizer"));
}

Error databaseError(int code, int systemError) {
    return {meaning(code, systemError),
            QStringLiteral("sqlite %1: %2").arg(code).arg(QString::fromLatin1(sqlite3_errstr(code)))};
}

bool isCorruption(int code) {
    return (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB;
}

} // namespace core::db

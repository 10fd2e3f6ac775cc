#include "core/db/database.h"
#include "core/db/recipe.h"
#include <sqlite3.h>
#include <utility>

namespace core::db {

Statement::Statement(Statement&& other) noexcept
    : m_db(std::exchange(other.m_db, nullptr))
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_broken(std::exchange(other.m_broken, nullptr))
    , m_bindError(std::exchange(other.m_bindError, 0)) {}

Statement& Statement::operator=(Statement&& other) noexcept {
    std::swap(m_db, other.m_db);
    std::swap(m_statement, other.m_statement);
    std::swap(m_broken, other.m_broken);
    std::swap(m_bindError, other.m_bindError);
    return *this;
}

Statement::~Statement() {
    sqlite3_finalize(m_statement);
}

Result<bool> Statement::step() {
    if (!m_statement)
        return fail(ErrorCode::Internal, QStringLiteral("an empty statement"));
    if (*m_broken)
        return fail(ErrorCode::Damaged, QStringLiteral("the connection met damage before"));
    if (const int code = std::exchange(m_bindError, SQLITE_OK); code != SQLITE_OK) {
        reset();
        return fail(databaseError(code));
    }
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    const Error error = databaseError(sqlite3_extended_errcode(m_db), sqlite3_system_errno(m_db));
    *m_broken = *m_broken || (code != SQLITE_DONE && isCorruption(code));
    reset();
    if (code == SQLITE_DONE)
        return false;
    return fail(error);
}

Result<> Statement::run() {
    for (;;) {
        const Result<bool> row = step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return {};
    }
}

void Statement::reset() {
    sqlite3_reset(m_statement);
}

qint64 Statement::integer(int column) const {
    return sqlite3_column_int64(m_statement, column);
}

QString Statement::text(int column) const {
    return QString::fromUtf8(view(column));
}

QByteArray Statement::utf8(int column) const {
    return view(column).toByteArray();
}

QByteArrayView Statement::view(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return bytes ? QByteArrayView(bytes, sqlite3_column_bytes(m_statement, column)) : QByteArrayView();
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

void Statement::bindOne(int index, qint64 value) {
    if (const int code = sqlite3_bind_int64(m_statement, index, value); code != SQLITE_OK)
        m_bindError = code;
}

void Statement::bindOne(int index, const QString& value) {
    const QByteArray utf8 = value.toUtf8();
    bindOne(index, utf8.isNull() ? QByteArray("") : utf8); // an empty text is a text; NULL is a null QByteArray
}

void Statement::bindOne(int index, const QByteArray& utf8) {
    const int code = utf8.isNull() ? sqlite3_bind_null(m_statement, index)
                                   : sqlite3_bind_text64(m_statement, index, utf8.constData(),
                                                         sqlite3_uint64(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
    if (code != SQLITE_OK)
        m_bindError = code;
}

// Of a text with a counted length SQLite makes a new copy, in memory that it first locks, for each length() on it.
void Statement::bindOne(int index, Kept text) {
    if (text.utf8.isNull() || text.utf8.contains('\0')) {
        bindOne(index, text.utf8);
        return;
    }
    if (const int code = sqlite3_bind_text(m_statement, index, text.utf8.constData(), -1, SQLITE_STATIC);
        code != SQLITE_OK)
        m_bindError = code;
}

} // namespace core::db

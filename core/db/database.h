#pragma once
#include "core/base/result.h"
#include "core/crypto/secret.h"
#include <QByteArray>
#include <QVariant>
#include <functional>
#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace core::db {

// One connection by the recipe of SECURITY.md: every setting is written, read back, and the file refused if one differs.
class Database;

// A prepared statement; bind in order, then step. Text is UTF-8 and length-counted.
class Statement {
public:
    Statement() = default;
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    ~Statement();
    template <class... Values>
    Statement& bind(const Values&... values) {
        int i = 0;
        (bindOne(++i, values), ...);
        return *this;
    }
    Result<bool> step(); // true: a row stands ready
    Result<> run();      // steps to the end
    void reset();

    qint64 integer(int column) const;
    QString text(int column) const;
    QByteArray utf8(int column) const; // the bytes of a text column
    bool isNull(int column) const;

private:
    friend class Database;
    void bindOne(int index, qint64 value);
    void bindOne(int index, int value) { bindOne(index, qint64(value)); }
    void bindOne(int index, const QString& value);
    void bindOne(int index, const QByteArray& utf8); // text, never a blob; null QByteArray binds NULL
    sqlite3* m_db = nullptr;
    sqlite3_stmt* m_statement = nullptr;
    int m_bindError = 0;
};

class Database {
public:
    enum class Mode { Create, ReadWrite, ReadOnly };
    struct Key {
        const crypto::Secret& key;  // 32 bytes
        const crypto::Secret& salt; // 16 bytes
    };
    // Create refuses an existing file; the others refuse a missing (LedgerMissing) or 0-byte one (EmptyLedger).
    // `schema` runs once on Create, and before the authorizer closes the door.
    static Result<std::unique_ptr<Database>> open(const QString& path, Mode mode, const Key& key,
                                                  const QStringList& schema = {});
    ~Database();

    Result<Statement> prepare(const char* sql);
    Result<> execute(const char* sql);
    // BEGIN IMMEDIATE, body, COMMIT; an error of the body rolls back. A failed COMMIT is CommitUnclear.
    Result<> transaction(const std::function<Result<>()>& body);
    Result<> integrityCheck(); // cipher_integrity_check and quick_check
    bool isBroken() const;     // after a corruption error: throw the connection away
    Result<> backupTo(Database& target); // sqlite3_backup, whole
    static Result<QString> libraryVersion(); // RecipeRefused if SQLCipher is older than 4.6

private:
    Database() = default;
    sqlite3* m_db = nullptr;
    bool m_broken = false;
};

} // namespace core::db

#pragma once
#include "core/base/result.h"
#include "core/crypto/secret.h"
#include <QByteArray>
#include <QByteArrayView>
#include <QStringList>
#include <functional>
#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace core::db {

class MemoryCopy;

// A text bound uncopied: it must live until the statement has run, and end in a zero as a QByteArray's own bytes do.
struct Kept {
    const QByteArray& utf8;
};

// A prepared statement; bind in order, then step. Text is UTF-8 and length-counted.
class Statement {
public:
    Statement() = default; // empty: prepared by Database
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
    void reset();        // a statement that ran to its end, or failed, has reset itself

    qint64 integer(int column) const;
    QString text(int column) const;
    QByteArray utf8(int column) const;     // the bytes of a text column
    QByteArrayView view(int column) const; // the same, uncopied: until the next step
    bool isNull(int column) const;
    bool isEmpty() const { return m_statement == nullptr; }

private:
    friend class Database;
    void bindOne(int index, qint64 value);
    void bindOne(int index, int value) { bindOne(index, qint64(value)); }
    void bindOne(int index, const QString& value);
    void bindOne(int index, const QByteArray& utf8); // text, never a blob; null QByteArray binds NULL
    void bindOne(int index, Kept text);
    sqlite3* m_db = nullptr;
    sqlite3_stmt* m_statement = nullptr;
    bool* m_broken = nullptr; // the database's: its connection is done with after a corruption error
    int m_bindError = 0;
};

// One connection by the recipe of SECURITY.md: every setting is written, read back, and the file refused if one
// differs. Its statements must be gone before it goes.
class Database {
public:
    // Alone: reading only, the file as it stands; what stands beside it (leftover.h) is neither read nor put into it.
    enum class Mode { Create, ReadWrite, ReadOnly, Alone };
    struct Key {
        const crypto::Secret& key;  // 32 bytes
        const crypto::Secret& salt; // 16 bytes
    };
    // Create refuses an existing file; the others refuse a missing (LedgerMissing) or 0-byte one (EmptyLedger).
    // `schema` runs once on Create, and before the authorizer closes the door.
    static Result<std::unique_ptr<Database>> open(const QString& path, Mode mode, const Key& key,
                                                  const QStringList& schema = {});
    static Result<std::unique_ptr<Database>> open(const MemoryCopy& copy, const Key& key);
    ~Database();

    Result<Statement> prepare(const char* sql);
    Result<> prepareOnce(Statement& kept, const char* sql); // unless it is already
    Result<> execute(const char* sql);
    Result<> begin();  // BEGIN IMMEDIATE; waits up to three seconds for another writer, then Busy
    Result<> commit(); // after any failure but Busy it may have been committed all the same: reopen and look
    void rollback();   // if a transaction is open
    // BEGIN IMMEDIATE, body, COMMIT; an error of the body rolls back. A failed COMMIT is CommitUnclear.
    Result<> transaction(const std::function<Result<>()>& body);
    Result<qint64> dataVersion(); // changes when another connection has committed
    bool isReadOnly() const;
    void releaseMemory();                                // lets the cached pages go
    enum class Depth { Quick, Full };                    // Full: every index against its table too
    Result<> integrityCheck(Depth depth = Depth::Quick); // cipher_integrity_check and quick_check or integrity_check
    bool isBroken() const;                               // after a corruption error: throw the connection away
    Result<> backupTo(Database& target);                 // sqlite3_backup, whole
    static Result<QString> libraryVersion();             // RecipeRefused if SQLCipher is older than 4.6

private:
    Database() = default;
    struct Place {
        QByteArray name;
        int access;
        const char* way; // nullptr: SQLite's usual one
    };
    Result<> connect(const Place& place, const Key& key);
    Result<> makeSchema(const QStringList& schema);
    Result<> checkPages(Depth depth);
    sqlite3* m_db = nullptr;
    Statement m_begin, m_commit, m_version;
    bool m_broken = false;
};

} // namespace core::db

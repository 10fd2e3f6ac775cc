#pragma once
#include "core/crypto/secret.h"
#include "core/db/database.h"
#include <QFile>
#include <QString>
#include <sqlite3.h>

// What somebody has who holds a case's key and any SQLCipher program, but not this one: no recipe, no authorizer.
class RawConnection {
public:
    RawConnection(const QString& path, const core::crypto::Secret& key, const core::crypto::Secret& salt) {
        (void)core::db::Database::libraryVersion(); // the library's own set-up comes first in the process
        sqlite3_open_v2(path.toUtf8().constData(), &m_db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
        const QByteArray text = "x'" + hex(key) + hex(salt) + "'";
        sqlite3_key(m_db, text.constData(), int(text.size()));
        sqlite3_busy_timeout(m_db, 5000);
    }
    ~RawConnection() { sqlite3_close(m_db); }
    RawConnection(const RawConnection&) = delete;
    RawConnection& operator=(const RawConnection&) = delete;

    int run(const QByteArray& sql) { return sqlite3_exec(m_db, sql.constData(), nullptr, nullptr, nullptr); }
    QByteArray value(const QByteArray& sql) {
        sqlite3_stmt* statement = nullptr;
        QByteArray found;
        if (sqlite3_prepare_v2(m_db, sql.constData(), -1, &statement, nullptr) == SQLITE_OK &&
            sqlite3_step(statement) == SQLITE_ROW)
            found = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
        sqlite3_finalize(statement);
        return found;
    }
    sqlite3* handle() { return m_db; }

private:
    static QByteArray hex(const core::crypto::Secret& secret) {
        return QByteArray(reinterpret_cast<const char*>(secret.data()), qsizetype(secret.size())).toHex();
    }
    sqlite3* m_db = nullptr;
};

inline QByteArray bytesOfFile(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool writeFile(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

#pragma once
#include "core/db/database.h"
#include "core/ledger/entry.h"

namespace core::ledger {

// The tables and triggers, one statement each. A ledger whose schema is not exactly this is refused.
QStringList schema();
constexpr qint64 kFormat = 1; // user_version

// One row of `entry`, its columns exactly as kept; this is what the chain is made over. The bytes may belong to a
// statement that has not moved on yet.
struct Row {
    qint64 seq = 0;
    QByteArray id, kind, occurred, recorded, clock, author, amends;
    QByteArray body, bodySalt;               // null once redacted
    QByteArray bodyDigest, chain, signature; // lower-case hex
};
inline constexpr char kSelectRows[] =
    "SELECT seq, id, kind, occurred, recorded, clock, author, amends, body, body_salt, "
    "body_digest, chain, signature FROM entry WHERE seq > ? ORDER BY seq";
inline constexpr char kInsertRow[] =
    "INSERT INTO entry(seq, id, kind, occurred, recorded, clock, author, amends, body, "
    "body_salt, body_digest, chain, signature) "
    "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
Row readRow(const db::Statement& statement);
Result<> insertRow(db::Statement& statement, const Row& row);

// BLAKE2b-256 over the tag, the previous chain value and the columns from seq to amends and body_digest.
QByteArray chainOf(const Row& row, const QByteArray& previousHex);
QByteArray bodyDigestOf(const QByteArray& body, const QByteArray& salt);

// Every column in its one spelling, or nothing. `permitted` is not decided here.
std::optional<Entry> entryOf(const Row& row);
QByteArray timeText(const QDateTime& utc); // 2026-11-22T16:05:09Z
QDateTime timeFrom(QByteArrayView text);   // invalid if it is not exactly that
bool isKind(QStringView kind);             // words/3

} // namespace core::ledger

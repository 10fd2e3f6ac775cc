#include "core/ledger/row.h"
#include "core/base/utc.h"
#include "core/crypto/keys.h"
#include "core/ledger/clock.h"
#include <QTimeZone>
#include <algorithm>

namespace core::ledger {

namespace {

QByteArray uncopied(QByteArrayView view) {
    return view.isNull() ? QByteArray() : QByteArray::fromRawData(view.data(), view.size());
}

int hexValue(char digit) {
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

bool unhex(const QByteArray& hex, qsizetype size, QByteArray& bytes) {
    if (hex.size() != 2 * size)
        return false;
    bytes.resize(size);
    char* out = bytes.data();
    for (qsizetype i = 0; i < size; ++i) {
        const int high = hexValue(hex[2 * i]);
        const int low = hexValue(hex[2 * i + 1]);
        if (high < 0 || low < 0)
            return false;
        out[i] = static_cast<char>(high << 4 | low);
    }
    return true;
}

int number(QByteArrayView text, qsizetype from, qsizetype digits) {
    int value = 0;
    for (qsizetype i = from; i < from + digits; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

template <class AnyId>
bool readId(const QByteArray& text, AnyId& id) {
    const auto parsed = AnyId::parse(QString::fromLatin1(text));
    if (parsed)
        id = *parsed;
    return parsed.has_value();
}

bool readBody(const Row& row, Entry& entry) {
    if (row.body.isNull())
        return row.bodySalt.isNull();
    entry.body = QByteArray(row.body.constData(), row.body.size());
    return unhex(row.bodySalt, 16, entry.bodySalt);
}

bool readOccurred(const QByteArray& text, Occurred& occurred) {
    if (text.isEmpty())
        return true;
    const auto parsed = Occurred::parse(QString::fromLatin1(text));
    if (parsed)
        occurred = *parsed;
    return parsed.has_value();
}

} // namespace

QStringList schema() {
    return {
        QStringLiteral("CREATE TABLE entry("
                       "seq INTEGER PRIMARY KEY CHECK(seq >= 1), "
                       "id TEXT NOT NULL UNIQUE CHECK(length(id) = 36), "
                       "kind TEXT NOT NULL CHECK(length(kind) BETWEEN 3 AND 80), "
                       "occurred TEXT NOT NULL CHECK(length(occurred) <= 60), "
                       "recorded TEXT NOT NULL CHECK(length(recorded) = 20), "
                       "clock TEXT NOT NULL CHECK(clock = 'ok' OR clock = 'back' OR clock = 'jump'), "
                       "author TEXT NOT NULL CHECK(length(author) = 36), "
                       "amends TEXT NOT NULL CHECK(length(amends) IN (0, 36)), "
                       "body TEXT CHECK(typeof(body) IN ('text', 'null') AND instr(body, char(0)) = 0), "
                       "body_salt TEXT CHECK(length(body_salt) = 32), "
                       "body_digest TEXT NOT NULL CHECK(length(body_digest) = 64), "
                       "chain TEXT NOT NULL CHECK(length(chain) = 64), "
                       "signature TEXT NOT NULL CHECK(length(signature) = 128), "
                       "CHECK((body IS NULL) = (body_salt IS NULL))) STRICT"),
        QStringLiteral("CREATE TABLE draft("
                       "id TEXT PRIMARY KEY CHECK(length(id) = 36), "
                       "author TEXT NOT NULL CHECK(length(author) = 36), "
                       "kind TEXT NOT NULL CHECK(length(kind) BETWEEN 3 AND 80), "
                       "saved TEXT NOT NULL CHECK(length(saved) = 20), "
                       "content TEXT NOT NULL CHECK(typeof(content) = 'text' AND instr(content, char(0)) = 0)) "
                       "STRICT, WITHOUT ROWID"),
        QStringLiteral("CREATE TRIGGER entry_in_order BEFORE INSERT ON entry "
                       "WHEN NEW.seq IS NOT (SELECT ifnull(max(seq), 0) + 1 FROM entry) "
                       "BEGIN SELECT RAISE(ABORT, 'entries follow one another'); END"),
        QStringLiteral("CREATE TRIGGER entry_stays BEFORE DELETE ON entry "
                       "BEGIN SELECT RAISE(ABORT, 'entries stay'); END"),
        QStringLiteral("CREATE TRIGGER entry_unchanged BEFORE UPDATE ON entry WHEN NOT ("
                       "NEW.body IS NULL AND NEW.body_salt IS NULL AND OLD.body IS NOT NULL "
                       "AND NEW.seq = OLD.seq AND NEW.id = OLD.id AND NEW.kind = OLD.kind "
                       "AND NEW.occurred = OLD.occurred AND NEW.recorded = OLD.recorded AND NEW.clock = OLD.clock "
                       "AND NEW.author = OLD.author AND NEW.amends = OLD.amends "
                       "AND NEW.body_digest = OLD.body_digest AND NEW.chain = OLD.chain "
                       "AND NEW.signature = OLD.signature "
                       "AND OLD.kind NOT LIKE 'redaction/%' AND OLD.kind NOT LIKE 'member/%' "
                       "AND EXISTS (SELECT 1 FROM entry r WHERE r.kind LIKE 'redaction/%' AND r.seq > OLD.seq "
                       "AND r.amends IN (OLD.id, OLD.amends) AND r.amends <> '')) "
                       "BEGIN SELECT RAISE(ABORT, 'entries are not changed'); END"),
        QStringLiteral("PRAGMA user_version = %1").arg(kFormat),
    };
}

Row readRow(const db::Statement& statement) {
    Row row;
    row.seq = statement.integer(0);
    QByteArray* const columns[] = {&row.id,     &row.kind, &row.occurred, &row.recorded,   &row.clock, &row.author,
                                   &row.amends, &row.body, &row.bodySalt, &row.bodyDigest, &row.chain, &row.signature};
    int column = 0;
    for (QByteArray* bytes : columns)
        *bytes = uncopied(statement.view(++column));
    return row;
}

Result<> insertRow(db::Statement& statement, const Row& row) {
    const auto kept = [](const QByteArray& column) { return db::Kept{column}; };
    return statement
        .bind(row.seq, kept(row.id), kept(row.kind), kept(row.occurred), kept(row.recorded), kept(row.clock),
              kept(row.author), kept(row.amends), kept(row.body), kept(row.bodySalt), kept(row.bodyDigest),
              kept(row.chain), kept(row.signature))
        .run();
}

QByteArray chainOf(const Row& row, const QByteArray& previousHex) {
    crypto::Digest digest("firsthand/chain/1");
    digest.add(previousHex).add(QByteArray::number(row.seq));
    for (const QByteArray* column :
         {&row.id, &row.kind, &row.occurred, &row.recorded, &row.clock, &row.author, &row.amends, &row.bodyDigest})
        digest.add(*column);
    return digest.result();
}

QByteArray bodyDigestOf(const QByteArray& body, const QByteArray& salt) {
    return crypto::Digest("firsthand/body/1", salt).add(body).result();
}

std::optional<Entry> entryOf(const Row& row) {
    Entry entry;
    entry.seq = row.seq;
    entry.kind = QString::fromLatin1(row.kind);
    entry.recorded = timeFrom(row.recorded);
    const auto clock = clockFromName(row.clock);
    if (!readId(row.id, entry.id) || !readId(row.author, entry.author) || !readOccurred(row.occurred, entry.occurred) ||
        !clock || !entry.recorded.isValid() || !isKind(entry.kind) || !readBody(row, entry) ||
        !unhex(row.bodyDigest, 32, entry.bodyDigest) || !unhex(row.chain, 32, entry.chain) ||
        !unhex(row.signature, 64, entry.signature))
        return std::nullopt;
    entry.clock = *clock;
    if (!row.amends.isEmpty()) {
        EntryId amends;
        if (!readId(row.amends, amends))
            return std::nullopt;
        entry.amends = amends;
    }
    return entry;
}

QByteArray timeText(const QDateTime& utc) {
    return utc.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ")).toLatin1();
}

QDateTime timeFrom(QByteArrayView text) {
    constexpr char pattern[] = "0000-00-00T00:00:00Z";
    if (text.size() != 20)
        return {};
    for (qsizetype i = 0; i < 20; ++i) {
        if (pattern[i] != '0' && text[i] != pattern[i])
            return {};
    }
    const QDate date(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2));
    const QTime time(number(text, 11, 2), number(text, 14, 2), number(text, 17, 2));
    return date.isValid() && time.isValid() ? utc(date, time) : QDateTime();
}

bool isKind(QStringView kind) {
    const qsizetype slash = kind.indexOf(QLatin1Char('/'));
    const QStringView form = kind.first(std::max<qsizetype>(slash, 0));
    const QStringView version = kind.sliced(slash + 1);
    const auto isLower = [](QChar c) { return c >= QLatin1Char('a') && c <= QLatin1Char('z'); };
    const auto isDigit = [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); };
    return !form.isEmpty() && isLower(form[0]) &&
           std::all_of(form.begin(), form.end(),
                       [&](QChar c) { return isLower(c) || isDigit(c) || c == QLatin1Char('-'); }) &&
           !version.isEmpty() && version.size() <= 6 && version[0] != QLatin1Char('0') &&
           std::all_of(version.begin(), version.end(), isDigit) && kind.size() <= 80;
}

} // namespace core::ledger

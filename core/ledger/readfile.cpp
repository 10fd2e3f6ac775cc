#include "core/ledger/readfile.h"
#include "core/ledger/row.h"

namespace core::ledger {

namespace {

constexpr char kSchema[] = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid";

} // namespace

Result<> checkFormat(db::Database& database) {
    auto version = database.prepare("PRAGMA user_version");
    if (!version)
        return fail(version.error());
    if (const auto row = version->step(); !row)
        return fail(row.error());
    if (version->integer(0) > kFormat)
        return fail(ErrorCode::NewerVersion, QString::number(version->integer(0)));
    auto query = database.prepare(kSchema);
    if (!query)
        return fail(query.error());
    static const QStringList expected = schema();
    for (const QString& statement : expected) {
        if (!statement.startsWith(QLatin1String("CREATE")))
            continue;
        const auto row = query->step();
        if (!row)
            return fail(row.error());
        if (!*row || query->text(0) != statement)
            return fail(ErrorCode::Damaged, QStringLiteral("schema"));
    }
    const auto more = query->step();
    return more && !*more ? Result<>() : fail(ErrorCode::Damaged, QStringLiteral("schema"));
}

Result<> readAfter(db::Database& database, db::Statement& rows, History& history, qint64 knownGoodTo) {
    if (const auto ready = database.prepareOnce(rows, kSelectRows); !ready)
        return ready;
    rows.bind(history.head().seq);
    for (;;) {
        const auto row = rows.step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return history.endBatch();
        const Row read = readRow(rows);
        const auto trust = read.seq <= knownGoodTo ? History::Signature::KnownGood : History::Signature::Check;
        if (const auto taken = history.take(read, trust); !taken) {
            rows.reset();
            return taken;
        }
    }
}

bool contains(const History& history, const KnownHead& known) {
    if (known.seq == 0)
        return true;
    const auto place = std::size_t(known.seq) - 1;
    return place < history.entries().size() && history.entries()[place].chain == known.chain;
}

} // namespace core::ledger

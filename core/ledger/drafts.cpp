#include "core/ledger/drafts.h"
#include "core/base/canonicaljson.h"
#include "core/ledger/row.h"
#include <QJsonDocument>

namespace core::ledger {

namespace {

constexpr char kOwner[] = "SELECT author FROM draft WHERE id = ?";
constexpr char kSave[] = "INSERT OR REPLACE INTO draft(id, author, kind, saved, content) VALUES(?, ?, ?, ?, ?)";
constexpr char kRemove[] = "DELETE FROM draft WHERE id = ?";
constexpr char kOf[] = "SELECT id, kind, saved, content FROM draft WHERE author = ? ORDER BY saved DESC, id";
constexpr char kNotOf[] = "SELECT kind FROM draft WHERE author <> ? ORDER BY saved, id";

Result<Draft> draftFrom(const db::Statement& row, const MemberId& author) {
    const auto id = EntryId::parse(row.text(0));
    const QJsonDocument content = QJsonDocument::fromJson(row.utf8(3));
    if (!id || !content.isObject())
        return fail(ErrorCode::Damaged, QStringLiteral("draft"));
    return Draft{*id, author, row.text(1), timeFrom(row.view(2)), content.object()};
}

} // namespace

Result<> Drafts::save(db::Database& database, const Draft& draft) {
    if (const auto begun = database.begin(); !begun)
        return begun;
    auto done = replace(database, draft);
    if (done)
        done = database.commit(); // should it have failed and happened all the same: saving again is harmless
    if (!done)
        database.rollback();
    return done;
}

Result<> Drafts::replace(db::Database& database, const Draft& draft) {
    if (const auto ready = database.prepareOnce(m_owner, kOwner); !ready)
        return ready;
    const auto row = m_owner.bind(draft.id.toString()).step();
    if (!row)
        return fail(row.error());
    const bool isOthers = *row && m_owner.text(0) != draft.author.toString();
    m_owner.reset();
    if (isOthers)
        return fail(ErrorCode::NotPermitted, QStringLiteral("draft"));
    if (const auto ready = database.prepareOnce(m_save, kSave); !ready)
        return ready;
    return m_save
        .bind(draft.id.toString(), draft.author.toString(), draft.kind, timeText(draft.saved),
              canonicalJson(draft.content))
        .run();
}

Result<> Drafts::remove(db::Database& database, const EntryId& id) {
    if (const auto ready = database.prepareOnce(m_remove, kRemove); !ready)
        return ready;
    return m_remove.bind(id.toString()).run();
}

Result<std::vector<Draft>> Drafts::of(db::Database& database, const MemberId& author) {
    auto query = database.prepare(kOf);
    if (!query)
        return fail(query.error());
    query->bind(author.toString());
    std::vector<Draft> drafts;
    for (;;) {
        const auto row = query->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return drafts;
        auto draft = draftFrom(*query, author);
        if (!draft)
            return fail(draft.error());
        drafts.push_back(std::move(*draft));
    }
}

Result<QStringList> Drafts::notOf(db::Database& database, const MemberId& author) {
    auto query = database.prepare(kNotOf);
    if (!query)
        return fail(query.error());
    query->bind(author.toString());
    QStringList kinds;
    for (;;) {
        const auto row = query->step();
        if (!row)
            return fail(row.error());
        if (!*row)
            return kinds;
        kinds << query->text(0);
    }
}

} // namespace core::ledger

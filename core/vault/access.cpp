#include "core/vault/sealedledger.h"
#include <QFileInfo>
#include <algorithm>

namespace core::vault {

namespace {

// One record that is well-formed and names this vault, this ledger and its own number.
Result<AccessRecord> readRecord(const Session& session, const QString& folder, const CaseId& id, qint64 n) {
    const auto bytes = session.files.read(accessPath(folder, n));
    if (!bytes)
        return fail(bytes.error());
    auto record = parseAccessRecord(*bytes);
    if (record && (record->vault != session.vault.id || !(record->caseId == id) || record->n != n))
        return fail(ErrorCode::Foreign, QStringLiteral("access.%1.json").arg(n));
    return record;
}

// Oneself first: most cases on a PC were made by the person who opens them.
QByteArray knownSigner(const Session& session, const AccessRecord& record) {
    const QByteArray own = session.signKeys.value(session.member);
    if (record.source.isSignedBy(own))
        return own;
    for (const QByteArray& key : session.signKeys) {
        if (key != own && record.source.isSignedBy(key))
            return key;
    }
    return {};
}

// Records are walked from the newest down. What cannot be trusted is passed over but never forgotten: if an older
// record is used instead, the ledger opens read-only, since the newer one may have been genuine.
class Walk {
public:
    Walk(const Session& session, const QString& folder, const CaseId& id)
        : m_session(session), m_folder(folder), m_id(id) {}

    Result<std::optional<OpenedRecord>> choose() {
        for (const qint64 n : accessNumbers(m_folder)) {
            auto record = readRecord(m_session, m_folder, m_id, n);
            if (!record && record.error().code == ErrorCode::NewerVersion)
                return fail(record.error());
            if (!record)
                passOver(n, record.error());
            else if (auto chosen = consider(std::move(*record)))
                return std::move(*chosen);
            if (m_notOnTheList)
                return std::optional<OpenedRecord>();
        }
        return whatIsLeft();
    }

private:
    std::optional<std::optional<OpenedRecord>> consider(AccessRecord record) {
        const QByteArray signer = knownSigner(m_session, record);
        const bool known = !signer.isEmpty();
        auto keys = openRecord(record, m_session.box());
        if (!keys) {
            // Signed by a member of this office: then this member is not, or no longer, on the list. By a stranger:
            // forged.
            m_notOnTheList = known;
            if (!known)
                passOver(record.n, {ErrorCode::SignatureWrong, QStringLiteral("access.%1.json").arg(record.n)}, true);
            return std::nullopt;
        }
        OpenedRecord opened{std::move(record), std::move(*keys), m_wrong, signer};
        if (known || !m_session.officeReadable)
            return std::optional(std::move(opened));
        const qint64 n = opened.record.n;
        if (!m_unsigned)
            m_unsigned = std::move(opened);
        passOver(n, {ErrorCode::SignatureWrong, QStringLiteral("access.%1.json").arg(n)});
        return std::nullopt;
    }

    void passOver(qint64 n, const Error& error, bool mayBeAStrangers = false) {
        if (m_wrong.isEmpty())
            m_wrong = QStringLiteral("access.%1.json: %2").arg(n).arg(errorName(error.code));
        if (!m_error && !mayBeAStrangers)
            m_error = error;
    }

    Result<std::optional<OpenedRecord>> whatIsLeft() {
        if (m_unsigned) {
            m_unsigned->wrong = m_wrong;
            return std::move(m_unsigned);
        }
        if (m_error)
            return fail(*m_error);
        // Nothing here opens for this member. If they saw the ledger before, that is damage and must not look like
        // absence.
        if (m_session.anchors && m_session.anchors->has(m_id))
            return fail(m_wrong.isEmpty() ? ErrorCode::NotFound : ErrorCode::Damaged, QStringLiteral("access record"));
        return std::optional<OpenedRecord>();
    }

    const Session& m_session;
    QString m_folder;
    CaseId m_id;
    QString m_wrong;
    std::optional<Error> m_error;
    std::optional<OpenedRecord> m_unsigned;
    bool m_notOnTheList = false;
};

} // namespace

Result<std::optional<OpenedRecord>> openAccess(const Session& session, const QString& folder, const CaseId& id) {
    return Walk(session, folder, id).choose();
}

SealReport checkSeals(const AccessRecord& record, const crypto::CaseKeys& keys, const ledger::Rights& rights,
                      const QByteArray& recoveryBox) {
    std::vector<QByteArray> left = record.seals;
    SealReport report;
    const auto expect = [&](const QByteArray& box, const QString& name) {
        const QByteArray seal = crypto::sealFor(box, keys.sealingKey, keys.master);
        const auto found = std::find(left.begin(), left.end(), seal);
        if (found == left.end())
            report.wrong += name;
        else
            left.erase(found);
    };
    expect(recoveryBox, QStringLiteral("recovery"));
    for (const ledger::Grant& grant : rights.current())
        expect(grant.boxKey, grant.name);
    // As many left over as are missing are the wrong copies themselves; more than that open for somebody not on the
    // list.
    if (left.size() > std::size_t(report.wrong.size()))
        report.wrong += QStringLiteral("unknown");
    return report;
}

bool isSignedByGrantor(const AccessRecord& record, const ledger::Ledger& ledger, const QByteArray& verified) {
    std::vector<MemberId> tried;
    for (const ledger::Entry& entry : ledger.entries()) {
        if (std::find(tried.begin(), tried.end(), entry.author) != tried.end())
            continue;
        tried.push_back(entry.author);
        const ledger::Grant* grant = ledger.rights().grant(entry.author);
        if (!grant || !grant->mayGrant)
            continue;
        if ((!verified.isEmpty() && grant->signKey == verified) || record.source.isSignedBy(grant->signKey))
            return true;
    }
    return false;
}

} // namespace core::vault

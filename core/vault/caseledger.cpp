#include "core/vault/caseledger.h"

namespace core::vault {

CaseLedger::CaseLedger() : m(std::make_unique<Inner>()) {}

CaseLedger::~CaseLedger() = default;

Result<> CaseLedger::Inner::mayWrite() const {
    if (sealed.readOnly == ReadOnlyReason::None)
        return {};
    return fail(ErrorCode::ReadOnly, sealed.detail);
}

// What was recorded is recorded, whether or not the profile could take note of it.
void CaseLedger::Inner::afterCommit() {
    const auto moved = moveAnchor(*session, sealed, FileStore::Durable::File);
    anchorProblem = moved ? std::nullopt : std::optional(moved.error());
}

CaseId CaseLedger::id() const {
    return m->sealed.id;
}

QString CaseLedger::code() const {
    return m->session->codes.of(m->sealed.id);
}

const std::vector<ledger::Entry>& CaseLedger::entries() const {
    return m->sealed.ledger->entries();
}

const ledger::Rights& CaseLedger::rights() const {
    return m->sealed.ledger->rights();
}

ledger::Head CaseLedger::head() const {
    return m->sealed.ledger->head();
}

ReadOnlyReason CaseLedger::readOnly() const {
    return m->sealed.readOnly;
}

QString CaseLedger::readOnlyDetail() const {
    return m->sealed.detail;
}

const SealReport& CaseLedger::seals() const {
    return m->sealed.seals;
}

std::optional<Error> CaseLedger::anchorProblem() const {
    return m->anchorProblem;
}

void CaseLedger::useClock(ledger::ClockSource clock) {
    m->sealed.ledger->useClock(std::move(clock));
}

Result<ledger::Entry> CaseLedger::append(const ledger::NewEntry& entry) {
    if (auto may = m->mayWrite(); !may)
        return fail(may.error());
    auto appended = m->sealed.ledger->append(entry, m->author());
    if (appended)
        m->afterCommit();
    return appended;
}

Result<std::vector<ledger::Entry>> CaseLedger::appendAll(const std::vector<ledger::NewEntry>& entries) {
    if (auto may = m->mayWrite(); !may)
        return fail(may.error());
    auto appended = m->sealed.ledger->appendAll(entries, m->author());
    if (appended && !appended->empty())
        m->afterCommit();
    return appended;
}

Result<bool> CaseLedger::refresh() {
    auto changed = m->sealed.ledger->refresh();
    if (changed && *changed && m->sealed.readOnly == ReadOnlyReason::None)
        m->afterCommit();
    return changed;
}

Result<ledger::Verification> CaseLedger::verify() {
    auto verified = m->sealed.ledger->verify();
    if (!verified)
        return verified;
    const auto bytes = m->session->files.read(accessPath(m->sealed.folder, m->sealed.record.n));
    if (!bytes)
        return fail(bytes.error());
    const auto record = parseAccessRecord(*bytes);
    if (!record || record->source.line != m->sealed.record.source.line ||
        !isSignedByGrantor(*record, *m->sealed.ledger))
        return fail(ErrorCode::SignatureWrong, QStringLiteral("access.%1.json").arg(m->sealed.record.n));
    const SealReport seals = checkSeals(*record, m->sealed.keys, rights(), m->session->vault.recoveryBox);
    if (!seals.wrong.isEmpty())
        return fail(ErrorCode::SealWrong, seals.wrong.join(QStringLiteral(", ")));
    return verified;
}

Result<> CaseLedger::saveDraft(const ledger::Draft& draft) {
    if (auto may = m->mayWrite(); !may)
        return may;
    ledger::Draft stamped = draft;
    stamped.author = m->session->member; // a draft is shown to its author only: whoever is logged in
    if (!stamped.saved.isValid())
        stamped.saved = QDateTime::currentDateTimeUtc();
    return m->sealed.ledger->saveDraft(stamped);
}

Result<> CaseLedger::removeDraft(const EntryId& id) {
    if (auto may = m->mayWrite(); !may)
        return may;
    return m->sealed.ledger->removeDraft(id);
}

Result<std::vector<ledger::Draft>> CaseLedger::drafts() {
    return m->sealed.ledger->drafts(m->session->member);
}

Result<QStringList> CaseLedger::draftsOfOthers() {
    return m->sealed.ledger->draftsOfOthers(m->session->member);
}

} // namespace core::vault

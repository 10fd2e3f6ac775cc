#include "core/vault/vault.h"
#include "core/base/platform.h"
#include "core/vault/vaultinner.h"
#include <QDir>
#include <QFileInfo>
#include <algorithm>

namespace core::vault {

Vault::Vault() : m(std::make_unique<Inner>()) {}

Vault::~Vault() = default;

// --- the office

void Vault::Inner::openOffice() {
    auto access = openAccess(*session, session->officeFolder(), session->vault.office);
    if (access && !*access)
        access = fail(ErrorCode::NotFound, QStringLiteral("office: no access record of this member's"));
    if (!access) {
        officeProblem = access.error();
        return;
    }
    auto sealed = openLedger(*session, session->officeFolder(), session->vault.office, std::move(**access));
    if (!sealed) {
        officeProblem = sealed.error();
        return;
    }
    const QByteArray* creator = sealed->ledger->rights().signKey(session->vault.founder);
    if (!creator || *creator != session->vault.founderSign) {
        officeProblem = Error{ErrorCode::Foreign, QStringLiteral("office: not the founder's")};
        return;
    }
    takeOffice(std::move(*sealed));
    const ReadOnlyReason reason = officeLedger->readOnly;
    const bool sound = reason == ReadOnlyReason::None || reason == ReadOnlyReason::FolderReadOnly;
    if (sound && !officeLedger->anchorDamaged)
        (void)moveAnchor(*session, *officeLedger, FileStore::Durable::Nothing);
}

void Vault::Inner::takeOffice(SealedLedger sealed) {
    officeLedger = std::move(sealed);
    officeProblem.reset();
    // It was opened while the office could not be asked; of itself it needs no asking.
    if (officeLedger->readOnly == ReadOnlyReason::OfficeUnreadable)
        officeLedger->readOnly = ReadOnlyReason::None;
    session->officeReadable = true;
    foldOffice();
}

void Vault::Inner::foldOffice() {
    office = vault::foldOffice(officeLedger->ledger->entries(), logIns);
    for (const Member& member : office.members) {
        session->signKeys.insert(member.id, member.signKey);
        session->officeKeys.insert(member.id, {member.signKey, member.boxKey});
    }
}

Result<Member> Vault::Inner::whoIAm() const {
    if (session->isRecovery()) {
        Member sheet;
        sheet.name = QStringLiteral("Recovery sheet");
        sheet.role = ledger::Role::Reviewer;
        return sheet;
    }
    const Member* member = office.member(session->member);
    if (session->officeReadable && (!member || member->disabled || member->signKey != session->keys.sign.publicKey))
        return fail(ErrorCode::NotPermitted, QStringLiteral("no member of this office"));
    if (member)
        return *member;
    // The office cannot be asked: cases open for reading, under the log-in name.
    Member unknown;
    unknown.id = session->member;
    unknown.name = unknown.logIn = logIn;
    unknown.role = ledger::Role::Reviewer;
    unknown.signKey = session->keys.sign.publicKey;
    unknown.boxKey = session->keys.box.publicKey;
    return unknown;
}

Result<> Vault::Inner::enter() {
    session->signKeys.insert(session->vault.founder, session->vault.founderSign);
    if (!session->isRecovery())
        session->signKeys.insert(session->member, session->keys.sign.publicKey);
    if (!officeLedger)
        openOffice();
    auto who = whoIAm();
    if (!who)
        return fail(who.error());
    self = std::move(*who);
    return {};
}

VaultId Vault::id() const {
    return m->session->vault.id;
}

QString Vault::folder() const {
    return m->session->folder;
}

const Office& Vault::office() const {
    return m->office;
}

const Member& Vault::self() const {
    return m->self;
}

bool Vault::officeReadable() const {
    return m->session->officeReadable;
}

std::optional<Error> Vault::officeProblem() const {
    return m->officeProblem;
}

ReadOnlyReason Vault::officeReadOnly() const {
    return m->officeLedger ? m->officeLedger->readOnly : ReadOnlyReason::OfficeUnreadable;
}

SealReport Vault::officeSeals() const {
    return m->officeLedger ? m->officeLedger->seals : SealReport();
}

Result<> Vault::changeOffice(const Office& changed, const QString& why) {
    if (!m->officeLedger || m->officeLedger->readOnly != ReadOnlyReason::None)
        return fail(ErrorCode::ReadOnly, QStringLiteral("office"));
    if (m->self.role != ledger::Role::Lead || changed.members != m->office.members)
        return fail(ErrorCode::NotPermitted, QStringLiteral("office"));
    if (changed.name.trimmed().isEmpty())
        return fail(ErrorCode::FieldInvalid, QStringLiteral("office"));
    const auto entries = officeChanges(m->office, changed, why);
    if (entries.empty())
        return {};
    const auto appended = m->officeLedger->ledger->appendAll(entries, {m->session->member, m->session->keys.sign});
    if (!appended)
        return fail(appended.error());
    (void)moveAnchor(*m->session, *m->officeLedger, FileStore::Durable::File);
    m->foldOffice();
    return {};
}

Result<std::unique_ptr<CaseLedger>> Vault::openOffice() {
    auto access = openAccess(*m->session, m->session->officeFolder(), m->session->vault.office);
    if (access && !*access)
        access = fail(m->officeProblem.value_or(Error{ErrorCode::NotFound, QStringLiteral("office")}));
    if (!access)
        return fail(access.error());
    auto sealed = openLedger(*m->session, m->session->officeFolder(), m->session->vault.office, std::move(**access));
    if (!sealed)
        return fail(sealed.error());
    return m->wrap(std::move(*sealed));
}

void Vault::useClock(ledger::ClockSource clock) {
    m->session->clock = std::move(clock);
}

// --- the cases

std::vector<CaseId> Vault::Inner::folders() const {
    std::vector<CaseId> ids;
    for (const QString& name : QDir(session->casesFolder()).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        if (const auto id = CaseId::parse(name))
            ids.push_back(*id);
    }
    return ids;
}

std::unique_ptr<CaseLedger> Vault::Inner::wrap(SealedLedger sealed) const {
    std::unique_ptr<CaseLedger> ledger(new CaseLedger);
    ledger->m->session = session;
    ledger->m->sealed = std::move(sealed);
    if (ledger->m->sealed.anchorDamaged)
        ledger->m->anchorProblem = Error{ErrorCode::Damaged, QStringLiteral("anchor")};
    return ledger;
}

Result<std::unique_ptr<CaseLedger>> Vault::Inner::openOne(const CaseId& id) const {
    const QString folder = session->caseFolder(id);
    auto access = openAccess(*session, folder, id);
    if (!access)
        return fail(access.error());
    if (!*access)
        return nullptr;
    session->codes.add(id);
    auto sealed = openLedger(*session, folder, id, std::move(**access));
    if (!sealed)
        return fail(sealed.error());
    return wrap(std::move(*sealed));
}

std::vector<CaseId> Vault::cases() const {
    std::vector<CaseId> mine;
    for (const CaseId& id : m->folders()) {
        const auto access = openAccess(*m->session, m->session->caseFolder(id), id);
        if (!access || !*access)
            continue;
        m->session->codes.add(id);
        mine.push_back(id);
    }
    m->codesKnown = true;
    return mine;
}

Result<std::unique_ptr<CaseLedger>> Vault::openCase(const CaseId& id) {
    if (!m->codesKnown)
        (void)cases(); // a code is as long as the member's other cases make it
    auto opened = m->openOne(id);
    if (opened && !*opened)
        return fail(ErrorCode::NotFound, id.toString());
    return opened;
}

std::vector<std::unique_ptr<CaseLedger>> Vault::openAll(std::vector<Unopened>& unopened, const Progress& progress) {
    std::vector<std::unique_ptr<CaseLedger>> opened;
    const std::vector<CaseId> ids = m->folders();
    int done = 0;
    for (const CaseId& id : ids) {
        if (progress && !progress(done++, int(ids.size())))
            return opened;
        auto one = m->openOne(id);
        if (!one)
            unopened.push_back({id, one.error(), {}});
        else if (*one)
            opened.push_back(std::move(*one));
    }
    m->codesKnown = true;
    // A case that this member saw before and whose folder is gone.
    if (m->session->anchors) {
        std::vector<CaseId> there = ids;
        there.push_back(m->session->vault.office);
        for (const CaseId& id : m->session->anchors->all(there))
            unopened.push_back({id, {ErrorCode::NotFound, QStringLiteral("folder")}, {}});
    }
    for (Unopened& one : unopened)
        one.code = m->session->codes.of(one.id);
    if (progress)
        (void)progress(int(ids.size()), int(ids.size()));
    return opened;
}

namespace {

ledger::Grant grantFor(const Member& member, bool mayGrant) {
    const bool writes = member.role != ledger::Role::Reviewer;
    ledger::Grant grant;
    grant.member = member.id;
    grant.name = member.name;
    grant.title = member.title;
    grant.role = member.role;
    grant.signKey = member.signKey;
    grant.boxKey = member.boxKey;
    grant.mayAdd = writes;
    grant.mayGrant = mayGrant;
    grant.mayExport = writes;
    return grant;
}

} // namespace

Result<std::unique_ptr<CaseLedger>> Vault::createCase(const std::vector<MemberId>& others) {
    const Session& session = *m->session;
    if (session.isRecovery() || m->self.role == ledger::Role::Reviewer)
        return fail(ErrorCode::NotPermitted, QStringLiteral("creating a case"));
    if (!session.officeReadable || !platform::isWritableFolder(session.casesFolder()))
        return fail(ErrorCode::ReadOnly, QStringLiteral("cases"));
    std::vector<ledger::Grant> grants{grantFor(m->self, true)};
    for (const MemberId& id : others) {
        const Member* other = m->office.member(id);
        if (!other || other->disabled)
            return fail(ErrorCode::UnknownMember, id.toString());
        if (!(id == m->self.id))
            grants.push_back(grantFor(*other, false));
    }
    if (!m->codesKnown)
        (void)cases();
    const CaseId id = CaseId::random();
    auto made = makeLedger(session, session.caseFolder(id), id, grants);
    if (!made)
        return fail(made.error());
    m->session->codes.add(id);
    return m->wrap(std::move(*made));
}

Result<> Vault::mayDiscard(CaseLedger& caseLedger) const {
    SealedLedger& sealed = caseLedger.m->sealed;
    if (const auto fresh = sealed.ledger->refresh(); !fresh)
        return fail(fresh.error());
    const auto& entries = sealed.ledger->entries();
    if (!holdsOnlyFirstGrants(*sealed.ledger) || entries.empty() || !(entries.front().author == m->self.id))
        return fail(ErrorCode::NotPermitted, QStringLiteral("something is recorded"));
    if (sealed.readOnly != ReadOnlyReason::None)
        return fail(ErrorCode::ReadOnly, sealed.detail);
    const auto own = sealed.ledger->drafts(m->self.id);
    if (!own)
        return fail(own.error());
    const auto others = sealed.ledger->draftsOfOthers(m->self.id);
    if (!others)
        return fail(others.error());
    return own->empty() && others->empty() ? Result<>() : fail(ErrorCode::NotPermitted, QStringLiteral("a draft"));
}

Result<> Vault::discardCase(std::unique_ptr<CaseLedger> caseLedger) {
    if (auto may = mayDiscard(*caseLedger); !may)
        return may;
    SealedLedger& sealed = caseLedger->m->sealed;
    const QString folder = sealed.folder;
    const QString file = sealed.record.file;
    const CaseId id = sealed.id;
    caseLedger.reset();
    removeLedger(*m->session, folder, file);
    if (QFileInfo::exists(accessPath(folder, 1)))
        return fail(ErrorCode::IoFailure, QStringLiteral("access.1.json stays"));
    m->session->codes.remove(id);
    return {};
}

} // namespace core::vault

#include "core/vault/sealedledger.h"
#include "core/base/platform.h"
#include "core/base/platformfile.h"
#include <QFile>
#include <QFileInfo>
#include <tuple>

namespace core::vault {

namespace {

using Mode = db::Database::Mode;

// The first reason stands: openLedger names them in the order in which they matter.
void makeReadOnly(SealedLedger& sealed, ReadOnlyReason reason, const QString& detail) {
    if (sealed.readOnly == ReadOnlyReason::None) {
        sealed.readOnly = reason;
        sealed.detail = detail;
    }
}

// Opens the file as far as it can be: for writing, or for reading because the disk, its age or its state allow no more.
Result<> openFile(const Session& session, SealedLedger& sealed, const std::optional<Anchor>& anchor) {
    const ledger::Genesis genesis{session.vault.id, sealed.id};
    std::optional<ledger::KnownHead> known;
    if (anchor)
        known = ledger::KnownHead{anchor->seq, anchor->head, anchor->signedTo};
    // The office says itself who its members are.
    const ledger::OfficeKeys office = sealed.id == session.vault.office ? ledger::OfficeKeys() : session.officeKeys;
    const bool writable = !session.isRecovery() && platform::isWritableFolder(sealed.folder);
    if (!writable && !session.isRecovery())
        makeReadOnly(sealed, ReadOnlyReason::FolderReadOnly, QStringLiteral("folder"));

    auto opened = ledger::Ledger::open(sealed.path(), sealed.keys, genesis, writable ? Mode::ReadWrite : Mode::ReadOnly,
                                       known, office);
    if (!opened && opened.error().code == ErrorCode::ReadOnly && writable) {
        makeReadOnly(sealed, ReadOnlyReason::FolderReadOnly, sealed.record.file);
        opened = ledger::Ledger::open(sealed.path(), sealed.keys, genesis, Mode::ReadOnly, known, office);
    }
    Mode reading = Mode::ReadOnly;
    if (!opened && opened.error().code == ErrorCode::StaleJournal) {
        makeReadOnly(sealed, ReadOnlyReason::StaleJournal, opened.error().detail);
        reading = Mode::Alone;
        opened = ledger::Ledger::open(sealed.path(), sealed.keys, genesis, reading, known, office);
    }
    if (!opened && opened.error().code == ErrorCode::RolledBack) {
        sealed.readOnly = ReadOnlyReason::RolledBack;
        sealed.detail = QStringLiteral("last seen: entry %1").arg(anchor ? anchor->seq : 0);
        opened = ledger::Ledger::open(sealed.path(), sealed.keys, genesis, reading, {}, office);
    }
    if (!opened)
        return fail(opened.error());
    sealed.ledger = std::move(*opened);
    if (session.clock)
        sealed.ledger->useClock(session.clock);
    return {};
}

// Whether the record before this one, if it is still there, is the one this record was made after.
bool followsItsPrevious(const Session& session, const SealedLedger& sealed) {
    if (sealed.record.n == 1)
        return true;
    const auto bytes = session.files.read(accessPath(sealed.folder, sealed.record.n - 1));
    if (!bytes)
        return true; // it may have been swept away
    const auto previous = parseAccessRecord(*bytes);
    return previous && previous->digest() == sealed.record.previous;
}

// The creator names their own keys in the first entry: only the office can say that it is theirs.
bool creatorIsOfThisOffice(const Session& session, const ledger::Ledger& ledger) {
    if (!session.officeReadable || ledger.entries().empty())
        return !ledger.entries().empty();
    const MemberId creator = ledger.entries().front().author;
    const ledger::Grant* grant = ledger.rights().grant(creator);
    return grant && session.officeKeys.value(creator) == ledger::PublicKeys{grant->signKey, grant->boxKey};
}

struct Findings {
    QString recordWrong;
    QByteArray signedBy;
    std::optional<Anchor> anchor; // as it was before the file was read
};

void judge(const Session& session, SealedLedger& sealed, const Findings& found) {
    const std::optional<Anchor>& anchor = found.anchor;
    if (session.isRecovery())
        makeReadOnly(sealed, ReadOnlyReason::OpenedWithRecovery, {});
    if (anchor && std::tuple(sealed.record.n, sealed.record.epoch) < std::tuple(anchor->n, anchor->epoch))
        makeReadOnly(sealed, ReadOnlyReason::AccessRecordOld, QStringLiteral("last seen: %1").arg(anchor->n));
    if (!found.recordWrong.isEmpty())
        makeReadOnly(sealed, ReadOnlyReason::Damaged, found.recordWrong);
    if (!isSignedByGrantor(sealed.record, *sealed.ledger, found.signedBy))
        makeReadOnly(sealed, ReadOnlyReason::Damaged, QStringLiteral("access record: signature"));
    if (!followsItsPrevious(session, sealed))
        makeReadOnly(sealed, ReadOnlyReason::Damaged, QStringLiteral("access record: previous"));
    if (!creatorIsOfThisOffice(session, *sealed.ledger))
        makeReadOnly(sealed, ReadOnlyReason::Damaged, QStringLiteral("creator"));
    if (const auto seq = sealed.ledger->firstForeignGrant())
        makeReadOnly(sealed, ReadOnlyReason::Damaged, QStringLiteral("entry %1: not that member's keys").arg(*seq));
    if (!session.officeReadable)
        makeReadOnly(sealed, ReadOnlyReason::OfficeUnreadable, {});
    sealed.seals = checkSeals(sealed.record, sealed.keys, sealed.ledger->rights(), session.vault.recoveryBox);
}

Anchor anchorOf(const SealedLedger& sealed) {
    const ledger::KnownHead known = sealed.ledger->known();
    return {sealed.record.n, sealed.record.epoch, known.seq, known.chain, known.signedTo};
}

ledger::NewEntry grantEntry(const ledger::Grant& grant) {
    ledger::NewEntry entry;
    entry.kind = QStringLiteral("member/1");
    entry.fields = ledger::grantFields(grant);
    return entry;
}

Result<> fillAndSeal(const Session& session, SealedLedger& made, const std::vector<ledger::Grant>& grants,
                     const std::vector<ledger::NewEntry>& more) {
    auto created = ledger::Ledger::create(made.path(), made.keys, {session.vault.id, made.id}, session.officeKeys);
    if (!created)
        return fail(created.error());
    made.ledger = std::move(*created);
    if (session.clock)
        made.ledger->useClock(session.clock);
    std::vector<ledger::NewEntry> entries;
    std::vector<QByteArray> recipients;
    for (const ledger::Grant& grant : grants) {
        entries.push_back(grantEntry(grant));
        recipients.push_back(grant.boxKey);
    }
    entries.insert(entries.end(), more.begin(), more.end());
    if (auto appended = made.ledger->appendAll(entries, {session.member, session.keys.sign}); !appended)
        return fail(appended.error());
    sealRecord(made.record, made.keys, recipients, session.vault.recoveryBox);
    const QByteArray bytes = writeAccessRecord(made.record, session.keys.sign);
    auto written = session.files.writeNew(accessPath(made.folder, 1), bytes);
    if (!written)
        return written;
    auto record = parseAccessRecord(bytes);
    if (!record)
        return fail(record.error());
    made.record = std::move(*record);
    return {};
}

} // namespace

Result<SealedLedger> openLedger(const Session& session, const QString& folder, const CaseId& id, OpenedRecord opened) {
    SealedLedger sealed;
    sealed.id = id;
    sealed.folder = folder;
    sealed.record = std::move(opened.record);
    sealed.keys = std::move(opened.keys);
    // Before the file is read: another window may append and move the anchor meanwhile.
    const std::optional<Anchor> anchor = session.anchors ? session.anchors->find(id) : std::nullopt;
    sealed.anchorDamaged = session.anchors && !anchor && session.anchors->has(id);
    if (auto file = openFile(session, sealed, anchor); !file)
        return fail(file.error());
    judge(session, sealed, {opened.wrong, opened.signedBy, anchor});
    const bool sound = sealed.readOnly == ReadOnlyReason::None || sealed.readOnly == ReadOnlyReason::FolderReadOnly;
    // Not synced: a lost one is made again at the next opening. A damaged one stands, and is named each time, until
    // somebody records something on top of this state.
    if (sound && !sealed.anchorDamaged && anchor != std::optional(anchorOf(sealed)))
        (void)moveAnchor(session, sealed, FileStore::Durable::Nothing);
    return sealed;
}

Result<SealedLedger> makeLedger(const Session& session, const QString& folder, const CaseId& id,
                                const std::vector<ledger::Grant>& grants, const std::vector<ledger::NewEntry>& more) {
    if (auto made = session.files.makeFolder(folder); !made)
        return fail(made.error());
    SealedLedger made;
    made.id = id;
    made.folder = folder;
    made.record.vault = session.vault.id;
    made.record.caseId = id;
    made.record.file = newLedgerName();
    made.keys = crypto::caseKeys(crypto::Secret::random(32));
    if (auto filled = fillAndSeal(session, made, grants, more); !filled) {
        made.ledger.reset();
        removeLedger(session, folder, made.record.file);
        return fail(filled.error());
    }
    return made;
}

void removeLedger(const Session& session, const QString& folder, const QString& ledgerFile) {
    QStringList paths;
    for (const qint64 n : accessNumbers(folder))
        paths += accessPath(folder, n);
    paths += folder + QLatin1Char('/') + ledgerFile;
    paths += paths.last() + QStringLiteral("-journal"); // left behind, empty, by journal_mode=TRUNCATE
    for (const QString& path : paths) {
        if (QFileInfo::exists(path))
            (void)session.files.remove(path); // without its record the rest opens for nobody
    }
    (void)session.files.removeFolder(folder);
}

bool holdsOnlyFirstGrants(const ledger::Ledger& ledger) {
    for (const ledger::Entry& entry : ledger.entries()) {
        if (entry.kind != QLatin1String("member/1"))
            return false;
    }
    return true;
}

Result<> moveAnchor(const Session& session, const SealedLedger& sealed, FileStore::Durable durable) {
    if (!session.anchors || holdsOnlyFirstGrants(*sealed.ledger) || sealed.ledger->known().seq == 0)
        return {};
    return session.anchors->move(sealed.id, anchorOf(sealed), durable);
}

} // namespace core::vault

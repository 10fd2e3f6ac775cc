#include "core/base/platform.h"
#include "core/vault/setup.h"
#include "core/vault/vaultinner.h"
#include <QDir>
#include <QFileInfo>

namespace core::vault {

namespace {

QString markerPath(const QString& folder) {
    return folder + QStringLiteral("/unfinished-set-up");
}

Result<> checkSetup(const Setup& setup, const crypto::Secret& passphrase) {
    const std::pair<const char*, QString> required[] = {
        {"office", setup.office.name}, {"leadName", setup.leadName}, {"logInName", setup.logInName}};
    for (const auto& [field, value] : required) {
        if (value.trimmed().isEmpty() || value.size() > 200)
            return fail(ErrorCode::FieldInvalid, QString::fromLatin1(field));
    }
    if (passphrase.isEmpty())
        return fail(ErrorCode::FieldInvalid, QStringLiteral("passphrase"));
    return {};
}

// Makes one vault in one folder; what it made goes again unless finish() was reached.
class Builder {
public:
    Builder(const QString& folder, const FileStore& files)
        : m_folder(QDir::cleanPath(QFileInfo(folder).absoluteFilePath())), m_files(files) {}
    Builder(const Builder&) = delete;
    Builder& operator=(const Builder&) = delete;
    ~Builder() {
        if (!m_finished)
            takeBack();
    }

    Result<> prepareFolder();
    Result<SealedLedger> build(Session& session, const Setup& setup, const crypto::RecoveryKey& recovery,
                               const crypto::Secret& passphrase);
    void finish();
    const QString& folder() const { return m_folder; }

private:
    Result<> makeWithParents(const QString& path);
    Result<> writeKey(const Session& session, const Setup& setup, const crypto::Secret& passphrase) const;
    bool holdsAnUnfinishedSetUp() const;
    void clearPieces() const;
    void takeBack();

    QString m_folder;
    const FileStore& m_files;
    QStringList m_madeFolders; // above and with m_folder, outermost first
    bool m_started = false;
    bool m_finished = false;
};

bool Builder::holdsAnUnfinishedSetUp() const {
    const QDir cases(m_folder + QStringLiteral("/cases"));
    const QDir folder(m_folder); // the mark itself may have been the last thing that was begun
    const bool marked = !folder.entryList({QStringLiteral("unfinished-set-up*")}, QDir::Files | QDir::Hidden).isEmpty();
    return marked && !QFileInfo::exists(vaultPath(m_folder)) && !QFileInfo::exists(vaultCopyPath(m_folder)) &&
           cases.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

Result<> Builder::makeWithParents(const QString& path) {
    if (QFileInfo(path).isDir())
        return {};
    if (auto above = makeWithParents(QFileInfo(path).path()); !above)
        return above;
    auto made = m_files.makeFolder(path);
    if (QFileInfo(path).isDir()) // made, even if its own folder could not be synced
        m_madeFolders += path;
    return made;
}

Result<> Builder::prepareFolder() {
    if (auto made = makeWithParents(m_folder); !made)
        return made;
    if (!platform::isWritableFolder(m_folder))
        return fail(ErrorCode::ReadOnly, QStringLiteral("folder"));
    if (holdsAnUnfinishedSetUp())
        clearPieces();
    if (!QDir(m_folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot))
        return fail(ErrorCode::AlreadyExists, QStringLiteral("folder"));
    m_started = true;
    return m_files.writeNew(markerPath(m_folder),
                            QByteArrayLiteral("A set-up of Firsthand is under way in this folder.\n"));
}

Result<> Builder::writeKey(const Session& session, const Setup& setup, const crypto::Secret& passphrase) const {
    KeyFile key;
    key.vault = session.vault.id;
    key.member = session.member;
    key.logIn = setup.logInName.normalized(QString::NormalizationForm_C).simplified();
    key.kdf = setup.kdf;
    key.founderSign = session.vault.founderSign;
    const auto bytes = writeKeyFile(std::move(key), session.keys, passphrase);
    return bytes ? m_files.writeNew(keyFilePath(m_folder, session.member, 1), *bytes) : fail(bytes.error());
}

std::vector<ledger::NewEntry> officeEntries(const Office& office, const QString& remoteKind) {
    Office bare;
    std::vector<ledger::NewEntry> entries{officeEntry(office, remoteKind, {})};
    Office wanted = office;
    wanted.members.clear();
    for (ledger::NewEntry& entry : officeChanges(bare, wanted, {})) {
        if (entry.kind != entries.front().kind)
            entries.push_back(std::move(entry));
    }
    return entries;
}

Result<SealedLedger> Builder::build(Session& session, const Setup& setup, const crypto::RecoveryKey& recovery,
                                    const crypto::Secret& passphrase) {
    session.vault = {VaultId::random(),
                     CaseId::random(),
                     session.member,
                     session.keys.sign.publicKey,
                     recovery.boxKeys().publicKey,
                     recovery.signKeys().publicKey};
    for (const char* name : {"/keys", "/cases"}) {
        if (auto made = m_files.makeFolder(m_folder + QLatin1String(name)); !made)
            return fail(made.error());
    }
    if (auto key = writeKey(session, setup, passphrase); !key)
        return fail(key.error());
    ledger::Grant lead;
    lead.member = session.member;
    lead.name = setup.leadName.trimmed();
    lead.title = setup.leadTitle.trimmed();
    lead.role = ledger::Role::Lead;
    lead.signKey = session.keys.sign.publicKey;
    lead.boxKey = session.keys.box.publicKey;
    lead.mayAdd = lead.mayGrant = lead.mayExport = true;
    auto office = makeLedger(session, session.officeFolder(), session.vault.office, {lead},
                             officeEntries(setup.office, platform::remoteKind(m_folder)));
    if (!office)
        return office;
    // With vault.json the folder is a vault; everything it needs is on the disk by now.
    const QByteArray bytes = writeVaultFile(session.vault, session.keys.sign);
    for (const QString& path : {vaultPath(m_folder), vaultCopyPath(m_folder)}) {
        if (auto written = m_files.writeNew(path, bytes); !written)
            return fail(written.error());
    }
    return office;
}

void Builder::finish() {
    m_finished = true;
    clearMarker(m_files, m_folder);
}

// Everything a set-up makes, vault.json first: from then on the rest is no vault.
void Builder::clearPieces() const {
    const auto removeFiles = [&](const QString& folder, const QStringList& names) {
        for (const QString& name : QDir(folder).entryList(names, QDir::Files | QDir::Hidden))
            (void)m_files.remove(folder + QLatin1Char('/') + name);
    };
    for (const QString& path : {vaultPath(m_folder), vaultCopyPath(m_folder)}) {
        if (QFileInfo::exists(path) && !m_files.remove(path))
            return; // still a whole vault: better that than half of one
    }
    for (const char* name : {"/office", "/keys", "/cases"}) {
        removeFiles(m_folder + QLatin1String(name), {});
        if (QFileInfo::exists(m_folder + QLatin1String(name)))
            (void)m_files.removeFolder(m_folder + QLatin1String(name));
    }
    removeFiles(m_folder, {QStringLiteral("vault.*.new"), QStringLiteral("unfinished-set-up*")});
}

void Builder::takeBack() {
    if (m_started)
        clearPieces();
    for (qsizetype i = m_madeFolders.size(); i-- > 0;)
        (void)m_files.removeFolder(m_madeFolders[i]);
}

} // namespace

void clearMarker(const FileStore& files, const QString& folder) {
    if (QFileInfo::exists(markerPath(folder)))
        (void)files.remove(markerPath(folder));
}

Result<> Vault::tryFolder(const QString& folder, bool remoteAccepted, const FileStore& files) {
    const QString remote = platform::remoteKind(folder);
    if (!remote.isEmpty() && !remoteAccepted)
        return fail(ErrorCode::NetworkFolder, remote);
    return Builder(folder, files).prepareFolder();
}

Result<std::unique_ptr<Vault>> Vault::create(const QString& folder, const Setup& setup,
                                             const crypto::Secret& passphrase, const crypto::RecoveryKey& recovery,
                                             const QString& profileFolder, const FileStore& files) {
    crypto::init();
    if (auto fine = checkSetup(setup, passphrase); !fine)
        return fail(fine.error());
    const QString remote = platform::remoteKind(folder);
    if (!remote.isEmpty() && !setup.remoteFolderAccepted)
        return fail(ErrorCode::NetworkFolder, remote);

    std::unique_ptr<Vault> vault(new Vault);
    Builder builder(folder, files);
    Session& session = *vault->m->session;
    session.files = files;
    session.folder = builder.folder();
    session.member = MemberId::random();
    session.keys = crypto::memberKeys(crypto::Secret::random(32));
    if (auto ready = builder.prepareFolder(); !ready)
        return fail(ready.error());
    auto office = builder.build(session, setup, recovery, passphrase);
    if (!office)
        return fail(office.error());
    session.anchors.emplace(files, profileFolder, session.keys.anchorKey, session.vault.id);
    vault->m->logIn = setup.logInName.normalized(QString::NormalizationForm_C).simplified();
    vault->m->logIns.insert(session.member, vault->m->logIn);
    vault->m->takeOffice(std::move(*office));
    if (auto entered = vault->m->enter(); !entered)
        return fail(entered.error());
    builder.finish();
    (void)moveAnchor(session, *vault->m->officeLedger, FileStore::Durable::FileAndFolder);
    return vault;
}

} // namespace core::vault

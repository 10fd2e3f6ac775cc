#include "tests/attack/attackedvault.h"
#include "app/tool/command.h"
#include "app/tool/verify.h"
#include "core/sample/sample.h"
#include "core/vault/anchors.h"
#include "core/vault/keyfile.h"
#include <QDirIterator>
#include <QProcess>

namespace {

thread_local QByteArray said; // by the tool's own code in this process

}

// In the place of the tool's main(): its lines are kept instead of printed.
namespace tool {

void say(const QString& line) {
    said += line.toUtf8() + '\n';
}

int complain(const QString& line, int exitCode) {
    said += line.simplified().toUtf8() + '\n';
    return exitCode;
}

} // namespace tool

namespace tests {

using namespace core;

namespace {

QString memoryFolder() {
    const QString shared = QStringLiteral("/dev/shm");
    return (QFileInfo(shared).isWritable() ? shared : QDir::tempPath()) + QStringLiteral("/firsthand-XXXXXX");
}

crypto::Secret secretOf(QString text) {
    text.detach();
    return crypto::Secret::takePassphrase(text);
}

} // namespace

bool Verified::blames(const CaseId& id, const char* reason) const {
    for (const QByteArray& line : lines.split('\n')) {
        if (code == 1 && line.contains(id.toString().toLatin1()) && line.contains("WRONG") && line.contains(reason))
            return true;
    }
    return false;
}

AttackedVault::AttackedVault(int cases) : m_dir(memoryFolder()) {
    crypto::init();
    m_ok = m_dir.isValid() && make(cases);
}

bool AttackedVault::make(int cases) {
    for (const QString& place : places())
        QDir().mkpath(path(place));
    const auto guide = guide::Guide::load();
    if (!guide || !QDir().mkpath(profile()))
        return false;
    const auto made = sample::makeVault(folder(), {cases, 59, 1, {}}, *guide, profile());
    if (!made)
        return false;
    m_name = made->name;
    m_passphrase = made->passphrase;
    if (!writeFile(path(QStringLiteral("pass")), m_passphrase.toUtf8() + '\n'))
        return false;
    const auto vault = unlock();
    if (!vault)
        return false;
    m_ids = vault->cases();
    m_member = vault->self().id;
    const vault::KeyFiles files = vault::readKeyFiles(FileStore(), folder(), vault->id());
    auto keys = vault::openKeyFile(files.good.at(0), secretOf(m_passphrase));
    if (!keys || m_ids.size() != std::size_t(cases))
        return false;
    m_memberKeys = std::move(*keys);
    return true;
}

QString AttackedVault::ledgerFile(int index) const {
    return caseFolder(index) + QLatin1Char('/') + record(1, index).file;
}

// Anchors say nothing of whose they are: the one that changes when the case is opened without it.
QString AttackedVault::anchorFile(int index) {
    const vault::Anchors anchors(FileStore(), profile(), m_memberKeys.anchorKey, unlock()->id());
    const QDir folder(profile() + QStringLiteral("/anchors"));
    for (const QString& name : folder.entryList(QDir::Files)) {
        const QString kept = folder.filePath(name);
        const QString aside = path(QStringLiteral("aside"));
        if (!QFile::rename(kept, aside))
            return {};
        const bool isIt = !anchors.has(id(index));
        QFile::rename(aside, kept);
        if (isIt)
            return kept;
    }
    return {};
}

std::unique_ptr<vault::Vault> AttackedVault::unlockAt(const QString& folder) const {
    auto vault = vault::Vault::unlock(folder, m_name, secretOf(m_passphrase), profile());
    return vault ? std::move(*vault) : nullptr;
}

Verified AttackedVault::verify(vault::Vault& vault) {
    said.clear();
    const int code = tool::verifyVault(vault);
    return {code, said};
}

Verified AttackedVault::verifyCases(vault::Vault& vault) {
    said.clear();
    const int code = tool::verifyCases(vault);
    return {code, said};
}

Verified AttackedVault::verifyOnce() const {
    const auto vault = unlock();
    return vault ? verify(*vault) : Verified();
}

QStringList AttackedVault::logIn() const {
    return {QStringLiteral("--as"), m_name, QStringLiteral("--passphrase-file"), path(QStringLiteral("pass"))};
}

QStringList AttackedVault::places() {
    return {QStringLiteral("home"),  QStringLiteral("data"),  QStringLiteral("config"),
            QStringLiteral("cache"), QStringLiteral("state"), QStringLiteral("tmp")};
}

QProcessEnvironment AttackedVault::environment() const {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const char* const names[] = {"HOME",           "XDG_DATA_HOME",  "XDG_CONFIG_HOME",
                                 "XDG_CACHE_HOME", "XDG_STATE_HOME", "TMPDIR"};
    for (int i = 0; i < places().size(); ++i)
        environment.insert(QString::fromLatin1(names[i]), path(places()[i]));
    return environment;
}

Verified AttackedVault::runTool(const QStringList& arguments) const {
    QProcess process;
    process.setProcessEnvironment(environment());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral(TOOL_PATH), arguments + logIn());
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAll()};
}

vault::AccessRecord AttackedVault::record(qint64 n, int index) const {
    return vault::parseAccessRecord(bytesOfFile(accessFile(n, index))).value();
}

crypto::CaseKeys AttackedVault::caseKeys(int index) const {
    return std::move(*vault::openRecord(record(1, index), m_memberKeys.box));
}

vault::AccessRecord AttackedVault::officeRecord() const {
    return vault::parseAccessRecord(bytesOfFile(vault::accessPath(folder() + QStringLiteral("/office"), 1))).value();
}

QString AttackedVault::officeFile() const {
    return folder() + QStringLiteral("/office/") + officeRecord().file;
}

std::unique_ptr<RawConnection> AttackedVault::rawOffice() const {
    const crypto::CaseKeys keys = std::move(*vault::openRecord(officeRecord(), m_memberKeys.box));
    return std::make_unique<RawConnection>(officeFile(), keys.sqlKey, keys.sqlSalt);
}

std::unique_ptr<RawConnection> AttackedVault::raw(int index) const {
    const crypto::CaseKeys keys = caseKeys(index);
    return std::make_unique<RawConnection>(ledgerFile(index), keys.sqlKey, keys.sqlSalt);
}

} // namespace tests

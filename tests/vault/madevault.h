#pragma once
#include "core/vault/vault.h"
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace tests {

// A made-up office in a temporary folder, its profile beside it.
class MadeVault {
public:
    MadeVault() {
        core::crypto::init();
        m_ok = m_dir.isValid() && make();
    }
    bool isOk() const { return m_ok; }
    QString folder() const { return m_dir.filePath(QStringLiteral("vault")); }
    QString profile() const { return m_dir.filePath(QStringLiteral("profile")); }
    QString file(const QString& name) const { return folder() + QLatin1Char('/') + name; }
    QString caseFolder(const core::CaseId& id) const { return file(QStringLiteral("cases/") + id.toString()); }
    core::crypto::RecoveryKey sheet() const { return *core::crypto::RecoveryKey::parse(groups.join(QLatin1Char('-'))); }

    static core::crypto::Secret passphrase(const char* text = "harbour lantern mossy quilt tandem") {
        QString typed = QString::fromUtf8(text);
        return core::crypto::Secret::takePassphrase(typed);
    }
    static core::vault::Setup setup() {
        core::vault::Setup setup;
        setup.office.name = QStringLiteral("Ysgol Brynteg");
        setup.office.nation = core::vault::Nation::Wales;
        setup.office.phone = QStringLiteral("01632 960111");
        setup.office.authorities = {{QStringLiteral("glanfor"),
                                     QStringLiteral("Cyngor Glanfor"),
                                     core::vault::Nation::Wales,
                                     QStringLiteral("01632 960120"),
                                     QStringLiteral("01632 960121"),
                                     {},
                                     {},
                                     QDate(2026, 9, 1),
                                     {QStringLiteral("Llanfor")}}};
        setup.leadName = QStringLiteral("Rhian Maddox");
        setup.leadTitle = QStringLiteral("Deputy headteacher");
        setup.logInName = QStringLiteral("rhian");
        setup.kdf = lowCost();
        return setup;
    }
    static core::crypto::KdfParameters lowCost() {
        core::crypto::KdfParameters kdf;
        kdf.memoryBytes = 64LL << 20; // the floor
        return kdf;
    }
    core::Result<std::unique_ptr<core::vault::Vault>> unlock(const core::FileStore& files = {}) const {
        return core::vault::Vault::unlock(folder(), QStringLiteral("rhian"), passphrase(), profile(), files);
    }

    QStringList groups; // the recovery sheet

private:
    bool make() {
        const auto recovery = core::crypto::RecoveryKey::random();
        groups = recovery.groups();
        return core::vault::Vault::create(folder(), setup(), passphrase(), recovery, profile()).has_value();
    }
    QTemporaryDir m_dir;
    bool m_ok = false;
};

inline core::ledger::NewEntry note(const QString& text) {
    core::ledger::NewEntry entry;
    entry.kind = QStringLiteral("note/1");
    entry.fields = {{QStringLiteral("text"), text}};
    return entry;
}

inline QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool overwrite(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

// The one ledger file of a case's folder.
inline QString ledgerIn(const QString& folder) {
    const QStringList names = QDir(folder).entryList({QStringLiteral("*.db")}, QDir::Files);
    return names.size() == 1 ? folder + QLatin1Char('/') + names.first() : QString();
}

} // namespace tests

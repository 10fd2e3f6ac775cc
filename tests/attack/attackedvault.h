#pragma once
#include "core/ledger/row.h"
#include "core/record/casefile.h"
#include "core/vault/accessrecord.h"
#include "core/vault/vault.h"
#include "tests/db/rawconnection.h"
#include "tests/vault/copyfolder.h"
#include <QProcessEnvironment>
#include <QTemporaryDir>

namespace tests {

// What `firsthand-tool verify` ends with.
struct Verified {
    int code = -1;
    QByteArray lines;
    bool names(const QString& what) const { return lines.contains(what.toUtf8()); }
    bool isFine() const { return code == 0 && !lines.contains("WRONG"); }
    // Exit 1, with a line that carries this case's id and what is wrong.
    bool blames(const core::CaseId& id, const char* reason = "WRONG") const;
};

// A vault with made-up cases as firsthand-tool makes them, 60 entries each, and its profile beside it: in memory where
// the machine has such a place. The first case is the one that is attacked.
class AttackedVault {
public:
    explicit AttackedVault(int cases = 2);
    bool isOk() const { return m_ok; }

    QString path(const QString& name) const { return m_dir.filePath(name); }
    QString folder() const { return path(QStringLiteral("vault")); }
    QString profile() const { return path(QStringLiteral("data/firsthand")); }
    core::CaseId id(int index = 0) const { return m_ids[std::size_t(index)]; }
    QString caseFolder(int index = 0) const { return folder() + QStringLiteral("/cases/") + id(index).toString(); }
    QString accessFile(qint64 n = 1, int index = 0) const { return core::vault::accessPath(caseFolder(index), n); }
    QString ledgerFile(int index = 0) const;
    QString officeFile() const;
    QString anchorFile(int index = 0); // of the one lead, in the profile

    std::unique_ptr<core::vault::Vault> unlock() const { return unlockAt(folder()); } // nullptr if it does not
    std::unique_ptr<core::vault::Vault> unlockAt(const QString& folder) const;        // a copy of it, same profile
    // The tool's own check in this process, with a vault unlocked before: no key derivation at each of many thousand.
    static Verified verify(core::vault::Vault& vault);
    static Verified verifyCases(core::vault::Vault& vault);
    Verified verifyOnce() const;
    // The program itself. {} if it did not end.
    Verified runTool(const QStringList& arguments) const;
    Verified runVerify() const { return runTool({QStringLiteral("verify"), folder()}); }
    QStringList logIn() const;
    // Everything that a program may write by itself lies beside the vault: home, data, settings, cache, temporary
    // files.
    QProcessEnvironment environment() const;
    static QStringList places();

    // What a member has who can open the case, and with it any SQLCipher program.
    const core::crypto::MemberKeys& memberKeys() const { return m_memberKeys; }
    core::MemberId member() const { return m_member; }
    core::crypto::CaseKeys caseKeys(int index = 0) const;
    core::vault::AccessRecord record(qint64 n = 1, int index = 0) const;
    std::unique_ptr<RawConnection> raw(int index = 0) const;
    std::unique_ptr<RawConnection> rawOffice() const;

private:
    bool make(int cases);
    core::vault::AccessRecord officeRecord() const;
    QTemporaryDir m_dir;
    QString m_name, m_passphrase;
    core::MemberId m_member;
    core::crypto::MemberKeys m_memberKeys;
    std::vector<core::CaseId> m_ids;
    bool m_ok = false;
};

} // namespace tests

#pragma once
#include "core/record/casefile.h"
#include "core/record/search.h"
#include <QObject>
#include <map>
#include <memory>

class QThread;

namespace ui {

// A draft that could not be written when the vault locked: kept in memory until its case is open again.
struct KeptDraft {
    core::CaseId caseId;
    core::ledger::Draft draft;
};

// One sitting: an open vault, its cases, and what the pages need of them. Pages get it from the shell; they never make one.
class Session : public QObject {
    Q_OBJECT
public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    // --- unlocking: on a worker; answers by unlocked() or unlockFailed()
    void unlock(const QString& folder, const QString& logInName, core::crypto::Secret passphrase);
    void unlockWithRecovery(const QString& folder, core::crypto::RecoveryKey key);
    void take(std::unique_ptr<core::vault::Vault> vault); // one that set-up has just made
    bool isUnlocking() const;
    void lock(); // everything of the vault is gone from memory when it returns

    // --- while unlocked
    bool isUnlocked() const { return m_vault != nullptr; }
    bool casesReady() const { return m_casesReady; } // they open on a worker after unlocked()
    core::vault::Vault& vault() { return *m_vault; }
    const core::guide::Guide& guide(); // read once, on first use
    core::record::CaseFile* caseFile(const core::CaseId& id);
    std::vector<core::record::CaseFile*> cases(); // by code
    core::record::SearchIndex& search() { return *m_search; }
    const std::vector<core::vault::Vault::Unopened>& unopened() const { return m_unopened; }

    core::Result<core::record::CaseFile*> createCase(const std::vector<core::MemberId>& others = {});
    core::Result<> discardCase(const core::CaseId& id);
    void changed(const core::CaseId& id); // call after recording: search and every page hear of it
    std::vector<KeptDraft>& keptDrafts() { return m_kept; }

signals:
    void unlocked();
    void unlockFailed(const core::Error& error);
    void openingCases(int done, int of);
    void casesOpened();
    void caseChanged(const core::CaseId& id);
    void locked();

private:
    void openCases();
    struct Opened;
    void takeCases(std::unique_ptr<Opened> opened, quint64 sitting);
    std::optional<core::guide::Guide> m_guide;
    std::unique_ptr<core::vault::Vault> m_vault;
    std::map<core::CaseId, std::unique_ptr<core::record::CaseFile>> m_cases;
    std::unique_ptr<core::record::SearchIndex> m_search;
    std::vector<core::vault::Vault::Unopened> m_unopened;
    std::vector<KeptDraft> m_kept;
    QThread* m_worker = nullptr;
    quint64 m_sitting = 0; // what a worker brings for an earlier sitting is thrown away
    bool m_casesReady = false;
};

} // namespace ui

#pragma once
#include "core/record/casefile.h"
#include "core/record/search.h"
#include "core/report/exporting.h"
#include <QObject>
#include <atomic>
#include <functional>
#include <map>
#include <memory>

class QThread;

namespace ui {

// A draft that could not be written when the vault locked: kept in memory until its case is open again.
struct KeptDraft {
    core::VaultId vault;
    core::MemberId member;
    core::CaseId caseId;
    core::ledger::Draft draft;
};

// One sitting: an open vault, its cases, and what the pages need of them. Pages get it from the shell; they never make
// one.
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
    const core::guide::Guide& guide() const { return *m_guide; } // there from the first unlocked() on
    core::record::CaseFile* caseFile(const core::CaseId& id);
    std::vector<core::record::CaseFile*> cases(); // by code
    core::record::SearchIndex& search() { return *m_search; }
    const std::vector<core::vault::Vault::Unopened>& unopened() const { return m_unopened; }
    // Exports that a program had left in their middle, as they were found when the cases opened.
    const std::vector<core::report::LeftExport>& leftExports() const { return m_leftExports; }

    core::Result<core::record::CaseFile*> createCase(const std::vector<core::MemberId>& others = {});
    core::Result<> discardCase(const core::CaseId& id);
    void changed(const core::CaseId& id); // call after recording: search and every page hear of it
    // A draft that could not be written: stays in memory over the lock, and is written when the same person is back.
    void keepDraft(const core::CaseId& id, const core::ledger::Draft& draft);
    int keptDrafts() const;

signals:
    void unlocked();
    void unlockFailed(const core::Error& error);
    void openingCases(int done, int of);
    void casesOpened();
    void caseChanged(const core::CaseId& id);
    void locked();

private:
    struct Unlocked;
    struct Opened;
    void startUnlocking(std::function<core::Result<std::unique_ptr<core::vault::Vault>>()> open);
    static std::optional<core::Error> readInto(std::optional<core::guide::Guide>& guide);
    void takeUnlocked(Unlocked& found, const core::Error& error, quint64 sitting);
    void openCases();
    void takeCases(quint64 sitting);
    bool isMine(const KeptDraft& kept) const;
    void writeKeptDrafts();
    void startWorker(std::function<void()> work);
    void endWorker();

    std::optional<core::guide::Guide> m_guide;
    std::unique_ptr<core::vault::Vault> m_vault; // outlives the cases: declared before them
    std::map<core::CaseId, std::unique_ptr<core::record::CaseFile>> m_cases;
    std::unique_ptr<core::record::SearchIndex> m_search;
    std::vector<core::vault::Vault::Unopened> m_unopened;
    std::vector<core::report::LeftExport> m_leftExports;
    std::vector<KeptDraft> m_kept;
    std::unique_ptr<Opened> m_opened; // filled by the worker
    std::unique_ptr<QThread> m_worker;
    std::atomic<bool> m_cancel = false;
    quint64 m_sitting = 0; // what a worker brings for an earlier sitting is thrown away
    bool m_casesReady = false;
};

} // namespace ui

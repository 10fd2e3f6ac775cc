#include "ui/shell/session.h"
#include "core/base/platform.h"
#include <QThread>
#include <algorithm>
#include <atomic>
#include <future>

static void wakeGuide() {
    Q_INIT_RESOURCE(firsthand_guide);
}

namespace ui {

using core::fail;
using core::Result;
using core::vault::Vault;

struct Session::Opened {
    std::map<core::CaseId, std::unique_ptr<core::record::CaseFile>> cases;
    std::unique_ptr<core::record::SearchIndex> search = std::make_unique<core::record::SearchIndex>();
    std::vector<Vault::Unopened> unopened;
    std::vector<core::report::LeftExport> leftExports;
};

struct Session::Unlocked {
    std::optional<core::guide::Guide> guide; // read beside the key derivation the first time
    std::unique_ptr<Vault> vault;
};

Session::Session(QObject* parent) : QObject(parent), m_search(std::make_unique<core::record::SearchIndex>()) {}

Session::~Session() {
    lock();
    endWorker();
}

// The guide is read while the key is derived: neither is wanted before the other.
void Session::startUnlocking(std::function<Result<std::unique_ptr<Vault>>()> open) {
    if (isUnlocking())
        return;
    const quint64 sitting = ++m_sitting;
    const bool readGuide = !m_guide;
    startWorker([this, sitting, readGuide, open = std::move(open)] {
        auto found = std::make_shared<Unlocked>();
        std::future<std::optional<core::Error>> reading;
        if (readGuide)
            reading = std::async(std::launch::async, [found] { return readInto(found->guide); });
        auto vault = open();
        core::Error error;
        if (reading.valid())
            error = reading.get().value_or(core::Error{});
        if (vault)
            found->vault = std::move(*vault);
        else
            error = vault.error();
        QMetaObject::invokeMethod(this, [this, sitting, found, error] { takeUnlocked(*found, error, sitting); });
    });
}

std::optional<core::Error> Session::readInto(std::optional<core::guide::Guide>& guide) {
    wakeGuide();
    auto loaded = core::guide::Guide::load();
    if (!loaded)
        return loaded.error();
    guide = std::move(*loaded);
    return std::nullopt;
}

void Session::unlock(const QString& folder, const QString& logInName, core::crypto::Secret passphrase) {
    auto secret = std::make_shared<core::crypto::Secret>(std::move(passphrase));
    startUnlocking([folder, logInName, secret] {
        return Vault::unlock(folder, logInName, *secret, core::platform::profileFolder());
    });
}

void Session::unlockWithRecovery(const QString& folder, core::crypto::RecoveryKey key) {
    auto kept = std::make_shared<core::crypto::RecoveryKey>(std::move(key));
    startUnlocking(
        [folder, kept] { return Vault::unlockWithRecovery(folder, *kept, core::platform::profileFolder()); });
}

void Session::takeUnlocked(Unlocked& found, const core::Error& error, quint64 sitting) {
    endWorker();
    if (sitting != m_sitting)
        return;
    if (found.guide)
        m_guide = std::move(found.guide);
    if (!found.vault || !m_guide) {
        emit unlockFailed(error);
        return;
    }
    m_vault = std::move(found.vault);
    emit unlocked();
    openCases();
}

void Session::take(std::unique_ptr<Vault> vault) {
    lock();
    if (!m_guide) {
        if (const auto error = readInto(m_guide)) {
            emit unlockFailed(*error);
            return;
        }
    }
    m_vault = std::move(vault);
    emit unlocked();
    openCases();
}

bool Session::isUnlocking() const {
    return m_worker && !m_vault;
}

// The worker has the vault to itself until takeCases(): here only what never changes is read meanwhile.
void Session::openCases() {
    const quint64 sitting = m_sitting;
    m_cancel = false;
    m_opened = std::make_unique<Opened>();
    startWorker([this, sitting, opened = m_opened.get(), vault = m_vault.get(), guide = &*m_guide] {
        auto ledgers = vault->openAll(opened->unopened, [this, sitting](int done, int of) {
            QMetaObject::invokeMethod(this, [this, sitting, done, of] {
                if (sitting == m_sitting)
                    emit openingCases(done, of);
            });
            return !m_cancel.load();
        });
        for (auto& ledger : ledgers) {
            if (m_cancel)
                break;
            auto file = std::make_unique<core::record::CaseFile>(std::move(ledger), *guide, *vault);
            for (auto& left : core::report::settleExports(*file, vault->self(), QDateTime::currentDateTime()))
                opened->leftExports.push_back(std::move(left));
            opened->search->put(file->state());
            opened->cases.emplace(file->state().id, std::move(file));
        }
        ledgers.clear();
        if (!m_cancel)
            QMetaObject::invokeMethod(this, [this, sitting] { takeCases(sitting); });
    });
}

void Session::takeCases(quint64 sitting) {
    if (sitting != m_sitting)
        return;
    endWorker();
    m_cases = std::move(m_opened->cases);
    m_search = std::move(m_opened->search);
    m_unopened = std::move(m_opened->unopened);
    m_leftExports = std::move(m_opened->leftExports);
    m_opened.reset();
    m_casesReady = true;
    writeKeptDrafts();
    emit casesOpened();
}

void Session::keepDraft(const core::CaseId& id, const core::ledger::Draft& draft) {
    if (!m_vault)
        return;
    KeptDraft kept{m_vault->id(), m_vault->self().id, id, draft};
    kept.draft.author = kept.member; // else it would come back to nobody
    m_kept.push_back(std::move(kept));
}

int Session::keptDrafts() const {
    if (!m_vault)
        return int(m_kept.size());
    return int(std::count_if(m_kept.begin(), m_kept.end(), [this](const KeptDraft& kept) { return isMine(kept); }));
}

bool Session::isMine(const KeptDraft& kept) const {
    return kept.vault == m_vault->id() && kept.member == m_vault->self().id;
}

void Session::writeKeptDrafts() {
    std::erase_if(m_kept, [this](const KeptDraft& kept) {
        core::record::CaseFile* file = isMine(kept) ? caseFile(kept.caseId) : nullptr;
        return file && file->saveDraft(kept.draft).has_value();
    });
}

// A worker that still opens cases is told to stop and waited for: it holds keys of this vault.
void Session::lock() {
    ++m_sitting;
    m_cancel = true;
    if (m_vault)
        endWorker();
    m_opened.reset();
    m_cases.clear();
    m_search->clear();
    m_unopened.clear();
    m_leftExports.clear();
    m_casesReady = false;
    const bool wasOpen = m_vault != nullptr;
    m_vault.reset();
    if (wasOpen)
        emit locked();
}

core::record::CaseFile* Session::caseFile(const core::CaseId& id) {
    const auto found = m_cases.find(id);
    return found == m_cases.end() ? nullptr : found->second.get();
}

std::vector<core::record::CaseFile*> Session::cases() {
    std::vector<core::record::CaseFile*> files;
    for (const auto& [id, file] : m_cases)
        files.push_back(file.get());
    std::sort(files.begin(), files.end(), [](auto* a, auto* b) { return a->state().code < b->state().code; });
    return files;
}

Result<core::record::CaseFile*> Session::createCase(const std::vector<core::MemberId>& others) {
    if (!m_vault || !m_casesReady)
        return fail(core::ErrorCode::Busy);
    auto ledger = m_vault->createCase(others);
    if (!ledger)
        return fail(ledger.error());
    auto file = std::make_unique<core::record::CaseFile>(std::move(*ledger), *m_guide, *m_vault);
    const core::CaseId id = file->state().id;
    return (m_cases[id] = std::move(file)).get();
}

Result<> Session::discardCase(const core::CaseId& id) {
    const auto found = m_cases.find(id);
    if (found == m_cases.end())
        return fail(core::ErrorCode::NotFound);
    if (const auto may = m_vault->mayDiscard(found->second->ledger()); !may)
        return may; // it stays open
    auto ledger = found->second->releaseLedger();
    m_cases.erase(found);
    m_search->remove(id);
    return m_vault->discardCase(std::move(ledger));
}

void Session::changed(const core::CaseId& id) {
    if (core::record::CaseFile* file = caseFile(id))
        m_search->put(file->state());
    emit caseChanged(id);
}

void Session::startWorker(std::function<void()> work) {
    endWorker();
    m_worker.reset(QThread::create(std::move(work)));
    m_worker->start();
}

void Session::endWorker() {
    if (m_worker)
        m_worker->wait();
    m_worker.reset();
}

} // namespace ui

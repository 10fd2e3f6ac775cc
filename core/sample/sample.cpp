#include "core/sample/sample.h"
#include "core/crypto/passphrase.h"
#include "core/sample/storyteller.h"

namespace core::sample {

namespace {

// A ledger is told the time of the story; the PC's clock never seems to jump in it.
struct StoryClock {
    QDateTime wall;
    ledger::ClockReading read() const { return {wall.toUTC(), wall.toMSecsSinceEpoch(), QStringLiteral("made-up")}; }
};

// Each entry gets its own time in a small vault. In a large one, what was recorded about the same time goes in
// together: a commit that is safe against a power cut takes its milliseconds.
constexpr int smallVault = 1000;
constexpr int commitsACase = 20;

Result<> record(record::CaseFile& file, const std::vector<Told>& told, int together, StoryClock& clock) {
    for (std::size_t from = 0; from < told.size(); from += std::size_t(together)) {
        const std::size_t to = std::min(told.size(), from + std::size_t(together));
        std::vector<record::Recording> recordings;
        for (std::size_t i = from; i < to; ++i)
            recordings.push_back(told[i].recording);
        clock.wall = told[to - 1].recorded;
        if (const auto recorded = file.recordAll(recordings); !recorded)
            return recorded;
    }
    return {};
}

} // namespace

Result<Made> makeVault(const QString& folder, const Wanted& wanted, const guide::Guide& guide,
                       const QString& profileFolder, const vault::Vault::Progress& progress) {
    const auto book = Storybook::load();
    if (!book)
        return fail(book.error());
    vault::Setup setup = book->setup();
    setup.kdf.memoryBytes = 64LL << 20; // the floor: there is nobody real to protect, and a script may unlock it often
    const QString passphrase = crypto::generatePassphrase();
    QString typed = passphrase;
    typed.detach();
    const auto created = vault::Vault::create(folder, setup, crypto::Secret::takePassphrase(typed),
                                              crypto::RecoveryKey::random(), profileFolder);
    if (!created)
        return fail(created.error());

    const QDateTime now = wanted.now.isValid() ? wanted.now : QDateTime::currentDateTime();
    const bool small = qint64(wanted.cases) * wanted.entries <= smallVault;
    const int together = small ? 1 : std::max(1, (wanted.entries + commitsACase - 1) / commitsACase);
    const auto clock = std::make_shared<StoryClock>();
    (*created)->useClock([clock] { return clock->read(); });
    for (int i = 0; i < wanted.cases; ++i) {
        if (progress && !progress(i, wanted.cases))
            return fail(ErrorCode::Cancelled);
        const auto told = Storyteller(*book, guide, wanted.seed, i, now).tell(wanted.entries);
        clock->wall = told.empty() ? now : told.front().recorded.addSecs(-90);
        auto ledger = (*created)->createCase();
        if (!ledger)
            return fail(ledger.error());
        record::CaseFile file(std::move(*ledger), guide, **created);
        if (const auto recorded = record(file, told, together, *clock); !recorded)
            return fail(recorded.error());
    }
    return Made{setup.logInName, passphrase};
}

} // namespace core::sample

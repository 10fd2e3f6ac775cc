#include "app/tool/command.h"
#include "app/tool/errors.h"
#include "app/tool/session.h"
#include <QJsonArray>
#include <QJsonDocument>

namespace tool {

namespace {

QJsonObject summary(const core::record::CaseState& state, const QDateTime& now) {
    QJsonObject summary{
        {QStringLiteral("case"), state.code},
        {QStringLiteral("id"), state.id.toString()},
        {QStringLiteral("child"), state.child.called()},
        {QStringLiteral("nation"), state.nation},
        {QStringLiteral("standing"), state.standing()},
        {QStringLiteral("entries"), qint64(state.entries.size())},
        {QStringLiteral("notPermitted"), qint64(state.notPermitted.size())},
        {QStringLiteral("pathway"), state.pathway ? state.pathway->id : QString()},
        {QStringLiteral("mark"), core::ledger::recordMark(state.head.chain)},
    };
    int pressing = 0;
    for (const auto& due : core::record::dueItems(state, now))
        pressing += due.when <= core::record::DueWhen::Today;
    summary.insert(QStringLiteral("due"), pressing);
    if (!state.entries.empty())
        summary.insert(QStringLiteral("lastRecorded"), state.entries.back().recorded.toString(Qt::ISODate));
    return summary;
}

int run(const QCommandLineParser& parser) {
    const auto guide = loadGuide();
    if (!guide)
        return guide.error().exitCode;
    const auto vault = unlock(parser);
    if (!vault)
        return vault.error().exitCode;
    std::vector<core::vault::Vault::Unopened> unopened;
    auto ledgers = (*vault)->openAll(unopened);
    QJsonArray cases;
    for (auto& ledger : ledgers) {
        const core::record::CaseFile file(std::move(ledger), *guide, **vault);
        cases.append(summary(file.state(), QDateTime::currentDateTime()));
    }
    say(QString::fromUtf8(QJsonDocument(cases).toJson(QJsonDocument::Compact)));
    for (const auto& failed : unopened)
        complain(QStringLiteral("Case %1: %2").arg(failed.id.toString(), sentence(failed.error)), NotOpened);
    return unopened.empty() ? Done : NotOpened;
}

} // namespace

const Command casesCommand{"cases", "DIR", "Lists the cases that this person can open, as one JSON array.", addLogIn,
                           run};

} // namespace tool

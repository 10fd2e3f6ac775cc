#include "app/tool/command.h"
#include "app/tool/session.h"
#include <QJsonDocument>

namespace tool {

namespace {

QJsonObject lineOf(const core::ledger::Entry& entry, const core::ledger::Rights& rights,
                   const core::vault::Office& office) {
    const core::ledger::Grant* grant = rights.grant(entry.author);
    const core::vault::Member* member = office.member(entry.author);
    QJsonObject line{
        {QStringLiteral("id"), entry.id.toString()},
        {QStringLiteral("seq"), entry.seq},
        {QStringLiteral("kind"), entry.kind},
        {QStringLiteral("occurred"), entry.occurred.text()},
        {QStringLiteral("recorded"), entry.recorded.toUTC().toString(Qt::ISODate)},
        {QStringLiteral("clock"), core::ledger::clockName(entry.clock)},
        {QStringLiteral("author"), member  ? member->name
                                   : grant ? grant->name
                                           : QString()},
        {QStringLiteral("authorId"), entry.author.toString()},
        {QStringLiteral("fields"), entry.fields()},
        {QStringLiteral("amends"), entry.amends ? QJsonValue(entry.amends->toString()) : QJsonValue()},
        {QStringLiteral("permitted"), entry.permitted},
    };
    if (!entry.body)
        line.insert(QStringLiteral("redacted"), true);
    return line;
}

int run(const QCommandLineParser& parser) {
    const auto vault = unlock(parser);
    if (!vault)
        return vault.error().exitCode;
    const auto ledger = openCase(**vault, parser.positionalArguments().at(1));
    if (!ledger)
        return ledger.error().exitCode;
    for (const core::ledger::Entry& entry : (*ledger)->entries()) {
        const QJsonObject line = lineOf(entry, (*ledger)->rights(), (*vault)->office());
        say(QString::fromUtf8(QJsonDocument(line).toJson(QJsonDocument::Compact)));
    }
    return Done;
}

} // namespace

const Command showCommand{"show", "DIR CASE",
                          "Prints every entry of a case, one line of JSON each, in the order in which they were "
                          "recorded. CASE is its code or id.",
                          addLogIn, run};

} // namespace tool

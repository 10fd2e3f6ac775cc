#include "app/tool/session.h"
#include "app/tool/command.h"
#include "app/tool/errors.h"
#include "core/base/platform.h"
#include <QFile>

namespace tool {

namespace {

tl::unexpected<Ended> ended(const core::Error& error) {
    return tl::unexpected(Ended{complain(sentence(error), exitCodeFor(error))});
}

tl::unexpected<Ended> ended(const QString& line, int exitCode) {
    return tl::unexpected(Ended{complain(line, exitCode)});
}

} // namespace

void addLogIn(QCommandLineParser& parser) {
    parser.addOption({QStringLiteral("as"), QStringLiteral("Log-in name."), QStringLiteral("NAME")});
    parser.addOption({QStringLiteral("passphrase-file"),
                      QStringLiteral("File whose first line is the passphrase; - for the standard input."),
                      QStringLiteral("FILE")});
}

Or<core::crypto::Secret> readPassphrase(const QString& path) {
    QFile file(path);
    const bool opened =
        path == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return ended(QStringLiteral("The passphrase file cannot be read. Check its path and who may read it."),
                     NotOpened);
    QByteArray line = file.readLine(4096);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    QString typed = QString::fromUtf8(line);
    line.fill('\0');
    if (typed.isEmpty())
        return ended(QStringLiteral("The first line of the passphrase file is empty."), NotOpened);
    return core::crypto::Secret::takePassphrase(typed);
}

Or<std::unique_ptr<core::vault::Vault>> unlock(const QCommandLineParser& parser) {
    for (const QString& needed : {QStringLiteral("as"), QStringLiteral("passphrase-file")})
        if (!parser.isSet(needed))
            return ended(QStringLiteral("--%1 is missing.").arg(needed), Usage);
    const auto passphrase = readPassphrase(parser.value(QStringLiteral("passphrase-file")));
    if (!passphrase)
        return tl::unexpected(passphrase.error());
    auto vault = core::vault::Vault::unlock(parser.positionalArguments().at(0), parser.value(QStringLiteral("as")),
                                            *passphrase, core::platform::profileFolder());
    if (!vault)
        return ended(vault.error());
    return std::move(*vault);
}

Or<core::guide::Guide> loadGuide() {
    auto guide = core::guide::Guide::load();
    if (!guide)
        return ended(guide.error());
    return std::move(*guide);
}

Or<std::unique_ptr<core::vault::CaseLedger>> openCase(core::vault::Vault& vault, const QString& wanted) {
    std::optional<core::Error> problem;
    for (const core::CaseId& id : vault.cases()) {
        const bool byId = id.toString() == wanted.toLower();
        auto ledger = vault.openCase(id);
        if (!ledger) {
            problem = ledger.error();
            if (byId)
                return ended(*problem);
        } else if (byId || (*ledger)->code().compare(wanted, Qt::CaseInsensitive) == 0) {
            return std::move(*ledger);
        }
    }
    if (problem)
        return ended(QStringLiteral("There is no case %1 among those that open, and one does not open: %2")
                         .arg(wanted, sentence(*problem)),
                     NotOpened);
    return ended(QStringLiteral("There is no case %1 that this person can open. List them with firsthand-tool cases.")
                     .arg(wanted),
                 NotOpened);
}

} // namespace tool

#include "core/sample/sample.h"
#include "app/tool/command.h"
#include "app/tool/errors.h"
#include "app/tool/session.h"
#include "core/base/platform.h"
#include <QDir>
#include <QJsonDocument>

namespace tool {

namespace {

void addOptions(QCommandLineParser& parser) {
    parser.addOption(
        {QStringLiteral("cases"), QStringLiteral("How many cases (12)."), QStringLiteral("N"), QStringLiteral("12")});
    parser.addOption({QStringLiteral("entries"),
                      QStringLiteral("Entries in each, besides the ledger's own first (40)."), QStringLiteral("M"),
                      QStringLiteral("40")});
    parser.addOption({QStringLiteral("seed"), QStringLiteral("The same seed writes the same cases (1)."),
                      QStringLiteral("S"), QStringLiteral("1")});
}

std::optional<int> number(const QCommandLineParser& parser, const char* option, int least, int most) {
    bool ok = false;
    const int value = parser.value(QLatin1String(option)).toInt(&ok);
    if (ok && value >= least && value <= most)
        return value;
    complain(QStringLiteral("--%1 takes a number from %2 to %3.").arg(QLatin1String(option)).arg(least).arg(most),
             Usage);
    return std::nullopt;
}

int run(const QCommandLineParser& parser) {
    const auto cases = number(parser, "cases", 0, 5000);
    const auto entries = number(parser, "entries", 1, 20000);
    const auto seed = number(parser, "seed", 0, 1000000000);
    if (!cases || !entries || !seed)
        return Usage;
    const auto guide = loadGuide();
    if (!guide)
        return guide.error().exitCode;
    const QString folder = parser.positionalArguments().at(0);
    if (!QDir().mkpath(folder))
        return complain(QStringLiteral("The folder cannot be made. Check the path and who may write there."), Failed);
    const auto made = core::sample::makeVault(folder, {*cases, *entries, quint32(*seed), {}}, *guide,
                                              core::platform::profileFolder());
    if (!made)
        return complain(sentence(made.error()), Failed);
    const QJsonObject logIn{{QStringLiteral("name"), made->name}, {QStringLiteral("passphrase"), made->passphrase}};
    say(QString::fromUtf8(QJsonDocument(logIn).toJson(QJsonDocument::Compact)));
    return Done;
}

} // namespace

const Command sampleCommand{
    "sample", "DIR",
    "Makes a records folder of made-up cases in DIR and prints its log-in as {\"name\":…,\"passphrase\":…}.",
    addOptions, run};

} // namespace tool

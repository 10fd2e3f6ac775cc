#include "app/tool/command.h"
#include "core/base/platform.h"
#include "core/crypto/secret.h"
#include <QGuiApplication>
#include <cstdio>

namespace tool {

namespace {

const Command* const commands[] = {&sampleCommand, &verifyCommand, &casesCommand,
                                   &showCommand,   &importCommand, &exportCommand};

const Command* commandNamed(const QString& name) {
    for (const Command* command : commands)
        if (name == QLatin1String(command->name))
            return command;
    return nullptr;
}

const char exitCodes[] = "Exit codes:\n"
                         "  0  done\n"
                         "  1  verify: something is not as it must be; import: a line was refused\n"
                         "  2  an option or argument is missing or not known\n"
                         "  3  the records folder or the case could not be opened\n"
                         "  4  anything else: a full disk, a file that cannot be read or written\n"
                         "Errors are one line on the standard error output.\n";

QString overview() {
    QString text = QStringLiteral(
        "firsthand-tool COMMAND …: for IT staff and scripts; the same records as the program, without a window.\n\n");
    for (const Command* command : commands)
        text += QStringLiteral("  %1 %2\n      %3\n")
                    .arg(QLatin1String(command->name), QString::fromUtf8(command->arguments),
                         QString::fromUtf8(command->summary));
    text += QStringLiteral("\nAll but sample need --as NAME and --passphrase-file FILE (its first line is the "
                           "passphrase; - reads it from the\n"
                           "standard input). `firsthand-tool COMMAND --help` says more.\n\n");
    return text + QLatin1String(exitCodes);
}

QString helpFor(const Command& command, const QCommandLineParser& parser) {
    const QString usage =
        QStringLiteral("firsthand-tool %1 %2 [options]\n\n%3\n")
            .arg(QLatin1String(command.name), QString::fromUtf8(command.arguments), QString::fromUtf8(command.summary));
    const QString options = parser.helpText();
    return usage + QLatin1Char('\n') + options.mid(options.indexOf(QLatin1String("Options:"))) + QLatin1Char('\n') +
           QLatin1String(exitCodes);
}

// Qt remarks on the machine (no runtime folder, no fonts of its own): a script reads our lines only.
void onlyWhatStopsUs(QtMsgType type, const QMessageLogContext&, const QString& message) {
    if (type == QtCriticalMsg || type == QtFatalMsg)
        complain(message, Failed);
}

int run(const Command& command, const QStringList& words) {
    QCommandLineParser parser;
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Shows this help.")});
    command.addOptions(parser);
    if (!parser.parse(words))
        return complain(parser.errorText(), Usage);
    if (parser.isSet(QStringLiteral("help"))) {
        say(helpFor(command, parser).trimmed());
        return Done;
    }
    const auto wanted = QString::fromUtf8(command.arguments).split(QLatin1Char(' ')).size();
    if (parser.positionalArguments().size() != wanted)
        return complain(QStringLiteral("%1 takes exactly: %2")
                            .arg(QLatin1String(command.name), QString::fromUtf8(command.arguments)),
                        Usage);
    return command.run(parser);
}

} // namespace

void say(const QString& line) {
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

int complain(const QString& line, int exitCode) {
    const QByteArray bytes = QByteArrayLiteral("firsthand-tool: ") + line.simplified().toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stderr);
    return exitCode;
}

} // namespace tool

int main(int argc, char* argv[]) {
    core::platform::hardenProcess();
    core::crypto::init();
    qInstallMessageHandler(tool::onlyWhatStopsUs);
    const QString name = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    const tool::Command* command = tool::commandNamed(name);

    // Only a document needs fonts and with them Qt Gui; never a display.
    std::unique_ptr<QCoreApplication> application;
    if (command == &tool::exportCommand) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        application = std::make_unique<QGuiApplication>(argc, argv);
    } else {
        application = std::make_unique<QCoreApplication>(argc, argv);
    }
    QStringList words = application->arguments();
    if (command) {
        words.removeAt(1);
        return tool::run(*command, words);
    }
    if (name == QLatin1String("--help") || name == QLatin1String("-h") || name == QLatin1String("help")) {
        tool::say(tool::overview().trimmed());
        return tool::Done;
    }
    if (name == QLatin1String("--version")) {
        tool::say(QStringLiteral("firsthand-tool " FIRSTHAND_VERSION));
        return tool::Done;
    }
    return tool::complain(name.isEmpty()
                              ? QStringLiteral("Say what to do: firsthand-tool --help lists the commands.")
                              : QStringLiteral("There is no command %1: firsthand-tool --help lists them.").arg(name),
                          tool::Usage);
}

#include "app/tool/command.h"
#include "app/tool/errors.h"
#include "app/tool/importline.h"
#include "app/tool/session.h"
#include <QFile>

namespace tool {

namespace {

constexpr qint64 longestLine = 4 << 20;

enum class Line { Recorded, Refused, Stopped };

// What another line would not meet: it is this one that has to be mended.
bool isOfTheLine(core::ErrorCode code) {
    using E = core::ErrorCode;
    return code == E::FieldInvalid || code == E::EncodedFile || code == E::FormUnknown || code == E::TooLong ||
           code == E::AlreadyExists || code == E::NotPermitted;
}

// One line of the file: recorded, or named with what keeps it from being so.
Line importLine(core::record::CaseFile& file, const QByteArray& bytes, int number) {
    const auto recording = readImportLine(bytes, file.state());
    if (!recording) {
        complain(QStringLiteral("line %1, %2: %3").arg(number).arg(recording.error().field, recording.error().sentence),
                 Wrong);
        return Line::Refused;
    }
    const auto recorded = file.record(*recording);
    if (!recorded) {
        complain(QStringLiteral("line %1: %2").arg(number).arg(sentence(recorded.error())), Failed);
        return isOfTheLine(recorded.error().code) ? Line::Refused : Line::Stopped;
    }
    say(QStringLiteral("recorded %1").arg(recorded->toString()));
    return Line::Recorded;
}

int run(const QCommandLineParser& parser) {
    const auto guide = loadGuide();
    if (!guide)
        return guide.error().exitCode;
    const QString path = parser.positionalArguments().at(2);
    if (path == QLatin1String("-") && parser.value(QStringLiteral("passphrase-file")) == path)
        return complain(QStringLiteral("Only one of the two files can be the standard input."), Usage);
    QFile input(path);
    const bool opened =
        path == QLatin1String("-") ? input.open(stdin, QIODevice::ReadOnly) : input.open(QIODevice::ReadOnly);
    if (!opened)
        return complain(QStringLiteral("The file to import cannot be read. Check its path and who may read it."),
                        Failed);
    const auto vault = unlock(parser);
    if (!vault)
        return vault.error().exitCode;
    auto ledger = openCase(**vault, parser.positionalArguments().at(1));
    if (!ledger)
        return ledger.error().exitCode;
    core::record::CaseFile file(std::move(*ledger), *guide, **vault);

    int refused = 0;
    for (int number = 1;; ++number) {
        const QByteArray line = input.readLine(longestLine);
        if (line.isEmpty())
            break;
        if (line.trimmed().isEmpty())
            continue;
        const Line done = importLine(file, line, number);
        if (done == Line::Stopped)
            return Failed; // said already; nothing from this line on is recorded
        refused += done == Line::Refused ? 1 : 0;
    }
    if (refused == 0)
        return Done;
    return complain(QStringLiteral("Lines refused: %1; nothing of them is recorded. Mend them and import them again; a "
                                   "line that has an id is recorded only once.")
                        .arg(refused),
                    Wrong);
}

} // namespace

const Command importCommand{"import", "DIR CASE FILE.jsonl",
                            "Records entries, one line of JSON each: {\"form\":…,\"occurred\":…,\"fields\":{…}}; also "
                            "\"id\", \"amends\" with \"reason\", and "
                            "\"rails\":{guard-rail: reason}. Prints `recorded ID` once an entry is safe on the disk. "
                            "FILE - reads the standard input.",
                            addLogIn, run};

} // namespace tool

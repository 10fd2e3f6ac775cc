#include "app/tool/command.h"
#include "app/tool/errors.h"
#include "app/tool/session.h"
#include "core/report/pdf.h"
#include "core/report/reports.h"
#include <QFileInfo>
#include <QJsonArray>
#include <QSaveFile>

namespace tool {

namespace {

using core::report::ReportKind;

void addOptions(QCommandLineParser& parser) {
    addLogIn(parser);
    parser.addOption({QStringLiteral("report"), QStringLiteral("referral or chronology."), QStringLiteral("KIND")});
    parser.addOption({QStringLiteral("to"), QStringLiteral("The PDF to write; an existing file is left as it is."),
                      QStringLiteral("FILE.pdf")});
    parser.addOption({QStringLiteral("recipient"), QStringLiteral("For whom it is made; printed and recorded."),
                      QStringLiteral("NAME")});
    parser.addOption({QStringLiteral("organisation"), QStringLiteral("Where they work."), QStringLiteral("NAME")});
    parser.addOption(
        {QStringLiteral("why"), QStringLiteral("What for; printed and recorded."), QStringLiteral("TEXT")});
    parser.addOption({QStringLiteral("without"),
                      QStringLiteral("A section to leave out, by its id; may be given more than once."),
                      QStringLiteral("SECTION")});
    parser.addOption({QStringLiteral("lock"),
                      QStringLiteral("File whose first line is a passphrase: the PDF is encrypted with it (AES-256)."),
                      QStringLiteral("FILE")});
}

std::optional<ReportKind> kindNamed(const QString& name) {
    for (const ReportKind kind : {ReportKind::ReferralSummary, ReportKind::Chronology})
        if (core::report::reportId(kind) == name)
            return kind;
    return std::nullopt;
}

core::report::Purpose purposeOf(const QCommandLineParser& parser, const core::vault::Member& self) {
    const auto given = [&](const char* option, const char* otherwise) {
        const QString value = parser.value(QLatin1String(option));
        return value.isEmpty() ? QString::fromUtf8(otherwise) : value;
    };
    core::report::Purpose purpose;
    purpose.recipient = given("recipient", "Not named");
    purpose.organisation = given("organisation", "");
    purpose.why = given("why", "Made with firsthand-tool; no purpose was given");
    purpose.madeBy = self.name;
    purpose.madeByTitle = self.title;
    purpose.made = QDateTime::currentDateTime();
    return purpose;
}

// Sections with those left out switched off; nothing if one cannot be.
std::optional<std::vector<core::report::Section>> sectionsFor(ReportKind kind, const core::record::CaseState& state,
                                                              const QStringList& without) {
    auto sections = core::report::sections(kind, state);
    for (const QString& id : without) {
        const auto found =
            std::find_if(sections.begin(), sections.end(), [&](const auto& section) { return section.id == id; });
        if (found == sections.end() || !found->removable) {
            complain(QStringLiteral("There is no section %1 that can be left out.").arg(id), Usage);
            return std::nullopt;
        }
        found->on = false;
    }
    return sections;
}

QJsonObject exportedFields(ReportKind kind, const core::report::Purpose& purpose,
                           const std::vector<core::report::Section>& sections, const core::report::Pdf& pdf,
                           bool locked) {
    QJsonArray ids;
    for (const auto& section : sections)
        if (section.on)
            ids.append(section.id);
    return {{QStringLiteral("report"), core::report::reportId(kind)},
            {QStringLiteral("recipient"), purpose.recipient},
            {QStringLiteral("organisation"), purpose.organisation},
            {QStringLiteral("purpose"), purpose.why},
            {QStringLiteral("sections"), ids},
            {QStringLiteral("sha256"), QString::fromLatin1(pdf.sha256.toHex())},
            {QStringLiteral("pages"), QString::number(pdf.pages)},
            {QStringLiteral("encrypted"), locked ? QStringLiteral("yes") : QStringLiteral("no")}};
}

// The entry first, then the file: no document exists that the record does not know of.
int writeAndRecord(const QString& path, core::record::CaseFile& file, const core::report::Pdf& pdf,
                   const QJsonObject& fields) {
    QSaveFile output(path);
    if (!output.open(QIODevice::WriteOnly) || output.write(pdf.bytes) != pdf.bytes.size())
        return complain(
            QStringLiteral(
                "The PDF cannot be written there. Check the folder and the space on the disk; nothing was recorded."),
            Failed);
    const auto recorded = file.recordExport(fields);
    if (!recorded)
        return complain(sentence(recorded.error()), exitCodeFor(recorded.error()));
    if (!output.commit())
        return complain(
            QStringLiteral("The export is recorded, but the PDF could not be put in its place. Make it again."),
            Failed);
    say(QStringLiteral("recorded %1").arg(recorded->toString()));
    say(QStringLiteral("%1  %2 pages  sha256 %3")
            .arg(path)
            .arg(pdf.pages)
            .arg(QString::fromLatin1(pdf.sha256.toHex())));
    return Done;
}

int run(const QCommandLineParser& parser) {
    const auto kind = kindNamed(parser.value(QStringLiteral("report")));
    if (!kind)
        return complain(QStringLiteral("--report is referral or chronology."), Usage);
    const QString path = parser.value(QStringLiteral("to"));
    if (path.isEmpty())
        return complain(QStringLiteral("--to is missing."), Usage);
    if (QFileInfo::exists(path))
        return complain(
            QStringLiteral("There is a file of that name already, and it was left as it is. Choose another."), Failed);
    const auto guide = loadGuide();
    if (!guide)
        return guide.error().exitCode;
    const auto vault = unlock(parser);
    if (!vault)
        return vault.error().exitCode;
    auto ledger = openCase(**vault, parser.positionalArguments().at(1));
    if (!ledger)
        return ledger.error().exitCode;
    core::record::CaseFile file(std::move(*ledger), *guide, **vault);

    const auto sections = sectionsFor(*kind, file.state(), parser.values(QStringLiteral("without")));
    if (!sections)
        return Usage;
    QString lock;
    if (parser.isSet(QStringLiteral("lock"))) {
        const auto secret = readPassphrase(parser.value(QStringLiteral("lock")));
        if (!secret)
            return secret.error().exitCode;
        lock = QString::fromUtf8(reinterpret_cast<const char*>(secret->data()), qsizetype(secret->size()));
    }
    const auto purpose = purposeOf(parser, (*vault)->self());
    const auto document =
        core::report::buildReport(*kind, file.state(), (*vault)->office(), *sections, {}, purpose, *guide);
    const auto pdf = core::report::writePdf(document, lock);
    if (!pdf)
        return complain(sentence(pdf.error()), Failed);
    return writeAndRecord(path, file, *pdf, exportedFields(*kind, purpose, *sections, *pdf, !lock.isEmpty()));
}

} // namespace

const Command exportCommand{"export", "DIR CASE", "Makes a PDF of a case and records that it was made.", addOptions,
                            run};

} // namespace tool

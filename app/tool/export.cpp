#include "app/tool/command.h"
#include "app/tool/errors.h"
#include "app/tool/session.h"
#include "core/report/exporting.h"
#include <QFileInfo>

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
    parser.addOption(
        {QStringLiteral("police"), QStringLiteral("It is for the police: web addresses are printed in full.")});
    parser.addOption(
        {QStringLiteral("alleged"),
         QStringLiteral("It is for the person alleged to have done it, or somebody who lives with them: the "
                        "child's account is left out.")});
    parser.addOption(
        {QStringLiteral("despite"),
         QStringLiteral("Why it goes to somebody who, by the record, was not to be told; recorded, not printed."),
         QStringLiteral("TEXT")});
    parser.addOption({QStringLiteral("without"),
                      QStringLiteral("A section to leave out, by its id; may be given more than once."),
                      QStringLiteral("SECTION")});
    parser.addOption(
        {QStringLiteral("newest-only"), QStringLiteral("A chronology without what amended entries said before.")});
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

core::report::Purpose purposeOf(const QCommandLineParser& parser) {
    const auto given = [&](const char* option, const char* otherwise) {
        const QString value = parser.value(QLatin1String(option));
        return value.isEmpty() ? QString::fromUtf8(otherwise) : value;
    };
    core::report::Purpose purpose;
    purpose.recipient = given("recipient", "Not named");
    purpose.organisation = given("organisation", "");
    purpose.why = given("why", "Made with firsthand-tool; no purpose was given");
    purpose.recipientIsPolice = parser.isSet(QStringLiteral("police"));
    purpose.recipientIsAlleged = parser.isSet(QStringLiteral("alleged"));
    purpose.despite = parser.value(QStringLiteral("despite"));
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

QString notSavedText(const core::report::NotSaved& failure) {
    using Record = core::report::NotSaved::Record;
    switch (failure.record) {
    case Record::Nothing:
        if (failure.error == core::Error{core::ErrorCode::FieldInvalid, QStringLiteral("despite")})
            return QStringLiteral("By the record this person was not to be told. Give the reason with --despite, "
                                  "or choose another recipient.");
        if (failure.error == core::Error{core::ErrorCode::FieldInvalid, QStringLiteral("recipient_is")})
            return QStringLiteral("By the record this person may be involved. Make it with --alleged, or give "
                                  "the full name of somebody else.");
        return sentence(failure.error);
    case Record::SaysNotSaved:
        return QStringLiteral("The PDF could not be put in its place, and the record says so. Make it again.");
    case Record::SaysSaved:
        return QStringLiteral(
            "The PDF could not be put in its place, but the record says that it was made. Import a note "
            "that says it was not, then make it again.");
    case Record::Unclear:
        return QStringLiteral("There is no PDF. Whether the record says that one was made could not be seen; look with "
                              "show before making it again.");
    }
    return {};
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
    core::report::ChronologyChoice choice;
    choice.earlier = !parser.isSet(QStringLiteral("newest-only"));
    const core::report::Wanted wanted{*kind, *sections, choice, purposeOf(parser), lock};
    const auto saved = core::report::saveExport(file, *guide, (*vault)->office(), (*vault)->self(), wanted, path);
    if (!saved)
        return complain(notSavedText(saved.error()), saved.error().error.code == core::ErrorCode::NotFound
                                                         ? Failed // the folder, not the vault
                                                         : exitCodeFor(saved.error().error));
    say(QStringLiteral("recorded %1").arg(saved->entry.toString()));
    say(QStringLiteral("%1  %2 pages  sha256 %3")
            .arg(path)
            .arg(saved->pages)
            .arg(QString::fromLatin1(saved->sha256.toHex())));
    return Done;
}

} // namespace

const Command exportCommand{"export", "DIR CASE", "Makes a PDF of a case and records that it was made.", addOptions,
                            run};

} // namespace tool

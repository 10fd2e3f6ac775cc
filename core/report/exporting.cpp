#include "core/report/exporting.h"
#include "core/report/pdf.h"
#include <QJsonArray>

namespace core::report {

namespace {

Wanted madeNow(const vault::Member& self, Wanted wanted) {
    wanted.purpose.madeBy = self.name;
    wanted.purpose.madeByTitle = self.title;
    wanted.purpose.made = QDateTime::currentDateTime();
    wanted.purpose.recipientIsPolice &= !wanted.purpose.recipientIsAlleged;
    return wanted;
}

Document build(const record::CaseFile& file, const guide::Guide& guide, const vault::Office& office,
               const Wanted& wanted) {
    return buildReport(wanted.kind, file.state(), office, wanted.sections, wanted.choice, wanted.purpose, guide);
}

QString recipientIs(const Purpose& purpose) {
    if (purpose.recipientIsAlleged)
        return QStringLiteral("alleged");
    return purpose.recipientIsPolice ? QStringLiteral("police") : QStringLiteral("other");
}

void addChoice(QJsonObject& fields, const ChronologyChoice& choice) {
    if (const QStringList left = kindsLeftOut(choice); !left.isEmpty())
        fields.insert(QStringLiteral("left_out"), QJsonArray::fromStringList(left));
    if (choice.from.isValid())
        fields.insert(QStringLiteral("from"), Occurred::on(choice.from).text());
    if (choice.to.isValid())
        fields.insert(QStringLiteral("until"), Occurred::on(choice.to).text());
}

QJsonObject exportedFields(const Wanted& wanted, const Pdf& pdf) {
    const Purpose& purpose = wanted.purpose;
    QJsonObject fields{
        {QStringLiteral("report"), reportId(wanted.kind)},
        {QStringLiteral("recipient"), purpose.recipient},
        {QStringLiteral("recipient_is"), recipientIs(purpose)},
        {QStringLiteral("purpose"), purpose.why},
        {QStringLiteral("sections"),
         QJsonArray::fromStringList(printedSections(wanted.kind, wanted.sections, purpose))},
        {QStringLiteral("sha256"), QString::fromLatin1(pdf.sha256.toHex())},
        {QStringLiteral("pages"), QString::number(pdf.pages)},
        {QStringLiteral("encrypted"), wanted.passphrase.isEmpty() ? QStringLiteral("no") : QStringLiteral("yes")}};
    if (!purpose.organisation.isEmpty())
        fields.insert(QStringLiteral("organisation"), purpose.organisation);
    if (wanted.kind == ReportKind::Chronology)
        addChoice(fields, wanted.choice);
    return fields;
}

} // namespace

Document documentFor(const record::CaseFile& file, const guide::Guide& guide, const vault::Office& office,
                     const vault::Member& self, const Wanted& wanted) {
    return build(file, guide, office, madeNow(self, wanted));
}

tl::expected<Saved, NotSaved> saveExport(record::CaseFile& file, const guide::Guide& guide, const vault::Office& office,
                                         const vault::Member& self, const Wanted& asked, const QString& path,
                                         const FileStore& files) {
    using Record = NotSaved::Record;
    const auto none = [](const Error& error, Record record) { return tl::unexpected(NotSaved{error, record}); };
    const Wanted wanted = madeNow(self, asked);
    const auto pdf = writePdf(build(file, guide, office, wanted), wanted.passphrase);
    if (!pdf)
        return none(pdf.error(), Record::Nothing);
    const auto prepared = files.prepare(path, pdf->bytes);
    if (!prepared)
        return none(prepared.error(), Record::Nothing);
    const QJsonObject fields = exportedFields(wanted, *pdf);
    const auto entry = file.recordExport(fields);
    if (!entry) {
        (void)files.remove(*prepared); // the failure to record is the one to tell
        return none(entry.error(), Record::Nothing);
    }
    if (const auto placed = files.place(*prepared, path); !placed) {
        const auto amended = file.recordExportNotSaved(*entry, fields);
        return none(placed.error(), amended ? Record::SaysNotSaved : Record::SaysSaved);
    }
    return Saved{*entry, pdf->pages, pdf->sha256};
}

} // namespace core::report

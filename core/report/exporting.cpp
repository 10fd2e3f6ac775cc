#include "core/report/exporting.h"
#include "core/report/pdf.h"
#include "core/report/recipient.h"
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>

namespace core::report {

namespace {

constexpr qint64 kStillAtWork = 20; // seconds: between the note and the file's name lie a write and a commit

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
    QStringList left = kindsLeftOut(choice);
    if (!choice.earlier)
        left += QStringLiteral("earlier");
    if (!left.isEmpty())
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
    if (!purpose.despite.isEmpty())
        fields.insert(QStringLiteral("despite"), purpose.despite);
    if (wanted.kind == ReportKind::Chronology)
        addChoice(fields, wanted.choice);
    return fields;
}

// Takes the copies away that stand beside the document's place under names as FileStore gives them. How many there
// were; nothing: one would not go.
std::optional<int> takeCopiesAway(const QFileInfo& target, const FileStore& files) {
    static const QRegularExpression ours(QStringLiteral("^\\.[0-9a-f]{8}\\.new$"));
    int taken = 0;
    for (const QFileInfo& beside : target.dir().entryInfoList(QDir::Files | QDir::Hidden)) {
        const QString name = beside.fileName();
        if (!name.startsWith(target.fileName()) || !ours.match(name.mid(target.fileName().size())).hasMatch())
            continue;
        if (!files.remove(beside.absoluteFilePath()))
            return std::nullopt;
        ++taken;
    }
    return taken;
}

bool isTheFile(const QFileInfo& target, const QJsonObject& fields) {
    QFile file(target.absoluteFilePath());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) &&
           fields.value(QLatin1String("sha256")).toString().toLatin1() == hash.result().toHex();
}

// A note of an export is a draft, which nobody signs: whoever may write the case could have made it. It moves nobody to
// delete or to sign but what they made themself.
bool isOurs(const QFileInfo& target, const record::EntryView* entry, const vault::Member& self) {
    return target.isAbsolute() && target.suffix().compare(QLatin1String("pdf"), Qt::CaseInsensitive) == 0 &&
           !target.completeBaseName().isEmpty() &&
           (!entry || (entry->role == QLatin1String("exported") && entry->authorId == self.id));
}

LeftExport::Outcome settle(record::CaseFile& file, const vault::Member& self,
                           const record::CaseFile::ExportUnderWay& one, const FileStore& files) {
    using Outcome = LeftExport::Outcome;
    const QFileInfo target(one.path);
    const record::EntryView* entry = file.state().entry(one.entry);
    if (!isOurs(target, entry, self))
        return Outcome::NotKnown;
    if (!target.dir().exists())
        return Outcome::OutOfReach;
    const bool finished = entry && isTheFile(target, entry->fields);
    const auto copies = takeCopiesAway(target, files);
    if (!copies)
        return Outcome::OutOfReach;
    if (finished)
        return Outcome::Finished;
    if (!entry) // nothing was recorded of it
        return Outcome::TakenAway;
    if (entry->redacted || entry->fields.value(QLatin1String("outcome")) == QLatin1String("not-saved"))
        return Outcome::TakenAway;
    // Only the copy proves that the document never got its name. Without it the document may have been moved, sent, or
    // saved on another PC: the record must not deny that.
    if (*copies == 0)
        return Outcome::NotKnown;
    return file.recordExportNotSaved(one.entry, entry->fields) ? Outcome::TakenAway : Outcome::OutOfReach;
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
    Wanted wanted = madeNow(self, asked);
    if (const auto may = mayGoTo(file.state(), wanted.purpose); !may)
        return none(may.error(), Record::Nothing);
    const auto caution = cautionFor(file.state(), wanted.purpose);
    wanted.purpose.despite = caution ? wanted.purpose.despite.trimmed() : QString(); // a reason for nothing is none
    const auto pdf = writePdf(build(file, guide, office, wanted), wanted.passphrase);
    if (!pdf)
        return none(pdf.error(), Record::Nothing);
    const EntryId id = EntryId::random();
    if (const auto begun = file.beginExport(id, QFileInfo(path).absoluteFilePath(), QDateTime::currentDateTime());
        !begun)
        return none(begun.error(), Record::Nothing);
    const auto prepared = files.prepare(path, pdf->bytes);
    if (!prepared) {
        (void)file.endExport(id);
        return none(prepared.error(), Record::Nothing);
    }
    const QJsonObject fields = exportedFields(wanted, *pdf);
    const auto entry = file.recordExport(fields, id);
    if (!entry) {
        // Still under way: settled when the record can be read, by the copy, which shows that it never got its name.
        if (entry.error().code == ErrorCode::CommitUnclear)
            return none(entry.error(), Record::Unclear);
        (void)files.remove(*prepared); // the failure to record is the one to tell
        (void)file.endExport(id);
        return none(entry.error(), Record::Nothing);
    }
    if (const auto placed = files.place(*prepared, path); !placed) {
        const auto amended = file.recordExportNotSaved(*entry, fields);
        if (amended)
            (void)file.endExport(id);
        return none(placed.error(), amended ? Record::SaysNotSaved : Record::SaysSaved);
    }
    (void)file.endExport(id);
    return Saved{*entry, pdf->pages, pdf->sha256};
}

std::vector<LeftExport> settleExports(record::CaseFile& file, const vault::Member& self, const QDateTime& now,
                                      const FileStore& files) {
    std::vector<LeftExport> left;
    if (file.readOnly() != vault::ReadOnlyReason::None)
        return left;
    const auto underWay = file.exportsUnderWay();
    if (!underWay)
        return left;
    for (const auto& one : *underWay) {
        if (one.since.secsTo(now) < kStillAtWork && one.since <= now)
            continue;
        const QFileInfo target(one.path);
        LeftExport found{one.entry, target.absolutePath(), target.fileName(), settle(file, self, one, files)};
        if (found.outcome != LeftExport::Outcome::OutOfReach && !file.endExport(one.entry))
            found.outcome = LeftExport::Outcome::OutOfReach;
        left.push_back(std::move(found));
    }
    return left;
}

} // namespace core::report

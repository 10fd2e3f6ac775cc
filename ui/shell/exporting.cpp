#include "ui/shell/exporting.h"
#include "core/report/pdf.h"
#include <QFileDialog>
#include <QJsonArray>
#include <QSaveFile>
#include <QSettings>
#include <QStandardPaths>

using namespace core;

namespace ui::shell {

namespace {

QJsonObject exportedFields(const exporting::Wanted& wanted, const report::Pdf& pdf) {
    QStringList sections;
    for (const report::Section& section : wanted.sections)
        if (section.on)
            sections << section.id;
    QJsonObject fields{{QStringLiteral("report"), report::reportId(wanted.kind)},
                       {QStringLiteral("recipient"), wanted.purpose.recipient},
                       {QStringLiteral("purpose"), wanted.purpose.why},
                       {QStringLiteral("sha256"), QString::fromLatin1(pdf.sha256.toHex())},
                       {QStringLiteral("pages"), QString::number(pdf.pages)},
                       {QStringLiteral("encrypted"), wanted.passphrase.isEmpty() ? QStringLiteral("no") : QStringLiteral("yes")}};
    if (!sections.isEmpty())
        fields.insert(QStringLiteral("sections"), QJsonArray::fromStringList(sections));
    if (!wanted.purpose.organisation.isEmpty())
        fields.insert(QStringLiteral("organisation"), wanted.purpose.organisation);
    return fields;
}

} // namespace

report::Document documentFor(const record::CaseFile& file, const guide::Guide& guide, const vault::Office& office,
                             const vault::Member& self, const exporting::Wanted& wanted) {
    report::Purpose purpose = wanted.purpose;
    purpose.madeBy = self.name;
    purpose.madeByTitle = self.title;
    purpose.made = QDateTime::currentDateTime();
    return report::buildReport(wanted.kind, file.state(), office, wanted.sections, wanted.choice, purpose, guide);
}

Result<int> saveExport(record::CaseFile& file, const guide::Guide& guide, const vault::Office& office, const vault::Member& self,
                       const exporting::Wanted& wanted, const QString& path) {
    const auto pdf = report::writePdf(documentFor(file, guide, office, self, wanted), wanted.passphrase);
    if (!pdf)
        return fail(pdf.error());
    QSaveFile target(path);
    if (!target.open(QIODevice::WriteOnly))
        return fail(ErrorCode::ReadOnly);
    if (target.write(pdf->bytes) != pdf->bytes.size() || !target.flush())
        return fail(ErrorCode::DiskFull);
    const auto recorded = file.recordExport(exportedFields(wanted, *pdf));
    if (!recorded) {
        target.cancelWriting();
        return fail(recorded.error());
    }
    if (!target.commit())
        return fail(ErrorCode::IoFailure);
    return pdf->pages;
}

QString askWhereToSave(QWidget* parent, const QString& proposedName) {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString path = QFileDialog::getSaveFileName(parent, QFileDialog::tr("Save as PDF"), folder + QLatin1Char('/') + proposedName,
                                                QFileDialog::tr("PDF (*.pdf)"), nullptr, QFileDialog::DontUseNativeDialog);
    QSettings(QSettings::UserScope, QStringLiteral("QtProject")).remove(QStringLiteral("FileDialog"));
    if (!path.isEmpty() && !path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive))
        path += QStringLiteral(".pdf");
    return path;
}

} // namespace ui::shell

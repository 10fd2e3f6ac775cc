#include "ui/shell/exporting.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/filedialogs.h"
#include <QCoreApplication>
#include <QFileDialog>
#include <QSettings>

using namespace core;

namespace ui::shell {

QString notSavedText(const report::NotSaved& failure) {
    using Record = report::NotSaved::Record;
    const auto say = [](const char* text) { return QCoreApplication::translate("ui::shell::Exporting", text); };
    if (failure.error.code == ErrorCode::AlreadyExists && failure.record == Record::Nothing)
        return say("There is a file of that name already, and it was left as it is. Save again under another name.");
    // The page asks first; it is refused here where the record changed meanwhile.
    if (failure.error.code == ErrorCode::FieldInvalid && failure.record == Record::Nothing)
        return say("The PDF was not made: the record now says that this person may be involved, or is not to be told. "
                   "Look at the answers here again, then save.");
    switch (failure.record) {
    case Record::Nothing:
        return say("The PDF was not made. %1").arg(errorText(failure.error));
    case Record::SaysNotSaved:
        return say("There is no PDF: it could not be put in its place at the last moment. The timeline says so too. If "
                   "that was a "
                   "stick or a shared folder that went away, look there for a file whose name ends in .new, and delete "
                   "it. Then save again.");
    case Record::SaysSaved:
        return say("There is no PDF: it could not be put in its place at the last moment. The timeline says that it "
                   "was made, and that could "
                   "not be put right just now. Record a note about it, then save again.");
    case Record::Unclear:
        return say(
            "There is no PDF. Whether the record says that one was made could not be seen, because the case could "
            "not be read again. Lock and unlock; the timeline then says how it is.");
    }
    return {};
}

QString leftExportsText(const std::vector<report::LeftExport>& left) {
    using Outcome = report::LeftExport::Outcome;
    const auto say = [](const char* text) { return QCoreApplication::translate("ui::shell::Exporting", text); };
    QStringList said;
    for (const report::LeftExport& one : left) {
        if (one.outcome == Outcome::TakenAway)
            said << say(
                "Firsthand ended while a PDF was being saved. There is no PDF of that moment, no copy of it was "
                "left behind, and the timeline says so. Save it again if it is needed.");
        else if (one.outcome == Outcome::NotKnown)
            said << say("Firsthand ended while a PDF was being saved as %1 in %2. It is not there now, and whether it "
                        "was "
                        "saved is not known: it may have been moved, or saved from another PC. Look there for it, and "
                        "for a file whose name begins with %1 and ends in .new, and delete that one.")
                        .arg(one.file, one.folder);
        else if (one.outcome == Outcome::OutOfReach)
            said << say("Firsthand ended while a PDF was being saved in %1, and that folder cannot be tidied up now. "
                        "Look "
                        "there for a file whose name begins with %2 and ends in .new, and delete it: it can be read "
                        "without a passphrase.")
                        .arg(one.folder, one.file);
    }
    said.removeDuplicates();
    return said.join(QLatin1Char('\n'));
}

QString askWhereToSave(QWidget* parent, const QString& proposedName) {
    QString path = QFileDialog::getSaveFileName(
        parent, QFileDialog::tr("Save as PDF"), folderToSaveIn() + QLatin1Char('/') + proposedName,
        QFileDialog::tr("PDF (*.pdf)"), nullptr,
        QFileDialog::DontUseNativeDialog | QFileDialog::DontConfirmOverwrite); // nothing is written over
    QSettings(QSettings::UserScope, QStringLiteral("QtProject")).remove(QStringLiteral("FileDialog"));
    if (!path.isEmpty() && !path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive))
        path += QStringLiteral(".pdf");
    return path;
}

} // namespace ui::shell

#include "ui/shell/casecontext.h"
#include "ui/entry/wording.h"
#include <QCoreApplication>

using namespace core;

namespace ui::shell {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ui::shell::CaseContext)
};

const ledger::Grant* grantOf(const CaseContext& context) {
    for (const ledger::Grant& one : context.state().access)
        if (one.member == context.self.id && !one.ended)
            return &one;
    return nullptr;
}

} // namespace

bool CaseContext::mayAdd() const {
    const ledger::Grant* grant = grantOf(*this);
    return file.readOnly() == vault::ReadOnlyReason::None && grant && grant->mayAdd;
}

bool CaseContext::mayExport() const {
    const ledger::Grant* grant = grantOf(*this);
    return file.readOnly() == vault::ReadOnlyReason::None && grant && grant->mayExport;
}

bool CaseContext::isBySheet() const {
    return file.readOnly() == vault::ReadOnlyReason::OpenedWithRecovery;
}

core::guide::ValueNames CaseContext::names() const {
    return entry::namesFor(state(), office, guide);
}

QString CaseContext::worded(const QString& text) const {
    return entry::worded(guide, state(), text);
}

namespace {

QString readOnlySentence(vault::ReadOnlyReason reason) {
    using Reason = vault::ReadOnlyReason;
    switch (reason) {
    case Reason::None:
        return {};
    case Reason::FolderReadOnly:
        return Texts::tr("This case can be read and not added to: the records folder cannot be written. Ask "
                         "whoever looks after this PC to let you write there.");
    case Reason::RolledBack:
        return Texts::tr("This case can be read and not added to: it is older than what you have already seen on this "
                         "PC. Ask whoever looks after the backups.");
    case Reason::StaleJournal:
        return Texts::tr("This case can be read and not added to: beside its file lies a journal that does not belong "
                         "to it, as a copy of the folder that was put back leaves it, or a link in its place. Nothing "
                         "was changed. Ask whoever looks after the backups to move what ends in -journal or -wal "
                         "somewhere else, then open the case again.");
    case Reason::OfficeUnreadable:
        return Texts::tr("This case can be read and not added to: the office’s own record could not be read. Restore "
                         "it from a backup.");
    case Reason::AccessRecordOld:
        return Texts::tr(
            "This case can be read and not added to: its list of members is older than what you have already seen. "
            "Ask whoever looks after the backups.");
    case Reason::Damaged:
        return Texts::tr("This case can be read and not added to: a part of it is damaged. Restore it from a backup.");
    case Reason::OpenedWithRecovery:
        return Texts::tr("Opened with the recovery sheet: this case can be read and not added to.");
    }
    return {};
}

} // namespace

QString standingSentence(record::CaseFile& file) {
    if (const QString sentence = readOnlySentence(file.readOnly()); !sentence.isEmpty())
        return sentence;
    const auto problem = file.ledger().anchorProblem();
    if (!problem)
        return {};
    return problem->code == ErrorCode::Damaged
               ? Texts::tr(
                     "What this PC remembers of this case is damaged, so an older copy of it would not be noticed. "
                     "Compare the last entries with a printed document before you go on.")
               : Texts::tr(
                     "What was recorded is safe, but this PC could not take note of it: an older copy would not be "
                     "noticed. Tell whoever looks after this PC.");
}

} // namespace ui::shell

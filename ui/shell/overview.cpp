#include "ui/shell/overview.h"
#include "ui/entry/wording.h"
#include "ui/shell/session.h"
#include <QCoreApplication>

using namespace core;

namespace ui::shell {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("ui::shell::Overview", text);
}

void addDrafts(home::HomeContent& content, record::CaseFile& file, const guide::Guide& guide) {
    const auto drafts = file.drafts();
    if (!drafts) {
        content.unreadDrafts.push_back(file.state().id);
        return;
    }
    for (const ledger::Draft& draft : *drafts) {
        const guide::Form* form = guide.formOfKind(draft.kind);
        content.drafts.push_back({file.state().id, draft.id,
                                  form ? guide::filled(form->title, file.state().childForText()) : draft.kind,
                                  draft.saved});
    }
}

} // namespace

home::HomeContent homeContent(Session& session) {
    home::HomeContent content;
    for (record::CaseFile* file : session.cases()) {
        content.cases.push_back(&file->state());
        addDrafts(content, *file, session.guide());
    }
    for (const auto& unopened : session.unopened())
        content.unopened << unopened.code;
    content.opening = !session.casesReady();
    content.mayCreate = session.vault().self().role != ledger::Role::Reviewer;
    return content;
}

// A concern that was begun holds its list of members only: to whoever reads Home nothing is recorded there.
QStringList footFacts(Session& session) {
    qint64 entries = 0;
    for (const record::CaseFile* file : session.cases())
        entries += entry::isUnfinished(file->state()) ? 0 : file->state().head.seq;
    const int unopened = int(session.unopened().size());
    QStringList facts;
    if (entries > 0 && unopened == 0)
        facts << entry::counted(int(entries), tr("The one entry of your cases checked"),
                                tr("All %1 entries of your cases checked"));
    else if (entries > 0)
        facts << entry::counted(int(entries), tr("The one entry of the opened cases checked"),
                                tr("All %1 entries of the opened cases checked"));
    else if (unopened == 0)
        facts << (session.cases().empty() ? tr("No case yet") : tr("Nothing recorded yet"));
    if (unopened > 0)
        facts << entry::counted(unopened, tr("One case could not be opened"), tr("%1 cases could not be opened"));
    return facts;
}

QStringList footFacts(const record::CaseState& state) {
    return {entry::counted(int(state.head.seq), tr("The one entry of this case checked"),
                           tr("All %1 entries of this case checked")),
            tr("Record mark %1").arg(ledger::recordMark(state.head.chain, 8))};
}

} // namespace ui::shell

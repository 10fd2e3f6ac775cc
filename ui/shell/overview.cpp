#include "ui/shell/overview.h"
#include "core/record/recordable.h"
#include "ui/entry/wording.h"
#include "ui/shell/session.h"
#include <QCoreApplication>

using namespace core;

namespace ui::shell {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("ui::shell::Overview", text);
}

// Of the form about danger, by its facts: somebody is in danger or threatened, and whoever is to be rung was not
// ticked.
void addAlarm(home::HomeContent& content, const CaseId& id, const ledger::Draft& draft, const guide::Form& form) {
    const QJsonObject fields = draft.content.value(QLatin1String("fields")).toObject();
    guide::Facts facts;
    record::takeAnswers(facts, form, fields);
    const QStringList called = facts.value(QStringLiteral("danger_called"));
    const auto yes = [&](const char* fact) { return facts.value(QLatin1String(fact)).contains(QStringLiteral("yes")); };
    const bool police =
        called.contains(QStringLiteral("police-999")) || called.contains(QStringLiteral("police-other"));
    if (yes("danger_now") && !police && !called.contains(QStringLiteral("ambulance")))
        content.alarms.push_back({id, draft.id, true});
    else if (yes("threat") && !(police && called.contains(QStringLiteral("social-care"))))
        content.alarms.push_back({id, draft.id, false});
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
        if (form && form->role == QLatin1String("danger"))
            addAlarm(content, file.state().id, draft, *form);
    }
}

} // namespace

home::HomeContent homeContent(Session& session) {
    home::HomeContent content;
    for (record::CaseFile* file : session.cases()) {
        content.cases.push_back(&file->state());
        content.bySheet = content.bySheet || file->readOnly() == vault::ReadOnlyReason::OpenedWithRecovery;
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

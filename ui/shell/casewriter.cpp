#include "ui/shell/casewriter.h"
#include "ui/shell/caseneeds.h"
#include "ui/widgets/errortext.h"
#include <QTimer>
#include <algorithm>

using namespace core;

namespace ui::shell {

CaseWriter::CaseWriter(const CaseContext& context, QObject* parent) : QObject(parent), m_context(context) {}

entry::EntryEditor* CaseWriter::editor(entry::Seed seed, QWidget* parent) {
    const guide::Form* form =
        seed.kind.isEmpty() ? m_context.guide.form(seed.form) : m_context.guide.formOfKind(seed.kind);
    if (!form || !m_context.mayAdd())
        return nullptr;
    takeDraft(seed, form->kind());
    // Before another conversation is planned: nobody makes a child say it again.
    const QString told = m_context.state().alreadyTold();
    if (form->id == QLatin1String("talk-plan") && seed.draft.isEmpty() && !seed.amends && !told.isEmpty())
        seed.fields.insert(QStringLiteral("already_told"), told);
    auto* editor = new entry::EntryEditor(
        *form, needsFor(m_context.file, m_context.guide, m_context.office), seed, m_context.state().id,
        [this](const ledger::Draft& draft) { return keepDraft(m_context.file, draft); }, parent);
    if (!seed.draft.isEmpty())
        editor->bringBackRails(m_context.file.rails(editor->recording()),
                               [this](const QString& text) { return m_context.worded(text); });
    connect(editor, &entry::EntryEditor::recordAsked, this, [this, editor] { record(*editor); });
    connect(editor, &entry::EntryEditor::throwAwayAsked, this, [this, editor] { throwAway(*editor); });
    return editor;
}

entry::Seed CaseWriter::amendment(const record::EntryView& entry) const {
    entry::Seed seed;
    seed.kind = entry.kind;
    seed.fields = entry.fields;
    seed.occurred = entry.versions.empty() ? entry.occurred : entry.versions.back().occurred;
    seed.amends = entry.id;
    return seed;
}

Result<std::optional<ledger::Draft>> CaseWriter::draft(const EntryId& id) const {
    const auto drafts = m_context.file.drafts();
    if (!drafts)
        return fail(drafts.error());
    for (const ledger::Draft& draft : *drafts)
        if (draft.id == id)
            return draft;
    return std::nullopt;
}

std::vector<EntryPage::Waiting> CaseWriter::waiting() const {
    std::vector<EntryPage::Waiting> waiting;
    if (const auto drafts = m_context.file.drafts())
        for (const ledger::Draft& draft : *drafts)
            if (const guide::Form* form = m_context.guide.formOfKind(draft.kind))
                waiting.push_back({draft.id, m_context.worded(form->label), draft.saved});
    return waiting;
}

// A draft of the same form, step and amended entry comes back by itself.
void CaseWriter::takeDraft(entry::Seed& seed, const QString& kind) const {
    if (!seed.draft.isEmpty())
        return;
    if (!seed.fields.isEmpty() && !seed.amends && seed.step.isEmpty())
        return; // asked for with something filled in: a new entry
    const auto drafts = m_context.file.drafts();
    if (!drafts)
        return;
    const QString amends = seed.amends ? seed.amends->toString() : QString();
    for (const ledger::Draft& draft : *drafts) {
        const QJsonObject& content = draft.content;
        if (draft.kind != kind || content.value(QLatin1String("amends")).toString() != amends ||
            content.value(QLatin1String("step")).toString() != seed.step)
            continue;
        seed.id = draft.id;
        seed.draft = content;
        return;
    }
}

// "Telling (Agnieszka Kowalska, Not told)": what was answered, where the name of the form alone could be taken for an
// answer. What somebody wrote is not repeated.
QString CaseWriter::titleOf(const record::Recording& recording, const guide::Form& form) const {
    const QString label = m_context.worded(form.label);
    const bool written = std::any_of(form.headline.begin(), form.headline.end(), [&](const QString& id) {
        const guide::Field* field = form.field(id);
        return field && (field->type == guide::FieldType::LongText || field->type == guide::FieldType::Verbatim ||
                         field->type == guide::FieldType::Rows);
    });
    const QString said = written ? QString() : guide::headline(form, recording.fields, m_context.names());
    return said.isEmpty() || said.size() > 120 ? label : QStringLiteral("%1 (%2)").arg(label, said);
}

void CaseWriter::record(entry::EntryEditor& editor) {
    // What is hidden by something that was recorded since is said first, as what is hidden by an answer is.
    if (editor.takeFacts(m_context.state().facts)) {
        editor.ask();
        return;
    }
    const record::Recording recording = editor.recording();
    if (const auto problems = m_context.file.problems(recording); !problems.empty()) {
        editor.showProblems(problems);
        return;
    }
    if (!editor.passRails(m_context.file.rails(recording),
                          [this](const QString& text) { return m_context.worded(text); }))
        return;
    if (const auto done = m_context.file.record(recording); !done) {
        editor.showError(done.error());
        return;
    }
    editor.finish();
    QTimer::singleShot(0, this, [this, title = titleOf(recording, editor.form()), amended = recording.amends] {
        emit recorded(title, amended);
    });
}

void CaseWriter::throwAway(entry::EntryEditor& editor) {
    if (const auto done = m_context.file.removeDraft(editor.seed().id); !done) {
        editor.showError(done.error());
        return;
    }
    editor.finish();
    QTimer::singleShot(0, this, &CaseWriter::thrownAway);
}

} // namespace ui::shell

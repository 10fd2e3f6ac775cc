#pragma once
#include "ui/entry/entryeditor.h"
#include "ui/shell/casecontext.h"
#include "ui/shell/entrypage.h"
#include <QObject>

namespace ui::shell {

// Writes to one case: makes the editors, gives them the drafts that wait, and records what they hold.
class CaseWriter : public QObject {
    Q_OBJECT
public:
    explicit CaseWriter(const CaseContext& context, QObject* parent = nullptr);
    entry::EntryEditor* editor(entry::Seed seed, QWidget* parent); // null: nothing can be written here
    entry::Seed amendment(const core::record::EntryView& entry) const;
    core::Result<std::optional<core::ledger::Draft>> draft(const core::EntryId& id) const;
    std::vector<EntryPage::Waiting> waiting() const;

signals:
    // Queued: the button that was pressed belongs to an editor that may go now.
    void recorded(const QString& label, const std::optional<core::EntryId>& amended);
    void thrownAway();

private:
    void takeDraft(entry::Seed& seed, const QString& kind) const;
    void record(entry::EntryEditor& editor);
    QString titleOf(const core::record::Recording& recording, const core::guide::Form& form) const;
    void throwAway(entry::EntryEditor& editor);

    CaseContext m_context;
};

} // namespace ui::shell

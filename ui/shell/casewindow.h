#pragma once
#include "core/record/casefile.h"
#include <QWidget>

namespace ui::shell {

// One open case: header, rail of pages (tabs under 1100 pixels), and the recording of what the pages ask for.
// The case file, guide, office and member outlive it.
class CaseWindow : public QWidget {
    Q_OBJECT
public:
    enum class Page { Guide, Timeline, Words, Knows, Referrals, Plan, People, Papers, Export, Entry };

    CaseWindow(core::record::CaseFile& file, const core::guide::Guide& guide, const core::vault::Office& office,
               const core::vault::Member& self, QWidget* parent = nullptr);
    ~CaseWindow() override;

    core::CaseId caseId() const;
    void openPage(Page page);
    void openStep(const QString& stepId);
    void openEntry(const core::EntryId& entry);
    void openDue(const core::record::DueItem& due);
    void openDraft(const core::EntryId& entry);
    void refresh(); // shows the case as it is now, after a change from outside

    // Writes what is being typed to the draft table: before hiding, locking or leaving. An error means that the text is only
    // on this screen.
    core::Result<> keepDraft();

signals:
    void recorded(const core::CaseId& id); // something was added: Home and the search show it
    void newConcern();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Inner;
    std::unique_ptr<Inner> m;
};

} // namespace ui::shell

#pragma once
#include "core/record/casefile.h"
#include "ui/entry/entryeditor.h"
#include "ui/widgets/notice.h"
#include <QWidget>

namespace ui::exporting {
struct Wanted;
}

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
    bool closeSomething(); // Esc: an entry that is open beside the list; false: there was nothing to close

signals:
    void recorded(const core::CaseId& id); // something was added: Home and the search show it
    void newConcern();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makePages();
    void wirePages();
    void wireShortcuts();
    void fill(Page page);
    void arrangeHeight();
    void chooseEntry();
    void write(const QString& form, const QJsonObject& fields = {});
    void writeSeed(const entry::Seed& seed);
    void amend(const core::EntryId& id);
    void takeDraft(entry::Seed& seed, const QString& kind) const;
    entry::EntryEditor* makeEditor(entry::Seed seed, QWidget* parent);
    void record(entry::EntryEditor& editor);
    void recordNotNeeded(const QString& stepId, const QString& reason);
    void throwAway(entry::EntryEditor& editor);
    void saveExport(const exporting::Wanted& wanted);
    void tell(Notice::Kind kind, const QString& sentence);

    struct Inner;
    std::unique_ptr<Inner> m;
};

} // namespace ui::shell

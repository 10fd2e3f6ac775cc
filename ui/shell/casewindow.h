#pragma once
#include "ui/shell/casepages.h"
#include "ui/shell/place.h"
#include "ui/widgets/notice.h"
#include <QTimer>
#include <QWidget>

class QBoxLayout;

namespace ui::shell {

class CaseHeader;
class CaseRail;
class CaseWriter;
class ThreatBar;

// One open case: header, rail of pages (tabs under 1100 pixels), and the way from one page to another.
// The case file, guide, office and member outlive it.
class CaseWindow : public QWidget {
    Q_OBJECT
public:
    using Page = CasePages::Page;

    CaseWindow(core::record::CaseFile& file, const core::guide::Guide& guide, const core::vault::Office& office,
               const core::vault::Member& self, QWidget* parent = nullptr);

    core::CaseId caseId() const;
    void openPage(Page page);
    Place place() const;
    void goTo(const Place& place); // but for its spot
    void focusPage();              // the keyboard goes to what is read first on the open page
    void openStep(const QString& stepId);
    void openEntry(const core::EntryId& entry);
    void openDue(const core::record::DueItem& due);
    void openDraft(const core::EntryId& entry);
    void refresh(); // shows the case as it is now, after a change from outside

    // Writes what is being typed to the draft table: before hiding, locking or leaving. An error means that the text is
    // only on this screen.
    core::Result<> keepDraft();
    bool closeSomething(); // Esc: an entry that is open beside the list; false: there was nothing to close

signals:
    void recorded(const core::CaseId& id); // something was added: Home and the search show it
    void newConcern();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void wire();
    void showThreat();
    void wireShortcuts();
    void arrangeHeight();
    void chooseEntry();
    void write(const QString& form, const QJsonObject& fields = {});
    void writeSeed(const entry::Seed& seed);
    void amend(const core::EntryId& id);
    void sayRecorded(const QString& label, const std::optional<core::EntryId>& amended);
    void saveExport(const core::report::Wanted& wanted);
    void forgetSaid();
    void tell(Notice::Kind kind, const QString& sentence);

    CaseContext m_context;
    CaseWriter* m_writer;
    CaseHeader* m_header;
    ThreatBar* m_threat;
    QTimer m_minute; // for the numbers that answer only at their hours
    Notice* m_said;
    QBoxLayout* m_middle;
    CaseRail* m_rail;
    CasePages* m_pages;
    Page m_before = Page::Guide; // where one was before Add entry or Export
};

} // namespace ui::shell

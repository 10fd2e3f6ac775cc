#pragma once
#include "ui/entry/entryeditor.h"
#include "ui/export/exportpage.h"
#include "ui/shell/casecontext.h"
#include <QStackedWidget>

namespace ui::guide {
class GuidePage;
}
namespace ui::knows {
class KnowsPage;
}
namespace ui::papers {
class PapersPage;
}
namespace ui::people {
class PeoplePage;
}
namespace ui::plan {
class PlanPage;
}
namespace ui::referral {
class ReferralsPage;
}
namespace ui::timeline {
class TimelinePage;
}
namespace ui::words {
class WordsPage;
}

namespace ui::shell {

class EntryPage;

// The pages of one case, one in sight. Each is filled when it is looked at: only that one costs anything after a
// change.
class CasePages : public QStackedWidget {
    Q_OBJECT
public:
    enum class Page { Guide, Timeline, Words, Knows, Referrals, Plan, People, Papers, Export, Entry };

    CasePages(const CaseContext& context, const entry::EditorFactory& factory, QWidget* parent = nullptr);
    void open(Page page);
    void refresh(); // the case has changed
    Page page() const { return m_page; }

    ui::guide::GuidePage* guide() const { return m_guide; }
    timeline::TimelinePage* timeline() const { return m_timeline; }
    exporting::ExportPage* exportPage() const { return m_export; }
    EntryPage* entry() const { return m_entry; }

signals:
    void entryAsked(const core::EntryId& id); // to be read
    void amendAsked(const core::EntryId& id);
    void addAsked(); // what to add is not chosen yet
    void writeAsked(const QString& form, const QJsonObject& fields);

private:
    void wire();
    void fill(Page page);

    CaseContext m_context;
    ui::guide::GuidePage* m_guide;
    timeline::TimelinePage* m_timeline;
    words::WordsPage* m_words;
    knows::KnowsPage* m_knows;
    referral::ReferralsPage* m_referrals;
    plan::PlanPage* m_plan;
    people::PeoplePage* m_people;
    papers::PapersPage* m_papers;
    exporting::ExportPage* m_export;
    EntryPage* m_entry;
    Page m_page = Page::Guide;
    bool m_stale[10] = {}; // pages that do not show the newest state yet
};

} // namespace ui::shell

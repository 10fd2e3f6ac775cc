#pragma once
#include "core/record/casestate.h"
#include "ui/shell/place.h"
#include <QPointer>
#include <QWidget>
#include <memory>

class QStackedWidget;
class QTimer;

namespace ui {
class Notice;
class Session;
namespace home {
class HomePage;
class SearchResults;
} // namespace home
namespace shell {
class CaseWindow;
class ConcernWindow;
} // namespace shell

// What stands between the top bar and the foot bar while a vault is open: Home, what a search found, New concern, a
// case. Made anew at each unlock and destroyed at each lock; keepDrafts() comes before.
class Workspace : public QWidget {
    Q_OBJECT
public:
    explicit Workspace(Session& session, QWidget* parent = nullptr);
    ~Workspace() override;

    void showHome();
    void newConcern();
    void searchAll(const QString& typed); // empty: back to where one was
    void takeFocus();                     // the first thing on the page that can be pressed
    void focusFound();                    // Down in the search field
    bool escape();                        // closed the search? Else it counts towards hiding
    struct Kept {
        int written = 0, inMemory = 0; // the disk did not take those in memory
    };
    Kept keepDrafts();
    shell::Place place() const;
    void goTo(const shell::Place& place);
    void officeChanged(); // its numbers: what is open is drawn anew, with what is being written in it

signals:
    void atHome(bool home);
    void searchClosed();
    void footFacts(const QStringList& facts);

private:
    void casesOpened();
    void refreshHome();
    void showPage(QWidget* page);
    void openCase(const core::CaseId& id);
    void openConcern(const core::CaseId& id);
    void closeCase();
    void dropEmptyConcern();
    void tell(const QString& sentence);
    void sayUnopened();
    void sayFacts();

    Session& m_session;
    Notice* m_notice;
    QStackedWidget* m_stack;
    home::HomePage* m_home;
    home::SearchResults* m_found;
    QTimer* m_later; // makes the search ready while nobody types
    shell::CaseWindow* m_case = nullptr;
    shell::ConcernWindow* m_concern = nullptr;
    QWidget* m_before = nullptr; // the search
    QPointer<QWidget> m_focused; // last on a page here: a button above may have taken the keyboard since
    shell::Place m_wanted;       // asked for before the cases were open
};

} // namespace ui

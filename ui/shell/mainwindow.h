#pragma once
#include "ui/settings/preferences.h"
#include "ui/shell/idleguard.h"
#include "ui/shell/place.h"
#include "ui/shell/session.h"
#include "ui/shell/systemlock.h"
#include <QSettings>
#include <QWidget>

class QStackedWidget;

namespace ui {
class AboutPage;
class Entrance;
class EscapeTwice;
class FootBar;
class OfficePage;
class SettingsPage;
class TopBar;
class Workspace;

// The one window. Its title never changes: no name can stand in a task bar.
class MainWindow : public QWidget {
    Q_OBJECT
public:
    MainWindow(QSettings& settings, const QString& vaultFolder, QWidget* parent = nullptr);
    ~MainWindow() override;
    Session& session() { return m_session; }
    void lock(); // cover at once, keep the drafts, then let go of every key

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool focusNextPrevChild(bool next) override; // Tab follows the reading order, whatever was made first

private:
    void wire();
    void addShortcuts();
    void showMenu();
    void showPage(QWidget* page);
    void showSettings();
    void leaveSettings(); // or About
    void showAbout();
    void rememberBefore();
    void showOffice();
    bool leaveOffice(); // back to Settings; false: it stays, and says why
    void dropOffice();
    void bringBackOffice(); // with what was typed in it, to whom it belongs
    void recordOffice(const core::vault::Office& wanted);
    void unlocked();
    void cover();
    void finishLock();
    void sayKept(int written, int inMemory);
    void takePreferences(const Preferences& preferences);
    void savePreferences();

    QSettings& m_settings;
    Preferences m_preferences;
    Session m_session;
    IdleGuard m_idle;
    SystemLock m_systemLock;
    shell::Place m_place; // where one was when it locked
    QString m_placeOf;    // whose place: log-in name
    bool m_locking = false;
    bool m_started = false;
    bool m_closeWarned = false;
    std::unique_ptr<EscapeTwice> m_escape;

    TopBar* m_top;
    FootBar* m_foot;
    QStackedWidget* m_stack;
    Entrance* m_entrance;
    SettingsPage* m_settingsPage = nullptr; // made when first shown
    AboutPage* m_aboutPage = nullptr;
    OfficePage* m_officePage = nullptr; // gone when it locks, unless numbers in it are not recorded yet
    core::MemberId m_officeOf;          // whose numbers these are
    bool m_officeWarned = false;        // that closing would lose them
    QWidget* m_beforeSettings = nullptr;
    Workspace* m_workspace = nullptr;
};

} // namespace ui

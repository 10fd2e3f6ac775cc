#include "ui/shell/mainwindow.h"
#include "core/base/platform.h"
#include "ui/settings/aboutpage.h"
#include "ui/settings/officepage.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/entrance.h"
#include "ui/shell/escapetwice.h"
#include "ui/shell/outside.h"
#include "ui/shell/readingorder.h"
#include "ui/shell/windowshortcut.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/button.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/topbar.h"
#include <QApplication>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QResizeEvent>
#include <QScreen>
#include <QStackedWidget>
#include <QThread>
#include <QTimer>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int callMinutes = 30;

QString roleWords(core::ledger::Role role) {
    switch (role) {
    case core::ledger::Role::Lead:
        return MainWindow::tr("lead");
    case core::ledger::Role::Deputy:
        return MainWindow::tr("deputy");
    case core::ledger::Role::Reviewer:
        return MainWindow::tr("reviewer");
    }
    return {};
}

bool mayChangeOffice(const core::vault::Vault& vault) {
    return vault.self().role == core::ledger::Role::Lead && vault.officeReadable() &&
           vault.officeReadOnly() == core::vault::ReadOnlyReason::None;
}

QStringList factsBeforeUnlocking() {
    return {QStringLiteral("Firsthand " FIRSTHAND_VERSION)};
}

} // namespace

MainWindow::MainWindow(QSettings& settings, const QString& vaultFolder, QWidget* parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_preferences(readPreferences(settings))
    , m_idle(&core::platform::monotonicMs)
    , m_escape(std::make_unique<EscapeTwice>(&core::platform::monotonicMs))
    , m_top(new TopBar)
    , m_foot(new FootBar)
    , m_stack(new QStackedWidget)
    , m_entrance(new Entrance(m_session, vaultFolder.isEmpty() ? m_preferences.vaultFolder : vaultFolder)) {
    setWindowTitle(QStringLiteral("Firsthand"));
    const QSize frame(16, 48); // about what a title bar and edges take: the foot of the window stays on the screen
    resize(QSize(1280, 820).boundedTo(screen()->availableSize() - frame));
    setMinimumSize(480, 320);
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(0);
    down->addWidget(m_top);
    down->addWidget(m_stack, 1);
    down->addWidget(m_foot);
    m_foot->setFacts(factsBeforeUnlocking());
    m_idle.setMinutes(m_preferences.idleMinutes);
    wire();
    addShortcuts();
    m_entrance->start();
}

MainWindow::~MainWindow() {
    m_idle.stop();
    delete m_workspace; // its pages refer to cases that the session is about to let go
}

void MainWindow::wire() {
    connect(m_top, &TopBar::hideAsked, this, &MainWindow::lock);
    connect(m_top, &TopBar::homeAsked, this, [this] {
        leaveSettings();
        if (m_workspace)
            m_workspace->showHome();
    });
    connect(m_top, &TopBar::searchTyped, this, [this](const QString& typed) {
        leaveSettings();
        if (m_workspace)
            m_workspace->searchAll(typed);
    });
    connect(m_top->menuButton(), &QPushButton::clicked, this, &MainWindow::showMenu);
    connect(m_top->search(), &QLineEdit::returnPressed, this, [this] {
        if (m_workspace)
            m_workspace->focusFound();
    });
    connect(&m_idle, &IdleGuard::idle, this, &MainWindow::lock);
    connect(&m_idle, &IdleGuard::keptOpenChanged, this, [this] {
        m_top->setKeptOpenUntil(m_idle.isKeptOpen() ? QTime::currentTime().addMSecs(int(m_idle.keptOpenMs()))
                                                    : QTime());
    });
    connect(&m_systemLock, &SystemLock::lockAsked, this, [this] {
        lock();
        if (!m_session.isUnlocked()) // also when nobody had unlocked
            m_systemLock.locked();
    });
    connect(&m_session, &Session::locked, &m_systemLock, &SystemLock::locked);
    connect(m_entrance, &Entrance::asked, this, [this] {
        showPage(m_entrance);
        if (isVisible())
            m_systemLock.listen(); // what is typed here is no longer shown once the screen is locked
    });
    connect(&m_session, &Session::unlocked, this, &MainWindow::unlocked);
    connect(&m_session, &Session::unlockFailed, m_entrance, &Entrance::unlockFailed);
}

void MainWindow::addShortcuts() {
    using Within = shell::WindowShortcut::Within;
    const auto add = [this](const QKeySequence& keys, auto action, Within within = Within::Window) {
        connect(new shell::WindowShortcut(keys, this, within), &QShortcut::activated, this, action);
    };
    add(
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H), [this] { lock(); }, Within::Program);
    add(
        QKeySequence(Qt::CTRL | Qt::Key_L), [this] { lock(); }, Within::Program);
    add(QKeySequence(Qt::CTRL | Qt::Key_N), [this] {
        if (m_workspace && m_stack->currentWidget() == m_workspace)
            m_workspace->newConcern();
    });
    add(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), [this] {
        if (m_workspace)
            m_top->search()->setFocus(Qt::ShortcutFocusReason);
    });
}

void MainWindow::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (std::exchange(m_started, true))
        return;
    if (m_stack->currentWidget() == m_entrance)
        m_entrance->takeFocus();
}

void MainWindow::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_entrance->forgetSheet();
}

bool MainWindow::focusNextPrevChild(bool next) {
    return shell::focusInReadingOrder(this, next);
}

// Under 480 pixels the facts at the foot give their line to the page.
void MainWindow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_top->setLow(height() < px(440));
    m_foot->setVisible(height() >= 480);
}

void MainWindow::showPage(QWidget* page) {
    if (m_stack->indexOf(page) < 0)
        m_stack->addWidget(page);
    m_stack->setCurrentWidget(page);
}

void MainWindow::unlocked() {
    const core::vault::Member& self = m_session.vault().self();
    savePreferences();
    m_closeWarned = false; // of what is written in another sitting it has to be said again
    m_entrance->unlocked();
    m_workspace = new Workspace(m_session);
    connect(m_workspace, &Workspace::atHome, m_top, &TopBar::setHome);
    connect(m_workspace, &Workspace::footFacts, m_foot, &FootBar::setFacts);
    connect(m_workspace, &Workspace::searchClosed, m_top->search(), &QLineEdit::clear);
    m_top->setUnlocked(true);
    m_top->setWho(m_entrance->logIn().isEmpty() ? self.name
                                                : QStringLiteral("%1 · %2").arg(self.name, roleWords(self.role)));
    m_foot->setFacts({});
    showPage(m_workspace);
    m_idle.start();
    m_systemLock.listen();
    if (!m_place.id.isEmpty() && m_placeOf == m_entrance->logIn())
        m_workspace->goTo(m_place);
    else
        m_workspace->takeFocus();
    m_place = shell::Place();
    bringBackOffice();
}

void MainWindow::lock() {
    m_entrance->forgetSheet(); // also when nobody had unlocked
    if (!m_session.isUnlocked() || std::exchange(m_locking, true))
        return;
    m_place = m_workspace->place();
    m_placeOf = m_entrance->logIn();
    cover();
    const Workspace::Kept kept = m_workspace->keepDrafts();
    sayKept(kept.written, kept.inMemory);
    shell::closeDialogs();
    finishLock();
}

// Before anything that could take time: somebody may be coming through the door.
void MainWindow::cover() {
    m_beforeSettings = nullptr;
    if (m_officePage && !m_officePage->isChanged()) // else it waits under the cover, for whoever typed in it
        dropOffice();
    m_top->setUnlocked(false);
    m_foot->setFacts(factsBeforeUnlocking());
    shell::hideOtherWindows(*this);
    m_entrance->cover();
    repaint();
}

void MainWindow::dropOffice() {
    m_stack->removeWidget(m_officePage);
    std::exchange(m_officePage, nullptr)->deleteLater();
}

void MainWindow::bringBackOffice() {
    if (!m_officePage)
        return;
    if (m_officeOf != m_session.vault().self().id) {
        dropOffice();
        return;
    }
    showSettings();
    showOffice();
    m_officePage->sayNotRecorded();
}

// A dialog that was open runs its own event loop inside a page: the page may go only when that loop has ended.
void MainWindow::finishLock() {
    if (QThread::currentThread()->loopLevel() > 1) {
        QTimer::singleShot(0, this, &MainWindow::finishLock);
        return;
    }
    m_idle.stop();
    m_top->setKeptOpenUntil({});
    m_stack->removeWidget(m_workspace);
    delete std::exchange(m_workspace, nullptr);
    shell::forgetWhatWasCopied();
    m_session.lock();
    m_locking = false;
}

// Whoever reads it here may be anybody: not what, and not whose.
void MainWindow::sayKept(int written, int inMemory) {
    if (inMemory > 0)
        m_entrance->setNotice(tr("What you were writing could not be saved to the disk. It is kept in memory: leave "
                                 "Firsthand running, make room on the disk, and unlock again."));
    else if (written > 0)
        m_entrance->setNotice(tr("What was being written is kept as a draft. It is there after unlocking."));
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    event->accept();
    if (m_officePage && m_stack->currentWidget() == m_officePage && leaveOffice()) {
        m_escape->closedSomething();
    } else if (m_beforeSettings &&
               (m_stack->currentWidget() == m_settingsPage || m_stack->currentWidget() == m_aboutPage)) {
        leaveSettings();
        m_escape->closedSomething();
    } else if (m_workspace && m_workspace->escape()) {
        m_escape->closedSomething();
    } else if (m_session.isUnlocked() && !event->isAutoRepeat() && m_escape->pressed()) {
        lock();
    }
}

void MainWindow::closeEvent(QCloseEvent* event) {
    const int inMemory = m_workspace ? m_workspace->keepDrafts().inMemory : m_session.keptDrafts();
    if (inMemory > 0 && !std::exchange(m_closeWarned, true)) {
        if (m_workspace)
            lock();
        m_entrance->setNotice(tr(
            "What you were writing could not be saved to the disk and would be lost. Make room on the disk and unlock "
            "again; or close once more to lose it."));
        event->ignore();
        return;
    }
    if (m_officePage && m_officePage->isChanged() && !std::exchange(m_officeWarned, true)) {
        if (m_session.isUnlocked())
            bringBackOffice();
        else
            m_entrance->setNotice(tr("Numbers that were changed in Settings are not recorded and would be lost. Unlock "
                                     "to record them; or close once more to lose them."));
        event->ignore();
        return;
    }
    savePreferences();
    shell::forgetWhatWasCopied();
    event->accept();
}

void MainWindow::showMenu() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_session.isUnlocked()) {
        if (m_idle.isKeptOpen())
            menu->addAction(tr("&Stop keeping open"), this, [this] { m_idle.keepOpen(0); });
        else
            menu->addAction(tr("&Keep open for this call (%1 minutes)").arg(callMinutes), this,
                            [this] { m_idle.keepOpen(callMinutes); });
        menu->addAction(tr("&Lock") + QStringLiteral("\tCtrl+L"), this, &MainWindow::lock);
        menu->addSeparator();
    } else if (!m_session.isUnlocking()) {
        menu->addAction(tr("&Open another records folder…"), m_entrance, &Entrance::chooseVault);
        if (m_entrance->mayGoToWelcome())
            menu->addAction(tr("&Welcome page"), m_entrance, [this] { m_entrance->showWelcome(); });
    }
    menu->addAction(tr("S&ettings"), this, &MainWindow::showSettings);
    menu->addAction(tr("&About Firsthand, and its keys"), this, &MainWindow::showAbout);
    QWidget* from = m_top->menuButton();
    const int width = menu->sizeHint().width();
    menu->popup(from->mapToGlobal(QPoint(from->width() - width, from->height() + 2)));
}

void MainWindow::showSettings() {
    if (m_settingsPage && m_stack->currentWidget() == m_settingsPage)
        return;
    if (!m_settingsPage) {
        m_settingsPage = new SettingsPage;
        connect(m_settingsPage, &SettingsPage::changed, this, &MainWindow::takePreferences);
        connect(m_settingsPage, &SettingsPage::done, this, &MainWindow::leaveSettings);
        connect(m_settingsPage, &SettingsPage::officeAsked, this, &MainWindow::showOffice);
    }
    rememberBefore();
    m_settingsPage->setOfficeOffered(m_session.isUnlocked() && mayChangeOffice(m_session.vault()));
    m_settingsPage->show(m_preferences);
    showPage(m_settingsPage);
    m_settingsPage->takeFocus();
}

void MainWindow::showAbout() {
    if (!m_aboutPage) {
        m_aboutPage = new AboutPage;
        connect(m_aboutPage, &AboutPage::done, this, &MainWindow::leaveSettings);
    }
    rememberBefore();
    showPage(m_aboutPage);
    m_aboutPage->takeFocus();
}

// The way back leads to the work, from whichever of these pages.
void MainWindow::rememberBefore() {
    QWidget* now = m_stack->currentWidget();
    if (now != m_settingsPage && now != m_aboutPage && now != m_officePage)
        m_beforeSettings = now;
}

void MainWindow::leaveSettings() {
    if (QWidget* before = std::exchange(m_beforeSettings, nullptr))
        showPage(before);
}

void MainWindow::showOffice() {
    if (!m_session.isUnlocked())
        return;
    if (!m_officePage) {
        m_officePage = new OfficePage;
        m_officeOf = m_session.vault().self().id;
        connect(m_officePage, &OfficePage::recordAsked, this, &MainWindow::recordOffice);
        connect(m_officePage, &OfficePage::left, this, [this] {
            m_officePage->show(m_session.vault().office()); // what was typed is given up
            m_officeWarned = false;
            leaveOffice();
        });
    }
    if (!m_officePage->isChanged()) // else as it was left
        m_officePage->show(m_session.vault().office());
    showPage(m_officePage);
    m_officePage->takeFocus();
}

bool MainWindow::leaveOffice() {
    if (m_officePage->isChanged()) {
        m_officePage->sayNotRecorded();
        return false;
    }
    showPage(m_settingsPage);
    m_settingsPage->takeFocus();
    return true;
}

void MainWindow::recordOffice(const core::vault::Office& wanted) {
    if (const auto done = m_session.vault().changeOffice(wanted, {}); !done) {
        m_officePage->refuse(errorText(done.error()));
        return;
    }
    m_officePage->show(m_session.vault().office());
    m_officePage->sayRecorded();
    m_officeWarned = false;
    if (m_workspace)
        m_workspace->officeChanged();
}

void MainWindow::takePreferences(const Preferences& preferences) {
    const bool redraw = preferences.look != m_preferences.look || preferences.textPercent != m_preferences.textPercent;
    m_preferences = preferences;
    m_idle.setMinutes(preferences.idleMinutes);
    if (redraw)
        applyTheme(*qApp, preferences.look, preferences.textPercent / 100.0);
    writePreferences(m_settings, m_preferences);
}

void MainWindow::savePreferences() {
    if (m_session.isUnlocked() && !m_entrance->isMadeUp())
        m_preferences.vaultFolder = m_entrance->folder();
    writePreferences(m_settings, m_preferences);
}

} // namespace ui

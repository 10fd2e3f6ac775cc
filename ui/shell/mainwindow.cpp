#include "ui/shell/mainwindow.h"
#include "core/base/platform.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/escapetwice.h"
#include "ui/shell/samplevault.h"
#include "ui/shell/workspace.h"
#include "ui/unlock/recoverypage.h"
#include "ui/unlock/setuppage.h"
#include "ui/unlock/unlockpage.h"
#include "ui/unlock/welcomepage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/filedialogs.h"
#include "ui/widgets/topbar.h"
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QResizeEvent>
#include <QShortcut>
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

} // namespace

MainWindow::MainWindow(QSettings& settings, const QString& vaultFolder, QWidget* parent)
    : QWidget(parent), m_settings(settings), m_preferences(readPreferences(settings)), m_idle(&core::platform::monotonicMs),
      m_folder(vaultFolder.isEmpty() ? m_preferences.vaultFolder : vaultFolder),
      m_escape(std::make_unique<EscapeTwice>(&core::platform::monotonicMs)), m_top(new TopBar), m_foot(new FootBar),
      m_stack(new QStackedWidget) {
    setWindowTitle(QStringLiteral("Firsthand"));
    resize(1280, 820);
    setMinimumSize(480, 320);
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(0);
    down->addWidget(m_top);
    down->addWidget(m_stack, 1);
    down->addWidget(m_foot);
    m_foot->hide();
    m_idle.setMinutes(m_preferences.idleMinutes);
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
        m_top->setKeptOpenUntil(m_idle.isKeptOpen() ? QTime::currentTime().addMSecs(int(m_idle.keptOpenMs())) : QTime());
    });
    connect(&m_systemLock, &SystemLock::lockAsked, this, &MainWindow::lock);
    wireSession();
    addShortcuts();
    start();
}

MainWindow::~MainWindow() {
    m_idle.stop();
    delete m_workspace; // its pages refer to cases that the session is about to let go
}

// Nothing is read but the head of the vault: the window has to be there at once.
void MainWindow::start() {
    if (m_folder.isEmpty()) {
        showWelcome();
    } else if (const auto info = core::vault::Vault::inspect(m_folder); info) {
        showUnlock();
    } else {
        showWelcome(errorText(info.error()));
    }
}

void MainWindow::wireSession() {
    connect(&m_session, &Session::unlocked, this, &MainWindow::unlocked);
    connect(&m_session, &Session::unlockFailed, this, &MainWindow::unlockFailed);
}

// Ctrl+Shift with a letter: line edits take Ctrl with many letters for themselves on X11.
void MainWindow::addShortcuts() {
    const auto add = [this](const QKeySequence& keys, auto action) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, action);
    };
    add(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H), [this] { lock(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_L), [this] { lock(); });
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
    if (m_unlock && m_stack->currentWidget() == m_unlock)
        m_unlock->takeFocus();
    else if (m_welcome && m_stack->currentWidget() == m_welcome)
        m_welcome->takeFocus();
}

// Under 480 pixels the facts at the foot give their line to the page.
void MainWindow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_foot->setVisible(m_workspace && event->size().height() >= 480);
}

void MainWindow::showPage(QWidget* page) {
    if (m_stack->indexOf(page) < 0)
        m_stack->addWidget(page);
    m_stack->setCurrentWidget(page);
}

void MainWindow::showWelcome(const QString& sentence) {
    if (!m_welcome) {
        m_welcome = new WelcomePage(!SampleVault::toolPath().isEmpty());
        connect(m_welcome, &WelcomePage::setUpAsked, this, &MainWindow::showSetup);
        connect(m_welcome, &WelcomePage::openAsked, this, &MainWindow::chooseVault);
        connect(m_welcome, &WelcomePage::sampleAsked, this, &MainWindow::startSample);
    }
    showPage(m_welcome);
    m_welcome->say(sentence);
    m_welcome->takeFocus();
}

void MainWindow::showUnlock() {
    if (!m_unlock) {
        m_unlock = new UnlockPage;
        connect(m_unlock, &UnlockPage::unlockAsked, this, [this](const QString& logInName) {
            m_logIn = logInName;
            m_unlock->setBusy(true);
            m_session.unlock(m_folder, logInName, m_unlock->takePassphrase());
        });
        connect(m_unlock, &UnlockPage::recoveryAsked, this, &MainWindow::showRecovery);
    }
    showPage(m_unlock);
    m_unlock->takeFocus();
}

void MainWindow::showRecovery() {
    if (!m_recovery) {
        m_recovery = new RecoveryPage;
        connect(m_recovery, &RecoveryPage::back, this, &MainWindow::showUnlock);
        connect(m_recovery, &RecoveryPage::unlockAsked, this, [this] {
            if (auto key = m_recovery->typed()) {
                m_logIn.clear();
                m_recovery->setBusy(true);
                m_session.unlockWithRecovery(m_folder, std::move(*key));
            }
        });
    }
    showPage(m_recovery);
    m_recovery->takeFocus();
}

void MainWindow::showSetup() {
    if (!m_setup) {
        m_setup = new SetupPage;
        connect(m_setup, &SetupPage::cancelled, this, [this] { showWelcome(); });
        connect(m_setup, &SetupPage::finished, this, [this] {
            auto vault = m_setup->takeVault();
            m_folder = vault->folder();
            m_logIn = vault->self().logIn;
            m_session.take(std::move(vault));
            std::exchange(m_setup, nullptr)->deleteLater(); // the words of the passphrase go with it
        });
    }
    showPage(m_setup);
    m_setup->begin();
}

void MainWindow::chooseVault() {
    const QString folder = chooseFolder(this, tr("Open a vault"), core::platform::proposedVaultFolder());
    if (!folder.isEmpty())
        openFolder(folder);
}

void MainWindow::openFolder(const QString& folder) {
    const auto info = core::vault::Vault::inspect(folder);
    if (!info) {
        showWelcome(errorText(info.error()));
        return;
    }
    m_folder = folder;
    showUnlock();
    m_unlock->setLogIn(info->logInNames.size() == 1 ? info->logInNames.front() : QString());
    m_unlock->setNotice({});
    m_unlock->takeFocus();
}

void MainWindow::startSample() {
    m_sample = std::make_unique<SampleVault>();
    m_welcome->setBusy(tr("Making up some cases…"));
    connect(m_sample.get(), &SampleVault::failed, this, [this] {
        m_welcome->setBusy({});
        m_welcome->say(tr("The made-up cases could not be made. Is the disk full? Set up an office or open a vault instead."));
    });
    connect(m_sample.get(), &SampleVault::ready, this, [this] {
        m_welcome->setBusy({});
        openFolder(m_sample->folder());
        m_unlock->setNotice(tr("Made-up cases. Log-in name: %1 · Passphrase: %2").arg(m_sample->logInName(), m_sample->passphrase()));
        m_logIn = m_sample->logInName();
        m_unlock->setLogIn(m_logIn);
        m_unlock->setBusy(true);
        QString passphrase = m_sample->passphrase();
        m_session.unlock(m_folder, m_logIn, core::crypto::Secret::takePassphrase(passphrase));
    });
    m_sample->make();
}

void MainWindow::unlocked() {
    const core::vault::Member& self = m_session.vault().self();
    savePreferences();
    if (m_unlock)
        m_unlock->setBusy(false);
    if (m_recovery)
        m_recovery->setBusy(false);
    m_workspace = new Workspace(m_session);
    connect(m_workspace, &Workspace::atHome, m_top, &TopBar::setHome);
    connect(m_workspace, &Workspace::footFacts, m_foot, &FootBar::setFacts);
    connect(m_workspace, &Workspace::searchClosed, m_top->search(), &QLineEdit::clear);
    m_top->setUnlocked(true);
    m_top->setWho(m_logIn.isEmpty() ? self.name : QStringLiteral("%1 · %2").arg(self.name, roleWords(self.role)));
    m_foot->setFacts({});
    m_foot->setVisible(height() >= 480);
    showPage(m_workspace);
    m_idle.start();
    m_systemLock.listen();
    if (!m_place.isEmpty() && m_placeOf == m_logIn)
        m_workspace->goTo(m_place);
    m_place.clear();
}

void MainWindow::unlockFailed(const core::Error& error) {
    const bool wrong = error.code == core::ErrorCode::WrongPassphrase;
    if (m_recovery && m_stack->currentWidget() == m_recovery)
        m_recovery->refuse(errorText(error));
    else if (m_unlock)
        m_unlock->refuse(errorText(error), wrong);
    else
        showWelcome(errorText(error));
}

void MainWindow::lock() {
    if (!m_session.isUnlocked() || std::exchange(m_locking, true))
        return;
    m_place = m_workspace->place();
    m_placeOf = m_logIn;
    cover();
    const int keptInMemory = m_workspace->keepDrafts();
    closeDialogs();
    finishLock(keptInMemory);
}

// Before anything that could take time: somebody may be coming through the door.
void MainWindow::cover() {
    m_beforeSettings = nullptr;
    m_top->setUnlocked(false);
    m_foot->hide();
    for (QWidget* window : QApplication::topLevelWidgets()) {
        if (window != this && window->isVisible())
            window->hide();
    }
    showUnlock();
    m_unlock->setNotice(m_sample && m_folder == m_sample->folder()
                            ? tr("Made-up cases. Log-in name: %1 · Passphrase: %2").arg(m_sample->logInName(), m_sample->passphrase())
                            : QString());
    repaint();
}

void MainWindow::closeDialogs() {
    for (QWidget* window : QApplication::topLevelWidgets()) {
        if (auto* dialog = qobject_cast<QDialog*>(window))
            dialog->reject();
    }
}

// A dialog that was open runs its own event loop inside a page: the page may go only when that loop has ended.
void MainWindow::finishLock(int keptInMemory) {
    if (QThread::currentThread()->loopLevel() > 1) {
        QTimer::singleShot(0, this, [this, keptInMemory] { finishLock(keptInMemory); });
        return;
    }
    m_idle.stop();
    m_top->setKeptOpenUntil({});
    m_stack->removeWidget(m_workspace);
    delete std::exchange(m_workspace, nullptr);
    if (QGuiApplication::clipboard()->ownsClipboard())
        QGuiApplication::clipboard()->clear();
    m_session.lock();
    if (keptInMemory > 0)
        m_unlock->setNotice(tr("What you were writing could not be saved to the disk. It is kept in memory: leave Firsthand running, make room "
                               "on the disk, and unlock again."));
    if (m_recovery)
        m_recovery->clear();
    m_locking = false;
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    event->accept();
    if (m_settingsPage && m_stack->currentWidget() == m_settingsPage) {
        leaveSettings();
        m_escape->closedSomething();
    } else if (m_workspace && m_workspace->escape()) {
        m_escape->closedSomething();
    } else if (m_session.isUnlocked() && !event->isAutoRepeat() && m_escape->pressed()) {
        lock();
    }
}

void MainWindow::closeEvent(QCloseEvent* event) {
    const int inMemory = m_workspace ? m_workspace->keepDrafts() : m_session.keptDrafts();
    if (inMemory > 0 && !std::exchange(m_closeWarned, true)) {
        if (m_workspace)
            lock();
        if (m_unlock)
            m_unlock->setNotice(tr("What you were writing could not be saved to the disk and would be lost. Make room on the disk and unlock "
                                   "again; or close once more to lose it."));
        event->ignore();
        return;
    }
    savePreferences();
    event->accept();
}

void MainWindow::showMenu() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_session.isUnlocked()) {
        if (m_idle.isKeptOpen())
            menu->addAction(tr("&Stop keeping open"), this, [this] { m_idle.keepOpen(0); });
        else
            menu->addAction(tr("&Keep open for this call (%1 minutes)").arg(callMinutes), this, [this] { m_idle.keepOpen(callMinutes); });
        menu->addAction(tr("&Lock") + QStringLiteral("\tCtrl+L"), this, &MainWindow::lock);
        menu->addSeparator();
    } else if (!m_session.isUnlocking()) {
        menu->addAction(tr("&Open another vault…"), this, &MainWindow::chooseVault);
        if (m_stack->currentWidget() != m_welcome && !(m_setup && m_setup->hasMadeVault()))
            menu->addAction(tr("&Welcome page"), this, [this] { showWelcome(); });
    }
    menu->addAction(tr("S&ettings"), this, &MainWindow::showSettings);
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
    }
    m_beforeSettings = m_stack->currentWidget();
    m_settingsPage->show(m_preferences);
    showPage(m_settingsPage);
    m_settingsPage->takeFocus();
}

void MainWindow::leaveSettings() {
    if (QWidget* before = std::exchange(m_beforeSettings, nullptr))
        showPage(before);
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
    const bool madeUp = m_sample && m_folder == m_sample->folder();
    if (m_session.isUnlocked() && !madeUp)
        m_preferences.vaultFolder = m_folder;
    writePreferences(m_settings, m_preferences);
}

} // namespace ui

#include "ui/shell/entrance.h"
#include "core/base/platform.h"
#include "ui/shell/samplevault.h"
#include "ui/shell/session.h"
#include "ui/unlock/recoverypage.h"
#include "ui/unlock/setuppage.h"
#include "ui/unlock/unlockpage.h"
#include "ui/unlock/welcomepage.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/filedialogs.h"

namespace ui {

Entrance::Entrance(Session& session, const QString& folder, QWidget* parent)
    : QStackedWidget(parent), m_session(session), m_folder(folder) {}

Entrance::~Entrance() = default;

// Nothing is read but the head of the vault: the window has to be there at once.
void Entrance::start() {
    if (m_folder.isEmpty()) {
        showWelcome();
    } else if (const auto info = core::vault::Vault::inspect(m_folder); info) {
        showUnlock();
        offerLogIn(*info);
    } else {
        showWelcome(errorText(info.error()));
    }
}

void Entrance::takeFocus() {
    if (m_unlock && currentWidget() == m_unlock)
        m_unlock->takeFocus();
    else if (m_welcome && currentWidget() == m_welcome)
        m_welcome->takeFocus();
}

void Entrance::open(QWidget* page) {
    if (indexOf(page) < 0)
        addWidget(page);
    if (page != m_recovery)
        forgetSheet();
    setCurrentWidget(page);
    emit asked();
}

void Entrance::showWelcome(const QString& sentence) {
    if (!m_welcome) {
        m_welcome = new WelcomePage(!SampleVault::toolPath().isEmpty());
        connect(m_welcome, &WelcomePage::setUpAsked, this, &Entrance::showSetup);
        connect(m_welcome, &WelcomePage::openAsked, this, &Entrance::chooseVault);
        connect(m_welcome, &WelcomePage::sampleAsked, this, &Entrance::startSample);
    }
    open(m_welcome);
    m_welcome->say(sentence);
    m_welcome->takeFocus();
}

void Entrance::showUnlock() {
    if (!m_unlock) {
        m_unlock = new UnlockPage;
        connect(m_unlock, &UnlockPage::unlockAsked, this, [this](const QString& logInName) {
            m_logIn = logInName;
            m_unlock->setBusy(true);
            m_session.unlock(m_folder, logInName, m_unlock->takePassphrase());
        });
        connect(m_unlock, &UnlockPage::recoveryAsked, this, &Entrance::showRecovery);
    }
    open(m_unlock);
    m_unlock->takeFocus();
}

void Entrance::showRecovery() {
    if (!m_recovery) {
        m_recovery = new RecoveryPage;
        connect(m_recovery, &RecoveryPage::back, this, &Entrance::showUnlock);
        connect(m_recovery, &RecoveryPage::unlockAsked, this, [this] {
            if (auto key = m_recovery->typed()) {
                m_logIn.clear();
                m_recovery->setBusy(true);
                m_session.unlockWithRecovery(m_folder, std::move(*key));
            }
        });
    }
    open(m_recovery);
    m_recovery->takeFocus();
}

void Entrance::showSetup() {
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
    open(m_setup);
    m_setup->begin();
}

void Entrance::chooseVault() {
    const QString folder = chooseFolder(this, tr("Open your office's records"), core::platform::proposedVaultFolder());
    if (!folder.isEmpty())
        openFolder(folder);
}

void Entrance::openFolder(const QString& folder) {
    const auto info = core::vault::Vault::inspect(folder);
    if (!info) {
        showWelcome(errorText(info.error()));
        return;
    }
    m_folder = folder;
    showUnlock();
    m_unlock->setNotice({});
    offerLogIn(*info);
}

// Nobody's name is in the settings: only where one person works here does the folder itself say who it will be.
void Entrance::offerLogIn(const core::vault::VaultInfo& info) {
    m_unlock->setLogIn(info.logInNames.size() == 1 ? info.logInNames.front() : QString());
    m_unlock->takeFocus();
}

void Entrance::startSample() {
    m_sample = std::make_unique<SampleVault>();
    m_welcome->setBusy(tr("Making up some cases…"));
    connect(m_sample.get(), &SampleVault::failed, this, [this] {
        m_welcome->setBusy({});
        m_welcome->say(
            tr("The made-up cases could not be made. Is the disk full? Set up an office or open its records instead."));
    });
    connect(m_sample.get(), &SampleVault::ready, this, &Entrance::openSample);
    m_sample->make();
}

void Entrance::openSample() {
    m_welcome->setBusy({});
    openFolder(m_sample->folder());
    m_unlock->setNotice(sampleWords());
    m_logIn = m_sample->logInName();
    m_unlock->setLogIn(m_logIn);
    m_unlock->setBusy(true);
    QString passphrase = m_sample->passphrase();
    m_session.unlock(m_folder, m_logIn, core::crypto::Secret::takePassphrase(passphrase));
}

bool Entrance::isMadeUp() const {
    return m_sample && m_folder == m_sample->folder();
}

QString Entrance::sampleWords() const {
    return tr("Made-up cases. Log-in name: %1 · Passphrase: %2").arg(m_sample->logInName(), m_sample->passphrase());
}

void Entrance::cover() {
    showUnlock();
    m_unlock->setNotice(isMadeUp() ? sampleWords() : QString());
    if (!m_logIn.isEmpty()) { // opened with a passphrase: most often the same person comes back
        m_unlock->setLogIn(m_logIn);
        m_unlock->takeFocus();
    }
}

void Entrance::forgetSheet() {
    if (m_recovery)
        m_recovery->clear();
}

void Entrance::setNotice(const QString& text) {
    if (m_unlock)
        m_unlock->setNotice(isMadeUp() ? sampleWords() + QLatin1Char('\n') + text : text);
}

void Entrance::unlocked() {
    if (m_unlock)
        m_unlock->setBusy(false);
    if (m_recovery)
        m_recovery->setBusy(false);
    forgetSheet();
}

void Entrance::unlockFailed(const core::Error& error) {
    const bool wrong = error.code == core::ErrorCode::WrongPassphrase;
    if (m_recovery && currentWidget() == m_recovery)
        m_recovery->refuse(errorText(error));
    else if (m_unlock)
        m_unlock->refuse(errorText(error), wrong);
    else
        showWelcome(errorText(error));
}

bool Entrance::mayGoToWelcome() const {
    return currentWidget() != m_welcome && !(m_setup && m_setup->isMaking());
}

} // namespace ui

#pragma once
#include <QStackedWidget>
#include <memory>

namespace core {
struct Error;
}
namespace core::vault {
struct VaultInfo;
}

namespace ui {
class RecoveryPage;
class SampleVault;
class Session;
class SetupPage;
class UnlockPage;
class WelcomePage;

// The pages that stand before an open vault: Welcome, set-up, unlock, the recovery sheet. They share one folder and
// log-in name. Each is made when it is first shown.
class Entrance : public QStackedWidget {
    Q_OBJECT
public:
    Entrance(Session& session, const QString& folder, QWidget* parent = nullptr);
    ~Entrance() override;
    void start(); // the page that fits the folder
    void takeFocus();

    void showWelcome(const QString& sentence = {});
    void showUnlock();
    void chooseVault();
    void cover();                        // the unlock page, at once, and nothing of what was typed before
    void setNotice(const QString& text); // on the unlock page: what is kept in memory
    void forgetSheet();                  // what was typed of it: it opens everything
    void unlocked();                     // the session is open: the pages are no longer busy
    void unlockFailed(const core::Error& error);

    QString folder() const { return m_folder; } // of the vault that is open or asked for
    QString logIn() const { return m_logIn; }   // empty: opened with the recovery sheet
    bool isMadeUp() const;
    bool mayGoToWelcome() const;

signals:
    void asked(); // a page of this came up by itself

private:
    void open(QWidget* page);
    void showSetup();
    void showRecovery();
    void openFolder(const QString& folder);
    void offerLogIn(const core::vault::VaultInfo& info);
    void startSample();
    void openSample();
    QString sampleWords() const;

    Session& m_session;
    QString m_folder;
    QString m_logIn;
    std::unique_ptr<SampleVault> m_sample;
    WelcomePage* m_welcome = nullptr;
    UnlockPage* m_unlock = nullptr;
    RecoveryPage* m_recovery = nullptr;
    SetupPage* m_setup = nullptr;
};

} // namespace ui

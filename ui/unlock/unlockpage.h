#pragma once
#include "core/crypto/secret.h"
#include "ui/widgets/page.h"
#include <QTimer>

namespace ui {
class Button;
class Notice;
class PassphraseEdit;
class PlainLabel;
class PlainLineEdit;
class StatusLine;

// Log-in name and passphrase, nothing else. Also what covers the screen when Firsthand is hidden.
class UnlockPage : public Page {
    Q_OBJECT
public:
    explicit UnlockPage(QWidget* parent = nullptr);
    void takeFocus();
    void setBusy(bool busy);                                    // while the key is derived
    void refuse(const QString& sentence, bool wrongPassphrase); // keeps the name; after several, waits a little
    void setNotice(const QString& sentence);                    // why it locked, what is kept in memory; empty: nothing
    void setLogIn(const QString& name);

signals:
    void unlockAsked(const QString& logInName); // takePassphrase() then gives what was typed
    void recoveryAsked();

public:
    core::crypto::Secret takePassphrase();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void submit();
    void waitALittle();
    Notice* m_notice;
    Notice* m_problem;
    PlainLineEdit* m_name;
    PassphraseEdit* m_passphrase;
    Button* m_unlock;
    Button* m_recovery;
    StatusLine* m_status;
    PlainLabel* m_heading;
    QTimer m_wait;
    int m_secondsLeft = 0;
    int m_failures = 0;
};

// Seconds to wait after so many wrong passphrases in a row: none for the first two, then 2, 4, 8 … 30.
int secondsToWait(int failures);

} // namespace ui

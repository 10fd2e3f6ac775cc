#include "ui/unlock/unlockpage.h"
#include "ui/unlock/passphraseedit.h"
#include "ui/widgets/button.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plainlineedit.h"
#include "ui/widgets/statusline.h"
#include <QHBoxLayout>
#include <QResizeEvent>
#include <QVBoxLayout>
#include <algorithm>

namespace ui {

using namespace std::chrono_literals;

int secondsToWait(int failures) {
    return failures < 3 ? 0 : std::min(30, 1 << std::min(failures - 2, 5));
}

UnlockPage::UnlockPage(QWidget* parent)
    : Page(parent, 420)
    , m_notice(new Notice(Notice::Kind::Info, {}, {}))
    , m_problem(new Notice(Notice::Kind::Problem, {}, {}))
    , m_name(new PlainLineEdit)
    , m_passphrase(new PassphraseEdit(tr("Passphrase")))
    , m_unlock(new PrimaryButton(tr("&Unlock")))
    , m_recovery(new QuietButton(tr("Use the &recovery sheet")))
    , m_status(new StatusLine)
    , m_heading(new PlainLabel(tr("Unlock"), Type::Heading1)) {
    content()->addStretch(1);
    content()->addWidget(m_heading);
    content()->addWidget(m_notice);
    content()->addWidget(m_problem);
    m_notice->hide();
    m_problem->hide();
    auto* nameBlock = new QVBoxLayout;
    nameBlock->setSpacing(space(1));
    auto* label = new PlainLabel(tr("Log-in name"), Type::Strong);
    label->setBuddy(m_name);
    m_name->setAccessibleName(tr("Log-in name"));
    nameBlock->addWidget(label);
    nameBlock->addWidget(m_name);
    content()->addLayout(nameBlock);
    content()->addWidget(m_passphrase);
    auto* actions = new QHBoxLayout;
    actions->addWidget(m_unlock);
    actions->addWidget(m_status, 1);
    content()->addLayout(actions);
    content()->addSpacing(space(2));
    content()->addWidget(m_recovery, 0, Qt::AlignLeft);
    content()->addStretch(2);
    m_wait.setInterval(1s);
    connect(&m_wait, &QTimer::timeout, this, &UnlockPage::waitALittle);
    connect(m_unlock, &QPushButton::clicked, this, &UnlockPage::submit);
    connect(m_passphrase, &PassphraseEdit::entered, this, &UnlockPage::submit);
    connect(m_name, &QLineEdit::returnPressed, this, [this] { m_passphrase->field()->setFocus(Qt::OtherFocusReason); });
    connect(m_recovery, &QPushButton::clicked, this, &UnlockPage::recoveryAsked);
}

// In a low window the button says it; the heading would push it out of sight.
void UnlockPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    const bool low = event->size().height() < px(400);
    m_heading->setVisible(!low);
    m_notice->setTight(low);
    m_problem->setTight(low);
    content()->setSpacing(low ? space(3) : space(4));
}

void UnlockPage::takeFocus() {
    (m_name->text().isEmpty() ? m_name : m_passphrase->field())->setFocus(Qt::OtherFocusReason);
}

void UnlockPage::submit() {
    if (!m_unlock->isEnabled())
        return;
    if (m_name->text().trimmed().isEmpty()) {
        m_problem->say(Notice::Kind::Problem, m_passphrase->isEmpty() ? tr("Type your log-in name and your passphrase.")
                                                                      : tr("Type your log-in name."));
        m_name->setFocus(Qt::OtherFocusReason);
    } else if (m_passphrase->isEmpty()) {
        m_problem->say(Notice::Kind::Problem, tr("Type your passphrase."));
        m_passphrase->field()->setFocus(Qt::OtherFocusReason);
    } else {
        emit unlockAsked(m_name->text().trimmed());
    }
}

core::crypto::Secret UnlockPage::takePassphrase() {
    return m_passphrase->take();
}

void UnlockPage::setBusy(bool busy) {
    m_unlock->setEnabled(!busy);
    m_name->setEnabled(!busy);
    m_passphrase->setEnabled(!busy);
    m_recovery->setEnabled(!busy);
    if (busy) {
        m_problem->hide();
        m_status->say(tr("Unlocking…"));
    } else {
        m_status->say({});
        m_failures = 0;
    }
}

void UnlockPage::refuse(const QString& sentence, bool wrongPassphrase) {
    const int failures = wrongPassphrase ? m_failures + 1 : 0;
    setBusy(false);
    m_failures = failures;
    m_problem->say(Notice::Kind::Problem, sentence);
    m_passphrase->clear();
    m_secondsLeft = secondsToWait(failures);
    if (m_secondsLeft > 0)
        waitALittle();
    m_passphrase->field()->setFocus(Qt::OtherFocusReason);
}

void UnlockPage::waitALittle() {
    m_unlock->setEnabled(m_secondsLeft <= 0);
    if (m_secondsLeft <= 0) {
        m_wait.stop();
        m_status->say({});
        return;
    }
    m_status->setText(m_secondsLeft == 1 ? tr("You can try again in a second.")
                                         : tr("You can try again in %1 seconds.").arg(m_secondsLeft));
    --m_secondsLeft;
    m_wait.start();
}

void UnlockPage::setNotice(const QString& sentence) {
    m_notice->say(Notice::Kind::Info, sentence);
}

void UnlockPage::setLogIn(const QString& name) {
    m_name->setText(name);
}

} // namespace ui

#include "ui/unlock/recoverypage.h"
#include "ui/unlock/recoverygroups.h"
#include "ui/widgets/button.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plainlineedit.h"
#include "ui/widgets/statusline.h"
#include <QHBoxLayout>
#include <QResizeEvent>
#include <QVBoxLayout>

namespace ui {

RecoveryPage::RecoveryPage(QWidget* parent)
    : Page(parent, 560)
    , m_problem(new Notice(Notice::Kind::Problem, {}, {}))
    , m_groups(new RecoveryGroups)
    , m_unlock(new PrimaryButton(tr("&Unlock with the sheet")))
    , m_back(new QuietButton(tr("&Back")))
    , m_status(new StatusLine) {
    content()->addStretch(1);
    content()->addWidget(new PlainLabel(tr("Use the recovery sheet"), Type::Heading1));
    content()->addWidget(new PlainLabel(
        tr("Type the eight groups. All of your office's records open, for reading only."), Type::Body, Colour::Soft));
    content()->addWidget(m_problem);
    m_problem->hide();
    content()->addWidget(m_groups);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(space(4));
    actions->addWidget(m_unlock);
    actions->addWidget(m_back);
    actions->addWidget(m_status, 1);
    content()->addLayout(actions);
    content()->addStretch(2);
    connect(m_unlock, &QPushButton::clicked, this, &RecoveryPage::submit);
    connect(m_back, &QPushButton::clicked, this, &RecoveryPage::back);
}

// The button stays in sight in a low window, with what went wrong above it.
void RecoveryPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    const bool low = event->size().height() < px(400);
    m_problem->setTight(low);
    content()->setSpacing(low ? space(2) : space(4));
}

core::Result<core::crypto::RecoveryKey> RecoveryPage::typed() const {
    return core::crypto::RecoveryKey::parse(m_groups->typed());
}

void RecoveryPage::submit() {
    if (typed())
        emit unlockAsked();
    else
        m_groups->nameWrong();
}

void RecoveryPage::takeFocus() {
    m_groups->first()->setFocus(Qt::OtherFocusReason);
}

void RecoveryPage::setBusy(bool busy) {
    m_groups->setEnabled(!busy);
    m_unlock->setEnabled(!busy);
    m_back->setEnabled(!busy);
    m_status->say(busy ? tr("Unlocking…") : QString());
    if (busy)
        m_problem->hide();
}

void RecoveryPage::refuse(const QString& sentence) {
    setBusy(false);
    m_problem->say(Notice::Kind::Problem, sentence);
    takeFocus(); // it was on a button that could not be pressed meanwhile
}

void RecoveryPage::clear() {
    m_groups->clear();
    m_problem->hide();
}

} // namespace ui

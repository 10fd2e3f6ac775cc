#include "ui/unlock/setuppage.h"
#include "core/base/platform.h"
#include "ui/unlock/officestep.h"
#include "ui/unlock/passphrasestep.h"
#include "ui/unlock/sheetstep.h"
#include "ui/widgets/button.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/statusline.h"
#include <QHBoxLayout>
#include <QThread>
#include <QVBoxLayout>

namespace ui {

using core::vault::Vault;

SetupPage::SetupPage(QWidget* parent)
    : Page(parent, 560)
    , m_sheet(new SheetStep)
    , m_typeBack(new TypeBackStep)
    , m_progress(new PlainLabel({}, Type::Small, Colour::Soft))
    , m_next(new PrimaryButton({}))
    , m_back(new PlainButton(tr("&Back")))
    , m_status(new StatusLine) {
    m_steps = {new OfficeStep, new AuthoritiesStep, new YouStep, new PassphraseStep, new FolderStep,
               m_sheet,        m_typeBack};
    content()->addWidget(m_progress);
    for (SetupStep* step : m_steps) {
        content()->addWidget(step);
        step->hide();
    }
    content()->addStretch(1);
    auto* across = new QHBoxLayout;
    across->setSpacing(space(3));
    across->addWidget(m_next);
    across->addWidget(m_back);
    across->addWidget(m_status, 1);
    bar()->addLayout(across);
    connect(m_next, &QPushButton::clicked, this, &SetupPage::next);
    connect(m_back, &QPushButton::clicked, this, &SetupPage::back);
    show(0);
}

SetupPage::~SetupPage() {
    if (m_worker)
        m_worker->wait();
}

void SetupPage::begin() {
    show(0);
}

void SetupPage::show(std::size_t step) {
    m_steps[m_at]->hide();
    m_at = step;
    SetupStep* now = m_steps[m_at];
    now->clearProblems();
    now->enter(m_answers);
    now->show();
    m_progress->setText(tr("Set up this office · %1 of %2").arg(step + 1).arg(m_steps.size()));
    m_next->setText(now->nextWords());
    m_back->setVisible(now->mayGoBack());
    m_status->say({});
    toTop();
    if (isVisible())
        now->firstField()->setFocus(Qt::OtherFocusReason);
}

void SetupPage::next() {
    SetupStep* now = m_steps[m_at];
    toTop(); // what is to be put right stands there, and is scrolled away only if the field needs it
    if (!now->leave(m_answers))
        return;
    if (m_at + 1 == m_steps.size())
        make();
    else if (m_steps[m_at + 1] == m_sheet)
        showSheet();
    else
        show(m_at + 1);
}

void SetupPage::back() {
    if (m_at == 0)
        emit cancelled();
    else
        show(m_at - 1);
}

void SetupPage::setBusy(bool busy) {
    m_steps[m_at]->setEnabled(!busy);
    m_next->setEnabled(!busy);
    m_back->setEnabled(!busy);
    m_status->say(busy ? tr("Making the records folder…") : QString());
}

// A folder that cannot be used is named before anybody writes the sheet down.
void SetupPage::showSheet() {
    const auto usable = Vault::tryFolder(m_answers.folder, m_answers.setup.remoteFolderAccepted);
    if (!usable) {
        m_steps[m_at]->refuse(errorText(usable.error()));
        return;
    }
    if (!m_recovery)
        m_recovery = core::crypto::RecoveryKey::random();
    m_sheet->setGroups(m_answers.setup.office.name, m_recovery->groups());
    m_typeBack->setGroups(m_recovery->groups());
    show(m_at + 1);
}

void SetupPage::make() {
    setBusy(true);
    auto result = std::make_shared<core::Result<std::unique_ptr<Vault>>>(core::fail(core::ErrorCode::Internal));
    m_worker.reset(QThread::create([this, result] {
        *result = Vault::create(m_answers.folder, m_answers.setup, m_answers.passphrase, *m_recovery,
                                core::platform::profileFolder());
        QMetaObject::invokeMethod(this, [this, result] { made(*result); });
    }));
    m_worker->start();
}

void SetupPage::made(core::Result<std::unique_ptr<Vault>>& result) {
    m_worker->wait();
    m_worker.reset();
    setBusy(false);
    if (!result) {
        m_steps[m_at]->refuse(errorText(result.error()));
        return;
    }
    m_vault = std::move(*result);
    m_answers.passphrase = {};
    m_recovery.reset();
    emit finished();
}

std::unique_ptr<Vault> SetupPage::takeVault() {
    m_sheet->setGroups({}, {});
    m_typeBack->setGroups({});
    return std::move(m_vault);
}

} // namespace ui

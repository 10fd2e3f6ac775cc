#pragma once
#include "ui/unlock/setupstep.h"
#include "ui/widgets/page.h"

class QThread;

namespace ui {
class Button;
class PlainLabel;
class SheetStep;
class StatusLine;
class TypeBackStep;

// Set-up, one question group a page. Nothing is on the disk before the sheet was typed back: who is called away in the
// middle never works with records whose sheet nobody has. The vault is then made on a worker.
class SetupPage : public Page {
    Q_OBJECT
public:
    explicit SetupPage(QWidget* parent = nullptr);
    ~SetupPage() override;
    void begin();
    bool isMaking() const { return m_worker != nullptr; }
    std::unique_ptr<core::vault::Vault> takeVault(); // after finished()

signals:
    void finished();
    void cancelled();

private:
    void show(std::size_t step);
    void next();
    void back();
    void make();
    void made(core::Result<std::unique_ptr<core::vault::Vault>>& result);
    void showSheet();
    void setBusy(bool busy);

    SetupAnswers m_answers;
    std::optional<core::crypto::RecoveryKey> m_recovery; // one for the whole set-up: it may be on paper already
    std::vector<SetupStep*> m_steps;
    SheetStep* m_sheet;
    TypeBackStep* m_typeBack;
    std::size_t m_at = 0;
    PlainLabel* m_progress;
    Button* m_next;
    Button* m_back;
    StatusLine* m_status;
    std::unique_ptr<QThread> m_worker;
    std::unique_ptr<core::vault::Vault> m_vault;
};

} // namespace ui

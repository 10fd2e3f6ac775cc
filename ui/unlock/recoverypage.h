#pragma once
#include "core/crypto/recoverykey.h"
#include "ui/widgets/page.h"

namespace ui {
class Button;
class Notice;
class RecoveryGroups;
class StatusLine;

// Opening the vault with the sheet alone: everything, for reading only.
class RecoveryPage : public Page {
    Q_OBJECT
public:
    explicit RecoveryPage(QWidget* parent = nullptr);
    void takeFocus();
    void setBusy(bool busy);
    void refuse(const QString& sentence);
    core::Result<core::crypto::RecoveryKey> typed() const;
    void clear();

signals:
    void unlockAsked();
    void back();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void submit();
    Notice* m_problem;
    RecoveryGroups* m_groups;
    Button* m_unlock;
    Button* m_back;
    StatusLine* m_status;
};

} // namespace ui

#pragma once
#include <QWidget>

namespace ui {
class Notice;
class PlainTextEdit;
} // namespace ui

namespace ui::guide {

// "This step is not needed": asks why. No step is skipped silently.
class NotNeeded : public QWidget {
    Q_OBJECT
public:
    explicit NotNeeded(const QString& stepTitle, QWidget* parent = nullptr);
    void focusReason();
    void showError(const QString& sentence);

signals:
    void recordAsked(const QString& reason);
    void left();

private:
    PlainTextEdit* m_reason;
    Notice* m_notice;
};

} // namespace ui::guide

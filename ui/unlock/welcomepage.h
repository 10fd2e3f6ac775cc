#pragma once
#include "ui/widgets/page.h"

namespace ui {
class Button;
class Notice;

// No vault yet: set up, open, or look around.
class WelcomePage : public Page {
    Q_OBJECT
public:
    explicit WelcomePage(bool offerSample, QWidget* parent = nullptr);
    void say(const QString& sentence); // empty: nothing
    void setBusy(const QString& doing);
    void takeFocus();

signals:
    void setUpAsked();
    void openAsked();
    void sampleAsked();

private:
    Notice* m_notice;
    Button* m_setUp;
    Button* m_open;
    Button* m_sample = nullptr;
};

} // namespace ui

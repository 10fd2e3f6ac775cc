#pragma once
#include "ui/widgets/page.h"

namespace ui {
class Button;

// What the program is and is not, under which licence, and every key it knows. Open before unlocking too.
class AboutPage : public Page {
    Q_OBJECT
public:
    explicit AboutPage(QWidget* parent = nullptr);
    void takeFocus();

signals:
    void done();

private:
    void addKeys();
    Button* m_done;
};

} // namespace ui

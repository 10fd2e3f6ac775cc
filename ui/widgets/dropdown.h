#pragma once
#include <QComboBox>

namespace ui {

// A list to choose one from. Closed it leaves the wheel to the page: who scrolls must not change an answer.
class DropDown : public QComboBox {
    Q_OBJECT
public:
    explicit DropDown(QWidget* parent = nullptr);

protected:
    void wheelEvent(QWheelEvent* event) override;
};

} // namespace ui

#pragma once
#include <QCheckBox>
#include <QRadioButton>

namespace ui {

// A radio button or tick box whose words wrap, with a softer line of help below: Qt's own make a narrow window scroll
// sideways.
template <class Base>
class Tick : public Base {
public:
    explicit Tick(const QString& label, const QString& help = {}, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    bool hitButton(const QPoint& at) const override; // on the words: a click beside them answers nothing
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QString m_help;
};

using RadioTick = Tick<QRadioButton>;
using CheckTick = Tick<QCheckBox>;

} // namespace ui

#pragma once
#include <QFocusFrame>
#include <QObject>
#include <QPointer>

class QApplication;

namespace ui {

// One ring for every control that takes the keyboard, drawn outside it and above its neighbours. Buttons show it when
// reached by keyboard, fields always.
class FocusRing : public QObject {
    Q_OBJECT
public:
    static void install(QApplication& application);

private:
    explicit FocusRing(QApplication& application);
    void follow(QWidget* now);
    QPointer<QFocusFrame> m_frame;
};

} // namespace ui

#include "ui/style/focusring.h"
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace ui {
namespace {

bool isField(const QWidget* widget) {
    return qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QPlainTextEdit*>(widget);
}

bool wantsRing(const QWidget* widget) {
    if (!widget || widget->isWindow() || widget->property("uiNoRing").toBool())
        return false;
    if (isField(widget))
        return true;
    if ((widget->focusPolicy() & Qt::TabFocus) == 0) // a page holds the focus where nothing on it can be pressed
        return false;
    if (qobject_cast<const QAbstractScrollArea*>(widget)) // views ring the current item instead
        return false;
    return QGuiApplication::mouseButtons() == Qt::NoButton;
}

} // namespace

void FocusRing::install(QApplication& application) {
    if (!application.findChild<FocusRing*>(QString(), Qt::FindDirectChildrenOnly))
        new FocusRing(application);
}

FocusRing::FocusRing(QApplication& application) : QObject(&application) {
    connect(&application, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
}

void FocusRing::follow(QWidget* now) {
    if (!wantsRing(now)) {
        if (m_frame)
            m_frame->setWidget(nullptr);
        return;
    }
    if (!m_frame)
        m_frame = new QFocusFrame;
    m_frame->setWidget(now);
}

} // namespace ui

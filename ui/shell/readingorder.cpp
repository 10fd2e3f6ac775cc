#include "ui/shell/readingorder.h"
#include "ui/widgets/page.h"
#include <QApplication>
#include <QLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QWidget>

namespace ui::shell {

namespace {

void collect(QWidget* widget, QList<QWidget*>& stops);

void collect(QLayout* layout, QList<QWidget*>& stops) {
    for (int i = 0; i < layout->count(); ++i) {
        QLayoutItem* item = layout->itemAt(i);
        if (item->widget())
            collect(item->widget(), stops);
        else if (item->layout())
            collect(item->layout(), stops);
    }
}

void collect(QWidget* widget, QList<QWidget*>& stops) {
    if (!widget->isVisible() || !widget->isEnabled())
        return;
    if ((widget->focusPolicy() & Qt::TabFocus) != 0 && !widget->focusProxy())
        stops << widget;
    if (const auto* area = qobject_cast<QScrollArea*>(widget)) {
        if (area->widget())
            collect(area->widget(), stops);
    } else if (widget->layout()) {
        collect(widget->layout(), stops);
    } else if (!qobject_cast<QAbstractScrollArea*>(widget)) {
        for (QObject* child : widget->children())
            if (auto* inner = qobject_cast<QWidget*>(child); inner && !inner->isWindow())
                collect(inner, stops);
    }
}

// A field's own parts, such as its text, belong to it.
bool holds(QWidget* stop, QWidget* focused) {
    return stop == focused || stop->isAncestorOf(focused);
}

} // namespace

QList<QWidget*> readingOrder(QWidget* page) {
    QList<QWidget*> stops;
    collect(page, stops);
    return stops;
}

bool focusInReadingOrder(QWidget* window, bool forwards) {
    const QList<QWidget*> stops = readingOrder(window);
    if (stops.isEmpty())
        return false;
    QWidget* focused = window->focusWidget();
    qsizetype at = -1;
    for (qsizetype i = 0; focused && i < stops.size(); ++i)
        if (holds(stops[i], focused))
            at = i; // the innermost
    const qsizetype step = forwards ? 1 : -1;
    const qsizetype next = at < 0 ? (forwards ? 0 : stops.size() - 1) : (at + step + stops.size()) % stops.size();
    stops[next]->setFocus(forwards ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    reveal(stops[next]);
    return true;
}

} // namespace ui::shell

#include "ui/shell/place.h"
#include "ui/shell/readingorder.h"
#include "ui/widgets/page.h"
#include <QAccessible>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace ui::shell {

namespace {

size_t nameOf(QWidget* widget) {
    QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
    const QString name = accessible ? accessible->text(QAccessible::Name) : QString();
    return qHash(QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + name);
}

} // namespace

Spot spotOf(QWidget* page, QWidget* focused) {
    QWidget* stop = nullptr;
    const QList<QWidget*> stops = readingOrder(page);
    for (QWidget* one : stops)
        if (focused && (one == focused || one->isAncestorOf(focused)))
            stop = one; // the innermost
    if (!stop)
        return {};
    Spot spot;
    spot.name = nameOf(stop);
    for (QWidget* one : stops) {
        spot.nth += nameOf(one) == spot.name ? 1 : 0;
        if (one == stop)
            break;
    }
    if (const auto* text = qobject_cast<QPlainTextEdit*>(stop)) {
        spot.anchor = text->textCursor().anchor();
        spot.cursor = text->textCursor().position();
    } else if (const auto* line = qobject_cast<QLineEdit*>(stop)) {
        spot.cursor = line->cursorPosition();
    }
    return spot;
}

bool focusSpot(QWidget* page, const Spot& spot) {
    int nth = -1;
    const QList<QWidget*> stops = readingOrder(page);
    for (QWidget* one : stops) {
        nth += nameOf(one) == spot.name ? 1 : 0;
        if (spot.nth < 0 || nth != spot.nth)
            continue;
        one->setFocus(Qt::OtherFocusReason);
        if (auto* text = qobject_cast<QPlainTextEdit*>(one)) {
            const int end = text->document()->characterCount() - 1;
            QTextCursor cursor = text->textCursor();
            cursor.setPosition(std::min(spot.anchor, end));
            cursor.setPosition(std::min(spot.cursor, end), QTextCursor::KeepAnchor);
            text->setTextCursor(cursor);
        } else if (auto* line = qobject_cast<QLineEdit*>(one)) {
            line->setCursorPosition(spot.cursor);
        }
        reveal(one);
        return true;
    }
    return false;
}

} // namespace ui::shell

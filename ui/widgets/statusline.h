#pragma once
#include "ui/widgets/plainlabel.h"

namespace ui {

// A quiet line that says what just happened ("Recorded 12:14") and tells screen readers too.
class StatusLine : public PlainLabel {
    Q_OBJECT
public:
    explicit StatusLine(QWidget* parent = nullptr);
    void say(const QString& text);
    void warn(const QString& text);
};

// Tells screen readers `text` without moving the focus.
void announce(QWidget& widget, const QString& text);

// Nothing here yet: what goes here, and the one thing to do about it.
class Button;
class EmptyState : public QWidget {
    Q_OBJECT
public:
    EmptyState(const QString& heading, const QString& text, QWidget* parent = nullptr);
    Button* setAction(const QString& text);
};

} // namespace ui

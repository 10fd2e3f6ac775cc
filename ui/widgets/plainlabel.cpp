#include "ui/widgets/plainlabel.h"
#include <QEvent>

namespace ui {

PlainLabel::PlainLabel(const QString& text, QWidget* parent) : PlainLabel(text, Type::Body, Colour::Text, parent) {}

PlainLabel::PlainLabel(const QString& text, Type type, Colour colour, QWidget* parent)
    : QLabel(parent), m_type(type), m_colour(colour) {
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setText(text);
    restyle();
}

void PlainLabel::setType(Type type) {
    m_type = type;
    restyle();
}

void PlainLabel::setColour(Colour colour) {
    m_colour = colour;
    restyle();
}

void PlainLabel::setSelectable(bool on) {
    setTextInteractionFlags(on ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard : Qt::NoTextInteraction);
}

void PlainLabel::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        restyle();
}

void PlainLabel::restyle() {
    setFont(ui::font(m_type));
    QPalette p;
    p.setColor(QPalette::WindowText, colour(m_colour));
    setPalette(p);
}

} // namespace ui

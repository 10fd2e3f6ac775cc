#pragma once
#include "ui/style/theme.h"
#include <QLabel>

namespace ui {

// The only label of the program: plain text always, so that no recorded text can make Qt open a file or a network
// share.
class PlainLabel : public QLabel {
    Q_OBJECT
public:
    explicit PlainLabel(const QString& text = {}, QWidget* parent = nullptr);
    PlainLabel(const QString& text, Type type, Colour colour = Colour::Text, QWidget* parent = nullptr);
    void setType(Type type);
    void setColour(Colour colour);
    void setSelectable(bool on); // by mouse and keyboard

protected:
    void changeEvent(QEvent* event) override;

private:
    void restyle();
    Type m_type = Type::Body;
    Colour m_colour = Colour::Text;
};

} // namespace ui

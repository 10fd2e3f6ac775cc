#include "ui/widgets/pill.h"
#include <QEvent>
#include <QPainter>

namespace ui {

Pill::Pill(Kind kind, const QString& text, QWidget* parent) : QLabel(parent), m_kind(kind) {
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setType(*this, Type::SmallStrong);
    setText(text);
}

void Pill::set(Kind kind, const QString& text) {
    m_kind = kind;
    setText(text);
    updateGeometry();
    update();
}

Colour Pill::ground(Kind kind) {
    switch (kind) {
    case Kind::ToDo:
        return Colour::Sunk;
    case Kind::Done:
        return Colour::OkSoft;
    case Kind::Waiting:
        return Colour::AccentSoft;
    case Kind::Due:
        return Colour::WarnSoft;
    case Kind::Overdue:
        return Colour::BadSoft;
    }
    return Colour::Sunk;
}

Colour Pill::ink(Kind kind) {
    switch (kind) {
    case Kind::ToDo:
        return Colour::Soft;
    case Kind::Done:
        return Colour::Ok;
    case Kind::Waiting:
        return Colour::Accent;
    case Kind::Due:
        return Colour::Warn;
    case Kind::Overdue:
        return Colour::Bad;
    }
    return Colour::Soft;
}

QSize Pill::sizeOf(const QString& text) {
    const QFontMetrics metrics(ui::font(Type::SmallStrong));
    return {metrics.horizontalAdvance(text) + 18, metrics.height() + 2};
}

void Pill::paint(QPainter& painter, const QRect& rect, Kind kind, const QString& text) {
    const bool edged = currentLook() == Look::HighContrast;
    drawRounded(painter, rect, 10, colour(ground(kind)), edged ? colour(ink(kind)) : QColor());
    painter.save();
    painter.setFont(ui::font(Type::SmallStrong));
    painter.setPen(colour(ink(kind)));
    painter.drawText(rect, Qt::AlignCenter,
                     QFontMetrics(painter.font()).elidedText(text, Qt::ElideRight, rect.width() - 12));
    painter.restore();
}

QSize Pill::sizeHint() const {
    return sizeOf(text());
}
QSize Pill::minimumSizeHint() const {
    return sizeOf(text());
}

void Pill::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paint(painter, rect(), m_kind, text());
}

void Pill::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        updateGeometry();
}

} // namespace ui

#include "ui/rows/chip.h"
#include "ui/style/theme.h"
#include <QFontMetrics>
#include <QPainter>

namespace ui::rows {

Chip::Chip(const QString& text, QWidget* parent) : QAbstractButton(parent) {
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

QSize Chip::sizeHint() const {
    const QFontMetrics metrics(ui::font(Type::Body));
    return {metrics.horizontalAdvance(text()) + 2 * px(13), std::max(px(30), metrics.height() + px(8))};
}

void Chip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const double radius = area.height() / 2;
    const QColor fill = isChecked()    ? colour(Colour::Accent)
                        : underMouse() ? colour(Colour::AccentSoft)
                                       : colour(Colour::Surface);
    drawRounded(painter, area, radius, fill, isChecked() ? colour(Colour::Accent) : colour(Colour::Edge));
    painter.setFont(ui::font(Type::Body));
    painter.setPen(colour(isChecked() ? Colour::OnAccent : Colour::Text));
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextHideMnemonic, text());
    if (hasFocus())
        drawFocusRing(painter, QRectF(rect()), radius);
}

} // namespace ui::rows

#include "ui/style/appicon.h"
#include "ui/style/theme.h"
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

namespace ui {
namespace {

// One of the two marks, a hundred units high: a bowl with a tail that rises to the right.
QPainterPath mark() {
    QPainterPath path;
    path.moveTo(36, 0);
    path.cubicTo(12, 12, 0, 34, 0, 62);
    path.cubicTo(0, 84, 12, 98, 29, 98);
    path.cubicTo(45, 98, 56, 87, 56, 72);
    path.cubicTo(56, 57, 46, 47, 32, 47);
    path.cubicTo(29, 47, 26, 47.5, 24, 48.5);
    path.cubicTo(27, 34, 35, 23, 47, 15);
    path.closeSubpath();
    return path;
}

} // namespace

QImage appIconImage(int size) {
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size / 256.0, size / 256.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour(Colour::Accent, Look::Light));
    painter.drawRoundedRect(QRectF(8, 8, 240, 240), 52, 52);
    painter.setBrush(Qt::white);
    painter.translate(58, 72);
    painter.scale(1.14, 1.14);
    painter.drawPath(mark());
    painter.translate(66, 0);
    painter.drawPath(mark());
    return image;
}

QIcon appIcon() {
    QIcon icon;
    for (const int size : {16, 32, 48, 128})
        icon.addPixmap(QPixmap::fromImage(appIconImage(size)));
    return icon;
}

} // namespace ui

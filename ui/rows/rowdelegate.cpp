#include "ui/rows/rowdelegate.h"
#include "ui/rows/inks.h"
#include <QAbstractItemView>
#include <QPainter>
#include <QPainterPath>

namespace ui::rows {

namespace {

constexpr qreal Radius = 10, GroupGap = 14;

int widthOf(const QStyleOptionViewItem& option) {
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    return view ? view->viewport()->width() : option.rect.width();
}

// The outline of a row of a card: rounded where the card begins and ends.
QPainterPath outline(const QRectF& r, bool first, bool last) {
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addRoundedRect(r, Radius, Radius);
    if (!first)
        path.addRect(QRectF(r.left(), r.top(), r.width(), r.height() / 2));
    if (!last)
        path.addRect(QRectF(r.left(), r.center().y(), r.width(), r.height() / 2));
    return path.simplified();
}

void drawCard(QPainter& p, const QRectF& card, bool first, bool last, bool selected, bool focused) {
    const QPainterPath shape = outline(card, first, last);
    p.fillPath(shape, selected ? colour(Colour::AccentSoft) : colour(Colour::Surface));
    p.setClipPath(shape);
    p.setPen(QPen(colour(Colour::Line), 1));
    p.setBrush(Qt::NoBrush);
    p.drawPath(shape);
    p.setClipping(false);
    if (!focused)
        return;
    drawFocusRing(p, card, 8);
}

} // namespace

qreal RowDelegate::headingHeight(const QFont& font, const QModelIndex& index) const {
    const Row* row = index.data(RowRole).value<const Row*>();
    if (!row || row->heading.isEmpty() || !index.data(FirstOfGroupRole).toBool())
        return 0;
    return QFontMetricsF(boldFont(font)).height() * 1.1 + 8 + (index.row() > 0 ? GroupGap : 0);
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Row* row = index.data(RowRole).value<const Row*>();
    if (!row)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool first = index.data(FirstOfGroupRole).toBool(), last = index.data(LastOfGroupRole).toBool();
    const qreal above = headingHeight(option.font, index);
    QRectF card = QRectF(option.rect).adjusted(0.5, above, -0.5, last ? -0.5 : 0);
    if (above > 0) {
        painter->setFont(boldFont(option.font));
        painter->setPen(ink(Ink::Text));
        painter->drawText(QRectF(option.rect.left() + 1, option.rect.top(), option.rect.width(), above - 6),
                          Qt::AlignLeft | Qt::AlignBottom, row->heading);
    }
    if (first)
        card.setTop(card.top() + 0.5);
    const bool focused = (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Active);
    drawCard(*painter, card, first, last, option.state & QStyle::State_Selected, focused);
    RowLayout(*row, m_columns, option.rect.width(), option.font, m_metrics).draw(*painter, {qreal(option.rect.left()), option.rect.top() + above});
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Row* row = index.data(RowRole).value<const Row*>();
    if (!row)
        return {};
    const int width = widthOf(option);
    const RowLayout layout(*row, m_columns, width, option.font, m_metrics);
    return {width, qCeil(layout.height() + headingHeight(option.font, index)) + 1};
}

} // namespace ui::rows

#include "ui/rows/rowdelegate.h"
#include "ui/rows/inks.h"
#include <QAbstractItemView>
#include <QPainter>

namespace ui::rows {

namespace {

constexpr qreal Radius = 10, GroupGap = 14;

int widthOf(const QStyleOptionViewItem& option) {
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    return view ? view->viewport()->width() : option.rect.width();
}

// A row of a card: rounded where the card begins and ends, a hairline between rows.
void drawCard(QPainter& p, const QRectF& row, bool first, bool last, const QColor& fill) {
    p.save();
    p.setClipRect(row);
    const QRectF shape = row.adjusted(0.5, first ? 0.5 : -2 * Radius, -0.5, last ? -0.5 : 2 * Radius);
    drawRounded(p, shape, Radius, fill, colour(Colour::Line));
    if (!first)
        p.fillRect(QRectF(row.left() + 1, row.top(), row.width() - 2, 1), colour(Colour::Line));
    p.restore();
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
    const QRectF card = QRectF(option.rect).adjusted(0, above, 0, 0);
    if (above > 0) {
        painter->setFont(boldFont(option.font));
        painter->setPen(ink(Ink::Text));
        painter->drawText(QRectF(option.rect.left() + 1, option.rect.top(), option.rect.width(), above - 6),
                          Qt::AlignLeft | Qt::AlignBottom, row->heading);
    }
    const bool selected = option.state & QStyle::State_Selected;
    drawCard(*painter, card, first && !m_titled, last, colour(selected ? Colour::AccentSoft : Colour::Surface));
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Active))
        drawFocusRing(*painter, card, 8);
    RowLayout(*row, m_columns, option.rect.width(), option.font, m_metrics)
        .draw(*painter, {qreal(option.rect.left()), option.rect.top() + above});
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const int width = widthOf(option);
    return {width, m_heights ? m_heights->height(index.row()) : measure(option.font, width, index)};
}

int RowDelegate::measure(const QFont& font, int width, const QModelIndex& index) const {
    const Row* row = index.data(RowRole).value<const Row*>();
    if (!row)
        return 1;
    const RowLayout layout(*row, m_columns, width, font, m_metrics);
    return qCeil(layout.height() + headingHeight(font, index)) + 1;
}

} // namespace ui::rows

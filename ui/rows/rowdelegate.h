#pragma once
#include "ui/rows/rowheights.h"
#include "ui/rows/rowlayout.h"
#include <QStyledItemDelegate>

namespace ui::rows {

// Paints rows as cards: a group has a heading, rounded corners at its first and last row, and hairlines between.
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setColumns(std::vector<Column> columns) { m_columns = std::move(columns); }
    const std::vector<Column>& columns() const { return m_columns; }
    void setTitled(bool titled) { m_titled = titled; } // its titles stand above, in the same card
    void setMetrics(const RowLayout::Metrics& metrics) { m_metrics = metrics; }
    const RowLayout::Metrics& metrics() const { return m_metrics; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    int measure(const QFont& font, int width, const QModelIndex& index) const; // lays the row's text out

    // What a size is read from; without it every row is laid out whenever it is asked for.
    void setHeights(const RowHeights* heights) { m_heights = heights; }

private:
    qreal headingHeight(const QFont& font, const QModelIndex& index) const;
    std::vector<Column> m_columns;
    RowLayout::Metrics m_metrics;
    const RowHeights* m_heights = nullptr;
    bool m_titled = false;
};

} // namespace ui::rows

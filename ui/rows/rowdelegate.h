#pragma once
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

private:
    qreal headingHeight(const QFont& font, const QModelIndex& index) const;
    std::vector<Column> m_columns;
    RowLayout::Metrics m_metrics;
    bool m_titled = false;
};

} // namespace ui::rows

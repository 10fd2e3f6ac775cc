#pragma once
#include "ui/rows/row.h"
#include <QAbstractListModel>

namespace ui::rows {

// Rows that are all made at once: every list but the timeline.
class RowModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    void setRows(std::vector<Row> rows, std::vector<Column> columns = {});
    int rowOf(const QString& key) const; // -1: not there
    const Row* row(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<Row> m_rows;
    std::vector<Column> m_columns;
};

} // namespace ui::rows

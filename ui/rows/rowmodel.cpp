#include "ui/rows/rowmodel.h"
#include <algorithm>

namespace ui::rows {

void RowModel::setRows(std::vector<Row> rows, std::vector<Column> columns) {
    beginResetModel();
    m_rows = std::move(rows);
    m_columns = std::move(columns);
    endResetModel();
}

int RowModel::rowOf(const QString& key) const {
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.key == key; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

const Row* RowModel::row(int row) const {
    return row >= 0 && static_cast<size_t>(row) < m_rows.size() ? &m_rows[static_cast<size_t>(row)] : nullptr;
}

int RowModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant RowModel::data(const QModelIndex& index, int role) const {
    const Row* r = index.isValid() ? row(index.row()) : nullptr;
    if (!r)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return spokenText(*r, m_columns);
    case RowRole:
        return QVariant::fromValue(r);
    case KeyRole:
        return r->key;
    case FirstOfGroupRole:
        return index.row() == 0 || row(index.row() - 1)->heading != r->heading;
    case LastOfGroupRole:
        return index.row() == rowCount() - 1 || row(index.row() + 1)->heading != r->heading;
    default:
        return {};
    }
}

} // namespace ui::rows

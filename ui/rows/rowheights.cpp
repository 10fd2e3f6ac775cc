#include "ui/rows/rowheights.h"
#include <algorithm>

namespace ui::rows {

void RowHeights::reset(int rows, int width) {
    m_heights.assign(static_cast<size_t>(rows), 0);
    m_sum = 0;
    m_measured = 0;
    m_width = width;
}

std::optional<int> RowHeights::measured(int row) const {
    if (row < 0 || row >= rows() || m_heights[static_cast<size_t>(row)] == 0)
        return {};
    return m_heights[static_cast<size_t>(row)];
}

void RowHeights::set(int row, int height) {
    int& kept = m_heights[static_cast<size_t>(row)];
    if (kept == 0)
        ++m_measured;
    m_sum += height - kept;
    kept = height;
}

int RowHeights::firstUnmeasured(int from) const {
    const auto found = std::find(m_heights.begin() + std::min(from, rows()), m_heights.end(), 0);
    return found == m_heights.end() ? -1 : static_cast<int>(found - m_heights.begin());
}

void RowHeights::settleTypical() {
    if (m_measured > 0)
        m_typical = static_cast<int>(m_sum / m_measured);
}

} // namespace ui::rows

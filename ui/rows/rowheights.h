#pragma once
#include <optional>
#include <vector>

namespace ui::rows {

// The heights of a list's rows at one width, in logical pixels. A row that nobody has measured yet counts as tall as
// the measured ones are on average: to measure one is to lay out its text, and a long list should stand there before
// that.
class RowHeights {
public:
    static constexpr int Guess = 64; // of a list in which nothing is measured yet

    void reset(int rows, int width);
    int rows() const { return static_cast<int>(m_heights.size()); }
    int width() const { return m_width; }
    std::optional<int> measured(int row) const; // nothing: not yet, or no such row
    int height(int row) const { return measured(row).value_or(m_typical); }
    void set(int row, int height);
    int firstUnmeasured(int from = 0) const; // at or after a row; -1: none
    void settleTypical();                    // the average of what is measured now holds for the others

private:
    std::vector<int> m_heights; // 0: not measured
    long long m_sum = 0;
    int m_measured = 0, m_width = -1, m_typical = Guess;
};

} // namespace ui::rows

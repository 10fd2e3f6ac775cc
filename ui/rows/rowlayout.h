#pragma once
#include "ui/rows/row.h"
#include <QFont>
#include <QRectF>
#include <QTextLayout>
#include <memory>

class QPainter;

namespace ui::rows {

// Where the paragraphs of one row stand at a given width. Measured for the list, drawn for the eye: one computation for
// both.
class RowLayout {
public:
    struct Metrics {
        int padX = 18, padY = 10, gap = 16;
        int stackBelow = 620; // narrower than this there are no columns: cells stand under each other
    };
    RowLayout(const Row& row, const std::vector<Column>& columns, qreal width, const QFont& font,
              const Metrics& metrics);

    qreal height() const { return m_height; } // of the row itself, without a group's heading
    void draw(QPainter& painter, QPointF at) const;

    static bool stacks(qreal width, const std::vector<Column>& columns, const Metrics& metrics);
    static std::vector<qreal> columnWidths(const std::vector<Column>& columns, qreal width, const Metrics& metrics);

private:
    struct Placed {
        Paragraph::Kind kind;
        std::unique_ptr<QTextLayout> text;
        QRectF rect; // within the row
        Ink ink;
    };
    qreal place(const Cell& cell, qreal x, qreal y, qreal width, bool right);
    qreal placeStacked(const Row& row, const std::vector<Column>& columns, qreal width);

    QFont m_font, m_small;
    qreal m_line;
    Metrics m_metrics;
    std::vector<Placed> m_placed;
    qreal m_height = 0;
};

QFont smallFont(const QFont& font);
QFont boldFont(const QFont& font);

} // namespace ui::rows

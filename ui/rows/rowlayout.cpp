#include "ui/rows/rowlayout.h"
#include "ui/rows/inks.h"
#include <QFontMetricsF>
#include <QPainter>

namespace ui::rows {

namespace {

constexpr qreal BarWidth = 3, BarGap = 12, PillPad = 9, PillGap = 10;

QTextOption optionFor(bool right) {
    QTextOption option(right ? Qt::AlignRight : Qt::AlignLeft);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return option;
}

QList<QTextLayout::FormatRange> formatsOf(const Paragraph& paragraph, const QFont& font) {
    QList<QTextLayout::FormatRange> ranges;
    int from = 0;
    for (const Run& run : paragraph.runs) {
        QTextLayout::FormatRange range;
        range.start = from;
        range.length = static_cast<int>(run.text.size());
        range.format.setFont(run.bold ? boldFont(font) : font);
        range.format.setForeground(ink(run.ink));
        ranges << range;
        from += range.length;
    }
    return ranges;
}

// A paragraph of recorded text may hold line breaks: QTextLayout wants them as line separators.
QString laidText(const Paragraph& paragraph) {
    QString text = paragraph.text();
    text.replace(QLatin1Char('\n'), QChar::LineSeparator);
    return text;
}

qreal layOut(QTextLayout& layout, qreal width, qreal lineHeight) {
    layout.beginLayout();
    qreal y = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y + (lineHeight - line.height()) / 2});
        y += std::max(lineHeight, line.height());
    }
    layout.endLayout();
    return y;
}

} // namespace

QFont smallFont(const QFont& font) {
    QFont small = font;
    if (font.pixelSize() > 0)
        small.setPixelSize(std::max(9, qRound(font.pixelSize() * 13.0 / 14.0)));
    else
        small.setPointSizeF(font.pointSizeF() * 13.0 / 14.0);
    return small;
}

QFont boldFont(const QFont& font) {
    QFont bold = font;
    bold.setBold(true);
    return bold;
}

RowLayout::RowLayout(const Row& row, const std::vector<Column>& columns, qreal width, const QFont& font,
                     const Metrics& metrics)
    : m_font(font), m_small(smallFont(font)), m_line(QFontMetricsF(font).height() * 1.1), m_metrics(metrics) {
    if (stacks(width, columns, metrics)) {
        m_height = placeStacked(row, columns, width) + metrics.padY;
        return;
    }
    const std::vector<qreal> widths = columnWidths(columns, width, metrics);
    qreal x = metrics.padX;
    qreal bottom = metrics.padY;
    for (size_t i = 0; i < row.cells.size() && i < columns.size(); ++i) {
        bottom = std::max(bottom, place(row.cells[i], x, metrics.padY, widths[i], columns[i].right));
        x += widths[i] + metrics.gap;
    }
    m_height = bottom + metrics.padY;
}

bool RowLayout::stacks(qreal width, const std::vector<Column>& columns, const Metrics& metrics) {
    return columns.size() > 1 && width < metrics.stackBelow * textScale();
}

std::vector<qreal> RowLayout::columnWidths(const std::vector<Column>& columns, qreal width, const Metrics& metrics) {
    qreal left = width - 2 * metrics.padX - metrics.gap * static_cast<qreal>(columns.size() - 1);
    double shares = 0;
    for (const Column& column : columns) {
        left -= column.width * textScale();
        shares += column.width > 0 ? 0 : column.share;
    }
    std::vector<qreal> widths;
    widths.reserve(columns.size());
    for (const Column& column : columns)
        widths.push_back(column.width > 0 ? column.width * textScale() : std::max(40.0, left * column.share / shares));
    return widths;
}

qreal RowLayout::place(const Cell& cell, qreal x, qreal y, qreal width, bool right) {
    qreal lastLineEnd = -1, lastLineTop = 0; // where a pill could still stand beside the text before it
    for (const Paragraph& paragraph : cell) {
        const bool isSmall = paragraph.kind == Paragraph::Kind::Small || paragraph.kind == Paragraph::Kind::Pill;
        const QFont& font = isSmall ? m_small : m_font;
        const qreal line = isSmall ? QFontMetricsF(m_small).height() * 1.06 : m_line;
        auto text = std::make_unique<QTextLayout>(laidText(paragraph), font);
        text->setTextOption(optionFor(right && paragraph.kind != Paragraph::Kind::Pill));
        text->setFormats(formatsOf(paragraph, font));
        const Ink ink = paragraph.runs.empty() ? Ink::Text : paragraph.runs.front().ink;

        if (paragraph.kind == Paragraph::Kind::Pill) {
            const qreal natural = QFontMetricsF(boldFont(m_small)).horizontalAdvance(text->text()) + 1;
            const bool beside = lastLineEnd >= 0 && lastLineEnd + PillGap + natural + 2 * PillPad <= x + width;
            const qreal inner = std::min(natural, width - 2 * PillPad);
            const qreal height = layOut(*text, inner, line);
            const qreal px = beside ? lastLineEnd + PillGap : x;
            const qreal py = beside ? lastLineTop + (m_line - height) / 2 : y;
            m_placed.push_back({paragraph.kind, std::move(text), {px, py, inner + 2 * PillPad, height}, ink});
            if (beside) {
                lastLineEnd = px + inner + 2 * PillPad;
            } else {
                lastLineEnd = x + inner + 2 * PillPad;
                lastLineTop = y + height - m_line;
                y += height + 2;
            }
            continue;
        }
        const qreal indent = paragraph.kind == Paragraph::Kind::Quote ? BarWidth + BarGap : 0;
        const qreal above = paragraph.kind == Paragraph::Kind::Quote ? 3 : 0;
        const qreal height = layOut(*text, width - indent, line);
        if (text->lineCount() > 0) {
            const QTextLine last = text->lineAt(text->lineCount() - 1);
            lastLineEnd = x + indent + last.naturalTextRect().right();
            lastLineTop = y + above + height - line;
        }
        m_placed.push_back({paragraph.kind, std::move(text), {x, y + above, width, height}, ink});
        y += height + 2 * above;
    }
    return y;
}

// Lead cells (date, label) on one line, the others under it, each under its column's title if it has one.
qreal RowLayout::placeStacked(const Row& row, const std::vector<Column>& columns, qreal width) {
    const qreal x = m_metrics.padX;
    const qreal inner = width - 2 * x;
    Paragraph lead;
    qreal y = m_metrics.padY;
    const auto finishLead = [&] {
        if (lead.runs.empty())
            return;
        y = place({lead}, x, y, inner, false);
        lead.runs.clear();
    };
    for (size_t i = 0; i < row.cells.size() && i < columns.size(); ++i) {
        if (columns[i].lead) {
            if (!lead.runs.empty())
                lead.runs.push_back({QStringLiteral("   ")});
            for (size_t k = 0; k < row.cells[i].size(); ++k) {
                if (k > 0)
                    lead.runs.push_back({QStringLiteral(" ")});
                const auto& runs = row.cells[i][k].runs;
                lead.runs.insert(lead.runs.end(), runs.begin(), runs.end());
            }
            continue;
        }
        finishLead();
        if (row.cells[i].empty())
            continue;
        Cell cell = row.cells[i];
        if (i > 0 && !columns[i].title.isEmpty()) {
            y += 4;
            if (cell.front().kind == Paragraph::Kind::Body)
                cell.front().runs.insert(cell.front().runs.begin(),
                                         Run{columns[i].title + QStringLiteral(": "), false, Ink::Soft});
            else
                cell.insert(cell.begin(), body(columns[i].title + QLatin1Char(':'), false, Ink::Soft));
        }
        y = place(cell, x, y, inner, false);
    }
    finishLead();
    return y;
}

void RowLayout::draw(QPainter& painter, QPointF at) const {
    for (const Placed& p : m_placed) {
        const QRectF rect = p.rect.translated(at);
        QPointF text = rect.topLeft();
        if (p.kind == Paragraph::Kind::Pill) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(softInk(p.ink));
            const qreal radius = std::min(10.0, rect.height() / 2);
            painter.drawRoundedRect(rect, radius, radius);
            text.rx() += PillPad;
        } else if (p.kind == Paragraph::Kind::Quote) {
            painter.fillRect(QRectF(rect.left(), rect.top(), BarWidth, rect.height()), ink(Ink::Accent));
            text.rx() += BarWidth + BarGap;
        }
        p.text->draw(&painter, text);
    }
}

} // namespace ui::rows

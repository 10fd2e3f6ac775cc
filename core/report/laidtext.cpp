#include "core/report/laidtext.h"
#include "core/report/look.h"
#include "core/report/shownrun.h"
#include <algorithm>
#include <numeric>

namespace core::report {

namespace {

bool isBreak(QChar c) {
    return c == u'\n' || c == u'\r' || c == u'\v' || c == u'\f' || c == QChar(0x85) || c == QChar::LineSeparator ||
           c == QChar::ParagraphSeparator;
}

// Letters that a PDF reader gets right from the font alone. A no-break space is not among them: readers take it for a
// space.
bool speaksForItself(QChar c) {
    const ushort u = c.unicode();
    return (u >= 0x20 && u < 0x7F) || (u > 0xA0 && u < 0x250 && u != 0xAD) || (u >= 0x1E00 && u <= 0x1EFF) ||
           (u >= 0x2010 && u <= 0x2027);
}

QTextOption optionFor(QStringView text) {
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    const bool rightToLeft = text.isRightToLeft();
    option.setTextDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment(rightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    return option;
}

} // namespace

LaidText::LaidText(const QString& text, const TextStyle& style, double width, Fonts& fonts, QPaintDevice* device)
    : m_text(text), m_style(style) {
    qsizetype from = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && !isBreak(text[i]))
            continue;
        const bool pair = i + 1 < text.size() && text[i] == u'\r' && text[i + 1] == u'\n';
        const qsizetype end = std::min(text.size(), i + (pair ? 2 : 1));
        if (i < text.size() || from < i || m_paragraphs.empty())
            addParagraph(from, i, end, width, fonts, device);
        from = end;
        if (pair)
            ++i;
    }
}

void LaidText::addParagraph(qsizetype from, qsizetype to, qsizetype end, double width, Fonts& fonts,
                            QPaintDevice* device) {
    QString shown;
    Paragraph paragraph;
    paragraph.begin = from;
    QList<QTextLayout::FormatRange> formats;
    for (const ShownRun& run : shownRuns(m_text, from, to, fonts)) {
        QTextLayout::FormatRange range;
        range.start = int(shown.size());
        range.length = int(run.shown.size());
        range.format.setFont(fonts.font(run.choice, m_style.points, m_style.bold));
        if (run.choice.face != Fonts::Face::Sans && run.choice.face != Fonts::Face::None)
            formats << range;
        shown += run.shown;
        paragraph.origin.insert(paragraph.origin.end(), run.origin.begin(), run.origin.end());
    }
    paragraph.origin.push_back(end);
    paragraph.layout = std::make_unique<QTextLayout>(shown, fonts.font({}, m_style.points, m_style.bold), device);
    paragraph.layout->setTextOption(optionFor(QStringView(m_text).mid(from, to - from)));
    paragraph.layout->setFormats(formats);
    paragraph.layout->setCacheEnabled(true); // else every line is shaped a second time when it is drawn
    paragraph.layout->beginLayout();
    for (int i = 0;; ++i) {
        QTextLine line = paragraph.layout->createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        line.setPosition({0, 0});
        m_lines.push_back({m_paragraphs.size(), i, line.height() * 1.06});
    }
    paragraph.layout->endLayout();
    m_paragraphs.push_back(std::move(paragraph));
}

double LaidText::widthOf(size_t line) const {
    return m_paragraphs[m_lines[line].paragraph].layout->lineAt(m_lines[line].index).naturalTextWidth();
}

double LaidText::height() const {
    return heightOf(0, m_lines.size());
}

double LaidText::heightOf(size_t from, size_t count) const {
    const auto first = m_lines.begin() + qsizetype(from);
    return std::accumulate(first, first + qsizetype(count), 0.0,
                           [](double sum, const Line& line) { return sum + line.height; });
}

void LaidText::draw(QPainter& painter, size_t line, double x, double y) const {
    const Line& wanted = m_lines[line];
    if (painter.pen().color().rgb() != m_style.colour) // each change of pen is written to the page
        painter.setPen(QColor::fromRgb(m_style.colour));
    m_paragraphs[wanted.paragraph].layout->lineAt(wanted.index).draw(&painter, QPointF(x, y));
}

// Where the characters shown from `shown` on begin in the record. Several shown characters may stand for one recorded
// one: the line with the first of them has it.
qsizetype LaidText::Paragraph::recordedFrom(size_t shown) const {
    if (shown == 0)
        return begin;
    return *std::upper_bound(origin.begin(), origin.end(), origin[shown - 1]);
}

std::optional<QString> LaidText::actualText(size_t line) const {
    const Paragraph& paragraph = m_paragraphs[m_lines[line].paragraph];
    const QTextLine drawn = paragraph.layout->lineAt(m_lines[line].index);
    const auto from = size_t(drawn.textStart());
    const qsizetype start = paragraph.recordedFrom(from);
    const size_t to = from + size_t(drawn.textLength());
    const qsizetype stop = to + 1 == paragraph.origin.size() ? paragraph.origin.back() : paragraph.recordedFrom(to);
    const QString recorded = m_text.mid(start, stop - start);
    const QString shown = paragraph.layout->text().mid(drawn.textStart(), drawn.textLength());
    const bool plain =
        !m_style.exact && std::all_of(shown.begin(), shown.end(), speaksForItself) && recorded.startsWith(shown);
    return plain ? std::nullopt : std::optional(recorded);
}

} // namespace core::report

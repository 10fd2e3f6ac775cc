#include "core/report/drawing.h"
#include "core/report/look.h"
#include <QCoreApplication>
#include <QPageSize>
#include <QPainter>
#include <algorithm>

namespace core::report {

namespace {

using look::pt;

constexpr TextStyle furnitureStyle{8, false, look::soft, false};

class PageDrawer {
public:
    PageDrawer(QPdfWriter& writer, const Furniture& furniture, Fonts& fonts)
        : m_writer(writer)
        , m_fonts(fonts)
        , m_head(furniture.head, furnitureStyle, writer.width(), fonts, &writer)
        , m_office(furniture.office, furnitureStyle, writer.width() * 0.36, fonts, &writer)
        , m_recordMark(furniture.recordMark, furnitureStyle, writer.width() * 0.48, fonts, &writer)
        , m_painter(&writer) {}

    void draw(const Page& page, size_t index, size_t of) {
        if (index > 0)
            m_writer.newPage();
        m_page = index;
        drawFurniture(index, of);
        for (const PageItem& item : page)
            std::visit([this](const auto& it) { drawItem(it); }, item);
    }
    std::vector<Mark> finish() {
        m_painter.end();
        return std::move(m_marks);
    }

private:
    void mark(long id) { m_painter.drawRect(QRectF(double(markerX), double(id), 1, 1)); }
    size_t open(Mark made) {
        m_marks.push_back(std::move(made));
        mark(long(m_marks.size()) - 1);
        return m_marks.size() - 1;
    }

    void drawItem(const OpenMark& item) {
        const size_t id = open({m_page, item.element->type, {}, false});
        item.element->marks.emplace_back(m_page, id);
    }
    void drawItem(const CloseMark&) { mark(markerEnd); }
    void drawItem(const Fill& item) {
        m_painter.fillRect(item.rect.translated(0, look::headHeight), QColor::fromRgb(item.colour));
    }
    void drawItem(const DrawnLine& item) {
        const auto actual = item.text->actualText(item.line);
        if (actual)
            open({m_page, {}, *actual, true});
        item.text->draw(m_painter, item.line, item.x, item.y + look::headHeight);
        if (actual)
            mark(markerEnd);
    }

    void drawFurniture(size_t index, size_t of) {
        const double width = m_writer.width();
        const double foot = m_writer.height() - 12 * pt;
        if (index > 0) // the first page has the title
            place(m_head, 0, width, 0, 0);
        m_painter.fillRect(QRectF(0, foot - 7 * pt, width, look::hairline), QColor::fromRgb(look::line));
        place(m_office, 0, width * 0.36, foot, 0);
        place(m_recordMark, width * 0.36, width * 0.48, foot, 0.5);
        const QString number = QCoreApplication::translate("Report", "Page %1 of %2").arg(index + 1).arg(of);
        place(LaidText(number, furnitureStyle, width * 0.16, m_fonts, &m_writer), width * 0.84, width * 0.16, foot, 1);
    }
    // One line of small text; `align` 0 left, 0.5 middle, 1 right. What does not fit is cut at a word.
    void place(const LaidText& text, double x, double width, double y, double align) {
        if (text.widthOf(0) > 0)
            text.draw(m_painter, 0, x + align * (width - std::min(width, text.widthOf(0))), y);
    }

    QPdfWriter& m_writer;
    Fonts& m_fonts;
    const LaidText m_head, m_office, m_recordMark;
    QPainter m_painter;
    std::vector<Mark> m_marks;
    size_t m_page = 0;
};

} // namespace

void preparePage(QPdfWriter& writer) {
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    writer.setColorModel(QPdfWriter::ColorModel::RGB); // the default of 6.8 makes PDF/A-1b invalid
#endif
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({look::marginLeft, look::marginTop, look::marginLeft, look::marginBottom},
                          QPageLayout::Millimeter);
    writer.setResolution(look::dpi);
}

std::vector<Mark> drawPages(QPdfWriter& writer, const std::vector<Page>& pages, const Furniture& furniture,
                            Fonts& fonts) {
    PageDrawer drawer(writer, furniture, fonts);
    for (size_t i = 0; i < pages.size(); ++i)
        drawer.draw(pages[i], i, pages.size());
    return drawer.finish();
}

} // namespace core::report

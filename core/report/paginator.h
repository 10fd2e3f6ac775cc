#pragma once
#include "core/report/laidtext.h"
#include "core/report/structure.h"
#include <QRectF>
#include <optional>
#include <variant>

namespace core::report {

// What stands on a page, in the order in which it is drawn.
struct OpenMark {
    Element* element = nullptr;
};
struct CloseMark {};
struct DrawnLine {
    std::shared_ptr<const LaidText> text;
    size_t line = 0;
    double x = 0, y = 0;
};
struct Fill {
    QRectF rect;
    QRgb colour = 0;
};
using PageItem = std::variant<OpenMark, CloseMark, DrawnLine, Fill>;
using Page = std::vector<PageItem>;

// A strip across the page: one or several texts side by side, which may run on over the page's end.
struct Strip {
    struct Cell {
        std::shared_ptr<const LaidText> text;
        Element* element = nullptr; // nullptr: furniture, not read out
        double x = 0;
    };
    enum class Backing { None, Bar, Panel, HeaderRow, RowRule };
    std::vector<Cell> cells;
    double above = 0, below = 0; // dropped at the top of a page
    double padding = 0;          // inside, above and under the texts
    double left = 0, width = 0;  // of the backing
    Backing backing = Backing::None;
    bool keepWithNext = false;
    bool mayMove = false; // rather goes to the next page as a whole than splits, unless it is long
    int bookmark = 0;     // heading level
    QString bookmarkText;
    double height() const; // without the space above and below
};

// Puts strips onto pages. Each is laid out once; the number of pages is known before anything is drawn.
class Paginator {
public:
    explicit Paginator(double height) : m_height(height), m_pages(1) {}

    void add(Strip strip);
    void beginTable(Strip header); // its header is drawn again at the top of each page the table runs on to
    void endTable() { m_header.reset(); }
    void finish();

    const std::vector<Page>& pages() const { return m_pages; }
    const std::vector<Bookmark>& bookmarks() const { return m_bookmarks; }

private:
    using Counts = std::vector<size_t>; // a number of lines for each cell
    void place(const Strip& strip);
    void placeHeld(double roomForNext);
    void newPage();
    Counts fitting(const Strip& strip, const Counts& done) const;
    double draw(const Strip& strip, const Counts& from, const Counts& count);
    void drawBacking(const Strip& strip, double height, bool last);
    double room() const { return m_height - m_y; }
    bool atTop() const { return m_atTop; }
    Page& page() { return m_pages.back(); }

    double m_height = 0, m_y = 0;
    bool m_atTop = true;
    std::vector<Page> m_pages;
    std::vector<Bookmark> m_bookmarks;
    std::vector<Strip> m_held; // kept with what comes next
    std::optional<Strip> m_header;
    bool m_headerPlaced = false;
};

} // namespace core::report

#include "core/report/paginator.h"
#include "core/report/look.h"
#include <algorithm>

namespace core::report {

namespace {

constexpr double longShare = 0.4; // of a page: a higher row is split rather than moved
constexpr size_t fewestLines = 2; // of a paragraph, before and after a split

double firstLines(const Strip& strip) {
    double highest = 0;
    for (const auto& cell : strip.cells)
        highest = std::max(highest, cell.text->heightOf(0, std::min(cell.text->lines(), fewestLines + 1)));
    return highest + 2 * strip.padding;
}

size_t linesFitting(const LaidText& text, size_t from, double room) {
    size_t count = 0;
    double used = 0;
    while (from + count < text.lines() && used + text.lineHeight(from + count) <= room)
        used += text.lineHeight(from + count++);
    const size_t left = text.lines() - from - count;
    if (left == 0)
        return count;
    if (left < fewestLines && count > fewestLines)
        count -= fewestLines - left;
    return count < fewestLines ? 0 : count;
}

} // namespace

double Strip::height() const {
    double highest = 0;
    for (const Cell& cell : cells)
        highest = std::max(highest, cell.text->height());
    return highest + 2 * padding;
}

void Paginator::add(Strip strip) {
    if (strip.keepWithNext) {
        m_held.push_back(std::move(strip));
        return;
    }
    const double whole = strip.height();
    const bool moves = strip.mayMove && whole <= longShare * m_height;
    placeHeld(strip.above + (moves ? whole : std::min(whole, firstLines(strip))));
    place(strip);
}

void Paginator::beginTable(Strip header) {
    header.keepWithNext = true;
    m_header = header;
    m_headerPlaced = false;
    add(std::move(header));
}

void Paginator::finish() {
    placeHeld(0);
}

void Paginator::placeHeld(double roomForNext) {
    if (m_held.empty())
        return;
    double wanted = roomForNext;
    for (const Strip& held : m_held)
        wanted += held.above + held.height() + held.below;
    const std::vector<Strip> held = std::exchange(m_held, {});
    if (wanted > room() && !atTop())
        newPage();
    for (const Strip& strip : held)
        place(strip);
    m_headerPlaced = m_header.has_value();
}

void Paginator::newPage() {
    m_pages.emplace_back();
    m_y = 0;
    m_atTop = true;
    if (!m_header || !m_headerPlaced)
        return;
    Strip repeated = *m_header; // furniture: not read out a second time
    for (auto& cell : repeated.cells)
        cell.element = nullptr;
    m_y += draw(repeated, Counts(repeated.cells.size(), 0), fitting(repeated, Counts(repeated.cells.size(), 0)));
}

Paginator::Counts Paginator::fitting(const Strip& strip, const Counts& done) const {
    Counts counts;
    for (size_t i = 0; i < strip.cells.size(); ++i)
        counts.push_back(linesFitting(*strip.cells[i].text, done[i], room() - 2 * strip.padding));
    // A row begins with all its cells or not at all: a label never stands at a page's end without its value.
    for (size_t i = 0; i < counts.size(); ++i)
        if (done[i] == 0 && counts[i] == 0)
            return Counts(counts.size(), 0);
    return counts;
}

void Paginator::place(const Strip& strip) {
    m_y += atTop() ? 0 : strip.above;
    const double whole = strip.height();
    if (strip.mayMove && whole > room() && whole <= longShare * m_height && !atTop())
        newPage();
    if (strip.bookmark > 0)
        m_bookmarks.push_back({strip.bookmark, m_pages.size() - 1, m_y / look::pt, strip.bookmarkText});
    Counts done(strip.cells.size(), 0);
    const auto finished = [&] {
        for (size_t i = 0; i < done.size(); ++i)
            if (done[i] < strip.cells[i].text->lines())
                return false;
        return true;
    };
    for (bool fresh = atTop(); !finished(); fresh = true) {
        const Counts counts = fitting(strip, done);
        const bool nothing = std::all_of(counts.begin(), counts.end(), [](size_t n) { return n == 0; });
        if (nothing && fresh)
            break; // a line higher than a page cannot be
        if (!nothing) {
            m_y += draw(strip, done, counts);
            for (size_t i = 0; i < done.size(); ++i)
                done[i] += counts[i];
        }
        if (!finished())
            newPage();
    }
    m_y += strip.below;
}

double Paginator::draw(const Strip& strip, const Counts& from, const Counts& count) {
    double highest = 0;
    bool last = true;
    for (size_t i = 0; i < strip.cells.size(); ++i) {
        highest = std::max(highest, strip.cells[i].text->heightOf(from[i], count[i]));
        last = last && from[i] + count[i] == strip.cells[i].text->lines();
    }
    drawBacking(strip, highest + 2 * strip.padding, last);
    for (size_t i = 0; i < strip.cells.size(); ++i) {
        const Strip::Cell& cell = strip.cells[i];
        if (count[i] == 0)
            continue;
        if (cell.element)
            page().push_back(OpenMark{cell.element});
        double y = m_y + strip.padding;
        for (size_t line = from[i]; line < from[i] + count[i]; y += cell.text->lineHeight(line++))
            page().push_back(DrawnLine{cell.text, line, cell.x, y});
        if (cell.element)
            page().push_back(CloseMark{});
    }
    m_atTop = false;
    return highest + 2 * strip.padding;
}

void Paginator::drawBacking(const Strip& strip, double height, bool last) {
    const auto fill = [&](double x, double y, double w, double h, QRgb colour) {
        page().push_back(Fill{QRectF(x, y, w, h), colour});
    };
    switch (strip.backing) {
    case Strip::Backing::None:
        return;
    case Strip::Backing::Bar:
        return fill(strip.left, m_y, look::bar, height, look::accent);
    case Strip::Backing::Panel:
        fill(strip.left, m_y, strip.width, height, look::sunk);
        return fill(strip.left, m_y, look::bar, height, look::accent);
    case Strip::Backing::HeaderRow:
        return fill(strip.left, m_y + height - look::hairline * 2, strip.width, look::hairline * 2, look::soft);
    case Strip::Backing::RowRule:
        if (last)
            fill(strip.left, m_y + height, strip.width, look::hairline, look::line);
        return;
    }
}

} // namespace core::report

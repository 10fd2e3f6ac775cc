#pragma once
#include "core/report/document.h"
#include "core/report/paginator.h"
#include <QByteArray>
#include <QPdfWriter>

namespace core::report {

// QPdfWriter cannot tag. So a rectangle that no page shows goes before and after each piece of content: its x is this
// number, its y the number of the mark. tagPages() finds them again in the page streams. It is drawn with whatever pen
// there is: a colour of its own would make Qt write pen and brush out anew for the text behind it.
constexpr long markerX = -7654321;
constexpr long markerEnd = 9999999;

// The furniture of every page: running head and footer.
struct Furniture {
    QString head, office, recordMark;
};

// Sets up a writer for A4, sRGB and PDF/A-1b.
void preparePage(QPdfWriter& writer);

// Draws laid-out pages, once. Gives the marks set while drawing, by number; leaves get their (page, mark) pairs.
std::vector<Mark> drawPages(QPdfWriter& writer, const std::vector<Page>& pages, const Furniture& furniture,
                            Fonts& fonts);

} // namespace core::report

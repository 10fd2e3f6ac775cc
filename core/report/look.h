#pragma once
#include <QColor>

// Sizes and colours of a printed document, by name.
namespace core::report::look {

constexpr int dpi = 1200;
constexpr double pt = dpi / 72.0; // device units in a point

constexpr double marginLeft = 22, marginTop = 15, marginBottom = 14; // mm
constexpr double headHeight = 30 * pt, footHeight = 30 * pt;         // kept free for the running head and the footer

constexpr double gapParagraph = 7 * pt;
constexpr double gapBlock = 11 * pt; // round tables, quotations and notices
constexpr double hairline = 0.6 * pt, bar = 2.4 * pt;
constexpr double rowPadding = 4.5 * pt, columnGap = 12 * pt;
constexpr double quotationIndent = 15 * pt, noticePadding = 10 * pt;

constexpr QRgb ink = 0xff171b1e, soft = 0xff505a5f, accent = 0xff0b5766, line = 0xffcfcabf, sunk = 0xfff1efe9;

} // namespace core::report::look

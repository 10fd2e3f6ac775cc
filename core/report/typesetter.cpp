#include "core/report/typesetter.h"
#include "core/report/look.h"
#include <numeric>

namespace core::report {

namespace {

using look::pt;

constexpr TextStyle body{10.5, false, look::ink, false};
constexpr TextStyle small{9, false, look::soft, false};
constexpr TextStyle label{10, true, look::soft, false};
constexpr TextStyle answer{10, false, look::ink, false};
constexpr TextStyle columnTitle{9, true, look::soft, false};
constexpr TextStyle cell{9.5, false, look::ink, false};
constexpr TextStyle quoted{11, false, look::ink, true};

struct HeadingLook {
    TextStyle style;
    double above, below;
};
HeadingLook headingLook(int level) {
    switch (level) {
    case 1:
        return {{23, true, look::ink, false}, 0, 6 * pt};
    case 2:
        return {{14.5, true, look::accent, false}, 22 * pt, 6 * pt};
    default:
        return {{11.5, true, look::ink, false}, 14 * pt, 3 * pt};
    }
}

std::vector<double> columnWidths(const std::vector<double>& shares, qsizetype columns, double width) {
    const double total = std::accumulate(shares.begin(), shares.end(), 0.0);
    std::vector<double> widths;
    for (qsizetype i = 0; i < columns; ++i) {
        const bool known = total > 0 && size_t(i) < shares.size();
        widths.push_back(known ? width * shares[size_t(i)] / total : width / double(columns));
    }
    return widths;
}

} // namespace

std::shared_ptr<const LaidText> Typesetter::lay(const QString& text, const TextStyle& style, double width) const {
    return std::make_shared<const LaidText>(text, style, width, m_fonts, m_device);
}

Element* Typesetter::element(const QString& type, const QString& text, Element* parent) const {
    Element* made = parent->add(type);
    made->language = languageOf(text);
    return made;
}

Strip Typesetter::single(const QString& text, const TextStyle& style, Element* leaf, double indent) const {
    Strip strip;
    strip.cells.push_back({lay(text, style, m_width - indent), leaf, indent});
    strip.width = m_width;
    return strip;
}

void Typesetter::set(const Block& block) {
    switch (block.kind) {
    case Block::Kind::Heading1:
        return heading(block, 1);
    case Block::Kind::Heading2:
        return heading(block, 2);
    case Block::Kind::Heading3:
        return heading(block, 3);
    case Block::Kind::Paragraph:
        return paragraph(block, body);
    case Block::Kind::Small:
        return paragraph(block, small);
    case Block::Kind::Pairs:
        return pairs(block);
    case Block::Kind::Table:
        return table(block);
    case Block::Kind::Quotation:
        return quotation(block);
    case Block::Kind::Notice:
        return notice(block);
    }
}

void Typesetter::heading(const Block& block, int level) {
    const HeadingLook look = headingLook(level);
    Strip strip = single(block.text, look.style, element(QStringLiteral("H%1").arg(level), block.text, &m_root));
    strip.above = look.above;
    strip.below = look.below;
    strip.keepWithNext = true;
    strip.bookmark = level;
    strip.bookmarkText = block.text;
    m_paginator.add(std::move(strip));
}

void Typesetter::paragraph(const Block& block, const TextStyle& style) {
    Strip strip = single(block.text, style, element(QStringLiteral("P"), block.text, &m_root));
    strip.below = look::gapParagraph;
    m_paginator.add(std::move(strip));
}

Strip Typesetter::row(const QStringList& texts, const std::vector<double>& widths, Element* table, bool header,
                      bool rowHeader) const {
    Element* tr = table->add(QStringLiteral("TR"));
    Strip strip;
    double x = 0;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const bool isLabel = rowHeader && i == 0;
        const bool isLast = i + 1 == texts.size();
        Element* leaf = element(header || isLabel ? QStringLiteral("TH") : QStringLiteral("TD"), texts[i], tr);
        leaf->scope = header ? QStringLiteral("Column") : isLabel ? QStringLiteral("Row") : QString();
        const TextStyle& style = header ? columnTitle : isLabel ? label : rowHeader ? answer : cell;
        const double width = widths[size_t(i)];
        strip.cells.push_back({lay(texts[i], style, width - (isLast ? 0 : look::columnGap)), leaf, x});
        x += width;
    }
    strip.padding = look::rowPadding;
    strip.width = m_width;
    strip.mayMove = true;
    strip.backing = header ? Strip::Backing::HeaderRow : Strip::Backing::RowRule;
    return strip;
}

void Typesetter::pairs(const Block& block) {
    Element* table = m_root.add(QStringLiteral("Table"));
    const auto widths = columnWidths(block.shares.empty() ? std::vector<double>{0.32, 0.68} : block.shares, 2, m_width);
    for (size_t i = 0; i < block.rows.size(); ++i) {
        Strip strip = row(block.rows[i].mid(0, 2), widths, table, false, true);
        strip.below = i + 1 == block.rows.size() ? look::gapBlock : 0;
        m_paginator.add(std::move(strip));
    }
}

void Typesetter::table(const Block& block) {
    if (block.rows.empty())
        return;
    Element* table = m_root.add(QStringLiteral("Table"));
    const auto widths = columnWidths(block.shares, block.rows.front().size(), m_width);
    if (!block.header.isEmpty())
        m_paginator.beginTable(row(block.header, widths, table, true, false));
    for (size_t i = 0; i < block.rows.size(); ++i) {
        Strip strip = row(block.rows[i], widths, table, false, false);
        strip.below = i + 1 == block.rows.size() ? look::gapBlock : 0;
        m_paginator.add(std::move(strip));
    }
    m_paginator.endTable();
}

void Typesetter::quotation(const Block& block) {
    if (!block.attribution.isEmpty()) {
        Strip by = single(block.attribution, small, element(QStringLiteral("P"), block.attribution, &m_root));
        by.above = 4 * pt;
        by.below = 3 * pt;
        by.keepWithNext = true;
        m_paginator.add(std::move(by));
    }
    Element* leaf = element(QStringLiteral("P"), block.text, m_root.add(QStringLiteral("BlockQuote")));
    Strip strip = single(block.text, quoted, leaf, look::quotationIndent);
    strip.backing = Strip::Backing::Bar;
    strip.padding = 2 * pt;
    strip.below = look::gapBlock;
    m_paginator.add(std::move(strip));
}

void Typesetter::notice(const Block& block) {
    Element* leaf = element(QStringLiteral("P"), block.text, &m_root);
    Strip strip;
    strip.cells.push_back(
        {lay(block.text, body, m_width - 2 * look::noticePadding), leaf, look::noticePadding + look::bar});
    strip.width = m_width;
    strip.padding = look::noticePadding;
    strip.above = 4 * pt;
    strip.below = look::gapBlock;
    strip.backing = Strip::Backing::Panel;
    strip.mayMove = true;
    m_paginator.add(std::move(strip));
}

} // namespace core::report

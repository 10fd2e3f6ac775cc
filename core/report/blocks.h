#pragma once
#include "core/report/document.h"

// Short ways to write the blocks of a document.
namespace core::report::blocks {

inline Block text(Block::Kind kind, const QString& words) {
    Block block;
    block.kind = kind;
    block.text = words;
    return block;
}
inline Block title(const QString& words) {
    return text(Block::Kind::Heading1, words);
}
inline Block heading(const QString& words) {
    return text(Block::Kind::Heading2, words);
}
inline Block subheading(const QString& words) {
    return text(Block::Kind::Heading3, words);
}
inline Block paragraph(const QString& words) {
    return text(Block::Kind::Paragraph, words);
}
inline Block small(const QString& words) {
    return text(Block::Kind::Small, words);
}
inline Block notice(const QString& words) {
    return text(Block::Kind::Notice, words);
}

inline Block quotation(const QString& words, const QString& attribution = {}) {
    Block block = text(Block::Kind::Quotation, words);
    block.attribution = attribution;
    return block;
}
inline Block pairs(std::vector<QStringList> rows) {
    Block block = text(Block::Kind::Pairs, {});
    block.rows = std::move(rows);
    return block;
}
inline Block table(const QStringList& header, std::vector<QStringList> rows, std::vector<double> shares) {
    Block block = text(Block::Kind::Table, {});
    block.header = header;
    block.rows = std::move(rows);
    block.shares = std::move(shares);
    return block;
}

} // namespace core::report::blocks

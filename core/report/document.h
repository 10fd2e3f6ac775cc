#pragma once
#include <QDateTime>
#include <QString>
#include <QStringList>
#include <vector>

namespace core::report {

// A document before it is drawn: preview and PDF draw the same blocks. All text is plain.
struct Block {
    enum class Kind { Heading1, Heading2, Heading3, Paragraph, Small, Pairs, Table, Quotation, Notice };
    Kind kind = Kind::Paragraph;
    QString text;                  // headings, paragraphs, quotations (exactly as recorded)
    QString attribution;           // quotation: who asked what, when, to whom
    QStringList header;            // table
    std::vector<QStringList> rows; // pairs: label and value; table: cells
    std::vector<double> shares;    // of the width, of each column; empty: even
    bool operator==(const Block&) const = default;
};

struct Document {
    QString title;       // neutral: no name of a child ("Referral summary")
    QString office;      // author in the file's properties
    QString runningHead; // at the top of every page
    QString recordMark;  // in every footer; empty on sheets that are not of the record
    std::vector<Block> blocks;
    bool operator==(const Document&) const = default;
};

struct Section {
    QString id, title;
    bool on = true;
    bool removable = true; // some sections cannot be left out
};

} // namespace core::report

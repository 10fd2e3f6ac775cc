#pragma once
#include <QString>
#include <memory>
#include <utility>
#include <vector>

namespace core::report {

// The logical structure of a document, as a screen reader meets it. A leaf gets one mark for each page it stands on.
struct Element {
    QString type;     // Document, H1, P, BlockQuote, Table, TR, TH, TD
    QString language; // BCP 47; empty: the document's
    QString scope;    // of a TH: Column or Row
    std::vector<std::unique_ptr<Element>> children;
    std::vector<std::pair<size_t, size_t>> marks; // page, mark: in reading order
    Element* add(const QString& childType);
};

// Content between an opening and a closing marker on a page, by number.
struct Mark {
    size_t page = 0;
    QString tag;
    QString actualText;
    bool isSpan = false; // inside another mark, carries the actual text
};

struct Bookmark {
    int level = 1;
    size_t page = 0;
    double y = 0; // points from the top of the content area
    QString text;
};

QString languageOf(QStringView text); // by its script, where that tells; else empty

} // namespace core::report

#pragma once
#include "core/report/structure.h"
#include <QByteArray>
#include <qpdf/QPDF.hh>

namespace core::report {

QPDFObjectHandle pdfText(const QString& text); // UTF-16, so that every character the record can hold stays as it is
QPDFObjectHandle pdfName(const QString& name);

// Turns the markers of each page into marked content and all else into artifacts. Gives for each mark its number on its
// page.
std::vector<int> tagPages(QPDF& pdf, const std::vector<QPDFObjectHandle>& pages, const std::vector<Mark>& marks);

// The structure tree over those marks, and the bookmarks.
void addStructure(QPDF& pdf, const std::vector<QPDFObjectHandle>& pages, const Element& root,
                  const std::vector<int>& contentIds);
void addBookmarks(QPDF& pdf, const std::vector<QPDFObjectHandle>& pages, const std::vector<Bookmark>& bookmarks);

} // namespace core::report

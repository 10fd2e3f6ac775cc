#pragma once
#include "core/report/document.h"
#include "core/report/paginator.h"

namespace core::report {

// Gives each block of a document its look and its place in the structure, and hands it to the paginator.
class Typesetter {
public:
    Typesetter(Fonts& fonts, QPaintDevice* device, double width, Paginator& paginator, Element& root)
        : m_fonts(fonts), m_device(device), m_width(width), m_paginator(paginator), m_root(root) {}

    void set(const Block& block);

private:
    std::shared_ptr<const LaidText> lay(const QString& text, const TextStyle& style, double width) const;
    Element* element(const QString& type, const QString& text, Element* parent) const;
    Strip single(const QString& text, const TextStyle& style, Element* leaf, double indent = 0) const;

    void heading(const Block& block, int level);
    void paragraph(const Block& block, const TextStyle& style);
    void pairs(const Block& block);
    void table(const Block& block);
    void quotation(const Block& block);
    void notice(const Block& block);
    Strip row(const QStringList& texts, const std::vector<double>& widths, Element* table, bool header,
              bool rowHeader) const;

    Fonts& m_fonts;
    QPaintDevice* m_device;
    double m_width;
    Paginator& m_paginator;
    Element& m_root;
};

} // namespace core::report

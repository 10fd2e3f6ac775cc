#include "core/report/drawing.h"
#include "core/report/look.h"
#include "core/report/tagging.h"
#include <QHash>
#include <map>

using Handle = QPDFObjectHandle;

namespace core::report {

namespace {

class TreeBuilder {
public:
    TreeBuilder(QPDF& pdf, const std::vector<Handle>& pages, const std::vector<int>& contentIds)
        : m_pdf(pdf), m_pages(pages), m_ids(contentIds), m_parents(pages.size()) {}

    // Sparing: there is one for each cell of each table. /Type may be left out, and so may an array round a single kid.
    Handle element(const Element& from, const Handle& parent) {
        Handle made = m_pdf.makeIndirectObject(Handle::newNull());
        std::vector<Handle> kids;
        for (const auto& [page, mark] : from.marks)
            kids.push_back(content(page, m_ids.at(mark), made, page == from.marks.front().first));
        for (const auto& child : from.children)
            kids.push_back(element(*child, made));
        std::map<std::string, Handle> entries{
            {"/S", name(from.type)}, {"/P", parent}, {"/K", kids.size() == 1 ? kids.front() : Handle::newArray(kids)}};
        if (!from.language.isEmpty())
            entries["/Lang"] = Handle::newString(from.language.toStdString());
        if (!from.scope.isEmpty())
            entries["/A"] = scope(from.scope);
        if (!from.marks.empty())
            entries["/Pg"] = m_pages[from.marks.front().first];
        m_pdf.replaceObject(made.getObjGen(), Handle::newDictionary(entries));
        return made;
    }

    // From each mark on each page back to its element.
    Handle parentTree() {
        Handle numbers = Handle::newArray();
        for (size_t page = 0; page < m_parents.size(); ++page) {
            Handle elements = Handle::newArray();
            for (const auto& [id, owner] : m_parents[page])
                elements.appendItem(owner);
            numbers.appendItem(Handle::newInteger(int(page)));
            numbers.appendItem(m_pdf.makeIndirectObject(elements));
        }
        Handle tree = m_pdf.makeIndirectObject(Handle::newDictionary());
        tree.replaceKey("/Nums", numbers);
        return tree;
    }

private:
    Handle scope(const QString& value) {
        return Handle::newDictionary({{"/O", name(QStringLiteral("Table"))}, {"/Scope", name(value)}});
    }
    Handle name(const QString& text) {
        const auto known = m_names.constFind(text);
        return known != m_names.cend() ? *known : *m_names.insert(text, pdfName(text));
    }
    Handle content(size_t page, int id, const Handle& owner, bool onItsPage) {
        m_parents[page].emplace(id, owner);
        if (onItsPage)
            return Handle::newInteger(id);
        Handle reference = Handle::newDictionary();
        reference.replaceKey("/Type", Handle::newName("/MCR"));
        reference.replaceKey("/Pg", m_pages[page]);
        reference.replaceKey("/MCID", Handle::newInteger(id));
        return reference;
    }

    QPDF& m_pdf;
    const std::vector<Handle>& m_pages;
    const std::vector<int>& m_ids;
    QHash<QString, Handle> m_names;
    std::vector<std::map<int, Handle>> m_parents;
};

// One level of the bookmarks while they are being chained.
struct Level {
    Handle item;
    int level = 0;
    Handle last = Handle::newNull();
    int count = 0;

    void close() {
        if (count == 0)
            return;
        item.replaceKey("/Last", last);
        item.replaceKey("/Count", Handle::newInteger(count));
    }
    void append(Handle child) {
        child.replaceKey("/Parent", item);
        if (count++ == 0) {
            item.replaceKey("/First", child);
        } else {
            child.replaceKey("/Prev", last);
            last.replaceKey("/Next", child);
        }
        last = child;
    }
};

Handle destination(const Handle& page, double yFromContentTop) {
    constexpr double pageHeight = 842;
    const double top = look::marginTop * 72 / 25.4 + look::headHeight / look::pt;
    Handle to = Handle::newArray();
    to.appendItem(page);
    to.appendItem(Handle::newName("/XYZ"));
    to.appendItem(Handle::newNull());
    to.appendItem(Handle::newReal(pageHeight - top - yFromContentTop + 6, 1));
    to.appendItem(Handle::newNull());
    return to;
}

} // namespace

void addStructure(QPDF& pdf, const std::vector<Handle>& pages, const Element& root,
                  const std::vector<int>& contentIds) {
    TreeBuilder builder(pdf, pages, contentIds);
    Handle tree = pdf.makeIndirectObject(Handle::newDictionary());
    tree.replaceKey("/Type", Handle::newName("/StructTreeRoot"));
    tree.replaceKey("/K", builder.element(root, tree));
    tree.replaceKey("/ParentTree", builder.parentTree());
    tree.replaceKey("/ParentTreeNextKey", Handle::newInteger(int(pages.size())));
    Handle catalogue = pdf.getRoot();
    catalogue.replaceKey("/StructTreeRoot", tree);
    catalogue.replaceKey("/MarkInfo", Handle::parse("<</Marked true>>"));
}

void addBookmarks(QPDF& pdf, const std::vector<Handle>& pages, const std::vector<Bookmark>& bookmarks) {
    if (bookmarks.empty())
        return;
    Handle outlines = pdf.makeIndirectObject(Handle::newDictionary());
    outlines.replaceKey("/Type", Handle::newName("/Outlines"));
    std::vector<Level> open{{outlines}};
    const auto closeDownTo = [&](int level) {
        while (open.size() > 1 && open.back().level >= level) {
            open.back().close();
            open.pop_back();
        }
    };
    for (const Bookmark& bookmark : bookmarks) {
        closeDownTo(bookmark.level);
        Handle item = pdf.makeIndirectObject(Handle::newDictionary());
        item.replaceKey("/Title", pdfText(bookmark.text));
        item.replaceKey("/Dest", destination(pages[bookmark.page], bookmark.y));
        open.back().append(item);
        open.push_back({item, bookmark.level});
    }
    closeDownTo(0);
    open.front().close();
    pdf.getRoot().replaceKey("/Outlines", outlines);
    pdf.getRoot().replaceKey("/PageMode", Handle::newName("/UseOutlines"));
}

} // namespace core::report

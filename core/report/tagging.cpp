#include "core/report/tagging.h"
#include "core/report/drawing.h"
#include <charconv>
#include <qpdf/Buffer.hh>
#include <string>
#include <string_view>

using Handle = QPDFObjectHandle;

namespace core::report {

namespace {

constexpr std::string_view blanks = " \t\r\n";

// Copies a page's operators and puts marked content in the place of the markers. QPdfWriter writes its strings in hex,
// so that the marker's digits can be nothing else.
class PageTagger {
public:
    PageTagger(std::string_view in, const std::vector<Mark>& marks, std::vector<int>& contentIds)
        : m_in(in), m_marks(marks), m_ids(contentIds) {}

    std::string run() {
        const std::string marker = std::to_string(markerX) + ' ';
        m_out.reserve(m_in.size() + m_in.size() / 4);
        m_out += "/Artifact BMC\n";
        size_t at = 0;
        for (size_t found = 0; (found = m_in.find(marker, at)) != std::string_view::npos;) {
            m_out += m_in.substr(at, found - at);
            at = found + marker.size();
            putMark(readNumber(at));
            at = afterStroke(at);
        }
        m_out += m_in.substr(at);
        m_out += "\nEMC\n";
        return std::move(m_out);
    }

private:
    long readNumber(size_t at) const {
        long number = -1;
        std::from_chars(m_in.data() + at, m_in.data() + m_in.size(), number);
        return number;
    }
    // Behind the `S` that strokes the marker's own path.
    size_t afterStroke(size_t at) const {
        for (;;) {
            at = m_in.find_first_of(blanks, at);
            const size_t word = m_in.find_first_not_of(blanks, at);
            if (word == std::string_view::npos)
                return m_in.size();
            at = word + 1;
            if (m_in[word] == 'S' && (at == m_in.size() || blanks.find(m_in[at]) != std::string_view::npos))
                return at;
        }
    }
    void putMark(long number) {
        if (number == markerEnd)
            return closeMark();
        const Mark& mark = m_marks.at(size_t(number));
        m_inSpan = mark.isSpan;
        if (mark.isSpan) {
            m_out += "/Span <</ActualText " + pdfText(mark.actualText).unparseBinary() + ">> BDC\n";
            m_spanStart = m_out.size();
            return;
        }
        m_ids.at(size_t(number)) = m_next;
        m_out += "EMC\n/" + mark.tag.toStdString() + " <</MCID " + std::to_string(m_next++) + ">> BDC\n";
    }

    void closeMark() {
        if (m_inSpan)
            repeatTextState();
        m_out += m_inSpan ? "EMC\n" : "EMC\n/Artifact BMC\n";
        m_inSpan = false;
    }
    // Poppler takes size and direction of a span's text from the state at its end, where Qt has gone back to a page
    // that is upside down. Without this the lines of a quotation would be selected and copied from the last to the
    // first.
    void repeatTextState() {
        const size_t end = m_out.rfind(" Tm");
        const size_t begin = m_out.rfind("BT", end);
        if (end != std::string::npos && begin != std::string::npos && begin >= m_spanStart)
            m_out += "\n" + m_out.substr(begin, end + 3 - begin) + " ET\n";
    }

    std::string_view m_in;
    const std::vector<Mark>& m_marks;
    std::vector<int>& m_ids;
    std::string m_out;
    int m_next = 0;
    bool m_inSpan = false;
    size_t m_spanStart = 0;
};

// Qt 6.8 lists colour spaces that no page uses; a CMYK one among them is not allowed in PDF/A with an RGB intent.
void dropUnusedColourSpaces(Handle page) {
    Handle resources = page.getKey("/Resources");
    if (!resources.isDictionary() || !resources.getKey("/ColorSpace").isDictionary())
        return;
    Handle spaces = resources.getKey("/ColorSpace");
    spaces.removeKey("/CSpcmyk");
    spaces.removeKey("/PCSpcmyk");
}

} // namespace

Handle pdfText(const QString& text) {
    std::string bytes = "\xFE\xFF";
    bytes.reserve(size_t(text.size()) * 2 + 2);
    for (const QChar c : text) {
        bytes += char(c.unicode() >> 8);
        bytes += char(c.unicode() & 0xFF);
    }
    return Handle::newString(bytes);
}

Handle pdfName(const QString& name) {
    return Handle::newName('/' + name.toStdString());
}

std::vector<int> tagPages(QPDF& pdf, const std::vector<Handle>& pages, const std::vector<Mark>& marks) {
    std::vector<int> contentIds(marks.size(), -1);
    int index = 0;
    for (Handle page : pages) {
        const auto content = page.getKey("/Contents").getStreamData(qpdf_dl_generalized);
        const std::string_view text(reinterpret_cast<const char*>(content->getBuffer()), content->getSize());
        page.replaceKey("/Contents", Handle::newStream(&pdf, PageTagger(text, marks, contentIds).run()));
        page.replaceKey("/StructParents", Handle::newInteger(index++));
        page.replaceKey("/Tabs", Handle::newName("/S"));
        dropUnusedColourSpaces(page);
    }
    return contentIds;
}

} // namespace core::report

#include "core/report/metadata.h"
#include "core/report/tagging.h"

using Handle = QPDFObjectHandle;

namespace core::report {

namespace {

constexpr auto language = "en-GB";

QString program() {
    return QStringLiteral("Firsthand " FIRSTHAND_VERSION);
}

const QString& description() {
    static const QString text = QStringLiteral(
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
        "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
        " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
        " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">"
        "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%1</rdf:li></rdf:Alt></dc:title>"
        "<dc:creator><rdf:Seq><rdf:li>%2</rdf:li></rdf:Seq></dc:creator>"
        "<dc:language><rdf:Bag><rdf:li>%3</rdf:li></rdf:Bag></dc:language>"
        "<xmp:CreateDate>%4</xmp:CreateDate><xmp:ModifyDate>%4</xmp:ModifyDate><xmp:CreatorTool>%5</xmp:CreatorTool>"
        "<pdf:Producer>%5</pdf:Producer><pdfuaid:part>1</pdfuaid:part>%6</rdf:Description>");
    return text;
}

// PDF/A wants every schema that it does not know itself to be described.
const QString& archivalClaim() {
    static const QString text =
        QStringLiteral("<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>");
    return text;
}
const QString& extensionSchema() {
    static const QString text = QStringLiteral(
        "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
        " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" "
        "xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">"
        "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
        "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
        "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
        "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li "
        "rdf:parseType=\"Resource\">"
        "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
        "<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of "
        "PDF/UA</pdfaProperty:description>"
        "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>");
    return text;
}

QString xmp(const Metadata& metadata) {
    const QString date = metadata.made.toUTC().toString(QStringLiteral("yyyy-MM-ddThh:mm:ss'Z'"));
    const QString claim = metadata.archival ? archivalClaim() : QString();
    return QStringLiteral(
               "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
               "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">") +
           description().arg(metadata.title.toHtmlEscaped(), metadata.author.toHtmlEscaped(), QLatin1String(language),
                             date, program(), claim) +
           (metadata.archival ? extensionSchema() : QString()) +
           QStringLiteral("</rdf:RDF></x:xmpmeta>\n%1\n<?xpacket end=\"w\"?>").arg(QString(1000, u' '));
}

} // namespace

void addMetadata(QPDF& pdf, const Metadata& metadata) {
    const std::string date = metadata.made.toUTC().toString(QStringLiteral("'D:'yyyyMMddhhmmss'Z'")).toStdString();
    Handle info = pdf.makeIndirectObject(Handle::newDictionary());
    info.replaceKey("/Title", pdfText(metadata.title));
    info.replaceKey("/Author", pdfText(metadata.author));
    info.replaceKey("/Creator", pdfText(program()));
    info.replaceKey("/Producer", pdfText(program()));
    info.replaceKey("/CreationDate", Handle::newString(date));
    info.replaceKey("/ModDate", Handle::newString(date));
    pdf.getTrailer().replaceKey("/Info", info);
    pdf.getTrailer().removeKey("/ID"); // Qt's is random; libqpdf makes one from the content

    Handle stream = Handle::newStream(&pdf, xmp(metadata).toStdString());
    stream.getDict().replaceKey("/Type", Handle::newName("/Metadata"));
    stream.getDict().replaceKey("/Subtype", Handle::newName("/XML"));
    Handle catalogue = pdf.getRoot();
    catalogue.replaceKey("/Metadata", stream);
    catalogue.replaceKey("/Lang", Handle::newString(language));
    catalogue.replaceKey("/ViewerPreferences", Handle::parse("<</DisplayDocTitle true>>"));
}

} // namespace core::report

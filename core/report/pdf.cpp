#include "core/report/pdf.h"
#include "core/report/drawing.h"
#include "core/report/look.h"
#include "core/report/metadata.h"
#include "core/report/tagging.h"
#include "core/report/tounicode.h"
#include "core/report/typesetter.h"
#include <QBuffer>
#include <QCryptographicHash>
#include <QRandomGenerator>
#include <qpdf/Buffer.hh>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

using Handle = QPDFObjectHandle;

namespace core::report {

namespace {

// The pages as QPdfWriter draws them, and what it cannot say about them.
struct Drawn {
    QByteArray bytes;
    int pages = 0;
    Element root{QStringLiteral("Document"), {}, {}, {}, {}};
    std::vector<Mark> marks;
    std::vector<Bookmark> bookmarks;
};

// What a reader must know when the document is not set in the program's own fonts alone.
std::vector<Block> fontNotes(const Fonts& fonts) {
    std::vector<Block> notes;
    const auto note = [&](const QString& text) {
        Block block;
        block.kind = Block::Kind::Small;
        block.text = text;
        notes.push_back(block);
    };
    if (!fonts.foreignFamilies().isEmpty())
        note(QStringLiteral("Some words are in a script that Firsthand has no font of its own for. They are printed in "
                            "a font of the "
                            "computer that made this document: %1.")
                 .arg(fonts.foreignFamilies().join(QStringLiteral(", "))));
    if (fonts.numbersUsed())
        note(QStringLiteral(
            "[U+…] stands for a character that no font of the computer that made this document has. The file holds the "
            "character itself: it is copied and read aloud as it was recorded."));
    return notes;
}

Result<Drawn> draw(const Document& document) {
    auto fonts = Fonts::load();
    if (!fonts)
        return fail(fonts.error());
    Drawn drawn;
    QBuffer buffer(&drawn.bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    preparePage(writer);
    Paginator paginator(writer.height() - look::headHeight - look::footHeight);
    Typesetter typesetter(*fonts, &writer, writer.width(), paginator, drawn.root);
    for (const Block& block : document.blocks)
        typesetter.set(block);
    for (const Block& block : fontNotes(*fonts))
        typesetter.set(block);
    paginator.finish();
    drawn.marks =
        drawPages(writer, paginator.pages(), {document.runningHead, document.office, document.recordMark}, *fonts);
    drawn.bookmarks = paginator.bookmarks();
    drawn.pages = int(paginator.pages().size());
    return drawn;
}

bool isImage(Handle object) {
    return object.isStream() && object.getDict().getKey("/Subtype").isNameAndEquals("/Image");
}

// Repairs the tables of the fonts, and makes sure of the one promise that must never fail: no picture in the file.
Result<> mendObjects(QPDF& pdf) {
    for (Handle object : pdf.getAllObjects()) {
        if (isImage(object))
            return fail(ErrorCode::Internal, QStringLiteral("image in document"));
        if (!object.isDictionary() || !object.getKey("/ToUnicode").isStream())
            continue;
        Handle stream = object.getKey("/ToUnicode");
        const auto table = stream.getStreamData(qpdf_dl_generalized);
        const QByteArray repaired = repairedToUnicode(
            QByteArray(reinterpret_cast<const char*>(table->getBuffer()), qsizetype(table->getSize())));
        stream.replaceStreamData(repaired.toStdString(), Handle::newNull(), Handle::newNull());
    }
    return {};
}

std::string randomPassword() {
    QByteArray bytes(32, '\0');
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32*>(bytes.data()), bytes.size() / 4);
    return bytes.toBase64().toStdString();
}

QByteArray written(QPDF& pdf, const QString& passphrase) {
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    if (passphrase.isEmpty()) {
        writer.forcePDFVersion("1.4"); // of PDF/A-1
        writer.setObjectStreamMode(qpdf_o_disable);
        writer.setDeterministicID(true);
    } else {
        // AES-256. Everything is allowed to whoever has the passphrase; the other password is thrown away.
        writer.setR6EncryptionParameters(passphrase.toUtf8().constData(), randomPassword().c_str(), true, true, true,
                                         true, true, true, qpdf_r3p_full, true);
        writer.setMinimumPDFVersion("1.7", 8);
        writer.setObjectStreamMode(qpdf_o_generate);
    }
    Pl_Flate::setCompressionLevel(1); // the default takes three times as long for a few hundred bytes a page
    writer.setNewlineBeforeEndstream(true);
    writer.write();
    const auto out = writer.getBufferSharedPointer();
    return QByteArray(reinterpret_cast<const char*>(out->getBuffer()), qsizetype(out->getSize()));
}

Result<QByteArray> finished(const Drawn& drawn, const Metadata& metadata, const QString& passphrase) {
    QPDF pdf;
    pdf.processMemoryFile("document", drawn.bytes.constData(), size_t(drawn.bytes.size()));
    if (auto mended = mendObjects(pdf); !mended)
        return fail(mended.error());
    std::vector<Handle> pages;
    for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages())
        pages.push_back(page.getObjectHandle());
    const std::vector<int> contentIds = tagPages(pdf, pages, drawn.marks);
    addStructure(pdf, pages, drawn.root, contentIds);
    addBookmarks(pdf, pages, drawn.bookmarks);
    addMetadata(pdf, metadata);
    return written(pdf, passphrase);
}

} // namespace

Result<Pdf> writePdf(const Document& document, const QString& passphrase, const QDateTime& made) {
    const auto drawn = draw(document);
    if (!drawn)
        return fail(drawn.error());
    try { // libqpdf throws
        const auto bytes = finished(*drawn, {document.title, document.office, made, passphrase.isEmpty()}, passphrase);
        if (!bytes)
            return fail(bytes.error());
        return Pdf{*bytes, drawn->pages, QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256)};
    } catch (const std::exception&) {
        return fail(ErrorCode::Internal, QStringLiteral("libqpdf"));
    }
}

} // namespace core::report

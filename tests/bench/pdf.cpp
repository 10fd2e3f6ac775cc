// What tagging costs: a chronology as the program writes it beside the same words drawn straight onto a QPdfWriter.
#include "core/report/pdf.h"
#include "core/record/casefile.h"
#include "core/report/drawing.h"
#include "core/report/look.h"
#include "core/report/reports.h"
#include "core/sample/sample.h"
#include "tests/bench/figures.h"
#include <QBuffer>
#include <QGuiApplication>
#include <QPainter>
#include <QTemporaryDir>
#include <ctime>

using namespace core;
using report::Block;
namespace look = report::look;

namespace {

// Draws a document from top to bottom, in the same sizes, colours and distances, and knows nothing of tags, bookmarks,
// or which characters a line stands for.
class BarePdf {
public:
    explicit BarePdf(const report::Document& document) : m_document(document), m_writer(&m_buffer) {
        m_buffer.open(QIODevice::WriteOnly);
        report::preparePage(m_writer);
    }

    int write() {
        m_painter.begin(&m_writer);
        furniture();
        for (const Block& block : m_document.blocks)
            draw(block);
        m_painter.end();
        return m_pages;
    }

private:
    struct Laid {
        std::unique_ptr<QTextLayout> layout;
        double height = 0;
    };

    static QFont font(double points, bool bold) {
        QFont font(QStringList{QStringLiteral("Noto Sans"), QStringLiteral("Noto Naskh Arabic"),
                               QStringLiteral("Noto Emoji")});
        font.setPixelSize(qRound(points * look::pt));
        font.setBold(bold);
        font.setLetterSpacing(QFont::AbsoluteSpacing, 0.02); // as ours: without ligatures
        return font;
    }

    Laid lay(QString text, double points, bool bold, double width) {
        Laid laid;
        laid.layout =
            std::make_unique<QTextLayout>(text.replace(u'\n', QChar::LineSeparator), font(points, bold), &m_writer);
        laid.layout->beginLayout();
        for (QTextLine line = laid.layout->createLine(); line.isValid(); line = laid.layout->createLine()) {
            line.setLineWidth(width);
            line.setPosition({0, laid.height});
            laid.height += line.height() * 1.06;
        }
        laid.layout->endLayout();
        return laid;
    }

    void drawLines(const Laid& laid, double x, double y, QRgb colour) {
        m_painter.setPen(QColor::fromRgb(colour));
        for (int i = 0; i < laid.layout->lineCount(); ++i)
            laid.layout->lineAt(i).draw(&m_painter, {x, y});
    }

    void needRoom(double height) {
        const double bottom = m_writer.height() - look::footHeight;
        if (m_y + height <= bottom || m_y == look::headHeight)
            return;
        m_writer.newPage();
        ++m_pages;
        furniture();
    }

    void furniture() {
        const double foot = m_writer.height() - 12 * look::pt;
        drawLines(lay(m_document.runningHead, 8, false, m_writer.width()), 0, 0, look::soft);
        m_painter.fillRect(QRectF(0, foot - 7 * look::pt, m_writer.width(), look::hairline), Qt::gray);
        drawLines(lay(m_document.office, 8, false, m_writer.width() * 0.36), 0, foot, look::soft);
        drawLines(lay(m_document.recordMark, 8, false, m_writer.width() * 0.48), m_writer.width() * 0.36, foot,
                  look::soft);
        drawLines(lay(QStringLiteral("Page %1").arg(m_pages), 8, false, m_writer.width() * 0.16),
                  m_writer.width() * 0.84, foot, look::soft);
        m_y = look::headHeight;
    }

    struct Style {
        double points = 10.5;
        bool bold = false;
        QRgb colour = look::ink;
        double above = 0, below = look::gapParagraph, indent = 0;
    };

    void paragraph(const QString& text, const Style& style) {
        const Laid laid = lay(text, style.points, style.bold, m_writer.width() - style.indent);
        needRoom(style.above + laid.height);
        m_y += style.above;
        drawLines(laid, style.indent, m_y, style.colour);
        m_y += laid.height + style.below;
    }

    void row(const QStringList& cells, const std::vector<double>& shares, double points, bool firstIsBold) {
        std::vector<Laid> laid;
        double all = 0, highest = 0;
        for (qsizetype i = 0; i < cells.size(); ++i)
            all += share(shares, i);
        for (qsizetype i = 0; i < cells.size(); ++i) {
            laid.push_back(lay(cells[i], points, firstIsBold && i == 0, width(shares, i, all) - look::columnGap));
            highest = std::max(highest, laid.back().height);
        }
        needRoom(highest + 2 * look::rowPadding);
        double x = 0;
        for (qsizetype i = 0; i < cells.size(); ++i) {
            drawLines(laid[size_t(i)], x, m_y + look::rowPadding, firstIsBold && i == 0 ? look::soft : look::ink);
            x += width(shares, i, all);
        }
        m_y += highest + 2 * look::rowPadding;
        m_painter.fillRect(QRectF(0, m_y, m_writer.width(), look::hairline), Qt::lightGray);
    }
    static double share(const std::vector<double>& shares, qsizetype i) {
        return size_t(i) < shares.size() ? shares[size_t(i)] : 1;
    }
    double width(const std::vector<double>& shares, qsizetype i, double all) const {
        return m_writer.width() * share(shares, i) / all;
    }

    void draw(const Block& block) {
        constexpr double pt = look::pt;
        switch (block.kind) {
        case Block::Kind::Heading1:
            return paragraph(block.text, {23, true, look::ink, 0, 6 * pt});
        case Block::Kind::Heading2:
            return paragraph(block.text, {14.5, true, look::accent, 22 * pt, 6 * pt});
        case Block::Kind::Heading3:
            return paragraph(block.text, {11.5, true, look::ink, 14 * pt, 3 * pt});
        case Block::Kind::Paragraph:
        case Block::Kind::Notice:
            return paragraph(block.text, {});
        case Block::Kind::Small:
            return paragraph(block.text, {9, false, look::soft});
        case Block::Kind::Quotation:
            paragraph(block.attribution, {9, false, look::soft, 4 * pt, 3 * pt});
            return paragraph(block.text, {11, false, look::ink, 2 * pt, look::gapBlock, look::quotationIndent});
        case Block::Kind::Pairs:
            for (const QStringList& cells : block.rows)
                row(cells, {0.32, 0.68}, 10, true);
            break;
        case Block::Kind::Table:
            row(block.header, block.shares, 9, true);
            for (const QStringList& cells : block.rows)
                row(cells, block.shares, 9.5, false);
            break;
        }
        m_y += look::gapBlock;
    }

    const report::Document& m_document;
    QBuffer m_buffer;
    QPdfWriter m_writer;
    QPainter m_painter;
    double m_y = 0;
    int m_pages = 1;
};

report::Document chronology(int entries) {
    const auto guide = guide::Guide::load();
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("vault"));
    const QString profile = folder.filePath(QStringLiteral("profile"));
    if (!guide)
        qFatal("no guide");
    auto made = sample::makeVault(path, {1, entries, 1, {}}, *guide, profile);
    auto vault = made
                     ? vault::Vault::unlock(path, made->name, crypto::Secret::takePassphrase(made->passphrase), profile)
                     : fail(made.error());
    auto ledger = vault ? (*vault)->openCase((*vault)->cases().front()) : fail(vault.error());
    if (!ledger)
        qFatal("no case");
    const record::CaseFile file(std::move(*ledger), *guide, **vault);
    report::Purpose purpose;
    purpose.recipient = QStringLiteral("Children's social care");
    purpose.why = QStringLiteral("Strategy discussion");
    purpose.made = QDateTime::currentDateTime();
    return report::buildReport(report::ReportKind::Chronology, file.state(), (*vault)->office(),
                               report::sections(report::ReportKind::Chronology, file.state()), {}, purpose, *guide);
}

// Of this thread on the processor: nothing here waits, and what else the machine does is none of it.
template <class Work>
double msOf(Work work) {
    const auto now = [] {
        timespec used{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
        return double(used.tv_sec) * 1e3 + double(used.tv_nsec) / 1e6;
    };
    const double before = now();
    work();
    return now() - before;
}

} // namespace

int main(int argc, char** argv) {
    const bool small = bench::isSmall(argc, argv);
    const QGuiApplication app(argc, argv);
    crypto::init();
    const report::Document document = chronology(small ? 20 : 200);
    const int rounds = small ? 1 : 15;
    int ourPages = 0, barePages = 0;
    std::vector<double> ratios, ours, bare;
    for (int round = -1; round < rounds; ++round) { // the first reads the fonts
        const double our = msOf([&] {
            const auto pdf = report::writePdf(document);
            if (!pdf)
                qFatal("no PDF");
            ourPages = pdf->pages;
        });
        const double other = msOf([&] { barePages = BarePdf(document).write(); });
        if (round < 0)
            continue;
        ours.push_back(our);
        bare.push_back(other);
        ratios.push_back(our / other); // of the same words, however many pages they took
    }
    bench::note("a PDF of %d pages: %.0f ms; untagged, %d pages: %.0f ms", ourPages, bench::median(ours), barePages,
                bench::median(bare));
    bench::print("pdf-page-vs-untagged-page", bench::median(ratios), "x", 1.5);
    return 0;
}

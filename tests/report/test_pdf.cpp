#include "core/base/utc.h"
#include "core/report/blocks.h"
#include "core/report/pdf.h"
#include "core/report/shownrun.h"
#include "tools.h"
#include <QBuffer>
#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace core::report;
using namespace core::report::blocks;

namespace {

// NBSP, combining marks, half-right slang, Welsh, Polish, Urdu with an English word in it, joined and toned emoji,
// blank lines.
const QStringList words{
    QStringLiteral("he sed if i didnt hed show every1 lol\u00A0… i was like nooo  and he just kept on"),
    QStringLiteral("Dw i ddim isio i Mam wybod. Mae'r tŷ yn llawn ŵyn, meddai fo."),
    QStringLiteral("Boję się wracać do domu. Zażółć gęślą jaźń. Nikomu nie mów."),
    QStringLiteral("مجھے گھر جانے سے ڈر لگتا ہے۔ اس نے Snapchat پر لکھا تھا (12:30)۔"),
    QStringLiteral("😟 please 🙏🏽 dont tell 👩‍👧 ok ❤️ 🏴󠁧󠁢󠁷󠁬󠁳󠁿 fi ffi fl"),
    QStringLiteral("cafe\u0301 e\u0323\u0302 n\u0303 \u1E69 Z\u0351\u0343 a\u0300\u0316"),
    QStringLiteral("first line\n\n\tthen a tab\r\nand an end \n"),
};

Document sample() {
    Document document{QStringLiteral("Referral summary"),
                      QStringLiteral("Ysgol y Bryn"),
                      QStringLiteral("Referral summary · K7F3 · Confidential"),
                      QStringLiteral("7G2K QM4T 9D0A 3VXW 6N8P 1RSE 5C"),
                      {}};
    auto& blocks = document.blocks;
    blocks = {title(QStringLiteral("Referral summary")),
              small(QStringLiteral("Made on Monday 23 November 2026 at 12:20 by Ruth Adeyemi.")),
              notice(QStringLiteral("Confidential. For the people named in it, and nobody else.")),
              heading(QStringLiteral("Child and household")),
              pairs({{QStringLiteral("Name"), QStringLiteral("Siân Ŵyn")},
                     {QStringLiteral("Languages"), QStringLiteral("Cymraeg, polski, اردو")}}),
              heading(QStringLiteral("The child's own words"))};
    for (const QString& said : words)
        blocks.push_back(quotation(said, QStringLiteral("Ruth Adeyemi asked: “What would you like me to know?”")));
    blocks.push_back(heading(QStringLiteral("Who was told")));
    Block table = blocks::table({QStringLiteral("When"), QStringLiteral("Who"), QStringLiteral("What")}, {}, {2, 3, 5});
    for (int i = 1; i <= 60; ++i)
        table.rows.push_back({QStringLiteral("Mon %1 Nov").arg(i % 30 + 1), QStringLiteral("Dan Okoro, form tutor"),
                              QStringLiteral("[%1] That there is a concern, and to keep an eye on how she is between "
                                             "lessons. Nothing about images.")
                                  .arg(i)});
    blocks.push_back(table);
    blocks.push_back(subheading(QStringLiteral("Nothing else")));
    blocks.push_back(paragraph(QStringLiteral("Not known.")));
    return document;
}

// A document drawn with Qt alone: what the checks must refuse.
QByteArray untagged(bool withPicture) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    QPainter painter(&writer);
    painter.drawText(400, 400, QStringLiteral("he sed"));
    QImage picture(40, 40, QImage::Format_RGB32);
    picture.fill(Qt::darkGreen);
    if (withPicture)
        painter.drawImage(900, 900, picture);
    painter.end();
    return bytes;
}

// Three thousand words, each to be told from every other.
QString longAccount() {
    QStringList words;
    for (int i = 1; i <= 3000; ++i)
        words << QStringLiteral("%1%2").arg(i % 7 ? QStringLiteral("then") : QStringLiteral("powiedział")).arg(i) +
                     (i % 60 ? QString() : QStringLiteral("\n"));
    return words.join(u' ');
}

Document with(std::vector<Block> blocks) {
    blocks.insert(blocks.begin(), title(QStringLiteral("Referral summary")));
    return {QStringLiteral("Referral summary"), QStringLiteral("Ysgol y Bryn"), {}, {}, std::move(blocks)};
}

int imagesIn(const QString& file) {
    const auto list = tools::images(file);
    return list.ok() ? int(list.out.trimmed().split('\n').size()) - 2 : -1; // below its heading of two lines
}

const QDateTime made = core::utc(QDate(2026, 11, 23), QTime(12, 20));

} // namespace

class TestPdf : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    // Writes the document; leaves a copy in $FIRSTHAND_KEEP, to be looked at.
    QString save(const QByteArray& bytes, const QString& name) {
        const QString keep = qEnvironmentVariable("FIRSTHAND_KEEP");
        const QString path = (keep.isEmpty() ? m_folder.path() : keep) + u'/' + name + QStringLiteral(".pdf");
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
    }

private slots:
    void everyToolApproves() {
        const auto pdf = writePdf(sample(), {}, made);

        QVERIFY(pdf);
        const QString file = save(pdf->bytes, QStringLiteral("sample"));
        for (const auto& outcome : {tools::qpdfCheck(file), tools::accessible(file), tools::archival(file)})
            QVERIFY2(outcome.ok(), outcome.all().constData());
    }
    void thereIsNoImageInIt() {
        const auto pdf = writePdf(sample(), {}, made);

        QCOMPARE(imagesIn(save(pdf->bytes, QStringLiteral("images"))), 0);
        QCOMPARE(imagesIn(save(untagged(true), QStringLiteral("picture"))), 1); // the tool does see one
    }
    void recordedWordsAreReadExactly() {
        const auto pdf = writePdf(sample(), {}, made);

        const auto texts = tools::actualTexts(save(pdf->bytes, QStringLiteral("words")), QStringLiteral("BlockQuote"));
        QVERIFY(texts);
        QCOMPARE(*texts, words);
    }
    void anUntaggedFileIsRefusedByTheChecks() {
        const QString file = save(untagged(false), QStringLiteral("untagged"));

        QVERIFY(tools::qpdfCheck(file).ok());
        QVERIFY(!tools::accessible(file).ok());
        QVERIFY(!tools::archival(file).ok());
    }
    void longQuotationRunsOverPagesWholeAndInOrder() {
        const auto pdf = writePdf(
            with({quotation(longAccount(), QStringLiteral("Ruth Adeyemi asked: “What happened?”"))}), {}, made);

        QVERIFY(pdf);
        QVERIFY2(pdf->pages >= 5, qPrintable(QString::number(pdf->pages)));
        const QString file = save(pdf->bytes, QStringLiteral("long"));
        const auto texts = tools::actualTexts(file, QStringLiteral("BlockQuote"));
        QVERIFY(texts);
        QCOMPARE(*texts, QStringList{longAccount()});
        QVERIFY(tools::accessible(file).ok());
        const QString seen = QString::fromUtf8(tools::text(file).out);
        qsizetype at = 0;
        for (int i = 1; i <= 3000; i += 7)
            QVERIFY2((at = seen.indexOf(QStringLiteral("then%1").arg(i), at)) >= 0, qPrintable(QString::number(i)));
    }
    void rowLongerThanAPageIsSplit() {
        const auto pdf = writePdf(with({pairs({{QStringLiteral("What was said"), longAccount()},
                                               {QStringLiteral("After it"), QStringLiteral("nothing more")}})}),
                                  {}, made);

        const QString file = save(pdf->bytes, QStringLiteral("row"));
        const QString seen = QString::fromUtf8(tools::text(file).out);
        QVERIFY(seen.contains(QStringLiteral("then2999")));
        QVERIFY(seen.contains(QStringLiteral("nothing more")));
        QCOMPARE(tools::elements(file, QStringLiteral("TR")), 2);
        QVERIFY(tools::accessible(file).ok());
    }
    void headerRowIsSeenOnEveryPageAndReadOnce() {
        const auto pdf = writePdf(sample(), {}, made);

        const QString file = save(pdf->bytes, QStringLiteral("header"));
        QCOMPARE(tools::elements(file, QStringLiteral("TH")), 3 + 2); // three columns, two labels of the pairs
        QVERIFY(QString::fromUtf8(tools::text(file).out).count(QRegularExpression(QStringLiteral("When +Who +What"))) >
                2);
    }
    void sameDocumentAndMomentGiveTheSameBytes() {
        const auto first = writePdf(sample(), {}, made);
        const auto again = writePdf(sample(), {}, made);
        const auto later = writePdf(sample(), {}, made.addSecs(60));

        QCOMPARE(again->bytes, first->bytes);
        QCOMPARE(again->sha256, first->sha256);
        QVERIFY(later->bytes != first->bytes);
    }
    void withAPassphraseItIsEncrypted() {
        const QString passphrase = QStringLiteral("gwair-Łódź-lamp-7");
        const auto pdf = writePdf(sample(), passphrase, made);

        const QString file = save(pdf->bytes, QStringLiteral("sealed"));
        const auto check = tools::qpdfCheck(file, passphrase);
        QVERIFY2(check.ok(), check.all().constData());
        QVERIFY(check.out.contains("R = 6"));
        QVERIFY(check.out.contains("AESv3"));
        QVERIFY(!tools::qpdfCheck(file, QStringLiteral("gwair")).ok());
        QVERIFY(!tools::qpdfCheck(file).ok());
        const auto accessible = tools::accessible(file, passphrase);
        QVERIFY2(accessible.ok(), accessible.all().constData());
        const auto all = tools::everything(file, passphrase);
        QVERIFY(all && all->contains(words.first()));
        QVERIFY(!pdf->bytes.contains("Ysgol"));
        QVERIFY(writePdf(sample(), {}, made)->bytes.contains("xpacket")); // in clear without a passphrase …
        QVERIFY(!pdf->bytes.contains("xpacket"));                         // … and not with one
    }
    void onlyTheProgramsOwnFontsAreUsed() {
        const auto pdf = writePdf(sample(), {}, made);

        const auto fonts = tools::run(QStringLiteral("pdffonts"), {save(pdf->bytes, QStringLiteral("fonts"))});
        QVERIFY(fonts.ok());
        QStringList names;
        for (const QByteArray& line : fonts.out.trimmed().split('\n').mid(2))
            names << QString::fromLatin1(line.split(' ').first());
        names.sort();
        QCOMPARE(names, (QStringList{QStringLiteral("NotoEmoji-Regular"), QStringLiteral("NotoNaskhArabic-Regular"),
                                     QStringLiteral("NotoSans-Bold"), QStringLiteral("NotoSans-Regular")}));
    }
    void aCharacterOfNoFontIsPrintedAsItsNumber() {
        auto fonts = Fonts::load();
        QVERIFY(fonts);
        const QString text = QStringLiteral("a\u0378b") + QString::fromUcs4(U"\U0001FAFF", 1);

        const auto runs = shownRuns(text, 0, text.size(), *fonts);

        QString shown;
        for (const ShownRun& run : runs)
            shown += run.shown;
        QCOMPARE(shown, QStringLiteral("a[U+0378]b[emoji U+1FAFF]"));
        QVERIFY(fonts->numbersUsed());
        const QString file = save(writePdf(with({quotation(text)}), {}, made)->bytes, QStringLiteral("numbers"));
        QCOMPARE(tools::actualTexts(file, QStringLiteral("BlockQuote")), QStringList{text});
        QVERIFY(QString::fromUtf8(tools::text(file).out)
                    .simplified()
                    .contains(QStringLiteral("[U+…] stands for a character")));
        QVERIFY(tools::archival(file).ok());
    }
    void aScriptWithoutAFontOfOursIsNamedAndNeverBlank() {
        const QString punjabi = QStringLiteral("ਮੈਨੂੰ ਡਰ ਲੱਗਦਾ ਹੈ");
        const auto pdf = writePdf(with({quotation(punjabi)}), {}, made);

        const QString file = save(pdf->bytes, QStringLiteral("punjabi"));
        QCOMPARE(tools::actualTexts(file, QStringLiteral("BlockQuote")), QStringList{punjabi});
        const QString seen = QString::fromUtf8(tools::text(file).out).simplified();
        QVERIFY(seen.contains(QStringLiteral("printed in a font of the computer")) ||
                seen.contains(QStringLiteral("[U+…] stands for")));
        QCOMPARE(imagesIn(file), 0);
    }
    void loneSurrogatesAndControlsDoNotBreakTheFile() {
        const QString text = QStringLiteral("x") + QChar(0xD83D) + QStringLiteral("y\u0001z\u202Eabc\u202C");
        const auto pdf = writePdf(with({quotation(text)}), {}, made);

        const QString file = save(pdf->bytes, QStringLiteral("odd"));
        QVERIFY(tools::qpdfCheck(file).ok());
        QVERIFY(tools::accessible(file).ok());
        QCOMPARE(tools::actualTexts(file, QStringLiteral("BlockQuote"))->value(0).toUtf8(), text.toUtf8());
    }
};

int main(int argc, char** argv) {
    QGuiApplication app(argc, argv);
    TestPdf test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_pdf.moc"

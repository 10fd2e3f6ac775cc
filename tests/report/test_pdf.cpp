#include "core/report/pdf.h"
#include "tools.h"
#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace core::report;

namespace {

Block block(Block::Kind kind, const QString& text) {
    Block made;
    made.kind = kind;
    made.text = text;
    return made;
}

Block quotation(const QString& text, const QString& attribution = {}) {
    Block made = block(Block::Kind::Quotation, text);
    made.attribution = attribution;
    return made;
}

Block pairs(std::vector<QStringList> rows) {
    Block made = block(Block::Kind::Pairs, {});
    made.rows = std::move(rows);
    return made;
}

// NBSP, combining marks, half-right slang, Welsh, Polish, Urdu with an English word in it, joined and toned emoji, blank lines.
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
    Document document{QStringLiteral("Referral summary"), QStringLiteral("Ysgol y Bryn"), QStringLiteral("Referral summary · K7F3 · Confidential"),
                      QStringLiteral("7G2K QM4T 9D0A 3VXW 6N8P 1RSE 5C"), {}};
    auto& blocks = document.blocks;
    blocks = {block(Block::Kind::Heading1, QStringLiteral("Referral summary")),
              block(Block::Kind::Small, QStringLiteral("Made on Monday 23 November 2026 at 12:20 by Ruth Adeyemi.")),
              block(Block::Kind::Notice, QStringLiteral("Confidential. For the people named in it, and nobody else.")),
              block(Block::Kind::Heading2, QStringLiteral("Child and household")),
              pairs({{QStringLiteral("Name"), QStringLiteral("Siân Ŵyn")}, {QStringLiteral("Languages"), QStringLiteral("Cymraeg, polski, اردو")}}),
              block(Block::Kind::Heading2, QStringLiteral("The child's own words"))};
    for (const QString& said : words)
        blocks.push_back(quotation(said, QStringLiteral("Ruth Adeyemi asked: “What would you like me to know?”")));
    blocks.push_back(block(Block::Kind::Heading2, QStringLiteral("Who was told")));
    Block table = block(Block::Kind::Table, {});
    table.header = QStringList{QStringLiteral("When"), QStringLiteral("Who"), QStringLiteral("What")};
    table.shares = {2, 3, 5};
    for (int i = 1; i <= 60; ++i)
        table.rows.push_back({QStringLiteral("Mon %1 Nov").arg(i % 30 + 1), QStringLiteral("Dan Okoro, form tutor"),
                              QStringLiteral("[%1] That there is a concern, and to keep an eye on how she is between lessons. Nothing about images.").arg(i)});
    blocks.push_back(table);
    blocks.push_back(block(Block::Kind::Heading3, QStringLiteral("Nothing else")));
    blocks.push_back(block(Block::Kind::Paragraph, QStringLiteral("Not known.")));
    return document;
}

const QDateTime made(QDate(2026, 11, 23), QTime(12, 20), Qt::UTC);

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

        const auto list = tools::images(save(pdf->bytes, QStringLiteral("images")));
        QVERIFY2(list.ok(), list.all().constData());
        QCOMPARE(list.out.trimmed().split('\n').size(), 2); // the two lines of its heading
    }
    void recordedWordsAreReadExactly() {
        const auto pdf = writePdf(sample(), {}, made);

        const auto texts = tools::actualTexts(save(pdf->bytes, QStringLiteral("words")), QStringLiteral("BlockQuote"));
        QVERIFY(texts);
        QCOMPARE(*texts, words);
    }
};

int main(int argc, char** argv) {
    QGuiApplication app(argc, argv);
    TestPdf test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_pdf.moc"

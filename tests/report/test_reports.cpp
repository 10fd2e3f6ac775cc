#include "core/report/pdf.h"
#include "core/report/reports.h"
#include "samplecase.h"
#include "tools.h"
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace core::report;

namespace {

// Every word of a document, as one text.
QString wordsOf(const Document& document) {
    QStringList words{document.title, document.office, document.runningHead};
    for (const Block& block : document.blocks) {
        words << block.text << block.attribution << block.header;
        for (const QStringList& row : block.rows)
            words << row;
    }
    return words.join(u'\n');
}

QStringList quotations(const Document& document) {
    QStringList said;
    for (const Block& block : document.blocks)
        if (block.kind == Block::Kind::Quotation)
            said << block.text;
    return said;
}

} // namespace

class TestReports : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    SampleCase m_case;

    Document build(ReportKind kind, const Purpose& purpose = SampleCase::toSocialCare(), const QStringList& off = {}) const {
        const auto state = m_case.state();
        auto chosen = sections(kind, state);
        for (Section& section : chosen)
            section.on = !off.contains(section.id);
        return buildReport(kind, state, m_case.office(), chosen, {}, purpose, m_case.guide());
    }

    QString save(const QByteArray& bytes, const QString& name) const {
        const QString keep = qEnvironmentVariable("FIRSTHAND_KEEP");
        const QString path = (keep.isEmpty() ? m_folder.path() : keep) + u'/' + name + QStringLiteral(".pdf");
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
    }

private slots:
    void initTestCase() { QVERIFY(m_case.isReady()); }

    void bothReportsPassEveryTool_data() {
        QTest::addColumn<ReportKind>("kind");
        QTest::newRow("referral summary") << ReportKind::ReferralSummary;
        QTest::newRow("chronology") << ReportKind::Chronology;
    }
    void bothReportsPassEveryTool() {
        QFETCH(ReportKind, kind);
        const auto pdf = writePdf(build(kind), {}, SampleCase::toSocialCare().made);

        QVERIFY(pdf);
        const QString file = save(pdf->bytes, reportId(kind));
        for (const auto& outcome : {tools::qpdfCheck(file), tools::accessible(file), tools::archival(file)})
            QVERIFY2(outcome.ok(), outcome.all().constData());
        QCOMPARE(tools::images(file).out.trimmed().split('\n').size(), 2);
        const auto texts = tools::actualTexts(file, QStringLiteral("BlockQuote"));
        QVERIFY(texts);
        for (const QString& said : SampleCase::said())
            QVERIFY2(texts->contains(said), qPrintable(said));
    }
};

int main(int argc, char** argv) {
    QGuiApplication app(argc, argv);
    TestReports test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_reports.moc"

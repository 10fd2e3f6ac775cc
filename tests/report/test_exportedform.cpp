#include "core/report/reports.h"
#include <QJsonArray>
#include <QTest>

using namespace core;

// An export is an entry: a section that its form does not know could not be recorded, and so not be exported.
class TestExportedForm : public QObject {
    Q_OBJECT

private slots:
    void everySectionIsAnAnswerOfTheForm_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("referral") << int(report::ReportKind::ReferralSummary);
        QTest::newRow("chronology") << int(report::ReportKind::Chronology);
    }
    void everySectionIsAnAnswerOfTheForm() {
        QFETCH(int, kind);
        const auto guide = guide::Guide::load();
        QVERIFY2(guide.has_value(), guide ? "" : qPrintable(guide.error().detail));
        const auto reportKind = static_cast<report::ReportKind>(kind);
        QStringList sections;
        for (const report::Section& section : report::sections(reportKind, {}))
            sections += section.id;
        QVERIFY(!sections.isEmpty());

        guide::Facts facts;
        const QJsonObject fields{{"report", report::reportId(reportKind)},
                                 {"sections", QJsonArray::fromStringList(sections)}};

        QCOMPARE(guide::problems(*guide->form(u"exported"), {facts, fields}).size(), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestExportedForm)
#include "test_exportedform.moc"

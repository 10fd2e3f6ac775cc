#include "core/report/addresses.h"
#include <QTest>

using namespace core::report;

class TestAddresses : public QObject {
    Q_OBJECT

private slots:
    void onlyTheSiteIsPrintedForOthersThanThePolice_data() {
        QTest::addColumn<QString>("recorded");
        QTest::addColumn<QString>("printed");
        const auto row = [](const char* recorded, const char* printed) {
            QTest::newRow(recorded) << QString::fromUtf8(recorded) << QString::fromUtf8(printed);
        };
        row("https://img.example.com/aaa.jpg", "hxxps://img[.]example[.]com/…");
        row("see example.co.uk/aaa.jpg now", "see example[.]co[.]uk/… now");
        row("https://[2001:db8::1]/aaa.jpg", "hxxps://[2001:db8::1]/…");
        row("https://localhost/aaa.jpg", "hxxps://localhost/…");
        row("https://example。com/aaa.jpg", "hxxps://example。com/…");
        row("example。com/aaa.jpg", "example。com/…");
        row("https://example.com./aaa.jpg", "hxxps://example[.]com[.]/…");
        row("example.com./aaa.jpg", "example[.]com/…");
        row("https://example.com\\aaa.jpg", "hxxps://example[.]com/…");
        row("https:\\\\example.com\\aaa.jpg", "https:\\\\example[.]com/…");
        row("https://example.com%2Faaa", "hxxps://example[.]com/…");
        row("https://mira:aaa@example.com/aaa.jpg", "hxxps://example[.]com/…");
        row("https://exam_ple.com:8443/aaa.jpg", "hxxps://exam_ple[.]com:8443/…");
        row("ipfs://aaa/x", "ipfs://…");
        row("magnet:?xt=urn:btih:aaa", "magnet:…");
        row("hxxps://example[.]com/aaa.jpg", "hxxps://example[.]com/…");
        row("https://example.com", "hxxps://example[.]com");
        row("He said: no. Why/how?", "He said: no. Why/how?");
        row("50% of 3/4", "50% of 3/4");
    }
    void onlyTheSiteIsPrintedForOthersThanThePolice() {
        QFETCH(QString, recorded);
        QFETCH(QString, printed);

        QCOMPARE(printedText(recorded, false), printed);
        QCOMPARE(printedText(printed, false), printed);
        QVERIFY(!printedWords(recorded, false).contains(QStringLiteral("aaa")));
        const QString police = printedText(recorded, true);
        QCOMPARE(police.contains(QStringLiteral("aaa")), recorded.contains(QStringLiteral("aaa")));
    }
};

QTEST_GUILESS_MAIN(TestAddresses)
#include "test_addresses.moc"

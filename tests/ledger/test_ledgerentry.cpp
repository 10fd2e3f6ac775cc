#include "core/ledger/row.h"
#include <QTest>

using namespace core;
using namespace core::ledger;

class TestEntry : public QObject {
    Q_OBJECT
private slots:
    void chainIsFrozen();
    void everyColumnIsInTheChain_data();
    void everyColumnIsInTheChain();
    void timeHasOneSpelling_data();
    void timeHasOneSpelling();
    void kindIsFormAndVersion_data();
    void kindIsFormAndVersion();
    void recordMarkIsCrockfordInFours();
    void recordMarkOfAnotherHeadDiffers();
    void rowInAnotherSpellingIsNotRead_data();
    void rowInAnotherSpellingIsNotRead();

private:
    static Row row() {
        Row row;
        row.seq = 2;
        row.id = "6f1d1e0a-3b1c-4a52-9d5e-0c8a7b6f5e4d";
        row.kind = "words/3";
        row.occurred = "2025-03-27T10:30+00:00";
        row.recorded = "2025-03-27T10:41:07Z";
        row.clock = "ok";
        row.author = "0a1b2c3d-4e5f-4a6b-8c7d-9e8f7a6b5c4d";
        row.amends = "";
        row.body = "{\"said\":\"no\"}";
        row.bodySalt = QByteArray(32, '0');
        row.bodyDigest = bodyDigestOf(row.body, QByteArray(16, '\0')).toHex();
        row.chain = chainOf(row, QByteArray(64, 'a')).toHex();
        row.signature = QByteArray(128, 'b');
        return row;
    }
};

// Worked out with Python's hashlib: a ledger of today must verify with it in thirty years.
void TestEntry::chainIsFrozen() {
    QCOMPARE(row().bodyDigest, QByteArray("17815feaef8d18115b6bce0da5fc2d4ba5f0a0a34ab6eb36bd5fa2cbb56becbe"));
    QCOMPARE(row().chain, QByteArray("085ca19fa13161ae345c78cd02ddfeb2b185aa50b0b7a7091d03dcced53fba9c"));
}

void TestEntry::everyColumnIsInTheChain_data() {
    QTest::addColumn<int>("column");
    int i = 0;
    for (const char* name : {"id", "kind", "occurred", "recorded", "clock", "author", "amends", "body_digest", "seq"})
        QTest::newRow(name) << i++;
}

void TestEntry::everyColumnIsInTheChain() {
    QFETCH(int, column);
    Row changed = row();
    QByteArray* const columns[] = {&changed.id,    &changed.kind,   &changed.occurred, &changed.recorded,
                                   &changed.clock, &changed.author, &changed.amends,   &changed.bodyDigest};

    if (column < 8)
        columns[column]->append('0');
    else
        changed.seq = 3;

    QVERIFY(chainOf(changed, QByteArray(64, 'a')) != chainOf(row(), QByteArray(64, 'a')));
}

void TestEntry::timeHasOneSpelling_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    QTest::newRow("right") << QByteArray("2025-03-27T10:41:07Z") << true;
    QTest::newRow("leap day") << QByteArray("2024-02-29T00:00:00Z") << true;
    QTest::newRow("no such day") << QByteArray("2025-02-29T00:00:00Z") << false;
    QTest::newRow("no such hour") << QByteArray("2025-02-28T24:00:00Z") << false;
    QTest::newRow("offset") << QByteArray("2025-03-27T10:41+00") << false;
    QTest::newRow("blank") << QByteArray("2025-03-27 10:41:07Z") << false;
    QTest::newRow("sign") << QByteArray("2025-03-27T10:41:+7Z") << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void TestEntry::timeHasOneSpelling() {
    QFETCH(QByteArray, text);
    QFETCH(bool, valid);

    const QDateTime time = timeFrom(text);

    QCOMPARE(time.isValid(), valid);
    if (valid)
        QCOMPARE(timeText(time), text);
}

void TestEntry::kindIsFormAndVersion_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("valid");
    QTest::newRow("words") << "words/3" << true;
    QTest::newRow("dash") << "need-to-know/12" << true;
    QTest::newRow("no version") << "words" << false;
    QTest::newRow("empty version") << "words/" << false;
    QTest::newRow("zero") << "words/0" << false;
    QTest::newRow("leading zero") << "words/03" << false;
    QTest::newRow("no form") << "/3" << false;
    QTest::newRow("upper case") << "Words/3" << false;
    QTest::newRow("two slashes") << "words/3/4" << false;
    QTest::newRow("empty") << "" << false;
}

void TestEntry::kindIsFormAndVersion() {
    QFETCH(QString, kind);
    QFETCH(bool, valid);

    QCOMPARE(isKind(kind), valid);
}

void TestEntry::recordMarkIsCrockfordInFours() {
    const QByteArray chain = QByteArray::fromHex("00443214c74254b635cf84653a56d7c675be77df") + QByteArray(12, '\0');

    QCOMPARE(recordMark(chain, 8), QStringLiteral("0123-4567"));
    QCOMPARE(recordMark(chain, 26), QStringLiteral("0123-4567-89AB-CDEF-GHJK-MNPQ-RS"));
}

void TestEntry::recordMarkOfAnotherHeadDiffers() {
    QVERIFY(recordMark(QByteArray(32, 'a'), 8) != recordMark(QByteArray(32, 'b'), 8));
}

void TestEntry::rowInAnotherSpellingIsNotRead_data() {
    QTest::addColumn<int>("column");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("id in capitals") << 0 << QByteArray("6F1D1E0A-3B1C-4A52-9D5E-0C8A7B6F5E4D");
    QTest::newRow("kind") << 1 << QByteArray("words");
    QTest::newRow("occurred") << 2 << QByteArray("27/3/2025");
    QTest::newRow("recorded") << 3 << QByteArray("yesterday at half pas");
    QTest::newRow("clock") << 4 << QByteArray("fine");
    QTest::newRow("author") << 5 << QByteArray("Meera");
    QTest::newRow("amends") << 6 << QByteArray("the last one");
    QTest::newRow("salt") << 7 << QByteArray("00");
    QTest::newRow("digest in capitals") << 8 << QByteArray(64, 'A');
    QTest::newRow("signature") << 9 << QByteArray(127, 'b');
}

void TestEntry::rowInAnotherSpellingIsNotRead() {
    QFETCH(int, column);
    QFETCH(QByteArray, value);
    Row changed = row();
    QVERIFY(entryOf(changed)); // the control
    QByteArray* const columns[] = {&changed.id,         &changed.kind,     &changed.occurred, &changed.recorded,
                                   &changed.clock,      &changed.author,   &changed.amends,   &changed.bodySalt,
                                   &changed.bodyDigest, &changed.signature};

    *columns[column] = value;

    QVERIFY(!entryOf(changed));
}

QTEST_GUILESS_MAIN(TestEntry)
#include "test_ledgerentry.moc"

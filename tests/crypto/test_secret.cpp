#include "core/crypto/secret.h"
#include <QTest>

using namespace core::crypto;

class TestSecret : public QObject {
    Q_OBJECT
private slots:
    void newSecretIsZeroed();
    void movingLeavesTheOldOneEmpty();
    void copyIsEqualAndSeparate();
    void secretsOfOtherLengthAreNotEqual();
    void takenPassphraseIsWipedWhereItWasTyped();
    void passphraseHeldElsewhereIsNotChangedThere();
    void passphraseTypedComposedOrNotIsTheSame();
    void randomBytesDiffer();
    void hexTakesOnlyWhatItWrites_data();
    void hexTakesOnlyWhatItWrites();
    void base64TakesOnlyWhatItWrites_data();
    void base64TakesOnlyWhatItWrites();
};

void TestSecret::newSecretIsZeroed() {
    const Secret secret(64);

    QCOMPARE(secret.size(), std::size_t(64));
    for (const unsigned char byte : secret.view())
        QCOMPARE(byte, static_cast<unsigned char>(0));
}

void TestSecret::movingLeavesTheOldOneEmpty() {
    Secret first = Secret::random(32);
    const Secret kept = first.copy();

    const Secret second = std::move(first);

    QVERIFY(second.equals(kept));
    QVERIFY(first.isEmpty());
    QVERIFY(!first.data());
}

void TestSecret::copyIsEqualAndSeparate() {
    Secret first = Secret::random(32);
    const Secret second = first.copy();
    QVERIFY(first.equals(second));

    first.data()[0] ^= 1;

    QVERIFY(!first.equals(second));
}

void TestSecret::secretsOfOtherLengthAreNotEqual() {
    QVERIFY(!Secret(16).equals(Secret(32)));
    QVERIFY(Secret().equals(Secret()));
}

void TestSecret::takenPassphraseIsWipedWhereItWasTyped() {
    QString typed = QStringLiteral("plum harbour ");
    typed += QStringLiteral("lantern"); // a buffer of its own, as a line edit hands it over
    const QChar* buffer = typed.constData();
    const qsizetype length = typed.size();

    const Secret secret = Secret::takePassphrase(typed);

    QCOMPARE(secret.size(), std::size_t(length));
    QVERIFY(typed.isEmpty());
    QCOMPARE(typed.constData(), buffer); // still allocated, so that it can be looked at
    for (qsizetype i = 0; i < length; ++i)
        QCOMPARE(buffer[i], QChar(0));
}

void TestSecret::passphraseHeldElsewhereIsNotChangedThere() {
    QString typed = QStringLiteral("plum harbour ");
    typed += QStringLiteral("lantern");
    const QString shown = typed;

    const Secret secret = Secret::takePassphrase(typed);

    QVERIFY(typed.isEmpty());
    QCOMPARE(shown, QStringLiteral("plum harbour lantern"));
}

void TestSecret::passphraseTypedComposedOrNotIsTheSame() {
    QString composed = QStringLiteral("caf\u00e9 siarad");
    QString separate = QStringLiteral("cafe\u0301 siarad");

    QVERIFY(Secret::takePassphrase(composed).equals(Secret::takePassphrase(separate)));
}

void TestSecret::randomBytesDiffer() {
    QCOMPARE(randomBytes(24).size(), 24);
    QVERIFY(randomBytes(24) != randomBytes(24));
}

void TestSecret::hexTakesOnlyWhatItWrites_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("lower case") << "00ff7a" << QByteArray("\x00\xff\x7a", 3);
    QTest::newRow("upper case") << "00FF7A" << QByteArray();
    QTest::newRow("odd length") << "00f" << QByteArray();
    QTest::newRow("spaces") << "00 ff" << QByteArray();
    QTest::newRow("not hex") << "zz" << QByteArray();
}

void TestSecret::hexTakesOnlyWhatItWrites() {
    QFETCH(QString, text);
    QFETCH(QByteArray, bytes);

    QCOMPARE(fromHex(text), bytes);
}

void TestSecret::base64TakesOnlyWhatItWrites_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("unpadded") << "Zmlyc3Q" << QByteArray("first");
    QTest::newRow("padded") << "Zmlyc3Q=" << QByteArray();
    QTest::newRow("loose last bits") << "Zmlyc3R" << QByteArray();
    QTest::newRow("a line break") << "Zmly\nc3Q" << QByteArray();
    QTest::newRow("url alphabet") << "_-8" << QByteArray();
}

void TestSecret::base64TakesOnlyWhatItWrites() {
    QFETCH(QString, text);
    QFETCH(QByteArray, bytes);

    QCOMPARE(fromBase64(text), bytes);
}

QTEST_GUILESS_MAIN(TestSecret)
#include "test_secret.moc"

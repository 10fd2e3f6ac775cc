#include "core/base/canonicaljson.h"
#include <QJsonArray>
#include <QTest>
#include <limits>

using namespace core;

class TestCanonicalJson : public QObject {
    Q_OBJECT

private slots:
    void keysAscendWithoutSpaces() {
        const QJsonObject object{{"zebra", 1}, {"apple", QJsonArray{true, "x"}}};

        QCOMPARE(canonicalJson(object), QByteArrayLiteral(R"({"apple":[true,"x"],"zebra":1})"));
    }

    void whatIsWrittenReadsBackTheSame_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("slang") << "he wuz like \"send it or else\" \\o/";
        QTest::newRow("no-break space and marks") << QStringLiteral("a\u00a0b e\u0301 \u2028 \u2029");
        QTest::newRow("Urdu") << QStringLiteral("\u0645\u06cc\u0631\u06d2 \u0633\u0627\u062a\u06be");
        QTest::newRow("emoji") << QStringLiteral("\U0001F64F\U0001F3FD");
        QTest::newRow("control characters") << QStringLiteral("tab\t line\n nul") + QChar(0) + QChar(1);
        QTest::newRow("half a surrogate pair") << QString(QChar(0xd83d));
    }

    void whatIsWrittenReadsBackTheSame() {
        QFETCH(QString, text);
        const QJsonObject object{{"said", text}};

        const auto read = parseCanonicalJson(canonicalJson(object));

        QVERIFY(read);
        QCOMPARE(read->value("said").toString(), text);
    }

    void largeNumbersStayWhole() {
        const QJsonObject object{{"memory", std::numeric_limits<qint64>::max()}};

        const auto read = parseCanonicalJson(canonicalJson(object));

        QVERIFY(read);
        QCOMPARE(read->value("memory").toInteger(), std::numeric_limits<qint64>::max());
    }

    void anythingElseIsRefused_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("an array") << QByteArray("[1]");
        QTest::newRow("cut short") << QByteArray(R"({"a":1)");
        QTest::newRow("a key twice") << QByteArray(R"({"a":1,"a":2})");
        QTest::newRow("a key twice, the same value") << QByteArray(R"({"a":1,"a":1})");
        QTest::newRow("keys out of order") << QByteArray(R"({"b":1,"a":2})");
        QTest::newRow("a space") << QByteArray(R"({"a": 1})");
        QTest::newRow("a line break behind it") << QByteArray("{\"a\":1}\n");
        QTest::newRow("another spelling of a number") << QByteArray(R"({"a":1.0})");
        QTest::newRow("another spelling of a letter") << QByteArray(R"({"a":"\u0062"})");
        QTest::newRow("a byte-order mark") << QByteArray("\xef\xbb\xbf{\"a\":1}");
        QTest::newRow("not UTF-8") << QByteArray("{\"a\":\"\xff\"}");
    }

    void anythingElseIsRefused() {
        QFETCH(QByteArray, bytes);

        const auto read = parseCanonicalJson(bytes);

        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Damaged);
    }

    void anUnknownKeyIsNamed() {
        const QJsonObject object{{"format", 1}, {"extra", 2}};

        QVERIFY(onlyKeys(object, {"format", "extra"}));
        const auto refused = onlyKeys(object, {"format", "id"});

        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Damaged);
        QVERIFY(refused.error().detail.contains(QStringLiteral("extra")));
    }
};

QTEST_GUILESS_MAIN(TestCanonicalJson)
#include "test_canonicaljson.moc"

#include "core/vault/keyfile.h"
#include "core/vault/signedline.h"
#include "tests/vault/madevault.h"
#include <QJsonDocument>
#include <QTest>
#include <ctime>

using namespace core;
using namespace tests;
using namespace core::vault;

namespace {

// A key file as a file's bytes, its header changed and signed again by the member themself.
QByteArray changed(const QByteArray& bytes, const QString& key, const QJsonValue& value, const crypto::SignKeys& keys) {
    QJsonObject object = QJsonDocument::fromJson(bytes.left(bytes.indexOf('\n'))).object();
    object.insert(key, value);
    return writeSigned(object, keys);
}

} // namespace

class TestKeyFile : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        crypto::init();
        m_keys = crypto::memberKeys(crypto::Secret::random(32));
        KeyFile file;
        file.vault = VaultId::random();
        file.member = MemberId::random();
        file.n = 3;
        file.logIn = QStringLiteral("Siân");
        file.kdf = MadeVault::lowCost();
        file.founderSign = m_keys.sign.publicKey;
        m_bytes = writeKeyFile(file, m_keys, MadeVault::passphrase()).value();
    }

    void itOpensWithItsPassphrase() {
        const auto file = parseKeyFile(m_bytes);

        QVERIFY(file);
        QCOMPARE(file->logIn, QStringLiteral("Siân"));
        QCOMPARE(file->n, 3);
        QVERIFY(openKeyFile(*file, MadeVault::passphrase()).value().seed.equals(m_keys.seed));
        QCOMPARE(openKeyFile(*file, MadeVault::passphrase("another one")).error().code, ErrorCode::WrongPassphrase);
    }

    void everyChangedByteIsDamageAndNeverAWrongPassphrase() {
        for (qsizetype i = 0; i < m_bytes.size(); ++i) {
            QByteArray bytes = m_bytes;
            bytes[i] = char(bytes[i] ^ 1);

            const auto file = parseKeyFile(bytes);

            QVERIFY2(!file, QByteArray::number(i).constData());
            QVERIFY(file.error().code != ErrorCode::WrongPassphrase);
        }
        for (qsizetype length = 0; length < m_bytes.size(); ++length)
            QVERIFY(!parseKeyFile(m_bytes.left(length)));
        QVERIFY(!parseKeyFile(m_bytes + '\n'));
        QVERIFY(parseKeyFile(m_bytes)); // the control
    }

    void parametersOutOfRangeAreRefusedBeforeAnythingIsAllocated_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<qint64>("value");
        QTest::newRow("memory lowered") << "memory" << (63LL << 20);
        QTest::newRow("memory none") << "memory" << 0LL;
        QTest::newRow("memory raised") << "memory" << (1LL << 30) + 1;
        QTest::newRow("memory absurd") << "memory" << (1LL << 60);
        QTest::newRow("passes lowered") << "passes" << 2LL;
        QTest::newRow("passes raised") << "passes" << 11LL;
        QTest::newRow("passes absurd") << "passes" << (1LL << 40);
    }

    void parametersOutOfRangeAreRefusedBeforeAnythingIsAllocated() {
        QFETCH(QString, key);
        QFETCH(qint64, value);
        const auto file = parseKeyFile(changed(m_bytes, key, value, m_keys.sign));
        QVERIFY(file);

        const std::clock_t before = std::clock(); // processor time: a busy machine does not count
        const auto opened = openKeyFile(*file, MadeVault::passphrase());

        QCOMPARE(opened.error().code, ErrorCode::KdfOutOfRange);
        QVERIFY(std::clock() - before < CLOCKS_PER_SEC / 50); // a derivation at the floor takes longer
    }

    void theHeaderIsVouchedForByThePassphrase_data() {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("founder") << "founder" << QJsonValue(crypto::toBase64(QByteArray(32, 'x')));
        QTest::newRow("vault") << "vault" << QJsonValue(VaultId::random().toString());
        QTest::newRow("member") << "member" << QJsonValue(MemberId::random().toString());
        QTest::newRow("number") << "n" << QJsonValue(4);
        QTest::newRow("log-in name") << "logIn" << QJsonValue("gethin");
        QTest::newRow("passes, within the range") << "passes" << QJsonValue(4);
    }

    void theHeaderIsVouchedForByThePassphrase() {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        const auto file = parseKeyFile(changed(m_bytes, key, value, m_keys.sign));
        QVERIFY(file);

        QCOMPARE(openKeyFile(*file, MadeVault::passphrase()).error().code, ErrorCode::WrongPassphrase);
    }

    void whatIsNotAKeyFileOfThisVersionIsNamed() {
        QCOMPARE(parseKeyFile(changed(m_bytes, QStringLiteral("format"), 2, m_keys.sign)).error().code,
                 ErrorCode::NewerVersion);
        QCOMPARE(parseKeyFile(changed(m_bytes, QStringLiteral("type"), "firsthand/vault", m_keys.sign)).error().code,
                 ErrorCode::Foreign);
        QCOMPARE(parseKeyFile(changed(m_bytes, QStringLiteral("hint"), "quilt", m_keys.sign)).error().code,
                 ErrorCode::Damaged);
        QCOMPARE(parseKeyFile(changed(m_bytes, QStringLiteral("kdf"), "pbkdf2", m_keys.sign)).error().code,
                 ErrorCode::KdfOutOfRange);
    }

    void aDamagedKeyFileInAVaultIsNamed() {
        const MadeVault made;
        QVERIFY(made.isOk());
        const QString name = QDir(made.file(QStringLiteral("keys"))).entryList(QDir::Files).value(0);
        const QString path = made.file(QStringLiteral("keys/")) + name;
        QByteArray bytes = bytesOf(path);
        bytes[200] = char(bytes[200] ^ 1);
        QVERIFY(overwrite(path, bytes));

        const auto opened = made.unlock();

        QCOMPARE(opened.error(), (Error{ErrorCode::Damaged, name}));
    }

    void aKeyFileOfAnotherVaultDoesNotOpenThisOne() {
        const MadeVault made;
        const MadeVault other;
        QVERIFY(made.isOk() && other.isOk());
        QDir keys(made.file(QStringLiteral("keys")));
        QVERIFY(keys.remove(keys.entryList(QDir::Files).value(0)));
        const QString name = QDir(other.file(QStringLiteral("keys"))).entryList(QDir::Files).value(0);
        QVERIFY(QFile::copy(other.file(QStringLiteral("keys/")) + name, keys.filePath(name)));

        QCOMPARE(made.unlock().error().code, ErrorCode::Foreign);
    }

private:
    crypto::MemberKeys m_keys;
    QByteArray m_bytes;
};

QTEST_GUILESS_MAIN(TestKeyFile)
#include "test_keyfile.moc"

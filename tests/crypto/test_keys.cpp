#include "core/crypto/keys.h"
#include <QTest>
#include <numeric>

using namespace core;
using namespace core::crypto;

namespace {

Secret counting(std::size_t size, unsigned char first = 0) {
    Secret secret(size);
    std::iota(secret.data(), secret.data() + size, first);
    return secret;
}

Secret secretOf(const char* text) {
    return Secret::from({reinterpret_cast<const unsigned char*>(text), std::strlen(text)});
}

QString hex(const Secret& secret) {
    return toHex(QByteArray(reinterpret_cast<const char*>(secret.data()), qsizetype(secret.size())));
}

} // namespace

// The figures in here are the format: they were worked out apart from this program (Python's hashlib, the argon2
// command, RFC 8032), and a vault written today must open with them in thirty years.
class TestKeys : public QObject {
    Q_OBJECT
private slots:
    void passphraseKeyIsFrozen();
    void passphraseKeyOutOfRangeIsRefusedBeforeItIsMade_data();
    void passphraseKeyOutOfRangeIsRefusedBeforeItIsMade();
    void caseKeysAreFrozen();
    void memberKeysAreMadeOfFrozenParts();
    void digestIsFrozen();
    void digestKeepsPartsApart();
    void sealedBytesOpenOnlyUnchanged();
    void emptyTextCanBeSealed();
    void signatureIsEd25519();
    void signatureHoldsForItsMessageAndKeyOnly();
    void sealOpensForItsRecipientOnly();
    void sealIsTheSameEveryTime();
    void sealsOfTwoContentsShareNothing();
    void sealFlippedAnywhereIsRefused();
};

void TestKeys::passphraseKeyIsFrozen() {
    const KdfParameters lowest{3, 64LL << 20, QByteArray(16, 's')};

    const auto key = deriveFromPassphrase(secretOf("plum harbour lantern"), lowest);

    QVERIFY(key);
    QCOMPARE(hex(*key), QStringLiteral("83ca1b3b4389f78670c88313d6b05cf7a83f455ca4b8255ad5020f22434abdaf"));
}

void TestKeys::passphraseKeyOutOfRangeIsRefusedBeforeItIsMade_data() {
    QTest::addColumn<int>("passes");
    QTest::addColumn<qint64>("memory");
    QTest::addColumn<int>("salt");
    QTest::newRow("too few passes") << 2 << (64LL << 20) << 16;
    QTest::newRow("too many passes") << 11 << (64LL << 20) << 16;
    QTest::newRow("too little memory") << 3 << (64LL << 20) - 1 << 16;
    QTest::newRow("a memory bomb") << 3 << (1LL << 30) + 1 << 16;
    QTest::newRow("negative memory") << 3 << -1LL << 16;
    QTest::newRow("short salt") << 3 << (64LL << 20) << 15;
}

void TestKeys::passphraseKeyOutOfRangeIsRefusedBeforeItIsMade() {
    QFETCH(int, passes);
    QFETCH(qint64, memory);
    QFETCH(int, salt);

    const auto key = deriveFromPassphrase(secretOf("plum"), {passes, memory, QByteArray(salt, 's')});

    QVERIFY(!key);
    QCOMPARE(key.error().code, ErrorCode::KdfOutOfRange);
}

void TestKeys::caseKeysAreFrozen() {
    const CaseKeys keys = caseKeys(counting(32));

    QCOMPARE(hex(keys.sqlKey), QStringLiteral("87f893f8c1cf0c9ce79452ec5bc0ce864203cfed633070e0afcedc096a162773"));
    QCOMPARE(hex(keys.sqlSalt), QStringLiteral("27ae7a24501d527cf2aaa3c5ebc08d76"));
    QCOMPARE(hex(keys.backupKey), QStringLiteral("46fcc5e994e564b8d5d8669209a93d8c0a80b2754fd196c7a03fe48bfdaf2e2c"));
    QCOMPARE(toHex(keys.commitment),
             QStringLiteral("4b1345a76fffc3338d8f0f9a077e80528c83ff8506bf48fb99584652fae79ec8"));
    QCOMPARE(hex(keys.sealingKey), QStringLiteral("92c93a31190e2e91649d2c8df906c54d15ac51e3e9a0eba4c20e262859ae48f3"));
    QVERIFY(keys.master.equals(counting(32)));
}

void TestKeys::memberKeysAreMadeOfFrozenParts() {
    const MemberKeys keys = memberKeys(counting(32));

    QCOMPARE(hex(subkey(counting(32), 1, "FHMEMBER")),
             QStringLiteral("adcb146a4e3ff790d1378e423c9d7639d51d0a88f8d40b489c1a185bb52a9731"));
    QCOMPARE(hex(subkey(counting(32), 2, "FHMEMBER")),
             QStringLiteral("05f4ef40c908668552bb67b9841c557be6d98d954c7603686424bfb3e0b1115e"));
    QCOMPARE(hex(keys.anchorKey), QStringLiteral("bc569d0a4579d22d0a030aa747eea7c22de199237a1252e98f986ba59fee1fb5"));
    QCOMPARE(keys.box.publicKey, boxKeysFromSeed(subkey(counting(32), 1, "FHMEMBER")).publicKey);
    QCOMPARE(keys.sign.publicKey, signKeysFromSeed(subkey(counting(32), 2, "FHMEMBER")).publicKey);
}

void TestKeys::digestIsFrozen() {
    QCOMPARE(toHex(Digest("firsthand/test/1").add("one").add("").result()),
             QStringLiteral("3659fe4bc29804494637c7454309ecfc1f5d2019a6b4eb661f2dfc3df7faba72"));
    QByteArray key(16, '\0');
    std::iota(key.begin(), key.end(), char(0));
    QCOMPARE(toHex(Digest("firsthand/test/1", key).add("one").result()),
             QStringLiteral("bb6675a67c002551ec48b5aed15ba388cc64754b93707c8f8ea522a7a7aa9251"));
}

void TestKeys::digestKeepsPartsApart() {
    QVERIFY(Digest("d").add("o").add("ne").result() != Digest("d").add("on").add("e").result());
    QVERIFY(Digest("d").add("one").result() != Digest("d").add("one").add("").result());
}

void TestKeys::sealedBytesOpenOnlyUnchanged() {
    const Secret key = Secret::random(32);
    const Secret plain = secretOf("the seed of a member");
    const QByteArray sealed = aeadSeal(key, plain.view(), "header");

    QVERIFY(aeadOpen(key, sealed, "header").value().equals(plain));
    QCOMPARE(aeadOpen(key, sealed, "Header").error().code, ErrorCode::Damaged);
    QCOMPARE(aeadOpen(Secret::random(32), sealed, "header").error().code, ErrorCode::Damaged);
    for (qsizetype i = 0; i < sealed.size(); ++i) {
        QByteArray flipped = sealed;
        flipped[i] = char(flipped[i] ^ 1);
        QVERIFY(!aeadOpen(key, flipped, "header"));
        QVERIFY(!aeadOpen(key, sealed.left(i), "header"));
    }
}

void TestKeys::emptyTextCanBeSealed() {
    const Secret key = Secret::random(32);

    const auto opened = aeadOpen(key, aeadSeal(key, {}, "header"), "header");

    QVERIFY(opened);
    QVERIFY(opened->isEmpty());
}

void TestKeys::signatureIsEd25519() {
    const QByteArray seed = fromHex(u"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    const SignKeys keys = signKeysFromSeed(
        Secret::from({reinterpret_cast<const unsigned char*>(seed.constData()), std::size_t(seed.size())}));

    QCOMPARE(toHex(keys.publicKey), QStringLiteral("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
    QCOMPARE(toHex(sign(keys, {})), QStringLiteral("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555f"
                                                   "b8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"));
}

void TestKeys::signatureHoldsForItsMessageAndKeyOnly() {
    const SignKeys keys = signKeysFromSeed(Secret::random(32));
    const SignKeys other = signKeysFromSeed(Secret::random(32));
    const QByteArray signature = sign(keys, "what was said");

    QVERIFY(verify(keys.publicKey, "what was said", signature));
    QVERIFY(!verify(keys.publicKey, "what was sald", signature));
    QVERIFY(!verify(other.publicKey, "what was said", signature));
    QVERIFY(!verify(keys.publicKey, "what was said", signature.left(63)));
    QVERIFY(!verify({}, "what was said", signature));
}

void TestKeys::sealOpensForItsRecipientOnly() {
    const BoxKeys meera = boxKeysFromSeed(Secret::random(32));
    const BoxKeys owen = boxKeysFromSeed(Secret::random(32));
    const Secret caseMaster = Secret::random(32);

    const QByteArray sealed = sealFor(meera.publicKey, Secret::random(32), caseMaster);

    QCOMPARE(sealed.size(), 80);
    QVERIFY(openSeal(meera, sealed).value().equals(caseMaster));
    QCOMPARE(openSeal(owen, sealed).error().code, ErrorCode::Damaged);
}

void TestKeys::sealIsTheSameEveryTime() {
    const BoxKeys meera = boxKeysFromSeed(Secret::random(32));
    const Secret sealingKey = Secret::random(32);
    const Secret caseMaster = Secret::random(32);

    QCOMPARE(sealFor(meera.publicKey, sealingKey, caseMaster), sealFor(meera.publicKey, sealingKey, caseMaster));
    QVERIFY(sealFor(meera.publicKey, sealingKey, caseMaster) !=
            sealFor(meera.publicKey, Secret::random(32), caseMaster));
}

void TestKeys::sealsOfTwoContentsShareNothing() {
    const BoxKeys meera = boxKeysFromSeed(Secret::random(32));
    const Secret sealingKey = Secret::random(32);

    const QByteArray first = sealFor(meera.publicKey, sealingKey, counting(32));
    const QByteArray second = sealFor(meera.publicKey, sealingKey, counting(32, 1));

    QVERIFY(first.left(32) != second.left(32)); // the ephemeral key, and with it the key stream
}

void TestKeys::sealFlippedAnywhereIsRefused() {
    const BoxKeys meera = boxKeysFromSeed(Secret::random(32));
    const QByteArray sealed = sealFor(meera.publicKey, Secret::random(32), Secret::random(32));

    for (qsizetype i = 0; i < sealed.size(); ++i) {
        QByteArray flipped = sealed;
        flipped[i] = char(flipped[i] ^ 4);
        QVERIFY(!openSeal(meera, flipped));
        QVERIFY(!openSeal(meera, sealed.left(i)));
    }
}

QTEST_GUILESS_MAIN(TestKeys)
#include "test_keys.moc"

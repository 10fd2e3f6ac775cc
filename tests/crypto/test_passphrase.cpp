#include "core/crypto/passphrase.h"
#include "core/crypto/secret.h"
#include <QSet>
#include <QTest>

using namespace core;
using crypto::Strength;

class TestPassphrase : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { crypto::init(); }

    void fiveDifferentlyDrawnWords() {
        QSet<QString> seen;

        for (int i = 0; i < 200; ++i) {
            const QString phrase = crypto::generatePassphrase();
            QCOMPARE(phrase.split(QLatin1Char(' ')).size(), 5);
            seen.insert(phrase);
        }

        QCOMPARE(seen.size(), 200);
    }

    void wordsAreDrawnFromTheWholeList() {
        QSet<QChar> initials;

        const QString phrase = crypto::generatePassphrase(2000);
        for (const QString& word : phrase.split(QLatin1Char(' ')))
            initials.insert(word[0]);

        QVERIFY(initials.size() >= 22);
    }

    void aGeneratedPassphraseIsStrong() {
        for (int i = 0; i < 50; ++i)
            QCOMPARE(crypto::passphraseStrength(crypto::generatePassphrase(), {}), Strength::Strong);
    }

    void strengthOfOwnChoices_data() {
        QTest::addColumn<QString>("passphrase");
        QTest::addColumn<Strength>("strength");
        QTest::newRow("nothing") << "" << Strength::TooShort;
        QTest::newRow("eleven good characters") << "k9$Qz!w7#Lp" << Strength::TooShort;
        QTest::newRow("a common one, long") << "password1234" << Strength::Weak;
        QTest::newRow("repeated") << "aaaaaaaaaaaaaaaaaaaa" << Strength::Weak;
        QTest::newRow("keyboard") << "qwertyuiop123456" << Strength::Weak;
        QTest::newRow("the person and the school") << "Rhian Brynteg 2024" << Strength::Weak;
        QTest::newRow("random, long") << "vT7#qLx9!mRz4&Kp" << Strength::Strong;
    }

    void strengthOfOwnChoices() {
        QFETCH(QString, passphrase);
        QFETCH(Strength, strength);

        QCOMPARE(
            crypto::passphraseStrength(passphrase, {QStringLiteral("Rhian Maddox"), QStringLiteral("Ysgol Brynteg")}),
            strength);
    }

    void ownNamesCountForNothing() {
        const QString phrase = QStringLiteral("Llwyncelyn Gwerfyl");
        const QStringList own{QStringLiteral("Gwerfyl Pritchard"), QStringLiteral("Ysgol Llwyncelyn")};

        QVERIFY(crypto::passphraseStrength(phrase, own) < crypto::passphraseStrength(phrase, {}));
    }
};

QTEST_GUILESS_MAIN(TestPassphrase)
#include "test_passphrase.moc"

#include "core/crypto/recoverykey.h"
#include <QTest>

using namespace core;
using crypto::RecoveryKey;

namespace {

const QString alphabet = QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ");

QString withGroup(QStringList groups, int place, const QString& group) {
    groups[place - 1] = group;
    return groups.join(QLatin1Char('-'));
}

} // namespace

class TestRecoveryKey : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { crypto::init(); }

    void typedBackItIsTheSameKey() {
        const RecoveryKey key = RecoveryKey::random();

        const auto read = RecoveryKey::parse(key.groups().join(QLatin1Char(' ')));

        QVERIFY(read);
        QCOMPARE(read->groups(), key.groups());
        QCOMPARE(read->boxKeys().publicKey, key.boxKeys().publicKey);
        QCOMPARE(read->signKeys().publicKey, key.signKeys().publicKey);
        QVERIFY(key.boxKeys().publicKey != RecoveryKey::random().boxKeys().publicKey);
    }

    void eightGroupsOfFive() {
        const QStringList groups = RecoveryKey::random().groups();

        QCOMPARE(groups.size(), 8);
        for (const QString& group : groups)
            QCOMPARE(group.size(), 5);
    }

    void anyRhythmCaseAndLookAlikeIsRead_data() {
        QTest::addColumn<QString>("typed");
        // The key of twenty zero bytes, so that the look-alikes of 0 and 1 are in it. Its check characters are the
        // places.
        QTest::newRow("as printed") << "00001-00002-00003-00004-00005-00006-00007-00008";
        QTest::newRow("without partings") << "0000100002000030000400005000060000700008";
        QTest::newRow("two groups together") << "0000100002 0000300004 0000500006 0000700008";
        QTest::newRow("spaces and a line break") << "  00001 00002 00003 00004\n00005 00006 00007 00008 ";
        QTest::newRow("O and o for 0") << "OOOO1-oooo2-00003-00004-00005-00006-00007-00008";
        QTest::newRow("l and I for 1") << "0000l-00002-00003-00004-00005-00006-00007-00008";
        QTest::newRow("a long dash") << QStringLiteral("00001\u201300002\u201300003 00004 00005 00006 00007 00008");
    }

    void anyRhythmCaseAndLookAlikeIsRead() {
        QFETCH(QString, typed);

        const auto read = RecoveryKey::parse(typed);

        QVERIFY(read);
        QCOMPARE(read->groups().first(), QStringLiteral("00001"));
    }

    void lowerCaseIsRead() {
        const RecoveryKey key = RecoveryKey::random();

        const auto read = RecoveryKey::parse(key.groups().join(QLatin1Char('-')).toLower());

        QVERIFY(read);
        QCOMPARE(read->groups(), key.groups());
    }

    void everySingleWrongCharacterIsCaughtAndItsGroupNamed() {
        const QStringList groups = RecoveryKey::random().groups();
        int tried = 0;

        for (int place = 1; place <= 8; ++place) {
            for (int at = 0; at < 5; ++at) {
                for (const QChar wrong : alphabet) {
                    QString group = groups[place - 1];
                    if (group[at] == wrong)
                        continue;
                    group[at] = wrong;
                    const auto read = RecoveryKey::parse(withGroup(groups, place, group));
                    QVERIFY(!read);
                    QCOMPARE(read.error(), (Error{ErrorCode::RecoveryGroup, QString::number(place)}));
                    QVERIFY(!RecoveryKey::groupIsRight(group, place));
                    ++tried;
                }
            }
        }
        QCOMPARE(tried, 8 * 5 * 31);
    }

    void everyNeighbourSwapIsCaughtAndItsGroupNamed() {
        int tried = 0;

        for (int round = 0; round < 100; ++round) {
            const QStringList groups = RecoveryKey::random().groups();
            for (int place = 1; place <= 8; ++place) {
                for (int at = 0; at < 4; ++at) {
                    QString group = groups[place - 1];
                    if (group[at] == group[at + 1])
                        continue;
                    std::swap(group[at], group[at + 1]);
                    const auto read = RecoveryKey::parse(withGroup(groups, place, group));
                    QVERIFY(!read);
                    QCOMPARE(read.error().detail, QString::number(place));
                    ++tried;
                }
            }
        }
        QVERIFY(tried > 2800);
    }

    void aGroupInAnotherPlaceIsCaught() {
        const QStringList groups = RecoveryKey::random().groups();

        for (int place = 1; place <= 8; ++place) {
            for (int other = 1; other <= 8; ++other)
                QCOMPARE(RecoveryKey::groupIsRight(groups[place - 1], other), place == other);
        }
    }

    void theFirstWrongGroupIsNamed_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("place");
        QTest::newRow("nothing typed") << ""
                                       << "1";
        QTest::newRow("one group missing at the end") << "00001 00002 00003 00004 00005 00006 00007"
                                                      << "8";
        QTest::newRow("a character left out") << "00001 00002 0003 00004 00005 00006 00007 00008"
                                              << "3";
        QTest::newRow("a character too many") << "00001 00002 00003 000004 00005 00006 00007 00008"
                                              << "4";
        QTest::newRow("a letter that is not used") << "00001 U0002 00003 00004 00005 00006 00007 00008"
                                                   << "2";
        QTest::newRow("two wrong, the first") << "00001 00002 00003 00004 00000 00006 00000 00008"
                                              << "5";
        QTest::newRow("a ninth group") << "00001 00002 00003 00004 00005 00006 00007 00008 00009"
                                       << "8";
        QTest::newRow("not Latin letters") << QStringLiteral("\u0661\u0661\u0661\u0661\u0661") << "1";
    }

    void theFirstWrongGroupIsNamed() {
        QFETCH(QString, typed);
        QFETCH(QString, place);

        const auto read = RecoveryKey::parse(typed);

        QVERIFY(!read);
        QCOMPARE(read.error(), (Error{ErrorCode::RecoveryGroup, place}));
    }
};

QTEST_GUILESS_MAIN(TestRecoveryKey)
#include "test_recoverykey.moc"

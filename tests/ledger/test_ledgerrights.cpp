#include "core/ledger/rights.h"
#include "tests/ledger/ledgerfixture.h"
#include <QTest>

using namespace core;
using namespace core::ledger;

class TestRights : public QObject {
    Q_OBJECT
private slots:
    void grantComesBackFromItsFields();
    void grantWithoutItsKeysIsNone();
    void creatorMayDoEverything();
    void firstEntryMustNameItsAuthor();
    void whoMayWriteWhat_data();
    void whoMayWriteWhat();
    void endedGrantAllowsNothingMore();
    void memberEntryIsNeverRedacted();
    void currentLeavesOutThoseWhoHaveEnded();

private:
    static Entry entry(qint64 seq, const QString& kind, const MemberId& author, const QJsonObject& fields = {},
                       const std::optional<EntryId>& amends = {}) {
        Entry made;
        made.seq = seq;
        made.id = EntryId::random();
        made.kind = kind;
        made.author = author;
        made.amends = amends;
        made.body = QJsonDocument(fields).toJson(QJsonDocument::Compact);
        return made;
    }
    Rights office() {
        Rights rights;
        qint64 seq = 0;
        for (const Grant& grant : {m_fixture.lead(), m_fixture.deputy(), m_fixture.reviewer()})
            rights.take(entry(++seq, QStringLiteral("member/1"), m_fixture.meera.id, grantFields(grant)));
        return rights;
    }
    LedgerFixture m_fixture;
};

void TestRights::grantComesBackFromItsFields() {
    Grant grant = m_fixture.deputy();
    grant.title = QStringLiteral("Deputy head");
    grant.why = QStringLiteral("covers while Meera is away");

    QCOMPARE(grantFromFields(grantFields(grant)), std::optional(grant));
}

void TestRights::grantWithoutItsKeysIsNone() {
    for (const char* key : {"member", "role", "sign_key", "box_key", "may_add", "may_grant", "may_export", "ended"}) {
        QJsonObject fields = grantFields(m_fixture.deputy());
        fields.remove(QLatin1String(key));
        QVERIFY2(!grantFromFields(fields), key);
    }
}

void TestRights::creatorMayDoEverything() {
    Grant grant = m_fixture.lead();
    grant.mayAdd = grant.mayGrant = grant.mayExport = false;
    const Entry first = entry(1, QStringLiteral("member/1"), m_fixture.meera.id, grantFields(grant));
    Rights rights;

    QVERIFY(rights.allows(first));
    rights.take(first);

    QVERIFY(rights.grant(m_fixture.meera.id)->mayGrant);
    QVERIFY(rights.allows(entry(2, QStringLiteral("note/1"), m_fixture.meera.id)));
}

void TestRights::firstEntryMustNameItsAuthor() {
    Rights rights;

    QVERIFY(!rights.allows(entry(1, QStringLiteral("member/1"), m_fixture.owen.id, grantFields(m_fixture.lead()))));
    QVERIFY(!rights.allows(entry(1, QStringLiteral("note/1"), m_fixture.meera.id)));
    QVERIFY(rights.allows(entry(1, QStringLiteral("member/1"), m_fixture.meera.id, grantFields(m_fixture.lead()))));
}

void TestRights::whoMayWriteWhat_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("lead");
    QTest::addColumn<bool>("deputy");
    QTest::addColumn<bool>("reviewer");
    QTest::newRow("note") << "note/1" << true << true << false;
    QTest::newRow("words") << "words/1" << true << true << false;
    QTest::newRow("redaction") << "redaction/1" << true << true << false;
    QTest::newRow("opened") << "opened/1" << true << true << true;
    QTest::newRow("exported") << "exported/1" << true << true << true;
    QTest::newRow("member") << "member/1" << true << false << false;
    QTest::newRow("moved") << "moved/1" << true << false << false;
}

void TestRights::whoMayWriteWhat() {
    QFETCH(QString, kind);
    QFETCH(bool, lead);
    QFETCH(bool, deputy);
    QFETCH(bool, reviewer);
    const Rights rights = office();
    const bool redaction = kind == QLatin1String("redaction/1");
    const QJsonObject fields = kind == QLatin1String("member/1") ? grantFields(m_fixture.deputy()) : QJsonObject();
    const auto allowed = [&](const MemberId& who) {
        return rights.allows(entry(9, kind, who, fields, redaction ? std::optional(EntryId::random()) : std::nullopt));
    };

    QCOMPARE(allowed(m_fixture.meera.id), lead);
    QCOMPARE(allowed(m_fixture.owen.id), deputy);
    QCOMPARE(allowed(m_fixture.lena.id), reviewer);
    QVERIFY(!allowed(MemberId::random()));
}

void TestRights::endedGrantAllowsNothingMore() {
    Rights rights = office();
    Grant end = m_fixture.deputy();
    end.ended = true;
    rights.take(entry(4, QStringLiteral("member/1"), m_fixture.meera.id, grantFields(end)));

    QVERIFY(!rights.allows(entry(5, QStringLiteral("note/1"), m_fixture.owen.id)));
    QVERIFY(!rights.allows(entry(5, QStringLiteral("opened/1"), m_fixture.owen.id)));
    QCOMPARE(*rights.signKey(m_fixture.owen.id), m_fixture.owen.keys.sign.publicKey); // what they wrote still verifies
}

void TestRights::memberEntryIsNeverRedacted() {
    Rights rights;
    const Entry first = entry(1, QStringLiteral("member/1"), m_fixture.meera.id, grantFields(m_fixture.lead()));
    rights.take(first);

    QVERIFY(!rights.allows(entry(2, QStringLiteral("redaction/1"), m_fixture.meera.id, {}, first.id)));
    QVERIFY(rights.allows(entry(2, QStringLiteral("redaction/1"), m_fixture.meera.id, {}, EntryId::random())));
}

void TestRights::currentLeavesOutThoseWhoHaveEnded() {
    Rights rights = office();
    Grant end = m_fixture.deputy();
    end.ended = true;
    rights.take(entry(4, QStringLiteral("member/1"), m_fixture.meera.id, grantFields(end)));

    const std::vector<Grant> current = rights.current();

    QCOMPARE(current.size(), std::size_t(2));
    QCOMPARE(current[0].member, m_fixture.meera.id);
    QCOMPARE(current[1].member, m_fixture.lena.id);
}

QTEST_GUILESS_MAIN(TestRights)
#include "test_ledgerrights.moc"

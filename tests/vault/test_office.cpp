#include "core/vault/casecode.h"
#include "core/vault/officefold.h"
#include "tests/vault/madevault.h"
#include <QJsonDocument>
#include <QTest>

using namespace core;
using namespace tests;
using namespace core::vault;

namespace {

std::vector<ledger::Entry> recorded(const std::vector<ledger::NewEntry>& entries) {
    std::vector<ledger::Entry> out;
    for (const ledger::NewEntry& entry : entries) {
        ledger::Entry one;
        one.seq = qint64(out.size()) + 1;
        one.id = entry.id;
        one.kind = entry.kind;
        one.body = QJsonDocument(entry.fields).toJson(QJsonDocument::Compact);
        out.push_back(one);
    }
    return out;
}

Office sample() {
    Office office = MadeVault::setup().office;
    office.leadTitle = QStringLiteral("Safeguarding lead");
    office.address = QStringLiteral("Heol y Bryn, Llanfor");
    office.opens = QTime(8, 15);
    office.clocks = {{QStringLiteral("T1"), false, {}, {}, QStringLiteral("not used here")},
                     {QStringLiteral("T5"), true, 3, QStringLiteral("workingDays"), {}}};
    return office;
}

} // namespace

class TestOffice : public QObject {
    Q_OBJECT

private slots:
    void changesFoldBackToWhatWasWanted() {
        const Office wanted = sample();

        const Office folded = foldOffice(recorded(officeChanges(Office(), wanted, {})), {});

        QCOMPARE(folded, wanted);
    }

    void onlyWhatChangedIsWritten() {
        const Office before = sample();
        Office after = before;
        after.authorities.front().outOfHours = QStringLiteral("01632 960188");

        const auto entries = officeChanges(before, after, QStringLiteral("checked by telephone"));

        QCOMPARE(entries.size(), 1U);
        QCOMPARE(entries[0].kind, QStringLiteral("authority/1"));
        QCOMPARE(entries[0].fields.value("why").toString(), QStringLiteral("checked by telephone"));
        QVERIFY(officeChanges(before, before, QStringLiteral("x")).empty());
    }

    void whatIsTakenOutIsGone() {
        const Office before = sample();
        Office after = before;
        after.authorities.clear();
        after.clocks.pop_back();
        auto entries = officeChanges(Office(), before, {});
        const auto more = officeChanges(before, after, QStringLiteral("merged"));
        entries.insert(entries.end(), more.begin(), more.end());

        QCOMPARE(foldOffice(recorded(entries), {}), after);
    }

    void whatWasRecordedAboutAFormerAuthorityKeepsItsName() {
        const Office before = sample();
        Office after = before;
        after.authorities.clear();
        auto entries = officeChanges(Office(), before, {});
        const auto out = officeChanges(before, after, {});
        entries.insert(entries.end(), out.begin(), out.end());
        const QString id = before.authorities.front().id;

        const Office left = foldOffice(recorded(entries), {});
        QVERIFY(left.authorities.empty());
        QVERIFY(left.authority(id));
        QCOMPARE(left.authority(id)->name, before.authorities.front().name);

        const auto back = officeChanges(after, before, {});
        entries.insert(entries.end(), back.begin(), back.end());
        QVERIFY(foldOffice(recorded(entries), {}).former.empty());
    }

    void whatWasNotPermittedCountsForNothing() {
        auto entries = recorded(officeChanges(Office(), sample(), {}));
        Office changed = sample();
        changed.name = QStringLiteral("Somebody else's");
        auto forged = recorded(officeChanges(sample(), changed, {}));
        QCOMPARE(forged.size(), 1U);

        forged[0].permitted = false;
        entries.push_back(forged[0]);
        QCOMPARE(foldOffice(entries, {}).name, QStringLiteral("Ysgol Brynteg"));

        entries.back().permitted = true; // the control
        QCOMPARE(foldOffice(entries, {}).name, QStringLiteral("Somebody else's"));
    }

    void membersComeFromTheirGrants() {
        ledger::Grant grant;
        grant.member = MemberId::random();
        grant.name = QStringLiteral("Gethin Prosser");
        grant.role = ledger::Role::Deputy;
        grant.signKey = grant.boxKey = QByteArray(32, 'k');
        ledger::NewEntry joined;
        joined.kind = QStringLiteral("member/1");
        joined.fields = ledger::grantFields(grant);
        grant.ended = true;
        ledger::NewEntry left = joined;
        left.fields = ledger::grantFields(grant);

        const Office office = foldOffice(recorded({joined}), {{grant.member, QStringLiteral("gethin")}});
        const Office later = foldOffice(recorded({joined, left}), {});

        QCOMPARE(office.member(grant.member)->logIn, QStringLiteral("gethin"));
        QVERIFY(!office.member(grant.member)->disabled);
        QCOMPARE(later.members.size(), 1U);
        QVERIFY(later.members[0].disabled);
    }

    void codesGrowWhereTwoWouldBeAlike() {
        const CaseId one = *CaseId::parse(u"00000000-0000-4000-8000-000000000001");
        const CaseId near = *CaseId::parse(u"00000001-0000-4000-8000-000000000001");
        const CaseId far = *CaseId::parse(u"f0000000-0000-4000-8000-000000000001");
        CaseCodes codes;
        codes.add(one);
        codes.add(far);
        QCOMPARE(codes.of(one), QStringLiteral("0000"));
        QCOMPARE(codes.of(far), QStringLiteral("Y000"));

        codes.add(near);

        QVERIFY(codes.of(one) != codes.of(near));
        QCOMPARE(codes.of(one), QStringLiteral("0000000"));
        QCOMPARE(codes.of(far), QStringLiteral("Y000"));
        codes.remove(near);
        QCOMPARE(codes.of(one), QStringLiteral("0000"));
    }

    void nationsAreNamed() {
        QCOMPARE(nationFromId(u"wales"), std::optional(Nation::Wales));
        QCOMPARE(nationFromId(nationId(Nation::England)), std::optional(Nation::England));
        QCOMPARE(nationFromId(u"scotland"), std::nullopt);
        QCOMPARE(defaultLeadTitle(Nation::England), QStringLiteral("Designated safeguarding lead"));
    }
};

QTEST_GUILESS_MAIN(TestOffice)
#include "test_office.moc"

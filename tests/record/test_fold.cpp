#include "guided.h"
#include <QTest>

using namespace core;
using namespace core::record;

class TestFold : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        const QString wrong = loadGuide(m_guide);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void amendmentIsShownAndEveryVersionIsKept() {
        MadeUpCase made(m_guide);
        const EntryId first = made.add("note/1", "2026-11-18", fieldsOf({{"text", "Phone handed in."}}));
        made.add("note/1", "2026-11-18", fieldsOf({{"text", "Another."}}));
        made.amend(first, "note/1", "2026-11-17", fieldsOf({{"text", "Phone and charger handed in."}}),
                   "charger left out");

        const CaseState state = made.fold();

        QCOMPARE(state.entries.size(), std::size_t(2));
        const EntryView* note = state.entry(first);
        QVERIFY(note && note->isAmended());
        QCOMPARE(note->seq, qint64(1));
        QCOMPARE(note->fields.value(QLatin1String("text")).toString(), QStringLiteral("Phone and charger handed in."));
        QCOMPARE(note->occurred.text(), QStringLiteral("2026-11-17"));
        QCOMPARE(note->versions.size(), std::size_t(2));
        QCOMPARE(note->versions[0].fields.value(QLatin1String("text")).toString(), QStringLiteral("Phone handed in."));
        QCOMPARE(note->versions[1].reason, QStringLiteral("charger left out"));
        QCOMPARE(note->author, QStringLiteral("Ruth Adeyemi"));
    }

    void amendmentOfAnotherFormIsAnEntryOfItsOwn() {
        MadeUpCase made(m_guide);
        const EntryId words = made.add("words/1", "2026-11-18", wordsSaid("he said dont tell"));
        made.amend(words, "note/1", "2026-11-18", fieldsOf({{"text", "Nothing was said."}}), "");

        const CaseState state = made.fold();

        QCOMPARE(state.entries.size(), std::size_t(2));
        QCOMPARE(state.words.at(0).exchanges.at(0).said, QStringLiteral("he said dont tell"));
    }

    void entryNotPermittedIsKeptApartAndChangesNothing() {
        MadeUpCase made(m_guide);
        const EntryId danger = made.add("danger/1", "", fieldsOf({{"danger_now", "no"}, {"threat", "yes"}}));
        const EntryId amendment =
            made.addByStranger("danger/1", fieldsOf({{"danger_now", "no"}, {"threat", "no"}}), danger);
        made.addByStranger("danger/1", fieldsOf({{"danger_now", "no"}, {"threat", "no"}}));

        const CaseState state = made.fold();

        QVERIFY(state.threatened());
        QCOMPARE(state.entries.size(), std::size_t(1));
        QVERIFY(!state.entry(danger)->isAmended());
        QCOMPARE(state.notPermitted.size(), std::size_t(2));
        QVERIFY(!state.entry(amendment)->permitted);

        made.entries[1].permitted = true; // the control: let through, it would have hidden the threat
        QVERIFY(!made.fold().threatened());
    }

    void redactedEntryIsShownAsSuchAndGivesNothing() {
        MadeUpCase made(m_guide);
        const EntryId words = made.add("words/1", "2026-11-18", wordsSaid("recorded in the wrong case"));
        made.amend(words, "words/1", "2026-11-18", wordsSaid("still in the wrong case"), "spelling");
        QCOMPARE(made.fold().words.size(), std::size_t(1));

        made.redact(words, "recorded in the wrong case");
        const CaseState state = made.fold();

        QVERIFY(state.entry(words)->redacted);
        QVERIFY(state.entry(words)->fields.isEmpty());
        QCOMPARE(state.entry(words)->versions.back().reason, QStringLiteral("recorded in the wrong case"));
        QVERIFY(state.words.empty());
        QCOMPARE(state.entries.size(), std::size_t(1));
    }

    void newestAnswerIsTheFact() {
        MadeUpCase made(m_guide);
        made.add("danger/1", "", fieldsOf({{"danger_now", "no"}, {"threat", "no"}}));
        QVERIFY(!made.fold().threatened());

        made.add("danger/1", "", fieldsOf({{"danger_now", "no"}, {"threat", "yes"}}));
        QVERIFY(made.fold().threatened());
    }

    void amendingAnOldEntryDoesNotTakeBackWhatWasSaidSince() {
        MadeUpCase made(m_guide);
        const EntryId first = made.add("danger/1", "", fieldsOf({{"danger_now", "no"}, {"threat", "no"}}));
        made.add("danger/1", "", fieldsOf({{"danger_now", "no"}, {"threat", "yes"}}));

        made.amend(first, "danger/1", "", fieldsOf({{"danger_now", "yes"}, {"threat", "no"}}),
                   "she was still in the house");

        const CaseState state = made.fold();
        QVERIFY(state.threatened());
        QCOMPARE(state.facts.value(QStringLiteral("danger_now")), QStringList{QStringLiteral("yes")});
    }

    void blackmailIsAThreatWhereverItWasRecorded() {
        MadeUpCase made(m_guide);
        made.add("harm/1", "",
                 fieldsOf({{"media", QJsonArray{"photo"}}, {"context", QJsonArray{"groomed", "blackmail"}}}));

        QVERIFY(made.fold().threatened());
    }

    void aThreatEndsWhenDangerSaysSoAndCanComeBack() {
        MadeUpCase made(m_guide);
        const auto danger = [&](const char* threat) {
            return made.add("danger/1", "", fieldsOf({{"danger_now", "no"}, {"threat", threat}}));
        };
        const EntryId harm =
            made.add("harm/1", "", fieldsOf({{"media", QJsonArray{"photo"}}, {"context", QJsonArray{"blackmail"}}}));
        QCOMPARE(made.fold().threat, std::optional(harm));

        danger("not-known");
        QVERIFY(made.fold().threatened()); // nobody has said that it is over
        danger("no");
        QVERIFY(!made.fold().threatened());
        QCOMPARE(made.fold().facts.value(QStringLiteral("threatened")), QStringList{QStringLiteral("no")});
        QCOMPARE(made.fold().facts.value(QStringLiteral("context")), QStringList{QStringLiteral("blackmail")});
        made.amend(harm, "harm/1", "",
                   fieldsOf({{"media", QJsonArray{"photo", "video"}}, {"context", QJsonArray{"blackmail"}}}),
                   "a video too");
        QVERIFY(!made.fold().threatened()); // what was so before is not new
        made.amend(harm, "harm/1", "",
                   fieldsOf({{"media", QJsonArray{"photo"}}, {"context", QJsonArray{"blackmail", "deceived"}}}),
                   "deceived too");
        QVERIFY(!made.fold().threatened()); // nor is it by what is ticked beside it

        const EntryId again = danger("yes");
        QCOMPARE(made.fold().threat, std::optional(again));
        made.add("harm/1", "", fieldsOf({{"media", QJsonArray{"photo"}}, {"context", QJsonArray{"groomed"}}}));
        QVERIFY(made.fold().threatened()); // another question answered ends nothing
    }

    void aThreatThatBeginsAnewHasItsOwnCall() {
        MadeUpCase made(m_guide);
        made.add("danger/1", "",
                 fieldsOf({{"danger_now", "no"}, {"threat", "yes"}, {"called_who", QJsonArray{"police-999"}}}));
        QVERIFY(made.fold().facts.contains(QStringLiteral("danger_called")));

        made.add("danger/1", "", fieldsOf({{"danger_now", "no"}, {"threat", "yes"}}));

        QVERIFY(!made.fold().facts.contains(QStringLiteral("danger_called")));
    }

    void theChildsAuthorityDecidesTheNation() {
        MadeUpCase made(m_guide);
        QCOMPARE(made.fold().nation, QStringLiteral("england"));

        made.add("child/1", "", fieldsOf({{"identified", "yes"}, {"first_name", "Siân"}, {"authority", "glanyrafon"}}));

        QCOMPARE(made.fold().nation, QStringLiteral("wales"));
        QCOMPARE(made.fold().facts.value(QStringLiteral("nation")), QStringList{QStringLiteral("wales")});
    }

    void theChildIsPutTogetherFromEveryEntry() {
        MadeUpCase made(m_guide);
        made.add("child/1", "", fieldsOf({{"identified", "yes"}, {"first_name", "Aisha"}, {"born", "2013-03-02"}}));
        made.add("child/1", "", fieldsOf({{"identified", "yes"}, {"last_name", "Begum"}, {"known_as", "Ish"}}));

        const CaseState state = made.fold();

        QCOMPARE(state.child.firstName, QStringLiteral("Aisha"));
        QVERIFY(state.child.identified);
        QCOMPARE(state.title(), QStringLiteral("K7F3 · Ish B., 13"));
        QCOMPARE(state.childForText(), QStringLiteral("Ish"));
    }

    void aChildNotIdentifiedIsTheChild() {
        MadeUpCase made(m_guide);
        made.add("child/1", "", fieldsOf({{"identified", "no"}, {"clues", "green tie, Year 8 or 9"}}));

        const CaseState state = made.fold();

        QVERIFY(!state.child.identified);
        QCOMPARE(state.childForText(), QStringLiteral("the child"));
        QVERIFY(state.title().contains(QStringLiteral("not identified")));
    }

    void ageIsInWholeYears_data() {
        QTest::addColumn<QString>("born");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<int>("age");
        QTest::newRow("day before the birthday") << "2013-11-19" << QDate(2026, 11, 18) << 12;
        QTest::newRow("on the birthday") << "2013-11-18" << QDate(2026, 11, 18) << 13;
        QTest::newRow("29 February, in a year without one") << "2012-02-29" << QDate(2026, 2, 28) << 13;
        QTest::newRow("29 February, the day after") << "2012-02-29" << QDate(2026, 3, 1) << 14;
        QTest::newRow("only a year: the younger of the two") << "2013" << QDate(2026, 6, 1) << 12;
        QTest::newRow("only a month: the younger of the two") << "2013-06" << QDate(2026, 6, 15) << 12;
    }
    void ageIsInWholeYears() {
        QFETCH(QString, born);
        QFETCH(QDate, day);
        Child child;
        child.born = *Occurred::parse(born);

        QTEST(child.ageAt(day).value(), "age");
    }

    void aSuspectedParentStaysFamilyAndIsKeptFromTheAccount() {
        MadeUpCase made(m_guide);
        made.add(
            "person/1", "",
            fieldsOf(
                {{"name", "Darren Pell"}, {"part", "parent"}, {"household", "yes"}, {"involvement", "suspected"}}));

        const CaseState state = made.fold();

        const QStringList parts = state.personParts(named("darren  pell"));
        QVERIFY(parts.contains(QStringLiteral("family")));
        QVERIFY(parts.contains(QStringLiteral("household")));
        QVERIFY(parts.contains(QStringLiteral("alleged")));
        QCOMPARE(state.facts.value(QStringLiteral("has_alleged")), QStringList{QStringLiteral("yes")});
    }

    void aColleagueIsStaffAndAStrangerIsUnknown() {
        MadeUpCase made(m_guide);
        const CaseState state = made.fold();

        QVERIFY(state.personParts(named("Ruth Adeyemi")).contains(QStringLiteral("staff")));
        QVERIFY(state.personParts(named("Somebody", made.lead.member.toString())).contains(QStringLiteral("staff")));
        QCOMPARE(state.personParts(named("Nobody Known")), QStringList{QStringLiteral("unknown")});
    }

    void entryOfANewerProgramIsShownAndNotFolded() {
        MadeUpCase made(m_guide);
        const EntryId strange = made.add("hologram/7", "2026-11-18", fieldsOf({{"threat", "yes"}}));

        const CaseState state = made.fold();

        QVERIFY(state.entry(strange));
        QVERIFY(!state.entry(strange)->form);
        QVERIFY(!state.threatened());
    }

    void whatHappenedIsInItsOrderAndWhatIsNotKnownLiesWhereItWasRecorded() {
        MadeUpCase made(m_guide);
        made.add("note/1", "2026-11-18T10:30+00:00", fieldsOf({{"text", "third"}}));
        made.add("note/1", "2026-11-17", fieldsOf({{"text", "first"}}));
        made.add("note/1", "", fieldsOf({{"text", "last, by when it was recorded"}}));
        made.add("note/1", "~2026-11-18T10:30+01:00", fieldsOf({{"text", "second: an hour earlier"}}));

        const CaseState state = made.fold();

        QStringList order;
        for (const EntryView* view : state.byOccurred())
            order << view->fields.value(QLatin1String("text"))
                         .toString()
                         .section(QLatin1Char(' '), 0, 0)
                         .remove(QLatin1Char(','));
        QCOMPARE(order.join(QLatin1Char(' ')).remove(QLatin1Char(':')), QStringLiteral("first second third last"));
    }

    // A fold is a pure function of its entries: what later entries add never rewrites who wrote what before, or in
    // which order.
    void foldOfAPrefixIsContinuedByTheFoldOfTheWhole() {
        MadeUpCase made(m_guide);
        std::vector<EntryId> notes;
        for (int i = 0; i < 60; ++i) {
            const QString text = QStringLiteral("entry %1").arg(i);
            if (i % 7 == 3)
                made.amend(notes[std::size_t(i * 5) % notes.size()], "note/1", "2026-11-18", fieldsOf({{"text", text}}),
                           "again");
            else if (i % 11 == 5)
                made.addByStranger("note/1", fieldsOf({{"text", text}}));
            else
                notes.push_back(made.add("note/1", "2026-11-18", fieldsOf({{"text", text}})));
        }
        const CaseState whole = made.fold();
        QVERIFY(whole.entries == made.fold().entries);

        for (std::size_t first = 0; first <= made.entries.size(); ++first) {
            const CaseState part = made.fold(first);
            QVERIFY(part.entries.size() <= whole.entries.size());
            for (std::size_t i = 0; i < part.entries.size(); ++i) {
                QCOMPARE(part.entries[i].id, whole.entries[i].id);
                const auto& before = part.entries[i].versions;
                const auto& after = whole.entries[i].versions;
                QVERIFY(before.size() <= after.size() && std::equal(before.begin(), before.end(), after.begin()));
            }
            for (std::size_t i = 0; i < part.notPermitted.size(); ++i)
                QVERIFY(part.notPermitted[i] == whole.notPermitted[i]);
        }
    }

private:
    guide::Guide m_guide;
};

QTEST_GUILESS_MAIN(TestFold)
#include "test_fold.moc"

#include "core/record/search.h"
#include "guided.h"
#include <QTest>

using namespace core;
using namespace core::record;

class TestSearch : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        const QString wrong = loadGuide(m_guide);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void caseAndAccentsDoNotCount_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("folded");
        QTest::newRow("plain") << "Lockers"
                               << "lockers";
        QTest::newRow("Welsh") << "Siân, Ŵyn, tŷ"
                               << "sian, wyn, ty";
        QTest::newRow("Polish") << "Mikołaj Żółć"
                                << "mikolaj zolc";
        QTest::newRow("accent as a mark of its own") << QStringLiteral("Sia\u0302n") << "sian";
        QTest::newRow("Vietnamese, two marks") << QStringLiteral("Nguy\u1EC5n") << "nguyen";
        QTest::newRow("Urdu keeps its letters") << QStringLiteral("مدد") << QStringLiteral("مدد");
        QTest::newRow("capital sharp s") << QStringLiteral("Strauß") << QStringLiteral("strauß");
        QTest::newRow("emoji") << QStringLiteral("😢") << QStringLiteral("😢");
        QTest::newRow("half an emoji") << QString(QChar(0xD83D)) << QString(QChar(0xD83D));
    }
    void caseAndAccentsDoNotCount() {
        QFETCH(QString, text);
        QTEST(foldedForSearch(text), "folded");
    }

    void everyWordTypedMustBeginAWord_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("hits");
        QTest::newRow("a beginning") << "cant" << 1;
        QTest::newRow("two, in any order") << "someone cant" << 1;
        QTest::newRow("not the middle of a word") << "nteen" << 0;
        QTest::newRow("one is missing") << "canteen bicycle" << 0;
        QTest::newRow("across punctuation") << "stop i dont" << 1;
        QTest::newRow("apostrophe typed") << "don't" << 1;
        QTest::newRow("name without its accents") << "sian" << 1;
        QTest::newRow("label of an option") << "professional" << 1;
        QTest::newRow("code of the case") << "k7f3" << 1;
        QTest::newRow("Urdu") << QStringLiteral("مدد") << 1;
        QTest::newRow("nothing") << "  ,. " << 0;
    }
    void everyWordTypedMustBeginAWord() {
        QFETCH(QString, typed);
        MadeUpCase made(m_guide);
        made.add("words/1", "2026-11-18",
                 wordsSaid("can someone tell him to stop. i dont want to go in the canteen مدد"));
        made.add("child/1", "", fieldsOf({{"identified", "yes"}, {"first_name", "Siân"}}));
        made.add("person/1", "", fieldsOf({{"name", "P. Lindqvist"}, {"part", "professional"}}));
        SearchIndex index;
        index.put(made.fold());

        QTEST(int(index.find(typed).size()), "hits");
    }

    void newestComesFirstAndTheLimitHolds() {
        MadeUpCase made(m_guide);
        for (int day = 10; day < 20; ++day)
            made.add("note/1", qPrintable(QStringLiteral("2026-11-%1").arg(day)),
                     fieldsOf({{"text", QStringLiteral("rang again, day %1").arg(day)}}));
        SearchIndex index;
        index.put(made.fold());

        const auto hits = index.find(QStringLiteral("rang"), 3);

        QCOMPARE(hits.size(), std::size_t(3));
        QVERIFY(hits[0].excerpt.endsWith(QStringLiteral("day 19")));
        QVERIFY(hits[2].excerpt.endsWith(QStringLiteral("day 17")));
        QCOMPARE(hits[0].label, m_guide.form(u"note")->label);
    }

    void excerptShowsTheWordsAsTheyWereWritten() {
        MadeUpCase made(m_guide);
        const QString before = QStringLiteral("A long way before it there is much else to read here. ").repeated(4);
        made.add("note/1", "2026-11-18",
                 fieldsOf({{"text", before + QStringLiteral("Then\nMikołaj's phone rang.") + before}}));
        SearchIndex index;
        index.put(made.fold());

        const Hit hit = index.find(QStringLiteral("mikolaj")).at(0);

        QCOMPARE(hit.excerpt.mid(hit.from, hit.length), QStringLiteral("Mikołaj"));
        QVERIFY(!hit.excerpt.contains(QLatin1Char('\n')));
        QVERIFY(hit.excerpt.size() <= 162);
    }

    void aHitIsNamedInTheWordsOfTheCasesNation() {
        const auto label = [&](const char* authority) {
            MadeUpCase made(m_guide);
            made.add("child/1", "",
                     fieldsOf({{"identified", "yes"}, {"first_name", "Sian"}, {"authority", authority}}));
            made.add("referral/1", "2026-11-18", fieldsOf({{"to_kind", "social-care"}, {"said", "canteen"}}));
            SearchIndex index;
            index.put(made.fold());
            const auto hits = index.find(QStringLiteral("canteen"));
            return hits.empty() ? QString() : hits.front().label;
        };
        QCOMPARE(label("harbourside"), QStringLiteral("Referral"));
        QCOMPARE(label("glanyrafon"), QStringLiteral("Report"));
    }

    void whatStandsVeiledIsFoundButNeverShownBesideAHit() {
        MadeUpCase made(m_guide);
        made.add("child/1", "",
                 fieldsOf({{"identified", "yes"},
                           {"first_name", "Mikołaj"},
                           {"language", "Polish"},
                           {"religion", "Quaker"},
                           {"disability", "Deaf in one ear"}}));
        SearchIndex index;
        index.put(made.fold());

        QVERIFY(!index.find(QStringLiteral("polish")).at(0).excerpt.contains(QStringLiteral("Quaker")));
        QCOMPARE(index.find(QStringLiteral("quaker")).size(), std::size_t(1));
        QVERIFY(!index.find(QStringLiteral("quaker")).at(0).excerpt.contains(QStringLiteral("Quaker")));
    }

    void anAmendedEntryIsFoundByWhatItSaysNowAndARedactedOneNotAtAll() {
        MadeUpCase made(m_guide);
        const EntryId note = made.add("note/1", "2026-11-18", fieldsOf({{"text", "a blue coat"}}));
        made.amend(note, "note/1", "2026-11-18", fieldsOf({{"text", "a green coat"}}), "colour");
        SearchIndex index;
        index.put(made.fold());
        QCOMPARE(index.find(QStringLiteral("blue")).size(), std::size_t(0));
        QCOMPARE(index.find(QStringLiteral("green")).size(), std::size_t(1));

        made.redact(note, "wrong case");
        index.put(made.fold());

        QCOMPARE(index.find(QStringLiteral("coat")).size(), std::size_t(0));
    }

    void aCaseCanBeSearchedAloneAndTakenOut() {
        MadeUpCase one(m_guide);
        MadeUpCase two(m_guide);
        one.add("note/1", "2026-11-18", fieldsOf({{"text", "the bus stop"}}));
        two.add("note/1", "2026-11-18", fieldsOf({{"text", "the bus driver"}}));
        SearchIndex index;
        index.put(one.fold());
        index.put(two.fold());
        QCOMPARE(index.find(QStringLiteral("bus")).size(), std::size_t(2));
        QCOMPARE(index.find(QStringLiteral("bus"), 50, two.caseId).at(0).caseId, two.caseId);

        index.remove(one.caseId);
        QCOMPARE(index.find(QStringLiteral("bus")).size(), std::size_t(1));
        index.clear();
        QVERIFY(index.find(QStringLiteral("bus")).empty());
    }

    void textMadeReadyAFewAtATimeFindsTheSame() {
        MadeUpCase made(m_guide);
        for (int i = 0; i < 30; ++i)
            made.add("note/1", "2026-11-18", fieldsOf({{"text", QStringLiteral("visit %1").arg(i)}}));
        SearchIndex index;
        index.put(made.fold());

        QVERIFY(!index.prepare(10));
        QCOMPARE(index.find(QStringLiteral("visit 2")).size(), std::size_t(11));
        QVERIFY(index.prepare(1));
    }

private:
    guide::Guide m_guide;
};

QTEST_GUILESS_MAIN(TestSearch)
#include "test_search.moc"

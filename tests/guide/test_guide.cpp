#include "core/guide/guide.h"
#include "guidefolder.h"
#include <QTest>

using namespace core;
using namespace core::guide;

class TestGuide : public QObject {
    Q_OBJECT
private slots:
    void aWholeGuideLoads();
    void whatDoesNotResolveIsRefusedByFileAndId_data();
    void whatDoesNotResolveIsRefusedByFileAndId();
    void everythingThatIsWrongIsNamedAtOnce();
    void anOlderVersionStaysAndTheNewestIsOffered();
    void theFirstPathwayThatFitsIsChosen();
    void textsTakeTheWordsOfTheNationAndTheChild_data();
    void textsTakeTheWordsOfTheNationAndTheChild();
    void aDateThatWasNotGivenIsNotOnTheTimeline();
    void aRailAsksWhereItsConditionHolds();
    void aServiceIsOpenByItsHours();
    void aServiceThatNeverClosesIsOpen();
};

void TestGuide::aWholeGuideLoads() {
    const GuideFolder folder;

    const auto guide = Guide::load(folder.root());

    QVERIFY2(guide, guide ? "" : qPrintable(guide.error().detail));
    QCOMPARE(guide->forms().size(), size_t(5));
    QCOMPARE(guide->pathways().size(), size_t(1));
    QVERIFY(guide->pathway(u"images") && guide->pathway(u"images")->step(u"refer"));
    QVERIFY(guide->formOfKind(u"words/1") && guide->form(u"words", 1));
    QVERIFY(!guide->formOfKind(u"words/2") && !guide->form(u"nothing"));
    QCOMPARE(guide->clocks().front().checked, QDate(2026, 6, 1));
    QCOMPARE(guide->firstQuestions(), QStringList(QStringLiteral("danger")));
    QCOMPARE(guide->demands().size(), size_t(5));
    for (const char* fact :
         {"danger_now", "nation", "child_age", "has_alleged", "referral_made", "threatened", "child_identified"})
        QVERIFY2(guide->factNames().contains(QLatin1String(fact)), fact);
}

void TestGuide::whatDoesNotResolveIsRefusedByFileAndId_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("named"); // what the error must hold
    const auto row = [](const char* name, const char* file, const char* before, const char* after, const char* named) {
        QTest::newRow(name) << QString::fromLatin1(file) << QString::fromLatin1(before) << QString::fromLatin1(after)
                            << QString::fromLatin1(named);
    };
    const char* images = "guide/images.json";
    row("form of a step", images, R"("forms":["danger"])", R"("forms":["dangr"])", "step danger: no form \"dangr\"");
    row("demand of a step", images, "S2-75", "S2-99", "step danger: no demand \"S2-99\"");
    row("fact of a step", images, R"("fact":"danger_now","is")", R"("fact":"danger","is")",
        "step danger: no fact \"danger\"");
    row("value of a fact", images, R"("is":"yes")", R"("is":"maybe")", "never \"maybe\"");
    row("moment that may be the same", "forms/referral.1.json", R"("future":true)", R"("sameAs":"danger.occurred")",
        "field review: no moment \"danger.occurred\"");
    row("day of a text", "forms/told.1.json", R"("label":"What they were told")",
        R"("label":"What they were told","day":true)", "only a when is a day");
    row("answer alone of one choice", "forms/referral.1.json", R"("label":"By phone")",
        R"("label":"By phone","alone":true)", "only one of several choices stands alone");
    row("suggestion for a choice", "forms/referral.1.json", R"("label":"How",)",
        R"("label":"How","suggest":"our-school",)", "only a text is suggested");
    row("form in recorded", images, R"({"recorded":"referral"})", R"({"recorded":"referal"})",
        "step refer: no form \"referal\"");
    row("field asked by a step", images, R"({"recorded":"referral"})", R"({"field":"how","is":"phone"})", "step refer");
    row("step that nothing completes", images, R"("forms":["danger"],)", "", "step danger: nothing completes");
    row("source of a step", images, R"("document":"A guide","section":"1",)", "",
        "step danger source: \"document\" is missing");
    row("date of a source", images, "2026-06-01", "1.6.2026", "\"checked\" is no date");
    row("term in a title", images, "{term:social-care}", "{term:social}", "no words in wales for {term:social}");
    row("place in a title", images, "{child}", "{kid}", "step danger: unknown place {kid}");
    row("two steps of one id", images, R"("id":"refer")", R"("id":"danger")", "\"danger\" stands here twice");
    row("pathway of another name", images, R"("id":"images")", R"("id":"pictures")",
        "guide/images.json: holds the pathway");
    row("key of a step", images, R"("why":["They)", R"("wy":["They)", "step refer: unknown key \"wy\"");
    row("key of a condition", images, R"("isNot":"no")", R"("isnt":"no")", "unknown test \"isnt\"");
    row("number test of a word fact", images, R"("isNot":"no")", R"("below":13)", "cannot be tested so");
    row("first question", "guide/first-questions.json", "danger", "dnger",
        "guide/first-questions.json: no form \"dnger\"");
    row("form of a rail", "guide/guard-rails.json", "told", "tld", "guard-rail deletion: no form \"tld\"");
    row("field of a rail", "guide/guard-rails.json", R"("field":"what")", R"("field":"wat")",
        "guard-rail deletion: no field \"wat\"");
    row("phrase list of a rail", "guide/guard-rails.json", "deletion-promise", "promise", "knows no \"promise\"");
    row("demand of a rail", "guide/guard-rails.json", "S2-45", "S2-4", "guard-rail deletion: no demand \"S2-4\"");
    row("rail on a date", "guide/guard-rails.json", R"("told"],
            "when":{"field":"what","phrases":"deletion-promise"})",
        R"("referral"],"when":{"field":"review","is":"told"})", "cannot be tested so");
    row("part of a person", "guide/guard-rails.json", R"({"field":"what","phrases":"deletion-promise"})",
        R"({"field":"person","personIs":["famly"]})", "knows no \"famly\"");
    row("rail on the child's own words", "guide/guard-rails.json", R"("told"],
            "when":{"field":"what")",
        R"("words"],"when":{"field":"exchanges")", "reads the child's own words");
    row("rail on what the child said, a column", "guide/guard-rails.json", R"("told"],
            "when":{"field":"what")",
        R"("words"],"when":{"field":"exchanges.asked")", "field \"exchanges.asked\"");
    row("rail on a column that is none", "guide/guard-rails.json", R"("told"],
            "when":{"field":"what")",
        R"("words"],"when":{"field":"exchanges.askd")", "no field \"exchanges.askd\"");
    row("rail that stops and asks", "guide/guard-rails.json", R"("reasonAsked":true)",
        R"("reasonAsked":true,"stop":true)", "asks for no reason");
    row("fact of a conclusion", "guide/conclusions.json", "danger_now", "danger_nw", "no fact \"danger_nw\"");
    row("form of a conclusion", "guide/conclusions.json", "referral", "refer", "no form \"refer\"");
    row("conclusion that is an answer", "guide/conclusions.json", "must_ring", "danger_now",
        "is answered or worked out");
    row("conclusion over a field", "guide/conclusions.json", R"("fact":"danger_now")", R"("field":"danger_now")",
        "no entry here");
    row("answer of a conclusion", images, R"("urgentWhen":{"fact":"danger_now","is":"yes"})",
        R"("urgentWhen":{"fact":"must_ring","is":"perhaps"})", "is never \"perhaps\"");
    row("answer that stays", "forms/danger.1.json", R"("fact":"danger_now")", R"("fact":"danger_now","stays":["ys"])",
        "cannot stay");
    row("where of a step demand", "guide/demands.json", "step:refer", "step:referr", "S2-73: no \"step:referr\"");
    row("where of a form demand", "guide/demands.json", "form:danger", "form:dangr", "S2-75: no \"form:dangr\"");
    row("where of a clock demand", "guide/demands.json", "clock:T7", "clock:T8", "S2-74: no \"clock:T8\"");
    row("where of a rail demand", "guide/demands.json", "guard-rail:deletion", "guard-rail:x",
        "S2-45: no \"guard-rail:x\"");
    row("where of a screen demand", "guide/demands.json", "form:danger", "screen:danger", "no \"screen:danger\"");
    row("where of a report demand", "guide/demands.json", "form:danger", "report:danger", "no \"report:danger\"");
    row("form of a clock", "clocks/clocks.json", R"("form":"referral")", R"("form":"refer")",
        "clock T7: no form \"refer\"");
    row("field of a clock", "clocks/clocks.json", R"("field":"how")", R"("field":"hw")", "clock T7: no field \"hw\"");
    row("option of a clock", "clocks/clocks.json", R"(["phone"])", R"(["fax"])", "knows no \"fax\"");
    row("subject of a clock", "clocks/clocks.json", R"("subjectField":"referral")", R"("subjectField":"step")",
        "clock T7: no entry field \"step\"");
    row("what is asked of the subject of a clock", "clocks/clocks.json", R"("subjectField":"referral")",
        R"("subjectField":"referral","subjectWhen":{"field":"how","is":"fax"})", "knows no \"fax\"");
    row("a subject that is none", "clocks/clocks.json", R"("form":"referral",)",
        R"("form":"referral","subjectWhen":{"field":"how","is":"phone"},)", "asks about no entry");
    row("unit of a clock", "clocks/clocks.json", "workingDays", "days", "clock T7: unknown unit");
    row("due field of a clock", "clocks/clocks.json", R"("workingDays","length":1)", R"("field","dueField":"how")",
        "clock T7: no date field \"how\"");
    row("nation of a clock", "clocks/clocks.json", "england", "scotland", "clock T7: unknown nation \"scotland\"");
    row("what stops a clock", "clocks/clocks.json", R"("stops")", R"("stps")", "clock T7: a clock has what starts it");
    row("confidence of a clock", "clocks/clocks.json", "sure", "certain", "\"confidence\" cannot be \"certain\"");
    row("hours of a service", "directory/services.json", "\"mon\"", "\"monday\"", "unknown day \"monday\"");
    row("time of a service", "directory/services.json", "21:00", "9pm", "service helpline: hours of mon");
    row("shown-when of a field", "forms/danger.1.json", R"("field":"danger_now","is":"yes")",
        R"("field":"danger","is":"yes")", "forms/danger.1.json field called: no field \"danger\"");
    row("shown-when of an option", "forms/danger.1.json", R"("is":"yes")", R"("is":"maybe")", "knows no \"maybe\"");
    row("shown-when on a field below", "forms/danger.1.json", R"("danger_now"},)",
        R"("danger_now","shownWhen":{"field":"called","known":true}},)", "field danger_now: no field \"called\"");
    row("place of the moment", "forms/danger.1.json", R"("after":"called")", R"("after":"cald")", "no field \"cald\"");
    row("place of advice", "forms/danger.1.json", R"("below":"danger_now")", R"("below":"dnger")",
        "no field \"dnger\"");
    row("condition of advice", "forms/danger.1.json", R"("when":{"field":"called")", R"("when":{"field":"cald")",
        "advice below danger_now: no field \"cald\"");
    row("number in advice", "forms/danger.1.json", R"(["police"])", R"(["fire"])", "no number of \"fire\"");
    row("headline of a form", "forms/told.1.json", R"("headline":["person"])", R"("headline":["prson"])",
        "no field \"prson\"");
    row("detail of a form", "forms/told.1.json", R"("detail":["what"])", R"("detail":["wat"])", "no field \"wat\"");
    row("type of a field", "forms/told.1.json", R"("type":"longText")", R"("type":"long")",
        "field what: unknown type \"long\"");
    row("key of a field", "forms/told.1.json", R"("label":"Who")", R"("label":"Who","hlp":"x")",
        "field person: unknown key \"hlp\"");
    row("field twice", "forms/told.1.json", R"("id":"what")", R"("id":"person")", "\"person\" stands here twice");
    row("option twice", "forms/told.1.json", R"("id":"not-told")", R"("id":"told")", "\"told\" stands here twice");
    row("role of a form", "forms/told.1.json", R"("role":"told")", R"("role":"teld")", "\"role\" cannot be \"teld\"");
    row("group of a form", "forms/told.1.json", R"("group":"told")", R"("group":"tld")", "\"group\" cannot be \"tld\"");
    row("options of a choice", "forms/told.1.json", R"("type":"choice")", R"("type":"text")",
        "only a choice, has options");
    row("role of an entry", "forms/referral-progress.1.json", R"("entryRole":"referral")", R"("entryRole":"x")",
        "\"entryRole\" cannot be \"x\"");
    row("file of another version", "forms/told.1.json", R"("version":1)", R"("version":2)",
        "forms/told.1.json: holds told version 2");
    row("JSON that is none", "forms/told.1.json", "{", "[", "forms/told.1.json");
    row("terms of one nation only", "language/terms.json", R"("social-care":"social services",)", "",
        "no words in wales for {term:social-care}");
    row("empty phrase list", "language/phrases.json", R"("delete","gone for ever")", "",
        "\"deletion-promise\" is empty");
}

void TestGuide::whatDoesNotResolveIsRefusedByFileAndId() {
    QFETCH(QString, file);
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, named);
    GuideFolder folder;
    QVERIFY(Guide::load(folder.root())); // whole before
    QVERIFY(folder.replace(file, before, after));

    const auto guide = Guide::load(folder.root());

    QVERIFY(!guide);
    QCOMPARE(guide.error().code, ErrorCode::ResourceBroken);
    QVERIFY2(guide.error().detail.contains(named), qPrintable(guide.error().detail));
}

void TestGuide::everythingThatIsWrongIsNamedAtOnce() {
    GuideFolder folder;
    folder.remove(QStringLiteral("language/phrases.json"));
    QVERIFY(folder.replace(QStringLiteral("guide/first-questions.json"), QStringLiteral("danger"),
                           QStringLiteral("dnger")));

    const auto guide = Guide::load(folder.root());

    QVERIFY(!guide);
    QVERIFY(guide.error().detail.contains(QStringLiteral("language/phrases.json: cannot be read")));
    QVERIFY(guide.error().detail.contains(QStringLiteral("no form \"dnger\"")));
}

void TestGuide::anOlderVersionStaysAndTheNewestIsOffered() {
    GuideFolder folder;
    QString second = folder.text(QStringLiteral("forms/told.1.json"));
    second.replace(QStringLiteral("\"version\":1"), QStringLiteral("\"version\":2"));
    second.replace(QStringLiteral("What they were told"), QStringLiteral("What were they told?"));
    folder.put(QStringLiteral("forms/told.2.json"), second);

    const auto guide = Guide::load(folder.root());

    QVERIFY2(guide, guide ? "" : qPrintable(guide.error().detail));
    QCOMPARE(guide->form(u"told")->version, 2);
    QVERIFY(!guide->form(u"told", 1)->newest);
    const QJsonObject fields{{QStringLiteral("what"), QStringLiteral("that the police have the phone")}};
    const auto asAsked = entryLines(*guide->formOfKind(u"told/1"), fields, QStringLiteral("Aisha"));
    QCOMPARE(asAsked.front().label, QStringLiteral("What they were told"));
    const auto asAskedNow = entryLines(*guide->formOfKind(u"told/2"), fields, QStringLiteral("Aisha"));
    QCOMPARE(asAskedNow.front().label, QStringLiteral("What were they told?"));
}

void TestGuide::theFirstPathwayThatFitsIsChosen() {
    GuideFolder folder;
    QVERIFY(folder.replace(QStringLiteral("guide/images.json"), QStringLiteral("\"chosenWhen\":{}"),
                           QStringLiteral("\"chosenWhen\":{\"fact\":\"danger_now\",\"is\":\"yes\"}")));
    const auto guide = Guide::load(folder.root());
    QVERIFY(guide);

    QVERIFY(!guide->choose({}));
    QCOMPARE(guide->choose({{QStringLiteral("danger_now"), {QStringLiteral("yes")}}})->id, QStringLiteral("images"));
}

void TestGuide::textsTakeTheWordsOfTheNationAndTheChild_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("nation");
    QTest::addColumn<QString>("child");
    QTest::addColumn<QString>("read");
    const QString england = QStringLiteral("england");
    const QString wales = QStringLiteral("wales");
    QTest::newRow("England") << "Refer to {term:social-care}" << england << "Aisha"
                             << "Refer to children's social care";
    QTest::newRow("Wales") << "Refer to {term:social-care}" << wales << "Aisha"
                           << "Refer to social services";
    QTest::newRow("begins a sentence") << "{term:social-care} decides. {term:social-care} tells {child}." << wales
                                       << "Siân"
                                       << "Social services decides. Social services tells Siân.";
    QTest::newRow("child") << "What {child} said" << england << "Aisha"
                           << "What Aisha said";
    QTest::newRow("child without a name") << "{child} knows. Does {child}?" << england << ""
                                          << "The child knows. Does the child?";
    QTest::newRow("a name that looks like a place") << "What {child} said" << england << "{term:lead}"
                                                    << "What {term:lead} said";
    QTest::newRow("plain") << "Safety comes first." << wales << "Siân"
                           << "Safety comes first.";
    QTest::newRow("nation not known") << "the {term:social-care} team"
                                      << ""
                                      << ""
                                      << "the social care team";
}

void TestGuide::textsTakeTheWordsOfTheNationAndTheChild() {
    QFETCH(QString, text);
    QFETCH(QString, nation);
    QFETCH(QString, child);
    QFETCH(QString, read);
    const GuideFolder folder;
    const auto guide = Guide::load(folder.root());
    QVERIFY(guide);

    QCOMPARE(guide->worded(text, nation, child), read);
}

void TestGuide::aDateThatWasNotGivenIsNotOnTheTimeline() {
    const auto guide = Guide::load();
    QVERIFY(guide);
    const Form& device = *guide->form(u"device");

    QCOMPARE(detailLine(device, {{"what", "Phone"}, {"handed_to", "PC 1417"}}), QStringLiteral("Handed to: PC 1417"));
    QCOMPARE(detailLine(device, {{"handed_to", "PC 1417"}, {"handed_when", "2026-11-19"}}),
             QStringLiteral("Handed to: PC 1417 · Handed over: Thursday 19 November 2026"));
}

void TestGuide::aRailAsksWhereItsConditionHolds() {
    const GuideFolder folder;
    const auto guide = Guide::load(folder.root());
    QVERIFY(guide);
    const Facts facts;
    ConditionContext context{facts};
    context.phrases = [&](const QString& list) { return guide->phrases(list); };

    context.fields = {{QStringLiteral("what"), QStringLiteral("That it would all be deleted.")}};
    QCOMPARE(railsFor(*guide, *guide->form(u"told"), context).size(), size_t(1));
    QVERIFY(railsFor(*guide, *guide->form(u"danger"), context).empty());

    context.fields = {{QStringLiteral("what"), QStringLiteral("That the police have the phone.")}};
    QVERIFY(railsFor(*guide, *guide->form(u"told"), context).empty());
}

void TestGuide::aServiceIsOpenByItsHours() {
    const GuideFolder folder;
    const auto guide = Guide::load(folder.root());
    QVERIFY(guide);
    const Service& service = guide->services().front();
    const auto at = [](int day, int hour, int minute) { return QDateTime(QDate(2026, 11, day), QTime(hour, minute)); };

    QVERIFY(!service.openUntil(at(23, 8, 59))); // a Monday
    QCOMPARE(service.openUntil(at(23, 9, 0)), std::optional(at(23, 21, 0)));
    QVERIFY(!service.openUntil(at(23, 21, 0)));
    QVERIFY(!service.openUntil(at(24, 10, 0)));
    QVERIFY(!service.openUntil(at(27, 12, 30)));
    QCOMPARE(service.openUntil(at(27, 23, 59)), std::optional(at(28, 0, 0)));
    QVERIFY(!service.openUntil(QDateTime(QDate(2026, 8, 31), QTime(10, 0)))); // a Monday, and a bank holiday
}

void TestGuide::aServiceThatNeverClosesIsOpen() {
    Service service;
    service.always = true;

    QVERIFY(service.openUntil(QDateTime(QDate(2026, 12, 25), QTime(3, 0))));
}

QTEST_GUILESS_MAIN(TestGuide)
#include "test_guide.moc"

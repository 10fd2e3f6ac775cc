#include "core/record/recordable.h"
#include "guided.h"
#include <QTest>

using namespace core;
using namespace core::record;

// What the guide's own guard-rails ask, over a case with a mother, a stepfather who may be involved, and an alleged
// person.
class TestGuardRails : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        const QString wrong = loadGuide(m_guide);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void aRailAsksOrStops_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QJsonObject>("fields");
        QTest::addColumn<QStringList>("rails");
        const auto row = [](const char* name, const char* kind, const QJsonObject& fields, const QStringList& rails) {
            QTest::newRow(name) << QString::fromLatin1(kind) << fields << rails;
        };
        const QJsonObject talk{
            {"who_talks", named("Dan Okoro")}, {"interpreter_arranged", "arranged"}, {"reason", "She asked for him"}};
        row("a professional interprets", "talk-plan/1",
            with(with(talk, "interpreter", named("J. Nowak")), "interpreter_from", "The council's service"), {});
        row("somebody interprets", "talk-plan/1", with(talk, "interpreter", named("Her aunt")),
            {"unknown-interpreter"});
        row("her mother talks", "talk-plan/1", with(talk, "who_talks", named("Anna Brandt")), {"family-talks"});
        row("somebody talks", "talk-plan/1", with(talk, "who_talks", named("Mum")), {"unknown-person"});
        row("somebody asked", "talk-plan/1", with(talk, "consulted", QJsonArray{named("Grandad")}), {"unknown-person"});
        row("her mother interprets", "talk-plan/1", with(talk, "interpreter", named("Anna Brandt")),
            {"family-interpreter"});
        row("the alleged person talks", "talk-plan/1", with(talk, "who_talks", named("T. R.")), {"alleged-talks"});
        row("a plan with no reason", "talk-plan/1", {{"who_talks", named("Dan Okoro")}}, {"talk-plan-no-reason"});
        row("her mother asked", "talk-plan/1", with(talk, "consulted", QJsonArray{named("Anna Brandt")}),
            {"consulted-alleged"});
        row("her tutor asked", "talk-plan/1", with(talk, "consulted", QJsonArray{named("Dan Okoro")}), {});

        const QJsonObject threat{{"danger_now", "not-known"}, {"threat", "yes"}};
        row("a threat, and the police rung", "danger/1", with(threat, "called_who", QJsonArray{"police-other"}), {});
        row("a threat, and nobody rung", "danger/1", with(threat, "called_who", QJsonArray{"nobody-yet"}),
            {"danger-nobody-rung"});
        row("a threat, and nothing said of it", "danger/1", threat, {"danger-call-not-said"});
        row("danger, and nobody rung", "danger/1",
            {{"danger_now", "yes"}, {"threat", "no"}, {"called_who", QJsonArray{"nobody-yet"}}},
            {"danger-nobody-rung"});
        row("no danger", "danger/1", {{"danger_now", "no"}, {"threat", "no"}}, {});

        const QJsonObject told{{"person", named("Dan Okoro")}, {"outcome", "told"}};
        row("told plainly", "told/1", with(told, "what", "That there is a picture and the police know."), {});
        row("somebody told", "told/1", {{"person", named("Mum")}, {"outcome", "told"}, {"what", "A call."}},
            {"unknown-person"});
        row("somebody not told", "told/1",
            {{"person", named("Mum")}, {"outcome", "not-told"}, {"reason", "Not before they advise."}}, {});
        row("somebody needs to know", "need-to-know/1",
            {{"person", named("Mum")}, {"why", "At home"}, {"may_be_told", "everything"}}, {"unknown-person"});
        row("told that it will go", "told/1", with(told, "what", "That it will all be deleted."),
            {"deletion-promise-told"});
        row("the alleged person told", "told/1",
            {{"person", named("T. R.")}, {"outcome", "told"}, {"what", "That she spoke."}}, {"alleged-told"});
        row("the alleged person not told", "told/1",
            {{"person", named("T. R.")}, {"outcome", "not-told"}, {"reason", "The police speak first."}}, {});
        row("not told, with no reason", "told/1", {{"person", named("T. R.")}, {"outcome", "not-told"}},
            {"not-told-no-reason"});
        row("not yet told, with no reason", "told/1", {{"person", named("Dan Okoro")}, {"outcome", "not-yet"}},
            {"not-told-no-reason"});
        for (const char* promise :
             {"It will be deleted.", "I promise.", "We can get them deleted.", "It will come down.",
              "That the police would delete the pictures.", "We'll delete them.", "We\u2019ll take it down.",
              "They would all be taken down.", "Nobody would see them.", "No-one will see it."})
            row(promise, "told/1", with(told, "what", promise), {"deletion-promise-told"});
        for (const char* right :
             {"I told her not to delete it.", "I made no promise.", "Some of it may be taken down."})
            row(right, "told/1", with(told, "what", right), {});
        const auto said = [](const char* asked, const char* answer) {
            return QJsonObject{{"to", named("Dan Okoro")},
                               {"exchanges", QJsonArray{QJsonObject{{"asked", asked}, {"said", answer}}}}};
        };
        row("a promise in the talk", "words/1", said("We will get it deleted. I promise.", "ok"),
            {"deletion-promise-asked"});
        row("a promise that the child wants", "words/1",
            said("What would help?", "promise it will be deleted for ever"), {});
        const QJsonObject grey{{"what", "Grey phone"}, {"kept_where", "Safe"}};
        row("her own phone in the safe", "device/1", with(grey, "whose", named("Mira")), {"device-of-the-child"});
        row("a phone in the safe, hers as was said", "device/1", grey, {"device-of-the-child"});
        for (const char* code :
             {"Grey phone, PIN 4821", "Grey phone, code 4821", "PIN=4821", "pass code 4821", "Passcode: 1"})
            row(code, "device/1", {{"what", code}, {"institution", "yes"}}, {"passcode"});
        row("a code in a note", "note/1", {{"text", "Her code is 4821."}}, {"passcode"});
        row("a code in a call", "contact/1",
            {{"with", named("PC Rowe")},
             {"with_role", "police"},
             {"how", "phone"},
             {"reached", "yes"},
             {"about", "Gave them the PIN: 48"}},
            {"passcode"});
        row("a postcode", "note/1", {{"text", "Postcode 4 is hers; the code of conduct was read."}}, {});
        row("his phone in the safe", "device/1", with(grey, "whose", named("T. R.")), {});
        row("a computer of ours", "device/1", with(grey, "institution", "yes"), {});
        row("the child speaks of deleting", "wishes/1", {{"wants", "i want it deleted for ever. promise me"}}, {});

        const QJsonObject phone{
            {"what", "Phone at night"}, {"why", "Messages come in"}, {"technology", "Her father abroad"}};
        row("a phone with a return date", "restriction/1", with(phone, "returns", "2026-12-05"), {});
        row("a phone with none", "restriction/1", phone, {"restriction-no-return"});
        row("a phone given back", "restriction/1", with(phone, "state", "given-back"), {});

        const QJsonObject mother{{"parent", named("Anna Brandt")}, {"reason", "She keeps Mira safe."}};
        row("a mother told", "parents/1", with(mother, "decision", "tell"), {"parents-suspected"});
        row("a mother told later, with a day", "parents/1",
            with(with(mother, "decision", "wait"), "follow_up", "2026-11-20"), {"wait-not-referred"});
        row("a mother told some time", "parents/1", with(mother, "decision", "wait"),
            {"wait-not-referred", "parents-no-return"});

        const QJsonObject decided{{"referral", EntryId::random().toString()},
                                  {"step", "decided"},
                                  {"look_again", "2026-11-30"},
                                  {"outcome", "no-further-action"}};
        row("no further action", "referral-progress/1", decided, {"no-further-action"});
        row("an assessment", "referral-progress/1", with(decided, "outcome", "assessment"), {});
        row("taken further with no day", "referral-progress/1",
            {{"referral", EntryId::random().toString()}, {"step", "escalated"}}, {"escalated-no-date"});

        const QJsonObject advice{{"reason", "Advice only"}, {"second_view", "Agrees"}};
        row("nobody looks", "not-referred/1", {{"reason", "Advice only"}},
            {"not-referred-alone", "not-referred-severe", "not-referred-unsure"});
        row("oneself looks", "not-referred/1", with(advice, "second_look", named("ruth adeyemi")),
            {"not-referred-own-look", "not-referred-severe", "not-referred-unsure"});
        row("another looks", "not-referred/1", with(advice, "second_look", named("Kofi Mensah")),
            {"not-referred-severe", "not-referred-unsure"});
        row("the alleged person looks", "not-referred/1", with(advice, "second_look", named("T. R.")),
            {"not-referred-severe", "not-referred-unsure", "not-referred-alleged-look"});
        row("the designated officer put aside", "step-not-needed/1", {{"step", "staff"}, {"reason", "No time"}},
            {"staff-step-not-needed"});
        row("the police put aside", "step-not-needed/1", {{"step", "police"}, {"reason", "They know"}},
            {"police-step-not-needed"});
        row("the referral put aside", "step-not-needed/1", {{"step", "referral"}, {"reason", "No time"}},
            {"referral-step-not-needed"});
        row("the interpreter put aside", "step-not-needed/1", {{"step", "interpreter"}, {"reason", "Fluent"}}, {});
        row("reading alone", "support/1", {{"kind", QJsonArray{"self-help"}}, {"state", "offered"}},
            {"only-self-help"});
        row("reading and a person", "support/1", {{"kind", QJsonArray{"self-help", "therapy"}}, {"state", "offered"}},
            {});
    }
    void aReasonHoldsNoFile_data() {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<int>("kind");
        using Kind = guide::FieldProblem::Kind;
        QByteArray picture("\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00", 20);
        picture += QByteArray(200, 'x');
        QTest::newRow("a picture") << QString::fromLatin1(picture.toBase64()) << int(Kind::EncodedFile);
        QTest::newRow("half a character") << QString(QChar(0xd83d)) << int(Kind::WrongShape);
        QTest::newRow("no end") << QString(1'000'001, QLatin1Char('x')) << int(Kind::TooLong);
        QTest::newRow("words") << QStringLiteral("Seen again.") << -1;
    }
    void aReasonHoldsNoFile() {
        QFETCH(QString, reason);
        QFETCH(int, kind);
        const CaseState state = someCase();
        Recording amending, past;
        amending.kind = QStringLiteral("note/1");
        amending.fields = {{"text", "Quiet."}};
        amending.amends = EntryId::random();
        amending.amendReason = reason;
        past.kind = QStringLiteral("talk-plan/1");
        past.fields = {{"who_talks", named("Dan Okoro")}};
        past.rails = {{QStringLiteral("talk-plan-no-reason"), reason}};

        for (const auto& [recording, field] : {std::pair(amending, "_amend_reason"), std::pair(past, "_rails")}) {
            const auto problems = recordingProblems(recording, state, state.facts, QDateTime::currentDateTime());
            const auto found = std::find_if(problems.begin(), problems.end(),
                                            [&](const auto& one) { return one.field == QLatin1String(field); });
            QCOMPARE(found == problems.end() ? -1 : int(found->kind), kind);
            QVERIFY(found == problems.end() || found->sentence.contains(QStringLiteral("the reason")));
        }
    }

    void aRailAsksOrStops() {
        QFETCH(QString, kind);
        QFETCH(QJsonObject, fields);
        const CaseState state = someCase();
        Recording recording;
        recording.kind = kind;
        recording.fields = fields;

        const QStringList asked = railsOver(state, kind, fields);

        QCOMPARE(recordingProblems(recording, state, state.facts, made(2026, 11, 19)).size(), std::size_t(0));
        QTEST(asked, "rails");
    }

    // Each row leaves open, or speaks against, one thing of a case in which two children shared by choice.
    void notReferringAsksWhatIsLeftOpen_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QJsonObject>("fields");
        QTest::addColumn<QStringList>("rails");
        const auto row = [](const char* name, const char* kind, const QJsonObject& fields, const QStringList& rails) {
            QTest::newRow(name) << QString::fromLatin1(kind) << fields << rails;
        };
        const QStringList unsure{QStringLiteral("not-referred-unsure")}, severe{QStringLiteral("not-referred-severe")};
        const QJsonObject no{{"parent", "no"}, {"adult", "no"}, {"staff", "no"}, {"pupil", "yes"}};
        const QJsonObject harm{
            {"media", QJsonArray{"photo"}}, {"context", QJsonArray{"consensual"}}, {"other_harm", "no"}};
        row("nothing", "involved/1", no, {});
        row("an adult, not known", "involved/1", with(no, "adult", "not-known"), unsure);
        row("staff, not known", "involved/1", with(no, "staff", "not-known"), unsure);
        row("a parent, not known", "involved/1", with(no, "parent", "not-known"), unsure);
        row("staff", "involved/1", with(no, "staff", "yes"), severe);
        row("how it came about", "harm/1", with(harm, "context", QJsonArray{"not-known"}), unsure);
        row("deceived", "harm/1", with(harm, "context", QJsonArray{"deceived"}), severe + unsure);
        row("other harm", "harm/1", with(harm, "other_harm", "yes"), severe);
        row("other harm, by itself", "other-harm/1", {{"what", "He waits at her bus stop."}}, severe);
        row("met online", "harm/1", with(harm, "context", QJsonArray{"met-online"}), severe + unsure);
        row("passed on", "child-knows/1", {{"knows", "yes"}, {"circulating", "yes"}}, unsure);
        row("images not left", "images-left/1", {{"left", "no"}}, unsure);
        row("a threat that was not ended", "danger/1", {{"danger_now", "no"}, {"threat", "yes"}}, severe);
    }
    void notReferringAsksWhatIsLeftOpen() {
        QFETCH(QString, kind);
        QFETCH(QJsonObject, fields);
        QFETCH(QStringList, rails);
        MadeUpCase made(m_guide);
        made.add("danger/1", "", {{"danger_now", "no"}, {"threat", "no"}});
        made.add("harm/1", "",
                 {{"media", QJsonArray{"photo"}}, {"context", QJsonArray{"consensual"}}, {"other_harm", "no"}});
        made.add("child/1", "", {{"identified", "yes"}, {"first_name", "Mira"}, {"born", "2011-03-04"}});
        made.add("child-knows/1", "", {{"knows", "yes"}, {"circulating", "no"}});
        made.add("involved/1", "", {{"parent", "no"}, {"adult", "no"}, {"staff", "no"}, {"pupil", "yes"}});
        made.add("images-left/1", "", {{"left", "yes"}});

        made.add(qPrintable(kind), "", fields);

        QStringList asked = railsOver(made.fold(), "not-referred/1", {{"reason", "By choice"}});
        asked.removeOne(QStringLiteral("not-referred-alone"));
        QCOMPARE(asked, rails);
    }

    void aDayToLookAgainIsAskedForUntilItIsClosed_data() {
        QTest::addColumn<QString>("step");
        QTest::addColumn<bool>("asks");
        for (const char* step : {"chased", "acknowledged", "decided"})
            QTest::newRow(step) << QString::fromLatin1(step) << true;
        for (const char* step : {"made-phone", "confirmed-in-writing", "closed"})
            QTest::newRow(step) << QString::fromLatin1(step) << false;
    }
    void aDayToLookAgainIsAskedForUntilItIsClosed() {
        QFETCH(QString, step);
        QFETCH(bool, asks);
        const QJsonObject fields{{"step", step}};

        QCOMPARE(railsOver(someCase(), "referral-progress/1", fields).contains(QStringLiteral("chase-no-date")), asks);
        QVERIFY(railsOver(someCase(), "referral-progress/1", with(fields, "look_again", "2026-11-24")).isEmpty());
    }

    void herOwnPhoneIsSpokenOfUntilThereIsAPlanForIt() {
        MadeUpCase made(m_guide);
        made.add("device-owner/1", "", {{"whose", "child"}});
        const QJsonObject phone{{"what", "Grey phone"}};
        QCOMPARE(railsOver(made.fold(), "device/1", phone), QStringList{QStringLiteral("device-of-the-child")});

        made.add("restriction/1", "", {{"what", "Grey phone"}, {"why", "The police have it"}});

        QCOMPARE(railsOver(made.fold(), "device/1", phone), QStringList());
    }

    // Each case differs from one in which nobody at home may be involved by what its row says.
    void theFamilyIsToldOnlyOnceHomeIsRuledOut_data() {
        QTest::addColumn<QJsonObject>("involved");
        QTest::addColumn<QJsonObject>("mother");
        QTest::addColumn<QJsonObject>("uncle");
        QTest::addColumn<QString>("context");
        QTest::addColumn<QString>("suspected");
        const QJsonObject no{{"parent", "no"}, {"adult", "no"}, {"staff", "no"}, {"pupil", "no"}};
        const QJsonObject safe{{"part", "parent"}, {"household", "yes"}, {"involvement", "not-considered"}};
        const QJsonObject uncle{{"part", "other-family"}, {"involvement", "not-considered"}};
        const auto row = [](const char* name, const QJsonObject& involved, const QJsonObject& mother,
                            const QJsonObject& uncle, const char* context, const char* suspected) {
            QTest::newRow(name) << involved << mother << uncle << QString::fromLatin1(context)
                                << QString::fromLatin1(suspected);
        };
        row("nobody at home", no, safe, uncle, "groomed", "no");
        row("a parent", with(no, "parent", "suspected"), safe, uncle, "groomed", "yes");
        row("images made by family", no, safe, uncle, "made-by-family", "yes");
        row("the parent who is asked about", no, with(safe, "involvement", "suspected"), uncle, "groomed", "yes");
        row("an uncle", no, safe, with(uncle, "involvement", "suspected"), "groomed", "yes");
        row("the alleged person at home", no, safe, {{"part", "alleged"}, {"household", "yes"}}, "groomed", "yes");
        row("an uncle, named where it is asked", with(no, "who", QJsonArray{named("pavel  BRANDT")}), safe, uncle,
            "groomed", "yes");
        row("the alleged person elsewhere", no, safe, {{"part", "alleged"}}, "groomed", "no");
        row("nobody asked", {}, safe, uncle, "groomed", "not-known");
        row("not known", with(no, "parent", "not-known"), safe, uncle, "groomed", "not-known");
        row("a parent's part not known", no, {{"part", "parent"}, {"household", "yes"}}, uncle, "groomed", "not-known");
    }
    void theFamilyIsToldOnlyOnceHomeIsRuledOut() {
        QFETCH(QJsonObject, involved);
        QFETCH(QJsonObject, mother);
        QFETCH(QJsonObject, uncle);
        QFETCH(QString, context);
        QFETCH(QString, suspected);
        MadeUpCase made(m_guide);
        made.add("harm/1", "", {{"media", QJsonArray{"photo"}}, {"context", QJsonArray{context}}});
        if (!involved.isEmpty())
            made.add("involved/1", "", involved);
        made.add("person/1", "", with(mother, "name", "Anna Brandt"));
        made.add("person/1", "", with(uncle, "name", "Pavel Brandt"));
        const CaseState state = made.fold();
        const bool ruledOut = suspected == QLatin1String("no");
        const auto asked = [&](const char* rail, const char* kind, const QJsonObject& fields) {
            return railsOver(state, kind, fields).contains(QLatin1String(rail));
        };
        const QJsonObject tell{{"parent", named("Anna Brandt")}, {"decision", "tell"}, {"reason", "Keeps Mira safe"}};

        QCOMPARE(state.facts.value(QStringLiteral("home_suspected")), QStringList{suspected});
        QCOMPARE(asked("parents-suspected", "parents/1", tell), suspected == QLatin1String("yes"));
        QCOMPARE(asked("parents-in-doubt", "parents/1", tell), suspected == QLatin1String("not-known"));
        QVERIFY(!asked("parents-in-doubt", "parents/1", with(tell, "advice_sought", "yes")));
        QCOMPARE(asked("family-told-parent-suspected", "told/1",
                       {{"person", named("Anna Brandt")}, {"outcome", "told"}, {"what", "That there is a picture."}}),
                 !ruledOut);
        QCOMPARE(asked("family-needs-to-know", "need-to-know/1",
                       {{"person", named("Anna Brandt")}, {"why", "At home"}, {"may_be_told", "everything"}}),
                 !ruledOut);
        QCOMPARE(asked("parent-instead", "child-knows/1",
                       {{"knows", "no"}, {"circulating", "no"}, {"told_instead", "parent"}}),
                 !ruledOut);
        QVERIFY(!asked("parent-instead", "child-knows/1",
                       {{"knows", "no"}, {"circulating", "no"}, {"told_instead", "agency"}}));
        QCOMPARE(asked("consulted-alleged", "talk-plan/1",
                       {{"who_talks", named("Dan Okoro")}, {"consulted", QJsonArray{named("Anna Brandt")}}}),
                 !ruledOut);
    }

    void whoeverIsNamedAsPossiblyInvolvedIsKeptFromTheAccount() {
        MadeUpCase made(m_guide);
        const auto naming = [&](const char* who) {
            QJsonObject fields{{"parent", "no"}, {"adult", "yes"}, {"staff", "no"}, {"pupil", "no"}};
            if (*who)
                fields.insert(QStringLiteral("who"), QJsonArray{named(who)});
            return fields;
        };
        const auto name = [&](const char* who) { return made.add("involved/1", "", naming(who)); };
        const auto amend = [&](const EntryId& entry, const char* who) {
            made.amend(entry, "involved/1", "", naming(who), "Named the wrong one.");
        };
        const auto rails = [&](const char* who) {
            return railsOver(made.fold(), "told/1", {{"person", named(who)}, {"outcome", "told"}, {"what", "A call."}});
        };
        name("Coach Rennick");
        QCOMPARE(rails("coach rennick"), QStringList{QStringLiteral("alleged-told")});
        QCOMPARE(rails("Mr Rennick"), QStringList{QStringLiteral("alleged-told")}); // as people write it
        QCOMPARE(rails("Dan Okoro"), QStringList());
        QCOMPARE(made.fold().facts.value(QStringLiteral("has_alleged")), QStringList{QStringLiteral("yes")});

        name(""); // who it is was not answered again
        QCOMPARE(rails("Coach Rennick"), QStringList{QStringLiteral("alleged-told")});
        const EntryId other = name("Jay Pike"); // about somebody else: it takes nobody out
        QCOMPARE(rails("Coach Rennick"), QStringList{QStringLiteral("alleged-told")});
        QCOMPARE(rails("Jay Pike"), QStringList{QStringLiteral("alleged-told")});
        amend(other, "Zed Marsh"); // it was another one
        QCOMPARE(rails("Jay Pike"), QStringList());
        QCOMPARE(rails("Zed Marsh"), QStringList{QStringLiteral("alleged-told")});
    }

    void aYesAboutWhoMayBeInvolvedStandsUntilItsEntryIsAmended() {
        MadeUpCase made(m_guide);
        const QJsonObject no{{"parent", "no"}, {"adult", "no"}, {"staff", "not-known"}, {"pupil", "no"}};
        const auto fact = [&](const char* name) {
            return made.fold().facts.value(QLatin1String(name)).join(QChar(' '));
        };
        const EntryId first = made.add("involved/1", "", with(no, "parent", "suspected"));
        QCOMPARE(railsOver(made.fold(), "involved/1", no), QStringList{QStringLiteral("involved-stays")});

        made.add("involved/1", "", with(no, "staff", "no")); // about somebody else

        QCOMPARE(fact("parent_involved"), QStringLiteral("suspected"));
        QCOMPARE(fact("home_suspected"), QStringLiteral("yes"));
        QCOMPARE(fact("staff_involved"), QStringLiteral("no")); // what was not known is answered

        made.amend(first, "involved/1", "", no, "It was another family.");

        QCOMPARE(fact("parent_involved"), QStringLiteral("no"));
        QCOMPARE(railsOver(made.fold(), "involved/1", no), QStringList());
    }

    void whatMustBeSaidOfACallAndOfAnEndIsAskedFor() {
        const auto missing = [&](const CaseState& state, const char* kind, const QJsonObject& fields) {
            Recording recording;
            recording.kind = QString::fromLatin1(kind);
            recording.fields = fields;
            QStringList asked;
            for (const guide::FieldProblem& problem :
                 recordingProblems(recording, state, state.facts, TestGuardRails::made(2026, 11, 19)))
                asked += problem.field;
            return asked.join(QLatin1Char(' '));
        };
        MadeUpCase made(m_guide);
        const QJsonObject call{{"with", named("PC Rowe")}, {"with_role", "police"}, {"about", "Rang, no answer."}};
        QCOMPARE(missing(made.fold(), "contact/1", call), QStringLiteral("reached"));
        QCOMPARE(missing(made.fold(), "contact/1", with(call, "how", "in-person")), QString());
        const QJsonObject over{{"danger_now", "no"}, {"threat", "no"}};
        QCOMPARE(missing(made.fold(), "danger/1", over), QString());

        made.add("danger/1", "", {{"danger_now", "no"}, {"threat", "yes"}, {"called_who", QJsonArray{"police-999"}}});

        QCOMPARE(missing(made.fold(), "danger/1", over), QStringLiteral("ended"));
    }

    void whatIsAnsweredOnOnePageStandsOnTheNext() {
        guide::Facts facts;
        const guide::Form* form = m_guide.form(u"involved");
        takeAnswers(facts, *form, {{"parent", "suspected"}, {"adult", "no"}});
        takeAnswers(facts, *form, {{"parent", "no"}, {"adult", "yes"}});

        QCOMPARE(facts.value(QStringLiteral("parent_involved")), QStringList{QStringLiteral("suspected")});
        QCOMPARE(facts.value(QStringLiteral("adult_involved")), QStringList{QStringLiteral("yes")});
    }

    void whatStopsCannotBeRecordedEvenWithAReason() {
        const CaseState state = someCase();
        Recording recording;
        recording.kind = QStringLiteral("not-referred/1");
        recording.fields = {{"reason", "Advice only"}, {"second_look", named("Ruth Adeyemi")}, {"second_view", "Fine"}};
        recording.rails = {{QStringLiteral("not-referred-own-look"), QStringLiteral("Nobody else here")},
                           {QStringLiteral("not-referred-severe"), QStringLiteral("As above")},
                           {QStringLiteral("not-referred-unsure"), QStringLiteral("As above")}};

        QVERIFY(!checkedEntry(recording, state, state.facts, made(2026, 11, 19)));

        recording.fields["second_look"] = named("Kofi Mensah");
        QVERIFY(checkedEntry(recording, state, state.facts, made(2026, 11, 19)));
    }

    void aReasonIsRecordedOnlyWhileItsRailApplies() {
        const CaseState state = someCase();
        Recording recording;
        recording.kind = QStringLiteral("danger/1");
        recording.fields = {{"danger_now", "yes"}, {"threat", "no"}, {"called_who", QJsonArray{"nobody-yet"}}};
        QVERIFY(!checkedEntry(recording, state, state.facts, made(2026, 11, 19)));
        const QString reason = QStringLiteral("No signal in the hall");
        recording.rails = {{QStringLiteral("danger-nobody-rung"), reason}};
        const auto rails = [&] {
            const auto entry = checkedEntry(recording, state, state.facts, made(2026, 11, 19));
            return entry ? entry->fields.value(QLatin1String("_rails")).toArray() : QJsonArray{"refused"};
        };

        QCOMPARE(rails(), (QJsonArray{QJsonObject{{"id", "danger-nobody-rung"}, {"reason", reason}}}));
        recording.fields["called_who"] = QJsonArray{"police-999"};

        QCOMPARE(rails(), QJsonArray());
    }

private:
    static QDateTime made(int year, int month, int day) { return {QDate(year, month, day), QTime(12, 0)}; }
    static QJsonObject with(QJsonObject fields, const char* id, const QJsonValue& value) {
        fields.insert(QLatin1String(id), value);
        return fields;
    }

    static QStringList railsOver(const CaseState& state, const QString& kind, const QJsonObject& fields) {
        Recording recording;
        recording.kind = kind;
        recording.fields = fields;
        QStringList asked;
        for (const guide::GuardRail* rail : recordingRails(recording, state, state.facts))
            asked += rail->id;
        return asked;
    }
    static QStringList railsOver(const CaseState& state, const char* kind, const QJsonObject& fields) {
        return railsOver(state, QString::fromLatin1(kind), fields);
    }

    CaseState someCase() const {
        MadeUpCase made(m_guide);
        made.add("involved/1", "2026-11-18",
                 {{"parent", "suspected"}, {"adult", "yes"}, {"staff", "no"}, {"pupil", "no"}});
        made.add("device-owner/1", "", {{"whose", "child"}});
        made.add("child/1", "2026-11-18", {{"first_name", "Mira"}, {"born", "2012-03-04"}});
        made.add(
            "person/1", "2026-11-18",
            {{"name", "Anna Brandt"}, {"part", "parent"}, {"household", "yes"}, {"involvement", "not-considered"}});
        made.add("person/1", "2026-11-18", {{"name", "T. R."}, {"part", "alleged"}});
        made.add("person/1", "2026-11-18", {{"name", "Dan Okoro"}, {"part", "professional"}});
        return made.fold();
    }

    guide::Guide m_guide;
};

QTEST_GUILESS_MAIN(TestGuardRails)
#include "test_guardrails.moc"

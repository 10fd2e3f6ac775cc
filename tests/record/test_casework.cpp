#include "core/base/utc.h"
#include "core/record/naming.h"
#include "guided.h"
#include <QTest>

using namespace core;
using namespace core::record;

// Referrals, who knows, steps and what is due.
class TestCasework : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        const QString wrong = loadGuide(m_guide);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void aReferralGoesThroughItsStates_data() {
        QTest::addColumn<QStringList>("steps");
        QTest::addColumn<int>("furthest");
        QTest::addColumn<QString>("standing");
        using S = ReferralStep;
        const auto row = [](const char* name, QStringList steps, S furthest, const char* standing) {
            QTest::newRow(name) << steps << int(furthest) << QString::fromUtf8(standing);
        };
        row("drafted", {}, S::Drafted, "Referral drafted, not made");
        row("made by phone", {"made-phone"}, S::Made, "Referred · waiting for a decision");
        row("confirmed", {"made-phone", "confirmed-in-writing"}, S::ConfirmedInWriting,
            "Referred · waiting for a decision");
        row("acknowledged", {"made-portal", "acknowledged"}, S::Acknowledged,
            "Referred · acknowledged, waiting for a decision");
        row("escalated", {"made-phone", "escalated"}, S::Escalated, "Referred · taken further, waiting for an answer");
        row("decided after escalation", {"made-phone", "escalated", "decided"}, S::Decided, "Referral decided · ");
        row("disagreed with", {"made-phone", "decided", "escalated"}, S::Escalated,
            "Referred · taken further, waiting for an answer");
        row("closed", {"made-in-person", "decided", "closed"}, S::Closed, "Referral closed · ");
    }
    void aReferralGoesThroughItsStates() {
        QFETCH(QStringList, steps);
        MadeUpCase made(m_guide);
        const EntryId referral = made.add("referral/1", "2026-11-18T16:00+00:00", toHarbourside("drafted"));
        int minute = 10;
        for (const QString& step : steps)
            made.add("referral-progress/1", qPrintable(QStringLiteral("2026-11-18T16:%1+00:00").arg(minute++)),
                     fieldsOf({{"referral", referral.toString()}, {"step", step}}));

        const CaseState state = made.fold();

        QCOMPARE(state.referrals.size(), std::size_t(1));
        QCOMPARE(state.referrals[0].to, QStringLiteral("Harbourside children's social care"));
        QTEST(int(state.referrals[0].step), "furthest");
        QCOMPARE(state.referrals[0].events.size(), std::size_t(steps.size() + 1));
        QFETCH(QString, standing);
        QVERIFY2(state.standing().startsWith(standing), qPrintable(state.standing()));
    }

    void aReferralKeepsItsReferenceWhoTookItAndTheDecision() {
        MadeUpCase made(m_guide);
        QJsonObject fields = toHarbourside("phone");
        fields.insert(QStringLiteral("taken_by"), QStringLiteral("P. Lindqvist, duty desk"));
        const EntryId referral = made.add("referral/1", "2026-11-18T17:20+00:00", fields);
        made.add("referral-progress/1", "2026-11-19",
                 fieldsOf({{"referral", referral.toString()}, {"step", "acknowledged"}, {"reference", "26-11874"}}));
        made.add("referral-progress/1", "2026-11-20",
                 fieldsOf({{"referral", referral.toString()},
                           {"step", "decided"},
                           {"decision", "Strategy discussion on Monday."}}));

        const Referral folded = made.fold().referrals.at(0);

        QCOMPARE(folded.takenBy, QStringLiteral("P. Lindqvist, duty desk"));
        QCOMPARE(folded.reference, QStringLiteral("26-11874"));
        QCOMPARE(folded.decision, QStringLiteral("Strategy discussion on Monday."));
        QCOMPARE(folded.events[0].how, QStringLiteral("phone"));
    }

    void aDecisionSaysWhatWasDecided() {
        MadeUpCase made(m_guide);
        const EntryId referral = made.add("referral/1", "2026-11-18T17:20+00:00", toHarbourside("phone"));
        QJsonObject fields = fieldsOf({{"referral", referral.toString()}, {"step", "decided"}});
        const guide::Facts none;
        const auto asked = [&] {
            QStringList names;
            for (const guide::FieldProblem& problem :
                 guide::problems(*m_guide.form(u"referral-progress"), {none, fields}))
                names += problem.field;
            return names;
        };
        QCOMPARE(asked(), QStringList{QStringLiteral("outcome")}); // nothing at all is no decision

        fields.insert(QStringLiteral("outcome"), QStringLiteral("assessment"));
        QCOMPARE(asked(), QStringList());
        made.add("referral-progress/1", "2026-11-20", fields);
        QCOMPARE(made.fold().referrals.at(0).decision, QStringLiteral("Assessment"));
        fields.insert(QStringLiteral("decision"), QStringLiteral("They come on Thursday."));
        made.add("referral-progress/1", "2026-11-21", fields);
        QCOMPARE(made.fold().referrals.at(0).decision, QStringLiteral("Assessment: They come on Thursday."));
    }

    void aStepWithoutATimeStandsInTheOrderOfSteps() {
        MadeUpCase made(m_guide);
        const EntryId referral = made.add("referral/1", "", toHarbourside("drafted")); // written down at 17:01
        const auto add = [&](const char* when, const char* step) {
            made.add("referral-progress/1", when, fieldsOf({{"referral", referral.toString()}, {"step", step}}));
        };
        add("2026-11-18T13:20+00:00", "made-phone");
        add("", "acknowledged");
        add("2026-11-19T10:00+00:00", "decided");
        add("2026-11-20T10:00+00:00", "escalated");
        add("", "decided"); // again, after we disagreed

        const Referral folded = made.fold().referrals.at(0);

        QList<ReferralStep> steps;
        for (const ReferralEvent& event : folded.events)
            steps += event.step;
        using S = ReferralStep;
        QCOMPARE(steps, QList<S>({S::Drafted, S::Made, S::Acknowledged, S::Decided, S::Escalated, S::Decided}));
        QCOMPARE(folded.step, S::Decided);
    }

    void whatWasLastSaidOfAReferralIsByWhenItWasSaid() {
        MadeUpCase made(m_guide);
        const EntryId referral = made.add("referral/1", "2026-11-18", toHarbourside("phone"));
        const auto decided = [&](const char* when, const char* decision, const char* reference) {
            made.add("referral-progress/1", when,
                     fieldsOf({{"referral", referral.toString()},
                               {"step", "decided"},
                               {"decision", decision},
                               {"reference", reference}}));
        };
        decided("2026-11-26T10:00+00:00", "Strategy discussion tomorrow.", "B-2");
        decided("2026-11-22T10:00+00:00", "No further action.", "A-1"); // older, and written down later

        const Referral folded = made.fold().referrals.at(0);

        QCOMPARE(folded.decision, QStringLiteral("Strategy discussion tomorrow."));
        QCOMPARE(folded.reference, QStringLiteral("B-2"));
    }

    void progressOfOneReferralLeavesTheOtherAlone() {
        MadeUpCase made(m_guide);
        made.add("referral/1", "2026-11-18", toHarbourside("phone"));
        const EntryId police = made.add(
            "referral/1", "2026-11-18",
            fieldsOf(
                {{"to_kind", "police"}, {"force", "Estuary Police"}, {"level", "significant-harm"}, {"how", "phone"}}));
        made.add("referral-progress/1", "2026-11-19", fieldsOf({{"referral", police.toString()}, {"step", "decided"}}));

        const CaseState state = made.fold();

        QCOMPARE(state.referrals[0].step, ReferralStep::Made);
        QCOMPARE(state.referrals[1].step, ReferralStep::Decided);
        QCOMPARE(state.referrals[1].to, QStringLiteral("Estuary Police"));
        QCOMPARE(state.standing(), QStringLiteral("Referred · waiting for a decision"));
    }

    void notReferringStandsUntilAReferralIsMade() {
        MadeUpCase made(m_guide);
        made.add("not-referred/1", "2026-11-18",
                 fieldsOf({{"reason", "Drawn by the two of them as a joke; nobody is pictured."},
                           {"second_look", named("Kofi Mensah")},
                           {"second_view", "Agrees."}}));
        QCOMPARE(made.fold().notReferred->secondLook, QStringLiteral("Kofi Mensah: Agrees."));
        const EntryId referral = made.add("referral/1", "2026-11-19", toHarbourside("drafted"));
        QVERIFY(made.fold().notReferred);

        made.add("referral-progress/1", "2026-11-19",
                 fieldsOf({{"referral", referral.toString()}, {"step", "made-phone"}}));

        QVERIFY(!made.fold().notReferred);
        QCOMPARE(made.fold().facts.value(QStringLiteral("referral_made")), QStringList{QStringLiteral("yes")});
    }

    void whoKnowsBeginsWithYouAndEndsWithTheAlleged() {
        MadeUpCase made(m_guide);
        ledger::Grant kofi = made.lead;
        kofi.member = MemberId::random();
        kofi.name = QStringLiteral("Kofi Mensah");
        kofi.role = ledger::Role::Deputy;
        kofi.mayGrant = kofi.mayExport = false;
        made.access = {kofi, made.lead};
        made.add("person/1", "",
                 fieldsOf({{"name", "T. R."}, {"part", "alleged"}, {"relation", "Alleged to have shared the images"}}));
        const EntryId mother = made.add("person/1", "",
                                        fieldsOf({{"name", "Mrs Begum"},
                                                  {"part", "parent"},
                                                  {"relation", "Mother"},
                                                  {"involvement", "not-considered"}}));
        made.add("told/1", "2026-11-18T09:00+00:00",
                 fieldsOf({{"person", named("Dan Ökoro")}, {"outcome", "not-yet"}, {"reason", "after the call"}}));
        made.add("told/1", "2026-11-18T14:20+00:00",
                 fieldsOf({{"person", named("dan okoro")}, {"outcome", "told"}, {"what", "That images exist."}}));
        made.add("need-to-know/1", "",
                 fieldsOf({{"person", named("Mrs Begum", mother.toString())},
                           {"why", "Keeps Aisha safe at home"},
                           {"may_be_told", "part"},
                           {"what", "Everything but the name"}}));

        const CaseState state = made.fold();

        QStringList names;
        for (const Knower& row : state.knows)
            names << row.name;
        QCOMPARE(names.join(QStringLiteral(" / ")),
                 QStringLiteral("Ruth Adeyemi / Kofi Mensah / Mrs Begum / Dan Ökoro / T. R."));
        QVERIFY(state.knows[0].isYou && state.knows[0].opensRecord);
        QCOMPARE(state.knows[0].rights, QStringLiteral("Read, add, grant, export"));
        QCOMPARE(state.knows[1].rights, QStringLiteral("Read, add"));
        QCOMPARE(state.knows[2].role, QStringLiteral("Mother · not considered involved"));
        QCOMPARE(state.knows[2].mayBeTold, QStringLiteral("Everything but the name"));
        QVERIFY(!state.knows[2].opensRecord);
        QCOMPARE(state.knows[3].last->outcome, Told::Told);
        QVERIFY(state.knows[4].alleged);
        QVERIFY(!state.knows[4].last);
    }

    void whoIsNotToBeToldIsNobodyWhoNeedsToKnow() {
        MadeUpCase made(m_guide);
        const auto kept = [&] {
            const CaseState state = made.fold();
            QStringList names;
            for (const Knower& row : state.knows)
                if (row.kept)
                    names += row.name;
            return names;
        };
        made.add("told/1", "2026-11-18T09:00+00:00",
                 fieldsOf({{"person", named("Mr Begum")}, {"outcome", "not-told"}}));
        made.add("told/1", "2026-11-18T09:10+00:00",
                 fieldsOf({{"person", named("Dan Okoro")}, {"outcome", "not-yet"}}));
        made.add("told/1", "2026-11-18T09:20+00:00",
                 fieldsOf({{"person", named("Ruth Adeyemi")}, {"outcome", "not-told"}})); // opens the record: knows
        made.add("person/1", "", fieldsOf({{"name", "T. R."}, {"part", "alleged"}}));
        made.add("need-to-know/1", "",
                 fieldsOf({{"person", named("Sam Price")}, {"why", "Has left."}, {"may_be_told", "nothing"}}));
        QCOMPARE(kept(), QStringList({"Sam Price", "Mr Begum", "T. R."}));

        made.add("need-to-know/1", "",
                 fieldsOf({{"person", named("Mr Begum")}, {"why", "Brings her home."}, {"may_be_told", "everything"}}));
        QCOMPARE(kept(), QStringList({"Sam Price", "T. R."})); // decided again since
        made.add("told/1", "2026-11-18T11:00+00:00",
                 fieldsOf({{"person", named("T. R.")}, {"outcome", "told"}, {"what", "It."}}));
        QCOMPARE(kept(), QStringList({"Sam Price"})); // who was told knows
    }

    void twoOfOneNameAreTwoWhoKnow() {
        MadeUpCase made(m_guide);
        const auto add = [&](const char* part) {
            return made.add("person/1", "", fieldsOf({{"name", "Pawel Kowalski"}, {"part", part}})).toString();
        };
        const QString father = add("parent"), brother = add("sibling");
        made.add("told/1", "2026-11-25T10:00+00:00",
                 fieldsOf({{"person", named("Pawel Kowalski", father)}, {"outcome", "told"}, {"what", "All."}}));
        made.add("told/1", "2026-11-25T11:00+00:00",
                 fieldsOf({{"person", named("Pawel Kowalski", brother)}, {"outcome", "not-told"}}));
        made.add("need-to-know/1", "",
                 fieldsOf({{"person", named("Ruth Adeyemi", made.lead.member.toString())}, {"why", "Leads."}}));

        const CaseState state = made.fold();

        QCOMPARE(state.knows.size(), std::size_t(3)); // the lead, whatever else is said of her, is one
        QVERIFY(!state.knows[1].kept && state.knows[1].ref == father);
        QVERIFY(state.knows[2].kept && state.knows[2].ref == brother);
    }

    void whatIsAmendedIsAsNewAsItsAmendment() {
        MadeUpCase made(m_guide);
        const QJsonObject told = fieldsOf({{"person", named("Beth Crane")}, {"outcome", "told"}, {"what", "Part."}});
        const EntryId telling = made.add("told/1", "2026-11-25T10:00+00:00", told);
        const QJsonObject need =
            fieldsOf({{"person", named("Beth Crane")}, {"why", "Sees her daily."}, {"may_be_told", "everything"}});
        const EntryId plan = made.add("need-to-know/1", "", need);
        const auto kept = [&] { return made.fold().knows.at(1).kept; };

        made.amend(telling, "told/1", "2026-11-25T10:00+00:00",
                   fieldsOf({{"person", named("Beth Crane")}, {"outcome", "not-told"}}), "The police ask not to.");
        QVERIFY(kept()); // said after the plan was made
        made.amend(plan, "need-to-know/1", "", need, "Spelling.");
        QVERIFY(kept()); // the answer is no newer
    }

    void whoWasSpokenWithOrReferredToStandsAmongThoseWhoKnow() {
        MadeUpCase made(m_guide);
        const auto contact = [&](const char* with, const char* role) {
            made.add("contact/1", "2026-11-18T15:00+00:00",
                     fieldsOf({{"with", named(with)}, {"with_role", role}, {"how", "phone"}, {"about", "It."}}));
        };
        made.add("person/1", "", fieldsOf({{"name", "T. R."}, {"part", "alleged"}}));
        contact("PC Hale", "police");
        contact("PC Hale", "police");
        contact("T. R.", "school");     // to ring about something else is not to tell
        contact("Mrs Begum", "family"); // what a parent hears is written down as such
        made.add("referral/1", "2026-11-18T16:00+00:00", toHarbourside("phone"));
        made.add(
            "referral/1", "2026-11-18T16:00+00:00",
            fieldsOf({{"to_kind", "police"}, {"force", "Estuary Police"}, {"level", "concern"}, {"how", "drafted"}}));

        const CaseState state = made.fold();

        QStringList told;
        for (const Knower& row : state.knows)
            if (row.last)
                told += row.name + QStringLiteral(": ") + row.why;
        QCOMPARE(told, QStringList({"PC Hale: Was spoken with about it",
                                    "Harbourside children's social care: Was referred to"}));
        QVERIFY(state.knows.back().kept && state.knows.back().name == QLatin1String("T. R."));
    }

    void anEntryIsNamedByWhatTellsItFromOthers() {
        MadeUpCase made(m_guide);
        const EntryId referral = made.add("referral/1", "2026-11-18T16:00+00:00", toHarbourside("drafted"));
        const EntryId plan =
            made.add("plan/1", "2026-11-19", fieldsOf({{"what", "Walks home with Nia."}, {"owner", named("Sam")}}));
        made.add("referral-progress/1", "2026-11-18T16:30+00:00",
                 fieldsOf({{"referral", referral.toString()}, {"step", "made-phone"}}));

        const CaseState state = made.fold();

        QCOMPARE(nameOfEntry(state, *state.entry(referral)),
                 QStringLiteral("Harbourside children's social care, 18 Nov 2026"));
        QCOMPARE(nameOfEntry(state, *state.entry(plan)), QStringLiteral("Plan · Walks home with Nia., 19 Nov 2026"));
    }

    void whoHasSeenItStandsAmongThoseWhoKnow() {
        MadeUpCase made(m_guide);
        made.add("told/1", "2026-11-18T14:20+00:00",
                 fieldsOf({{"person", named("Dan Okoro")}, {"outcome", "told"}, {"what", "That images exist."}}));
        QVERIFY(!made.fold().knows.back().hasSeen);

        made.add("images-left/1", "",
                 fieldsOf({{"left", "yes"}, {"who_has_opened", QJsonArray{named("Dan Okoro"), named("Sam Price")}}}));
        made.add("seen/1", "", fieldsOf({{"media", QJsonArray{"photo"}}, {"who_saw", QJsonArray{named("Sam Price")}}}));

        const CaseState state = made.fold();
        QStringList seen;
        for (const Knower& row : state.knows)
            if (row.hasSeen)
                seen += row.name + QStringLiteral(": ") + row.role;
        QCOMPARE(seen, QStringList({"Dan Okoro: has seen it", "Sam Price: has seen it"}));
        QCOMPARE(state.knows.size(), std::size_t(3)); // each once, and you
    }

    void whatTheChildHasToldIsKnownBeforeTheNextTalk() {
        MadeUpCase made(m_guide);
        QCOMPARE(made.fold().alreadyTold(), QString());
        made.add("words/1", "2026-11-18T10:30+00:00", wordsSaid("he said dont tell"));
        made.add("words/1", "", wordsSaid("nothing else"));

        QCOMPARE(made.fold().alreadyTold(), QStringLiteral("Dan Okoro, Wednesday 18 November 2026, 10:30\nDan Okoro"));
    }

    void aColleagueInThePlanIsOneRowAndStillOpensTheRecord() {
        MadeUpCase made(m_guide);
        made.add("need-to-know/1", "",
                 fieldsOf({{"person", named("ruth adeyemi")},
                           {"why", "Leads the response"},
                           {"may_be_told", "part"},
                           {"what", "Not the name"}}));

        const CaseState state = made.fold();

        QCOMPARE(state.knows.size(), std::size_t(1));
        QCOMPARE(state.knows[0].why, QStringLiteral("Leads the response"));
        QCOMPARE(state.knows[0].mayBeTold, QStringLiteral("Everything"));
        QVERIFY(state.knows[0].needEntry);
    }

    void aStepIsDoneOnceItsFormIsRecordedAndNotNeededOnlyWithAReason() {
        MadeUpCase made(m_guide);
        begin(made);
        const auto stepOf = [](const CaseState& state, const QString& id) -> StepState {
            for (const StageState& stage : state.stages)
                for (const StepState& step : stage.steps)
                    if (step.step->id == id)
                        return step;
            return {};
        };
        const CaseState fresh = made.fold();
        QVERIFY(fresh.pathway);
        const StepState* plain = nullptr; // a step that is simply done by its form
        for (const StageState& stage : fresh.stages)
            for (const StepState& step : stage.steps)
                if (!plain && step.status == guide::StepStatus::ToDo &&
                    step.step->forms.contains(QStringLiteral("observation")))
                    plain = &step;
        QVERIFY(plain);
        const QString id = plain->step->id;

        made.add("step-not-needed/1", "", fieldsOf({{"step", id}, {"reason", "Nothing was observed."}}));
        QCOMPARE(stepOf(made.fold(), id).status, guide::StepStatus::NotNeeded);
        QCOMPARE(stepOf(made.fold(), id).reason, QStringLiteral("Nothing was observed."));
        QCOMPARE(made.fold().stepsDone(), fresh.stepsDone() + 1);

        made.add("observation/1", "2026-11-19", fieldsOf({{"observed", "She would not go past the lockers."}}));
        QCOMPARE(stepOf(made.fold(), id).status, guide::StepStatus::Done);
        QCOMPARE(stepOf(made.fold(), id).entries.size(), std::size_t(1));
    }

    void everyTellingIsKnownToTheChildBeforeThatIsSaid() {
        MadeUpCase made(m_guide);
        const auto tell = [&](const char* whom, const char* outcome, const char* knows) {
            made.add(
                "told/1", "",
                fieldsOf({{"person", named(whom)}, {"outcome", outcome}, {"what", "It."}, {"child_knows", knows}}));
            return statusOf(made.fold(), QStringLiteral("say-who")) == guide::StepStatus::Done;
        };
        QVERIFY(tell("Dan Okoro", "told", "yes"));
        QVERIFY(!tell("Miss Lake", "not-yet", "no"));
        QVERIFY(tell("Miss Lake", "told", "yes")); // what was not yet so is overtaken
        QVERIFY(!tell("Dan Okoro", "told", "no"));
        QVERIFY(!tell("Dan Okoro", "told", "yes")); // she knows of this, and still not of that
    }

    void parentsAreDecidedOnceEachOfThemIs() {
        MadeUpCase made(m_guide);
        const auto decide = [&](const QJsonObject& parent) {
            made.add("parents/1", "", fieldsOf({{"parent", parent}, {"decision", "tell"}, {"reason", "Safe."}}));
            return statusOf(made.fold(), QStringLiteral("parents")) == guide::StepStatus::Done;
        };
        QVERIFY(decide(named("Mrs Begum"))); // nobody is under People yet
        made.add("person/1", "", fieldsOf({{"name", "Mrs Begum"}, {"part", "parent"}}));
        const EntryId father = made.add("person/1", "", fieldsOf({{"name", "Mr Begum"}, {"part", "parent"}}));
        QVERIFY(statusOf(made.fold(), QStringLiteral("parents")) != guide::StepStatus::Done);
        QVERIFY(decide(named("her father", father.toString())));
    }

    void aDeviceOfOursIsKeptOnlyWhenThatOneIs() {
        MadeUpCase made(m_guide);
        made.add("device-owner/1", "", fieldsOf({{"whose", "institution"}}));
        const auto device = [&](const char* ours, const char* where) {
            QJsonObject fields = fieldsOf({{"what", "Computer 11"}, {"institution", ours}});
            if (*where)
                fields.insert(QStringLiteral("kept_where"), QLatin1String(where));
            made.add("device/1", "", fields);
            return statusOf(made.fold(), QStringLiteral("own-device")) == guide::StepStatus::Done;
        };
        QVERIFY(!device("yes", ""));
        QVERIFY(!device("no", "Safe"));
        QVERIFY(device("yes", "Library, locked"));
        QVERIFY(device("no", "Safe")); // another one, later
    }

    void aSocialWorkerIsDoneOnceReached() {
        MadeUpCase made(m_guide);
        const auto worker = [&](const char* has, const char* contacted = "") {
            QJsonObject fields = fieldsOf({{"has", has}});
            if (*contacted)
                fields.insert(QStringLiteral("contacted"), QLatin1String(contacted));
            made.add("social-worker/1", "", fields);
            return statusOf(made.fold(), QStringLiteral("social-worker"));
        };
        QCOMPARE(worker("not-known"), guide::StepStatus::Waiting);
        QCOMPARE(worker("no"), guide::StepStatus::Done);
        QCOMPARE(worker("yes"), guide::StepStatus::ToDo);
        QCOMPARE(worker("yes", "2026-11-18T17:00+00:00"), guide::StepStatus::Done);
    }

    void whoTellsTheChildIsComeBackToUntilTheChildKnows() {
        MadeUpCase made(m_guide);
        const auto record = [&](const char* when, QJsonObject fields) {
            fields.insert(QStringLiteral("circulating"), QStringLiteral("no"));
            made.add("child-knows/1", when, fields);
            return statusOf(made.fold(), QStringLiteral("child-knows"));
        };
        const auto runs = [&] {
            const auto clocks = made.fold().clocks;
            return std::any_of(clocks.begin(), clocks.end(), [](const guide::ClockState& clock) {
                return clock.clock == QLatin1String("D5") && clock.running();
            });
        };
        made.add("came-to-light/1", "2026-11-18T16:30+00:00", fieldsOf({{"route", "other"}}));

        QCOMPARE(record("", fieldsOf({{"knows", "not-known"}})), guide::StepStatus::ToDo);
        QVERIFY(!runs());
        QCOMPARE(record("", fieldsOf({{"knows", "no"}, {"told_instead", "agency"}, {"come_back", "2026-11-20"}})),
                 guide::StepStatus::Waiting);
        QVERIFY(runs());
        QCOMPARE(record("", fieldsOf({{"knows", "yes"}})), guide::StepStatus::Done);
        QVERIFY(!runs());
    }

    // A tick says no more than what is recorded: each row is a step whose form is recorded with its title left half
    // unanswered, and then answered.
    void aTickSaysOnlyWhatIsRecorded_data() {
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QJsonObject>("half");
        QTest::addColumn<QString>("restKind");
        QTest::addColumn<QJsonObject>("rest");
        const auto row = [](const char* step, const char* kind, const QJsonObject& half, const char* restKind,
                            const QJsonObject& rest) {
            QTest::newRow(step) << QString::fromLatin1(step).section(QLatin1Char(','), 0, 0)
                                << QString::fromLatin1(kind) << half << QString::fromLatin1(restKind) << rest;
        };
        row("came-to-light", "came-to-light/1", fieldsOf({{"route", "child-told"}}), "came-to-light/1",
            fieldsOf({{"route", "child-told"}, {"lead_told", "2026-11-18T16:35+00:00"}}));
        row("who", "child/1", fieldsOf({{"identified", "yes"}, {"first_name", "Aisha"}}), "person/1",
            fieldsOf({{"name", "Nasreen Begum"}, {"part", "parent"}, {"household", "yes"}}));
        row("who, the other way round", "person/1",
            fieldsOf({{"name", "Nasreen Begum"}, {"part", "parent"}, {"household", "yes"}}), "child/1",
            fieldsOf({{"identified", "yes"}, {"first_name", "Aisha"}}));
        row("device", "device/1", fieldsOf({{"what", "Grey phone"}}), "device/1",
            fieldsOf({{"what", "Grey phone"}, {"kept_where", "Locked cabinet"}}));
        row("talk-plan", "talk-plan/1", fieldsOf({{"who_talks", named("Dan Okoro")}, {"reason", "Not today."}}),
            "talk-plan/1",
            fieldsOf({{"who_talks", named("Dan Okoro")},
                      {"where", "The small office"},
                      {"when_planned", "2026-11-19T10:00+00:00"}}));
    }
    void aTickSaysOnlyWhatIsRecorded() {
        QFETCH(QString, step);
        QFETCH(QString, kind);
        QFETCH(QJsonObject, half);
        QFETCH(QString, restKind);
        QFETCH(QJsonObject, rest);
        MadeUpCase made(m_guide);
        made.add("danger/1", "2026-11-18T16:30+00:00", fieldsOf({{"danger_now", "no"}, {"threat", "no"}}));
        made.add("harm/1", "", fieldsOf({{"media", QJsonArray{"photo"}}}));
        QCOMPARE(statusOf(made.fold(), step), guide::StepStatus::ToDo);

        made.add(qPrintable(kind), "2026-11-18T16:40+00:00", half);
        QCOMPARE(statusOf(made.fold(), step), guide::StepStatus::ToDo);

        made.add(qPrintable(restKind), "2026-11-18T16:50+00:00", rest);
        QCOMPARE(statusOf(made.fold(), step), guide::StepStatus::Done);
    }

    void whereItStandsNamesTheNextStepAndNoStage() {
        MadeUpCase made(m_guide);
        begin(made);
        const QString fresh = made.fold().standing();
        QVERIFY2(fresh.startsWith(QStringLiteral("No referral yet · next: ")), qPrintable(fresh));
        const EntryId referral = made.add("referral/1", "2026-11-18T17:20+00:00", toHarbourside("phone"));
        made.add("referral-progress/1", "2026-11-19",
                 fieldsOf({{"referral", referral.toString()}, {"step", "decided"}}));

        const CaseState state = made.fold();

        QVERIFY2(state.standing().startsWith(QStringLiteral("Referral decided · next: ")),
                 qPrintable(state.standing()));
        for (const StageState& stage : state.stages)
            QVERIFY(!state.standing().endsWith(stage.stage->title));
    }

    void aThreatMakesSomethingDueNowAndComesFirst() {
        MadeUpCase made(m_guide);
        begin(made);
        made.add("danger/1", "2026-11-18T16:40+00:00",
                 fieldsOf({{"danger_now", "no"}, {"threat", "yes"}, {"called_who", QJsonArray{"nobody-yet"}}}));

        const auto due = dueItems(made.fold(), QDateTime(QDate(2026, 11, 18), QTime(17, 30)));

        QVERIFY(!due.empty());
        QCOMPARE(due.front().when, DueWhen::Now);
        QCOMPARE(due.front().title,
                 QStringLiteral("Aisha is being threatened: ring the police and children's social care now"));
        QVERIFY(
            std::is_sorted(due.begin(), due.end(), [](const DueItem& a, const DueItem& b) { return a.when < b.when; }));

        const auto front = [&] { return dueItems(made.fold(), QDateTime(QDate(2026, 11, 18), QTime(17, 30))).front(); };
        made.add("contact/1", "2026-11-18T17:00+00:00",
                 fieldsOf({{"with", named("PC Hale")}, {"with_role", "police"}, {"how", "phone"}, {"about", "It."}}));
        QCOMPARE(front().title, QStringLiteral("Aisha is being threatened: tell children's social care now"));
        made.add("referral/1", "2026-11-18T17:20+00:00", toHarbourside("phone"));
        QCOMPARE(front().title, QStringLiteral("Aisha is being threatened: the threat has not ended")); // both know
        QCOMPARE(front().when, DueWhen::Now);
        QCOMPARE(front().step, QStringLiteral("danger"));
        made.add("danger/1", "2026-11-18T17:25+00:00", fieldsOf({{"danger_now", "no"}, {"threat", "no"}}));
        QVERIFY(!front().threat);
    }

    void onlySocialCareItselfIsSocialCareReferredTo() {
        MadeUpCase made(m_guide);
        begin(made);
        const auto police = fieldsOf(
            {{"to_kind", "police"}, {"force", "Estuary Police"}, {"level", "significant-harm"}, {"how", "phone"}});
        QJsonObject advice = toHarbourside("phone");
        advice.insert(QStringLiteral("level"), QStringLiteral("advice"));
        made.add("referral/1", "2026-11-18T17:00+00:00", police);
        made.add("referral/1", "2026-11-18T17:10+00:00", advice);

        QVERIFY(!made.fold().facts.value(QStringLiteral("social_care_referred")).contains(QStringLiteral("yes")));
        QVERIFY(isUrgent(made.fold(), QStringLiteral("referral")));
        const auto due = dueItems(made.fold(), QDateTime(QDate(2026, 11, 18), QTime(18, 0)));
        const auto t4 = std::find_if(due.begin(), due.end(), [](const DueItem& item) { return item.clock == "T4"; });
        QVERIFY(t4 != due.end());
        QCOMPARE(t4->step, QStringLiteral("referral"));

        made.add("referral/1", "2026-11-18T17:20+00:00", toHarbourside("phone"));
        QCOMPARE(statusOf(made.fold(), QStringLiteral("referral")), guide::StepStatus::Done);
    }

    void notReferringCountsOnlyWhileNobodyIsInDangerOrThreatened() {
        MadeUpCase made(m_guide);
        begin(made);
        const auto danger = [&](const char* now, const char* threat) {
            made.add("danger/1", "2026-11-19T09:00+00:00",
                     fieldsOf({{"danger_now", now}, {"threat", threat}, {"called_who", QJsonArray{"police-999"}}}));
        };
        const auto referral = [&] { return statusOf(made.fold(), QStringLiteral("referral")); };
        made.add("not-referred/1", "2026-11-18", fieldsOf({{"reason", "Nobody is pictured."}}));
        QCOMPARE(referral(), guide::StepStatus::Done);

        danger("no", "yes");
        QCOMPARE(referral(), guide::StepStatus::ToDo);
        danger("yes", "no");
        QCOMPARE(referral(), guide::StepStatus::ToDo);
        danger("no", "no");
        QCOMPARE(referral(), guide::StepStatus::Done);
    }

    void followingGoesOnUntilEachOfThemHasAnswered() {
        MadeUpCase made(m_guide);
        begin(made);
        const EntryId care = made.add("referral/1", "2026-11-18T17:20+00:00", toHarbourside("phone"));
        const EntryId police = made.add(
            "referral/1", "2026-11-18T17:30+00:00",
            fieldsOf({{"to_kind", "police"}, {"force", "Estuary Police"}, {"level", "concern"}, {"how", "phone"}}));
        const auto progress = [&](const EntryId& referral, const char* step) {
            made.add("referral-progress/1", "2026-11-19",
                     fieldsOf({{"referral", referral.toString()}, {"step", step}}));
            return statusOf(made.fold(), QStringLiteral("follow-up"));
        };

        QCOMPARE(progress(police, "closed"), guide::StepStatus::Waiting);
        QCOMPARE(progress(care, "decided"), guide::StepStatus::Done);
        QCOMPARE(progress(care, "escalated"), guide::StepStatus::Waiting);
    }

    void aReferralByPhoneStartsTheClockForItsDecision() {
        MadeUpCase made(m_guide);
        begin(made);
        const EntryId referral = made.add("referral/1", "2026-11-18T17:20+00:00", toHarbourside("phone"));
        const auto find = [](const std::vector<DueItem>& items, const char* clock) -> const DueItem* {
            for (const DueItem& item : items)
                if (item.clock == QLatin1String(clock))
                    return &item;
            return nullptr;
        };

        const auto wednesday = dueItems(made.fold(), QDateTime(QDate(2026, 11, 18), QTime(18, 0)));
        const auto friday = dueItems(made.fold(), QDateTime(QDate(2026, 11, 20), QTime(9, 0)));

        QVERIFY(find(wednesday, "T7"));
        QCOMPARE(find(wednesday, "T7")->when, DueWhen::ThisWeek);
        QCOMPARE(find(wednesday, "T7")->due, QDateTime(QDate(2026, 11, 19), QTime(17, 0)));
        QCOMPARE(find(friday, "T7")->when, DueWhen::Overdue);

        made.add("referral-progress/1", "2026-11-20",
                 fieldsOf({{"referral", referral.toString()}, {"step", "decided"}}));
        const auto decided = dueItems(made.fold(), QDateTime(QDate(2026, 11, 20), QTime(9, 0)));
        QVERIFY(!find(decided, "T7"));
    }

    void aThreatKnownTwiceIsOneClock() {
        MadeUpCase made(m_guide);
        begin(made);
        const auto rings = [&] {
            const auto due = dueItems(made.fold(), QDateTime(QDate(2026, 11, 18), QTime(18, 0)));
            return std::count_if(due.begin(), due.end(),
                                 [](const DueItem& item) { return item.clock == QLatin1String("T1"); });
        };
        QCOMPARE(rings(), 0);
        made.add("danger/1", "2026-11-18T16:40+00:00",
                 fieldsOf({{"danger_now", "no"}, {"threat", "yes"}, {"called_who", QJsonArray{"nobody-yet"}}}));
        made.add("harm/1", "2026-11-18T16:50+00:00",
                 fieldsOf({{"media", QJsonArray{"photo"}}, {"context", QJsonArray{"blackmail"}}}));
        QCOMPARE(rings(), 1);
        QCOMPARE(startsOf("T1", made.fold()), 2);
        qInfo("control: with a clock for each start it would be shown twice");

        made.add("danger/1", "2026-11-18T17:00+00:00",
                 fieldsOf({{"danger_now", "no"}, {"threat", "yes"}, {"called_who", QJsonArray{"social-care"}}}));
        QCOMPARE(rings(), 1); // the police have not been rung
        made.add("danger/1", "2026-11-18T17:05+00:00",
                 fieldsOf({{"danger_now", "no"}, {"threat", "yes"}, {"called_who", QJsonArray{"police-999"}}}));
        QCOMPARE(rings(), 0);
    }

    // Each is recorded after the one before it.
    void dangerIsDoneWithOnceItIsAnsweredAndMet() {
        MadeUpCase made(m_guide);
        const auto danger = [&](const char* now, const char* threat, const char* called = "") {
            QJsonObject fields = fieldsOf({{"danger_now", now}, {"threat", threat}});
            if (*called)
                fields.insert(QStringLiteral("called_who"), QJsonArray{QLatin1String(called)});
            made.add("danger/1", "", fields);
        };
        const auto stands = [&] {
            const CaseState state = made.fold();
            return std::pair(statusOf(state, QStringLiteral("danger")), isUrgent(state, QStringLiteral("danger")));
        };
        const std::pair done(guide::StepStatus::Done, false), waiting(guide::StepStatus::Waiting, false),
            now(guide::StepStatus::ToDo, true);

        danger("no", "no");
        QCOMPARE(stands(), done);
        danger("not-known", "no");
        QCOMPARE(stands(), waiting);
        danger("no", "not-known");
        QCOMPARE(stands(), waiting);
        danger("yes", "no");
        QCOMPARE(stands(), now);
        danger("yes", "no", "other");
        QCOMPARE(stands(), now);
        danger("yes", "no", "ambulance");
        QCOMPARE(stands(), done);
        danger("yes", "yes", "ambulance");
        QCOMPARE(stands(), now); // it drives off no threat
        danger("not-known", "yes", "police-other");
        QCOMPARE(stands(), waiting);
        danger("yes", "yes");
        QCOMPARE(stands(), now); // this danger is newer than the call
        made.add("contact/1", "",
                 fieldsOf({{"with", named("PC Rowe")}, {"with_role", "police"}, {"how", "writing"}, {"about", "All"}}));
        QCOMPARE(stands(), now);
        made.add("contact/1", "",
                 fieldsOf({{"with", named("PC Rowe")}, {"with_role", "police"}, {"how", "phone"}, {"about", "All"}}));
        QCOMPARE(stands(), done);
    }

    void aReferralCountsAsACallOnceItWasMadeByVoice() {
        MadeUpCase made(m_guide);
        made.add("danger/1", "2026-11-18T16:40+00:00", fieldsOf({{"danger_now", "no"}, {"threat", "yes"}}));
        const EntryId referral = made.add(
            "referral/1", "2026-11-18T16:50+00:00",
            fieldsOf({{"to_kind", "police"}, {"force", "Estuary"}, {"level", "immediate-danger"}, {"how", "drafted"}}));
        const auto rung = [&] { return made.fold().policeRung.has_value(); };
        const auto clockRuns = [&] {
            for (const guide::ClockState& clock : made.fold().clocks)
                if (clock.clock == QLatin1String("T1"))
                    return clock.running();
            return false;
        };
        const auto progress = [&](const char* step) {
            made.add("referral-progress/1", "2026-11-18T17:00+00:00",
                     fieldsOf({{"referral", referral.toString()}, {"step", step}}));
        };
        QVERIFY(!rung() && clockRuns());

        progress("made-portal");
        QVERIFY(!rung() && clockRuns()); // a form that is read in the morning
        progress("made-phone");
        QVERIFY(rung() && !clockRuns());
    }

    void aThreatEndsOnlyWhenItIsSaidThatThereIsNone() {
        MadeUpCase made(m_guide);
        const auto danger = [](const char* threat) {
            return fieldsOf({{"danger_now", "no"}, {"threat", threat}, {"called_who", QJsonArray{"nobody-yet"}}});
        };
        const EntryId entry = made.add("danger/1", "2026-11-25T10:00+00:00", danger("yes"));
        const auto amend = [&](const QJsonObject& fields) {
            made.amend(entry, "danger/1", "2026-11-25T10:00+00:00", fields, "More is known.");
            return made.fold();
        };
        QVERIFY(made.fold().threatened());

        QVERIFY(amend(danger("not-known")).threatened());
        QVERIFY(amend(fieldsOf({{"danger_now", "no"}})).threatened());
        QCOMPARE(made.fold().threatSince, 1);
        QVERIFY(!amend(danger("no")).threatened());
        QVERIFY(!amend(danger("not-known")).threatened()); // that there is none is taken back, and no more
        QVERIFY(amend(danger("yes")).threatened());
    }

    void aCallForTheDangerIsNoneForAThreatAmendedInLater() {
        MadeUpCase made(m_guide);
        const auto danger = [](const char* threat, const QJsonArray& called) {
            return fieldsOf({{"danger_now", "yes"}, {"threat", threat}, {"called_who", called}});
        };
        const QJsonArray police{"police-999"}, both{"police-999", "social-care"};
        const EntryId entry = made.add("danger/1", "2026-11-25T10:00+00:00", danger("not-known", police));
        made.amend(entry, "danger/1", "2026-11-25T10:00+00:00", danger("yes", police), "Learnt today.");
        QVERIFY(made.fold().threatened() && !made.fold().policeRung);

        made.amend(entry, "danger/1", "2026-11-25T10:00+00:00", danger("yes", both), "Rung again.");

        QVERIFY(made.fold().policeRung && made.fold().socialCareRung);
    }

    void aDangerThatMayGoOnKeepsItsClock() {
        MadeUpCase made(m_guide);
        const auto danger = [&](const char* when, const char* now, const char* threat) {
            made.add("danger/1", when, fieldsOf({{"danger_now", now}, {"threat", threat}}));
            for (const guide::ClockState& clock : made.fold().clocks)
                if (clock.clock == QLatin1String("T1"))
                    return clock.running();
            return false;
        };

        QVERIFY(danger("2026-11-18T16:40+00:00", "yes", "no"));
        QVERIFY(danger("2026-11-18T16:50+00:00", "not-known", "no"));
        QVERIFY(!danger("2026-11-18T17:00+00:00", "no", "no"));
    }

    void thePoliceAreToldWhereMoreThanTwoChildrenMayBePartOfIt_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QJsonObject>("fields");
        QTest::addColumn<bool>("applies");
        const QJsonObject nobody = fieldsOf({{"parent", "no"}, {"adult", "no"}, {"staff", "no"}, {"pupil", "yes"}});
        const auto row = [](const char* name, const char* kind, const QJsonObject& fields, bool applies) {
            QTest::newRow(name) << QString::fromLatin1(kind) << fields << applies;
        };
        const auto context = [](const char* one) {
            return fieldsOf({{"media", QJsonArray{"photo"}}, {"context", QJsonArray{one}}});
        };
        const auto with = [&](const char* field, const char* answer) {
            QJsonObject fields = nobody;
            fields.insert(QLatin1String(field), QLatin1String(answer));
            return fields;
        };
        row("another pupil", "involved/1", nobody, false);
        row("an adult", "involved/1", with("adult", "yes"), true);
        row("staff", "involved/1", with("staff", "yes"), true);
        row("a parent", "involved/1", with("parent", "suspected"), true);
        row("by choice, it is said", "harm/1", context("consensual"), false);
        row("made without the child", "harm/1", context("fabricated"), false);
        for (const char* one :
             {"groomed", "coerced", "deceived", "blackmail", "made-by-family", "met-online", "reward"})
            row(one, "harm/1", context(one), true);
        row("a threat", "danger/1",
            fieldsOf({{"danger_now", "no"}, {"threat", "yes"}, {"called_who", QJsonArray{"nobody-yet"}}}), true);
    }
    void thePoliceAreToldWhereMoreThanTwoChildrenMayBePartOfIt() {
        QFETCH(QString, kind);
        QFETCH(QJsonObject, fields);
        QFETCH(bool, applies);
        MadeUpCase made(m_guide);
        begin(made);
        made.add(qPrintable(kind), "", fields);
        QCOMPARE(isUrgent(made.fold(), QStringLiteral("police")), applies);
        made.add("referral/1", "2026-11-18T17:20+00:00", toHarbourside("phone"));
        QCOMPARE(isUrgent(made.fold(), QStringLiteral("police")), applies); // they are told apart

        made.add("contact/1", "",
                 fieldsOf({{"with", named("PC Rowe")}, {"with_role", "police"}, {"about", "All of it"}}));
        QVERIFY(!isUrgent(made.fold(), QStringLiteral("police")));
    }

    void aDecisionAgainstReferringHoldsOnlyWhileNothingSpeaksForIt_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QJsonObject>("fields");
        const auto row = [](const char* name, const char* kind, const QJsonObject& fields) {
            QTest::newRow(name) << QString::fromLatin1(kind) << fields;
        };
        const QJsonObject no = fieldsOf({{"parent", "no"}, {"adult", "no"}, {"staff", "no"}, {"pupil", "yes"}});
        const auto with = [&](const char* field, const char* answer) {
            QJsonObject fields = no;
            fields.insert(QLatin1String(field), QLatin1String(answer));
            return fields;
        };
        row("an adult", "involved/1", with("adult", "yes"));
        row("a parent", "involved/1", with("parent", "suspected"));
        row("pressed", "harm/1", fieldsOf({{"media", QJsonArray{"photo"}}, {"context", QJsonArray{"coerced"}}}));
        row("other harm", "other-harm/1", fieldsOf({{"what", "He waits at her bus stop."}}));
        row("twelve years old", "child/1", fieldsOf({{"first_name", "Mira"}, {"born", "2014-03-04"}}));
        row("a threat", "danger/1",
            fieldsOf({{"danger_now", "no"}, {"threat", "yes"}, {"called_who", QJsonArray{"police-999"}}}));
    }
    void aDecisionAgainstReferringHoldsOnlyWhileNothingSpeaksForIt() {
        QFETCH(QString, kind);
        QFETCH(QJsonObject, fields);
        MadeUpCase made(m_guide);
        begin(made);
        made.add("child/1", "", fieldsOf({{"first_name", "Mira"}, {"born", "2011-03-04"}}));
        made.add("not-referred/1", "2026-11-18T17:00+00:00", fieldsOf({{"reason", "Two of an age, by choice."}}));
        QVERIFY(!isUrgent(made.fold(), QStringLiteral("referral")));
        QVERIFY(!runs("T4", made.fold()));

        made.add(qPrintable(kind), "", fields);

        QVERIFY(isUrgent(made.fold(), QStringLiteral("referral")));
        QVERIFY(runs("T4", made.fold()));
    }

    void aParentToldInPlaceOfAChildTooYoungIsEnough() {
        MadeUpCase made(m_guide);
        begin(made);
        const QJsonObject instead =
            fieldsOf({{"knows", "no"}, {"circulating", "no"}, {"told_instead", "parent"}, {"parent_heard", "no"}});
        made.add("child-knows/1", "", instead);
        QCOMPARE(statusOf(made.fold(), QStringLiteral("child-knows")), guide::StepStatus::Waiting);
        QJsonObject heard = instead;
        heard.insert(QStringLiteral("parent_heard"), QStringLiteral("yes"));

        made.add("child-knows/1", "", heard);

        QCOMPARE(statusOf(made.fold(), QStringLiteral("child-knows")), guide::StepStatus::Done);
    }

    void aPlanToChaseStandsUntilItIsDoneOrSetAnew() {
        MadeUpCase made(m_guide);
        begin(made);
        const EntryId referral = made.add("referral/1", "2026-11-18T17:00+00:00", toHarbourside("phone"));
        const auto follow = [&](const char* when, const char* step, const char* lookAgain) {
            QJsonObject fields = fieldsOf({{"referral", referral.toString()}, {"step", step}});
            if (*lookAgain)
                fields.insert(QStringLiteral("look_again"), QLatin1String(lookAgain));
            made.add("referral-progress/1", when, fields);
        };
        follow("2026-11-18T17:10+00:00", "confirmed-in-writing", "2026-11-19T10:00+00:00");
        QVERIFY(runs("T8", made.fold()));
        follow("2026-11-18T17:30+00:00", "acknowledged", "");
        QVERIFY(runs("T8", made.fold()));

        follow("2026-11-19T10:00+00:00", "chased", "");

        QVERIFY(!runs("T8", made.fold()));
    }

    void aStepShowsOnlyTheEntriesThatAreAboutIt() {
        MadeUpCase made(m_guide);
        begin(made);
        made.add("involved/1", "", fieldsOf({{"parent", "no"}, {"adult", "yes"}, {"staff", "no"}, {"pupil", "no"}}));
        const auto contact = [&](const char* role, const char* reached) {
            return made.add("contact/1", "",
                            fieldsOf({{"with", named("Somebody")},
                                      {"with_role", role},
                                      {"how", "phone"},
                                      {"reached", reached},
                                      {"about", "Rang."}}));
        };
        const auto shown = [&](const char* id) {
            const CaseState state = made.fold();
            for (const StageState& stage : state.stages)
                for (const StepState& step : stage.steps)
                    if (step.step->id == QLatin1String(id))
                        return step.entries;
            return std::vector<EntryId>();
        };
        contact("family", "yes");
        contact("police", "no");
        const EntryId referral = made.add("referral/1", "2026-11-18T17:00+00:00", toHarbourside("phone"));
        QVERIFY(shown("police").empty());
        const EntryId call = contact("police", "yes");

        QCOMPARE(shown("police"), std::vector<EntryId>{call});
        QCOMPARE(shown("referral"), std::vector<EntryId>{referral});
    }

    void ofTwoCallsTheOneWithItsOwnTimeIsNamed() {
        MadeUpCase made(m_guide);
        begin(made);
        made.add("danger/1", "2026-11-18T16:40+00:00",
                 fieldsOf({{"danger_now", "no"}, {"threat", "yes"}, {"called_who", QJsonArray{"police-other"}}}));
        QVERIFY(made.fold().policeRung && !made.fold().policeRung->when.isKnown());

        made.add("contact/1", "2026-11-18T16:50+00:00",
                 fieldsOf({{"with", named("PC Rowe")},
                           {"with_role", "police"},
                           {"how", "phone"},
                           {"reached", "yes"},
                           {"about", "All of it."}}));

        QVERIFY(made.fold().policeRung && made.fold().policeRung->when.isKnown());
    }

    void aCallThatNobodyAnsweredTellsNobody_data() {
        QTest::addColumn<QString>("reached");
        QTest::addColumn<bool>("told");
        QTest::newRow("spoke") << "yes" << true;
        QTest::newRow("a message") << "message" << false;
        QTest::newRow("nobody") << "no" << false;
    }
    void aCallThatNobodyAnsweredTellsNobody() {
        QFETCH(QString, reached);
        QFETCH(bool, told);
        MadeUpCase made(m_guide);
        begin(made);
        made.add("danger/1", "2026-11-18T16:40+00:00",
                 fieldsOf({{"danger_now", "no"}, {"threat", "yes"}, {"called_who", QJsonArray{"nobody-yet"}}}));
        for (const char* role : {"police", "social-care"})
            made.add("contact/1", "2026-11-18T16:50+00:00",
                     fieldsOf({{"with", QJsonObject{{"name", "Duty desk"}, {"ref", ""}}},
                               {"with_role", role},
                               {"how", "phone"},
                               {"reached", reached},
                               {"about", "Rang at ten to five."}}));
        const CaseState state = made.fold();
        QCOMPARE(state.policeRung.has_value(), told);
        QCOMPARE(state.socialCareRung.has_value(), told);
        QCOMPARE(state.facts.value(QStringLiteral("police_told")), QStringList{told ? "yes" : "no"});
        QCOMPARE(runs("T1", state), !told);
        QCOMPARE(std::any_of(state.knows.begin(), state.knows.end(),
                             [](const Knower& row) { return row.name == QLatin1String("Duty desk"); }),
                 told);
    }

    void aDayToLookAgainIsNotMetByWhatWasRecordedBeforeItWasSet() {
        MadeUpCase made(m_guide);
        begin(made);
        const EntryId referral = made.add("referral/1", "2026-11-18T17:00+00:00", toHarbourside("phone"));
        const auto follow = [&](const char* when, const char* step, const char* lookAgain) {
            QJsonObject fields =
                fieldsOf({{"referral", referral.toString()}, {"step", step}, {"look_again", lookAgain}});
            if (QLatin1String(step) == QLatin1String("decided"))
                fields.insert(QStringLiteral("outcome"), QStringLiteral("assessment"));
            made.add("referral-progress/1", when, fields);
        };
        follow("2026-11-19T12:00+00:00", "chased", "");
        follow("2026-11-19T09:00+00:00", "decided", "2026-11-23"); // recorded later, decided earlier
        follow("", "confirmed-in-writing", "");
        QVERIFY(runs("T12", made.fold()));

        follow("2026-11-23T10:00+00:00", "chased", "");

        QVERIFY(!runs("T12", made.fold()));
    }

    void aThreatForWhichThePoliceWereRungAtOnceStartsNoClockLater() {
        MadeUpCase made(m_guide);
        begin(made);
        made.add("danger/1", "2026-11-18T16:40+00:00",
                 fieldsOf({{"danger_now", "no"}, {"threat", "yes"}, {"called_who", QJsonArray{"police-999"}}}));
        made.add("harm/1", "", fieldsOf({{"media", QJsonArray{"photo"}}, {"context", QJsonArray{"blackmail"}}}));
        QCOMPARE(startsOf("T1", made.fold()), 0);

        made.add("danger/1", "2026-11-25T09:00+00:00", fieldsOf({{"danger_now", "no"}, {"threat", "no"}}));

        QCOMPARE(startsOf("T1", made.fold()), 0); // nobody was called a week late
    }

    void whoMayBeInvolvedIsMarkedAmongThoseWhoKnowWithoutAnEntryOfTheirOwn() {
        MadeUpCase made(m_guide);
        begin(made);
        made.add("need-to-know/1", "",
                 fieldsOf({{"person", QJsonObject{{"name", "Coach Rennick"}, {"ref", ""}}},
                           {"why", "Takes PE."},
                           {"may_be_told", "part"}}));
        QVERIFY(!made.fold().knows.back().alleged);

        made.add(
            "involved/1", "",
            fieldsOf({{"staff", "yes"}, {"who", QJsonArray{QJsonObject{{"name", "coach rennick"}, {"ref", ""}}}}}));

        const CaseState state = made.fold();
        const auto coach = std::find_if(state.knows.begin(), state.knows.end(),
                                        [](const Knower& row) { return row.name == QLatin1String("Coach Rennick"); });
        QVERIFY(coach != state.knows.end() && coach->alleged);
    }

    void aCallFromBeforeTheThreatIsNotTakenForOneAboutIt() {
        const auto ranAt = [&](const char* when) {
            MadeUpCase made(m_guide);
            begin(made);
            made.add("danger/1", "2026-11-18T16:40+00:00",
                     fieldsOf({{"danger_now", "no"}, {"threat", "yes"}, {"called_who", QJsonArray{"nobody-yet"}}}));
            made.add("contact/1", when,
                     fieldsOf({{"with", QJsonObject{{"name", "PC Dilys Probert"}, {"ref", ""}}},
                               {"with_role", "police"},
                               {"how", "phone"},
                               {"about", "What to do with the telephone."}}));
            return made.fold().policeRung.has_value();
        };

        QVERIFY(!ranAt("2026-11-12T09:00+00:00"));
        QVERIFY(!ranAt("2026-11-17"));
        QVERIFY(ranAt("2026-11-18T16:50+00:00"));
        QVERIFY(ranAt("2026-11-18")); // that day, and nobody knows when
        QVERIFY(ranAt(""));
    }

    void aChaseEndsTheDayThatWasSetForItAndMakesNoStep() {
        MadeUpCase made(m_guide);
        begin(made);
        const EntryId referral = made.add("referral/1", "2026-11-18T17:20+00:00", toHarbourside("phone"));
        const auto progress = [&](const char* when, const char* step, const char* again) {
            QJsonObject fields = fieldsOf({{"referral", referral.toString()}, {"step", step}});
            if (*again)
                fields.insert(QStringLiteral("look_again"), QString::fromLatin1(again));
            made.add("referral-progress/1", when, fields);
        };
        const auto running = [&](const char* clock) {
            QStringList due;
            for (const guide::ClockState& state : made.fold().clocks)
                if (state.clock == QLatin1String(clock) && state.running())
                    due += state.due.date().toString(Qt::ISODate);
            return due;
        };

        progress("2026-11-18T17:40+00:00", "made-phone", "2026-11-20");
        progress("2026-11-19T09:00+00:00", "confirmed-in-writing", "");
        QCOMPARE(running("T8"), QStringList{QStringLiteral("2026-11-20")}); // writing is not chasing
        progress("2026-11-20T09:00+00:00", "chased", "");
        QCOMPARE(running("T8"), QStringList{});
        QCOMPARE(running("T7"), QStringList{QStringLiteral("2026-11-19")}); // the decision is still awaited
        progress("2026-11-20T15:00+00:00", "chased", "2026-11-23");
        QCOMPARE(running("T8"), QStringList{QStringLiteral("2026-11-23")});

        const Referral folded = made.fold().referrals.at(0);
        QCOMPARE(folded.step, ReferralStep::ConfirmedInWriting);
        QCOMPARE(std::count_if(folded.events.begin(), folded.events.end(), [](const auto& e) { return e.chased; }), 2);
        QVERIFY(made.fold().standing().startsWith(QStringLiteral("Referred · waiting for a decision")));
    }

    void whereTheChildLivesDecidesWhichClockRuns() { // whatever the nation of the office
        MadeUpCase made(m_guide);
        begin(made);
        made.add("referral/1", "2026-11-18T16:20+00:00", toHarbourside("phone"));
        const auto clocks = [&] {
            QStringList ids;
            for (const guide::ClockState& clock : made.fold().clocks)
                if (clock.running() && clock.due.isValid())
                    ids += clock.clock;
            return ids;
        };
        QVERIFY(clocks().contains(QStringLiteral("T7")) && !clocks().contains(QStringLiteral("T9")));

        made.add("child/1", "", fieldsOf({{"identified", "yes"}, {"authority", "glanyrafon"}}));
        QVERIFY(clocks().contains(QStringLiteral("T9")) && !clocks().contains(QStringLiteral("T7")));

        made.add("child/1", "", fieldsOf({{"identified", "yes"}, {"authority", "harbourside"}}));
        QVERIFY(clocks().contains(QStringLiteral("T7")) && !clocks().contains(QStringLiteral("T9")));
    }

    void aDraftThatWaitsIsDueToday() {
        MadeUpCase made(m_guide);
        ledger::Draft draft;
        draft.kind = QStringLiteral("words/1");
        draft.saved = core::utc(QDate(2026, 11, 18), QTime(12, 14));
        draft.content = {{QStringLiteral("step"), QStringLiteral("what-the-child-said")}};

        const auto due = dueItems(made.fold(), QDateTime(QDate(2026, 11, 18), QTime(13, 0)), {draft});

        const auto item =
            std::find_if(due.begin(), due.end(), [&](const DueItem& d) { return d.subject == draft.id.toString(); });
        QVERIFY(item != due.end());
        QCOMPARE(item->when, DueWhen::Today);
        QCOMPARE(item->step, QStringLiteral("what-the-child-said"));
        QVERIFY(item->clock.isEmpty());
    }

private:
    static QJsonObject toHarbourside(const char* how) {
        return fieldsOf(
            {{"to_kind", "social-care"}, {"authority", "harbourside"}, {"level", "significant-harm"}, {"how", how}});
    }

    // How many clocks it would be if each start made one of its own.
    int startsOf(const char* id, const CaseState& state) const {
        std::vector<guide::Clock> clocks = m_guide.clocks();
        std::erase_if(clocks, [&](const guide::Clock& clock) { return clock.id != QLatin1String(id); });
        clocks.at(0).oncePerCase = false;
        std::vector<guide::ClockEntry> entries;
        for (const EntryView& view : state.entries)
            entries.push_back({view.id.toString(), view.form->id, view.occurred, view.recorded, view.fields});
        return int(guide::runClocks(clocks, {}, state.nation, entries, state.facts, QTime(9, 0), QTime(17, 0)).size());
    }

    static bool runs(const char* id, const CaseState& state) {
        return std::any_of(state.clocks.begin(), state.clocks.end(), [&](const guide::ClockState& clock) {
            return clock.clock == QLatin1String(id) && clock.running();
        });
    }

    static guide::StepStatus statusOf(const CaseState& state, const QString& id) {
        for (const StageState& stage : state.stages)
            for (const StepState& step : stage.steps)
                if (step.step->id == id)
                    return step.status;
        return guide::StepStatus::NotNeeded; // none such
    }

    static bool isUrgent(const CaseState& state, const QString& id) {
        for (const StageState& stage : state.stages)
            for (const StepState& step : stage.steps)
                if (step.step->id == id)
                    return step.urgent;
        return false;
    }

    // The first questions, answered so that images of this child have come to light.
    static void begin(MadeUpCase& made) {
        made.add("danger/1", "2026-11-18T16:30+00:00", fieldsOf({{"danger_now", "no"}, {"threat", "no"}}));
        made.add("came-to-light/1", "2026-11-18T16:30+00:00",
                 fieldsOf({{"route", "child-device"}, {"lead_told", "2026-11-18T16:35+00:00"}}));
        made.add("device-owner/1", "", fieldsOf({{"whose", "child"}}));
        made.add("harm/1", "", fieldsOf({{"media", QJsonArray{"photo"}}, {"context", QJsonArray{"not-known"}}}));
        made.add("child/1", "",
                 fieldsOf({{"identified", "yes"},
                           {"first_name", "Aisha"},
                           {"last_name", "Begum"},
                           {"born", "2013-03-02"},
                           {"authority", "harbourside"}}));
        made.add("social-worker/1", "", fieldsOf({{"has", "no"}}));
        made.add("child-knows/1", "", fieldsOf({{"knows", "not-known"}, {"circulating", "not-known"}}));
        made.add("involved/1", "",
                 fieldsOf({{"parent", "no"}, {"adult", "not-known"}, {"staff", "no"}, {"pupil", "yes"}}));
    }

    guide::Guide m_guide;
};

QTEST_GUILESS_MAIN(TestCasework)
#include "test_casework.moc"

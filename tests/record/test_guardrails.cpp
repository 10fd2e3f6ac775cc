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
        const QJsonObject talk{{"who_talks", named("Dan Okoro")}, {"interpreter_arranged", "arranged"}};
        row("a professional interprets", "talk-plan/1", with(talk, "interpreter", named("J. Nowak")), {});
        row("her mother interprets", "talk-plan/1", with(talk, "interpreter", named("Anna Brandt")),
            {"family-interpreter"});
        row("the alleged person talks", "talk-plan/1", {{"who_talks", named("T. R.")}}, {"alleged-talks"});

        const QJsonObject told{{"person", named("Dan Okoro")}, {"outcome", "told"}};
        row("told plainly", "told/1", with(told, "what", "That there is a picture and the police know."), {});
        row("told that it will go", "told/1", with(told, "what", "That it will all be deleted."),
            {"deletion-promise-told"});
        row("the alleged person told", "told/1",
            {{"person", named("T. R.")}, {"outcome", "told"}, {"what", "That she spoke."}}, {"alleged-told"});
        row("the alleged person not told", "told/1", {{"person", named("T. R.")}, {"outcome", "not-told"}}, {});
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

        const QJsonObject advice{{"reason", "Advice only"}, {"second_view", "Agrees"}};
        row("nobody looks", "not-referred/1", {{"reason", "Advice only"}},
            {"not-referred-alone", "not-referred-severe"});
        row("oneself looks", "not-referred/1", with(advice, "second_look", named("ruth adeyemi")),
            {"not-referred-own-look", "not-referred-severe"});
        row("another looks", "not-referred/1", with(advice, "second_look", named("Kofi Mensah")),
            {"not-referred-severe"});
        row("the referral put aside", "step-not-needed/1", {{"step", "referral"}, {"reason", "No time"}},
            {"referral-step-not-needed"});
        row("the interpreter put aside", "step-not-needed/1", {{"step", "interpreter"}, {"reason", "Fluent"}}, {});
        row("reading alone", "support/1", {{"kind", QJsonArray{"self-help"}}, {"state", "offered"}},
            {"only-self-help"});
        row("reading and a person", "support/1", {{"kind", QJsonArray{"self-help", "therapy"}}, {"state", "offered"}},
            {});
    }
    void aRailAsksOrStops() {
        QFETCH(QString, kind);
        QFETCH(QJsonObject, fields);
        const CaseState state = someCase();
        Recording recording;
        recording.kind = kind;
        recording.fields = fields;

        QStringList asked;
        for (const guide::GuardRail* rail : recordingRails(recording, state, state.facts))
            asked += rail->id;

        QCOMPARE(recordingProblems(recording, state, state.facts, made(2026, 11, 19)).size(), std::size_t(0));
        QTEST(asked, "rails");
    }

    void whatStopsCannotBeRecordedEvenWithAReason() {
        const CaseState state = someCase();
        Recording recording;
        recording.kind = QStringLiteral("not-referred/1");
        recording.fields = {{"reason", "Advice only"}, {"second_look", named("Ruth Adeyemi")}, {"second_view", "Fine"}};
        recording.rails = {{QStringLiteral("not-referred-own-look"), QStringLiteral("Nobody else here")},
                           {QStringLiteral("not-referred-severe"), QStringLiteral("As above")}};

        QVERIFY(!checkedEntry(recording, state, state.facts, made(2026, 11, 19)));

        recording.fields["second_look"] = named("Kofi Mensah");
        QVERIFY(checkedEntry(recording, state, state.facts, made(2026, 11, 19)));
    }

private:
    static QDateTime made(int year, int month, int day) { return {QDate(year, month, day), QTime(12, 0)}; }
    static QJsonObject with(QJsonObject fields, const char* id, const QJsonValue& value) {
        fields.insert(QLatin1String(id), value);
        return fields;
    }

    CaseState someCase() const {
        MadeUpCase made(m_guide);
        made.add("involved/1", "2026-11-18",
                 {{"parent", "suspected"}, {"adult", "yes"}, {"staff", "no"}, {"pupil", "no"}});
        made.add("child/1", "2026-11-18", {{"first_name", "Mira"}, {"born", "2012-03-04"}});
        made.add(
            "person/1", "2026-11-18",
            {{"name", "Anna Brandt"}, {"part", "parent"}, {"household", "yes"}, {"involvement", "not-considered"}});
        made.add("person/1", "2026-11-18", {{"name", "T. R."}, {"part", "alleged"}});
        return made.fold();
    }

    guide::Guide m_guide;
};

QTEST_GUILESS_MAIN(TestGuardRails)
#include "test_guardrails.moc"

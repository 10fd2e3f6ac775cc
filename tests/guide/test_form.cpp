#include "core/guide/formreader.h"
#include <QJsonDocument>
#include <QTest>

using namespace core;
using namespace core::guide;
using Kind = FieldProblem::Kind;

namespace {

const char* const EveryType = R"({"id":"every","version":1,"title":"Every kind of question","label":"Every",
 "headline":["line","pick"],"detail":["long","yes"],
 "fields":[
  {"id":"line","type":"text","label":"A line","required":true},
  {"id":"long","type":"longText","label":"What happened?","short":"Happened"},
  {"id":"said","type":"verbatim","label":"What {child} said"},
  {"id":"pick","type":"choice","label":"One of","options":[{"id":"a","label":"The first"},{"id":"b","label":"Ask {term:social-care}"}]},
  {"id":"picks","type":"choices","label":"Some of","options":[{"id":"a","label":"The first"},{"id":"b","label":"The second"},{"id":"none","label":"None","alone":true}]},
  {"id":"yes","type":"yesNo","label":"Is it so?"},
  {"id":"because","type":"longText","label":"Why is it so?","required":true,"shownWhen":{"field":"yes","is":"yes"}},
  {"id":"deeper","type":"text","label":"And then?","shownWhen":{"field":"because","known":true}},
  {"id":"at","type":"when","label":"When"},
  {"id":"until","type":"when","label":"Until","future":true},
  {"id":"lasted","type":"duration","label":"How long"},
  {"id":"who","type":"person","label":"Who"},
  {"id":"them","type":"people","label":"Who else"},
  {"id":"authority","type":"authority","label":"Which authority"},
  {"id":"about","type":"entry","label":"About","entryRole":"referral"},
  {"id":"address","type":"text","label":"Address","sensitivity":"address"},
  {"id":"lines","type":"rows","label":"Lines","fields":[
    {"id":"asked","type":"verbatim","label":"Asked"},
    {"id":"said","type":"verbatim","label":"Said","required":true},
    {"id":"sort","type":"choice","label":"Sort","options":[{"id":"a","label":"First sort"}]},
    {"id":"to","type":"person","label":"To"}]}]})";

Form everyType() {
    Findings findings;
    Reader json(QJsonDocument::fromJson(EveryType).object(), QStringLiteral("every"), findings);
    const Form form = readForm(json);
    if (!findings.isEmpty())
        qFatal("%s", qPrintable(findings.error().detail));
    return form;
}

QJsonObject object(const char* json) {
    return QJsonDocument::fromJson(json).object();
}

QJsonObject with(const QString& id, const QJsonValue& value) {
    return {{QStringLiteral("line"), QStringLiteral("x")}, {id, value}};
}

const Facts NoFacts;
ConditionContext context(const QJsonObject& fields) {
    ConditionContext context{NoFacts};
    context.fields = fields;
    return context;
}

const char* const Referral = "7b0c2f3e-4a55-4c0d-9a53-0e2d5c6f7a81";
const char* const Picture = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk";

} // namespace

class TestForm : public QObject {
    Q_OBJECT
private slots:
    void fieldsShowByTheAnswersAboveThem();
    void aHiddenAnswerIsNamedAndDropped();
    void anAnswerThatIsHiddenShowsNoOther();
    void factsShowFieldsToo();
    void emptyAnswersAndEmptyRowsAreLeftOut();
    void aFullAnswerOfEveryTypeHasNoProblem();
    void whatKeepsAnEntryFromBeingRecorded_data();
    void whatKeepsAnEntryFromBeingRecorded();
    void problemsStandInTheFormsOrderAndNameTheQuestion();
    void aHiddenRequiredFieldIsNotAskedFor();
    void anEncodedFileIsFoundInEveryTextOfEveryField_data();
    void anEncodedFileIsFoundInEveryTextOfEveryField();
    void aMegabyteOfWordsIsTakenAndOneByteMoreIsNot();
    void valuesReadAsPeopleSayThem_data();
    void valuesReadAsPeopleSayThem();
    void theChildsWordsAreNeverTouched();
    void webAddressesAreMadeUnclickable_data();
    void webAddressesAreMadeUnclickable();
    void linesComeInTheFormsOrderAsAsked();
    void everyQuestionThatShowsIsListedAnsweredOrNot();
    void headlineAndDetailAreOneLineEach();
    void howLongIsUnderstood_data();
    void howLongIsUnderstood();
};

void TestForm::fieldsShowByTheAnswersAboveThem() {
    const Form form = everyType();

    QVERIFY(!shownFields(form, context(object(R"({"yes":"no"})"))).contains(QStringLiteral("because")));
    QVERIFY(shownFields(form, context(object(R"({"yes":"yes"})"))).contains(QStringLiteral("because")));
    QCOMPARE(shownFields(form, context({})).size(), qsizetype(form.fields.size()) - 2);
}

void TestForm::aHiddenAnswerIsNamedAndDropped() {
    const Form form = everyType();
    const auto answered = context(object(R"({"line":"x","yes":"no","because":"she asked"})"));

    QCOMPARE(hiddenAnswers(form, answered), QStringList(QStringLiteral("because")));
    QCOMPARE(withoutHidden(form, answered), object(R"({"line":"x","yes":"no"})"));
    QVERIFY(hiddenAnswers(form, context(object(R"({"yes":"yes","because":"she asked"})"))).isEmpty());
}

void TestForm::anAnswerThatIsHiddenShowsNoOther() {
    const Form form = everyType();
    const auto answered = context(object(R"({"yes":"no","because":"she asked","deeper":"and then"})"));

    QCOMPARE(hiddenAnswers(form, answered), QStringList({QStringLiteral("because"), QStringLiteral("deeper")}));
}

void TestForm::factsShowFieldsToo() {
    Form form = everyType();
    form.fields[1].shownWhen =
        Condition::parse(object(R"({"fact":"threat","is":"yes"})"), QStringLiteral("test")).value();
    const Facts threat{{QStringLiteral("threat"), {QStringLiteral("yes")}}};

    QVERIFY(!shownFields(form, context({})).contains(QStringLiteral("long")));
    QVERIFY(shownFields(form, {threat}).contains(QStringLiteral("long")));
}

void TestForm::emptyAnswersAndEmptyRowsAreLeftOut() {
    const auto answered =
        context(object(R"({"line":" as typed ","long":"  ","picks":[],"them":[],"who":{"name":""},"at":"",
        "lines":[{"asked":"","said":"ok"},{"asked":"","said":" "}],"_amend_reason":"a slip"})"));

    QCOMPARE(withoutHidden(everyType(), answered),
             object(R"({"line":" as typed ","lines":[{"said":"ok"}],"_amend_reason":"a slip"})"));
}

void TestForm::aFullAnswerOfEveryTypeHasNoProblem() {
    const auto answered =
        context(object(R"({"line":"x","long":"y\nz","said":"i dont want to go in","pick":"a","picks":["b","a"],
        "yes":"yes","because":"she asked","deeper":"more","at":"~2025-03-27T10:30+00:00","until":"2099-12-02","lasted":"20 minutes",
        "who":{"name":"Rhian Bevan","ref":"7b0c2f3e-4a55-4c0d-9a53-0e2d5c6f7a81"},"them":[{"name":"Dan Okoro"}],
        "authority":"harbourside","about":"7b0c2f3e-4a55-4c0d-9a53-0e2d5c6f7a81","address":"https://example.org/x",
        "lines":[{"asked":"What happened?","said":"he sent it","sort":"a","to":{"name":"Dan Okoro"}}],
        "_amend_reason":"a slip","_rails":[{"id":"deletion","reason":"the police said so"}]})"));

    const auto found = problems(everyType(), answered);

    QVERIFY2(found.empty(), found.empty() ? "" : qPrintable(found.front().sentence));
    QVERIFY(hiddenAnswers(everyType(), answered).isEmpty());
}

void TestForm::whatKeepsAnEntryFromBeingRecorded_data() {
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("field");
    QTest::addColumn<Kind>("kind");
    const auto row = [](const char* name, const char* json, const char* field, Kind kind) {
        QTest::newRow(name) << QString::fromUtf8(json) << QString::fromUtf8(field) << kind;
    };
    row("required and absent", "{}", "line", Kind::Required);
    row("required and blank", R"({"line":" \n "})", "line", Kind::Required);
    row("required once it shows", R"({"line":"x","yes":"yes"})", "because", Kind::Required);
    row("required in a row", R"({"line":"x","lines":[{"said":"a"},{"asked":"b"}]})", "lines.1.said", Kind::Required);
    row("text that is a number", R"({"line":7})", "line", Kind::WrongShape);
    row("text that is a list", R"({"line":["x"]})", "line", Kind::WrongShape);
    row("choice that is not offered", R"({"line":"x","pick":"c"})", "pick", Kind::NotAnOption);
    row("choice that is a list", R"({"line":"x","pick":["a"]})", "pick", Kind::WrongShape);
    row("choices that are not offered", R"({"line":"x","picks":["a","c"]})", "picks", Kind::NotAnOption);
    row("choices that stand twice", R"({"line":"x","picks":["a","a"]})", "picks", Kind::NotAnOption);
    row("choices that exclude each other", R"({"line":"x","picks":["a","none"]})", "picks", Kind::NotAnOption);
    row("choices that are text", R"({"line":"x","picks":"a"})", "picks", Kind::WrongShape);
    row("choices that are numbers", R"({"line":"x","picks":[1]})", "picks", Kind::WrongShape);
    row("yes or no that is neither", R"({"line":"x","yes":"perhaps"})", "yes", Kind::NotAnOption);
    row("yes or no that is true", R"({"line":"x","yes":true})", "yes", Kind::WrongShape);
    row("day that is none", R"({"line":"x","at":"2023-02-29"})", "at", Kind::WhenNotUnderstood);
    row("date as typed", R"({"line":"x","at":"14/2/24"})", "at", Kind::WhenNotUnderstood);
    row("date to come", R"({"line":"x","at":"2099-12-02"})", "at", Kind::WhenNotUnderstood);
    row("length that is none", R"({"line":"x","lasted":"ages"})", "lasted", Kind::WrongShape);
    row("person without a name", R"({"line":"x","who":{"name":"","ref":"7b0c2f3e-4a55-4c0d-9a53-0e2d5c6f7a81"}})",
        "who", Kind::WrongShape);
    row("person who is text", R"({"line":"x","who":"Rhian Bevan"})", "who", Kind::WrongShape);
    row("person with a strange reference", R"({"line":"x","who":{"name":"R","ref":"7"}})", "who", Kind::WrongShape);
    row("person with more", R"({"line":"x","who":{"name":"R","photo":"x"}})", "who", Kind::WrongShape);
    row("people who are one", R"({"line":"x","them":{"name":"R"}})", "them", Kind::WrongShape);
    row("one of the people", R"({"line":"x","them":[{"name":"R"},{"names":"S"}]})", "them.1", Kind::WrongShape);
    row("entry that is none", R"({"line":"x","about":"the last one"})", "about", Kind::WrongShape);
    row("rows that are text", R"({"line":"x","lines":"said"})", "lines", Kind::WrongShape);
    row("row that is text", R"({"line":"x","lines":["said"]})", "lines.0", Kind::WrongShape);
    row("row with more", R"({"line":"x","lines":[{"said":"a","shown":"b"}]})", "lines.0", Kind::WrongShape);
    row("choice in a row", R"({"line":"x","lines":[{"said":"a","sort":"z"}]})", "lines.0.sort", Kind::NotAnOption);
    row("question that is not asked", R"({"line":"x","photo":"y"})", "photo", Kind::UnknownField);
}

void TestForm::whatKeepsAnEntryFromBeingRecorded() {
    QFETCH(QString, json);
    QFETCH(QString, field);
    QFETCH(Kind, kind);

    const auto found = problems(everyType(), context(object(json.toUtf8().constData())));

    QVERIFY(!found.empty());
    QCOMPARE(found.back().field, field);
    QCOMPARE(int(found.back().kind), int(kind));
    QVERIFY(!found.back().sentence.isEmpty());
}

void TestForm::problemsStandInTheFormsOrderAndNameTheQuestion() {
    const auto found = problems(everyType(), context(object(R"({"at":"soon","pick":"c"})")));

    QCOMPARE(found.size(), size_t(3));
    QCOMPARE(found[0].sentence, QStringLiteral("“A line” is empty. Fill it in."));
    QCOMPARE(found[1].sentence,
             QStringLiteral("“One of” has an answer that is not one of those offered. Choose again."));
    QCOMPARE(found[2].field, QStringLiteral("at"));
}

void TestForm::aHiddenRequiredFieldIsNotAskedFor() {
    QVERIFY(problems(everyType(), context(object(R"({"line":"x","yes":"no"})"))).empty());
}

void TestForm::anEncodedFileIsFoundInEveryTextOfEveryField_data() {
    QTest::addColumn<QJsonObject>("fields");
    QTest::addColumn<QString>("field");
    const QString picture = QLatin1String(Picture);
    const QJsonObject person{{QStringLiteral("name"), picture}};
    const auto row = [](const char* name, const QJsonObject& fields, const char* field) {
        QTest::newRow(name) << fields << QString::fromLatin1(field);
    };
    row("text", with(QStringLiteral("line"), picture), "line");
    row("long text", with(QStringLiteral("long"), QStringLiteral("see this: ") + picture), "long");
    row("the child's words", with(QStringLiteral("said"), picture), "said");
    row("authority", with(QStringLiteral("authority"), picture), "authority");
    row("person", with(QStringLiteral("who"), person), "who");
    row("people", with(QStringLiteral("them"), QJsonArray{person}), "them.0");
    row("row", with(QStringLiteral("lines"), QJsonArray{QJsonObject{{QStringLiteral("said"), picture}}}),
        "lines.0.said");
    row("reason of an amendment", with(QStringLiteral("_amend_reason"), picture), "_amend_reason");
    row("reason at a guard-rail",
        with(QStringLiteral("_rails"),
             QJsonArray{QJsonObject{{QStringLiteral("id"), QStringLiteral("x")}, {QStringLiteral("reason"), picture}}}),
        "_rails");
}

void TestForm::anEncodedFileIsFoundInEveryTextOfEveryField() {
    QFETCH(QJsonObject, fields);
    QFETCH(QString, field);

    const auto found = problems(everyType(), context(fields));

    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(found.front().field, field);
    QCOMPARE(int(found.front().kind), int(Kind::EncodedFile));
    QVERIFY(found.front().sentence.contains(QStringLiteral("a PNG picture written as text")));
}

void TestForm::aMegabyteOfWordsIsTakenAndOneByteMoreIsNot() {
    const QString words = QStringLiteral("she said no ").repeated(90000).left(1'000'000);

    QVERIFY(problems(everyType(), context(with(QStringLiteral("said"), words))).empty());
    const auto longer = problems(everyType(), context(with(QStringLiteral("said"), words + QLatin1Char('x'))));
    QCOMPARE(int(longer.front().kind), int(Kind::TooLong));
    const QString accents = words.left(999'999) + QChar(0x00E2); // 1,000,001 bytes
    QCOMPARE(int(problems(everyType(), context(with(QStringLiteral("long"), accents))).front().kind),
             int(Kind::TooLong));
    const QString line = QStringLiteral("n").repeated(1001);
    QCOMPARE(int(problems(everyType(), context({{QStringLiteral("line"), line}})).front().kind), int(Kind::TooLong));
    QVERIFY(problems(everyType(), context({{QStringLiteral("line"), line.left(1000)}})).empty());
}

void TestForm::valuesReadAsPeopleSayThem_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("json"); // {"v":…}
    QTest::addColumn<QString>("text");
    const auto row = [](const char* field, const char* json, const char* text) {
        QTest::newRow(json) << QString::fromLatin1(field) << QString::fromUtf8(json) << QString::fromUtf8(text);
    };
    row("line", R"({"v":"as typed"})", "as typed");
    row("long", R"({"v":"one\ntwo"})", "one\ntwo");
    row("pick", R"({"v":"a"})", "The first");
    row("pick", R"({"v":"b"})", "Ask social care");
    row("pick", R"({"v":"gone"})", "gone");
    row("picks", R"({"v":["b","a"]})", "The second, The first");
    row("yes", R"({"v":"yes"})", "Yes");
    row("yes", R"({"v":"not-known"})", "Not known");
    row("at", R"({"v":"2025-03-27T10:30+00:00"})", "Thursday 27 March 2025, 10:30");
    row("lasted", R"({"v":"20 minutes"})", "20 minutes");
    row("who", R"({"v":{"name":"Rhian Bevan"}})", "Rhian Bevan");
    row("them", R"({"v":[{"name":"Rhian Bevan"},{"name":"Dan Okoro"}]})", "Rhian Bevan, Dan Okoro");
    row("authority", R"({"v":"harbourside"})", "Harbourside Council");
    row("authority", R"({"v":"elsewhere"})", "elsewhere");
    row("about", R"({"v":"7b0c2f3e-4a55-4c0d-9a53-0e2d5c6f7a81"})", "Referral of 18 November");
    row("address", R"({"v":"https://example.org/x"})", "hxxps://example[.]org/x");
    row("lines", R"({"v":[{"asked":"Who?","said":"him"},{"said":"ok","sort":"a","to":{"name":"Dan Okoro"}}]})",
        "Asked: Who?\nSaid: him\n\nSaid: ok\nSort: First sort\nTo: Dan Okoro");
    row("line", R"({"v":12})", "12"); // entries the program wrote itself hold numbers and true
    row("line", R"({"v":true})", "Yes");
    row("line", R"({})", "");
}

void TestForm::valuesReadAsPeopleSayThem() {
    QFETCH(QString, field);
    QFETCH(QString, json);
    QFETCH(QString, text);
    const Form form = everyType();
    ValueNames names;
    names.authority = [](const QString& id) {
        return id == QLatin1String("harbourside") ? QStringLiteral("Harbourside Council") : QString();
    };
    names.entry = [](const QString& id) {
        return id == QLatin1String(Referral) ? QStringLiteral("Referral of 18 November") : QString();
    };

    QCOMPARE(valueText(*form.field(field), object(json.toUtf8().constData()).value(QLatin1String("v")), names), text);
    names.entry = [](const QString&) { return QStringLiteral("an entry that is not here"); };
    QCOMPARE(valueText(*form.field(u"about"), QJsonValue::Undefined, names), QString()); // nobody said there is one
}

void TestForm::theChildsWordsAreNeverTouched() {
    const QString words = QStringLiteral("he said\u00A0go on\u2028 www.example.com  \n\tيہ ٹھیک نہیں 😭 e\u0301 ");

    QCOMPARE(valueText(*everyType().field(u"said"), words), words);
}

void TestForm::webAddressesAreMadeUnclickable_data() {
    QTest::addColumn<QString>("shown");
    const auto row = [](const char* typed, const char* shown) { QTest::newRow(typed) << QString::fromUtf8(shown); };
    row("https://example.org", "hxxps://example[.]org");
    row("see http://a.b.example.co.uk/x.html?y=1.5 now", "see hxxp://a[.]b[.]example[.]co[.]uk/x.html?y=1.5 now");
    row("HTTPS://Example.ORG/A", "HxxPS://Example[.]ORG/A");
    row("ftp://example.org", "ftp://example[.]org");
    row("www.example.social", "www[.]example[.]social");
    row("it is on example.com.", "it is on example[.]com.");
    row("example.co.uk, example.org", "example[.]co[.]uk, example[.]org");
    row("t.example/abc", "t[.]example/abc");
    row("head@school.example.org", "head@school.example.org");
    row("a.smith@school.org.uk", "a.smith@school.org.uk");
    row("He came.Then he left. 3.5 hours, e.g. on 14.2.24", "He came.Then he left. 3.5 hours, e.g. on 14.2.24");
    row("no address here", "no address here");
    row("hxxps://example[.]org", "hxxps://example[.]org");
}

void TestForm::webAddressesAreMadeUnclickable() {
    QFETCH(QString, shown);

    QCOMPARE(defanged(QString::fromUtf8(QTest::currentDataTag())), shown);
}

void TestForm::linesComeInTheFormsOrderAsAsked() {
    ValueNames names;
    names.worded = [](const QString& text) {
        return QString(text).replace(QStringLiteral("{term:social-care}"), QStringLiteral("social services"));
    };

    const auto lines = entryLines(everyType(), object(R"({"pick":"b","said":"no","line":"x","_amend_reason":"y"})"),
                                  QStringLiteral("Aisha"), names);

    const std::vector<Line> expected{
        {QStringLiteral("A line"), QStringLiteral("x"), FieldType::Text},
        {QStringLiteral("What Aisha said"), QStringLiteral("no"), FieldType::Verbatim},
        {QStringLiteral("One of"), QStringLiteral("Ask social services"), FieldType::Choice}};
    QCOMPARE(lines, expected);
}

void TestForm::everyQuestionThatShowsIsListedAnsweredOrNot() {
    Form form = everyType();
    form.askOccurred = true;
    form.occurredLabel = QStringLiteral("When did {child} talk?");

    const auto lines = askedLines(form, context(object(R"({"yes":"no","line":"x","long":"hidden"})")),
                                  QStringLiteral("2026-11-18T16:45+00:00"), QStringLiteral("Aisha"));

    QCOMPARE(lines.front().label, QStringLiteral("When did Aisha talk?"));
    QVERIFY2(lines.front().text.contains(QStringLiteral("16:45")), qPrintable(lines.front().text));
    QStringList shown;
    for (const Field& field : form.fields)
        if (shownFields(form, context(object(R"({"yes":"no"})"))).contains(field.id))
            shown += filled(field.label, QStringLiteral("Aisha"));
    QVERIFY(shown.size() < qsizetype(form.fields.size())); // one of them is hidden
    QCOMPARE(lines.size(), size_t(shown.size()) + 1);
    for (qsizetype i = 0; i < shown.size(); ++i)
        QCOMPARE(lines[size_t(i) + 1].label, shown[i]);
    QVERIFY(std::any_of(lines.begin(), lines.end(), [](const Line& line) { return line.text.isEmpty(); }));

    form.occurredAfter = form.fields.back().id;
    const auto last = askedLines(form, context(object(R"({"yes":"no"})")), QString(), QStringLiteral("Aisha"));
    QCOMPARE(last.back().label, QStringLiteral("When did Aisha talk?"));
    QCOMPARE(last.size(), lines.size());
}

void TestForm::headlineAndDetailAreOneLineEach() {
    const Form form = everyType();
    const QJsonObject fields =
        object(R"({"line":"Phone\nswitched off","pick":"a","long":"In the  safe","yes":"no","at":"2025"})");

    QCOMPARE(headline(form, fields), QStringLiteral("Phone switched off, The first"));
    QCOMPARE(detailLine(form, fields), QStringLiteral("Happened: In the safe · Is it so? No"));
    Form other = form;
    other.detail.clear();
    QCOMPARE(detailLine(other, fields), QStringLiteral("Happened: In the safe · Is it so? No · When: 2025"));
    const QJsonObject longer{{QStringLiteral("line"), QStringLiteral("word ").repeated(200)}};
    QVERIFY(headline(form, longer).size() <= 301);
    QVERIFY(headline(form, longer).endsWith(QStringLiteral("word…")));
}

void TestForm::howLongIsUnderstood_data() {
    QTest::addColumn<bool>("understood");
    for (const char* typed :
         {"20 minutes", "20min", "1 hour 30 minutes", "1h 30m", "1 hour 30", "half an hour", "about 20 minutes",
          "an hour and a half", "2-3 days", "1.5 hours", "2 to 3 weeks", "One hour", "90 secs", "6 months"})
        QTest::newRow(typed) << true;
    for (const char* typed : {"ages", "20", "minutes", "20 minutes in the gym", "-5 minutes"})
        QTest::newRow(typed) << false;
}

void TestForm::howLongIsUnderstood() {
    QFETCH(bool, understood);

    const auto found =
        problems(everyType(), context(with(QStringLiteral("lasted"), QString::fromUtf8(QTest::currentDataTag()))));

    QCOMPARE(found.empty(), understood);
}

QTEST_GUILESS_MAIN(TestForm)
#include "test_form.moc"

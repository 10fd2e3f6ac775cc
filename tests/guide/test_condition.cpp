#include "core/guide/condition.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace core;
using namespace core::guide;

namespace {

Result<Condition> parsed(const QString& json) {
    return Condition::parse(QJsonDocument::fromJson(json.toUtf8()).object(), QStringLiteral("here"));
}

} // namespace

class TestCondition : public QObject {
    Q_OBJECT
private slots:
    void holdsByFactsFieldsAndForms_data();
    void holdsByFactsFieldsAndForms();
    void aPhraseIsFoundAtTheBeginningOfAWord_data();
    void aPhraseIsFoundAtTheBeginningOfAWord();
    void withoutAnybodyToAskNothingHolds();
    void whatIsNoConditionIsRefused_data();
    void whatIsNoConditionIsRefused();
    void absentAndEmptyAlwaysHold();
    void everyNameThatIsAskedForIsListed();
};

void TestCondition::holdsByFactsFieldsAndForms_data() {
    QTest::addColumn<bool>("holds");
    const auto row = [](const char* json, bool holds) { QTest::newRow(json) << holds; };
    row(R"({"fact":"threat","is":"yes"})", true);
    row(R"({"fact":"threat","is":"no"})", false);
    row(R"({"fact":"threat","isNot":"no"})", true);
    row(R"({"fact":"threat","isNot":"yes"})", false);
    row(R"({"fact":"media","is":"video"})", true); // one of several
    row(R"({"fact":"media","isNot":"video"})", false);
    row(R"({"fact":"media","in":["ai-made","photo"]})", true);
    row(R"({"fact":"media","in":["ai-made"]})", false);
    row(R"({"fact":"threat","known":true})", true);
    row(R"({"fact":"knows","known":true})", false); // answered: not known
    row(R"({"fact":"knows","known":false})", true);
    row(R"({"fact":"knows","is":"not-known"})", true);
    row(R"({"fact":"nothing","known":true})", false);
    row(R"({"fact":"nothing","known":false})", true);
    row(R"({"fact":"nothing","is":"yes"})", false);
    row(R"({"fact":"nothing","isNot":"yes"})", true);
    row(R"({"fact":"nothing","in":["yes"]})", false);
    row(R"({"fact":"age","below":13})", false);
    row(R"({"fact":"age","below":14})", true);
    row(R"({"fact":"nothing","below":13})", false);
    row(R"({"field":"outcome","is":"told"})", true);
    row(R"({"field":"outcome","isNot":"told"})", false);
    row(R"({"field":"outcome","in":["told","not-told"]})", true);
    row(R"({"field":"kinds","is":"b"})", true);
    row(R"({"field":"kinds","is":"c"})", false);
    row(R"({"field":"outcome","known":true})", true);
    row(R"({"field":"doubt","known":true})", false);
    row(R"({"field":"person","known":true})", true);
    row(R"({"field":"nobody","known":true})", false);
    row(R"({"field":"nobody","known":false})", true);
    row(R"({"field":"person","personIs":["family"]})", true);
    row(R"({"field":"person","personIs":["staff","alleged"]})", false);
    row(R"({"field":"people","personIs":["alleged"]})", true);
    row(R"({"field":"people","personIs":["child"]})", false);
    row(R"({"field":"nobody","personIs":["family"]})", false);
    row(R"({"field":"what","phrases":"promise"})", true);
    row(R"({"field":"outcome","phrases":"promise"})", false);
    row(R"({"field":"what","phrases":"no-such-list"})", false);
    row(R"({"recorded":"referral"})", true);
    row(R"({"recorded":"review"})", false);
    row(R"({"not":{"recorded":"referral"}})", false);
    row(R"({"all":[{"fact":"threat","is":"yes"},{"recorded":"referral"}]})", true);
    row(R"({"all":[{"fact":"threat","is":"yes"},{"recorded":"review"}]})", false);
    row(R"({"any":[{"fact":"threat","is":"no"},{"recorded":"referral"}]})", true);
    row(R"({"any":[{"fact":"threat","is":"no"},{"recorded":"review"}]})", false);
    row(R"({"all":[{"any":[{"fact":"threat","is":"yes"}]},{"not":{"not":{"recorded":"referral"}}}]})", true);
}

void TestCondition::holdsByFactsFieldsAndForms() {
    QFETCH(bool, holds);
    const Facts facts{{QStringLiteral("threat"), {QStringLiteral("yes")}},
                      {QStringLiteral("media"), {QStringLiteral("photo"), QStringLiteral("video")}},
                      {QStringLiteral("knows"), {QStringLiteral("not-known")}},
                      {QStringLiteral("age"), {QStringLiteral("13")}}};
    const QStringList promise{QStringLiteral("delete")};
    ConditionContext context{facts};
    context.fields =
        QJsonDocument::fromJson(R"({"outcome":"told","kinds":["a","b"],"doubt":"not-known","what":"All deleted.",
        "person":{"name":"Rhian Bevan"},"people":[{"name":"Dan Okoro"},{"name":"Rhian Bevan"}]})")
            .object();
    context.personParts = [](const QJsonValue& person) {
        const QString name = person.toObject().value(QLatin1String("name")).toString();
        return name == QLatin1String("Rhian Bevan") ? QStringList{QStringLiteral("family"), QStringLiteral("household")}
                                                    : QStringList{QStringLiteral("staff"), QStringLiteral("alleged")};
    };
    context.recorded = [](const QString& form) { return form == QLatin1String("referral"); };
    context.phrases = [&](const QString& list) { return list == QLatin1String("promise") ? &promise : nullptr; };

    const auto condition = parsed(QString::fromUtf8(QTest::currentDataTag()));

    QVERIFY2(condition, condition ? "" : qPrintable(condition.error().detail));
    QCOMPARE(condition->holds(context), holds);
}

void TestCondition::aPhraseIsFoundAtTheBeginningOfAWord_data() {
    QTest::addColumn<bool>("found");
    QTest::newRow("it will be deleted") << true;
    QTest::newRow("DELETE it") << true;
    QTest::newRow("(delete)") << true;
    QTest::newRow("undeleted things") << false;
    QTest::newRow("gone  for\never") << true;
    QTest::newRow("gone for now") << false;
    QTest::newRow("they won\u2019t see it") << true;
    QTest::newRow("") << false;
}

void TestCondition::aPhraseIsFoundAtTheBeginningOfAWord() {
    QFETCH(bool, found);
    const QStringList phrases{QStringLiteral("delete"), QStringLiteral("Gone for ever"), QStringLiteral("won't see")};
    const Facts facts;
    ConditionContext context{facts};
    context.fields = {{QStringLiteral("what"), QString::fromUtf8(QTest::currentDataTag())}};
    context.phrases = [&](const QString&) { return &phrases; };

    QCOMPARE(parsed(QStringLiteral(R"({"field":"what","phrases":"promise"})"))->holds(context), found);
}

void TestCondition::withoutAnybodyToAskNothingHolds() {
    const Facts facts;
    ConditionContext context{facts};
    context.fields = {{QStringLiteral("p"), QJsonObject{{QStringLiteral("name"), QStringLiteral("Rhian Bevan")}}}};

    QVERIFY(!parsed(QStringLiteral(R"({"field":"p","personIs":["family"]})"))->holds(context));
    QVERIFY(!parsed(QStringLiteral(R"({"field":"p","phrases":"list"})"))->holds(context));
    QVERIFY(!parsed(QStringLiteral(R"({"recorded":"referral"})"))->holds(context));
}

void TestCondition::whatIsNoConditionIsRefused_data() {
    QTest::addColumn<QString>("named");
    const auto row = [](const char* json, const char* named) { QTest::newRow(json) << QString::fromLatin1(named); };
    row(R"({"fakt":"threat","is":"yes"})", "unknown condition \"fakt\"");
    row(R"({"fact":"threat"})", "its name and one test");
    row(R"({"fact":"","is":"yes"})", "its name and one test");
    row(R"({"fact":7,"is":"yes"})", "its name and one test");
    row(R"({"fact":"threat","is":"yes","known":true})", "its name and one test");
    row(R"({"fact":"threat","field":"x"})", "one test");
    row(R"({"fact":"threat","equals":"yes"})", "unknown test \"equals\"");
    row(R"({"fact":"threat","is":true})", "wants text");
    row(R"({"fact":"threat","is":["yes"]})", "wants text");
    row(R"({"fact":"threat","in":"yes"})", "wants text");
    row(R"({"fact":"threat","in":[]})", "wants text");
    row(R"({"fact":"threat","in":["yes",1]})", "wants text");
    row(R"({"fact":"threat","known":"yes"})", "true or false");
    row(R"({"fact":"age","below":"13"})", "whole number");
    row(R"({"fact":"age","below":12.5})", "whole number");
    row(R"({"fact":"threat","personIs":["family"]})", "unknown test");
    row(R"({"fact":"threat","phrases":"list"})", "unknown test");
    row(R"({"field":"age","below":13})", "unknown test");
    row(R"({"all":[]})", "list of conditions");
    row(R"({"all":{"fact":"threat","is":"yes"}})", "list of conditions");
    row(R"({"all":[{"fact":"threat","is":"yes"}],"any":[]})", "stands alone");
    row(R"({"all":["threat"]})", "a condition is an object");
    row(R"({"not":[]})", "a condition is an object");
    row(R"({"not":{"fact":"x","is":7}})", "wants text");
    row(R"({"recorded":""})", "id of a form");
}

void TestCondition::whatIsNoConditionIsRefused() {
    QFETCH(QString, named);

    const auto condition = parsed(QString::fromUtf8(QTest::currentDataTag()));

    QVERIFY(!condition);
    QCOMPARE(condition.error().code, ErrorCode::ResourceBroken);
    QVERIFY2(condition.error().detail.startsWith(QStringLiteral("here: ")), qPrintable(condition.error().detail));
    QVERIFY2(condition.error().detail.contains(named), qPrintable(condition.error().detail));
}

void TestCondition::absentAndEmptyAlwaysHold() {
    const Facts facts;

    QVERIFY(Condition().isAlways() && Condition().holds({facts}));
    QVERIFY(parsed(QStringLiteral("{}"))->isAlways());
    QVERIFY(Condition::parse(QJsonValue(QJsonValue::Undefined), QString())->isAlways());
    QVERIFY(!Condition::parse(QJsonValue(), QStringLiteral("here"))); // null is a mistake
}

void TestCondition::everyNameThatIsAskedForIsListed() {
    const auto condition =
        parsed(QStringLiteral(R"({"all":[{"fact":"a","is":"yes"},{"not":{"any":[{"field":"b","phrases":"list"},
        {"fact":"a","is":"no"},{"recorded":"c"},{"fact":"d","known":true}]}}]})"));

    QCOMPARE(condition->factNames(), QStringList({QStringLiteral("a"), QStringLiteral("d")}));
    QCOMPARE(condition->fieldNames(), QStringList(QStringLiteral("b")));
    QCOMPARE(condition->formNames(), QStringList(QStringLiteral("c")));
    QCOMPARE(condition->phraseLists(), QStringList(QStringLiteral("list")));
}

QTEST_GUILESS_MAIN(TestCondition)
#include "test_condition.moc"

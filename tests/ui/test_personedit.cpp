#include "ui/widgets/personedit.h"
#include "ui/widgets/plainlineedit.h"
#include <QTest>

namespace {

const std::vector<ui::PersonChoice> people{
    {QStringLiteral("Dan Okoro"), QStringLiteral("p1"), QStringLiteral("form tutor")},
    {QStringLiteral("Sam Begum"), QStringLiteral("p2"), QStringLiteral("mother")},
    {QStringLiteral("Sam Begum"), QStringLiteral("p3"), QStringLiteral("uncle")}};
const QString name = QStringLiteral("name");
const QString ref = QStringLiteral("ref");

} // namespace

class TestPersonEdit : public QObject {
    Q_OBJECT
private slots:
    void somebodyKnownIsMeantByTheirName() {
        ui::PersonEdit edit(people);

        edit.field()->setText(QStringLiteral("dan okoro"));

        QCOMPARE(edit.value().value(ref).toString(), QStringLiteral("p1"));
    }
    void ofTwoOfTheSameNameNeitherIsGuessed() {
        ui::PersonEdit edit(people);

        edit.field()->setText(QStringLiteral("Sam Begum"));

        QVERIFY(!edit.value().contains(ref));
    }
    void theOneChosenStaysMeant() {
        ui::PersonEdit edit(people);

        edit.setValue({{name, QStringLiteral("Sam Begum")}, {ref, QStringLiteral("p3")}});

        QCOMPARE(edit.value().value(ref).toString(), QStringLiteral("p3"));
    }
    void changingTheNameLetsGoOfThePerson() {
        ui::PersonEdit edit(people);
        edit.setValue({{name, QStringLiteral("Sam Begum")}, {ref, QStringLiteral("p3")}});

        edit.field()->setText(QStringLiteral("Sam Begum-Hughes"));

        QCOMPARE(edit.value(), (QJsonObject{{name, QStringLiteral("Sam Begum-Hughes")}}));
    }
    void anybodyElseMayBeTyped() {
        ui::PersonEdit edit(people);

        edit.field()->setText(QStringLiteral(" P. Lindqvist "));

        QCOMPARE(edit.value(), (QJsonObject{{name, QStringLiteral("P. Lindqvist")}}));
    }
    void emptyLinesAreNobody() {
        ui::PeopleEdit edit(people);
        edit.setValue({QJsonObject{{name, QStringLiteral("Dan Okoro")}, {ref, QStringLiteral("p1")}}, QJsonObject{}});

        QCOMPARE(edit.value().size(), 1);
    }
};

QTEST_MAIN(TestPersonEdit)
#include "test_personedit.moc"

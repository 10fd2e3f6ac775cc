#include "ui/widgets/namelist.h"
#include "ui/widgets/personedit.h"
#include "ui/widgets/plainlineedit.h"
#include <QApplication>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>
#include <QVBoxLayout>
#include <QWindow>

namespace {

const std::vector<ui::PersonChoice> people{
    {QStringLiteral("Dan Okoro"), QStringLiteral("p1"), QStringLiteral("form tutor")},
    {QStringLiteral("Sam Begum"), QStringLiteral("p2"), QStringLiteral("mother")},
    {QStringLiteral("Sam Begum"), QStringLiteral("p3"), QStringLiteral("uncle")}};
const QString name = QStringLiteral("name");
const QString ref = QStringLiteral("ref");

// A field and the button below it, in a window.
class Form : public QWidget {
public:
    Form() : edit(people), record(QStringLiteral("Record")) {
        auto* down = new QVBoxLayout(this);
        down->addWidget(&edit);
        down->addStretch();
        down->addWidget(&record);
        connect(&record, &QAbstractButton::clicked, this, [this] { ++recorded; });
        resize(400, 300);
        show();
        if (!QTest::qWaitForWindowActive(this))
            qFatal("no window");
        edit.field()->setFocus();
    }
    ui::NameList* names() const { return findChild<ui::NameList*>(); }
    ui::PersonEdit edit;
    QPushButton record;
    int recorded = 0, escapes = 0;

protected:
    void keyPressEvent(QKeyEvent* event) override { escapes += event->key() == Qt::Key_Escape; }
};

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
    void theNamesThatFitAreChosenFromTheKeyboard() {
        Form form;
        QTest::keyClicks(form.edit.field(), QStringLiteral("sam"));
        auto* names = form.names();
        QVERIFY(names && names->isVisible());
        QCOMPARE(names->count(), 2);
        QVERIFY(form.edit.field()->hasFocus());

        QTest::keyClick(form.edit.field(), Qt::Key_Down);
        QTest::keyClick(form.edit.field(), Qt::Key_Down);
        QTest::keyClick(form.edit.field(), Qt::Key_Return);

        QVERIFY(!names->isVisible());
        QCOMPARE(form.edit.value().value(ref).toString(), QStringLiteral("p3"));
    }
    void escapeClosesTheNamesAndLeavesWhatIsTyped() {
        Form form;
        QTest::keyClicks(form.edit.field(), QStringLiteral("sam"));

        QTest::keyClick(form.edit.field(), Qt::Key_Escape);

        QVERIFY(!form.names()->isVisible());
        QCOMPARE(form.edit.field()->text(), QStringLiteral("sam"));
        QCOMPARE(form.escapes, 0); // it closed something
        QTest::keyClick(form.edit.field(), Qt::Key_Escape);
        QCOMPARE(form.escapes, 1);
    }
    void aClickBesideTheNamesClosesThemAndIsThatClick() {
        Form form;
        QTest::keyClicks(form.edit.field(), QStringLiteral("sam"));
        QVERIFY(form.names()->isVisible());
        QVERIFY(!QApplication::activePopupWidget()); // such a one would take the click

        const QPoint there = form.record.mapTo(&form, form.record.rect().center());
        QTest::mouseClick(form.windowHandle(), Qt::LeftButton, {}, there);

        QCOMPARE(form.recorded, 1);
        QVERIFY(!form.names()->isVisible());
    }
    // At the foot of what scrolls it opens upwards: the bar below belongs to Record.
    void theNamesNeverCoverTheBar() {
        QWidget window;
        auto* down = new QVBoxLayout(&window);
        auto* area = new QScrollArea;
        auto* sheet = new QWidget;
        auto* content = new QVBoxLayout(sheet);
        ui::PersonEdit edit(people);
        content->addStretch();
        content->addWidget(&edit);
        area->setWidgetResizable(true);
        area->setWidget(sheet);
        QPushButton record(QStringLiteral("Record"));
        down->addWidget(area);
        down->addWidget(&record);
        window.resize(400, 300);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        edit.field()->setFocus();

        QTest::keyClicks(edit.field(), QStringLiteral("sam"));

        const auto* names = window.findChild<ui::NameList*>();
        QVERIFY(names->isVisible());
        QVERIFY(!names->geometry().intersects(record.geometry()));
        QVERIFY(names->geometry().bottom() < edit.field()->mapTo(&window, QPoint()).y());
    }
    void aNameIsChosenByTheMouse() {
        Form form;
        QTest::keyClicks(form.edit.field(), QStringLiteral("sam"));
        auto* names = form.names();

        const QPoint second = names->visualItemRect(names->item(1)).center();
        QTest::mouseClick(form.windowHandle(), Qt::LeftButton, {}, names->viewport()->mapTo(&form, second));

        QCOMPARE(form.edit.value().value(ref).toString(), QStringLiteral("p3"));
        QVERIFY(form.edit.field()->hasFocus());
    }
    void theNamesGoWithTheirField() { // when the window is covered
        Form form;
        QTest::keyClicks(form.edit.field(), QStringLiteral("sam"));
        QVERIFY(form.names()->isVisible());

        form.edit.hide();

        QVERIFY(!form.names()->isVisible());
    }
    void aNameThatIsWholeHasNothingToOffer() {
        Form form;

        QTest::keyClicks(form.edit.field(), QStringLiteral("Dan Okoro"));

        QVERIFY(!form.names()->isVisible());
    }
    void emptyLinesAreNobody() {
        ui::PeopleEdit edit(people);
        edit.setValue({QJsonObject{{name, QStringLiteral("Dan Okoro")}, {ref, QStringLiteral("p1")}}, QJsonObject{}});

        QCOMPARE(edit.value().size(), 1);
    }
};

QTEST_MAIN(TestPersonEdit)
#include "test_personedit.moc"

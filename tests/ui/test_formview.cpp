#include "core/base/workingdays.h"
#include "ui/style/theme.h"
#include "ui/widgets/choicegroup.h"
#include "ui/widgets/formview.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/page.h"
#include "ui/widgets/plainlineedit.h"
#include "ui/widgets/plaintextedit.h"
#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

using core::guide::Condition;
using core::guide::Field;
using core::guide::FieldType;
using core::guide::Form;

namespace {

Field field(const char* id, FieldType type, const char* label, bool required = false) {
    Field made;
    made.id = QString::fromLatin1(id);
    made.type = type;
    made.label = QString::fromUtf8(label);
    made.required = required;
    return made;
}

Condition shownWhen(const char* json) {
    return *Condition::parse(QJsonDocument::fromJson(json).object(), QStringLiteral("test"));
}

// Every kind of field once.
Form talkForm() {
    Form form;
    form.id = QStringLiteral("talk");
    form.title = QStringLiteral("What {child} said");
    form.intro = QStringLiteral("As soon as you can.");
    form.fields = {field("route", FieldType::Choice, "How did this come to light?", true),
                   field("threat", FieldType::YesNo, "Is there a threat?"),
                   field("who", FieldType::Person, "Who threatens?"),
                   field("present", FieldType::People, "Who was there?"),
                   field("place", FieldType::Text, "Where?"),
                   field("notes", FieldType::LongText, "What happened?"),
                   field("next", FieldType::When, "When will you look again?"),
                   field("media", FieldType::Choices, "What kind?"),
                   field("authority", FieldType::Authority, "Which authority?"),
                   field("referral", FieldType::Entry, "About which referral?"),
                   field("length", FieldType::Duration, "How long?"),
                   field("exchanges", FieldType::Rows, "What was said")};
    form.fields[0].options = {
        {QStringLiteral("child-told"), QStringLiteral("The child told me"), {}},
        {QStringLiteral("police"), QStringLiteral("The police told us"), QStringLiteral("By letter or phone.")}};
    form.fields[2].shownWhen = shownWhen(R"({"field":"threat","is":"yes"})");
    form.fields[6].future = true;
    form.fields[7].options = {{QStringLiteral("photo"), QStringLiteral("Photograph"), {}},
                              {QStringLiteral("video"), QStringLiteral("Video"), {}},
                              {QStringLiteral("none"), QStringLiteral("Nothing"), {}, true}};
    form.fields[9].entryForm = QStringLiteral("referral");
    form.fields[11].rows = {field("asked", FieldType::Verbatim, "You asked, or said"),
                            field("said", FieldType::Verbatim, "{child} said")};
    return form;
}

ui::FormNeeds needs() {
    ui::FormNeeds needs;
    needs.child = QStringLiteral("Jordan");
    needs.people = {{QStringLiteral("Dan Okoro"), QStringLiteral("p1"), QStringLiteral("form tutor")}};
    needs.authorities = {{QStringLiteral("la1"), QStringLiteral("Harbourside")}};
    needs.entries = [](const QString& role) {
        return role == QLatin1String("referral")
                   ? std::vector<QPair<QString, QString>>{{QStringLiteral("e1"), QStringLiteral("Wed 18 Nov")}}
                   : std::vector<QPair<QString, QString>>{};
    };
    return needs;
}

QAbstractButton* button(const QWidget& in, const QString& words) {
    for (auto* found : in.findChildren<QAbstractButton*>()) {
        if (found->text() == words || found->accessibleName() == words)
            return found;
    }
    return nullptr;
}

bool saysInANotice(const QWidget& in, const QString& words) {
    const auto notices = in.findChildren<ui::Notice*>();
    return std::any_of(notices.begin(), notices.end(),
                       [&](const ui::Notice* one) { return one->isVisible() && one->text().contains(words); });
}

template <class T>
T* named(const QWidget& in, const QString& name) {
    for (T* found : in.findChildren<T*>()) {
        if (found->accessibleName() == name)
            return found;
    }
    return nullptr;
}

const QJsonObject everything = QJsonDocument::fromJson(R"({
    "route":"police","threat":"yes","who":{"name":"T. R."},"present":[{"name":"Dan Okoro","ref":"p1"},{"name":"Ruth Adeyemi"}],
    "place":"Room 4","notes":"Line one\nline two","next":"2030-01-05","media":["photo","video"],"authority":"la1","referral":"e1",
    "length":"20 minutes","exchanges":[{"asked":"What happened?","said":"nothing"},{"said":"can i go now"}]})")
                                   .object();

} // namespace

class TestFormView : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { ui::applyTheme(*qApp, ui::Look::Light); }

    void everyKindOfAnswerComesBackAsItWasPutIn() {
        ui::FormView view(m_form, needs());

        view.setFields(everything, *core::Occurred::parse(u"2026-11-18T16:45+00:00"));

        QCOMPARE(view.fields(), everything);
        QCOMPARE(view.occurred().text(), QStringLiteral("2026-11-18T16:45+00:00"));
    }
    void aDraftComesBackAsItStood() {
        ui::FormView first(m_form, needs());
        named<ui::PlainLineEdit>(first, QStringLiteral("When was this?"))
            ->setText(QStringLiteral("some time in spring"));
        named<ui::PlainTextEdit>(first, QStringLiteral("Jordan said"))
            ->setWords(QStringLiteral("he said if i didnt do another one"));
        named<ui::PlainLineEdit>(first, QStringLiteral("Where?"))->setText(QStringLiteral("Room 4"));

        ui::FormView second(m_form, needs());
        second.restore(first.draft());

        QCOMPARE(second.draft(), first.draft());
        QCOMPARE(named<ui::PlainLineEdit>(second, QStringLiteral("When was this?"))->text(),
                 QStringLiteral("some time in spring"));
        QCOMPARE(named<ui::PlainTextEdit>(second, QStringLiteral("Jordan said"))->words(),
                 QStringLiteral("he said if i didnt do another one"));
    }
    void restoringIsNotAChange() {
        ui::FormView view(m_form, needs());
        QSignalSpy changed(&view, &ui::FormView::changed);

        view.setFields(everything);
        QCOMPARE(changed.size(), 0);

        named<ui::PlainLineEdit>(view, QStringLiteral("Where?"))->setText(QStringLiteral("Room 5"));
        QCOMPARE(changed.size(), 1);
    }
    void aFieldAppearsWithItsAnswerAndAHiddenAnswerIsSaid() {
        ui::FormView view(m_form, needs());
        auto* who = named<ui::PlainLineEdit>(view, QStringLiteral("Who threatens?"));
        QVERIFY(!who->isVisibleTo(&view));

        button(view, QStringLiteral("Is there a threat?: Yes"))->click();
        QVERIFY(who->isVisibleTo(&view));
        who->setText(QStringLiteral("T. R."));
        button(view, QStringLiteral("Is there a threat?: No"))->click();

        QVERIFY(!who->isVisibleTo(&view));
        QCOMPARE(view.dropped(), QStringList{QStringLiteral("Who threatens?")});
        QVERIFY(!view.fields().contains(QStringLiteral("who")));
        QVERIFY(view.draft().value(QStringLiteral("fields")).toObject().contains(QStringLiteral("who")));
    }
    void anEmptyRequiredFieldIsSaidOnTopAndAtTheField() {
        ui::FormView view(m_form, needs());
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));

        QVERIFY(!view.check());

        auto* link = qobject_cast<QPushButton*>(QApplication::focusWidget());
        QVERIFY(link);
        link->click();
        QCOMPARE(QApplication::focusWidget(),
                 button(view, QStringLiteral("How did this come to light?: The child told me")));
        QVERIFY(!button(view, QStringLiteral("How did this come to light?: The child told me"))
                     ->accessibleDescription()
                     .isEmpty());
    }
    void aProblemOnTopLeadsToItsQuestionWithItsWords() {
        Form form = m_form;
        form.fields[5].required = true; // notes
        ui::Page page;
        auto* view = new ui::FormView(form, needs());
        page.content()->addWidget(view);
        page.resize(700, 360);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        button(*view, QStringLiteral("How did this come to light?: The child told me"))->click();
        QVERIFY(!view->check());
        auto* link = qobject_cast<QPushButton*>(QApplication::focusWidget());
        QVERIFY(link);
        page.area()->verticalScrollBar()->setValue(0);

        link->click();

        auto* notes = named<ui::PlainTextEdit>(*view, QStringLiteral("What happened?"));
        const auto labels = view->findChildren<QLabel*>();
        const auto label = std::find_if(labels.begin(), labels.end(), [](const QLabel* one) {
            return one->text() == QStringLiteral("What happened?");
        });
        QCOMPARE(QApplication::focusWidget(), notes);
        for (const QWidget* widget : {static_cast<const QWidget*>(*label), static_cast<const QWidget*>(notes)}) {
            const int top = widget->mapTo(page.area()->viewport(), QPoint()).y();
            QVERIFY2(top >= 0 && top + widget->height() <= page.area()->viewport()->height(),
                     qPrintable(QString::number(top)));
        }
    }
    void aClickBesideTheWordsAnswersNothing() {
        ui::FormView view(m_form, needs());
        view.resize(900, 700);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QWidget* yes = button(view, QStringLiteral("Is there a threat?: Yes"));
        QVERIFY(yes);
        yes->resize(600, yes->height());
        const auto clickAt = [&](int x) {
            QTest::mouseClick(yes, Qt::LeftButton, {}, QPoint(x, yes->height() / 2));
            return view.fields().value(QLatin1String("threat")).toString();
        };

        QCOMPARE(clickAt(560), QString());
        QCOMPARE(clickAt(40), QStringLiteral("yes"));
    }
    void anAnswerThatStandsAloneTakesTheOthersOut() {
        ui::FormView view(m_form, needs());
        QSignalSpy changed(&view, &ui::FormView::changed);
        const auto tick = [&](const char* name) {
            button(view, QStringLiteral("What kind?: %1").arg(QLatin1String(name)))->click();
            return view.fields().value(QLatin1String("media")).toVariant().toStringList().join(QLatin1Char(' '));
        };
        tick("Photograph");

        QCOMPARE(tick("Video"), QStringLiteral("photo video"));
        QCOMPARE(tick("Nothing"), QStringLiteral("none"));
        QCOMPARE(changed.size(), 3);
        QCOMPARE(tick("Photograph"), QStringLiteral("photo"));
    }
    void puttingItRightClearsTheProblem() {
        ui::FormView view(m_form, needs());
        QVERIFY(!view.check());

        button(view, QStringLiteral("How did this come to light?: The child told me"))->click();

        QVERIFY(view.check());
    }
    // The next click must not land somewhere else.
    void nothingMovesWhileAProblemIsPutRight() {
        ui::FormView view(m_form, needs());
        view.resize(700, 1600);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QVERIFY(!view.check());
        QTest::qWait(20);
        auto* place = named<ui::PlainLineEdit>(view, QStringLiteral("Where?"));
        const int before = place->mapTo(&view, QPoint()).y();

        button(view, QStringLiteral("How did this come to light?: The child told me"))->click();
        QTest::qWait(20);

        QVERIFY(!says(view, QStringLiteral("One thing to put right, then press Record")));
        QCOMPARE(place->mapTo(&view, QPoint()).y(), before);
        QVERIFY(view.check()); // judged again: what is no longer said gives its room up
        QTest::qWait(20);
        QVERIFY(place->mapTo(&view, QPoint()).y() < before);
    }
    void aPasteThatIsRefusedIsSaidAsPlainlyAsAProblem() {
        ui::FormView view(m_form, needs());
        view.show();
        auto* text = named<ui::PlainTextEdit>(view, QStringLiteral("What happened?"));

        emit text->pasteSaid(QStringLiteral("These letters are a file in disguise."), true);
        QVERIFY(saysInANotice(view, QStringLiteral("These letters are a file in disguise.")));

        emit text->pasteSaid(QStringLiteral("Only the words were pasted."), false);
        QVERIFY(!saysInANotice(view, QString()));
        QVERIFY(says(view, QStringLiteral("Only the words were pasted.")));
    }
    void aDateThatCannotBeKeepsItFromBeingRecorded() {
        ui::FormView view(m_form, needs());
        button(view, QStringLiteral("How did this come to light?: The child told me"))->click();

        named<ui::PlainLineEdit>(view, QStringLiteral("When was this?"))->setText(QStringLiteral("29/2/2023"));

        QVERIFY(!view.check());
        QCOMPARE(named<ui::PlainLineEdit>(view, QStringLiteral("When was this?"))->text(), QStringLiteral("29/2/2023"));
    }
    void theNextThingThatWasSaidGetsARowOfItsOwn() {
        ui::FormView view(m_form, needs());

        button(view, QStringLiteral("+ Add the next thing that was said"))->click();

        int rows = 0;
        for (auto* text : view.findChildren<ui::PlainTextEdit*>())
            rows += text->accessibleName() == QLatin1String("Jordan said");
        QCOMPARE(rows, 2);
    }
    void aRadioAnswerCanBeTakenBack() {
        ui::FormView view(m_form, needs());
        auto* told = button(view, QStringLiteral("How did this come to light?: The child told me"));
        told->click();
        QVERIFY(view.fields().contains(QStringLiteral("route")));

        QTest::keyClick(told, Qt::Key_Delete);

        QVERIFY(!view.fields().contains(QStringLiteral("route")));
    }
    void anAuthorityIsProposedUntilSomebodyChooses() {
        ui::FormNeeds office = needs();
        office.authorities.push_back({QStringLiteral("la2"), QStringLiteral("Estuary")});
        office.proposed = authorityByPlace;
        ui::FormView view(m_form, office);
        const auto authority = [&] { return view.fields().value(QLatin1String("authority")).toString(); };
        ui::PlainLineEdit* place = nullptr;
        for (auto* line : view.findChildren<ui::PlainLineEdit*>())
            place = line->accessibleName() == QLatin1String("Where?") ? line : place;
        QVERIFY(place);

        place->setText(QStringLiteral("harbour"));
        QCOMPARE(authority(), QStringLiteral("la1"));
        place->setText(QStringLiteral("quay"));
        QCOMPARE(authority(), QStringLiteral("la2"));
        for (auto* box : view.findChildren<QComboBox*>())
            if (box->findData(QStringLiteral("la1")) >= 0)
                box->setCurrentIndex(box->findData(QStringLiteral("la1")));
        QCOMPARE(authority(), QStringLiteral("la1"));
        place->setText(QStringLiteral("quay again")); // proposes la1; then quay, la2
        place->setText(QStringLiteral("quay"));

        QCOMPARE(authority(), QStringLiteral("la1"));
    }
    void anAuthorityThatWasChosenStaysThoughItIsTheOneProposed() {
        ui::FormNeeds office = needs();
        office.authorities.push_back({QStringLiteral("la2"), QStringLiteral("Estuary")});
        office.proposed = authorityByPlace;
        ui::FormView view(m_form, office);
        const auto authority = [&] { return view.fields().value(QLatin1String("authority")).toString(); };
        auto* place = named<ui::PlainLineEdit>(view, QStringLiteral("Where?"));
        auto* box = named<QComboBox>(view, QStringLiteral("Which authority?"));
        place->setText(QStringLiteral("harbour"));
        QCOMPARE(authority(), QStringLiteral("la1"));
        QVERIFY(says(view, QStringLiteral("By the place.")));

        emit box->activated(box->currentIndex()); // by hand, the one that stands there
        QVERIFY(!says(view, QStringLiteral("By the place.")));
        place->setText(QStringLiteral("quay"));

        QCOMPARE(authority(), QStringLiteral("la1"));
    }
    void aDayThatIsProposedIsAWorkingDay() {
        for (int days = 1; days <= 14; ++days) {
            Form form = m_form;
            form.fields[6].suggestDays = days;
            const ui::FormView view(form, needs());

            const QDate day = QDate::fromString(view.fields().value(QLatin1String("next")).toString(), Qt::ISODate);

            QVERIFY2(core::isWorkingDay(day), qPrintable(day.toString()));
            QVERIFY(day >= QDate::currentDate().addDays(days));
        }
    }
    void whatWasOnlyProposedIsNotAnAnswer() {
        Form form = m_form;
        form.fields[6].suggestDays = 14; // next
        form.fields[9].required = true;  // the one referral there is
        ui::FormView view(form, needs());
        const QString day = core::workingDayFrom(QDate::currentDate().addDays(14)).toString(Qt::ISODate);
        auto* place = named<ui::PlainLineEdit>(view, QStringLiteral("Where?"));

        QCOMPARE(view.fields().value(QLatin1String("next")).toString(), day);
        QCOMPARE(view.fields().value(QLatin1String("referral")).toString(), QStringLiteral("e1"));
        QVERIFY(view.isEmpty());
        place->setText(QStringLiteral("Room 4"));
        QVERIFY(!view.isEmpty());
        place->clear();
        QVERIFY(view.isEmpty());

        named<ui::PlainLineEdit>(view, QStringLiteral("When will you look again?"))
            ->setText(QStringLiteral("in 3 days"));
        QVERIFY(!view.isEmpty());
    }
    // Taller than its most lines it says so with a bar, and shows whole lines.
    void aLongTextScrollsWithABarAndShowsWholeLines() {
        ui::PlainTextEdit text;
        text.setLines(3, 6);
        text.resize(400, text.sizeHint().height());
        text.show();
        QVERIFY(QTest::qWaitForWindowExposed(&text));
        const auto fitted = [&] { text.resize(400, text.sizeHint().height()); };

        text.setWords(QStringLiteral("one\ntwo\nthree\nfour\nfive\nsix"));
        fitted();
        QCOMPARE(text.verticalScrollBar()->maximum(), 0);
        QVERIFY(!text.verticalScrollBar()->isVisible());

        text.setWords(QStringLiteral("one\ntwo\nthree\nfour\nfive\nsix\nseven\neight"));
        fitted();
        QTRY_VERIFY(text.verticalScrollBar()->isVisible());
        QCOMPARE(text.verticalScrollBar()->maximum(), 2); // lines that are out of sight
        const int line = int(std::lround(text.cursorRect().height()));
        QVERIFY2(text.viewport()->height() % line <= 2,
                 qPrintable(QStringLiteral("%1 in %2").arg(line).arg(text.viewport()->height())));
    }
    void theWheelNeverChangesAnAnswer() {
        ui::FormView view(m_form, needs());
        view.setFields({{QStringLiteral("authority"), QStringLiteral("la1")}});
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        auto* list = named<QComboBox>(view, QStringLiteral("Which authority?"));

        for (const int turned : {120, -120}) {
            QWheelEvent wheel(QPointF(5, 5), list->mapToGlobal(QPointF(5, 5)), {}, {0, turned}, Qt::NoButton,
                              Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(list, &wheel);
            QCOMPARE(list->currentData().toString(), QStringLiteral("la1"));
        }

        for (const QWidget* control : view.findChildren<QWidget*>())
            if (control->inherits("QComboBox") || control->inherits("QPlainTextEdit"))
                QVERIFY2((control->focusPolicy() & Qt::WheelFocus) != Qt::WheelFocus,
                         qPrintable(control->accessibleName()));
    }

    void aProposalThatIsHiddenIsNoAnswerThatIsDropped() {
        Form form = m_form;
        form.fields[6].suggestDays = 14;
        form.fields[6].shownWhen = shownWhen(R"({"field":"threat","is":"yes"})");
        ui::FormView view(form, needs());
        QVERIFY(!view.fields().contains(QStringLiteral("next")));

        button(view, QStringLiteral("Is there a threat?: Yes"))->click();
        QVERIFY(view.fields().contains(QStringLiteral("next")));
        button(view, QStringLiteral("Is there a threat?: No"))->click();

        QCOMPARE(view.dropped(), QStringList());
    }
    void aDraftKnowsWhatWasProposedAndWhatWasTakenOut() {
        ui::FormNeeds office = needs();
        office.authorities.push_back({QStringLiteral("la2"), QStringLiteral("Estuary")});
        office.proposed = authorityByPlace;
        Form form = m_form;
        form.fields[6].suggestDays = 14;
        ui::FormView first(form, office);
        named<ui::PlainLineEdit>(first, QStringLiteral("Where?"))->setText(QStringLiteral("harbour"));
        named<ui::PlainLineEdit>(first, QStringLiteral("When will you look again?"))->clear();

        ui::FormView second(form, office);
        second.restore(first.draft());

        QVERIFY(!second.fields().contains(QStringLiteral("next")));
        named<ui::PlainLineEdit>(second, QStringLiteral("Where?"))->setText(QStringLiteral("quay"));
        QCOMPARE(second.fields().value(QLatin1String("authority")).toString(), QStringLiteral("la2"));
    }
    void anAmendmentIsNotCompleted() {
        Form form = m_form;
        form.fields[6].suggestDays = 14;
        ui::FormView view(form, needs());

        view.proposeNothing();
        view.setFields({{QStringLiteral("place"), QStringLiteral("Room 4")}});

        QCOMPARE(view.fields(), (QJsonObject{{QStringLiteral("place"), QStringLiteral("Room 4")}}));
    }
    void aQuestionThatMustBeAnsweredSaysSo() {
        ui::FormView view(m_form, needs());

        QCOMPARE(said(view, QStringLiteral("Required")), 1); // one of them is
        const auto described = [&](const char* name) {
            return button(view, QString::fromUtf8(name))->accessibleDescription();
        };
        QVERIFY(described("How did this come to light?: The child told me").contains(QStringLiteral("Required")));
        QVERIFY(!described("Is there a threat?: Yes").contains(QStringLiteral("Required")));
    }
    void aProblemNamesTheQuestionAndTheButton() {
        Form form = m_form;
        form.fields[0].short_ = QStringLiteral("Came to light");
        form.fields[0].label = QStringLiteral("How did it come to light that {child} is harmed?");
        ui::FormView view(form, needs());
        view.setGoOn(QStringLiteral("Continue"));

        QVERIFY(!view.check());

        QVERIFY(says(view, QStringLiteral("One thing to put right, then press Continue")));
        const QString sentence =
            QStringLiteral("“How did it come to light that Jordan is harmed?” has no answer. Choose one.");
        QVERIFY(says(view, sentence));
        QVERIFY(button(view, sentence));
    }
    void aDateThatIsWrongNamesItsQuestionOnTop() {
        ui::FormView view(m_form, needs());
        button(view, QStringLiteral("How did this come to light?: The child told me"))->click();
        named<ui::PlainLineEdit>(view, QStringLiteral("When was this?"))->setText(QStringLiteral("1/1/2199"));

        QVERIFY(!view.check());

        QVERIFY(
            button(view, QStringLiteral("“When was this?”: This lies in the future. Check the date and the time.")));
        QVERIFY(says(view, QStringLiteral("This lies in the future. Check the date and the time."))); // at the field
    }
    void problemsStandInTheOrderOfTheQuestions() {
        Form form = m_form;
        form.occurredAfter = QStringLiteral("place");
        ui::FormView view(form, needs());
        named<ui::PlainLineEdit>(view, QStringLiteral("When was this?"))->setText(QStringLiteral("1/1/2199"));
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));

        QVERIFY(!view.check());

        auto* route = button(view, QStringLiteral("“How did this come to light?” has no answer. Choose one."));
        auto* when =
            button(view, QStringLiteral("“When was this?”: This lies in the future. Check the date and the time."));
        QVERIFY(route && when);
        QTRY_VERIFY(route->mapTo(&view, QPoint()).y() < when->mapTo(&view, QPoint()).y());
        QVERIFY(named<ui::PlainLineEdit>(view, QStringLiteral("Where?"))->mapTo(&view, QPoint()).y() <
                named<ui::PlainLineEdit>(view, QStringLiteral("When was this?"))->mapTo(&view, QPoint()).y());
    }
    void adviceStandsBelowItsAnswerWithTheNumbers() {
        Form form = m_form;
        form.advice = {{QStringLiteral("threat"),
                        shownWhen(R"({"field":"threat","is":"yes"})"),
                        QStringLiteral("Ring now"),
                        QStringLiteral("This page waits."),
                        {QStringLiteral("police")}}};
        ui::FormNeeds with = needs();
        with.numbers = [](const QString& whom) { return QStringList{whom + QStringLiteral(" 101")}; };
        ui::FormView view(form, with);
        QVERIFY(!says(view, QStringLiteral("Ring now")));

        button(view, QStringLiteral("Is there a threat?: Yes"))->click();
        QVERIFY(says(view, QStringLiteral("Ring now")));
        QVERIFY(says(view, QStringLiteral("This page waits.")));
        QVERIFY(says(view, QStringLiteral("police 101")));
        const auto looks = [&](bool urgent) {
            form.advice.front().urgent = urgent;
            ui::FormView other(form, with);
            button(other, QStringLiteral("Is there a threat?: Yes"))->click();
            other.resize(600, 500);
            return other.grab().toImage();
        };
        QVERIFY(looks(true) != looks(false)); // what comes before anything else looks so
        button(view, QStringLiteral("Is there a threat?: Not known"))->click();

        QVERIFY(!says(view, QStringLiteral("Ring now")));
    }
    void whatAnAnswerBringsIsScrolledIntoSight_data() {
        QTest::addColumn<bool>("withProblem");
        QTest::newRow("plainly") << false;
        QTest::newRow("where a problem goes with the answer") << true;
    }
    void whatAnAnswerBringsIsScrolledIntoSight() {
        QFETCH(bool, withProblem);
        Form form = m_form;
        form.fields[1].required = withProblem; // threat
        ui::Page page;
        auto* view = new ui::FormView(form, needs());
        page.content()->addWidget(view);
        page.resize(700, 360);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        if (withProblem)
            QVERIFY(!view->check());
        auto* yes = button(*view, QStringLiteral("Is there a threat?: Yes"));
        auto* who = named<ui::PlainLineEdit>(*view, QStringLiteral("Who threatens?"));
        const auto at = [&](const QWidget* widget) { return widget->mapTo(page.area()->viewport(), QPoint()).y(); };
        QScrollBar* bar = page.area()->verticalScrollBar();
        bar->setValue(bar->value() + at(yes) + yes->height() - page.area()->viewport()->height()); // at the lower edge

        yes->click();
        QTest::qWait(50); // nothing moves afterwards

        const int height = page.area()->viewport()->height();
        QVERIFY(who->isVisible());
        QVERIFY2(at(who) >= 0 && at(who) + who->height() <= height, qPrintable(QString::number(at(who))));
        QVERIFY2(at(yes) >= 0 && at(yes) + yes->height() <= height, qPrintable(QString::number(at(yes))));
        page.resize(700, 150); // less than both, and the answer is cut by the upper edge
        button(*view, QStringLiteral("Is there a threat?: No"))->click();
        QTest::qWait(50);
        yes->setFocus();
        bar->setValue(bar->value() + at(yes) + 6);
        yes->click();
        QTest::qWait(50);
        QVERIFY2(at(yes) >= 0, qPrintable(QString::number(at(yes))));
    }
    void aProblemGoesWithItsAnswerAndNotBefore() {
        Form form = m_form;
        form.fields[4].required = true; // place
        ui::FormView view(form, needs());
        auto* when = named<ui::PlainLineEdit>(view, QStringLiteral("When was this?"));
        auto* place = named<ui::PlainLineEdit>(view, QStringLiteral("Where?"));
        const QString noPlace = QStringLiteral("“Where?” is empty. Fill it in.");
        when->setText(QStringLiteral("29/2/2023"));
        QVERIFY(!view.check());
        QVERIFY(says(view, QStringLiteral("3 things to put right, then press Record")));

        button(view, QStringLiteral("How did this come to light?: The child told me"))->click();
        QVERIFY(says(view, QStringLiteral("2 things to put right, then press Record")));
        QVERIFY(!said(view, QStringLiteral("has no answer")));

        when->setText(QStringLiteral("30/2/2023")); // still none, and said as it is now
        QVERIFY(says(view, QStringLiteral("There is no 30 February in 2023. Check the date.")));
        QVERIFY(says(view, QStringLiteral("2 things to put right, then press Record")));
        when->setText(QStringLiteral("27/2/2023"));
        QVERIFY(says(view, QStringLiteral("One thing to put right, then press Record")));

        place->setText(QStringLiteral("  ")); // no answer yet
        QVERIFY(says(view, noPlace));
        QCOMPARE(place->accessibleDescription(), noPlace);
        place->setText(QStringLiteral("Room 4"));
        QVERIFY(!says(view, noPlace));
        QVERIFY(!said(view, QStringLiteral("put right")));
        QVERIFY(place->accessibleDescription() != noPlace);
    }
    // Only the record knows: it stands until the answer it is about has changed.
    void aProblemThatTheRecordFoundStandsUntilItsAnswerChanges() {
        ui::FormView view(m_form, needs());
        auto* place = named<ui::PlainLineEdit>(view, QStringLiteral("Where?"));
        place->setText(QStringLiteral("Room 4"));
        view.showProblems({{QStringLiteral("place"), core::guide::FieldProblem::Kind::WrongShape,
                            QStringLiteral("There is no such room.")}});

        named<ui::PlainTextEdit>(view, QStringLiteral("What happened?"))->setWords(QStringLiteral("He fell."));
        QVERIFY(says(view, QStringLiteral("There is no such room.")));
        place->setText(QStringLiteral("Room 5"));

        QVERIFY(!says(view, QStringLiteral("There is no such room.")));
    }
    void anAnswerThatIsSpecialIsOutOfSightUntilItIsAskedFor() {
        Form form;
        form.id = QStringLiteral("child");
        form.askOccurred = false;
        form.fields = {field("religion", FieldType::Text, "Religion or belief")};
        form.fields[0].sensitivity = QStringLiteral("special");
        ui::FormView view(form, needs());
        view.setFields({{QStringLiteral("religion"), QStringLiteral("Quaker")}});
        view.show();
        auto* line = named<ui::PlainLineEdit>(view, QStringLiteral("Religion or belief"));
        QVERIFY(line && !line->isVisible());
        QCOMPARE(view.fields().value(QStringLiteral("religion")).toString(), QStringLiteral("Quaker"));

        auto* show = button(view, QStringLiteral("Show: Religion or belief"));
        QVERIFY(show);
        show->click();
        QVERIFY(line->isVisible());
        button(view, QStringLiteral("Hide: Religion or belief"))->click();

        QVERIFY(!line->isVisible());
    }
    void everythingThatTakesTheFocusHasAName() {
        ui::FormView view(m_form, needs());
        view.setFields(everything);
        for (QWidget* widget : view.findChildren<QWidget*>()) {
            if (widget->window() != view.window()) // the list of a closed combo box
                continue;
            if (!(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy() ||
                widget->objectName().startsWith(QLatin1String("qt_")))
                continue;
            const auto* push = qobject_cast<QAbstractButton*>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (push && !push->text().isEmpty()),
                     widget->metaObject()->className());
        }
    }
    void itFitsANarrowWindowAtTwiceTheTextSize() {
        ui::applyTheme(*qApp, ui::Look::Light, 2.0);
        {
            ui::FormView view(m_form, needs());
            view.setFields(everything);
            view.check();
            QVERIFY2(view.minimumSizeHint().width() <= 600,
                     qPrintable(QString::number(view.minimumSizeHint().width())));
        }
        ui::applyTheme(*qApp, ui::Look::Light);
    }

private:
    // Of labels and links that are not hidden.
    static int said(const ui::FormView& view, const QString& part) {
        int count = 0;
        for (auto* label : view.findChildren<QLabel*>())
            count += label->isVisibleTo(&view) && label->text().contains(part);
        return count;
    }
    static bool says(const ui::FormView& view, const QString& words) {
        for (auto* label : view.findChildren<QLabel*>())
            if (label->isVisibleTo(&view) && label->text() == words)
                return true;
        return false;
    }
    static ui::Proposal authorityByPlace(const Field& asked, const QJsonObject& fields) {
        const QString place = fields.value(QLatin1String("place")).toString();
        if (asked.type != FieldType::Authority || place.isEmpty())
            return {};
        return {place == QLatin1String("quay") ? QStringLiteral("la2") : QStringLiteral("la1"),
                QStringLiteral("By the place.")};
    }
    const Form m_form = talkForm();
};

QTEST_MAIN(TestFormView)
#include "test_formview.moc"

#include "tests/ui/inwindow.h"
#include "tests/vault/madevault.h"
#include "ui/settings/officepage.h"
#include "ui/style/theme.h"
#include <QAbstractButton>
#include <QApplication>
#include <QSignalSpy>

using core::vault::Authority;
using core::vault::Office;

// The page in which a lead corrects the office's numbers, without a vault behind it.
class TestOfficePage : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { ui::applyTheme(*qApp, ui::Look::Light); }
    void init() {
        m_office = Office();
        m_office.name = QStringLiteral("Ysgol Brynteg");
        m_office.phone = QStringLiteral("01632 960111");
        Authority glanfor;
        glanfor.id = QStringLiteral("la1");
        glanfor.name = QStringLiteral("Glanfor");
        glanfor.nation = core::vault::Nation::Wales;
        glanfor.phone = QStringLiteral("01632 960140");
        glanfor.outOfHours = QStringLiteral("01632 960141");
        glanfor.email = QStringLiteral("duty@glanfor.example");
        glanfor.checked = QDate(2026, 9, 1);
        m_office.authorities = {glanfor};
        m_page = std::make_unique<ui::OfficePage>();
        m_page->show(m_office);
        m_page->resize(900, 900);
        m_page->QWidget::show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    void cleanup() { m_page.reset(); }

    void aNumberIsPutRightAndWhatItWasCheckedForIsNoLongerSaid() {
        QVERIFY(!m_page->isChanged());
        line(*m_page, "Glanfor: Telephone out of hours")->setText(QStringLiteral("01632 960 199"));

        const std::optional<Office> wanted = record();

        QVERIFY(wanted);
        Authority expected = m_office.authorities.front();
        expected.outOfHours = QStringLiteral("01632 960 199");
        expected.checked = {};
        QCOMPARE(wanted->authorities, std::vector<Authority>{expected}); // and nothing else of it
    }
    void thatItWasRungIsRecordedWithTheDay() {
        button("I rang every number here today, and it answered")->click();

        const std::optional<Office> wanted = record();

        QVERIFY(wanted);
        QCOMPARE(wanted->authorities.front().checked, QDate::currentDate());
        QCOMPARE(wanted->authorities.front().phone, QStringLiteral("01632 960140"));
    }
    void anotherNumberIsNotTheOneThatWasRung() {
        button("I rang every number here today, and it answered")->click();

        QTest::keyClicks(line(*m_page, "Glanfor: Telephone in office hours"), "9");

        QVERIFY(!button("I rang every number here today, and it answered")->isChecked());
    }
    void oneIsAddedUnderAnIdThatNeverStoodForAnother() {
        Authority gone;
        gone.id = QStringLiteral("la2");
        gone.name = QStringLiteral("Oldshire");
        m_office.former = {gone};
        m_page->show(m_office);
        button("+ &Add a local authority")->click();
        line(*m_page, "New authority: Local authority")->setText(QStringLiteral("Harbourside"));
        line(*m_page, "New authority: Telephone in office hours")->setText(QStringLiteral("01632 960101"));

        const std::optional<Office> wanted = record();

        QVERIFY(wanted);
        QCOMPARE(wanted->authorities.size(), 2U);
        QCOMPARE(wanted->authorities[1].name, QStringLiteral("Harbourside"));
        QCOMPARE(wanted->authorities[1].id, QStringLiteral("la3"));
    }
    void oneIsTakenOutAndCanBeKeptUntilItIsRecorded() {
        button("Take it out")->click();
        QVERIFY(says(*m_page, "Glanfor is taken out when you record."));
        button("Keep it")->click();
        QVERIFY(!m_page->isChanged());
        button("Take it out")->click();

        const std::optional<Office> wanted = record();

        QVERIFY(wanted);
        QVERIFY(wanted->authorities.empty());
    }
    void whatCannotBeRightIsSaidAtItsFieldAndStaysAsTyped_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("not a number") << "Glanfor: Telephone in office hours"
                                      << "ask Carys"
                                      << "“ask Carys” cannot be rung. Type the number in digits, or leave it empty.";
        QTest::newRow("the office's own") << "The office's own telephone"
                                          << "1"
                                          << "“1” cannot be rung. Type the number in digits, or leave it empty.";
        QTest::newRow("no name") << "Glanfor: Local authority"
                                 << ""
                                 << "Type the name of the local authority these numbers belong to, or take it out.";
    }
    void whatCannotBeRightIsSaidAtItsFieldAndStaysAsTyped() {
        QFETCH(QString, field);
        QFETCH(QString, typed);
        QFETCH(QString, sentence);
        line(*m_page, field)->setText(typed);

        QVERIFY(!record());

        QVERIFY(says(*m_page, sentence));
        QCOMPARE(line(*m_page, field)->text(), typed);
        QVERIFY(line(*m_page, field)->hasFocus());
    }
    void anExtensionAndACountryCodeCanBeRung_data() {
        QTest::addColumn<QString>("typed");
        for (const char* number : {"101", "+44 1632 960 140", "(01632) 960140", "01632 960140 ext 12", "01632-960140"})
            QTest::newRow(number) << QString::fromLatin1(number);
    }
    void anExtensionAndACountryCodeCanBeRung() {
        QFETCH(QString, typed);
        line(*m_page, "Glanfor: Telephone in office hours")->setText(typed);

        QVERIFY(record());
    }
    void leavingSaysWhatIsNotRecorded() {
        QSignalSpy left(m_page.get(), &ui::OfficePage::left);
        line(*m_page, "The office's own telephone")->setText(QStringLiteral("01632 960199"));

        button("Leave them as they were")->click();
        QCOMPARE(left.size(), 0);
        QVERIFY(says(*m_page, "What you changed is not recorded."));
        button("Leave without recording")->click();

        QCOMPARE(left.size(), 1);
    }
    void afterRecordingTheWayBackSaysDone() {
        QSignalSpy left(m_page.get(), &ui::OfficePage::left);
        line(*m_page, "The office's own telephone")->setText(QStringLiteral("01632 960199"));
        const auto wanted = record();
        QVERIFY(wanted);

        m_page->show(*wanted); // as the window does when it is recorded
        m_page->sayRecorded();
        button("Done")->click();
        QCOMPARE(left.size(), 1);

        QTest::keyClicks(line(*m_page, "The office's own telephone"), QStringLiteral("0"));
        button("Leave them as they were");
    }

private:
    static ui::PlainLineEdit* line(const QWidget& in, const char* name) {
        return tests::line(in, QString::fromUtf8(name));
    }
    static ui::PlainLineEdit* line(const QWidget& in, const QString& name) { return tests::line(in, name); }
    static bool says(const QWidget& in, const char* part) { return tests::says(in, QString::fromUtf8(part)); }
    static bool says(const QWidget& in, const QString& part) { return tests::says(in, part); }
    QAbstractButton* button(const char* words) {
        for (auto* one : m_page->findChildren<QAbstractButton*>())
            if (one->isVisible() && one->text() == QString::fromUtf8(words))
                return one;
        qFatal("no button %s", words);
    }
    std::optional<Office> record() {
        std::optional<Office> wanted;
        connect(m_page.get(), &ui::OfficePage::recordAsked, this, [&](const Office& office) { wanted = office; });
        button("&Record these numbers")->click();
        m_page->disconnect(this);
        return wanted;
    }
    Office m_office;
    std::unique_ptr<ui::OfficePage> m_page;
};

QTEST_MAIN(TestOfficePage)
#include "test_officepage.moc"

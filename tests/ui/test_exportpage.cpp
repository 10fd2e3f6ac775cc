#include "tests/report/tools.h"
#include "tests/ui/openedcase.h"
#include "ui/export/exportpage.h"
#include "ui/shell/casewindow.h"
#include "ui/style/theme.h"
#include <QApplication>
#include <QCheckBox>
#include <QCryptographicHash>
#include <QFileDialog>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTimer>

using namespace core;
using tests::OpenedCase;
using ui::shell::CaseWindow;

namespace {

const QString words = QStringLiteral("he sed dont tell 😟 Dw i ddim isio");
const QString seen = QStringLiteral("zerox_99");
constexpr auto passphrase = "velvet orchard nine lamps";

} // namespace

// The Export page of a real case window, as a person works it: the file chosen in the real dialog.
class TestExportPage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { ui::applyTheme(*qApp, ui::Look::Light); }

    void init() {
        m_case = std::make_unique<OpenedCase>();
        QVERIFY(m_case->isOk());
        QVERIFY(m_case->record("words/1", "2026-11-02T10:10+00:00",
                               {{"to", QJsonObject{{"name", "Rhian Maddox"}}},
                                {"exchanges", QJsonArray{QJsonObject{{"asked", "What is it?"}, {"said", words}}}}}));
        QVERIFY(m_case->record("seen/1", "2026-11-02",
                               {{"media", QJsonArray{"photo"}},
                                {"account", seen},
                                {"web_address", "https://files.example.com/u/marker-path-88.jpg"}}));
        m_dir = std::make_unique<QTemporaryDir>();
        m_window =
            std::make_unique<CaseWindow>(*m_case->file, m_case->guide, m_case->vault->office(), m_case->vault->self());
        m_window->resize(1280, 900);
        m_window->show();
        m_window->openPage(CaseWindow::Page::Export);
        m_page = m_window->findChild<ui::exporting::ExportPage*>();
        QVERIFY(m_page && m_page->isVisible());
    }
    void cleanup() { m_window.reset(); }

    void whatIsMissingLeadsToItsQuestion() {
        auto press = [this](const char* text) {
            for (auto* one : m_page->findChildren<QAbstractButton*>())
                if (one->isVisible() && one->text() == QString::fromUtf8(text))
                    return one->click();
            QFAIL(text);
        };

        press("&Save as PDF…");
        press("Go to the question");

        QVERIFY(m_window->focusWidget());
        QCOMPARE(m_window->focusWidget()->accessibleName(), QStringLiteral("Who is it for?"));
    }
    void whatIsChosenIsInTheFileAndInItsEntry_data() {
        QTest::addColumn<QString>("report");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("off");
        QTest::addColumn<QString>("offId");
        QTest::newRow("referral summary") << "referral"
                                          << "Referral summary"
                                          << "What was seen, and where"
                                          << "seen";
        QTest::newRow("chronology") << "chronology"
                                    << "Chronology"
                                    << "At a glance"
                                    << "overview";
    }
    void whatIsChosenIsInTheFileAndInItsEntry() {
        QFETCH(QString, report);
        QFETCH(QString, label);
        QFETCH(QString, off);
        QFETCH(QString, offId);
        choose(label);
        fillPurpose();
        tick(off, false);
        button("Preview")->click();
        QTRY_VERIFY(shows(words));
        line("Passphrase for the file")->setText(QString::fromUtf8(passphrase));

        saveTo(path("out.pdf"));

        const QByteArray bytes = tests::bytesOf(path("out.pdf"));
        QVERIFY(bytes.startsWith("%PDF-"));
        const QJsonObject fields = newestExport().fields;
        QCOMPARE(fields.value(QLatin1String("sha256")).toString().toLatin1(),
                 QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        QCOMPARE(fields.value(QLatin1String("report")).toString(), report);
        QCOMPARE(fields.value(QLatin1String("recipient")).toString(), QStringLiteral("Sioned Bevan"));
        QCOMPARE(fields.value(QLatin1String("organisation")).toString(), QStringLiteral("Cyngor Glanfor"));
        QCOMPARE(fields.value(QLatin1String("purpose")).toString(), QStringLiteral("To confirm the report in writing"));
        QCOMPARE(fields.value(QLatin1String("recipient_is")).toString(), QStringLiteral("other"));
        QCOMPARE(fields.value(QLatin1String("encrypted")).toString(), QStringLiteral("yes"));
        const QJsonArray sections = fields.value(QLatin1String("sections")).toArray();
        QVERIFY(!sections.isEmpty() && !sections.contains(offId));
        QVERIFY(sections.contains(QStringLiteral("need-to-know"))); // cannot be left out
        QVERIFY(tools::qpdfCheck(path("out.pdf"), QString::fromUtf8(passphrase)).ok());
        QVERIFY(!tools::qpdfCheck(path("out.pdf")).ok());
        QVERIFY(!tools::qpdfCheck(path("out.pdf"), QStringLiteral("velvet orchard nine lamp")).ok());
        qInfo("control: without the passphrase, and with another, it does not open");
        const auto all = tools::everything(path("out.pdf"), QString::fromUtf8(passphrase));
        QVERIFY(all && all->contains(words));
        QVERIFY(!bytes.contains("Sioned"));
    }

    void aSectionLeftOutIsInNoByteOfTheFile() {
        choose("Referral summary");
        fillPurpose();

        saveTo(path("whole.pdf"));

        const auto whole = tools::everything(path("whole.pdf"));
        QVERIFY(whole && whole->contains(seen)); // the same search finds it when the section is on
        tick("What was seen, and where", false);
        choose("No");
        saveTo(path("part.pdf"));
        const auto part = tools::everything(path("part.pdf"));
        QVERIFY(part && !part->contains(seen));
    }

    void onlyForThePoliceIsTheAddressPrinted() {
        fillPurpose();
        saveTo(path("others.pdf"));
        tick("They are from the police", true);
        choose("No");
        saveTo(path("police.pdf"));

        QCOMPARE(newestExport().fields.value(QLatin1String("recipient_is")).toString(), QStringLiteral("police"));
        QVERIFY(tools::everything(path("police.pdf")).value_or(QString()).contains(QStringLiteral("marker-path-88")));
        QVERIFY(!tools::everything(path("others.pdf"))
                     .value_or(QStringLiteral("marker-path-88"))
                     .contains(QStringLiteral("marker-path-88")));
    }

    void whatIsNotSaidIsAskedForAndNothingIsWritten() {
        const size_t before = exports();
        choose("Chronology");

        button("Save as PDF…")->click();
        QVERIFY(shows(QStringLiteral("Say who it is for")));
        line("Who is it for?")->setText(QStringLiteral("Sioned Bevan"));
        button("Save as PDF…")->click();
        QVERIFY(shows(QStringLiteral("Say why they need it")));
        fillPurpose(false);
        button("Save as PDF…")->click();
        QVERIFY(shows(QStringLiteral("Say whether this person is alleged")));

        QCOMPARE(exports(), before);
        choose("No");
        saveTo(path("now.pdf"));
        QCOMPARE(exports(), before + 1);
    }

    void whoMayBeInvolvedIsNoAnybody() {
        QVERIFY(m_case->record("person/1", "", {{"name", "Gethin Prydderch"}, {"part", "alleged"}}));
        fillPurpose();
        line("Who is it for?")->setText(QStringLiteral("gethin prydderch"));
        choose("No");

        button("Save as PDF…")->click();

        QVERIFY(shows(QStringLiteral("Gethin Prydderch is recorded here as somebody who may be involved")));
        QCOMPARE(exports(), size_t(0));
        QCOMPARE(line("Who is it for?")->text(), QStringLiteral("gethin prydderch")); // what was typed is still there
        choose("Yes, or I am not sure");
        saveTo(path("alleged.pdf"));
        QCOMPARE(newestExport().fields.value(QLatin1String("recipient_is")).toString(), QStringLiteral("alleged"));
    }

    void whoIsNotToBeToldIsAskedAbout() {
        QVERIFY(m_case->record(
            "told/1", "2026-11-02",
            {{"person", QJsonObject{{"name", "Carys Bevan"}}}, {"outcome", "not-told"}, {"reason", "Not safe."}}));
        fillPurpose();
        auto* why = edit("They were not to be told");
        QVERIFY(!why->isVisible());
        line("Who is it for?")->setText(QStringLiteral("Carys Bevan"));
        choose("No");

        button("Save as PDF…")->click();

        QVERIFY(shows(QStringLiteral("It is recorded here that Carys Bevan is not told")));
        QVERIFY(why->isVisible());
        QCOMPARE(exports(), size_t(0));
        why->setPlainText(QStringLiteral("Social services asked us to."));
        saveTo(path("mother.pdf"));
        QCOMPARE(newestExport().fields.value(QLatin1String("despite")).toString(),
                 QStringLiteral("Social services asked us to."));
    }

    void whatWasAnsweredOfOnePersonIsAskedAnewOfTheNext_data() {
        QTest::addColumn<QString>("changed");
        QTest::newRow("saved") << QString();
        QTest::newRow("somebody else") << "Who is it for?";
        QTest::newRow("another organisation") << "Organisation";
    }
    void whatWasAnsweredOfOnePersonIsAskedAnewOfTheNext() {
        QFETCH(QString, changed);
        fillPurpose();
        tick("They are from the police", true);
        edit("They were not to be told")->setPlainText(QStringLiteral("The police asked us to."));

        if (changed.isEmpty())
            saveTo(path("first.pdf"));
        else
            line(changed.toUtf8().constData())->setText(QStringLiteral("Elan Price"));

        const report::Wanted wanted = m_page->wanted();
        QVERIFY(!wanted.purpose.recipientIsPolice);
        QVERIFY(wanted.purpose.despite.isEmpty());
        QCOMPARE(wanted.purpose.why, QStringLiteral("To confirm the report in writing"));
        const size_t before = exports();
        button("Save as PDF…")->click();
        QVERIFY(shows(QStringLiteral("Say whether this person is alleged")));
        QCOMPARE(exports(), before);
    }

    void aPreviewGoesWhenItNoLongerShowsWhatWouldBeSaved_data() {
        QTest::addColumn<QString>("what");
        for (const char* what : {"tick", "answer", "why", "recipient", "group", "day", "entry", "away"})
            QTest::newRow(what) << what;
    }
    void aPreviewGoesWhenItNoLongerShowsWhatWouldBeSaved() {
        QFETCH(QString, what);
        choose("Chronology");
        fillPurpose();
        button("Preview")->click();
        QTRY_VERIFY(shows(words));
        QVERIFY(shows(QStringLiteral("The preview stands below")));

        if (what == QLatin1String("tick"))
            tick("At a glance", false);
        else if (what == QLatin1String("answer"))
            choose("Yes, or I am not sure");
        else if (what == QLatin1String("why"))
            edit("Why")->setPlainText(QStringLiteral("For the meeting"));
        else if (what == QLatin1String("recipient"))
            line("Who is it for?")->setText(QStringLiteral("Elan Price"));
        else if (what == QLatin1String("group"))
            tick("Child's words", false);
        else if (what == QLatin1String("day"))
            line("From which day?")->setText(QStringLiteral("3 November 2026"));
        else if (what == QLatin1String("entry")) {
            QVERIFY(m_case->record("note/1", "2026-11-03", {{"text", "Rang at two"}}));
            m_window->refresh();
        } else {
            m_window->openPage(CaseWindow::Page::Timeline);
            m_window->openPage(CaseWindow::Page::Export);
        }

        QVERIFY(!shows(words));
        QVERIFY(!shows(QStringLiteral("The preview stands below")));
    }

    void aNameThatIsTakenIsSaidAndLeftAlone() {
        QVERIFY(tests::overwrite(path("minutes.pdf"), "the governors' minutes"));
        fillPurpose();

        saveTo(path("minutes.pdf"));

        QCOMPARE(tests::bytesOf(path("minutes.pdf")), QByteArray("the governors' minutes"));
        QCOMPARE(exports(), size_t(0));
        QVERIFY(shows(QStringLiteral("There is a file of that name already")));
    }

private:
    QString path(const char* name) const { return m_dir->filePath(QString::fromLatin1(name)); }
    size_t exports() const { return m_case->file->state().withRole(u"exported").size(); }
    record::EntryView newestExport() const {
        const auto all = m_case->file->state().withRole(u"exported");
        return all.empty() ? record::EntryView() : *all.back();
    }

    static QString plain(QString text) { return text.remove(QLatin1Char('&')); }
    QAbstractButton* button(const char* text) const {
        for (auto* one : m_page->findChildren<QAbstractButton*>())
            if (plain(one->text()) == QString::fromUtf8(text))
                return one;
        qFatal("no button %s", text);
    }
    QLineEdit* line(const char* name) const {
        for (auto* one : m_page->findChildren<QLineEdit*>())
            if (one->accessibleName().startsWith(QString::fromUtf8(name)))
                return one;
        qFatal("no line %s", name);
    }
    QPlainTextEdit* edit(const char* name) const {
        for (auto* one : m_page->findChildren<QPlainTextEdit*>())
            if (one->accessibleName().startsWith(QString::fromUtf8(name)))
                return one;
        qFatal("no text %s", name);
    }
    void choose(const char* label) const { button(label)->click(); }
    void choose(const QString& label) const { choose(label.toUtf8().constData()); }
    void tick(const QString& label, bool on) const {
        auto* box = qobject_cast<QCheckBox*>(button(label.toUtf8().constData()));
        QVERIFY(box);
        box->setChecked(on);
    }
    void tick(const char* label, bool on) const { tick(QString::fromUtf8(label), on); }
    // In a notice, a line or the sheet of the preview.
    bool shows(const QString& text) const {
        for (const auto* one : m_page->findChildren<QLabel*>())
            if (one->isVisible() && one->text().contains(text))
                return true;
        return false;
    }

    void fillPurpose(bool andAlleged = true) {
        line("Who is it for?")->setText(QStringLiteral("Sioned Bevan"));
        line("Organisation")->setText(QStringLiteral("Cyngor Glanfor"));
        edit("Why")->setPlainText(QStringLiteral("To confirm the report in writing"));
        if (andAlleged)
            choose("No");
    }

    void saveTo(const QString& file) {
        bool answered = false;
        QTimer::singleShot(0, m_page, [&] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            answered = true;
            dialog->setDirectory(QFileInfo(file).path());
            dialog->findChild<QLineEdit*>()->setText(QFileInfo(file).fileName());
            QMetaObject::invokeMethod(dialog, "accept");
        });
        button("Save as PDF…")->click();
        QVERIFY(answered);
    }

    std::unique_ptr<OpenedCase> m_case;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<CaseWindow> m_window;
    ui::exporting::ExportPage* m_page = nullptr;
};

QTEST_MAIN(TestExportPage)
#include "test_exportpage.moc"

// A picture of every screen, empty and full: to be looked at after a change. It fails when a screen is not reached, and
// when words on one of them are cut, lie over each other or stand outside the window.
//
//     QT_QPA_PLATFORM=offscreen gallery FOLDER WIDTHxHEIGHT light|dark|high-contrast [PERCENT]
//
// QT_SCALE_FACTOR=2 with 640x400 is a 1280x800 screen at 200 %.
#include "core/crypto/recoverykey.h"
#include "core/record/casefile.h"
#include "core/sample/sample.h"
#include "tests/ui/fits.h"
#include "ui/entry/entryeditor.h"
#include "ui/rows/rowview.h"
#include "ui/shell/casewindow.h"
#include "ui/shell/concernwindow.h"
#include "ui/shell/mainwindow.h"
#include "ui/style/theme.h"
#include "ui/unlock/unlockpage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/formview.h"
#include "ui/widgets/page.h"
#include "ui/widgets/personedit.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plainlineedit.h"
#include "ui/widgets/plaintextedit.h"
#include "ui/widgets/topbar.h"
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <cstdio>

static void wakeResources() {
    Q_INIT_RESOURCE(firsthand_guide);
}

namespace {

using core::CaseId;
using ui::MainWindow;
using ui::shell::CaseWindow;
using Page = CaseWindow::Page;

const QString longName =
    QStringLiteral("Angharad Llywelyn-Wołodźko Grzegorzewska-Featherstonehaugh ap Gwenllïan verch Rhydderch");
const QString longPlace = QStringLiteral("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch");
const QString urdu = QStringLiteral("میں گھر نہیں جانا چاہتی۔ وہ کہتا ہے کہ سب کو دکھا دے گا۔");

QString account(int words) {
    const QStringList parts = (QStringLiteral("he kept on an on, said hed put the first one in the group chat lol ur "
                                              "dead if u tell. dim byd i neud efo mam "
                                              "nie chcę wracać do domu 😟🙏🏽 ") +
                               urdu)
                                  .split(QLatin1Char(' '));
    QStringList all;
    for (int i = 0; i < words; ++i)
        all << parts.at(i % parts.size()) + (i % 60 == 59 ? QStringLiteral("\n") : QString());
    return all.join(QLatin1Char(' '));
}

// A widget that is shown before it has a place flashes up as a window of its own.
class Strays : public QObject {
public:
    bool eventFilter(QObject* watched, QEvent* event) override {
        const auto* widget = qobject_cast<QWidget*>(watched);
        if (event->type() == QEvent::Show && widget && widget->isWindow() && !qobject_cast<const MainWindow*>(widget) &&
            !qobject_cast<const QMenu*>(widget))
            std::printf("A WINDOW OF ITS OWN: %s %s\n", widget->metaObject()->className(),
                        qPrintable(widget->accessibleName()));
        return false;
    }
};

class Gallery {
public:
    Gallery(const QString& folder, QSize size, ui::Look look, double textScale)
        : m_folder(folder)
        , m_size(size)
        , m_look(look)
        , m_textScale(textScale)
        , m_settings(m_dir.filePath(QStringLiteral("s.ini")), QSettings::IniFormat) {
        qputenv("XDG_DATA_HOME", m_dir.filePath(QStringLiteral("data")).toUtf8());
        QDir().mkpath(folder);
        ui::applyTheme(*qApp, look, textScale);
        QTest::qWait(400); // the fonts that come later
    }
    int faults() const { return m_faults; }
    void all() {
        beforeTheFirstVault();
        firstConcern();
        close();
        manyCases();
        fullCase();
        close();
    }

private:
    // -- the window
    void open(const QString& vault) {
        m_window = std::make_unique<MainWindow>(m_settings, vault);
        m_window->resize(m_size);
        m_window->show();
        m_window->activateWindow();
        (void)QTest::qWaitForWindowActive(m_window.get());
    }
    void close() {
        m_window->lock();
        m_window.reset();
        m_settings.clear();
        ui::applyTheme(*qApp, m_look, m_textScale);
    }
    void shot(const QString& name) {
        QTest::qWait(90);
        ++m_number;
        const QString path =
            QStringLiteral("%1/%2-%3.png").arg(m_folder).arg(m_number, 3, 10, QLatin1Char('0')).arg(name);
        m_window->grab().save(path);
        QStringList faults; // a page that is still being laid out is given the time for it
        (void)QTest::qWaitFor([&] { return (faults = tests::wordsThatDoNotFit(*m_window)).isEmpty(); }, 1000);
        for (const QString& fault : faults)
            fail("%s: %s", qPrintable(name), qPrintable(fault));
        for (QWidget* menu : QApplication::topLevelWidgets())
            if (qobject_cast<QMenu*>(menu) && menu->isVisible())
                menu->grab().save(QString(path).replace(QLatin1String(".png"), QLatin1String("-menu.png")));
        if (m_window->width() != m_size.width())
            fail("%s is %d wide", qPrintable(name), m_window->width());
        if (const QWidget* focus = QApplication::focusWidget())
            std::printf("%-32s focus %s %s\n", qPrintable(name), focus->metaObject()->className(),
                        qPrintable(focus->accessibleName()));
        else {
            std::printf("%-32s focus nowhere, active %d\n", qPrintable(name), m_window->isActiveWindow());
            for (QWidget* w : QApplication::topLevelWidgets())
                if (w->isVisible())
                    std::printf("  top %s %s %d\n", w->metaObject()->className(), qPrintable(w->objectName()),
                                w->isActiveWindow());
        }
    }
    template <class... Values>
    void fail(const char* pattern, Values... values) {
        ++m_faults;
        std::printf(pattern, values...);
        std::puts("");
    }
    // The whole of what scrolls, in as many pictures as it takes.
    void shots(const QString& name, int most = 4) {
        shot(name);
        for (int i = 2; i <= most && scrollOn(); ++i)
            shot(name + QString::number(i));
    }
    bool scrollOn() {
        QScrollBar* best = nullptr;
        for (auto* area : m_window->findChildren<QAbstractScrollArea*>()) {
            QScrollBar* bar = area->verticalScrollBar();
            if (area->isVisible() && bar->value() < bar->maximum() && !qobject_cast<QPlainTextEdit*>(area) &&
                (!best || area->width() > best->parentWidget()->width()))
                best = bar;
        }
        if (!best)
            return false;
        best->setValue(best->value() + best->pageStep() - 40);
        return true;
    }
    // -- hands
    static QString plain(QString text) { return text.remove(QLatin1Char('&')); }
    QAbstractButton* find(const QString& name) {
        for (auto* one : m_window->findChildren<QAbstractButton*>())
            if (one->isVisible() && (plain(one->text()) == name || one->accessibleName() == name))
                return one;
        return nullptr;
    }
    bool click(const QString& name) {
        QAbstractButton* button = nullptr;
        (void)QTest::qWaitFor([&] { return (button = find(name)) != nullptr; }, 3000);
        if (!button) {
            fail("NOT THERE: %s", qPrintable(name));
            return false;
        }
        button->setFocus(Qt::TabFocusReason);
        button->click();
        QTest::qWait(60);
        return true;
    }
    void fill(const QString& name, const QString& text) {
        for (auto* line : m_window->findChildren<QLineEdit*>())
            if (line->isVisible() && plain(line->accessibleName()).startsWith(name)) {
                line->setFocus(Qt::TabFocusReason);
                line->setText(text);
                line->setModified(true);
                emit line->textEdited(text);
                return;
            }
        for (auto* edit : m_window->findChildren<ui::PlainTextEdit*>())
            if (edit->isVisible() && plain(edit->accessibleName()).startsWith(name)) {
                edit->setFocus(Qt::TabFocusReason);
                edit->setWords(text);
                return;
            }
        fail("NO FIELD: %s", qPrintable(name));
    }
    void search(const QString& words) {
        auto* line = m_window->findChild<ui::TopBar*>()->search();
        line->setFocus(Qt::TabFocusReason);
        line->selectAll();
        if (words.isEmpty())
            QTest::keyClick(line, Qt::Key_Delete);
        else
            QTest::keyClicks(line, words);
        QTest::qWait(100);
    }
    void fillEverything() {
        for (auto* line : m_window->findChildren<QLineEdit*>())
            if (line->isVisible() && line->text().isEmpty() &&
                line->accessibleName() != QLatin1String("Search your cases") &&
                line->objectName() != QLatin1String("qt_spinbox_lineedit"))
                line->setText(longName);
        for (auto* edit : m_window->findChildren<ui::PlainTextEdit*>())
            if (edit->isVisible() && edit->words().isEmpty())
                edit->setWords(account(70));
    }
    CaseWindow* caseWindow() { return m_window->findChild<CaseWindow*>(); }
    ui::entry::EntryEditor* editor() {
        for (auto* one : m_window->findChildren<ui::entry::EntryEditor*>())
            if (one->isVisible())
                return one;
        return nullptr;
    }
    bool pick(const QString& key) {
        for (auto* list : m_window->findChildren<ui::rows::RowView*>())
            if (list->isVisible() && list->model()) {
                list->setCurrentKey(key);
                if (list->currentKey() == key) {
                    list->setFocus();
                    QTest::keyClick(list, Qt::Key_Return);
                    QTest::qWait(60);
                    return true;
                }
            }
        fail("NO ROW: %s", qPrintable(key));
        return false;
    }

    // -- the screens
    void beforeTheFirstVault() {
        open({});
        shot(QStringLiteral("welcome"));
        click(QStringLiteral("Set up this office"));
        shot(QStringLiteral("setup-office"));
        click(QStringLiteral("Continue"));
        shot(QStringLiteral("setup-office-problem"));
        fill(QStringLiteral("Name of the school"),
             QStringLiteral("Harbourside Academy and Sixth Form College, Ysgol Gyfun ") + longPlace);
        click(QStringLiteral("Nation: Wales"));
        click(QStringLiteral("Continue"));
        shots(QStringLiteral("setup-authorities"));
        fill(QStringLiteral("Local authority"), QStringLiteral("Harbourside"));
        fill(QStringLiteral("Telephone in office hours"), QStringLiteral("01632 960101"));
        fill(QStringLiteral("Telephone out of hours"), QStringLiteral("01632 960199"));
        click(QStringLiteral("+ Add another local authority"));
        shot(QStringLiteral("setup-authorities-two"));
        click(QStringLiteral("Continue"));
        shot(QStringLiteral("setup-you"));
        fill(QStringLiteral("Your name"), QStringLiteral("Ruth Adeyemi"));
        fill(QStringLiteral("Log-in name"), QStringLiteral("ruth"));
        click(QStringLiteral("Continue"));
        shot(QStringLiteral("setup-passphrase"));
        click(QStringLiteral("Passphrase: Use my own"));
        fill(QStringLiteral("Your own passphrase"), QStringLiteral("Harbourside"));
        shot(QStringLiteral("setup-passphrase-own"));
        fill(QStringLiteral("Your own passphrase"), m_passphrase + QLatin1Char(' ') + m_passphrase + longPlace);
        click(QStringLiteral("Show passphrase"));
        shots(QStringLiteral("setup-passphrase-shown"), 2);
        fill(QStringLiteral("Your own passphrase"), m_passphrase);
        fill(QStringLiteral("The same passphrase"), m_passphrase);
        click(QStringLiteral("Continue"));
        shot(QStringLiteral("setup-folder"));
        fill(QStringLiteral("Folder"), m_dir.filePath(QStringLiteral("Dropbox/records")));
        shot(QStringLiteral("setup-folder-sync"));
        fill(QStringLiteral("Folder"), m_dir.filePath(QStringLiteral("vault")));
        click(QStringLiteral("Continue"));
        (void)QTest::qWaitFor([&] { return find(QStringLiteral("Type it back")) != nullptr; }, 30000);
        for (auto* label : m_window->findChildren<ui::PlainLabel*>())
            if (label->isVisible() &&
                QRegularExpression(QStringLiteral("^[0-9A-Z]{5}$")).match(label->text()).hasMatch())
                m_groups << label->text();
        shots(QStringLiteral("setup-sheet"));
        click(QStringLiteral("Type it back"));
        shot(QStringLiteral("setup-typeback"));
        for (int i = 0; i < 8; ++i)
            fill(QStringLiteral("Group %1 of 8").arg(i + 1), i == 5 ? QStringLiteral("AAAAA") : m_groups.value(i));
        click(QStringLiteral("Make the records folder"));
        shots(QStringLiteral("setup-typeback-wrong"));
        fill(QStringLiteral("Group 6 of 8"), m_groups.value(5));
        click(QStringLiteral("Make the records folder"));
        (void)QTest::qWaitFor([&] { return find(QStringLiteral("New concern")) != nullptr; }, 30000);
        QTest::qWait(500);
        shots(QStringLiteral("home-empty"));
        search(QStringLiteral("nothing there"));
        shot(QStringLiteral("search-nothing"));
        search({});
    }
    // The people who fit two letters, under their field.
    void shotOfNames(const QString& name) {
        for (auto* person : m_window->findChildren<ui::PersonEdit*>()) {
            if (!person->isVisible())
                continue;
            ui::reveal(person);
            person->field()->setFocus(Qt::TabFocusReason);
            QTest::keyClicks(person->field(), QStringLiteral("ut"));
            shot(name);
            person->field()->clear();
            return;
        }
    }
    void firstConcern() {
        click(QStringLiteral("New concern"));
        QTest::qWait(300);
        for (int i = 1; i <= 8; ++i) {
            shots(QStringLiteral("concern-%1").arg(i), 3);
            if (i == 1) {
                click(QStringLiteral("Is the child, or anyone else, in danger right now?: Yes"));
                shots(QStringLiteral("concern-1-danger"), 3);
                click(QStringLiteral("Is the child, or anyone else, in danger right now?: No"));
                fill(QStringLiteral("When did you learn this?"), QStringLiteral("the day before the last"));
                click(QStringLiteral("Continue"));
                shots(QStringLiteral("concern-1-problem"), 3);
                fill(QStringLiteral("When did you learn this?"), QStringLiteral("today"));
                click(QStringLiteral("Is anyone threatening the child or making demands?: Yes"));
                shot(QStringLiteral("concern-1-threat"));
                click(QStringLiteral("Who has been called?: Nobody yet"));
                click(QStringLiteral("Continue"));
                shots(QStringLiteral("concern-1-nobody-rung"), 4);
                click(QStringLiteral("Who has been called?: Nobody yet"));
                click(QStringLiteral("Is anyone threatening the child or making demands?: No"));
            }
            if (i == 2) {
                click(QStringLiteral("How did it come to light?: It was seen on a child's device"));
                shotOfNames(QStringLiteral("concern-2-names"));
                fill(QStringLiteral("What do you know so far?"), account(90));
                shots(QStringLiteral("concern-2-filled"), 3);
            }
            if (i == 3)
                click(QStringLiteral("Whose device is it?: The child's own"));
            if (i == 4)
                click(QStringLiteral("What is it?: Photograph"));
            if (i == 5) {
                click(QStringLiteral("Do you know who the child is?: Yes"));
                fill(QStringLiteral("First name"), QStringLiteral("Angharad-Gwenllïan"));
                fill(QStringLiteral("Last name"), QStringLiteral("Wołodźko-Featherstonehaugh"));
                shots(QStringLiteral("concern-5-child"), 3);
            }
            if (i == 6)
                click(QStringLiteral("Has the child a social worker now?: No"));
            if (i == 7)
                for (const char* one :
                     {"Does the child know that the images exist?: Yes", "Are they being passed around?: Not known"})
                    click(QString::fromLatin1(one));
            if (i == 8)
                for (const char* one :
                     {"Might a parent, or someone acting as one, be involved?: No, nobody thinks so",
                      "Might any adult be involved?: Yes", "Might a member of staff or a volunteer be involved?: No",
                      "Might another child be involved?: Not known"})
                    click(QString::fromLatin1(one));
            click(QStringLiteral("Continue"));
            QTest::qWait(100);
        }
        shots(QStringLiteral("concern-check"), 4);
        click(QStringLiteral("Change: Whose device"));
        QTest::qWait(100);
        shots(QStringLiteral("concern-change"), 1);
        click(QStringLiteral("Continue to your answers"));
        QTest::qWait(100);
        click(QStringLiteral("Throw this concern away…"));
        shot(QStringLiteral("concern-throw-away"));
        click(QStringLiteral("Keep it"));
        click(QStringLiteral("Record and open the case"));
        if (!QTest::qWaitFor([&] { return caseWindow() != nullptr; }, 5000)) {
            fail("no case was opened");
            return;
        }
        casePages(QStringLiteral("empty-"));
        m_window->lock();
        shot(QStringLiteral("hidden"));
        click(QStringLiteral("Unlock"));
        shot(QStringLiteral("unlock-problem"));
        click(QStringLiteral("Use the recovery sheet"));
        shots(QStringLiteral("recovery"));
        typeGroups(QStringList(m_groups).replaceInStrings(m_groups.value(5), QStringLiteral("AAAAA")));
        click(QStringLiteral("Unlock with the sheet"));
        shots(QStringLiteral("recovery-group-wrong"));
        typeGroups(core::crypto::RecoveryKey::random().groups());
        click(QStringLiteral("Unlock with the sheet"));
        (void)QTest::qWaitFor([&] { return isShown(QStringLiteral("not the recovery sheet")); }, 20000);
        shots(QStringLiteral("recovery-other-sheet"));
        readOnly();
    }
    // What was opened with the sheet can be read and not added to: every page of it, and why.
    void readOnly() {
        QSignalSpy opened(&m_window->session(), &ui::Session::casesOpened);
        typeGroups(m_groups);
        click(QStringLiteral("Unlock with the sheet"));
        (void)opened.wait(30000);
        QTest::qWait(300);
        shots(QStringLiteral("home-read-only"), 2);
        openCase(m_window->session().cases().front()->state().id);
        if (caseWindow())
            casePages(QStringLiteral("read-only-"), 1);
    }
    void typeGroups(const QStringList& groups) {
        for (int i = 0; i < 8; ++i)
            fill(QStringLiteral("Group %1 of 8").arg(i + 1), groups.value(i));
    }
    bool isShown(const QString& words) {
        for (const auto* label : m_window->findChildren<ui::PlainLabel*>())
            if (label->isVisible() && label->text().contains(words))
                return true;
        return false;
    }
    void casePages(const QString& prefix, int most = 2) {
        const QList<QPair<Page, QString>> pages{
            {Page::Guide, QStringLiteral("guide")},         {Page::Timeline, QStringLiteral("timeline")},
            {Page::Words, QStringLiteral("words")},         {Page::Knows, QStringLiteral("knows")},
            {Page::Referrals, QStringLiteral("referrals")}, {Page::Plan, QStringLiteral("plan")},
            {Page::Papers, QStringLiteral("papers")},       {Page::People, QStringLiteral("people")},
            {Page::Export, QStringLiteral("export")}};
        for (const auto& [page, name] : pages) {
            if (page == Page::Export && !find(QStringLiteral("Export…")))
                continue; // nobody gets there
            caseWindow()->openPage(page);
            QTest::qWait(60);
            shots(prefix + name, page == Page::Export && most > 1 ? 8 : most);
        }
    }
    void unlock(const core::sample::Made& made) {
        QSignalSpy opened(&m_window->session(), &ui::Session::casesOpened);
        fill(QStringLiteral("Log-in name"), made.name);
        shot(QStringLiteral("unlock"));
        fill(QStringLiteral("Passphrase"), QStringLiteral("wrong wrong wrong"));
        click(QStringLiteral("Unlock"));
        (void)QTest::qWaitFor(
            [&] { return find(QStringLiteral("Unlock")) && find(QStringLiteral("Unlock"))->isEnabled(); }, 20000);
        shot(QStringLiteral("unlock-refused"));
        fill(QStringLiteral("Passphrase"), made.passphrase);
        click(QStringLiteral("Unlock"));
        (void)opened.wait(30000);
        QTest::qWait(500);
    }
    void manyCases() {
        const auto guide = core::guide::Guide::load();
        const QString vault = m_dir.filePath(QStringLiteral("sample"));
        QDir().mkpath(vault);
        const auto made =
            core::sample::makeVault(vault, {12, 66, 7, {}}, *guide, m_dir.filePath(QStringLiteral("data/firsthand")));
        if (!made) {
            fail("no made-up cases");
            return;
        }
        m_made = *made;
        open(vault);
        unlock(*made);
        shots(QStringLiteral("home"), 5);
        search(QStringLiteral("phone"));
        shots(QStringLiteral("search"), 2);
        search({});
        settings();
    }
    void settings() {
        auto* top = m_window->findChild<ui::TopBar*>();
        top->menuButton()->click();
        shot(QStringLiteral("menu"));
        for (QWidget* window : QApplication::topLevelWidgets())
            if (auto* menu = qobject_cast<QMenu*>(window); menu && menu->isVisible()) {
                menu->close();
                for (QAction* action : menu->actions())
                    if (plain(action->text()) == QLatin1String("Settings"))
                        action->trigger();
            }
        shots(QStringLiteral("settings"));
    }
    core::record::CaseFile* fattest() {
        core::record::CaseFile* best = nullptr;
        for (core::record::CaseFile* file : m_window->session().cases())
            if (file->state().facts.value(QStringLiteral("threat")).contains(QStringLiteral("yes")))
                best = best && best->state().referrals.size() >= file->state().referrals.size() ? best : file;
        return best ? best : m_window->session().cases().front();
    }
    static std::optional<core::EntryId> record(core::record::CaseFile& file, const char* kind, const char* occurred,
                                               const QJsonObject& fields) {
        core::record::Recording recording;
        recording.kind = QString::fromLatin1(kind);
        recording.occurred = core::Occurred::parse(QString::fromLatin1(occurred)).value_or(core::Occurred());
        recording.fields = fields;
        const auto done = file.record(recording);
        if (!done)
            std::printf("NOT RECORDED: %s %s\n", kind, qPrintable(done.error().detail));
        return done ? std::optional(*done) : std::nullopt;
    }
    static void addLongText(core::record::CaseFile& file) {
        const auto s = [](const char* text) { return QString::fromUtf8(text); };
        record(file, "words/1", "2026-11-20T10:30+00:00",
               {{"to", QJsonObject{{"name", longName}}},
                {"place", s("Room 4, ") + longPlace},
                {"exchanges",
                 QJsonArray{QJsonObject{{"asked", s("What would you like me to know?")}, {"said", account(3000)}},
                            QJsonObject{{"asked", s("Is there anything that would help?")}, {"said", urdu}}}}});
        record(file, "person/1", "",
               {{"name", longName},
                {"part", "parent"},
                {"household", "yes"},
                {"relation", s("mam-gu a gwarcheidwad cyfreithiol")}});
        record(file, "need-to-know/1", "",
               {{"person", QJsonObject{{"name", s("Mrs ") + longName}}},
                {"role", s("Pennaeth Cynorthwyol a Chydlynydd Anghenion Dysgu Ychwanegol")},
                {"why", account(60)},
                {"may_be_told", "part"},
                {"what", account(80)}});
        record(file, "note/1", "2026-11-19", {{"text", account(300)}});
        record(file, "seen/1", "2026-11-18T09:00+00:00",
               {{"media", QJsonArray{s("photo")}},
                {"platform", s("Snapchat, Discord a BeReal")},
                {"account", QString(120, QLatin1Char('x'))},
                {"described", account(90)}});
    }
    void fullCase() {
        core::record::CaseFile* file = fattest();
        addLongText(*file);
        const CaseId id = file->state().id;
        m_window->session().changed(id);
        m_window->findChild<ui::TopBar*>()->homeAsked();
        QTest::qWait(50);
        openCase(id);
        casePages(QStringLiteral("full-"), 4);
        steps();
        details(*file);
        entries();
        rails();
        exports();
        damaged();
    }
    void exports() {
        caseWindow()->openPage(Page::Timeline);
        if (find(QStringLiteral("Back to the timeline")))
            click(QStringLiteral("Back to the timeline"));
        fill(QStringLiteral("Find in this case"), QStringLiteral("nothing of this kind"));
        shot(QStringLiteral("timeline-none"));
        fill(QStringLiteral("Find in this case"), {});
        caseWindow()->openPage(Page::Export);
        click(QStringLiteral("Save as PDF…"));
        shot(QStringLiteral("export-problem"));
        fill(QStringLiteral("Who is it for?"), longName);
        fill(QStringLiteral("Organisation"), longPlace);
        click(QStringLiteral("Preview"));
        shots(QStringLiteral("export-preview"), 5);
        click(QStringLiteral("What do you want to make?: Chronology"));
        shots(QStringLiteral("export-chronology"), 4);
    }
    // A case whose file cannot be read, and the way from Home to the reason.
    void damaged() {
        const CaseId other = m_window->session().cases().front()->state().id;
        m_window->lock();
        shot(QStringLiteral("hidden-again"));
        const QDir folder(m_dir.filePath(QStringLiteral("sample/cases/")) + other.toString());
        for (const QString& name : folder.entryList({QStringLiteral("*.db")}, QDir::Files)) {
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::ReadWrite))
                file.resize(512);
        }
        unlock(*m_made);
        m_window->findChild<ui::TopBar*>()->homeAsked();
        shot(QStringLiteral("home-one-damaged"));
        click(QStringLiteral("What to do"));
        shot(QStringLiteral("home-why-damaged"));
    }
    void openCase(const CaseId& id) {
        QTest::qWait(50);
        for (auto* view : m_window->findChildren<ui::rows::RowView*>())
            if (view->isVisible()) {
                view->setCurrentKey(id.toString());
                if (view->currentKey() == id.toString()) {
                    view->setFocus();
                    QTest::keyClick(view, Qt::Key_Return);
                    QTest::qWait(100);
                }
            }
        if (!caseWindow())
            fail("the case did not open");
    }
    void steps() {
        for (const auto& stage : m_window->session().caseFile(caseWindow()->caseId())->state().stages)
            for (const auto& step : stage.steps) {
                caseWindow()->openStep(step.step->id);
                shots(QStringLiteral("step-") + step.step->id, 3);
                if (step.status == core::guide::StepStatus::ToDo && m_notNeeded++ == 0 &&
                    click(QStringLiteral("This step is not needed…"))) {
                    shot(QStringLiteral("step-not-needed"));
                    click(QStringLiteral("Back to the step"));
                }
            }
    }
    void details(core::record::CaseFile& file) {
        for (const char* role : {"words", "referral", "restriction", "note"})
            for (const auto* entry : file.state().withRole(QString::fromLatin1(role))) {
                caseWindow()->openEntry(entry->id);
                shots(QStringLiteral("detail-") + QString::fromLatin1(role), 2);
                break;
            }
        for (const auto& entry : file.state().entries)
            if (entry.form && entry.form->id == QLatin1String("note")) {
                caseWindow()->openEntry(entry.id);
                shot(QStringLiteral("detail-note"));
                if (click(QStringLiteral("Amend…"))) {
                    shots(QStringLiteral("amend"), 2);
                    click(QStringLiteral("Record the amendment"));
                    shots(QStringLiteral("amend-problem"), 2);
                }
                break;
            }
    }
    void entries() {
        click(QStringLiteral("Add entry"));
        shots(QStringLiteral("add-entry"), 3);
        for (const char* form : {"words", "referral", "told", "need-to-know", "restriction", "person", "seen"}) {
            click(QStringLiteral("Add entry"));
            if (!pick(QString::fromLatin1(form)))
                continue;
            shots(QStringLiteral("write-") + QString::fromLatin1(form), 3);
            if (QLatin1String(form) == QLatin1String("words") || QLatin1String(form) == QLatin1String("told")) {
                click(QStringLiteral("Record"));
                shots(QStringLiteral("write-%1-problem").arg(QString::fromLatin1(form)), 2);
                fillEverything();
                QTest::qWait(2500);
                shots(QStringLiteral("write-%1-full").arg(QString::fromLatin1(form)), 3);
            }
        }
        click(QStringLiteral("Add entry"));
        shots(QStringLiteral("add-entry-drafts"), 3);
    }
    void rails() {
        click(QStringLiteral("Add entry"));
        if (!pick(QStringLiteral("device")))
            return;
        fill(QStringLiteral("What is it"),
             QStringLiteral("Blue phone, passcode 1234, in a case with a cracked corner"));
        fill(QStringLiteral("When"), QStringLiteral("today"));
        click(QStringLiteral("Record"));
        QTest::qWait(100);
        shots(QStringLiteral("rail"), 3);
    }

    QTemporaryDir m_dir;
    QString m_folder;
    QSize m_size;
    ui::Look m_look;
    double m_textScale;
    QSettings m_settings;
    std::unique_ptr<MainWindow> m_window;
    const QString m_passphrase = QStringLiteral("harbour lantern mossy quilt tandem");
    std::optional<core::sample::Made> m_made;
    QStringList m_groups; // of the recovery sheet
    int m_faults = 0;
    int m_number = 0;
    int m_notNeeded = 0;
};

} // namespace

int main(int argc, char** argv) {
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    wakeResources();
    core::crypto::init();
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const QStringList size = arguments.value(2, QStringLiteral("1280x820")).split(QLatin1Char('x'));
    if (arguments.size() < 2 || size.size() != 2) {
        std::puts("gallery FOLDER [WIDTHxHEIGHT] [light|dark|high-contrast] [PERCENT]");
        return 2;
    }
    Strays strays;
    application.installEventFilter(&strays);
    const QString look = arguments.value(3);
    Gallery gallery(arguments.at(1), {size.at(0).toInt(), size.at(1).toInt()},
                    look == QLatin1String("dark")            ? ui::Look::Dark
                    : look == QLatin1String("high-contrast") ? ui::Look::HighContrast
                                                             : ui::Look::Light,
                    arguments.value(4, QStringLiteral("100")).toDouble() / 100);
    gallery.all();
    std::printf("%d faults\n", gallery.faults());
    return gallery.faults() == 0 ? 0 : 1;
}

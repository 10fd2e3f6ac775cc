#include "tests/ui/inwindow.h"
#include "tests/vault/madevault.h"
#include "ui/shell/casewindow.h"
#include "ui/shell/workspace.h"
#include "ui/style/theme.h"
#include <QApplication>
#include <QSettings>

using tests::line;
using tests::MadeVault;
using Page = ui::shell::CasePages::Page;

// Needs a real X server: the offscreen platform has the keys of another system.
class TestShortcuts : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        QVERIFY(m_made.isOk());
        qputenv("XDG_DATA_HOME", m_made.profile().toUtf8());
        ui::applyTheme(*qApp, ui::Look::Light);
        m_settings = std::make_unique<QSettings>(m_made.file(QStringLiteral("../settings.ini")), QSettings::IniFormat);
        m_window = std::make_unique<ui::MainWindow>(*m_settings, m_made.folder());
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QVERIFY(tests::unlock(*m_window));
        auto made = m_window->session().createCase();
        QVERIFY(made);
        core::record::Recording note;
        note.kind = QStringLiteral("note/1");
        note.fields = {{QStringLiteral("text"), QStringLiteral("Rang back at two")}};
        QVERIFY((*made)->record(note));
        m_window->findChild<ui::Workspace*>()->goTo(ui::shell::Place((*made)->state().id.toString()));
        QVERIFY(openCase());
    }
    void cleanupTestCase() { m_window.reset(); }

    void theyWorkWhereverTheFocusIs_data() {
        QTest::addColumn<QString>("focus");
        QTest::newRow("on the page") << "page";
        QTest::newRow("in the search field") << "search";
        QTest::newRow("nowhere, after what had it went") << "nowhere";
    }
    void theyWorkWhereverTheFocusIs() {
        QFETCH(QString, focus);
        using Step = std::pair<QKeyCombination, Page>;
        for (const auto& [keys, page] :
             {Step{Qt::CTRL | Qt::SHIFT | Qt::Key_E, Page::Export}, Step{Qt::CTRL | Qt::Key_PageDown, Page::Knows},
              Step{Qt::CTRL | Qt::Key_PageUp, Page::Timeline}, Step{Qt::CTRL | Qt::Key_F, Page::Timeline}}) {
            openCase()->openPage(Page::Words);
            put(focus);

            press(keys);

            QTRY_COMPARE_WITH_TIMEOUT(openCase()->place().page, static_cast<int>(page), 1000);
        }
        QCOMPARE(QApplication::focusWidget(), line(*openCase(), QStringLiteral("Find in this case")));
    }

    void whereTheCaseIsOutOfSightTheyLeaveItAlone() {
        openCase()->openPage(Page::Words);
        m_window->findChild<ui::Workspace*>()->searchAll(QStringLiteral("two"));

        press(Qt::CTRL | Qt::SHIFT | Qt::Key_E);

        QTest::qWait(50);
        QCOMPARE(openCase()->place().page, static_cast<int>(Page::Words));
        m_window->findChild<ui::Workspace*>()->searchAll({});
    }

private:
    ui::shell::CaseWindow* openCase() { return m_window->findChild<ui::shell::CaseWindow*>(); }
    void put(const QString& focus) {
        if (focus == QLatin1String("page"))
            openCase()->focusPage();
        else if (focus == QLatin1String("search"))
            line(*m_window, QStringLiteral("Search your cases"))->setFocus();
        else if (QWidget* focused = QApplication::focusWidget())
            focused->clearFocus();
    }
    // As the window system gives it, to whatever has the focus.
    void press(QKeyCombination keys) {
        QTest::keyClick(m_window->windowHandle(), keys.key(), keys.keyboardModifiers());
    }
    MadeVault m_made;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ui::MainWindow> m_window;
};

QTEST_MAIN(TestShortcuts)
#include "test_shortcuts.moc"

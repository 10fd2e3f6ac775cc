#include "tests/ui/inwindow.h"
#include "tests/vault/madevault.h"
#include "ui/style/theme.h"
#include <QApplication>
#include <QClipboard>
#include <QProcess>
#include <QSettings>

using tests::MadeVault;

// Needs a real X server: the offscreen platform never says whose the clipboard is.
class TestClipboard : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        QVERIFY(m_made.isOk());
        qputenv("XDG_DATA_HOME", m_made.profile().toUtf8());
        ui::applyTheme(*qApp, ui::Look::Light);
    }
    void whatWasCopiedOrSelectedHereIsGoneOnceLocked_data() {
        QTest::addColumn<bool>("closed");
        QTest::newRow("locked") << false;
        QTest::newRow("closed") << true;
    }
    void whatWasCopiedOrSelectedHereIsGoneOnceLocked() {
        QFETCH(bool, closed);
        QSettings settings(m_made.file(QStringLiteral("../settings.ini")), QSettings::IniFormat);
        ui::MainWindow window(settings, m_made.folder());
        unlock(window);
        auto* search = tests::line(window, QStringLiteral("Search your cases"));
        search->setText(QStringLiteral("Jordan Tremaine"));
        search->selectAll();
        search->copy();
        QApplication::clipboard()->setText(QStringLiteral("Jordan"), QClipboard::Selection);
        QTRY_COMPARE(pasted("clipboard"), QStringLiteral("Jordan Tremaine")); // as another program gets it
        QTRY_COMPARE(pasted("primary"), QStringLiteral("Jordan"));

        if (closed)
            QVERIFY(window.close());
        else
            window.lock();

        QTRY_COMPARE(pasted("clipboard"), QString());
        QTRY_COMPARE(pasted("primary"), QString());
    }
    // The control: the vault locks, and the window does not take its words back. They would be found.
    void withoutForgettingTheWordsAreStillThere() {
        QSettings settings(m_made.file(QStringLiteral("../settings.ini")), QSettings::IniFormat);
        ui::MainWindow window(settings, m_made.folder());
        unlock(window);
        QApplication::clipboard()->setText(QStringLiteral("Jordan Tremaine"));
        QApplication::clipboard()->setText(QStringLiteral("Jordan"), QClipboard::Selection);

        window.session().lock();
        QTest::qWait(50);

        QVERIFY(!window.session().isUnlocked());
        QCOMPARE(pasted("clipboard"), QStringLiteral("Jordan Tremaine"));
        QCOMPARE(pasted("primary"), QStringLiteral("Jordan"));
        qInfo("control: locked without forgetting, another program still pastes \"%s\"",
              qPrintable(pasted("clipboard")));
    }
    void whatWasCopiedElsewhereStays() {
        QSettings settings(m_made.file(QStringLiteral("../settings.ini")), QSettings::IniFormat);
        ui::MainWindow window(settings, m_made.folder());
        unlock(window);
        QProcess elsewhere;
        elsewhere.start(QStringLiteral("xclip"), {"-selection", "clipboard", "-in", "-quiet"});
        elsewhere.write("a shopping list");
        elsewhere.closeWriteChannel();
        QTRY_COMPARE(QApplication::clipboard()->text(), QStringLiteral("a shopping list"));

        window.lock();
        QTest::qWait(50);

        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("a shopping list"));
        QApplication::clipboard()->clear(); // the control: forgetting without asking whose the words are
        QTRY_VERIFY(QApplication::clipboard()->text().isEmpty());
        qInfo("control: cleared without asking whose they are, the words from elsewhere are gone");
        elsewhere.kill();
        elsewhere.waitForFinished();
    }

private:
    // Asked from outside while this program goes on answering.
    static QString pasted(const char* selection) {
        QProcess ask;
        ask.start(QStringLiteral("xclip"), {"-selection", selection, "-out"});
        (void)QTest::qWaitFor([&] { return ask.state() == QProcess::NotRunning; }, 3000);
        return QString::fromUtf8(ask.readAllStandardOutput());
    }
    static void unlock(ui::MainWindow& window) {
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(tests::unlock(window));
    }
    MadeVault m_made;
};

QTEST_MAIN(TestClipboard)
#include "test_clipboard.moc"

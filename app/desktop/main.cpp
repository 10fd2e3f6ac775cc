#include "core/base/platform.h"
#include "core/crypto/secret.h"
#include "ui/shell/mainwindow.h"
#include "ui/style/appicon.h"
#include <QApplication>
#include <QCommandLineParser>
#include <QLoggingCategory>
#include <cstdio>
#include <cstring>

namespace {

// Before there is an application: it would ask for a display.
bool asksForVersion(int argc, char** argv) {
    return argc == 2 && std::strcmp(argv[1], "--version") == 0;
}

} // namespace

int main(int argc, char** argv) {
    core::platform::hardenProcess();
    if (asksForVersion(argc, argv)) {
        std::puts("Firsthand " FIRSTHAND_VERSION);
        return 0;
    }
    core::crypto::init();
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QApplication::setAttribute(Qt::AA_DontUseNativeMenuBar);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("firsthand"));
    QApplication::setApplicationVersion(QStringLiteral(FIRSTHAND_VERSION));
    QApplication::setOrganizationName(QStringLiteral("firsthand"));
    QGuiApplication::setDesktopFileName(QStringLiteral("firsthand"));
    QLoggingCategory::setFilterRules(QStringLiteral("*.debug=false\n*.info=false"));

    QCommandLineParser line;
    line.setApplicationDescription(
        QCoreApplication::translate("main", "A safeguarding lead's record and guide when online harm comes to light."));
    line.addHelpOption();
    line.addVersionOption();
    const QCommandLineOption vault(QStringLiteral("vault"),
                                   QCoreApplication::translate("main", "Open the records in <folder>."),
                                   QStringLiteral("folder"));
    line.addOption(vault);
    line.process(application);

    QSettings settings;
    const ui::Preferences preferences = ui::readPreferences(settings);
    ui::applyTheme(application, preferences.look, preferences.textPercent / 100.0);
    QApplication::setWindowIcon(ui::appIcon());
    ui::MainWindow window(settings, line.value(vault));
    window.show();
    return QApplication::exec();
}

#include "ui/settings/settingspage.h"
#include "ui/widgets/filedialogs.h"
#include <QAbstractButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

class TestPreferences : public QObject {
    Q_OBJECT
private slots:
    void theyComeBack() {
        QTemporaryDir place;
        QSettings settings(place.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        const ui::Preferences wanted{ui::Look::HighContrast, 175, 15, QStringLiteral("/var/lib/firsthand/records")};

        ui::writePreferences(settings, wanted);

        QCOMPARE(ui::readPreferences(settings), wanted);
    }
    void nonsenseFallsBack() {
        QTemporaryDir place;
        QSettings settings(place.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        settings.setValue(QStringLiteral("look"), QStringLiteral("tartan"));
        settings.setValue(QStringLiteral("textPercent"), 900);
        settings.setValue(QStringLiteral("idleMinutes"), 0);

        QCOMPARE(ui::readPreferences(settings), ui::Preferences());
    }
    void aChoiceTakesEffectAtOnce() {
        ui::SettingsPage page;
        page.show(ui::Preferences());
        QSignalSpy changed(&page, &ui::SettingsPage::changed);
        const auto buttons = page.findChildren<QAbstractButton*>();
        const auto dark =
            std::find_if(buttons.begin(), buttons.end(), [](auto* b) { return b->text() == QLatin1String("Dark"); });

        (*dark)->click();

        QCOMPARE(changed.last().first().value<ui::Preferences>().look, ui::Look::Dark);
    }
    void theFoldersVisitedAreForgotten() {
        QTemporaryDir home;
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, home.path());
        QSettings remembered(QSettings::UserScope, QStringLiteral("QtProject"));
        remembered.setValue(QStringLiteral("FileDialog/history"),
                            QStringList{QStringLiteral("file:///home/ruth/Aisha")});
        remembered.sync();

        ui::forgetFileDialogHistory();

        QSettings after(QSettings::UserScope, QStringLiteral("QtProject"));
        QVERIFY(!after.contains(QStringLiteral("FileDialog/history")));
    }
};

QTEST_MAIN(TestPreferences)
#include "test_preferences.moc"

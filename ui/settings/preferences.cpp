#include "ui/settings/preferences.h"
#include <QSettings>
#include <array>

namespace ui {
namespace {

struct LookName {
    Look look;
    const char* name;
};
constexpr std::array<LookName, 4> lookNames{
    {{Look::System, "system"}, {Look::Light, "light"}, {Look::Dark, "dark"}, {Look::HighContrast, "high-contrast"}}};

int numberIn(const QSettings& settings, const char* key, int least, int most, int otherwise) {
    bool isNumber = false;
    const int number = settings.value(QLatin1String(key)).toInt(&isNumber);
    return isNumber && number >= least && number <= most ? number : otherwise;
}

} // namespace

Preferences readPreferences(const QSettings& settings) {
    Preferences read;
    const QString look = settings.value(QLatin1String("look")).toString();
    for (const LookName& known : lookNames) {
        if (look == QLatin1String(known.name))
            read.look = known.look;
    }
    read.textPercent = numberIn(settings, "textPercent", 100, 200, read.textPercent);
    read.idleMinutes = numberIn(settings, "idleMinutes", 1, 60, read.idleMinutes);
    read.vaultFolder = settings.value(QLatin1String("vaultFolder")).toString();
    return read;
}

void writePreferences(QSettings& settings, const Preferences& preferences) {
    for (const LookName& known : lookNames) {
        if (preferences.look == known.look)
            settings.setValue(QLatin1String("look"), QLatin1String(known.name));
    }
    settings.setValue(QLatin1String("textPercent"), preferences.textPercent);
    settings.setValue(QLatin1String("idleMinutes"), preferences.idleMinutes);
    settings.setValue(QLatin1String("vaultFolder"), preferences.vaultFolder);
}

} // namespace ui

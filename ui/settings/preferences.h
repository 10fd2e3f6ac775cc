#pragma once
#include "ui/style/theme.h"
#include <QString>

class QSettings;

namespace ui {

// What one user of this PC likes. Kept in their own settings file; no name of anybody and nothing of a record is ever
// in it.
struct Preferences {
    Look look = Look::System;
    int textPercent = 100; // 100 to 200
    int idleMinutes = 5;   // 1 to 60
    QString vaultFolder;   // the one opened last
    bool operator==(const Preferences&) const = default;
};

Preferences readPreferences(const QSettings& settings); // what is out of range falls back
void writePreferences(QSettings& settings, const Preferences& preferences);

} // namespace ui

#pragma once
#include "ui/settings/preferences.h"
#include "ui/widgets/page.h"

namespace ui {
class Button;
class ChoiceGroup;

// Look, size of the text, minutes until it locks. Takes effect at once; open before unlocking too.
class SettingsPage : public Page {
    Q_OBJECT
public:
    explicit SettingsPage(QWidget* parent = nullptr);
    void show(const Preferences& preferences);
    void setOfficeOffered(bool offered); // to a lead, while the office can be changed
    void takeFocus();

signals:
    void changed(const Preferences& preferences);
    void done();
    void officeAsked(); // its numbers

private:
    void read();
    Preferences m_preferences;
    ChoiceGroup* m_look;
    ChoiceGroup* m_text;
    ChoiceGroup* m_idle;
    QWidget* m_office;
    Button* m_done;
};

} // namespace ui

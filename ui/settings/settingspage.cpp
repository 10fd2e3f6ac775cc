#include "ui/settings/settingspage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choicegroup.h"
#include "ui/widgets/plainlabel.h"
#include <QAbstractButton>
#include <QVBoxLayout>

namespace ui {
namespace {

std::vector<ChoiceOption> numbers(std::initializer_list<int> values, const QString& pattern) {
    std::vector<ChoiceOption> options;
    for (const int value : values)
        options.push_back({QString::number(value), pattern.arg(value), {}});
    return options;
}

} // namespace

SettingsPage::SettingsPage(QWidget* parent) : Page(parent, 640), m_done(new PrimaryButton(tr("Done"))) {
    m_look = new ChoiceGroup(ChoiceGroup::Kind::One,
                             {{QStringLiteral("0"), tr("As the rest of this PC"), {}},
                              {QStringLiteral("1"), tr("Light"), {}},
                              {QStringLiteral("2"), tr("Dark"), {}},
                              {QStringLiteral("3"), tr("High contrast"), {}}},
                             nullptr, ChoiceGroup::Direction::Across);
    m_text = new ChoiceGroup(ChoiceGroup::Kind::One, numbers({100, 125, 150, 175, 200}, tr("%1\u00a0%")), nullptr,
                             ChoiceGroup::Direction::Across);
    m_idle = new ChoiceGroup(ChoiceGroup::Kind::One, numbers({2, 5, 10, 15, 30}, tr("%1 minutes")), nullptr,
                             ChoiceGroup::Direction::Across);
    content()->addWidget(new PlainLabel(tr("Settings"), Type::Heading1));
    const auto add = [this](const QString& label, const QString& help, ChoiceGroup* group) {
        group->setLabel(label);
        content()->addSpacing(space(2));
        content()->addWidget(new PlainLabel(label, Type::Heading2));
        if (!help.isEmpty())
            content()->addWidget(new PlainLabel(help, Type::Small, Colour::Soft));
        content()->addWidget(group);
        connect(group, &ChoiceGroup::changed, this, &SettingsPage::read);
    };
    add(tr("Look"), {}, m_look);
    add(tr("Size of the text"), {}, m_text);
    add(tr("Lock when nobody has touched it for"),
        tr("What you are writing is kept. Sleep and a locked screen lock it too. For a long call, Keep open for this "
           "call is in the menu."),
        m_idle);
    m_office = new QWidget;
    auto* office = new QVBoxLayout(m_office);
    office->setContentsMargins(0, space(2), 0, 0);
    office->setSpacing(space(4));
    office->addWidget(new PlainLabel(tr("The office's numbers"), Type::Heading2));
    office->addWidget(new PlainLabel(tr("Telephone numbers of the office and of children's social care, and when "
                                        "somebody last rang them."),
                                     Type::Small, Colour::Soft));
    auto* numbers = new PlainButton(tr("Check or change the &numbers…"));
    office->addWidget(numbers, 0, Qt::AlignLeft);
    content()->addWidget(m_office);
    m_office->hide();
    connect(numbers, &QPushButton::clicked, this, &SettingsPage::officeAsked);
    content()->addSpacing(space(4));
    content()->addWidget(m_done, 0, Qt::AlignLeft);
    content()->addStretch(1);
    connect(m_done, &QPushButton::clicked, this, &SettingsPage::done);
}

void SettingsPage::show(const Preferences& preferences) {
    m_preferences = preferences;
    m_look->choose(QString::number(static_cast<int>(preferences.look)));
    m_text->choose(QString::number(preferences.textPercent));
    m_idle->choose(QString::number(preferences.idleMinutes));
}

void SettingsPage::setOfficeOffered(bool offered) {
    m_office->setVisible(offered);
}

void SettingsPage::takeFocus() {
    toTop();
    m_look->first()->setFocus(Qt::OtherFocusReason);
}

void SettingsPage::read() {
    Preferences now = m_preferences;
    if (!m_look->chosen().isEmpty())
        now.look = static_cast<Look>(m_look->chosen().toInt());
    if (!m_text->chosen().isEmpty())
        now.textPercent = m_text->chosen().toInt();
    if (!m_idle->chosen().isEmpty())
        now.idleMinutes = m_idle->chosen().toInt();
    if (now == m_preferences)
        return;
    m_preferences = now;
    emit changed(now);
}

} // namespace ui

#include "ui/settings/aboutpage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plainlabel.h"
#include <QGridLayout>
#include <QVBoxLayout>

namespace ui {

AboutPage::AboutPage(QWidget* parent) : Page(parent, 640), m_done(new PrimaryButton(tr("Done"))) {
    const auto heading = [this](const QString& text) {
        content()->addSpacing(space(2));
        content()->addWidget(new PlainLabel(text, Type::Heading2));
    };
    const auto paragraph = [this](const QString& text) {
        auto* label = new PlainLabel(text);
        label->setSelectable(true);
        label->setFocusPolicy(Qt::NoFocus);
        content()->addWidget(label);
    };
    content()->addWidget(new PlainLabel(tr("About Firsthand"), Type::Heading1));
    paragraph(tr("Version %1").arg(QStringLiteral(FIRSTHAND_VERSION)));
    paragraph(tr("An encrypted case record and a guide, for when sexual images of a child come to light in a school or "
                 "an agency."));
    heading(tr("What it does not do"));
    for (const QString& sentence :
         {tr("It never holds an image: there is no way to put one in."),
          tr("It sends nothing anywhere. A referral is made by you, by phone or on the portal of the authority."),
          tr("It does not replace your local procedures, and it is not legal advice."),
          tr("It cannot reset a passphrase. Whoever has lost theirs needs the recovery sheet.")})
        paragraph(sentence);
    heading(tr("Keys"));
    addKeys();
    heading(tr("Licence"));
    paragraph(tr("Free software under the GNU General Public License, version 3. It comes without any warranty. The "
                 "text of the licence comes with the program."));
    content()->addSpacing(space(4));
    content()->addWidget(m_done, 0, Qt::AlignLeft);
    content()->addStretch(1);
    connect(m_done, &QPushButton::clicked, this, &AboutPage::done);
}

void AboutPage::addKeys() {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space(5));
    grid->setVerticalSpacing(space(1));
    grid->setColumnStretch(1, 1);
    const std::vector<QPair<QString, QString>> keys{
        {tr("Esc Esc"), tr("Hide: cover the screen and lock")},
        {tr("Ctrl+Shift+H, Ctrl+L"), tr("The same")},
        {tr("Ctrl+N"), tr("New concern")},
        {tr("Ctrl+Shift+F"), tr("Search all your cases")},
        {tr("Ctrl+F"), tr("In a case: find in its timeline")},
        {tr("Ctrl+Page Up, Ctrl+Page Down"), tr("In a case: the page before, the next page")},
        {tr("Ctrl+Shift+E"), tr("In a case: export")},
        {tr("Alt with a letter"), tr("Press the button in which that letter is underlined")},
        {tr("Tab, Shift+Tab"), tr("The next thing that can be answered or pressed, the one before")},
        {tr("Delete"), tr("On a chosen answer: take it back")}};
    int row = 0;
    for (const auto& [key, does] : keys) {
        grid->addWidget(new PlainLabel(key, Type::Strong), row, 0, Qt::AlignTop);
        grid->addWidget(new PlainLabel(does), row++, 1, Qt::AlignTop);
    }
    content()->addLayout(grid);
}

void AboutPage::takeFocus() {
    m_done->setFocus(Qt::OtherFocusReason);
    toTop();
}

} // namespace ui

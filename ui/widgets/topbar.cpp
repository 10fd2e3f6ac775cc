#include "ui/widgets/topbar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plainlineedit.h"
#include <QHBoxLayout>
#include <QResizeEvent>
#include <QTime>

namespace ui {

TopBar::TopBar(QWidget* parent)
    : Ground(Colour::Surface, parent)
    , m_across(new QHBoxLayout)
    , m_brand(new PlainLabel(QStringLiteral("Firsthand"), Type::Strong))
    , m_home(new QuietButton(tr("‹ Home")))
    , m_search(new PlainLineEdit)
    , m_kept(new PlainLabel({}, Type::Small, Colour::Soft))
    , m_hide(new PlainButton(tr("Hide")))
    , m_menu(new QuietButton({})) {
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(0);
    setLow(false);
    m_across->setSpacing(space(4));
    m_brand->setWordWrap(false);
    m_brand->setMinimumHeight(px(36));
    m_across->addWidget(m_brand);
    m_across->addWidget(m_home);
    m_across->addSpacing(space(2));
    m_across->addWidget(m_search, 3);
    m_across->addStretch(2);
    m_across->addWidget(m_kept);
    m_across->addWidget(m_hide);
    m_across->addWidget(m_menu);
    down->addLayout(m_across);
    down->addWidget(new Rule);
    m_kept->setWordWrap(false);
    m_search->setPlaceholderText(tr("Search your cases  Ctrl+Shift+F"));
    m_search->setAccessibleName(tr("Search your cases"));
    m_search->setMaximumWidth(px(360));
    m_search->setMinimumWidth(80);
    m_hide->setHint(tr("Esc Esc"));
    m_hide->setAccessibleDescription(
        tr("Covers the screen and locks. Escape twice, or Control Shift H, does the same."));
    m_home->setAccessibleName(tr("Home"));
    connect(m_home, &QPushButton::clicked, this, &TopBar::homeAsked);
    connect(m_hide, &QPushButton::clicked, this, &TopBar::hideAsked);
    connect(m_search, &QLineEdit::textEdited, this, &TopBar::searchTyped);
    setUnlocked(false);
}

void TopBar::setLow(bool low) {
    m_across->setContentsMargins(space(5), low ? 3 : 8, space(5), low ? 3 : 8);
}

void TopBar::setHome(bool atHome) {
    m_atHome = atHome;
    m_brand->setVisible(!m_unlocked || atHome);
    m_home->setVisible(m_unlocked && !atHome);
}

void TopBar::setWho(const QString& who) {
    m_who = who;
    fit(width());
}

void TopBar::setUnlocked(bool unlocked) {
    m_unlocked = unlocked;
    for (QWidget* part : {static_cast<QWidget*>(m_search), static_cast<QWidget*>(m_hide)})
        part->setVisible(unlocked);
    m_kept->setVisible(unlocked && !m_kept->text().isEmpty());
    m_search->clear();
    setHome(true);
    fit(width());
}

void TopBar::setKeptOpenUntil(const QTime& until) {
    m_kept->setText(until.isValid() ? tr("Kept open until %1").arg(until.toString(QStringLiteral("HH:mm")))
                                    : QString());
    m_kept->setVisible(m_unlocked && until.isValid());
}

// Where it is narrow the name and the hint make room; nothing that can be done goes away.
void TopBar::fit(int width) {
    const bool narrow = width < px(900);
    m_hide->setHint(narrow ? QString() : tr("Esc Esc"));
    const QString shown = m_unlocked && !narrow && !m_who.isEmpty() ? m_who : tr("Menu");
    m_menu->setText(QString(shown).replace(QLatin1Char('&'), QLatin1String("&&")) + QStringLiteral(" ▾"));
    m_menu->setAccessibleName(m_who.isEmpty() || !m_unlocked ? tr("Menu") : tr("Menu, %1").arg(m_who));
    m_search->setPlaceholderText(narrow ? tr("Search") : tr("Search your cases  Ctrl+Shift+F"));
}

void TopBar::resizeEvent(QResizeEvent* event) {
    Ground::resizeEvent(event);
    fit(event->size().width());
}

FootBar::FootBar(QWidget* parent)
    : Ground(Colour::Surface, parent), m_text(new PlainLabel({}, Type::Small, Colour::Soft)) {
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(0);
    down->addWidget(new Rule);
    m_text->setContentsMargins(space(5), 5, space(5), 5);
    m_text->setWordWrap(false);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    down->addWidget(m_text);
}

void FootBar::setFacts(const QStringList& facts) {
    m_text->setText(facts.isEmpty() ? QStringLiteral(" ") : facts.join(QStringLiteral("      ")));
}

} // namespace ui

#include "ui/unlock/welcomepage.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/plainlabel.h"
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui {
namespace {

// What it does at the left, the button at the right; one below the other where it is narrow is the layout's own doing.
QWidget* choice(const QString& heading, const QString& text, Button* button) {
    auto* row = new QWidget;
    auto* across = new QHBoxLayout(row);
    across->setContentsMargins(space(5), space(4), space(5), space(4));
    across->setSpacing(space(4));
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(new PlainLabel(heading, Type::Strong));
    words->addWidget(new PlainLabel(text, Type::Small, Colour::Soft));
    across->addLayout(words, 1);
    across->addWidget(button, 0, Qt::AlignVCenter);
    return row;
}

} // namespace

WelcomePage::WelcomePage(bool offerSample, QWidget* parent)
    : Page(parent, 640)
    , m_notice(new Notice(Notice::Kind::Problem, {}, {}))
    , m_setUp(new PrimaryButton(tr("&Set up")))
    , m_open(new PlainButton(tr("&Open…"))) {
    content()->addStretch(1);
    content()->addWidget(new PlainLabel(tr("Firsthand"), Type::Heading1));
    content()->addWidget(new PlainLabel(
        tr("For the person who leads on safeguarding: what to do, step by step, when sexual images of a child "
           "or other online harm come to light, and the record of it. It never holds an image."),
        Type::Body, Colour::Soft));
    content()->addWidget(m_notice);
    m_notice->hide();
    auto* card = new Card;
    m_setUp->setAccessibleName(tr("Set up this office"));
    m_open->setAccessibleName(tr("Open your office's records"));
    card->addRow(choice(tr("Set up this office"),
                        tr("Make a new, encrypted records folder on this PC. About ten minutes; a printer helps."),
                        m_setUp));
    card->addRow(choice(tr("Open your office's records"),
                        tr("Your office is set up already: choose its records folder."), m_open));
    connect(m_setUp, &QPushButton::clicked, this, &WelcomePage::setUpAsked);
    connect(m_open, &QPushButton::clicked, this, &WelcomePage::openAsked);
    if (offerSample) {
        m_sample = new PlainButton(tr("&Look around"));
        m_sample->setAccessibleName(tr("Look around with made-up cases"));
        card->addRow(choice(tr("Look around with made-up cases"),
                            tr("Nobody in them is real. They are gone when you close Firsthand."), m_sample));
        connect(m_sample, &QPushButton::clicked, this, &WelcomePage::sampleAsked);
    }
    content()->addWidget(card);
    content()->addWidget(new PlainLabel(tr("If a child is in danger now, call 999 first. Record afterwards."),
                                        Type::Small, Colour::Soft));
    content()->addStretch(2);
}

void WelcomePage::say(const QString& sentence) {
    m_notice->say(Notice::Kind::Problem, sentence);
}

void WelcomePage::setBusy(const QString& doing) {
    for (Button* button : {m_setUp, m_open, m_sample}) {
        if (button)
            button->setEnabled(doing.isEmpty());
    }
    m_notice->say(Notice::Kind::Info, doing);
}

void WelcomePage::takeFocus() {
    m_setUp->setFocus(Qt::OtherFocusReason);
}

} // namespace ui

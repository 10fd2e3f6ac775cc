#include "ui/concern/answerspage.h"
#include "ui/style/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/page.h"
#include "ui/widgets/plainlabel.h"
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace ui::concern {

namespace {

PlainLabel* wrapped(const QString& text, Type type = Type::Body, Colour colour = Colour::Text) {
    auto* label = new PlainLabel(text, type, colour);
    label->setWordWrap(true);
    return label;
}

} // namespace

AnswersPage::AnswersPage(const std::vector<Answer>& answers, QWidget* parent)
    : QWidget(parent)
    , m_problem(new Notice(Notice::Kind::Problem, {}, {}))
    , m_record(new PrimaryButton(tr("&Record and open the case"))) {
    auto* page = new Page(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(page);
    page->content()->addWidget(wrapped(tr("Check your answers"), Type::Heading1));
    page->content()->addWidget(
        wrapped(tr("Nothing is recorded yet. After this, a correction is a new entry beside the old one.")));
    m_problem->hide();
    page->content()->addWidget(m_problem);
    auto* card = new Card;
    for (const Answer& answer : answers) {
        auto* row = new QWidget;
        auto* across = new QHBoxLayout(row);
        across->setContentsMargins(18, 12, 18, 12);
        across->setSpacing(space(4));
        auto* words = new QVBoxLayout;
        words->setSpacing(2);
        words->addWidget(wrapped(answer.title, Type::Strong));
        for (const core::guide::Line& line : answer.lines) {
            words->addWidget(wrapped(line.label, Type::Small, Colour::Soft));
            words->addWidget(wrapped(line.text));
        }
        if (answer.lines.empty())
            words->addWidget(wrapped(tr("Not answered"), Type::Body, Colour::Soft));
        across->addLayout(words, 1);
        auto* change = new QuietButton(tr("Change"));
        change->setAccessibleName(tr("Change: %1").arg(answer.title));
        across->addWidget(change, 0, Qt::AlignTop);
        card->addRow(row);
        connect(
            change, &QAbstractButton::clicked, this, [this, form = answer.form] { emit changeAsked(form); },
            Qt::QueuedConnection);
    }
    page->content()->addWidget(card);
    page->content()->addStretch(1);
    auto* back = new QuietButton(tr("&Back"));
    auto* bar = new QHBoxLayout;
    bar->addWidget(m_record);
    bar->addStretch(1);
    bar->addWidget(back);
    page->bar()->addLayout(bar);
    connect(m_record, &QAbstractButton::clicked, this, &AnswersPage::recordAsked, Qt::QueuedConnection);
    connect(back, &QAbstractButton::clicked, this, &AnswersPage::backAsked, Qt::QueuedConnection);
}

void AnswersPage::showProblem(const QString& sentence) {
    m_problem->say(Notice::Kind::Problem, sentence);
}

void AnswersPage::focusRecord() {
    m_record->setFocus();
}

} // namespace ui::concern

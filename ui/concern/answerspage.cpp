#include "ui/concern/answerspage.h"
#include "ui/style/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/page.h"
#include "ui/widgets/plainlabel.h"
#include <QHBoxLayout>
#include <QResizeEvent>
#include <QVBoxLayout>
#include <algorithm>

namespace ui::concern {

namespace {

PlainLabel* wrapped(const QString& text, Type type = Type::Body, Colour colour = Colour::Text) {
    auto* label = new PlainLabel(text, type, colour);
    label->setWordWrap(true);
    return label;
}

// A question and its answer beside it, or below it where there is no room. All questions take the same width: answers
// stand below each other, however long a word in one of them is.
class AskedAndAnswered : public QWidget {
public:
    AskedAndAnswered(const QString& asked, const QString& answered)
        : m_across(new QHBoxLayout(this))
        , m_asked(wrapped(asked, Type::Body, Colour::Soft))
        , m_answer(answered.isEmpty() ? wrapped(AnswersPage::tr("Not answered"), Type::Body, Colour::Soft)
                                      : wrapped(answered)) {
        m_across->setContentsMargins(0, 0, 0, 0);
        m_across->addWidget(m_asked, 0, Qt::AlignTop);
        m_across->addWidget(m_answer, 1, Qt::AlignTop);
    }

protected:
    void resizeEvent(QResizeEvent* event) override {
        QWidget::resizeEvent(event);
        const int width = event->size().width(), column = width * 36 / 100;
        const bool beside = width >= px(460) && m_answer->minimumSizeHint().width() <= width - column - space(4);
        m_asked->setMinimumWidth(beside ? column : 0);
        m_asked->setMaximumWidth(beside ? column : QWIDGETSIZE_MAX);
        m_across->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
        m_across->setSpacing(beside ? space(4) : 0);
    }

private:
    QBoxLayout* m_across;
    PlainLabel *m_asked, *m_answer;
};

// In order. Many in a row that were left open take one line together: they are there, and the answers stand out.
std::vector<QWidget*> linesOf(const std::vector<core::guide::Line>& lines) {
    constexpr std::ptrdiff_t many = 3;
    std::vector<QWidget*> widgets;
    for (auto at = lines.begin(); at != lines.end();) {
        const auto answered = std::find_if(at, lines.end(), [](const auto& line) { return !line.text.isEmpty(); });
        if (answered - at < many) {
            widgets.push_back(new AskedAndAnswered(at->label, at->text));
            ++at;
            continue;
        }
        QStringList open;
        for (; at != answered; ++at)
            open << at->label;
        widgets.push_back(new AskedAndAnswered(open.join(QStringLiteral(" · ")), {}));
    }
    return widgets;
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
        auto* part = new QWidget;
        auto* down = new QVBoxLayout(part);
        down->setContentsMargins(18, 12, 18, 14);
        down->setSpacing(space(2));
        auto* across = new QHBoxLayout;
        across->addWidget(wrapped(answer.title, Type::Heading3), 1);
        auto* change = new QuietButton(tr("Change"));
        change->setAccessibleName(tr("Change: %1").arg(answer.title));
        across->addWidget(change, 0, Qt::AlignTop);
        down->addLayout(across);
        for (QWidget* line : linesOf(answer.lines))
            down->addWidget(line);
        card->addRow(part);
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

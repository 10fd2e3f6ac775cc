#include "ui/shell/concernwindow.h"
#include "ui/concern/answerspage.h"
#include "ui/entry/entryeditor.h"
#include "ui/entry/wording.h"
#include "ui/shell/caseneeds.h"
#include "ui/shell/firstquestions.h"
#include "ui/widgets/button.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/plainlabel.h"
#include <QHBoxLayout>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

using namespace core;

namespace ui::shell {

using Question = FirstQuestions::Question;

struct ConcernWindow::Inner {
    record::CaseFile& file;
    const guide::Guide& guide;
    const vault::Office& office;
    FirstQuestions questions;
    size_t at = 0;
    bool unread = false;    // the drafts are there, and nobody knows what is in them
    bool returning = false; // to the answers, after one of them was changed
    PlainLabel* progress = nullptr;
    Notice* problem = nullptr;
    Notice* sure = nullptr;
    QVBoxLayout* layout = nullptr;
    QWidget* content = nullptr;
    entry::EntryEditor* editor = nullptr;
    concern::AnswersPage* answers = nullptr;
};

ConcernWindow::ConcernWindow(record::CaseFile& file, const guide::Guide& guide, const vault::Office& office,
                             QWidget* parent)
    : QWidget(parent), m(std::make_unique<Inner>(Inner{file, guide, office, {file, guide, office}})) {
    m->unread = !m->questions.takeDrafts();
    m->at = m->questions.lastSeen(); // back where one was

    m->progress = new PlainLabel({}, Type::Small, Colour::Soft);
    m->problem = new Notice(Notice::Kind::Problem, {}, {});
    m->problem->hide();
    auto* later = new QuietButton(tr("&Keep for later"));
    auto* away = new QuietButton(tr("&Throw this concern away…"));
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(space(5), space(2), space(5), 0);
    bar->setSpacing(space(5));
    bar->addWidget(new PlainLabel(tr("New concern"), Type::Heading3));
    bar->addWidget(m->progress);
    bar->addStretch(1);
    bar->addWidget(later);
    bar->addWidget(away);
    m->layout = new QVBoxLayout(this);
    m->layout->setContentsMargins(0, 0, 0, 0);
    m->layout->setSpacing(0);
    m->layout->addLayout(bar);
    m->problem->setAround({space(5), space(2), space(5), 0});
    m->layout->addWidget(m->problem);
    connect(later, &QAbstractButton::clicked, this, [this] {
        if (keepDraft())
            emit keptForLater(caseId());
    });
    m->sure = new Notice(Notice::Kind::Warning, {}, tr("Throw away everything answered here? Nothing was recorded."));
    auto* yes = new PlainButton(tr("Throw it away"));
    auto* no = new QuietButton(tr("Keep it"));
    m->sure->addAction(yes);
    m->sure->addAction(no);
    m->sure->hide();
    m->sure->setAround({space(5), space(2), space(5), 0});
    m->layout->insertWidget(1, m->sure);
    connect(away, &QAbstractButton::clicked, this, [this, no] {
        m->sure->show();
        no->setFocus();
    });
    connect(no, &QAbstractButton::clicked, this, [this] { m->sure->hide(); });
    connect(yes, &QAbstractButton::clicked, this, &ConcernWindow::throwAway);
    showQuestion();
    if (m->unread)
        m->problem->say(Notice::Kind::Problem,
                        tr("What was answered here before could not be read, and nothing of it was changed. Press Keep "
                           "for later, lock and unlock, and open this concern again."));
}

ConcernWindow::~ConcernWindow() = default;

bool ConcernWindow::isUnfinished(const record::CaseState& state) {
    return entry::isUnfinished(state);
}

void ConcernWindow::takeFocus() {
    if (m->editor)
        m->editor->focusForm();
}

int ConcernWindow::page() const {
    return static_cast<int>(m->answers ? m->questions.size() : m->at);
}

void ConcernWindow::openPage(int page) {
    const auto at = static_cast<size_t>(std::max(0, page));
    if (at >= m->questions.size()) {
        m->at = m->questions.size() - 1;
        showAnswers();
    } else if (at != m->at) {
        m->at = at;
        showQuestion();
    }
}

void ConcernWindow::askAnew() {
    if (m->answers)
        showAnswers();
    else if (leaveQuestion())
        showQuestion();
}

CaseId ConcernWindow::caseId() const {
    return m->file.state().id;
}

void ConcernWindow::replace(QWidget* content) {
    if (m->content)
        m->content->deleteLater();
    m->content = content;
    m->layout->addWidget(content, 1);
    content->show(); // now, so that it can take the focus
    m->problem->hide();
}

void ConcernWindow::showQuestion() {
    Question& question = m->questions[m->at];
    m->answers = nullptr;
    entry::Seed seed;
    seed.kind = question.form->kind();
    seed.id = question.id;
    seed.draft = question.draft;
    seed.wasAway = std::exchange(question.wasAway, false);
    m->editor = new entry::EntryEditor(*question.form, m->questions.needs(question), seed, caseId(),
                                       [this](const ledger::Draft& draft) { return shell::keepDraft(m->file, draft); });
    m->editor->setRecordText(m->returning ? tr("&Continue to your answers") : tr("&Continue"));
    m->editor->setThrowAwayOffered(false); // one way out for the whole concern is enough
    if (!question.draft.isEmpty())
        m->editor->bringBackRails(m->questions.rails(question, m->editor->recording()),
                                  [this](const QString& text) { return m->questions.words(text); });
    if (m->at > 0 || m->returning)
        connect(m->editor->addBarButton(tr("&Back")), &QAbstractButton::clicked, this, [this] {
            if (leaveQuestion())
                QTimer::singleShot(0, this, &ConcernWindow::goBack);
        });
    connect(m->editor, &entry::EntryEditor::recordAsked, this, &ConcernWindow::answer);
    m->progress->setText(tr("Page %1 of %2").arg(m->at + 1).arg(m->questions.size()));
    replace(m->editor);
    question.seen = true;
    m->editor->focusForm();
}

// Keeps what is written so far. False: it could not be kept, and the question stays in sight.
bool ConcernWindow::leaveQuestion() {
    if (!m->editor)
        return true;
    Question& question = m->questions[m->at];
    question.draft = m->editor->content();
    question.answer = m->editor->hasText() ? std::optional(m->editor->recording()) : std::nullopt;
    return m->editor->keep().has_value();
}

void ConcernWindow::goBack() {
    if (m->returning) {
        showAnswers();
        return;
    }
    --m->at;
    showQuestion();
}

void ConcernWindow::answer() {
    Question& question = m->questions[m->at];
    const record::Recording recording = m->editor->recording();
    if (m->editor->hasText()) {
        if (const auto problems = m->file.problems(recording, m->questions.answersBefore(question));
            !problems.empty()) {
            m->editor->showProblems(problems);
            return;
        }
        if (!m->editor->passRails(m->questions.rails(question, recording),
                                  [this](const QString& text) { return m->questions.words(text); }))
            return;
    }
    if (!leaveQuestion())
        return;
    question.hiddenSaid = m->questions.hiddenAnswers(question); // by the editor, before it let go
    QTimer::singleShot(0, this, &ConcernWindow::goOn);
}

// To the next question. After a change back to the answers, unless it leaves something to do on another page.
void ConcernWindow::goOn() {
    if (!m->returning && m->at + 1 < m->questions.size()) {
        ++m->at;
        showQuestion();
    } else if (!m->returning || !showWhatIsWrong()) {
        showAnswers();
    }
}

void ConcernWindow::showAnswers() {
    std::vector<concern::AnswersPage::Answer> answers;
    guide::ValueNames names = entry::namesFor(m->file.state(), m->office, m->guide);
    names.worded = [this](const QString& text) { return m->questions.words(text); };
    for (const Question& question : m->questions) {
        concern::AnswersPage::Answer answer{question.form->id, m->questions.words(question.form->label), {}};
        const record::Recording given = question.answer.value_or(record::Recording());
        const QString occurred = question.draft.value(QLatin1String("occurred")).toString();
        answer.lines = guide::askedLines(*question.form, conditionsOf(m->questions.needs(question), given.fields),
                                         Occurred::parse(occurred) ? given.occurred.text() : occurred,
                                         m->questions.child(), names);
        for (guide::Line& line : answer.lines)
            if (line.special && !line.text.isEmpty())
                line.text = tr("Filled in, and hidden.");
        for (const guide::GuardRail* rail : m->questions.rails(question, given))
            for (const auto& [id, reason] : given.rails)
                if (id == rail->id && !reason.trimmed().isEmpty())
                    answer.lines.push_back({tr("Gone on with a reason"), reason.trimmed()});
        answers.push_back(std::move(answer));
    }
    m->editor = nullptr;
    m->progress->setText(tr("Check your answers"));
    auto* page = new concern::AnswersPage(answers);
    replace(page);
    m->answers = page;
    connect(page, &concern::AnswersPage::changeAsked, this, [this](const QString& form) {
        m->returning = true;
        m->at = m->questions.indexOf(form);
        showQuestion();
    });
    connect(page, &concern::AnswersPage::backAsked, this, [this] {
        m->returning = false;
        m->at = m->questions.size() - 1;
        showQuestion();
    });
    connect(page, &concern::AnswersPage::recordAsked, this, &ConcernWindow::recordAll);
    page->focusRecord();
}

void ConcernWindow::recordAll() {
    const std::vector<record::Recording> recordings = m->questions.answers();
    if (recordings.empty()) {
        m->answers->showProblem(
            tr("Nothing is answered yet. Answer at least one question, or throw this concern away."));
        return;
    }
    if (showWhatIsWrong())
        return;
    if (const auto done = m->file.recordAll(recordings); !done) {
        m->answers->showProblem(errorText(done.error()));
        return;
    }
    for (const Question& question : m->questions)
        if (!question.answer && !question.draft.isEmpty())
            (void)m->file.removeDraft(question.id); // of a page on which only a proposal was taken out
    emit opened(caseId());
}

// A page that was left half-way, with its draft: back to it, and what is missing is named.
bool ConcernWindow::showWhatIsWrong() {
    const auto found = m->questions.firstUnsettled();
    if (!found)
        return false;
    QTimer::singleShot(0, this, [this, found] {
        m->at = *found;
        m->returning = true;
        showQuestion();
        m->editor->ask();
    });
    return true;
}

void ConcernWindow::throwAway() {
    if (const auto drafts = m->file.drafts())
        for (const ledger::Draft& draft : *drafts)
            (void)m->file.removeDraft(draft.id);
    if (m->editor)
        m->editor->finish();
    emit thrownAway(caseId());
}

bool ConcernWindow::isEmpty() const {
    if (m->unread || (m->editor && !m->editor->content().isEmpty()))
        return false;
    return m->questions.isUntouched();
}

Result<> ConcernWindow::keepDraft() {
    return m->editor ? m->editor->keep() : Result<>();
}

} // namespace ui::shell

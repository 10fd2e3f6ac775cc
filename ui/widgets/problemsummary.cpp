#include "ui/widgets/problemsummary.h"
#include "ui/widgets/button.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/page.h"
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace ui {
namespace {

QString escaped(QString words) {
    return words.replace(QLatin1Char('&'), QLatin1String("&&"));
}

// On top the question is out of sight: what does not name it by itself gets its name.
QString named(const QString& sentence, const FieldRow* at) {
    if (!at || sentence.contains(at->label()))
        return sentence;
    return ProblemSummary::tr("“%1”: %2").arg(at->label(), sentence);
}

} // namespace

ProblemSummary::ProblemSummary(RowAt rowAt, QWidget* parent)
    : Notice(Kind::Problem, {}, {}, parent), m_rowAt(std::move(rowAt)), m_goOn(tr("Record")) {
    hide();
}

void ProblemSummary::setGoOn(const QString& button) {
    m_goOn = button;
}

void ProblemSummary::showProblems(const std::vector<Problem>& problems) {
    clear();
    if (problems.empty())
        return;
    for (const Problem& problem : problems) {
        FieldRow* at = m_rowAt(problem.path);
        auto* link = new Button(Button::Kind::Quiet, escaped(named(problem.sentence, at)));
        link->setWraps(true);
        body()->addWidget(link);
        if (at) {
            at->setProblem(problem.sentence);
            connect(link, &QPushButton::clicked, at, [at] {
                at->focusField();
                revealBelow(at, at); // with its words on top, also where it is higher than the window
            });
        }
        m_lines.push_back({problem, at ? at->value() : QJsonValue(), link});
    }
    sayHowMany();
    setVisible(true);
    m_lines.front().link->setFocus(Qt::OtherFocusReason);
}

void ProblemSummary::sayHowMany() {
    const QString heading = m_lines.size() == 1
                                ? tr("One thing to put right, then press %1").arg(m_goOn)
                                : tr("%1 things to put right, then press %2").arg(m_lines.size()).arg(m_goOn);
    set(Kind::Problem, heading, {});
}

void ProblemSummary::settle(const std::vector<Problem>& found) {
    std::vector<Line> left;
    for (Line& line : m_lines) {
        FieldRow* at = m_rowAt(line.problem.path);
        const auto still =
            std::find_if(found.begin(), found.end(), [&](const Problem& p) { return p.path == line.problem.path; });
        const bool asBefore = !at || (at->isVisibleTo(parentWidget()) && at->value() == line.answer);
        if (still == found.end() && !asBefore) {
            if (std::none_of(found.begin(), found.end(), [&](const Problem& p) { return m_rowAt(p.path) == at; }))
                at->settleProblem();
            keepRoom(*line.link, true); // until the page is judged again
            line.link->hide();
            m_settled.push_back(line.link);
            continue;
        }
        if (still != found.end() && still->sentence != line.problem.sentence) {
            line.problem.sentence = still->sentence;
            line.link->setText(escaped(named(still->sentence, at)));
            if (at)
                at->setProblem(still->sentence);
        }
        left.push_back(line);
    }
    m_lines = std::move(left);
    keepRoom(*this, true);
    setVisible(!m_lines.empty());
    if (!m_lines.empty())
        sayHowMany();
}

void ProblemSummary::clear() {
    for (const Line& line : std::exchange(m_lines, {}))
        line.link->deleteLater();
    for (Button* link : std::exchange(m_settled, {}))
        link->deleteLater();
    keepRoom(*this, false);
    hide();
}

} // namespace ui

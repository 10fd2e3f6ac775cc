#include "ui/unlock/setupstep.h"
#include "ui/widgets/button.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/page.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plainlineedit.h"
#include "ui/widgets/statusline.h"
#include <QVBoxLayout>

namespace ui {
namespace {

void goTo(QWidget* field) {
    field->setFocus(Qt::OtherFocusReason);
    reveal(field);
}

} // namespace

SetupStep::SetupStep(const QString& heading, const QString& intro, QWidget* parent)
    : QWidget(parent), m_layout(new QVBoxLayout(this)), m_problem(new Notice(Notice::Kind::Problem, {}, {})) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(space(4));
    m_layout->addWidget(new PlainLabel(heading, Type::Heading1));
    m_layout->addWidget(new PlainLabel(intro, Type::Body, Colour::Soft));
    m_layout->addWidget(m_problem);
    m_problem->hide();
}

bool SetupStep::leave(SetupAnswers& answers) {
    clearProblems();
    take(answers);
    if (!m_faults.empty())
        showFaults();
    return m_faults.empty();
}

void SetupStep::fault(QWidget* field, const QString& sentence) {
    m_faults.push_back({field, sentence});
}

void SetupStep::showFaults() {
    const QString next = nextWords().remove(QLatin1Char('&'));
    m_problem->set(Notice::Kind::Problem,
                   m_faults.size() == 1 ? tr("One thing to put right, then press %1").arg(next)
                                        : tr("%1 things to put right, then press %2").arg(m_faults.size()).arg(next),
                   {});
    for (const Fault& fault : m_faults) {
        auto* link = new QuietButton(QString(fault.sentence).replace(QLatin1Char('&'), QLatin1String("&&")));
        link->setWraps(true);
        m_problem->body()->addWidget(link);
        m_links.push_back(link);
        connect(link, &QPushButton::clicked, fault.field, [field = fault.field] { goTo(field); });
    }
    for (const Saying& saying : m_sayings) {
        QStringList sentences;
        for (const Fault& fault : m_faults) {
            if (fault.field == saying.field)
                sentences << fault.sentence;
        }
        saying.say(sentences.join(QLatin1Char('\n')));
    }
    m_problem->show();
    announce(*m_problem, m_faults.front().sentence);
    goTo(m_faults.front().field);
}

void SetupStep::refuse(const QString& sentence) {
    m_problem->say(Notice::Kind::Problem, sentence);
    firstField()->setFocus(Qt::OtherFocusReason);
}

void SetupStep::clearProblems() {
    m_faults.clear();
    for (Button* link : std::exchange(m_links, {})) {
        link->hide();
        link->deleteLater();
    }
    m_problem->hide();
    for (const Saying& saying : m_sayings)
        saying.say({});
}

void SetupStep::addField(const QString& label, const QString& help, QWidget* field, QVBoxLayout* to) {
    auto* block = new QVBoxLayout;
    block->setSpacing(space(1));
    auto* name = new PlainLabel(label, Type::Strong);
    name->setBuddy(field);
    block->addWidget(name);
    if (!help.isEmpty()) {
        block->addWidget(new PlainLabel(help, Type::Small, Colour::Soft));
        field->setAccessibleDescription(help);
    }
    auto* problem = new PlainLabel({}, Type::Strong, Colour::Bad);
    problem->hide();
    block->addWidget(problem);
    block->addWidget(field);
    (to ? to : m_layout)->addLayout(block);
    addSaying(field, [problem, field, help](const QString& sentence) {
        problem->setText(sentence);
        problem->setVisible(!sentence.isEmpty());
        field->setAccessibleDescription(sentence.isEmpty() ? help : sentence);
    });
}

void SetupStep::addSaying(QWidget* field, std::function<void(const QString&)> say) {
    m_sayings.push_back({field, std::move(say)});
}

PlainLineEdit* SetupStep::addLine(const QString& label, const QString& help, QVBoxLayout* to) {
    auto* line = new PlainLineEdit;
    line->setAccessibleName(label);
    addField(label, help, line, to);
    return line;
}

} // namespace ui

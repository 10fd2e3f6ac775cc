#include "ui/unlock/setupstep.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plainlineedit.h"
#include <QVBoxLayout>

namespace ui {

SetupStep::SetupStep(const QString& heading, const QString& intro, QWidget* parent)
    : QWidget(parent), m_layout(new QVBoxLayout(this)), m_problem(new Notice(Notice::Kind::Problem, {}, {})) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(space(4));
    m_layout->addWidget(new PlainLabel(heading, Type::Heading1));
    m_layout->addWidget(new PlainLabel(intro, Type::Body, Colour::Soft));
    m_layout->addWidget(m_problem);
    m_problem->hide();
}

void SetupStep::refuse(const QString& sentence, QWidget* field) {
    m_problem->say(Notice::Kind::Problem, sentence);
    if (field)
        field->setFocus(Qt::OtherFocusReason);
}

void SetupStep::clearProblem() {
    m_problem->hide();
}

void SetupStep::addField(const QString& label, const QString& help, QWidget* field) {
    auto* block = new QVBoxLayout;
    block->setSpacing(space(1));
    auto* name = new PlainLabel(label, Type::Strong);
    name->setBuddy(field);
    block->addWidget(name);
    if (!help.isEmpty()) {
        block->addWidget(new PlainLabel(help, Type::Small, Colour::Soft));
        field->setAccessibleDescription(help);
    }
    block->addWidget(field);
    m_layout->addLayout(block);
}

PlainLineEdit* SetupStep::addLine(const QString& label, const QString& help) {
    auto* line = new PlainLineEdit;
    line->setAccessibleName(label);
    addField(label, help, line);
    return line;
}

} // namespace ui

#include "ui/widgets/fieldrow.h"
#include "ui/widgets/fieldcontrol.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/rowsedit.h"
#include "ui/widgets/statusline.h"
#include "ui/widgets/veil.h"
#include "ui/widgets/whenedit.h"
#include <QVBoxLayout>

namespace ui {

QString worded(const FormNeeds& needs, const QString& text) {
    return needs.wording ? needs.wording(text) : core::guide::filled(text, needs.child);
}

FieldRow::FieldRow(const core::guide::Field& field, const FormNeeds& needs, QWidget* parent)
    : QWidget(parent)
    , m_field(field)
    , m_label(new PlainLabel(worded(needs, field.label), Type::Strong))
    , m_problem(new PlainLabel({}, Type::Strong, Colour::Bad))
    , m_said(new PlainLabel({}, Type::Small, Colour::Soft)) {
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(space(1));
    m_control = makeControl(field, needs, m_label->text(), *this);
    down->addWidget(m_label);
    if (!field.help.isEmpty()) {
        auto* help = new PlainLabel(worded(needs, field.help), Type::Small, Colour::Soft);
        down->addWidget(help);
        m_help = help->text();
        describe({});
    }
    down->addWidget(m_problem);
    if (field.sensitivity == QLatin1String("special")) {
        m_veil = new Veil(m_label->text(), m_control.widget);
        down->addWidget(m_veil);
        connect(this, &FieldRow::changed, m_veil, [this] { m_veil->setFilled(!value().isUndefined()); });
    } else {
        down->addWidget(m_control.widget);
    }
    down->addWidget(m_said);
    m_problem->hide();
    m_said->hide();
}

QString FieldRow::label() const {
    return m_label->text();
}

void FieldRow::fill(const QJsonValue& value) {
    m_control.fill(value);
    if (m_veil)
        m_veil->setFilled(!this->value().isUndefined());
}

void FieldRow::describe(const QString& problem) {
    if (m_control.describe)
        m_control.describe(problem.isEmpty() ? m_help : problem);
}

void FieldRow::setProblem(const QString& sentence) {
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    if (auto* when = qobject_cast<WhenEdit*>(m_control.widget))
        when->setEchoShown(sentence.isEmpty()); // it would say the same twice
    describe(sentence);
}

void FieldRow::sayPasted(const QString& sentence) {
    m_said->setText(sentence);
    m_said->setVisible(!sentence.isEmpty());
    if (!sentence.isEmpty())
        announce(*m_said, sentence);
}

void FieldRow::focusField() {
    if (m_veil)
        m_veil->open();
    if (m_control.focus)
        m_control.focus->setFocus(Qt::OtherFocusReason);
}

void FieldRow::setClock(const std::function<QDateTime()>& now) {
    if (auto* when = qobject_cast<WhenEdit*>(m_control.widget))
        when->setClock(now);
}

QString FieldRow::whenProblem() const {
    const auto* when = qobject_cast<WhenEdit*>(m_control.widget);
    if (!when || when->isEmpty())
        return {};
    const core::WhenTyped read = when->read();
    return read.problem == core::WhenTyped::Problem::None ? QString() : core::whenProblemText(read, when->typed());
}

FieldRow* FieldRow::inner(QStringView path) const {
    auto* rows = qobject_cast<RowsEdit*>(m_control.widget);
    return rows ? rows->row(path) : nullptr;
}

void FieldRow::clearProblems() {
    setProblem({});
    if (auto* rows = qobject_cast<RowsEdit*>(m_control.widget))
        rows->clearProblems();
}

} // namespace ui

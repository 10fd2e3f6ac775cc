#include "ui/widgets/fieldrow.h"
#include "ui/widgets/fieldcontrol.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/page.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/rowsedit.h"
#include "ui/widgets/statusline.h"
#include "ui/widgets/veil.h"
#include "ui/widgets/whenedit.h"
#include <QVBoxLayout>

namespace ui {

namespace {

// Most questions may be left open: the few that may not say so, to the eye and to a screen reader alike.
QString hintOf(const core::guide::Field& field, const FormNeeds& needs) {
    const QString help = field.help.isEmpty() ? QString() : worded(needs, field.help);
    if (!field.required)
        return help;
    return help.isEmpty() ? FieldRow::tr("Required") : FieldRow::tr("Required. %1").arg(help);
}

} // namespace

QString worded(const FormNeeds& needs, const QString& text) {
    return needs.wording ? needs.wording(text) : core::guide::filled(text, needs.child);
}

FieldRow::FieldRow(const core::guide::Field& field, const FormNeeds& needs, QWidget* parent)
    : QWidget(parent)
    , m_field(field)
    , m_label(new PlainLabel(worded(needs, field.label), Type::Strong))
    , m_problem(new PlainLabel({}, Type::Strong, Colour::Bad))
    , m_said(new PlainLabel({}, Type::Small, Colour::Soft))
    , m_refused(new Notice(Notice::Kind::Problem, {}, {}))
    , m_proposed(new PlainLabel({}, Type::Small, Colour::Soft))
    , m_help(hintOf(field, needs)) {
    auto* down = new QVBoxLayout(this);
    down->setContentsMargins(0, 0, 0, 0);
    down->setSpacing(space(1));
    m_control = makeControl(field, needs, m_label->text(), *this);
    down->addWidget(m_label);
    if (!m_help.isEmpty())
        down->addWidget(new PlainLabel(m_help, Type::Small, Colour::Soft));
    down->addWidget(m_problem);
    if (field.sensitivity == QLatin1String("special")) {
        m_veil = new Veil(m_label->text(), m_control.widget);
        down->addWidget(m_veil);
        connect(this, &FieldRow::changed, m_veil, [this] { m_veil->setFilled(!value().isUndefined()); });
    } else {
        down->addWidget(m_control.widget);
    }
    down->addWidget(m_proposed);
    down->addWidget(m_said);
    down->addWidget(m_refused);
    for (QWidget* saidLater : std::initializer_list<QWidget*>{m_problem, m_said, m_refused, m_proposed})
        saidLater->hide();
    describe();
}

QString FieldRow::label() const {
    return m_label->text();
}

void FieldRow::fill(const QJsonValue& value) {
    m_control.fill(value);
    if (m_veil)
        m_veil->setFilled(!this->value().isUndefined());
}

void FieldRow::describe() {
    if (m_control.describe)
        m_control.describe(!m_wrong ? QStringLiteral("%1 %2").arg(m_help, m_proposed->text()).trimmed()
                                    : m_problem->text());
}

void FieldRow::setProblem(const QString& sentence) {
    m_wrong = !sentence.isEmpty();
    keepRoom(*m_problem, false);
    m_problem->setText(sentence);
    m_problem->setVisible(m_wrong);
    if (auto* when = qobject_cast<WhenEdit*>(m_control.widget))
        when->setEchoShown(sentence.isEmpty()); // it would say the same twice
    describe();
}

// What stands below must not jump under the mouse while one types here.
void FieldRow::settleProblem() {
    m_wrong = false;
    keepRoom(*m_problem, true);
    m_problem->hide();
    if (auto* when = qobject_cast<WhenEdit*>(m_control.widget))
        when->setEchoShown(true);
    describe();
}

void FieldRow::sayPasted(const QString& sentence, bool refused) {
    m_said->setText(sentence);
    m_said->setVisible(!refused && !sentence.isEmpty());
    m_refused->say(Notice::Kind::Problem, refused ? sentence : QString());
    if (m_said->isVisible())
        announce(*m_said, sentence);
    if (refused)
        reveal(m_refused);
}

void FieldRow::sayProposed(const QString& why) {
    if (m_proposed->text() == why)
        return;
    m_proposed->setText(why);
    m_proposed->setVisible(!why.isEmpty());
    describe();
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
    return when ? when->problemText() : QString();
}

FieldRow* FieldRow::inner(QStringView path) const {
    auto* rows = qobject_cast<RowsEdit*>(m_control.widget);
    return rows ? rows->row(path) : nullptr;
}

void FieldRow::clearProblems() {
    setProblem({});
    m_said->hide();
    m_refused->hide();
    if (auto* rows = qobject_cast<RowsEdit*>(m_control.widget))
        rows->clearProblems();
}

} // namespace ui

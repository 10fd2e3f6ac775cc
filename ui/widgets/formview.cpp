#include "ui/widgets/formview.h"
#include "ui/widgets/button.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/page.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plainlineedit.h"
#include "ui/widgets/whenedit.h"
#include <QLayout>
#include <QVBoxLayout>

namespace ui {
namespace {

const QString occurredId = QStringLiteral("occurred");

core::guide::Field occurredField(const core::guide::Form& form) {
    core::guide::Field field;
    field.id = occurredId;
    field.type = core::guide::FieldType::When;
    field.label = form.occurredLabel.isEmpty() ? QStringLiteral("When was this?") : form.occurredLabel;
    field.future = form.occurredFuture;
    return field;
}

} // namespace

FormView::FormView(const core::guide::Form& form, FormNeeds needs, QWidget* parent)
    : QWidget(parent)
    , m_form(form)
    , m_needs(std::move(needs))
    , m_occurredField(occurredField(form))
    , m_layout(new QVBoxLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(space(4));
    build();
    showWhatApplies();
}

FormView::~FormView() = default;

void FormView::build() {
    m_title = new PlainLabel(worded(m_needs, m_form.title), Type::Heading1);
    m_intro = new PlainLabel(worded(m_needs, m_form.intro));
    m_summary = new Notice(Notice::Kind::Problem, {}, {});
    m_summary->hide();
    auto* head = new QVBoxLayout;
    head->setSpacing(space(1));
    m_layout->addLayout(head);
    head->addWidget(m_title);
    head->addWidget(m_intro);
    m_layout->addWidget(m_summary);
    m_intro->setVisible(!m_form.intro.isEmpty()); // now that it has a place: else it would be a window for a moment
    const auto add = [this](const core::guide::Field& field) {
        auto* row = new FieldRow(field, m_needs);
        connect(row, &FieldRow::changed, this, &FormView::fieldChanged);
        m_layout->addWidget(row);
        m_rows.push_back(row);
    };
    if (m_form.askOccurred)
        add(m_occurredField);
    for (const core::guide::Field& field : m_form.fields)
        add(field);
}

core::guide::ConditionContext FormView::context(const QJsonObject& fields) const {
    core::guide::ConditionContext context{m_needs.facts};
    context.fields = fields;
    context.personParts = m_needs.personParts;
    context.recorded = m_needs.recorded;
    context.phrases = m_needs.phrases;
    return context;
}

QJsonObject FormView::allFields() const {
    QJsonObject fields;
    for (const FieldRow* row : m_rows) {
        if (row->field().id == occurredId)
            continue;
        if (const QJsonValue value = row->value(); !value.isUndefined())
            fields.insert(row->field().id, value);
    }
    return fields;
}

QJsonObject FormView::fields() const {
    return core::guide::withoutHidden(m_form, context(allFields()));
}

core::Occurred FormView::occurred() const {
    const FieldRow* when = row(occurredId);
    return when ? core::Occurred::parse(when->value().toString()).value_or(core::Occurred()) : core::Occurred();
}

QStringList FormView::dropped() const {
    QStringList labels;
    for (const QString& id : core::guide::hiddenAnswers(m_form, context(allFields()))) {
        if (const FieldRow* hidden = row(id))
            labels << hidden->label();
    }
    return labels;
}

QJsonObject FormView::draft() const {
    QJsonObject content{{QStringLiteral("fields"), allFields()}};
    if (const FieldRow* when = row(occurredId))
        content.insert(occurredId, when->value().toString());
    return content;
}

void FormView::restore(const QJsonObject& draft) {
    m_restoring = true;
    const QJsonObject fields = draft.value(QLatin1String("fields")).toObject();
    for (FieldRow* row : m_rows)
        row->fill(row->field().id == occurredId ? draft.value(occurredId) : fields.value(row->field().id));
    m_restoring = false;
    showWhatApplies();
}

void FormView::setFields(const QJsonObject& fields, const core::Occurred& occurred) {
    restore({{QStringLiteral("fields"), fields}, {occurredId, occurred.text()}});
}

bool FormView::isEmpty() const {
    const FieldRow* when = row(occurredId);
    QJsonObject typed = allFields();
    for (const QString& id : m_given)
        typed.remove(id);
    return typed.isEmpty() && (!when || when->value().isUndefined());
}

void FormView::setTitleShown(bool shown) {
    m_title->setVisible(shown);
    m_intro->setVisible(shown && !m_form.intro.isEmpty());
}

void FormView::setTitleType(Type type) {
    m_title->setType(type);
}

void FormView::hideField(const QString& id) {
    m_given << id;
    showWhatApplies();
}

void FormView::setClock(std::function<QDateTime()> now) {
    for (FieldRow* row : m_rows)
        row->setClock(now);
}

bool FormView::check() {
    std::vector<core::guide::FieldProblem> found;
    if (const FieldRow* when = row(occurredId)) {
        const QString sentence = when->whenProblem();
        if (!sentence.isEmpty())
            found.push_back({occurredId, core::guide::FieldProblem::Kind::WhenNotUnderstood, sentence});
    }
    // A moment that was not understood has a better sentence than the engine can know: it saw only letters.
    for (core::guide::FieldProblem& problem : core::guide::problems(m_form, context(fields()))) {
        const FieldRow* at = row(problem.field);
        if (at && problem.kind == core::guide::FieldProblem::Kind::WhenNotUnderstood && !at->whenProblem().isEmpty())
            problem.sentence = at->whenProblem();
        found.push_back(problem);
    }
    showProblems(found);
    return found.empty();
}

void FormView::showProblems(const std::vector<core::guide::FieldProblem>& problems) {
    clearProblems();
    if (problems.empty())
        return;
    m_summary->set(Notice::Kind::Problem,
                   problems.size() == 1 ? tr("One thing to put right before this can be recorded")
                                        : tr("%1 things to put right before this can be recorded").arg(problems.size()),
                   {});
    Button* first = nullptr;
    for (const core::guide::FieldProblem& problem : problems) {
        FieldRow* at = row(problem.field);
        if (at)
            at->setProblem(problem.sentence);
        auto* link =
            new Button(Button::Kind::Quiet, QString(problem.sentence).replace(QLatin1Char('&'), QLatin1String("&&")));
        link->setWraps(true);
        m_summary->body()->addWidget(link);
        m_links.push_back(link);
        if (at)
            connect(link, &QPushButton::clicked, at, &FieldRow::focusField);
        first = first ? first : link;
    }
    m_summary->show();
    first->setFocus(Qt::OtherFocusReason);
    reveal(m_summary);
    emit problemsShown();
}

void FormView::clearProblems() {
    for (QWidget* link : std::exchange(m_links, {}))
        link->deleteLater();
    m_summary->hide();
    for (FieldRow* row : m_rows)
        row->clearProblems();
}

void FormView::focusFirst() {
    for (FieldRow* row : m_rows) {
        if (!row->isHidden()) {
            row->focusField();
            return;
        }
    }
}

void FormView::showWhatApplies() {
    const QStringList shown = core::guide::shownFields(m_form, context(allFields()));
    for (FieldRow* row : m_rows)
        row->setVisible((row->field().id == occurredId || shown.contains(row->field().id)) &&
                        !m_given.contains(row->field().id));
}

void FormView::fieldChanged() {
    if (m_restoring)
        return;
    showWhatApplies();
    proposeAuthority();
    emit changed();
}

// What somebody chose is never changed.
void FormView::proposeAuthority() {
    const auto at = std::find_if(m_rows.begin(), m_rows.end(), [](const FieldRow* row) {
        return row->field().type == core::guide::FieldType::Authority;
    });
    if (at == m_rows.end() || !m_needs.proposedAuthority || (*at)->isHidden() ||
        (*at)->value().toString() != m_proposed)
        return;
    const QString proposed = m_needs.proposedAuthority(allFields());
    if (proposed == m_proposed)
        return;
    m_proposed = proposed;
    m_restoring = true;
    (*at)->fill(proposed);
    m_restoring = false;
}

FieldRow* FormView::row(QStringView path) const {
    const qsizetype dot = path.indexOf(QLatin1Char('.'));
    for (FieldRow* row : m_rows) {
        if (row->field().id == (dot < 0 ? path : path.left(dot)))
            return dot < 0 ? row : row->inner(path.mid(dot + 1));
    }
    return nullptr;
}

} // namespace ui

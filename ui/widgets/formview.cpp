#include "ui/widgets/formview.h"
#include "core/base/workingdays.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/page.h"
#include "ui/widgets/plainlabel.h"
#include "ui/widgets/plainlineedit.h"
#include "ui/widgets/statusline.h"
#include "ui/widgets/whenedit.h"
#include <QApplication>
#include <QJsonArray>
#include <QLayout>
#include <QVBoxLayout>
#include <algorithm>

namespace ui {
namespace {

const QString occurredId = QStringLiteral("occurred");

bool isChosen(core::guide::FieldType type) {
    using core::guide::FieldType;
    return type == FieldType::Choice || type == FieldType::Choices || type == FieldType::YesNo;
}

// The answer itself: its row may be higher than the window, and loses the line with its problem.
const QWidget* pressedIn(const FieldRow& row) {
    const QWidget* pressed = QApplication::focusWidget();
    return row.isAncestorOf(pressed) ? pressed : &row;
}

Notice::Kind kindOf(const core::guide::Advice& advice) {
    return advice.urgent ? Notice::Kind::Problem : Notice::Kind::Info;
}

} // namespace

FormView::FormView(const core::guide::Form& form, FormNeeds needs, QWidget* parent)
    : QWidget(parent)
    , m_form(form)
    , m_needs(std::move(needs))
    , m_occurredField(core::guide::occurredField(form))
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
    m_summary = new ProblemSummary([this](const QString& path) { return row(path); }, this);
    auto* head = new QVBoxLayout;
    head->setSpacing(space(1));
    m_layout->addLayout(head);
    head->addWidget(m_title);
    head->addWidget(m_intro);
    m_layout->addWidget(m_summary);
    m_intro->setVisible(!m_form.intro.isEmpty()); // now that it has a place: else it would be a window for a moment
    if (m_form.askOccurred && m_form.occurredAfter.isEmpty())
        addRow(m_occurredField);
    for (const core::guide::Field& field : m_form.fields) {
        addRow(field);
        if (m_form.askOccurred && m_form.occurredAfter == field.id)
            addRow(m_occurredField);
        const auto entries = field.required && m_needs.entries && field.type == core::guide::FieldType::Entry
                                 ? m_needs.entries(field.entryForm)
                                 : std::vector<QPair<QString, QString>>{};
        if (entries.size() == 1)
            m_onlyEntry.insert(field.id, entries.front().first);
    }
}

void FormView::addRow(const core::guide::Field& field) {
    auto* row = new FieldRow(field, m_needs);
    connect(row, &FieldRow::changed, this, [this, row] { fieldChanged(*row); });
    connect(row, &FieldRow::chosen, this, [this, row] { fieldChanged(*row); });
    m_layout->addWidget(row);
    m_rows.push_back(row);
    for (const core::guide::Advice& advice : m_form.advice) {
        if (advice.below != field.id)
            continue;
        auto* notice = new Notice(kindOf(advice), {}, {});
        auto* numbers = new PlainLabel({}, Type::Strong);
        notice->body()->addWidget(numbers);
        notice->hide();
        m_layout->addWidget(notice);
        m_advice.push_back({&advice, notice, numbers});
    }
}

core::guide::ConditionContext conditionsOf(const FormNeeds& needs, const QJsonObject& fields) {
    core::guide::ConditionContext context{needs.facts};
    context.fields = fields;
    context.personParts = needs.personParts;
    context.recorded = needs.recorded;
    context.phrases = needs.phrases;
    return context;
}

core::guide::ConditionContext FormView::context(const QJsonObject& fields) const {
    return conditionsOf(m_needs, fields);
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
    if (!m_proposed.isEmpty())
        content.insert(QStringLiteral("proposed"), m_proposed);
    QJsonArray cleared;
    for (const QString& id : m_decided) {
        if (const FieldRow* emptied = row(id); emptied && emptied->value().isUndefined())
            cleared.append(id);
    }
    if (!cleared.isEmpty())
        content.insert(QStringLiteral("cleared"), cleared);
    return content;
}

void FormView::restore(const QJsonObject& draft) {
    m_restoring = true;
    const QJsonObject fields = draft.value(QLatin1String("fields")).toObject();
    for (FieldRow* row : m_rows)
        row->fill(row->field().id == occurredId ? draft.value(occurredId) : fields.value(row->field().id));
    m_restoring = false;
    m_proposed = draft.value(QLatin1String("proposed")).toObject();
    m_decided = draft.value(QLatin1String("cleared")).toVariant().toStringList();
    for (const FieldRow* row : m_rows) {
        const QString id = row->field().id;
        if (!row->value().isUndefined() && row->value() != m_proposed.value(id))
            m_decided << id;
    }
    for (const QString& id : m_decided)
        m_proposed.remove(id);
    showWhatApplies();
}

void FormView::setFields(const QJsonObject& fields, const core::Occurred& occurred) {
    restore({{QStringLiteral("fields"), fields}, {occurredId, occurred.text()}});
}

bool FormView::isEmpty() const {
    const FieldRow* when = row(occurredId);
    QJsonObject typed = allFields();
    for (const QString& id : m_given + m_proposed.keys())
        typed.remove(id);
    return typed.isEmpty() && (!when || when->value().isUndefined());
}

bool FormView::tookOut() const {
    return m_proposing && std::any_of(m_rows.begin(), m_rows.end(), [this](const FieldRow* row) {
               const bool emptied = m_decided.contains(row->field().id) && row->value().isUndefined();
               return emptied && !row->isHidden() && !proposalFor(row->field()).value.toString().isEmpty();
           });
}

void FormView::setGoOn(const QString& button) {
    m_summary->setGoOn(button);
}

bool FormView::hasProblems() const {
    return !m_summary->isEmpty();
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

std::vector<core::guide::FieldProblem> FormView::problems() const {
    std::vector<core::guide::FieldProblem> found;
    // A moment that was not understood has a better sentence than the engine can know: it saw only letters.
    for (core::guide::FieldProblem& problem : core::guide::problems(m_form, context(fields()))) {
        const FieldRow* at = row(problem.field);
        if (at && problem.kind == core::guide::FieldProblem::Kind::WhenNotUnderstood && !at->whenProblem().isEmpty())
            problem.sentence = at->whenProblem();
        found.push_back(problem);
    }
    const FieldRow* when = row(occurredId);
    if (const QString sentence = when ? when->whenProblem() : QString(); !sentence.isEmpty())
        found.push_back({occurredId, core::guide::FieldProblem::Kind::WhenNotUnderstood, sentence});
    const auto place = [this](const core::guide::FieldProblem& problem) {
        return std::find(m_rows.begin(), m_rows.end(), row(problem.field.section(QLatin1Char('.'), 0, 0)));
    };
    std::stable_sort(found.begin(), found.end(),
                     [&](const auto& one, const auto& other) { return place(one) < place(other); });
    return found;
}

bool FormView::check() {
    const std::vector<core::guide::FieldProblem> found = problems();
    showProblems(found);
    return found.empty();
}

void FormView::showProblems(const std::vector<core::guide::FieldProblem>& problems) {
    clearProblems();
    if (problems.empty())
        return;
    m_summary->showProblems(lines(problems));
    reveal(m_summary);
    emit problemsShown();
}

std::vector<ProblemSummary::Problem> FormView::lines(const std::vector<core::guide::FieldProblem>& problems) const {
    std::vector<ProblemSummary::Problem> lines;
    for (const core::guide::FieldProblem& problem : problems)
        lines.push_back({problem.field, worded(m_needs, problem.sentence)});
    return lines;
}

void FormView::clearProblems() {
    m_summary->clear();
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
    showRows();
    if (propose())
        showRows();
}

void FormView::showRows() {
    const QStringList shown = core::guide::shownFields(m_form, context(allFields()));
    for (FieldRow* row : m_rows)
        row->setVisible((row->field().id == occurredId || shown.contains(row->field().id)) &&
                        !m_given.contains(row->field().id));
    showAdvice();
}

// Said aloud when it comes, with the numbers as they are at that moment.
void FormView::showAdvice() {
    const QJsonObject shown = fields();
    for (const AdviceShown& one : m_advice) {
        const FieldRow* below = row(one.advice->below);
        const bool holds = below && !below->isHidden() && one.advice->when.holds(context(shown));
        if (holds == !one.notice->isHidden())
            continue;
        if (holds) {
            QStringList numbers;
            for (const QString& whom : one.advice->ring)
                numbers += m_needs.numbers ? m_needs.numbers(whom) : QStringList();
            one.notice->set(kindOf(*one.advice), worded(m_needs, one.advice->title), worded(m_needs, one.advice->text));
            one.numbers->setText(numbers.join(QLatin1Char('\n')));
        }
        one.notice->setVisible(holds);
        if (holds && isVisible())
            announce(*one.notice,
                     QStringLiteral("%1. %2 %3")
                         .arg(worded(m_needs, one.advice->title), one.notice->text(), one.numbers->text()));
    }
}

std::vector<QWidget*> FormView::inSight() const {
    std::vector<QWidget*> widgets;
    for (int i = 0; i < m_layout->count(); ++i) {
        QWidget* widget = m_layout->itemAt(i)->widget();
        if (widget && widget != m_summary && !widget->isHidden())
            widgets.push_back(widget);
    }
    return widgets;
}

void FormView::fieldChanged(const FieldRow& row) {
    if (m_restoring)
        return;
    const QString id = row.field().id;
    if (!m_decided.contains(id))
        m_decided << id;
    m_proposed.remove(id);
    const std::vector<QWidget*> before = inSight();
    showWhatApplies();
    if (hasProblems())
        holdStill(pressedIn(row), [this] { m_summary->settle(lines(problems())); });
    if (isChosen(row.field().type)) // what is typed goes on being typed where it is
        revealNew(*pressedIn(row), before);
    emit changed();
}

// What an answer brings must not open where nobody looks: the advice below it, and the first question.
void FormView::revealNew(const QWidget& pressed, const std::vector<QWidget*>& before) const {
    QWidget* revealed = nullptr;
    for (QWidget* widget : inSight()) {
        if (std::find(before.begin(), before.end(), widget) != before.end())
            continue;
        revealed = widget;
        if (qobject_cast<FieldRow*>(widget))
            break;
    }
    if (revealed)
        revealBelow(&pressed, revealed);
}

Proposal FormView::proposalFor(const core::guide::Field& field) const {
    if (field.suggestDays > 0)
        return {core::Occurred::on(core::workingDayFrom(QDate::currentDate().addDays(field.suggestDays))).text(),
                tr("Proposed. Change it if another day is better.")};
    if (m_onlyEntry.contains(field.id))
        return {m_onlyEntry.value(field.id), tr("Proposed: there is only this one.")};
    return m_needs.proposed ? m_needs.proposed(field, allFields()) : Proposal();
}

// What somebody answered is never changed; what is not asked is not answered for them.
bool FormView::propose() {
    bool filled = false;
    for (FieldRow* row : m_rows) {
        const QString id = row->field().id;
        const bool open = m_proposing && !m_decided.contains(id) && row->isVisibleTo(this);
        Proposal proposal = open ? proposalFor(row->field()) : Proposal();
        if (proposal.value.toString().isEmpty())
            proposal = {};
        row->sayProposed(proposal.why);
        if (proposal.value == m_proposed.value(id))
            continue;
        m_restoring = true;
        row->fill(proposal.value);
        m_restoring = false;
        if (proposal.value.isUndefined())
            m_proposed.remove(id);
        else
            m_proposed.insert(id, proposal.value);
        filled = true;
    }
    return filled;
}

bool FormView::takeFacts(const core::guide::Facts& facts) {
    if (facts == m_needs.facts)
        return false;
    m_needs.facts = facts;
    showWhatApplies();
    return true;
}

void FormView::proposeNothing() {
    m_proposing = false;
    showWhatApplies();
}

FieldRow* FormView::row(QStringView path) const {
    const qsizetype dot = path.indexOf(QLatin1Char('.'));
    for (FieldRow* row : m_rows) {
        if (row->field().id != (dot < 0 ? path : path.left(dot)))
            continue;
        FieldRow* inner = dot < 0 ? nullptr : row->inner(path.mid(dot + 1));
        return inner ? inner : row; // of several people in one row, the row
    }
    return nullptr;
}

} // namespace ui

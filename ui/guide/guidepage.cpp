#include "ui/guide/guidepage.h"
#include "ui/entry/wording.h"
#include "ui/guide/stepdelegate.h"
#include "ui/guide/steplist.h"
#include "ui/guide/stepmodel.h"
#include "ui/guide/steppane.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/plainlabel.h"
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace core;

namespace ui::guide {

namespace {

const QString notNeededForm = QStringLiteral("step-not-needed");

} // namespace

GuidePage::GuidePage(const core::guide::Guide& guide, entry::EditorFactory factory, QWidget* parent)
    : QWidget(parent)
    , m_guide(guide)
    , m_factory(std::move(factory))
    , m_model(new StepModel(this))
    , m_listSide(new QWidget)
    , m_stepSide(new Ground(Colour::Surface))
    , m_pane(new StepPane(m_factory)) {
    auto* list = new StepList;
    m_list = list;
    m_list->setModel(m_model);
    auto* side = new QVBoxLayout(m_listSide);
    side->setContentsMargins(space(3), space(2), space(3), 0);
    side->addWidget(m_list);
    auto* step = new QVBoxLayout(m_stepSide);
    step->setContentsMargins(0, 0, 0, 0);
    step->addWidget(m_pane);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_listSide);
    layout->addWidget(m_stepSide, 1);

    connect(list, &StepList::stepOpened, this, [this](const QString& id) {
        openStep(id);
        m_pane->focusFirst();
    });
    connect(list, &StepList::stepShown, this, [this](const QString& id) {
        if (m_listSide->isVisible() && m_stepSide->isVisible() && id != m_current)
            openStep(id);
    });
    connect(m_pane, &StepPane::entryAsked, this, &GuidePage::entryAsked);
    connect(m_pane, &StepPane::backAsked, this, &GuidePage::closeStep);
    connect(m_pane, &StepPane::notNeededAsked, this, &GuidePage::askNotNeeded);
    // Queued: the chip that was pressed belongs to the content that is made anew.
    connect(
        m_pane, &StepPane::formAsked, this,
        [this](const QString& form) {
            if (keep())
                showStep(form);
        },
        Qt::QueuedConnection);
}

const record::StepState* GuidePage::stepState(const QString& id) const {
    if (!m_state)
        return nullptr;
    for (const record::StageState& stage : m_state->stages)
        for (const record::StepState& step : stage.steps)
            if (step.step && step.step->id == id)
                return &step;
    return nullptr;
}

void GuidePage::show(const record::CaseState& state, const core::guide::ValueNames& names) {
    m_state = &state;
    m_names = names;
    const QSignalBlocker quiet(m_list);
    m_model->show(state, [&](const QString& text) { return entry::worded(m_guide, state, text); });
    if (m_current.isEmpty() || !stepState(m_current)) {
        m_current = m_model->firstOpen();
        if (!m_current.isEmpty())
            showStep({});
    } else {
        showAnew();
    }
    m_list->setCurrentIndex(m_model->index(m_model->rowOf(m_current)));
    arrange();
}

void GuidePage::showAnew() {
    const bool asksWhyNot = m_notNeeded && stepState(m_current)->status == core::guide::StepStatus::ToDo;
    entry::EntryEditor* editor = m_notNeeded ? m_notNeeded : m_pane->editor();
    if (editor)
        editor->takeFacts(m_state->facts);
    if (asksWhyNot || (editor && !editor->content().isEmpty()) || !keep())
        return;
    const bool focused = m_stepSide->isAncestorOf(focusWidget());
    const int scrolled = m_notNeeded ? 0 : m_pane->scrolled();
    showStep(m_notNeeded ? QString() : openForm());
    m_pane->scrollTo(scrolled);
    if (focused)
        m_pane->focusFirst();
}

void GuidePage::openStep(const QString& stepId, const QString& form) {
    if (!stepState(stepId))
        return;
    if (stepId == m_current && m_pane->step() == stepId && form.isEmpty() && !m_notNeeded) {
        m_stepOpen = true;
        arrange();
        return;
    }
    if (!keep())
        return; // the editor says so; what was typed stays on the screen
    const bool another = stepId != m_current;
    m_current = stepId;
    m_stepOpen = true;
    if (another)
        emit stepChanged();
    const QSignalBlocker quiet(m_list);
    m_list->setCurrentIndex(m_model->index(m_model->rowOf(stepId)));
    showStep(form);
    arrange();
}

void GuidePage::showStep(const QString& form) {
    const record::StepState* step = stepState(m_current);
    if (!step)
        return;
    if (form == notNeededForm) {
        askNotNeeded();
        return;
    }
    if (m_notNeeded)
        m_notNeeded->deleteLater();
    m_notNeeded = nullptr;
    m_pane->setVisible(true);
    m_pane->open(
        *m_state, *step, m_guide, m_names,
        [this](const QString& text) { return entry::worded(m_guide, *m_state, text); }, form);
}

void GuidePage::focusStep() {
    if (m_notNeeded)
        m_notNeeded->focusForm();
    else
        m_pane->focusFirst();
}

void GuidePage::stepRecorded() {
    showStep({});
}

bool GuidePage::closeStep() {
    if (m_listSide->isVisible() || !m_stepOpen)
        return false;
    if (!keep())
        return false;
    m_stepOpen = false;
    arrange();
    m_list->setFocus(Qt::OtherFocusReason);
    return true;
}

Result<> GuidePage::keep() {
    entry::EntryEditor* editor = m_notNeeded ? m_notNeeded : m_pane->editor();
    return editor ? editor->keep() : Result<>();
}

// No step is skipped silently: an entry like any other, with its draft and its guard-rails, in which the step is given.
void GuidePage::askNotNeeded() {
    const record::StepState* step = stepState(m_current);
    if (!step || !keep())
        return;
    entry::Seed seed;
    seed.form = notNeededForm;
    seed.step = m_current;
    seed.fields = {{QStringLiteral("step"), m_current}};
    entry::EntryEditor* editor = m_factory(seed, m_stepSide);
    if (!editor)
        return;
    delete m_notNeeded;
    m_notNeeded = editor;
    m_pane->hide();
    editor->above()->addWidget(new PlainLabel(entry::worded(m_guide, *m_state, step->step->title), Type::Heading1));
    editor->setFormTitleShown(false);
    editor->hideField(QStringLiteral("step"));
    editor->setRecordText(tr("&Record that it is not needed"));
    m_stepSide->layout()->addWidget(editor);
    // Queued: the button belongs to the editor that goes.
    connect(
        editor->addBarButton(tr("&Back to the step")), &QAbstractButton::clicked, this,
        [this] {
            if (keep())
                showStep({});
        },
        Qt::QueuedConnection);
    editor->show();
    editor->focusForm();
}

bool GuidePage::isStepInSight() const {
    return !m_stepSide->isHidden();
}

QString GuidePage::openForm() const {
    const entry::EntryEditor* editor = m_notNeeded ? m_notNeeded : m_pane->editor();
    return editor ? editor->form().id : QString();
}

bool GuidePage::isStepAlone() const {
    return m_listSide->isHidden();
}

void GuidePage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void GuidePage::arrange() {
    const bool beside = width() >= px(900);
    m_listSide->setVisible(beside || !m_stepOpen);
    m_stepSide->setVisible(beside || m_stepOpen);
    if (beside)
        m_listSide->setFixedWidth(std::min(px(372), width() * 2 / 5));
    else {
        m_listSide->setMinimumWidth(0);
        m_listSide->setMaximumWidth(QWIDGETSIZE_MAX);
    }
    m_pane->setBackShown(!beside);
    emit arranged();
}

} // namespace ui::guide

#pragma once
#include "core/record/casestate.h"
#include "ui/entry/entryeditor.h"
#include <QWidget>

class QListView;
class QVBoxLayout;

namespace ui {
class Ground;
}

namespace ui::guide {
class StepModel;
class StepPane;

// Stages and steps as a task list; a step opens beside it, or in its place under 900 pixels.
class GuidePage : public QWidget {
    Q_OBJECT
public:
    GuidePage(const core::guide::Guide& guide, entry::EditorFactory factory, QWidget* parent = nullptr);
    using QWidget::show;
    void show(const core::record::CaseState& state, const core::guide::ValueNames& names);
    void openStep(const QString& stepId, const QString& form = {});
    bool closeStep(); // back to the list where it is a page of its own; false: it was not
    void focusStep();
    void stepRecorded();      // the step's editor was recorded: the step shows how it stands now
    bool isStepAlone() const; // a step is in sight without the list
    bool isStepInSight() const;
    QString currentStep() const { return m_current; }
    QString openForm() const; // that is being filled in; empty: none
    core::Result<> keep();

signals:
    void entryAsked(const core::EntryId& entry);
    void stepChanged(); // another one is open
    void arranged();    // list and step came beside each other, or one in the place of the other

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void askNotNeeded();
    void showStep(const QString& form);
    void showAnew(); // as the case stands now, unless something is written there
    void arrange();
    const core::record::StepState* stepState(const QString& id) const;

    const core::guide::Guide& m_guide;
    entry::EditorFactory m_factory;
    const core::record::CaseState* m_state = nullptr;
    core::guide::ValueNames m_names;
    StepModel* m_model;
    QListView* m_list;
    QWidget* m_listSide;
    Ground* m_stepSide;
    StepPane* m_pane;
    entry::EntryEditor* m_notNeeded = nullptr; // in the place of the step, while it is asked why
    QString m_current;
    bool m_stepOpen = false; // where the list and the step are two pages
};

} // namespace ui::guide

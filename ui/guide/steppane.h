#pragma once
#include "core/record/casestate.h"
#include "ui/entry/entryeditor.h"
#include <QWidget>

class QVBoxLayout;

namespace ui::guide {

// One step: why, what to say and not to say, what is recorded under it, and its forms.
class StepPane : public QWidget {
    Q_OBJECT
public:
    using Words = std::function<QString(const QString&)>;
    StepPane(entry::EditorFactory factory, QWidget* parent = nullptr);
    void open(const core::record::CaseState& state, const core::record::StepState& step,
              const core::guide::Guide& guide, const core::guide::ValueNames& names, const Words& words,
              const QString& form = {});
    QString step() const { return m_step; }
    entry::EntryEditor* editor() const { return m_editor; }
    void focusFirst();
    int scrolled() const; // how far down
    void scrollTo(int down);
    void setBackShown(bool shown); // "‹ All steps", where the list is a page of its own

signals:
    void entryAsked(const core::EntryId& entry);
    void notNeededAsked();
    void formAsked(const QString& form); // another of the step's forms
    void backAsked();

private:
    void addGuidance(QVBoxLayout* to, const core::record::StepState& step, const Words& words);
    void addRecorded(QVBoxLayout* to, const core::record::CaseState& state, const core::record::StepState& step,
                     const core::guide::ValueNames& names);
    void addForms(QVBoxLayout* to, const core::guide::Guide& guide, const core::record::StepState& step,
                  const QString& chosen, const Words& words);
    void addTitle(QVBoxLayout* to, const QString& title);

    entry::EditorFactory m_factory;
    QVBoxLayout* m_layout;
    QWidget* m_content = nullptr;
    entry::EntryEditor* m_editor = nullptr;
    QWidget* m_back = nullptr;
    QString m_step;
    bool m_backShown = false;
};

} // namespace ui::guide

#pragma once
#include "core/record/casestate.h"
#include "ui/rows/listpage.h"

namespace ui::papers {

// Letters, minutes and rough notes are registered, never copied in: what, of when, from whom, where the original is.
class PapersPage : public rows::ListPage {
    Q_OBJECT
public:
    explicit PapersPage(QWidget* parent = nullptr);
    using QWidget::show;
    void show(const core::record::CaseState& state, const core::guide::ValueNames& names, bool mayAdd);

signals:
    void addAsked(const QString& form);
    void entryAsked(const core::EntryId& entry);

private:
    Section m_list;
    Button* m_add;
};

} // namespace ui::papers

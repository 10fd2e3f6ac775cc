#pragma once
#include "core/record/casestate.h"
#include "ui/rows/listpage.h"

namespace ui::words {

// Everything the child said, word for word: who asked what, where, and who was there; and what the child wants.
class WordsPage : public rows::ListPage {
    Q_OBJECT
public:
    explicit WordsPage(QWidget* parent = nullptr);
    using QWidget::show;
    void show(const core::record::CaseState& state, const core::guide::ValueNames& names, bool mayAdd);

signals:
    void addAsked(const QString& form); // "words" or "wishes"
    void entryAsked(const core::EntryId& entry);

private:
    Section m_said, m_wants;
    Button* m_addWords;
    Button* m_addWishes;
};

} // namespace ui::words

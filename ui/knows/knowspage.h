#pragma once
#include "core/record/casestate.h"
#include "ui/rows/listpage.h"

namespace ui {
class Notice;
}

namespace ui::knows {

std::vector<rows::Column> knowsColumns();
rows::Row knowsRow(const core::record::Knower& knower, const QString& child);
rows::Row keptRow(const core::record::Knower& knower, const QString& child);

// The need-to-know plan: everybody who can open the record, you included, then who needs to know, why, what, and was
// told or not. Apart from them, who is not to be told.
class KnowsPage : public rows::ListPage {
    Q_OBJECT
public:
    explicit KnowsPage(QWidget* parent = nullptr);
    using QWidget::show;
    void show(const core::record::CaseState& state, bool mayAdd);

signals:
    // Who needs to know: a person, and the line of theirs that stands until now; or empty for a new one.
    void needAsked(const QString& name, const QString& ref, const std::optional<core::EntryId>& continues);
    void tellingAsked(const QString& name, const QString& ref); // record that they were told, or not
    void entryAsked(const core::EntryId& entry);

private:
    const core::record::Knower* chosen() const;
    void choose(const Section& other, const QString& key);
    void sayChosen();

    std::vector<core::record::Knower> m_knowers;
    Section m_list;
    Section m_kept;   // on purpose not told
    QString m_chosen; // key, of either list
    Button* m_add;
    Button* m_tell;
    Button* m_plan;
    Button* m_read;
};

} // namespace ui::knows

#pragma once
#include "core/record/casestate.h"
#include "ui/rows/listpage.h"

namespace ui::plan {

// Safety plans, devices and going online with their return dates, support, and reviews.
class PlanPage : public rows::ListPage {
    Q_OBJECT
public:
    explicit PlanPage(QWidget* parent = nullptr);
    using QWidget::show;
    void show(const core::record::CaseState& state, const core::guide::ValueNames& names, bool mayAdd,
              QDate today = QDate::currentDate());

signals:
    void addAsked(const QString& form);
    void entryAsked(const core::EntryId& entry);

private:
    Section m_plans, m_limits, m_devices, m_support, m_reviews;
    std::vector<Button*> m_add;
};

} // namespace ui::plan

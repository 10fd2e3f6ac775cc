#pragma once
#include "core/record/casestate.h"
#include "ui/rows/listpage.h"

namespace ui::people {

// The child, the household, family, professionals; whoever is alleged to have done it stands apart.
class PeoplePage : public rows::ListPage {
    Q_OBJECT
public:
    explicit PeoplePage(QWidget* parent = nullptr);
    using QWidget::show;
    void show(const core::record::CaseState& state, const core::vault::Office& office, bool mayAdd,
              QDate today = QDate::currentDate());

signals:
    void addAsked(const QString& form); // "person" or "child"
    void entryAsked(const core::EntryId& entry);

protected:
    void hideEvent(QHideEvent* event) override;

private:
    struct Fact {
        QString label, text;
        bool special = false; // hidden until asked for
    };
    void gatherChild(const core::record::CaseState& state, const core::vault::Office& office, QDate today);
    void showChild();

    std::vector<Fact> m_facts; // of the child, answered
    QStringList m_unanswered;  // questions
    bool m_specialShown = false;
    Section m_child, m_household, m_familySomewhere, m_family, m_professionals, m_others, m_alleged;
    Button* m_addPerson;
    Button* m_addChild;
    Button* m_special;
};

} // namespace ui::people

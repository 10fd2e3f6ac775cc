#pragma once
#include "core/record/casestate.h"
#include "ui/widgets/card.h"

namespace ui::referral {

// One referral: to whom, how far it has come, its clock, who took it, reference, decision, what happened, and what
// comes next.
class ReferralCard : public Card {
    Q_OBJECT
public:
    ReferralCard(const core::record::Referral& referral, const core::record::CaseState& state, const QDateTime& now,
                 bool mayAdd, QWidget* parent = nullptr);

signals:
    void progressAsked(const core::EntryId& referral, const QString& step); // step of the form referral-progress
    void entryAsked(const core::EntryId& entry);

private:
    void addHead(const core::record::Referral& referral);
    void addClocks(const core::record::Referral& referral, const core::record::CaseState& state, const QDateTime& now);
    void addFacts(const core::record::Referral& referral);
    void addEvents(const core::record::Referral& referral);
    void addNext(const core::record::Referral& referral);
    QVBoxLayout* m_body = nullptr;
};

// The next steps that can be recorded, most likely first: id of the step and the words on its button.
std::vector<QPair<QString, QString>> nextSteps(core::record::ReferralStep reached);

} // namespace ui::referral

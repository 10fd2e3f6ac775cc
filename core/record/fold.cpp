#include "core/record/folding.h"

namespace core::record {

CaseState fold(const std::vector<ledger::Entry>& entries, const std::vector<ledger::Grant>& access,
               const ledger::Head& head, const FoldContext& context) {
    CaseState state;
    state.id = context.id;
    state.code = context.code;
    state.access = access;
    // A grant says who somebody was to whoever gave it; who they are, the office says.
    for (ledger::Grant& grant : state.access)
        if (const vault::Member* member = context.office.member(grant.member)) {
            grant.name = member->name;
            grant.title = member->title;
        }
    state.head = head;
    state.guide = &context.guide;

    folding::gatherEntries(state, entries, context);
    folding::gatherChild(state, context);
    folding::gatherPeople(state);
    folding::gatherReferrals(state, context);
    folding::gatherFacts(state);
    folding::gatherDanger(state);
    folding::gatherWords(state);
    folding::gatherKnowers(state, context);
    folding::gatherConclusions(state);
    folding::gatherSteps(state);
    folding::gatherClocks(state, context);
    return state;
}

} // namespace core::record

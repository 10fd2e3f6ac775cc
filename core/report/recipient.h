#pragma once
#include "core/report/reports.h"

namespace core::report {

// What the record says against a document going to its recipient as it is.
struct Caution {
    enum class Why {
        MayBeInvolved, // alleged, suspected, or named as possibly involved: only as a document for such a person
        NotToBeTold    // decided so, or not told yet on purpose: only with a reason
    };
    Why why = Why::MayBeInvolved;
    QString name; // as it is recorded
    bool operator==(const Caution&) const = default;
};

// Compares what was typed as recipient and as organisation with the names of the record, without regard to case,
// accents, titles or order. A document that is made for the alleged person anyway needs no caution.
std::optional<Caution> cautionFor(const record::CaseState& state, const Purpose& purpose);

// FieldInvalid with the field of the form `exported` that does not go with the record: "recipient_is", "despite".
Result<> mayGoTo(const record::CaseState& state, const Purpose& purpose);

} // namespace core::report

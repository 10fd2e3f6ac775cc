#pragma once
#include "core/vault/office.h"

namespace core::record {

// The id of the authority in which an address lies, by the towns and postcode districts ("CF10") that the office has
// given to its authorities. A postcode counts for more than a town. Empty if none fits, or several do: then a person
// decides.
QString authorityAt(const vault::Office& office, const QString& address, const QString& postcode);

} // namespace core::record

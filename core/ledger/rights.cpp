#include "core/ledger/rights.h"

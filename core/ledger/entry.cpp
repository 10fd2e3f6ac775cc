#include "core/ledger/entry.h"

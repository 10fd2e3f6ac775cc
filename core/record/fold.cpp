#include "core/record/casestate.h"

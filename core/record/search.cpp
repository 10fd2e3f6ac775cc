#include "core/record/search.h"

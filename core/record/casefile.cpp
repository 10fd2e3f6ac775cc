#include "core/record/casefile.h"

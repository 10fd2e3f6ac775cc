#include "core/base/workingdays.h"

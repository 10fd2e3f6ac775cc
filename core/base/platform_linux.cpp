#include "core/base/platform.h"

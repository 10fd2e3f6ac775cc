#include "core/base/occurred.h"

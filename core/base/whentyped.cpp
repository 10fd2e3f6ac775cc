#include "core/base/whentyped.h"

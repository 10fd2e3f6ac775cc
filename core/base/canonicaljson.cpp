#include "core/base/canonicaljson.h"

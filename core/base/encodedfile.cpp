#include "core/base/encodedfile.h"

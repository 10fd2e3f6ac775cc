#include "core/guide/clock.h"

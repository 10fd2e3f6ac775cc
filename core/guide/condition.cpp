#include "core/guide/condition.h"

#include "core/guide/guide.h"

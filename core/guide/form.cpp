#include "core/guide/form.h"

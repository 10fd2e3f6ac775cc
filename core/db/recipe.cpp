#include "core/db/database.h"

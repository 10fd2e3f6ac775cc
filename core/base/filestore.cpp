#include "core/base/filestore.h"

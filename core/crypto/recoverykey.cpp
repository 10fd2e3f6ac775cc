#include "core/crypto/recoverykey.h"

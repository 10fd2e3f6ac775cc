#include "core/crypto/keys.h"

#include "core/crypto/secret.h"

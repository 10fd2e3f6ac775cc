#include "core/crypto/passphrase.h"

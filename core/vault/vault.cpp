#include "core/vault/vault.h"

#include "core/vault/office.h"

#include "core/report/pdf.h"

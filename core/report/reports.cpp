#include "core/report/reports.h"

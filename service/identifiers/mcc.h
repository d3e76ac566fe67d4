/* SPDX-License-Identifier: Apache-2.0 */
/* Merchant category code, ISO 18245 and GB/T 20548: four digits. */
#pragma once

#include "identifiers/identifier.h"

/* bad FORMAT, also for 0000. Whether the code is listed is a question for the catalogue. */
IdentifierVerdict mcc_check(const char *text, gsize length, CivilDay today);

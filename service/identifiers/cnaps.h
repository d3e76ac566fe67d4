/* SPDX-License-Identifier: Apache-2.0 */
/* Bank branch number of the national payment system: bank 3, city 4, branch 4, check 1. */
#pragma once

#include "identifiers/identifier.h"

/* Where the parts of the 12 digits begin. */
enum { CNAPS_BANK = 0, CNAPS_CITY = 3, CNAPS_BRANCH = 7, CNAPS_CHECK = 11, CNAPS_LENGTH = 12 };

/* bad FORMAT; warn CHECKSUM, because real numbers that fail are known: they need a look-up, not a
 * stop. */
IdentifierVerdict cnaps_check(const char *text, gsize length, CivilDay today);

/* SPDX-License-Identifier: Apache-2.0 */
/* Administrative divisions, GB/T 2260: six digits that begin with a province. */
#pragma once

#include "identifiers/identifier.h"

/* TRUE when the two bytes are a province of GB/T 2260: 11..82, and 83 as on permits for Taiwan
 * residents. */
gboolean region_province_known(const char *two_digits);

/* TRUE when the six bytes may stand for a registration office: a known province, or 100000 for the
 * State level. */
gboolean region_office_known(const char *six_digits);

/* Six digits with a known province: bad FORMAT. */
IdentifierVerdict region_check(const char *text, gsize length, CivilDay today);

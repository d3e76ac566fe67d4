/* SPDX-License-Identifier: Apache-2.0 */
/* Organisation code, GB 11714: eight of 0-9 A-Z and a check character, a hyphen before it or not.
 */
#pragma once

#include "identifiers/identifier.h"

/* The check character (0-9 or X) of eight bytes that are all 0-9 or A-Z. */
char orgcode_check_character(const char *eight);

/* bad FORMAT, CHECKSUM. */
IdentifierVerdict orgcode_check(const char *text, gsize length, CivilDay today);

/* SPDX-License-Identifier: Apache-2.0 */
/* Unified social credit code, GB 32100: authority, kind, six digits of region, organisation code,
 * check. */
#pragma once

#include "identifiers/identifier.h"

/* Where the parts of the 18 characters begin. */
enum {
    USCC_AUTHORITY = 0,
    USCC_KIND = 1,
    USCC_REGION = 2,
    USCC_ORGCODE = 8, /* nine characters, a GB 11714 code with its own check */
    USCC_CHECK = 17,
    USCC_LENGTH = 18
};

/* bad FORMAT, AUTHORITY (that authority has no such kind), REGION_FORMAT (letters in the region),
 * REGION, CHECKSUM (MOD 31), ORG_CHECKSUM (the code inside). Lower case is FORMAT. */
IdentifierVerdict uscc_check(const char *text, gsize length, CivilDay today);

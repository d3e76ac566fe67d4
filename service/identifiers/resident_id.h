/* SPDX-License-Identifier: Apache-2.0 */
/* Resident identity number, GB 11643: six digits of region, birth date, three of order, check. */
#pragma once

#include "identifiers/identifier.h"

enum { RESIDENT_ID_LENGTH = 18 };

/* Reads the birth date out of 18 characters; FALSE when it is no real date. Says nothing of the
 * check digit. */
gboolean resident_id_birth(const char *id18, CivilDay *birth);

/* bad FORMAT (also lower-case x and the 15-digit form, void since 2013-01-01), REGION, BIRTH_DATE
 * (no such day), BIRTH_RANGE (before 1900 or after `today`), CHECKSUM. */
IdentifierVerdict resident_id_check(const char *text, gsize length, CivilDay today);

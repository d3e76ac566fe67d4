/* SPDX-License-Identifier: Apache-2.0 */
/* Bank card numbers, ISO/IEC 7812-1: 13 to 19 digits, the last one by Luhn. */
#pragma once

#include "identifiers/identifier.h"

enum { BANKCARD_LENGTH_MIN = 13, BANKCARD_LENGTH_MAX = 19 };

/* TRUE when `length` digits (all bytes must be digits) pass Luhn's test. */
gboolean bankcard_luhn(const char *digits, gsize length);

/* bad LENGTH for anything but 13 to 19 digits. A Luhn failure is bad LUHN on 4 and 5, warn LUHN
 * elsewhere: UnionPay itself has issued test cards that fail (domain 1.4). */
IdentifierVerdict bankcard_check(const char *text, gsize length, CivilDay today);

/* SPDX-License-Identifier: Apache-2.0 */
/* Terminal unique serial number: vendor 6, device type 2, serial; 50 characters at most. */
#pragma once

#include "identifiers/identifier.h"

/* Where the parts begin. */
enum { TUSN_VENDOR = 0, TUSN_DEVICE_TYPE = 6, TUSN_SERIAL = 8, TUSN_LENGTH_MAX = 50 };

/* The device type 1..13 in a text of at least eight bytes; -1 when there is none or it is the
 * reserved 07. */
int tusn_device_type(const char *tusn);

/* bad FORMAT (a bare serial too), VENDOR (000000), DEVICE_TYPE. Which vendor holds a number is not
 * judged. */
IdentifierVerdict tusn_check(const char *text, gsize length, CivilDay today);

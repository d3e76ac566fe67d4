/* SPDX-License-Identifier: Apache-2.0 */
/* Merchant number, field 42: acquirer 3, area 4, MCC 4, serial 4. */
#pragma once

#include "identifiers/identifier.h"

/* Where the parts of the 15 digits begin. */
enum {
    MERCHANT_NO_ACQUIRER = 0,
    MERCHANT_NO_AREA = 3,
    MERCHANT_NO_MCC = 7,
    MERCHANT_NO_SERIAL = 11,
    MERCHANT_NO_LENGTH = 15
};

/* bad FORMAT, ACQUIRER (000), MCC (0000). */
IdentifierVerdict merchant_no_check(const char *text, gsize length, CivilDay today);

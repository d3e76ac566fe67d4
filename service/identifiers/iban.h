/* SPDX-License-Identifier: Apache-2.0 */
/* International bank account number, ISO 13616. Mainland accounts have none. */
#pragma once

#include "identifiers/identifier.h"

/* The length that the registry gives a country (two capitals); 0 when the country is not in it. */
gsize iban_country_length(const char *country);

/* bad FORMAT (two capitals, two digits, 11 to 30 capitals or digits), CHECKSUM, LENGTH (not that
 * country's). A country that is not in the registry is judged by its check digits alone: the
 * registry grows. */
IdentifierVerdict iban_check(const char *text, gsize length, CivilDay today);

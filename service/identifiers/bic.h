/* SPDX-License-Identifier: Apache-2.0 */
/* Business identifier code, ISO 9362: six letters, two of place, three of branch or none. */
#pragma once

#include "identifiers/identifier.h"

/* bad FORMAT. */
IdentifierVerdict bic_check(const char *text, gsize length, CivilDay today);

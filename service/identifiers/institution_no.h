/* SPDX-License-Identifier: Apache-2.0 */
/* Institution number, fields 32 and 33: eight digits, or eleven as the field may hold. */
#pragma once

#include "identifiers/identifier.h"

/* bad FORMAT, also when it is all zeros. */
IdentifierVerdict institution_no_check(const char *text, gsize length, CivilDay today);

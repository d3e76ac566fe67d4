/* SPDX-License-Identifier: Apache-2.0 */
/* Terminal number, field 41: eight letters or digits, kept as text. */
#pragma once

#include "identifiers/identifier.h"

/* bad FORMAT. */
IdentifierVerdict terminal_no_check(const char *text, gsize length, CivilDay today);

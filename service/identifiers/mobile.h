/* SPDX-License-Identifier: Apache-2.0 */
/* Mainland mobile number: eleven digits from 13 to 19. */
#pragma once

#include "identifiers/identifier.h"

/* bad FORMAT, also with a country code. */
IdentifierVerdict mobile_check(const char *text, gsize length, CivilDay today);

/* SPDX-License-Identifier: Apache-2.0 */
/* Business registration number of old licences, GS 15-2006: six digits of office, eight of serial,
 * one check. */
#pragma once

#include "identifiers/identifier.h"

/* bad FORMAT, REGION, CHECKSUM; warn REPLACED when it is right, because the USCC has taken its
 * place. */
IdentifierVerdict regno15_check(const char *text, gsize length, CivilDay today);

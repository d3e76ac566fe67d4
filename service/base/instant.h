/* SPDX-License-Identifier: Apache-2.0 */
/* Instants: seconds since 1970-01-01T00:00:00Z, read from RFC 3339. */
#pragma once

#include "base/civil.h"

/* Reads RFC 3339 with a zone (`2026-11-23T08:30:00+08:00`, `...Z`; a fraction is dropped); FALSE
 * when the text is anything else. */
gboolean instant_parse(const char *text, gint64 *seconds);

/* Writes `2026-11-23T00:30:00Z` and its NUL into `buffer` (21 bytes) and returns it. */
char *instant_format(gint64 seconds, char buffer[21]);

/* The civil day in Shanghai at an instant. */
CivilDay instant_day(gint64 seconds);

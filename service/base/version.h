/* SPDX-License-Identifier: Apache-2.0 */
/* Versions of programs, as vendors write them: 320001, V2.1.10, 1.0.5. */
#pragma once

#include <glib.h>

/* TRUE when `version` is certainly below `least`: their numbers are compared one by one, so that
 * 1.9 is below 1.10 and 0310 is 310. FALSE where they cannot be compared: a text without a number,
 * or a serial number of a build beside one of parts. */
gboolean version_below(const char *version, const char *least);

/* SPDX-License-Identifier: Apache-2.0 */
/* Names of columns and keys that are made for what must never enter: track data, CVN, PIN
 * (domain.md G27). */
#pragma once

#include <glib.h>

/* TRUE when a key or header that is not in the field table is made for sensitive authentication
 * data. */
gboolean forbidden_name(const char *name);

/* A name fit to print in an error: at most 32 characters, and no run of six or more digits, which
 * may be somebody's number. Free with g_free. */
char *forbidden_printable(const char *name);

/* SPDX-License-Identifier: Apache-2.0 */
/* Looks into JSON without parsing it: what a file of records is found by. */
#pragma once

#include <glib.h>

/* Where the first value of the text ends: the number of bytes up to there, with blanks before it; 0
 * when it does not end. */
gsize json_scan_value(const char *text, gsize length);

/* Finds the member `key` at the top of an object, whose value is a string. Sets `value` to what
 * stands between its quotes, escapes and all. FALSE when there is none, or the text is no object;
 * what is found need not be right in all else. */
gboolean json_scan_member(const char *text, gsize length, const char *key, const char **value,
                          gsize *value_length);

/* What the `length` bytes between a string's quotes say once their escapes are read. NULL when they
 * are no JSON string, or hold a NUL. Free with g_free. */
char *json_scan_decode(const char *span, gsize length);

/* SPDX-License-Identifier: Apache-2.0 */
/* Pieces of JSON text (RFC 8259), written straight into a buffer. */
#pragma once

#include <glib.h>

/* A string in quotes, or null for NULL. Bytes that are not UTF-8 (a file may be named so) become
 * U+FFFD. */
void json_text_string(GString *out, const char *text);

/* A number. */
void json_text_number(GString *out, gint64 number);

/* An array of strings; `list` ends in NULL and may itself be NULL. */
void json_text_list(GString *out, char *const *list);

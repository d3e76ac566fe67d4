/* SPDX-License-Identifier: Apache-2.0 */
/* What the writers of our JSON Schemas share. */
#pragma once

#include <glib.h>

/* What our readers refuse in any text, as a pattern: control characters other than tab and line
 * ends; and those two as well, for texts that partners send. */
#define SCHEMA_TEXT_PATTERN "^[^\\\\u0000-\\\\u0008\\\\u000b\\\\u000c\\\\u000e-\\\\u001f]*$"
#define SCHEMA_TEXT_PLAIN_PATTERN "^[^\\\\u0000-\\\\u001f\\\\u007f]*$"

/* Appends a text in double quotes. */
void schema_text_quoted(GString *out, const char *text);

/* SPDX-License-Identifier: Apache-2.0 */
/* What could not be read, and where: the sender must correct it. Never holds anything personal. */
#pragma once

#include <glib.h>

typedef struct {
    const char *file;
    guint32 line;             /* 1-based, 0 = the file as a whole */
    guint16 column;           /* 1-based column of a spreadsheet or of the line, 0 = none */
    const char *where;        /* JSON pointer or column header; NULL = none */
    const char *key;          /* of the texts table: "input.json_syntax" ...; static */
    const char *arguments[2]; /* {a} and {b} of the text; NULL = none */
} InputError;

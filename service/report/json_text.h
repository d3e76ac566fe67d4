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

/* ,"name": before a value; the first member of an object is written without the comma by its
 * caller. */
void json_text_member(GString *out, const char *name);

/* A member that is a string (or null), and one that is an array of strings. */
void json_text_member_string(GString *out, const char *name, const char *text);
void json_text_member_list(GString *out, const char *name, char *const *list);

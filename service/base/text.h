/* SPDX-License-Identifier: Apache-2.0 */
/* Chinese and Latin text: width on a terminal, length, distance, masking, names compared. */
#pragma once

#include <glib.h>

/* Number of characters of valid UTF-8; bytes of an invalid tail count one each. */
guint text_length(const char *text);

/* Columns on a terminal: wide characters (East Asian Width W and F, UAX #11) count two, combining
 * marks none. */
guint text_width(const char *text);

/* Appends at most `columns` columns of `text`, never half a character; returns the columns
 * appended. */
guint text_append_width(GString *out, const char *text, guint columns);

/* Least number of one-character edits between two texts, case folded for ASCII. At most 64
 * characters of each are looked at. */
guint text_distance(const char *a, const char *b);

/* TRUE when two names are the same for a bank: full and half width, brackets, blanks, middle dots,
 * case and the prefixes of household shops are not looked at (design 3.1, names). */
gboolean text_name_equal(const char *a, const char *b);

/* TRUE when two names are the same once traditional and variant characters are folded as well: goes
 * to review. */
gboolean text_name_similar(const char *a, const char *b);

/* Appends `text` as searching compares it: width, brackets and case folded; blanks, dots and commas
 * left out. */
void text_append_folded(GString *out, const char *text);

/* TRUE when all characters of `part` are in `text` in the same order, whatever stands between them:
 * 工行福田 is in 中国工商银行深圳福田支行. Both are folded already. */
gboolean text_in_order(const char *text, const char *part);

/* TRUE when all `length` bytes are ASCII white space; also when there are none. */
gboolean text_is_blank(const char *bytes, gsize length);

/* Bytes of `text` in GB18030, which is what field 43 counts. */
guint text_gb18030_bytes(const char *text);

/* SPDX-License-Identifier: Apache-2.0 */
/* Lines of Chinese and Latin text for a terminal of so many columns. */
#pragma once

#include <glib.h>

/* Appends `text` as lines of at most `columns` columns, the first behind `first`, the others behind
 * `indent` blanks, which is also the width of `first` on the screen. Chinese breaks between any two
 * characters but not before closing or behind opening punctuation; Latin words stay whole. Control
 * characters of `text` do not reach the terminal. */
void layout_wrap(GString *out, const char *text, const char *first, guint indent, guint columns);

/* As layout_wrap, where the caller has written the first line up to column `at` (>= indent). */
void layout_continue(GString *out, const char *text, guint at, guint indent, guint columns);

/* Appends `text` on one line of at most `columns` columns, an ellipsis where it is cut. Returns the
 * columns used. */
guint layout_cut(GString *out, const char *text, guint columns);

/* Appends blanks. */
void layout_blanks(GString *out, guint count);

/* A copy of a text from outside as a terminal may have it: valid UTF-8, control and formatting
 * characters (which could move the cursor or turn the direction of writing) as U+FFFD, line ends as
 * blanks. */
char *layout_clean(const char *text);

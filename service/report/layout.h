/* SPDX-License-Identifier: Apache-2.0 */
/* Lines of Chinese and Latin text for a terminal of so many columns. */
#pragma once

#include <glib.h>

/* Appends `text` as lines of at most `columns` columns, the first behind `first`, the
 * others behind `indent` blanks, which is also the width of `first` on the screen. Chinese breaks
 * between any two characters but not before closing or behind opening punctuation; Latin words stay whole. */
void layout_wrap(GString *out, const char *text, const char *first, guint indent, guint columns);

/* Appends blanks. */
void layout_blanks(GString *out, guint count);

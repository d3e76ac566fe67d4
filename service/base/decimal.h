/* SPDX-License-Identifier: Apache-2.0 */
/* Exact decimal numbers as scaled integers; there is no floating point in this product. */
#pragma once

#include <glib.h>

/* Reads an optional sign, digits and an optional fraction of at most `scale` digits (further digits
 * must be 0) into number * 10^scale. `scale` 0..9. FALSE when it is not such a number or leaves
 * +-10^17. */
gboolean decimal_parse(const char *text, gsize length, guint scale, gint64 *number);

/* Appends number / 10^scale, with `least` to `scale` digits after the point and no needless zeros
 * beyond. */
void decimal_append(GString *out, gint64 number, guint scale, guint least);

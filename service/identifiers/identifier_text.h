/* SPDX-License-Identifier: Apache-2.0 */
/* What a reason code says to the person who typed the value, in Chinese and English. */
#pragma once

#include <glib.h>

/* The sentence for a code of a kind; the code itself when there is none, so that a gap shows.
 * Borrowed. */
const char *identifier_text(const char *kind, const char *code, gboolean chinese);

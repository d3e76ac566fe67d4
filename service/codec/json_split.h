/* SPDX-License-Identifier: Apache-2.0 */
/* Cuts a JSON document into the applications in it, so that each is read and blamed on its own. */
#pragma once

#include <glib.h>

typedef struct {
    const char *bytes;
    gsize length, at;
    guint32 line; /* 1-based line of `at` */
    gboolean in_array, done;
    const char *fault; /* key of an input error of the array itself: no end, no element; or NULL */
} JsonSplit;

typedef struct {
    gsize start, length;
    guint32 line;
} JsonPiece;

/* Starts over `length` bytes, which must outlive the split; a byte order mark is skipped. */
void json_split_start(JsonSplit *split, const char *bytes, gsize length);

/* The next piece: each element of a top-level array, or the whole document when it is no array.
 * FALSE at the end. What is wrong with the array around its elements is in
 * `fault`. */
gboolean json_split_next(JsonSplit *split, JsonPiece *piece);

/* SPDX-License-Identifier: Apache-2.0 */
/* A set of 64-bit digests, each with a 32-bit place: twelve bytes an entry, for batches of
 * millions. */
#pragma once

#include <glib.h>

typedef struct PlaceTable PlaceTable;

PlaceTable *place_table_new(void);
void place_table_free(PlaceTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PlaceTable, place_table_free)

/* Remembers `place` for the digest unless the digest is known: then sets `place` to the first one
 * and returns TRUE. Digests are taken as equal when all 64 bits are. Place 0 is not allowed. */
gboolean place_table_find_or_add(PlaceTable *table, guint64 digest, guint32 *place);

/* A digest of a text and the kind of thing it names; the same in every run. */
guint64 place_table_digest(guint kind, const char *text);

/* Goes on with a digest: as if ' ' and `text` had stood behind the first text. */
guint64 place_table_digest_more(guint64 digest, const char *text);

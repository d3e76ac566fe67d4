/* SPDX-License-Identifier: Apache-2.0 */
#include "base/place_table.h"

/* The table is cut in segments that grow one at a time, so that growing never doubles the memory of
 * the whole. */
enum { SEGMENTS = 256, SEGMENT_BITS = 8, FIRST_SLOTS = 16 };

#define FNV_PRIME G_GUINT64_CONSTANT(1099511628211)
#define FNV_START G_GUINT64_CONSTANT(14695981039346656037)

typedef struct {
    guint32 high, low;
    guint32 place; /* 0 = empty */
} Slot;

typedef struct {
    Slot *slots;
    guint32 size, used;
} Segment;

struct PlaceTable {
    Segment segments[SEGMENTS];
};

PlaceTable *
place_table_new(void)
{
    return g_new0(PlaceTable, 1);
}

void
place_table_free(PlaceTable *table)
{
    for (guint i = 0; i < SEGMENTS; i++)
        g_free(table->segments[i].slots);
    g_free(table);
}

/* FNV-1a for the text; the multiply-and-shift of MurmurHash3 spreads it, since slots are taken from
 * its bits. */
static guint64
fnv_add(guint64 digest, const char *text)
{
    for (const guchar *p = (const guchar *)text; *p != '\0'; p++)
        digest = (digest ^ *p) * FNV_PRIME;
    return digest;
}

guint64
place_table_digest(guint kind, const char *text)
{
    return fnv_add((FNV_START ^ kind) * FNV_PRIME, text);
}

guint64
place_table_digest_more(guint64 digest, const char *text)
{
    return fnv_add((digest ^ ' ') * FNV_PRIME, text);
}

static guint64
spread(guint64 digest)
{
    digest ^= digest >> 33;
    digest *= G_GUINT64_CONSTANT(0xff51afd7ed558ccd);
    digest ^= digest >> 33;
    digest *= G_GUINT64_CONSTANT(0xc4ceb9fe1a85ec53);
    return digest ^ (digest >> 33);
}

/* The slot of the digest, or the empty one where it would stand. There is always an empty one. */
static Slot *
find_slot(const Segment *segment, guint64 digest)
{
    guint32 high = (guint32)(digest >> 32), low = (guint32)digest;
    guint32 at = (guint32)(((guint64)low * segment->size) >> 32);

    for (;;) {
        Slot *slot = &segment->slots[at];
        if (slot->place == 0 || (slot->high == high && slot->low == low))
            return slot;
        at = at + 1 == segment->size ? 0 : at + 1;
    }
}

/* A quarter more, so that a segment is between 72 and 90 per cent full. */
static void
grow(Segment *segment)
{
    Segment larger = {.size = MAX(FIRST_SLOTS, segment->size + segment->size / 4),
                      .used = segment->used};

    larger.slots = g_new0(Slot, larger.size);
    for (guint32 i = 0; i < segment->size; i++) {
        const Slot *slot = &segment->slots[i];
        if (slot->place != 0)
            *find_slot(&larger, ((guint64)slot->high << 32) | slot->low) = *slot;
    }
    g_free(segment->slots);
    *segment = larger;
}

gboolean
place_table_find_or_add(PlaceTable *table, guint64 digest, guint32 *place)
{
    guint64 mixed = spread(digest);
    Segment *segment = &table->segments[mixed >> (64 - SEGMENT_BITS)];

    if ((guint64)segment->used * 10 >= (guint64)segment->size * 9)
        grow(segment);
    Slot *slot = find_slot(segment, mixed);
    if (slot->place != 0) {
        *place = slot->place;
        return TRUE;
    }
    slot->high = (guint32)(mixed >> 32);
    slot->low = (guint32)mixed;
    slot->place = *place;
    segment->used++;
    return FALSE;
}

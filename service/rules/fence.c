/* SPDX-License-Identifier: Apache-2.0 */
#include "rules/fence.h"

#include "base/decimal.h"

#include <string.h>

enum { DEGREE = 1000000, ROUND_THE_EARTH = 400 * DEGREE };
/* Beyond all places on Earth, and its square is still a number. */
#define METRES_MAX G_GINT64_CONSTANT(1000000000)
enum { FENCE_WORDS = 4, COORDINATE_SCALE = 6 };

typedef struct {
    const char *text;
    gsize length;
} Word;

static gboolean
split_words(const char *text, Word words[FENCE_WORDS])
{
    guint count = 0;

    for (text += strspn(text, " \t"); *text != '\0'; text += strspn(text, " \t")) {
        if (count == FENCE_WORDS)
            return FALSE;
        words[count++] = (Word){text, strcspn(text, " \t")};
        text += strcspn(text, " \t");
    }
    return count == FENCE_WORDS;
}

/* As the shop's coordinates are read: six decimals are kept (0.1 m), more are noise of the map. */
static gboolean
read_coordinate(Word word, gint64 *number)
{
    const char *point = memchr(word.text, '.', word.length);
    gsize kept = point != NULL ? (gsize)(point - word.text) + 1 + COORDINATE_SCALE : word.length;

    for (gsize i = kept; i < word.length; i++) {
        if (!g_ascii_isdigit(word.text[i]))
            return FALSE;
    }
    return decimal_parse(word.text, MIN(kept, word.length), COORDINATE_SCALE, number);
}

gboolean
fence_read(const char *text, Fence *fence)
{
    Word words[FENCE_WORDS];

    if (!split_words(text, words))
        return FALSE;
    fence->system =
        field_word_find(&field_specs[FIELD_SHOP_COORD_SYSTEM], words[3].text, words[3].length);
    return read_coordinate(words[0], &fence->centre.lon) &&
           read_coordinate(words[1], &fence->centre.lat) &&
           decimal_parse(words[2].text, words[2].length, 0, &fence->radius) && fence->radius > 0 &&
           fence->system >= 0;
}

/* Cosine of each whole degree of latitude, in 1e-4, to the north end of China. */
static const gint16 cosines[] = {
    10000, 9998, 9994, 9986, 9976, 9962, 9945, 9925, 9903, 9877, 9848, 9816, 9781, 9744,
    9703,  9659, 9613, 9563, 9511, 9455, 9397, 9336, 9272, 9205, 9135, 9063, 8988, 8910,
    8829,  8746, 8660, 8572, 8480, 8387, 8290, 8192, 8090, 7986, 7880, 7771, 7660, 7547,
    7431,  7314, 7193, 7071, 6947, 6820, 6691, 6561, 6428, 6293, 6157, 6018, 5878,
};

/* Metres east and north are taken on a plane (111.32 m to 1e-3 degree); within a fence and with
 * whole degrees in the table that is right to one part in fifty, which the caller allows for. */
gboolean
fence_farther(Point a, Point b, gint64 metres)
{
    if (ABS(a.lat - b.lat) > ROUND_THE_EARTH || ABS(a.lon - b.lon) > ROUND_THE_EARTH)
        return TRUE;
    gint64 nearest = ((a.lat + b.lat) / 2 + DEGREE / 2) / DEGREE;
    gint64 degree = CLAMP(nearest, 0, (gint64)G_N_ELEMENTS(cosines) - 1);
    gint64 north = (a.lat - b.lat) * 11132 / 100000;
    gint64 east = (a.lon - b.lon) * 11132 / 100000 * cosines[degree] / 10000;

    metres = MIN(metres, METRES_MAX);
    return north * north + east * east > metres * metres;
}

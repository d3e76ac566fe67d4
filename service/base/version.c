/* SPDX-License-Identifier: Apache-2.0 */
#include "base/version.h"

#include <string.h>

/* A lone number of so many digits is a serial number, not the first part of a version. */
enum { SERIAL_DIGITS_MIN = 4 };

/* A run of digits without its leading zeros. */
typedef struct {
    const char *digits;
    gsize length;
} Part;

/* Moves past the next number of `*text`. FALSE when there is none. */
static gboolean
next_part(const char **text, Part *part)
{
    const char *p = *text;

    while (*p != '\0' && !g_ascii_isdigit(*p))
        p++;
    gboolean found = *p != '\0';
    while (*p == '0' && g_ascii_isdigit(p[1]))
        p++;
    part->digits = p;
    part->length = strspn(p, "0123456789");
    *text = p + part->length;
    return found;
}

/* Of any length, so that no number overflows. */
static int
compare_parts(const Part *a, const Part *b)
{
    if (a->length != b->length)
        return a->length < b->length ? -1 : 1;
    return strncmp(a->digits, b->digits, a->length);
}

/* Sets `serial` when the text is one long number. The count of its numbers. */
static guint
count_parts(const char *text, gboolean *serial)
{
    Part part = {0};
    guint count = 0;
    gsize longest = 0;

    while (next_part(&text, &part)) {
        longest = MAX(longest, part.length);
        count++;
    }
    *serial = count == 1 && longest >= SERIAL_DIGITS_MIN;
    return count;
}

gboolean
version_below(const char *version, const char *least)
{
    static const Part zero = {"0", 1};
    gboolean serial, least_serial;
    guint parts = count_parts(version, &serial), least_parts = count_parts(least, &least_serial);

    if (parts == 0 || least_parts == 0 || serial != least_serial)
        return FALSE;
    for (guint i = 0; i < MAX(parts, least_parts); i++) {
        Part a, b;
        gboolean more = next_part(&version, &a), least_more = next_part(&least, &b);
        int order = compare_parts(more ? &a : &zero, least_more ? &b : &zero);
        if (order != 0)
            return order < 0;
    }
    return FALSE;
}

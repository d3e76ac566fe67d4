/* SPDX-License-Identifier: Apache-2.0 */
#include "base/instant.h"

#include <string.h>

enum { DAY_SECONDS = 86400, SHANGHAI_SECONDS = 8 * 3600, DATE_LENGTH = 10, CLOCK_LENGTH = 8 };

/* Two digits at `text`, -1 when they are none or above `most`. */
static int
two_digits(const char *text, int most)
{
    if (!g_ascii_isdigit(text[0]) || !g_ascii_isdigit(text[1]))
        return -1;
    int number = (text[0] - '0') * 10 + (text[1] - '0');
    return number <= most ? number : -1;
}

/* Seconds after midnight of HH:MM:SS; a leap second is the second before it. */
static gboolean
read_clock(const char *text, gint64 *seconds)
{
    if (strlen(text) < CLOCK_LENGTH || text[2] != ':' || text[5] != ':')
        return FALSE;
    int hour = two_digits(text, 23), minute = two_digits(text + 3, 59),
        second = two_digits(text + 6, 60);
    if (hour < 0 || minute < 0 || second < 0)
        return FALSE;
    *seconds = hour * 3600 + minute * 60 + MIN(second, 59);
    return TRUE;
}

/* Seconds east of UTC of `Z` or `+HH:MM`, which ends the text. */
static gboolean
read_zone(const char *text, gint64 *east)
{
    *east = 0;
    if (g_ascii_strcasecmp(text, "Z") == 0)
        return TRUE;
    if ((text[0] != '+' && text[0] != '-') || strlen(text) != 6 || text[3] != ':')
        return FALSE;
    int hour = two_digits(text + 1, 23), minute = two_digits(text + 4, 59);
    if (hour < 0 || minute < 0)
        return FALSE;
    *east = (text[0] == '-' ? -1 : 1) * (hour * 3600 + minute * 60);
    return TRUE;
}

gboolean
instant_parse(const char *text, gint64 *seconds)
{
    CivilDay day;
    gint64 clock, east;

    if (strlen(text) < DATE_LENGTH + 1 || !civil_parse(text, DATE_LENGTH, &day) ||
        (text[DATE_LENGTH] != 'T' && text[DATE_LENGTH] != 't'))
        return FALSE;
    const char *rest = text + DATE_LENGTH + 1;
    if (!read_clock(rest, &clock))
        return FALSE;
    rest += CLOCK_LENGTH;
    if (*rest == '.') {
        gsize digits = strspn(rest + 1, "0123456789");
        if (digits == 0)
            return FALSE;
        rest += 1 + digits;
    }
    if (!read_zone(rest, &east))
        return FALSE;
    *seconds = (gint64)day * DAY_SECONDS + clock - east;
    return TRUE;
}

/* Rounds towards the past, so that instants before 1970 are right as well. */
static CivilDay
day_of(gint64 seconds)
{
    gint64 day = seconds / DAY_SECONDS;

    return (CivilDay)(seconds % DAY_SECONDS < 0 ? day - 1 : day);
}

char *
instant_format(gint64 seconds, char buffer[21])
{
    CivilDay day = day_of(seconds);
    int clock = (int)(seconds - (gint64)day * DAY_SECONDS);
    char date[11];

    g_snprintf(buffer, 21, "%sT%02d:%02d:%02dZ", civil_format(day, date), clock / 3600,
               clock / 60 % 60, clock % 60);
    return buffer;
}

CivilDay
instant_day(gint64 seconds)
{
    return day_of(seconds + SHANGHAI_SECONDS);
}

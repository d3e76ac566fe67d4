/* SPDX-License-Identifier: Apache-2.0 */
#include "base/civil.h"

enum { DAYS_PER_ERA = 146097, EPOCH_SHIFT = 719468, SHANGHAI_SECONDS = 8 * 3600 };

static int
days_of_month(int year, int month)
{
    static const guint8 days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    gboolean leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return month == 2 && leap ? 29 : days[month - 1];
}

/* Counts years from March so that the leap day is the last day of the year. */
gboolean
civil_from_ymd(int year, int month, int day_of_month, CivilDay *day)
{
    if (year < 1 || year > 9999 || month < 1 || month > 12)
        return FALSE;
    if (day_of_month < 1 || day_of_month > days_of_month(year, month))
        return FALSE;

    int y = month <= 2 ? year - 1 : year;
    int era = y / 400;
    int year_of_era = y - era * 400;
    int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day_of_month - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    *day = era * DAYS_PER_ERA + day_of_era - EPOCH_SHIFT;
    return TRUE;
}

void
civil_to_ymd(CivilDay day, int *year, int *month, int *day_of_month)
{
    int shifted = day + EPOCH_SHIFT;
    int era = (shifted >= 0 ? shifted : shifted - (DAYS_PER_ERA - 1)) / DAYS_PER_ERA;
    int doe = shifted - era * DAYS_PER_ERA;
    int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int mp = (5 * doy + 2) / 153;
    int m = mp < 10 ? mp + 3 : mp - 9;

    if (year != NULL)
        *year = yoe + era * 400 + (m <= 2 ? 1 : 0);
    if (month != NULL)
        *month = m;
    if (day_of_month != NULL)
        *day_of_month = doy - (153 * mp + 2) / 5 + 1;
}

static gboolean
read_digits(const char *text, int count, int *number)
{
    *number = 0;
    for (int i = 0; i < count; i++) {
        if (!g_ascii_isdigit(text[i]))
            return FALSE;
        *number = *number * 10 + (text[i] - '0');
    }
    return TRUE;
}

gboolean
civil_parse(const char *text, gsize length, CivilDay *day)
{
    int year, month, day_of_month;

    if (length != 10 || text[4] != '-' || text[7] != '-')
        return FALSE;
    if (!read_digits(text, 4, &year) || !read_digits(text + 5, 2, &month) ||
        !read_digits(text + 8, 2, &day_of_month))
        return FALSE;
    return civil_from_ymd(year, month, day_of_month, day);
}

char *
civil_format(CivilDay day, char buffer[11])
{
    int year, month, day_of_month;

    civil_to_ymd(day, &year, &month, &day_of_month);
    g_snprintf(buffer, 11, "%04u-%02u-%02u", (guint)year % 10000, (guint)month % 100,
               (guint)day_of_month % 100);
    return buffer;
}

CivilDay
civil_add_years(CivilDay day, int years)
{
    int year, month, day_of_month;
    CivilDay result = day;

    civil_to_ymd(day, &year, &month, &day_of_month);
    if (!civil_from_ymd(year + years, month, day_of_month, &result))
        civil_from_ymd(year + years, month, day_of_month - 1, &result);
    return result;
}

int
civil_years_between(CivilDay from, CivilDay to)
{
    int from_year, from_month, from_day, to_year, to_month, to_day;

    civil_to_ymd(from, &from_year, &from_month, &from_day);
    civil_to_ymd(to, &to_year, &to_month, &to_day);
    int years = to_year - from_year;
    if (to_month < from_month || (to_month == from_month && to_day < from_day))
        years--;
    return years;
}

CivilDay
civil_today(void)
{
    gint64 seconds = g_get_real_time() / G_USEC_PER_SEC + SHANGHAI_SECONDS;

    return (CivilDay)(seconds / 86400);
}

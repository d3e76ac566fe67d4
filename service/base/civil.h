/* SPDX-License-Identifier: Apache-2.0 */
/* Civil dates of the proleptic Gregorian calendar as a number of days. */
#pragma once

#include <glib.h>

typedef gint32 CivilDay; /* days since 1970-01-01 */

/* The one "long-term" (no end date) of licences and identity cards: 9999-12-31. */
#define CIVIL_LONG_TERM ((CivilDay)2932896)

/* Sets `day` and returns TRUE when year 1..9999, month and day are a real date. */
gboolean civil_from_ymd(int year, int month, int day_of_month, CivilDay *day);

/* Splits a day; each pointer may be NULL. */
void civil_to_ymd(CivilDay day, int *year, int *month, int *day_of_month);

/* Reads exactly YYYY-MM-DD (`length` bytes); FALSE when it is not a real date. */
gboolean civil_parse(const char *text, gsize length, CivilDay *day);

/* Writes YYYY-MM-DD and its NUL into `buffer` (11 bytes) and returns it. */
char *civil_format(CivilDay day, char buffer[11]);

/* The day `years` later; 29 February becomes 28 February where that year has none. */
CivilDay civil_add_years(CivilDay day, int years);

/* Whole years from `from` to `to` (an age); negative when `to` is earlier. */
int civil_years_between(CivilDay from, CivilDay to);

/* Today in Asia/Shanghai (UTC+8 the whole year since 1992), where all civil dates of this product
 * live. */
CivilDay civil_today(void);

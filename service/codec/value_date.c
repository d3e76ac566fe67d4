/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/value_date.h"

#include <string.h>

enum {
    SERIAL_MIN = 20000, /* 1954: no paper of a merchant is older */
    SERIAL_MAX = 80000, /* 2119 */
    SHANGHAI_MINUTES = 8 * 60,
    DAY_MINUTES = 24 * 60
};

static gboolean
is_long_term(const char *text)
{
    static const char *const words[] = {"长期", "长 期",    "永续",      "长期有效",
                                        "永久", "永久有效", "long-term", "无固定期限"};

    for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
        if (g_ascii_strcasecmp(text, words[i]) == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean
read_part(const char **cursor, guint most, int *number)
{
    const char *p = *cursor;

    *number = 0;
    for (guint i = 0; i < most && g_ascii_isdigit(*p); i++, p++)
        *number = *number * 10 + (*p - '0');
    gboolean found = p != *cursor;
    *cursor = p;
    return found;
}

/* Skips one separator: '/', '.', '-', or the given Chinese unit. */
static gboolean
skip_separator(const char **cursor, const char *unit)
{
    if (**cursor != '\0' && strchr("-/.", **cursor) != NULL) {
        (*cursor)++;
        return TRUE;
    }
    if (g_str_has_prefix(*cursor, unit)) {
        *cursor += strlen(unit);
        return TRUE;
    }
    return FALSE;
}

/* A date at the cursor in any of the spellings; moves past it. */
static gboolean
parse_loose(const char **cursor, CivilDay *day)
{
    int year, month, day_of_month;
    const char *p = *cursor;

    if (!read_part(&p, 4, &year))
        return FALSE;
    if (g_ascii_isdigit(*p)) {
        if (!read_part(&p, 2, &month) || !read_part(&p, 2, &day_of_month))
            return FALSE;
    } else {
        if (!skip_separator(&p, "年") || !read_part(&p, 2, &month) || !skip_separator(&p, "月") ||
            !read_part(&p, 2, &day_of_month))
            return FALSE;
        if (g_str_has_prefix(p, "日"))
            p += strlen("日");
    }
    *cursor = p;
    return civil_from_ymd(year, month, day_of_month, day);
}

static gboolean
is_serial(const char *text)
{
    gsize digits = strspn(text, "0123456789");
    gint64 number = g_ascii_strtoll(text, NULL, 10);

    return digits == 5 && (text[5] == '\0' || text[5] == '.') && number >= SERIAL_MIN &&
           number <= SERIAL_MAX;
}

static const char *
bad_date(const char *text, ValueNote note, FieldValue *value)
{
    value->text = text;
    value->state = VALUE_BAD;
    value->note = (guint8)note;
    return NULL;
}

static void
keep_day(CivilDay day, Arena *arena, FieldValue *value)
{
    char iso[11];

    value->number = day;
    value->state = VALUE_OK;
    if (value->text == NULL)
        value->text = arena_strndup(arena, civil_format(day, iso), 10);
}

/* Registers print 2099-12-30, 2099-12-31 or 9999-12-31 where the paper says that there is no end.
 */
static CivilDay
fold_long_term(const FieldSpec *spec, CivilDay day)
{
    CivilDay limit = 0;

    civil_from_ymd(2099, 12, 30, &limit);
    return spec->type == FIELD_TYPE_DATE_LONG && day >= limit ? CIVIL_LONG_TERM : day;
}

static const char *
read_day(const FieldSpec *spec, const char *text, Arena *arena, FieldValue *value)
{
    CivilDay day;
    const char *cursor = text;

    if (civil_parse(text, strlen(text), &day)) {
        value->text = text;
    } else {
        if (is_serial(text))
            return bad_date(text, NOTE_DAMAGE_SERIAL, value);
        if (!parse_loose(&cursor, &day))
            return bad_date(text, NOTE_BAD_DATE, value);
        if (*cursor != '\0' && strcmp(cursor, " 00:00:00") != 0 && strcmp(cursor, " 0:00") != 0)
            return bad_date(text, NOTE_BAD_DATE, value);
        value->note = NOTE_NORMALISED;
    }
    keep_day(fold_long_term(spec, day), arena, value);
    return NULL;
}

/* Minutes after midnight; seconds and their fraction are read and dropped. */
static gboolean
read_clock(const char **cursor, int *minutes)
{
    int hour, minute, second = 0;
    const char *p = *cursor;

    if (!read_part(&p, 2, &hour) || *p++ != ':' || !read_part(&p, 2, &minute))
        return FALSE;
    if (*p == ':') {
        p++;
        if (!read_part(&p, 2, &second))
            return FALSE;
    }
    if (*p == '.')
        p += 1 + strspn(p + 1, "0123456789");
    *cursor = p;
    *minutes = hour * 60 + minute;
    return hour < 24 && minute < 60 && second <= 60;
}

/* Minutes east of UTC; FALSE when there is no zone of RFC 3339. */
static gboolean
read_zone(const char **cursor, int *east)
{
    int hour, minute;
    const char *p = *cursor;
    int sign = *p == '-' ? -1 : 1;

    *east = 0;
    if (*p == 'Z' || *p == 'z') {
        *cursor = p + 1;
        return TRUE;
    }
    if (*p != '+' && *p != '-')
        return FALSE;
    p++;
    if (!read_part(&p, 2, &hour) || *p++ != ':' || !read_part(&p, 2, &minute) || hour > 23 ||
        minute > 59)
        return FALSE;
    *east = sign * (hour * 60 + minute);
    *cursor = p;
    return TRUE;
}

/* The day in Shanghai of an instant given with its zone. */
static CivilDay
shanghai_day(CivilDay day, int minutes, int east)
{
    int local = minutes - east + SHANGHAI_MINUTES;

    if (local < 0)
        return day - (local < -DAY_MINUTES ? 2 : 1);
    return day + local / DAY_MINUTES;
}

static const char *
read_instant(const char *text, Arena *arena, FieldValue *value)
{
    CivilDay day;
    const char *cursor = text;
    int minutes = 0, east = SHANGHAI_MINUTES;

    if (is_serial(text))
        return bad_date(text, NOTE_DAMAGE_SERIAL, value);
    if (!parse_loose(&cursor, &day))
        return bad_date(text, NOTE_BAD_DATE, value);
    gboolean strict = cursor - text == 10 && text[4] == '-' && (*cursor == 'T' || *cursor == 't');
    if (*cursor == 'T' || *cursor == 't' || *cursor == ' ') {
        cursor++;
        if (!read_clock(&cursor, &minutes))
            return bad_date(text, NOTE_BAD_DATE, value);
    }
    gboolean zoned = read_zone(&cursor, &east);
    if (*cursor != '\0')
        return bad_date(text, NOTE_BAD_DATE, value);
    /* without a zone, people write the time on their wall */
    if (!zoned || !strict)
        value->note = NOTE_NORMALISED;
    value->text = text;
    keep_day(shanghai_day(day, minutes, east), arena, value);
    return NULL;
}

const char *
value_read_date(const FieldSpec *spec, const char *text, Arena *arena, FieldValue *value)
{
    if (spec->type == FIELD_TYPE_DATETIME)
        return read_instant(text, arena, value);
    if (spec->type == FIELD_TYPE_DATE_LONG && is_long_term(text)) {
        value->text = text;
        keep_day(CIVIL_LONG_TERM, arena, value);
        return NULL;
    }
    return read_day(spec, text, arena, value);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* The lowest layer: dates, decimals, text, memory, the place table and the turnstile. */
#include "base/arena.h"
#include "base/civil.h"
#include "base/decimal.h"
#include "base/fault.h"
#include "base/instant.h"
#include "base/place_table.h"
#include "base/text.h"
#include "base/turnstile.h"
#include "base/version.h"

#include <string.h>

static void
test_civil_round_trip(void)
{
    /* every day of four centuries, and the days around the ends of the calendar */
    for (CivilDay day = -135140; day <= 11017; day++) {
        int year, month, day_of_month;
        CivilDay back;
        civil_to_ymd(day, &year, &month, &day_of_month);
        g_assert_true(civil_from_ymd(year, month, day_of_month, &back));
        g_assert_cmpint(back, ==, day);
    }
    char text[11];
    g_assert_cmpstr(civil_format(CIVIL_LONG_TERM, text), ==, "9999-12-31");
    g_assert_cmpstr(civil_format(0, text), ==, "1970-01-01");
}

static void
test_civil_parse(void)
{
    static const struct {
        const char *text;
        gboolean real;
    } rows[] = {
        {"2024-02-29", TRUE},  {"2023-02-29", FALSE}, {"2000-02-29", TRUE},   {"1900-02-29", FALSE},
        {"2026-04-30", TRUE},  {"2026-04-31", FALSE}, {"2026-13-01", FALSE},  {"2026-12-31", TRUE},
        {"2026-00-10", FALSE}, {"2026-01-00", FALSE}, {"0000-01-01", FALSE},  {"0001-01-01", TRUE},
        {"2026/01/01", FALSE}, {"2026-1-01", FALSE},  {"2026-01-011", FALSE}, {"", FALSE}};
    CivilDay day;

    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_test_message("%s", rows[i].text);
        g_assert_cmpint(civil_parse(rows[i].text, strlen(rows[i].text), &day), ==, rows[i].real);
    }
}

static CivilDay
day_of(const char *text)
{
    CivilDay day;

    g_assert_true(civil_parse(text, strlen(text), &day));
    return day;
}

static void
test_civil_years(void)
{
    g_assert_cmpint(civil_add_years(day_of("2024-02-29"), 1), ==, day_of("2025-02-28"));
    g_assert_cmpint(civil_add_years(day_of("2024-02-29"), 4), ==, day_of("2028-02-29"));
    g_assert_cmpint(civil_add_years(day_of("2015-03-01"), 20), ==, day_of("2035-03-01"));
    g_assert_cmpint(civil_years_between(day_of("2010-11-23"), day_of("2026-11-23")), ==, 16);
    g_assert_cmpint(civil_years_between(day_of("2010-11-24"), day_of("2026-11-23")), ==, 15);
    g_assert_cmpint(civil_years_between(day_of("2026-11-24"), day_of("2026-11-23")), ==, -1);
}

/* As read, in UTC, and the day in Shanghai; NULL = it is no instant. */
static const struct {
    const char *text, *utc, *day;
} instants[] = {
    {"1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "1970-01-01"},
    {"2026-11-23T08:30:00+08:00", "2026-11-23T00:30:00Z", "2026-11-23"},
    {"2026-11-23T15:59:59Z", "2026-11-23T15:59:59Z", "2026-11-23"},
    {"2026-11-23T16:00:00Z", "2026-11-23T16:00:00Z", "2026-11-24"},
    {"2026-11-23T23:30:00-05:30", "2026-11-24T05:00:00Z", "2026-11-24"},
    {"2026-11-23T00:00:00+14:00", "2026-11-22T10:00:00Z", "2026-11-22"},
    {"2026-11-23t08:30:00z", "2026-11-23T08:30:00Z", "2026-11-23"},
    {"2026-11-23T08:30:00.999999999Z", "2026-11-23T08:30:00Z", "2026-11-23"},
    {"2026-11-23T00:30:00+00:30", "2026-11-23T00:00:00Z", "2026-11-23"},
    {"2026-11-23T00:30:00-01:00", "2026-11-23T01:30:00Z", "2026-11-23"},
    {"2026-11-23T08:30:00.5+08:00", "2026-11-23T00:30:00Z", "2026-11-23"},
    {"2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z", "2017-01-01"},
    {"2024-02-29T12:00:00Z", "2024-02-29T12:00:00Z", "2024-02-29"},
    {"1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z", "1970-01-01"},
    {"1969-12-31T15:59:59Z", "1969-12-31T15:59:59Z", "1969-12-31"},
    {"1900-01-01T00:00:00+08:00", "1899-12-31T16:00:00Z", "1900-01-01"},
    {"", NULL, NULL},
    {"2026-11-23", NULL, NULL},
    {"2026-11-23T", NULL, NULL},
    {"2026-11-23T08:30:00", NULL, NULL},
    {"2026-11-23 08:30:00Z", NULL, NULL},
    {"2026-11-23T08:30Z", NULL, NULL},
    {"2026-11-23T8:30:00Z", NULL, NULL},
    {"2026-11-23T24:00:00Z", NULL, NULL},
    {"2026-11-23T08:60:00Z", NULL, NULL},
    {"2026-11-23T08:30:61Z", NULL, NULL},
    {"2026-11-23T08-30:00Z", NULL, NULL},
    {"2026-11-23T08:30-00Z", NULL, NULL},
    {"2026-11-23T0x:30:00Z", NULL, NULL},
    {"2026-11-23Tx8:30:00Z", NULL, NULL},
    {"2026-11-23T08-30-00Z", NULL, NULL},
    {"2026-11-31T08:30:00Z", NULL, NULL},
    {"2023-02-29T08:30:00Z", NULL, NULL},
    {"2026-11-23T08:30:00.Z", NULL, NULL},
    {"2026-11-23T08:30:00,5Z", NULL, NULL},
    {"2026-11-23T08:30:00Z ", NULL, NULL},
    {"2026-11-23T08:30:00ZZ", NULL, NULL},
    {"2026-11-23T08:30:00+0800", NULL, NULL},
    {"2026-11-23T08:30:00+08", NULL, NULL},
    {"2026-11-23T08:30:00+08:000", NULL, NULL},
    {"2026-11-23T08:30:00+08-00", NULL, NULL},
    {"2026-11-23T08:30:00*08:00", NULL, NULL},
    {"2026-11-23T08:30:00+24:00", NULL, NULL},
    {"2026-11-23T08:30:00+08:60", NULL, NULL},
    {"2026-11-23T08:30:00 +08:00", NULL, NULL},
};

static void
test_instant(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(instants); i++) {
        gint64 seconds = 0, back = 0;
        char utc[21], day[11];
        g_test_message("%s", instants[i].text);
        gboolean good = instant_parse(instants[i].text, &seconds);
        g_assert_cmpint(good, ==, instants[i].utc != NULL);
        if (!good)
            continue;
        g_assert_cmpstr(instant_format(seconds, utc), ==, instants[i].utc);
        g_assert_cmpstr(civil_format(instant_day(seconds), day), ==, instants[i].day);
        g_assert_true(instant_parse(utc, &back));
        g_assert_cmpint(back, ==, seconds);
    }
}

static void
test_decimal_parse(void)
{
    static const struct {
        const char *text;
        guint scale;
        gboolean good;
        gint64 number;
    } rows[] = {
        {"0.60", 6, TRUE, 600000},
        {"0.29835", 6, TRUE, 298350},
        {"20", 2, TRUE, 2000},
        {"-5", 2, TRUE, -500},
        {"+5", 2, TRUE, 500},
        {"0.005", 2, FALSE, 0},
        {"0.0050", 3, TRUE, 5},
        {"0.50000", 2, TRUE, 50},
        {".5", 2, FALSE, 0},
        {"5.", 2, FALSE, 0},
        {"", 2, FALSE, 0},
        {"-", 2, FALSE, 0},
        {"1.2.3", 2, FALSE, 0},
        {"1e5", 2, FALSE, 0},
        {"1,000", 2, FALSE, 0},
        {"999999999999999", 2, TRUE, 99999999999999900},
        {"9999999999999999", 2, FALSE, 0},
        {"99999999999999999999", 0, FALSE, 0},
        {"5.0", 0, TRUE, 5},
        {"5.1", 0, FALSE, 0},
    };

    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        gint64 number = 0;
        g_test_message("%s at %u", rows[i].text, rows[i].scale);
        g_assert_cmpint(decimal_parse(rows[i].text, strlen(rows[i].text), rows[i].scale, &number),
                        ==, rows[i].good);
        g_assert_cmpint(number, ==, rows[i].number);
    }
}

static void
test_decimal_append(void)
{
    static const struct {
        gint64 number;
        guint scale, least;
        const char *text;
    } rows[] = {{600000, 6, 2, "0.60"}, {298350, 6, 2, "0.29835"},
                {0, 6, 2, "0.00"},      {-500, 2, 2, "-5.00"},
                {2000, 2, 0, "20"},     {2050, 2, 0, "20.5"},
                {7, 0, 0, "7"},         {G_MININT64, 0, 0, "-9223372036854775808"}};

    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        decimal_append(out, rows[i].number, rows[i].scale, rows[i].least);
        g_assert_cmpstr(out->str, ==, rows[i].text);
    }
}

static void
test_text_width(void)
{
    static const struct {
        const char *text;
        guint width, length;
    } rows[] = {{"", 0, 0}, {"abc", 3, 3}, {"户名", 4, 2}, {"（a）", 5, 3}, {"e\u0301", 1, 2}};

    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_assert_cmpuint(text_width(rows[i].text), ==, rows[i].width);
        g_assert_cmpuint(text_length(rows[i].text), ==, rows[i].length);
    }
    g_autoptr(GString) out = g_string_new(NULL);
    g_assert_cmpuint(text_append_width(out, "户名账号", 5), ==, 4);
    g_assert_cmpstr(out->str, ==, "户名");
}

static void
test_text_distance(void)
{
    g_assert_cmpuint(text_distance("mcc", "mmc"), ==, 1);
    g_assert_cmpuint(text_distance("mcc", "MCC"), ==, 0);
    g_assert_cmpuint(text_distance("", "abc"), ==, 3);
    g_assert_cmpuint(text_distance("账号/卡号", "账号或卡号"), ==, 1);
    g_assert_cmpuint(text_distance("kitten", "sitting"), ==, 3);
}

/* Names as banks compare them: same, similar (for review) or other. */
static void
test_text_names(void)
{
    static const struct {
        const char *a, *b;
        gboolean equal, similar;
    } rows[] = {
        {"青山餐饮有限公司", "青山餐饮有限公司", TRUE, TRUE},
        {"青山（深圳）餐饮", "青山(深圳) 餐饮", TRUE, TRUE},
        {"ABC公司", "ａｂｃ公司", TRUE, TRUE},
        {"阿卜杜拉·买买提", "阿卜杜拉买买提", TRUE, TRUE},
        {"个体户张三", "张三", TRUE, TRUE},
        {"商户_张三", "张三", TRUE, TRUE},
        {"个体户", "", FALSE, FALSE},
        {"陳記餐飲", "陈記餐飲", FALSE, TRUE},
        {"青山餐饮有限公司", "青山餐饮有限公司分公司", FALSE, FALSE},
        {"青山餐饮有限公司", "青山餐饮有限公", FALSE, FALSE},
        {"测试甲", "测试乙", FALSE, FALSE},
    };

    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_test_message("%s | %s", rows[i].a, rows[i].b);
        g_assert_cmpint(text_name_equal(rows[i].a, rows[i].b), ==, rows[i].equal);
        g_assert_cmpint(text_name_equal(rows[i].b, rows[i].a), ==, rows[i].equal);
        g_assert_cmpint(text_name_similar(rows[i].a, rows[i].b), ==, rows[i].similar);
    }
}

static void
test_text_gb18030(void)
{
    g_assert_cmpuint(text_gb18030_bytes("青山ab"), ==, 6);
    g_assert_cmpuint(text_gb18030_bytes("·"), ==, 2);
    g_assert_cmpuint(text_gb18030_bytes("\U00020BB7"), ==, 4); /* 𠮷 of Extension B */
}

static void
test_arena(void)
{
    g_autoptr(Arena) arena = arena_new();

    for (int round = 0; round < 3; round++) {
        for (gsize size = 1; size < 100000; size *= 3) {
            guchar *memory = arena_alloc0(arena, size);
            g_assert_cmpuint(GPOINTER_TO_SIZE(memory) % 16, ==, 0);
            g_assert_cmpint(memory[0], ==, 0);
            g_assert_cmpint(memory[size - 1], ==, 0);
            memset(memory, 0xAA, size);
        }
        g_assert_cmpstr(arena_printf(arena, "%d-%s", 7, "x"), ==, "7-x");
        g_assert_cmpstr(arena_strndup(arena, "abcdef", 3), ==, "abc");
        arena_reset(arena);
    }
}

static void
test_place_table(void)
{
    g_autoptr(PlaceTable) table = place_table_new();

    for (guint round = 0; round < 2; round++) {
        for (guint i = 1; i <= 50000; i++) {
            g_autofree char *text = g_strdup_printf("%u", i);
            guint32 place = i + round * 100000;
            gboolean known = place_table_find_or_add(table, place_table_digest(1, text), &place);
            g_assert_cmpint(known, ==, round == 1);
            g_assert_cmpuint(place, ==, i);
        }
    }
    guint32 place = 7;
    g_assert_false(place_table_find_or_add(table, place_table_digest(2, "1"), &place));
    g_assert_cmpuint(place_table_digest(1, "ab"), !=,
                     place_table_digest_more(place_table_digest(1, "a"), "b"));
}

typedef struct {
    Turnstile turnstile;
    gint next;
    GString *order;
} Queue;

static gpointer
pass_through(gpointer data)
{
    Queue *queue = data;

    for (int number = g_atomic_int_add(&queue->next, 1); number < 200;
         number = g_atomic_int_add(&queue->next, 1)) {
        turnstile_enter(&queue->turnstile, (guint64)number);
        g_string_append_printf(queue->order, "%d ", number);
        turnstile_leave(&queue->turnstile);
    }
    return NULL;
}

static void
test_turnstile(void)
{
    Queue queue = {.order = g_string_new(NULL)};
    GThread *threads[4];
    g_autoptr(GString) want = g_string_new(NULL);

    turnstile_init(&queue.turnstile);
    for (gsize i = 0; i < G_N_ELEMENTS(threads); i++)
        threads[i] = g_thread_new("pass", pass_through, &queue);
    for (gsize i = 0; i < G_N_ELEMENTS(threads); i++)
        g_thread_join(threads[i]);
    for (int i = 0; i < 200; i++)
        g_string_append_printf(want, "%d ", i);
    g_assert_cmpstr(queue.order->str, ==, want->str);
    turnstile_clear(&queue.turnstile);
    g_string_free(queue.order, TRUE);
}

static void
test_fault(void)
{
    g_autoptr(GError) error = NULL;

    g_assert_false(fault_raise(&error, FAULT_LIMIT, "%d rows", 7));
    g_assert_false(fault_prefix(&error, "reading '%s'", "a.csv"));
    g_assert_error(error, FAULT, FAULT_LIMIT);
    g_assert_cmpstr(error->message, ==, "reading 'a.csv': 7 rows");
    g_assert_cmpint(fault_exit_code(FAULT_LIMIT), ==, 2);
    g_assert_cmpint(fault_exit_code(FAULT_INTERNAL), ==, 3);
}

static const struct {
    const char *version, *least;
    gboolean below;
} versions[] = {
    {"320000", "320001", TRUE},
    {"320001", "320001", FALSE},
    {"320002", "320001", FALSE},
    {"1.9", "1.10", TRUE},
    {"1.10", "1.9", FALSE},
    {"V2.1", "2.1.0", FALSE},
    {"2.1", "2.1.1", TRUE},
    {"0310", "310", FALSE},
    {"1.0.04", "1.0.5", TRUE},
    {"", "1.0", FALSE},
    {"beta", "1.0", FALSE},
    {"1.0", "none", FALSE},
    {"1.0.3", "320001", FALSE},
    {"320001", "1.0.3", FALSE},
    {"0", "1", TRUE},
    {"99999999999999999999", "100000000000000000000", TRUE},
};

static void
test_version(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(versions); i++) {
        if (version_below(versions[i].version, versions[i].least) != versions[i].below)
            g_error("%s against %s", versions[i].version, versions[i].least);
    }
}

static void
test_text_folded(void)
{
    g_autoptr(GString) folded = g_string_new(NULL);

    text_append_folded(folded, " Ａ920 Ｐro（深圳）·x");
    g_assert_cmpstr(folded->str, ==, "A920PRO(深圳)X");
    g_assert_true(text_in_order("中国工商银行深圳福田支行", "工行福田"));
    g_assert_false(text_in_order("中国工商银行深圳福田支行", "福田工行"));
    g_assert_true(text_in_order("x", ""));
    g_assert_false(text_in_order("", "x"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/base/civil/round-trip", test_civil_round_trip);
    g_test_add_func("/base/civil/parse", test_civil_parse);
    g_test_add_func("/base/civil/years", test_civil_years);
    g_test_add_func("/base/instant", test_instant);
    g_test_add_func("/base/decimal/parse", test_decimal_parse);
    g_test_add_func("/base/decimal/append", test_decimal_append);
    g_test_add_func("/base/text/width", test_text_width);
    g_test_add_func("/base/text/distance", test_text_distance);
    g_test_add_func("/base/text/names", test_text_names);
    g_test_add_func("/base/text/gb18030", test_text_gb18030);
    g_test_add_func("/base/text/folded", test_text_folded);
    g_test_add_func("/base/version", test_version);
    g_test_add_func("/base/arena", test_arena);
    g_test_add_func("/base/place-table", test_place_table);
    g_test_add_func("/base/turnstile", test_turnstile);
    g_test_add_func("/base/fault", test_fault);
    return g_test_run();
}

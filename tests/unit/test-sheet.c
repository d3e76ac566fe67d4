/* SPDX-License-Identifier: Apache-2.0 */
/* Spreadsheets: encodings, headers, rows of one application, and what cannot be read. */
#include "codec/sheet.h"

#include <string.h>

typedef struct {
    Arena *arena;
    GArray *list;
    ReadErrors errors;
    Sheet *sheet;
    Application app;
} Opened;

static void
opened_clear(Opened *opened)
{
    g_clear_pointer(&opened->sheet, sheet_unref);
    g_array_unref(opened->list);
    arena_free(opened->arena);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Opened, opened_clear)

static void
open_bytes(Opened *opened, const char *text, gsize length)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, length);

    opened->arena = arena_new();
    opened->list = g_array_new(FALSE, FALSE, sizeof(InputError));
    opened->errors = (ReadErrors){opened->arena, opened->list};
    opened->sheet = sheet_open(bytes, "t.csv", &opened->errors);
}

static gboolean
read_index(Opened *opened, guint index)
{
    application_init(&opened->app, opened->arena);
    return sheet_read(opened->sheet, index, &opened->app, &opened->errors);
}

/* The keys of all errors but the one about missing columns, which every small sheet has. */
static char *
error_keys(const Opened *opened)
{
    GString *keys = g_string_new(NULL);

    for (guint i = 0; i < opened->list->len; i++) {
        const InputError *error = &g_array_index(opened->list, InputError, i);
        if (!g_str_equal(error->key, "input.missing_columns"))
            g_string_append_printf(keys, "%s%s@%u", keys->len > 0 ? " " : "", error->key,
                                   error->line);
    }
    return g_string_free(keys, FALSE);
}

/* A sheet and the errors of header and rows. */
static const struct {
    const char *name, *text, *errors;
    int applications; /* -1 = the sheet cannot be used */
} sheets[] = {
    {"one", "external_ref,mcc\nA,5812\n", "", 1},
    {"chinese-headers", "外部编号,MCC\nA,5812\n", "", 1},
    {"byte-order-mark",
     "\xEF\xBB\xBF"
     "外部编号,MCC\nA,5812\n",
     "", 1},
    {"carriage-returns", "external_ref,mcc\r\nA,5812\r\n", "", 1},
    {"no-last-line-end", "external_ref,mcc\nA,5812", "", 1},
    {"blank-rows", "external_ref,mcc\n\n,\nA,5812\n", "", 1},
    {"full-width-brackets", "external_ref,经营名称（店名）\nA,x\n", "", 1},
    {"tabs", "external_ref\tmcc\nA\t5812\n", "", 1},
    {"column-without-name", "external_ref,,mcc\nA,,5812\n", "", 1},
    {"not-neighbours", "external_ref,mcc\nA,5812\nB,5812\nA,5812\n", "", 2},
    {"empty", "", "input.empty@0", -1},
    {"unknown-column", "external_ref,mmc\nA,1\n", "input.unknown_column@1", -1},
    {"forbidden-column", "external_ref,cvn2\nA,1\n", "input.forbidden_column@1", -1},
    {"forbidden-column-zh", "external_ref,二磁道\nA,1\n", "input.forbidden_column@1", -1},
    {"column-twice", "external_ref,mcc,MCC\nA,1,1\n", "input.column_twice@1", -1},
    {"no-reference-column", "mcc\n5812\n", "input.no_reference_column@1", -1},
    {"no-reference", "external_ref,mcc\n,5812\nA,5812\n", "input.no_reference@2", 1},
    {"broken-quote", "external_ref,mcc\nA,\"58\"12\nB,5812\n", "input.broken_quote@2", 1},
    {"open-quote", "external_ref,mcc\nA,\"5812\nB,5812\n", "input.broken_quote@2", 1},
    {"short-row", "external_ref,mcc\nA\nB,5812\n", "input.short_row@2", 1},
    {"long-row", "external_ref,mcc\nA,1,2\nB,5812\n", "input.long_row@2", 1},
    {"blank-cells-too-many", "external_ref,mcc\nA,1,,\n", "", 1},
    {"truncated", "external_ref,mcc\nA,1\nB", "input.truncated_row@3", 1},
    {"only-a-header", "external_ref,mcc\n", "input.no_rows@0", 0},
    {"no-header", "A-1,5812,20\nA-2,5812,20\n", "input.no_header@1", -1},
    {"invalid-utf-8", "外部编号,mcc\nA,1\nB,\xff\nC,1\n", "input.invalid_utf8@3", 2},
};

static void
test_sheet(gconstpointer data)
{
    gsize i = GPOINTER_TO_SIZE(data);
    g_auto(Opened) opened = {0};

    open_bytes(&opened, sheets[i].text, strlen(sheets[i].text));
    g_autofree char *keys = error_keys(&opened);
    g_assert_cmpstr(keys, ==, sheets[i].errors);
    g_assert_cmpint(opened.sheet != NULL ? (int)sheet_count(opened.sheet) : -1, ==,
                    sheets[i].applications);
}

static void
test_nul(void)
{
    static const char text[] = "external_ref,mcc\nA,58\0"
                               "12\nB,1\n";
    g_auto(Opened) opened = {0};

    open_bytes(&opened, text, sizeof text - 1);
    g_autofree char *keys = error_keys(&opened);
    g_assert_cmpstr(keys, ==, "input.nul@2");
    g_assert_cmpuint(sheet_count(opened.sheet), ==, 1);
}

static void
test_gb18030(void)
{
    g_autofree char *text = g_convert("外部编号,经营名称(店名)\nA,青山小馆\n", -1, "GB18030",
                                      "UTF-8", NULL, NULL, NULL);
    g_auto(Opened) opened = {0};

    open_bytes(&opened, text, strlen(text));
    g_assert_true(read_index(&opened, 0));
    g_assert_cmpstr(application_text(&opened.app, FIELD_MERCHANT_SHORT_NAME), ==, "青山小馆");
    g_assert_cmpstr(opened.app.columns[FIELD_MERCHANT_SHORT_NAME], ==, "经营名称(店名)");
}

static void
test_gb18030_under_plain_header(void)
{
    g_autofree char *text = g_convert("external_ref,short_name\nA,青山小馆\n", -1, "GB18030",
                                      "UTF-8", NULL, NULL, NULL);
    g_auto(Opened) opened = {0};

    open_bytes(&opened, text, strlen(text));
    g_assert_true(read_index(&opened, 0));
    g_assert_cmpstr(application_text(&opened.app, FIELD_MERCHANT_SHORT_NAME), ==, "青山小馆");
}

/* The merchant's columns may stand in the first row only, and rows of an application may be apart.
 */
static void
test_terminals(void)
{
    static const char text[] = "external_ref,mcc,terminal_no\nA,5812,10000001\nB,5311,10000002\nA,,"
                               "10000003\nA,5812,10000004\n";
    g_auto(Opened) opened = {0};

    open_bytes(&opened, text, sizeof text - 1);
    g_assert_true(read_index(&opened, 0));
    g_assert_cmpuint(opened.app.device_count, ==, 3);
    g_assert_cmpstr(device_text(&opened.app.devices[2], FIELD_DEVICE_TERMINAL_NO), ==, "10000004");
    g_assert_cmpuint(opened.app.devices[1].line, ==, 4);
    g_assert_cmpstr(application_text(&opened.app, FIELD_MERCHANT_MCC), ==, "5812");
}

/* What is left of an application is not the application. */
static void
test_lost_row(void)
{
    static const char text[] = "external_ref,mcc,terminal_no\nA,5812,10000001\nA,5812\nB,5812,\n";
    g_auto(Opened) opened = {0};

    open_bytes(&opened, text, sizeof text - 1);
    g_assert_false(read_index(&opened, 0));
    g_assert_true(read_index(&opened, 1));
}

/* Two spellings of one value are no contradiction. */
static void
test_same_value(void)
{
    static const char text[] = "external_ref,merchant_kind,annual_fee,account_name\n"
                               "A,enterprise,0,甲（深圳）公司\nA,0,0.00,甲(深圳)公司\n";
    g_auto(Opened) opened = {0};

    open_bytes(&opened, text, sizeof text - 1);
    g_assert_true(read_index(&opened, 0));
    g_autofree char *keys = error_keys(&opened);
    g_assert_cmpstr(keys, ==, "");
}

/* A file of quotation marks without partners is given up, not gone through. */
static void
test_many_broken_rows(void)
{
    g_autoptr(GString) text = g_string_new("external_ref,mcc\n");
    g_auto(Opened) opened = {0};

    for (int i = 0; i < 5000; i++)
        g_string_append(text, "x\",\"\n,\"a\"b\n");
    open_bytes(&opened, text->str, text->len);
    const InputError *last = &g_array_index(opened.list, InputError, opened.list->len - 1);
    g_assert_cmpuint(opened.list->len, <, 200);
    g_assert_nonnull(last);
}

static void
test_no_terminal(void)
{
    static const char text[] = "external_ref,mcc,terminal_no\nA,5812,\n";
    g_auto(Opened) opened = {0};

    open_bytes(&opened, text, sizeof text - 1);
    g_assert_true(read_index(&opened, 0));
    g_assert_cmpuint(opened.app.device_count, ==, 0);
}

static void
test_contradiction(void)
{
    static const char text[] = "external_ref,mcc,terminal_no\nA,5812,10000001\nA,5311,10000002\n";
    g_auto(Opened) opened = {0};

    open_bytes(&opened, text, sizeof text - 1);
    g_assert_true(read_index(&opened, 0));
    g_autofree char *keys = error_keys(&opened);
    g_assert_cmpstr(keys, ==, "input.contradiction@3");
    g_assert_cmpint(opened.app.values[FIELD_MERCHANT_MCC].state, ==, VALUE_REFUSED);
}

static void
test_quoted_cells(void)
{
    static const char text[] = "external_ref,scope,mcc\nA,\"a \"\"b\"\", c\nd\",5812\nB,x,5311\n";
    g_auto(Opened) opened = {0};

    open_bytes(&opened, text, sizeof text - 1);
    g_assert_true(read_index(&opened, 0));
    g_assert_cmpstr(application_text(&opened.app, FIELD_LICENCE_SCOPE), ==, "a \"b\", c\nd");
    g_assert_true(read_index(&opened, 1));
    g_assert_cmpuint(opened.app.line, ==, 4);
}

static void
test_unknown_names_nearest(void)
{
    static const char text[] = "external_ref,账号或卡号\nA,1\n";
    g_auto(Opened) opened = {0};

    open_bytes(&opened, text, sizeof text - 1);
    g_assert_null(opened.sheet);
    g_assert_cmpstr(g_array_index(opened.list, InputError, 0).arguments[0], ==, "账号/卡号");
}

static void
test_unreadable_cell(void)
{
    static const char text[] = "external_ref,mcc,debit_cap\nA,5812,twenty\n";
    g_auto(Opened) opened = {0};

    open_bytes(&opened, text, sizeof text - 1);
    g_assert_true(read_index(&opened, 0));
    g_autofree char *keys = error_keys(&opened);
    g_assert_cmpstr(keys, ==, "input.not_a_number@2");
    g_assert_cmpstr(g_array_index(opened.list, InputError, opened.list->len - 1).where, ==,
                    "debit_cap");
    g_assert_cmpint(opened.app.values[FIELD_FEE_DEBIT_CAP].note, ==, NOTE_UNREADABLE);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(sheets); i++) {
        g_autofree char *path = g_strdup_printf("/sheet/open/%s", sheets[i].name);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_sheet);
    }
    g_test_add_func("/sheet/nul", test_nul);
    g_test_add_func("/sheet/gb18030", test_gb18030);
    g_test_add_func("/sheet/gb18030-under-plain-header", test_gb18030_under_plain_header);
    g_test_add_func("/sheet/terminals", test_terminals);
    g_test_add_func("/sheet/lost-row", test_lost_row);
    g_test_add_func("/sheet/same-value", test_same_value);
    g_test_add_func("/sheet/many-broken-rows", test_many_broken_rows);
    g_test_add_func("/sheet/no-terminal", test_no_terminal);
    g_test_add_func("/sheet/contradiction", test_contradiction);
    g_test_add_func("/sheet/quoted-cells", test_quoted_cells);
    g_test_add_func("/sheet/unknown-names-nearest", test_unknown_names_nearest);
    g_test_add_func("/sheet/unreadable-cell", test_unreadable_cell);
    return g_test_run();
}

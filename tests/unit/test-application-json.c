/* SPDX-License-Identifier: Apache-2.0 */
/* JSON applications: what is read, and how each fault of the input is told. */
#include "codec/application_json.h"
#include "codec/json_split.h"

#include <string.h>

/* Faults of one record: key and place of each error, in order. */
static const struct {
    const char *name, *json, *errors;
    gboolean readable;
} records[] = {
    {"empty-object", "{}", "", TRUE},
    {"null-group", "{\"settle\": null, \"devices\": null}", "", TRUE},
    {"null-value", "{\"settle\": {\"account_no\": null}}", "", TRUE},
    {"text", "{\"merchant\": {\"short_name\": \"a\"}}", "", TRUE},
    {"not-json", "{\"merchant\": ", "input.truncated", FALSE},
    {"garbage", "}{", "input.json_syntax", FALSE},
    {"not-an-object", "[1]", "input.wrong_type", FALSE},
    {"duplicate-key", "{\"settle\": {\"cycle\": \"T1\", \"cycle\": \"D1\"}}", "input.duplicate_key",
     FALSE},
    {"invalid-utf-8", "{\"merchant\": {\"short_name\": \"\xff\"}}", "input.invalid_utf8", FALSE},
    {"escaped-nul", "{\"merchant\": {\"short_name\": \"a\\u0000\"}}", "input.nul", FALSE},
    {"number-too-big-for-json", "{\"fee\": {\"debit_cap\": 99999999999999999999}}",
     "input.number_too_big", FALSE},
    {"number-too-big", "{\"fee\": {\"debit_cap\": 1000000000000001}}",
     "input.number_too_big@/fee/debit_cap", TRUE},
    {"number-greatest", "{\"fee\": {\"debit_cap\": 1000000000000000}}", "", TRUE},
    {"number-with-fraction", "{\"fee\": {\"debit_cap\": 20.5}}", "input.wrong_type@/fee/debit_cap",
     TRUE},
    {"number-as-text", "{\"fee\": {\"debit_cap\": \"20\"}}", "input.wrong_type@/fee/debit_cap",
     TRUE},
    {"text-as-number", "{\"settle\": {\"account_no\": 6228480402564890018}}",
     "input.wrong_type@/settle/account_no", TRUE},
    {"unknown-word", "{\"merchant\": {\"fee_class\": \"gratis\"}}",
     "input.unknown_word@/merchant/fee_class", TRUE},
    {"word-in-other-case", "{\"merchant\": {\"fee_class\": \"Exempt\"}}",
     "input.unknown_word@/merchant/fee_class", TRUE},
    {"set-of-numbers", "{\"func\": {\"card_kinds\": [1]}}", "input.wrong_type@/func/card_kinds",
     TRUE},
    {"set-as-text", "{\"func\": {\"card_kinds\": \"debit\"}}", "input.wrong_type@/func/card_kinds",
     TRUE},
    {"set-unknown-word", "{\"func\": {\"card_kinds\": [\"gold\"]}}",
     "input.unknown_word@/func/card_kinds", TRUE},
    {"bool-as-text", "{\"devices\": [{\"mobile\": \"true\"}]}",
     "input.wrong_type@/devices/0/mobile", TRUE},
    {"group-as-text", "{\"settle\": \"x\"}", "input.wrong_type@/settle", TRUE},
    {"devices-as-object", "{\"devices\": {}}", "input.wrong_type@/devices", TRUE},
    {"device-as-text", "{\"devices\": [{}, \"x\"]}", "input.wrong_type@/devices/1", TRUE},
    {"unknown-key", "{\"settle\": {\"acount_no\": \"1\"}}", "input.unknown_key@/settle/acount_no",
     TRUE},
    {"unknown-group", "{\"settlement\": {}}", "input.unknown_key@/settlement", TRUE},
    {"device-as-group", "{\"device\": {}}", "input.unknown_key@/device", TRUE},
    {"forbidden-key", "{\"settle\": {\"cvn2\": \"123\"}}", "input.forbidden_key@/settle/cvn2",
     TRUE},
    {"forbidden-key-zh", "{\"settle\": {\"二磁道\": \"x\"}}", "input.forbidden_key@/settle/二磁道",
     TRUE},
    {"number-in-key-is-hidden", "{\"settle\": {\"6228480402564890018\": 1}}",
     "input.unknown_key@/settle/*******************", TRUE},
    {"all-faults-at-once", "{\"fee\": {\"debit_cap\": \"x\", \"deposit\": \"y\"}, \"zz\": 1}",
     "input.wrong_type@/fee/debit_cap input.wrong_type@/fee/deposit input.unknown_key@/zz", TRUE},
};

typedef struct {
    Arena *arena;
    GArray *list;
    Application app;
    gboolean is_read;
} Parsed;

static void
parsed_clear(Parsed *parsed)
{
    g_array_unref(parsed->list);
    arena_free(parsed->arena);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Parsed, parsed_clear)

static void
parse(Parsed *parsed, const char *json, gsize length)
{
    RecordPlace place = {"t.ndjson", 5};

    parsed->arena = arena_new();
    parsed->list = g_array_new(FALSE, FALSE, sizeof(InputError));
    ReadErrors errors = {parsed->arena, parsed->list};
    application_init(&parsed->app, parsed->arena);
    parsed->is_read = application_from_json(json, length, &place, &parsed->app, &errors);
}

static char *
errors_text(const Parsed *parsed)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < parsed->list->len; i++) {
        const InputError *error = &g_array_index(parsed->list, InputError, i);
        gboolean placed = error->where != NULL && error->where[0] != '\0';
        g_string_append_printf(text, "%s%s%s%s", i > 0 ? " " : "", error->key, placed ? "@" : "",
                               placed ? error->where : "");
        g_assert_cmpuint(error->line, ==, 5);
    }
    return g_string_free(text, FALSE);
}

static void
test_record(gconstpointer data)
{
    gsize i = GPOINTER_TO_SIZE(data);
    g_auto(Parsed) parsed = {0};

    parse(&parsed, records[i].json, strlen(records[i].json));
    g_autofree char *text = errors_text(&parsed);
    g_assert_cmpstr(text, ==, records[i].errors);
    g_assert_cmpint(parsed.is_read, ==, records[i].readable);
}

static char *
nested(guint depth)
{
    GString *json = g_string_new("{\"settle\": {\"account_no\": ");

    for (guint i = 0; i < depth; i++)
        g_string_append_c(json, '[');
    for (guint i = 0; i < depth; i++)
        g_string_append_c(json, ']');
    g_string_append(json, "}}");
    return g_string_free(json, FALSE);
}

static void
test_depth(void)
{
    static const struct {
        guint depth;
        const char *errors;
    } rows[] = {
        {64, "input.wrong_type@/settle/account_no"},
        {65, "input.too_deep@/settle/account_no"},
        {100000, "input.too_deep"},
    };

    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *json = nested(rows[i].depth);
        g_auto(Parsed) parsed = {0};
        parse(&parsed, json, strlen(json));
        g_autofree char *text = errors_text(&parsed);
        g_assert_cmpstr(text, ==, rows[i].errors);
    }
}

static void
test_too_big(void)
{
    g_autofree char *json = g_strnfill(JSON_RECORD_BYTES_MAX + 1, ' ');
    g_auto(Parsed) parsed = {0};

    parse(&parsed, json, JSON_RECORD_BYTES_MAX + 1);
    g_autofree char *text = errors_text(&parsed);
    g_assert_cmpstr(text, ==, "input.record_too_big");
}

static void
test_raw_nul(void)
{
    static const char json[] = "{\"merchant\": {\"short_name\": \"a\0b\"}}";
    g_auto(Parsed) parsed = {0};

    parse(&parsed, json, sizeof json - 1);
    g_autofree char *text = errors_text(&parsed);
    g_assert_cmpstr(text, ==, "input.nul");
}

static void
test_too_many_terminals(void)
{
    g_autoptr(GString) json = g_string_new("{\"devices\": [{}");
    g_auto(Parsed) parsed = {0};

    for (int i = 0; i < APPLICATION_DEVICES_MAX; i++)
        g_string_append(json, ",{}");
    g_string_append(json, "]}");
    parse(&parsed, json->str, json->len);
    g_autofree char *text = errors_text(&parsed);
    g_assert_cmpstr(text, ==, "input.too_many@/devices");
}

static void
test_values(void)
{
    static const char json[] =
        "{\"merchant\": {\"merchant_kind\": \"micro\"}, \"fee\": {\"credit_rate\": 600000},"
        "\"func\": {\"card_kinds\": [\"debit\", \"foreign\"]},"
        "\"devices\": [{\"mobile\": true, \"tusn\": \"00000204000000000001\"}]}";
    g_auto(Parsed) parsed = {0};

    parse(&parsed, json, sizeof json - 1);
    g_assert_cmpint(application_kind_of_merchant(&parsed.app), ==, MERCHANT_MICRO);
    g_assert_cmpint(application_good(&parsed.app, FIELD_FEE_CREDIT_RATE)->number, ==, 600000);
    g_assert_true(application_has(&parsed.app, FIELD_FUNC_CARD_KINDS, CARD_FOREIGN));
    g_assert_false(application_has(&parsed.app, FIELD_FUNC_CARD_KINDS, CARD_CREDIT));
    g_assert_cmpuint(parsed.app.device_count, ==, 1);
    g_assert_cmpstr(device_text(&parsed.app.devices[0], FIELD_DEVICE_TUSN), ==,
                    "00000204000000000001");
}

/* A document is cut so that one bad element spoils no other. */
static const struct {
    const char *name, *text, *pieces; /* pieces as line:text, joined by | */
} documents[] = {
    {"one", "{\"a\":1}", "1:{\"a\":1}"},
    {"array", "[{\"a\":1},\n{\"b\":[1,2]}]", "1:{\"a\":1}|2:{\"b\":[1,2]}"},
    {"blanks", "\n [ {} , {} ] \n", "2:{} |2:{} "},
    {"empty-array", "[]", ""},
    {"string-with-brackets", "[{\"a\":\"]},{\\\"\"},{}]", "1:{\"a\":\"]},{\\\"\"}|1:{}"},
    {"behind-the-array", "[{}] x", "1:{}|1:x"},
    {"array-without-end", "[{},{\"a\":", "1:{}|1:{\"a\":|input.truncated"},
    {"array-cut-after-an-element", "[{}", "1:{}|input.truncated"},
    {"comma-before-the-end", "[{},]", "1:{}|input.json_syntax"},
    {"no-element-between-commas", "[{},,{}]", "1:{}|input.json_syntax"},
    {"byte-order-mark", "\xEF\xBB\xBF{}", "1:{}"},
};

static void
test_document(gconstpointer data)
{
    gsize i = GPOINTER_TO_SIZE(data);
    g_autoptr(GString) pieces = g_string_new(NULL);
    JsonSplit split;
    JsonPiece piece;

    json_split_start(&split, documents[i].text, strlen(documents[i].text));
    while (json_split_next(&split, &piece))
        g_string_append_printf(pieces, "%s%u:%.*s", pieces->len > 0 ? "|" : "", piece.line,
                               (int)piece.length, documents[i].text + piece.start);
    if (split.fault != NULL)
        g_string_append_printf(pieces, "|%s", split.fault);
    g_assert_cmpstr(pieces->str, ==, documents[i].pieces);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(records); i++) {
        g_autofree char *path = g_strdup_printf("/json/record/%s", records[i].name);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_record);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(documents); i++) {
        g_autofree char *path = g_strdup_printf("/json/document/%s", documents[i].name);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_document);
    }
    g_test_add_func("/json/depth", test_depth);
    g_test_add_func("/json/too-big", test_too_big);
    g_test_add_func("/json/raw-nul", test_raw_nul);
    g_test_add_func("/json/too-many-terminals", test_too_many_terminals);
    g_test_add_func("/json/values", test_values);
    return g_test_run();
}

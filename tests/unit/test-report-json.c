/* SPDX-License-Identifier: Apache-2.0 */
/* An assessment as NDJSON and JSON, byte for byte where the form is a contract (design 2.2, 4.1).
 */
#include "busy.h"
#include "report/json_text.h"

#include <jansson.h>

static void
test_json_strings(void)
{
    static const struct {
        const char *text, *json;
    } rows[] = {
        {NULL, "null"},
        {"", "\"\""},
        {"a\"b\\c/", "\"a\\\"b\\\\c/\""},
        {"\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\""},
        {"\x01\x1f\x7f", "\"\\u0001\\u001f\x7f\""},
        {"户名 😀", "\"户名 😀\""},
        {"\xe6\x88", "\"\xef\xbf\xbd\xef\xbf\xbd\""},
    };

    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        json_text_string(out, rows[i].text);
        if (i + 1 < G_N_ELEMENTS(rows))
            g_assert_cmpstr(out->str, ==, rows[i].json);
        g_assert_true(g_utf8_validate(out->str, -1, NULL));
    }
}

static void
test_json_numbers(void)
{
    static const gint64 numbers[] = {0, 7, -1, 10, 1234567890, G_MAXINT64, G_MININT64};

    for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        g_autofree char *want = g_strdup_printf("%" G_GINT64_FORMAT, numbers[i]);
        json_text_number(out, numbers[i]);
        g_assert_cmpstr(out->str, ==, want);
    }
}

/* The finding object of design 2.2, byte for byte. */
static void
test_finding_json(Busy *busy, gconstpointer data)
{
    static const char want[] =
        ",\"code\":\"MCC_FEE.BELOW_COST\",\"severity\":\"warning\",\"layer\":\"mcc_fee\",\"due_"
        "by\":\"submit\","
        "\"target\":{\"path\":\"/fee/"
        "credit_rate\",\"masked\":\"0.60\",\"source\":{\"file\":\"sample.csv\",\"line\":17}},"
        "\"message\":{\"zh-CN\":\"0.29835% 低于成本价 0.60%（封顶 1,234.50 元）\","
        "\"en\":\"0.29835% is below cost, which is 0.60% (cap CNY 1,234.50)\"},"
        "\"params\":{\"rate\":298350,\"floor\":600000,\"cap\":123450},\"mistakes\":[],"
        "\"regulations\":[\"G02\"],"
        "\"would_fail_as\":[{\"stage\":\"none\",\"de39\":null,\"alternates\":[],"
        "\"symptom\":{\"zh-CN\":\"每笔都亏\",\"en\":\"a loss on each "
        "sale\"},\"confidence\":\"sure\","
        "\"products\":[\"card_debit\",\"card_credit\"]}],"
        "\"remedies\":[{\"actor\":\"operations\",\"do\":{\"zh-CN\":\"确认是否有优惠批文。\","
        "\"en\":\"Confirm that a concession was approved.\"},\"href\":null}],"
        "\"rule\":{\"id\":\"R-T-004\",\"pack\":\"test-1\",\"confidence\":\"uncertain\"},"
        "\"evidence\":[],"
        "\"caused_by\":[],\"waivable\":false,\"deadline\":null}";

    (void)data;
    busy_add_all(busy);
    g_autoptr(GString) line = g_string_new(NULL);
    report_ndjson_append(line, &busy->assessment, &busy->context);
    assert_has(line->str, want);
    assert_has(line->str, "\"params\":{\"day\":\"2026-11-22\"}");
    assert_has(line->str, "\"params\":{\"damage\":\"damage.scientific\"}");
    assert_has(line->str, "\"params\":{\"other\":\"credit_rate\",\"line\":9}");
    g_assert_cmpuint(busy_count(line->str, "\n"), ==, 1);
    json_t *root = json_loads(line->str, JSON_REJECT_DUPLICATES, NULL);
    json_t *findings = json_object_get(root, "findings");
    g_assert_cmpuint(json_array_size(findings), ==, busy->findings->len);
    const char *cause = json_string_value(
        json_array_get(json_object_get(json_array_get(findings, 1), "caused_by"), 0));
    g_assert_cmpstr(cause, ==,
                    json_string_value(json_object_get(json_array_get(findings, 0), "key")));
    json_decref(root);
}

static void
test_columns_of_json(Busy *busy, gconstpointer data)
{
    const char *columns[FIELD_COUNT] = {[FIELD_SETTLE_ACCOUNT_NAME] = "户名"};

    (void)data;
    busy->app->columns = columns;
    busy_add(busy, HOLDER, FIELD_SETTLE_ACCOUNT_NAME, -1);
    busy_add(busy, DEBIT, FIELD_SETTLE_ACCOUNT_NO, -1); /* a column the sheet does not have */
    g_autoptr(GString) line = g_string_new(NULL);
    report_ndjson_append(line, &busy->assessment, &busy->context);
    assert_has(line->str, "\"line\":17,\"column\":\"户名\"}");
    assert_has(line->str, "\"line\":17}");
}

static void
test_clear_ndjson(Busy *busy, gconstpointer data)
{
    g_autoptr(GString) line = g_string_new(NULL);

    (void)data;
    report_ndjson_append(line, &busy->assessment, &busy->context);
    g_assert_true(g_str_has_prefix(
        line->str, "{\"external_ref\":\"T-0001\",\"verdict\":\"clear\",\"layers\":{"
                   "\"identity\":{\"state\":\"PASSED\"},\"screening\":{\"state\":\"PENDING\","
                   "\"reason\":{\"zh-CN\":"));
    assert_has(line->str, "\"limits\":{\"state\":\"PENDING\",\"missing\":2,\"reason\":{");
    g_assert_true(g_str_has_suffix(line->str, "},\"findings\":[]}\n"));
}

/* The report is a function of its arguments. */
static void
test_json_report(Busy *busy, gconstpointer data)
{
    g_autofree char *first = NULL;

    (void)data;
    busy_add_all(busy);
    for (int run = 0; run < 2; run++) {
        g_autoptr(GString) out = g_string_new(NULL);
        g_autoptr(GString) errors = g_string_new(NULL);
        InputError error = {.file = "a.csv",
                            .line = 3,
                            .column = 4,
                            .where = "户名",
                            .key = "input.unknown_column",
                            .arguments = {"户\"名"}};
        Summary summary;
        summary_init(&summary);
        summary_add(&summary, &busy->assessment, &busy->context);
        summary_add_input_error(&summary);
        report_json_begin(out, &busy->context);
        g_autoptr(GString) application = g_string_new(NULL);
        report_json_append(application, &busy->assessment, &busy->context);
        g_string_append(out, application->str + 2);
        report_json_input_error(errors, &error, &busy->context);
        report_json_end(out, errors, &summary);
        summary_clear(&summary);
        if (run == 0)
            first = g_strdup(out->str);
        g_assert_cmpstr(out->str, ==, first);
    }
    json_t *root = json_loads(first, JSON_REJECT_DUPLICATES, NULL);
    g_assert_nonnull(root);
    json_t *result = json_object_get(root, "result");
    g_assert_cmpstr(json_string_value(json_object_get(result, "today")), ==, "2026-11-23");
    g_assert_cmpstr(json_string_value(json_object_get(json_object_get(root, "run"), "version")), ==,
                    "1.2.3");
    g_assert_cmpuint(json_array_size(json_object_get(result, "catalogues")), ==, CATALOGUE_COUNT);
    g_assert_cmpuint(json_array_size(json_object_get(result, "applications")), ==, 1);
    g_assert_cmpuint(json_array_size(json_object_get(result, "input_errors")), ==, 1);
    json_decref(root);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/report-json/strings", test_json_strings);
    g_test_add_func("/report-json/numbers", test_json_numbers);
    BUSY_TEST("/report-json/finding", 0, test_finding_json);
    BUSY_TEST("/report-json/columns", 0, test_columns_of_json);
    BUSY_TEST("/report-json/clear", 0, test_clear_ndjson);
    BUSY_TEST("/report-json/report", 0, test_json_report);
    return g_test_run();
}

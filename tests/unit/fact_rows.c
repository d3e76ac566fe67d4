/* SPDX-License-Identifier: Apache-2.0 */
#include "fact_rows.h"

#include <jansson.h>
#include <string.h>

#define ORIGIN(source, days)                                                                       \
    "\"source\": \"" source "\", \"at\": \"2026-11-23T08:30:00+08:00\", \"ttl_days\": " days "}"
#define TYPES "[\"sale\", \"void\", \"refund\", \"contactless\"]"

/* ---- clean facts ---- */

static const char *
text_of(const Application *app, FieldId id)
{
    const char *text = application_text(app, id);

    g_assert_nonnull(text);
    return text;
}

static gint64
number_of(const Application *app, FieldId id)
{
    gint64 number;

    g_assert_true(application_number(app, id, &number));
    return number;
}

Application *
fact_rows_application(Arena *arena, MerchantKind kind, guint terminals)
{
    Application *app = sample_application(arena, kind);

    sample_terminals(app, terminals);
    for (guint i = 0; i < terminals; i++) {
        char *number = arena_printf(arena, "8985840%s0001", text_of(app, FIELD_MERCHANT_MCC));
        sample_set(app, FIELD_DEVICE_MERCHANT_NO, (int)i, number);
        sample_set(app, FIELD_DEVICE_SIM_ICCID, (int)i,
                   arena_printf(arena, "8986000000000000%04u", i + 1));
    }
    return app;
}

static void
append_account(GString *out, const Application *app)
{
    gboolean corporate = application_is(app, FIELD_SETTLE_ACCOUNT_KIND, ACCOUNT_CORPORATE);

    g_string_append_printf(
        out,
        "\"bank_account\": {\"result\": \"verified\", \"reason\": \"\", "
        "\"holder_match\": \"match\", \"account_state\": \"open\", "
        "\"account_kind\": \"%s\", %s\"debitable\": \"yes\", " ORIGIN("bank", "30"),
        corporate ? "corporate" : "private", corporate ? "" : "\"card_kind\": \"debit\", ");
}

static void
append_contract(GString *out, const Application *app)
{
    g_string_append_printf(
        out,
        ", \"contract\": {\"raw_status\": \"03\", \"bound\": true, \"contract_no\": \"%s\", "
        "\"merchant_no\": \"%s\", \"register_name\": \"%s\", \"mcc\": \"%s\", "
        "\"account_no\": \"%s\", \"card_kinds\": [\"debit\", \"credit\"], \"txn_types\": " TYPES
        ", \"debit_rate\": %" G_GINT64_FORMAT ", \"credit_rate\": %" G_GINT64_FORMAT
        ", \"debit_cap\": %" G_GINT64_FORMAT ", \"contract_from\": \"2026-11-01\", "
        "\"contract_to\": \"2029-10-31\", " ORIGIN("unionpay", "30"),
        text_of(app, FIELD_CONTRACT_CONTRACT_NO),
        device_text(&app->devices[0], FIELD_DEVICE_MERCHANT_NO),
        text_of(app, FIELD_MERCHANT_REGISTER_NAME), text_of(app, FIELD_MERCHANT_MCC),
        text_of(app, FIELD_SETTLE_ACCOUNT_NO), number_of(app, FIELD_FEE_DEBIT_RATE),
        number_of(app, FIELD_FEE_CREDIT_RATE), number_of(app, FIELD_FEE_DEBIT_CAP));
}

static void
append_risk(GString *out)
{
    static const char *const lists[] = {"unionpay", "pcac"};

    g_string_append(out, ", \"risk\": [");
    for (gsize i = 0; i < G_N_ELEMENTS(lists); i++)
        g_string_append_printf(out,
                               "%s{\"list_id\": \"%s\", \"result\": \"clear\", \"score\": 0, "
                               "\"checked_at\": \"2026-11-23T08:30:00+08:00\", "
                               "\"receipt\": \"RC0000000%" G_GSIZE_FORMAT
                               "\", " ORIGIN("risk", "30"),
                               i > 0 ? ", " : "", lists[i], i + 1);
    g_string_append_c(out, ']');
}

static void
append_host_terminals(GString *out, const Application *app)
{
    g_string_append(out, "\"terminals\": [");
    for (guint i = 0; i < app->device_count; i++)
        g_string_append_printf(
            out,
            "%s{\"terminal_no\": \"%s\", \"state\": \"open\", \"merchant_no\": \"%s\", "
            "\"tusn\": \"%s\", \"hsm_record\": \"present\", "
            "\"kcv\": {\"algorithm\": \"tdes\", \"method\": \"ecb_zero\", \"length\": 4, "
            "\"value\": \"4B1FDE%02X\"}, \"key_scheme\": \"mk_sk_3des\", "
            "\"sign_on_mode\": \"003\", \"pin_block_rule\": \"with_pan\", "
            "\"mac_rule\": \"cup_ecb\", \"track_encryption\": false}",
            i > 0 ? ", " : "", device_text(&app->devices[i], FIELD_DEVICE_TERMINAL_NO),
            device_text(&app->devices[i], FIELD_DEVICE_MERCHANT_NO),
            device_text(&app->devices[i], FIELD_DEVICE_TUSN), 0x2C + i);
    g_string_append(out, "], ");
}

static void
append_host_limits(GString *out, const Application *app)
{
    static const struct {
        const char *key;
        FieldId field;
    } rows[] = {
        {"limit_single_debit", FIELD_LIMIT_LIMIT_SINGLE_DEBIT},
        {"limit_single_credit", FIELD_LIMIT_LIMIT_SINGLE_CREDIT},
        {"limit_day_debit", FIELD_LIMIT_LIMIT_DAY_DEBIT},
        {"limit_day_credit", FIELD_LIMIT_LIMIT_DAY_CREDIT},
        {"debit_rate", FIELD_FEE_DEBIT_RATE},
        {"credit_rate", FIELD_FEE_CREDIT_RATE},
        {"debit_cap", FIELD_FEE_DEBIT_CAP},
    };

    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        g_string_append_printf(out, "\"%s\": %" G_GINT64_FORMAT ", ", rows[i].key,
                               number_of(app, rows[i].field));
}

static void
append_host(GString *out, const Application *app)
{
    gboolean micro = application_kind_of_merchant(app) == MERCHANT_MICRO;

    g_string_append_printf(
        out,
        ", \"host\": {\"merchant_state\": \"open\", \"filed\": true, \"merchant_no\": \"%s\", "
        "\"institution_no\": \"48025840\", \"mcc\": \"%s\", \"area_code\": \"5840\", "
        "\"name_sent\": \"%s\", \"account_no\": \"%s\", \"fee_record\": \"present\", "
        "\"limit_record\": \"present\", \"agent_state\": \"open\", \"usc_or_id\": \"%s\", "
        "\"risk_grade\": \"low\", \"card_kinds\": [\"debit\", \"credit\"], \"txn_types\": " TYPES
        ", \"routes\": [\"debit\", \"credit\", \"prepaid\"], \"unrouted_bins\": [], ",
        device_text(&app->devices[0], FIELD_DEVICE_MERCHANT_NO), text_of(app, FIELD_MERCHANT_MCC),
        text_of(app, FIELD_MERCHANT_SHORT_NAME), text_of(app, FIELD_SETTLE_ACCOUNT_NO),
        text_of(app, micro ? FIELD_PERSON_LEGAL_ID_NO : FIELD_LICENCE_LICENCE_NO));
    append_host_limits(out, app);
    append_host_terminals(out, app);
    g_string_append(out, ORIGIN("host", "7"));
}

static void
append_device(GString *out, const Device *device)
{
    g_string_append_printf(
        out,
        "{\"tusn\": \"%s\", \"tusn_state\": \"bound\", \"bound_to\": \"%s\", \"model\": \"A920\", "
        "\"app_version\": \"320001\", \"firmware_version\": \"1.0.5\", "
        "\"certification_valid_to\": \"2029-12-31\", \"cipher_able\": true, "
        "\"source_of_device\": \"acquirer stock\", " ORIGIN("register", "30"),
        device_text(device, FIELD_DEVICE_TUSN), device_text(device, FIELD_DEVICE_MERCHANT_NO));
}

static void
append_terminal(GString *out, const Device *device)
{
    const char *serial = device_text(device, FIELD_DEVICE_TUSN);
    guint number = (guint)g_ascii_strtoull(serial + strlen(serial) - 4, NULL, 10);

    g_string_append_printf(
        out,
        "{\"merchant_no\": \"%s\", \"terminal_no\": \"%s\", \"tusn\": \"%s\", "
        "\"app_version\": \"320001\", \"field59\": true, \"readers\": [\"msr\", \"icc\", \"nfc\"], "
        "\"key_loaded\": true, \"key_index\": 1, \"kcv\": {\"algorithm\": \"tdes\", "
        "\"method\": \"ecb_zero\", \"length\": 4, \"value\": \"4B1FDE%02X\"}, "
        "\"key_scheme\": \"mk_sk_3des\", \"sign_on_result\": \"ok\", "
        "\"sign_on_at\": \"2026-11-23T08:30:00+08:00\", \"sign_on_mode\": \"003\", "
        "\"pin_block_rule\": \"with_pan\", \"mac_rule\": \"cup_ecb\", "
        "\"track_encryption\": false, \"batch_no\": \"000001\", \"last_trace\": \"000123\", "
        "\"host_last_trace\": \"000123\", \"aid_date\": \"2026-09-01\", "
        "\"capk_date\": \"2026-09-01\", \"connection_test\": \"ok\", \"tpdu\": \"6000000000\", "
        "\"host_addr\": \"10.0.0.1:8888\", \"currency\": \"156\", "
        "\"clock\": \"2026-11-23T08:30:00+08:00\", \"limit_nopin\": 100000, "
        "\"fallback\": false, \"tip_percent\": 0, \"txn_types\": " TYPES
        ", \"sim_iccid\": \"%s\", \"lon\": \"113.94526\", \"lat\": \"22.55550\", "
        "\"coord_system\": \"gcj02\", " ORIGIN("terminal", "7"),
        device_text(device, FIELD_DEVICE_MERCHANT_NO),
        device_text(device, FIELD_DEVICE_TERMINAL_NO), serial, 0x2B + number,
        device_text(device, FIELD_DEVICE_SIM_ICCID));
}

static void
append_install(GString *out, const Device *device)
{
    g_string_append_printf(
        out,
        "{\"terminal_no\": \"%s\", \"installed_at\": \"2026-11-21\", "
        "\"trained_at\": \"2026-11-21\", \"inspection_next\": \"2026-12-21\", "
        "\"last_transaction_at\": \"2026-11-22\", \"slip_retention_years\": 2, "
        "\"key_loaded_by\": \"op01\", \"key_witness\": \"op02\", \"branch_province\": \"44\", "
        "\"retention_years\": 10, \"outsourced_roles\": [], " ORIGIN("field", "30"),
        device_text(device, FIELD_DEVICE_TERMINAL_NO));
}

static void
append_list(GString *out, const Application *app, const char *name,
            void (*append)(GString *out, const Device *device))
{
    g_string_append_printf(out, ", \"%s\": [", name);
    for (guint i = 0; i < app->device_count; i++) {
        g_string_append(out, i > 0 ? ", " : "");
        append(out, &app->devices[i]);
    }
    g_string_append_c(out, ']');
}

char *
fact_rows_json(const Application *app)
{
    GString *out = g_string_new("{\"external_ref\": \"T-0001\", ");

    append_account(out, app);
    append_contract(out, app);
    append_risk(out);
    append_host(out, app);
    append_list(out, app, "devices", append_device);
    append_list(out, app, "terminals", append_terminal);
    append_list(out, app, "install", append_install);
    g_string_append_c(out, '}');
    return g_string_free(out, FALSE);
}

/* ---- edits ---- */

/* The member of an object or array that one step of a pointer names. */
static json_t *
step_into(json_t *parent, const char *step)
{
    return json_is_array(parent) ? json_array_get(parent, (size_t)g_ascii_strtoull(step, NULL, 10))
                                 : json_object_get(parent, step);
}

static json_t *
parse_value(const char *json)
{
    json_error_t error;
    json_t *value = json_loads(json, JSON_DECODE_ANY, &error);

    if (value == NULL)
        g_error("%s: %s", json, error.text);
    return value;
}

static void
edit_array(json_t *array, size_t index, const char *json)
{
    int failed;

    if (json == NULL)
        failed = json_array_remove(array, index);
    else if (index == json_array_size(array))
        failed = json_array_append_new(array, parse_value(json));
    else
        failed = json_array_set_new(array, index, parse_value(json));
    g_assert_cmpint(failed, ==, 0);
}

static void
edit(json_t *root, const FactEdit *what)
{
    g_auto(GStrv) steps = g_strsplit(what->at, "/", -1);
    guint last = g_strv_length(steps) - 1;
    json_t *parent = root;

    g_assert_cmpuint(last, >, 0);
    for (guint i = 1; i < last && parent != NULL; i++)
        parent = step_into(parent, steps[i]);
    if (parent == NULL)
        g_error("nothing at %s", what->at);
    if (json_is_array(parent))
        edit_array(parent, (size_t)g_ascii_strtoull(steps[last], NULL, 10), what->json);
    else if (what->json == NULL)
        g_assert_cmpint(json_object_del(parent, steps[last]), ==, 0);
    else
        g_assert_cmpint(json_object_set_new(parent, steps[last], parse_value(what->json)), ==, 0);
}

char *
fact_rows_edited(const char *json, const FactEdit *edits, gsize count)
{
    json_t *root = parse_value(json);

    for (gsize i = 0; i < count && edits[i].at != NULL; i++)
        edit(root, &edits[i]);
    char *text = json_dumps(root, JSON_COMPACT);
    char *result = g_strdup(text);
    json_free_t release;
    json_get_alloc_funcs(NULL, &release);
    release(text);
    json_decref(root);
    return result;
}

/* ---- one run ---- */

void
fact_run_clear(FactRun *run)
{
    g_clear_pointer(&run->findings, g_array_unref);
    g_clear_pointer(&run->errors, g_array_unref);
    g_clear_pointer(&run->arena, arena_free);
}

void
fact_run(FactRun *run, Application *app, const char *json, Stage stage)
{
    RecordPlace place = {"facts.ndjson", 1};

    run->app = app;
    run->arena = app->arena;
    run->errors = g_array_new(FALSE, TRUE, sizeof(InputError));
    ReadErrors errors = {run->arena, run->errors};
    facts_init(&run->facts, run->arena);
    gboolean is_read = facts_from_json(json, strlen(json), &place, &run->facts, &errors);
    for (guint i = 0; i < run->errors->len; i++) {
        const InputError *error = &g_array_index(run->errors, InputError, i);
        g_error("%s at %s in %s", error->key, error->where, json);
    }
    g_assert_true(is_read);
    facts_join(&run->facts, app);
    run->findings = sample_run_facts(app, &run->facts, stage);
}

/* With `more` edits after those of the row. */
static void
run_row(FactRun *run, const FactTestRow *row, const FactEdit *more)
{
    Arena *arena = arena_new();
    Application *app = fact_rows_application(arena, row->kind, MAX(row->terminals, 1));
    g_autofree char *clean = fact_rows_json(app);
    g_autofree char *edited = fact_rows_edited(clean, row->edits, G_N_ELEMENTS(row->edits));
    g_autofree char *json = fact_rows_edited(edited, more, more != NULL ? 1 : 0);

    for (gsize i = 0; i < G_N_ELEMENTS(row->app) && row->app[i].text != NULL; i++)
        sample_set(app, row->app[i].id, 0, row->app[i].text);
    fact_run(run, app, json, row->stage == STAGE_SUBMIT ? STAGE_READY : row->stage);
}

void
fact_run_row(FactRun *run, const FactTestRow *row)
{
    run_row(run, row, NULL);
}

const Finding *
fact_run_find(const FactRun *run, const char *rule, const char *path)
{
    for (guint i = 0; i < run->findings->len; i++) {
        const Finding *finding = &g_array_index(run->findings, Finding, i);
        g_autoptr(GString) where = g_string_new(NULL);
        finding_path(finding, where);
        if (g_str_equal(finding->rule->id, rule) &&
            (path == NULL || (g_str_has_prefix(where->str, "/facts") &&
                              g_str_equal(where->str + strlen("/facts"), path))))
            return finding;
    }
    return NULL;
}

/* ---- rows as tests ---- */

static void
test_row(gconstpointer data)
{
    const FactTestRow *row = data;
    g_auto(FactRun) run = {0};

    fact_run_row(&run, row);
    const Finding *finding = fact_run_find(&run, row->rule, row->fires ? row->path : NULL);
    if ((finding != NULL) != row->fires) {
        g_autofree char *all = sample_rules(run.findings, SEVERITY_INFO);
        g_error("%s (%s) %s; findings: %s", row->rule, row->name,
                row->fires ? "did not speak" : "spoke", all);
    }
    if (finding != NULL && row->terminal > 0)
        g_assert_cmpint(finding->device, ==, (int)row->terminal - 1);
}

static void
test_without(gconstpointer data)
{
    const FactTestRow *row = data;
    FactEdit take = {row->path, NULL};
    g_auto(FactRun) run = {0};

    run_row(&run, row, &take);
    g_assert_null(fact_run_find(&run, row->rule, row->path));
}

/* Such rules speak of what is there or not, and not of what a fact says. */
static gboolean
is_about_answer(const FactTestRow *row)
{
    return g_str_has_prefix(row->rule, "R-FACT-") || g_str_has_prefix(row->rule, "R-ASK-");
}

void
fact_rows_add(const FactTestRow *rows, gsize count)
{
    for (gsize i = 0; i < count; i++) {
        g_autofree char *path = g_strdup_printf("/%s/%s/%s", rows[i].rule,
                                                rows[i].fires ? "fires" : "quiet", rows[i].name);
        g_test_add_data_func(path, &rows[i], test_row);
        if (!rows[i].fires || is_about_answer(&rows[i]))
            continue;
        g_assert_nonnull(rows[i].path);
        g_autofree char *other = g_strdup_printf("/%s/without/%s", rows[i].rule, rows[i].name);
        g_test_add_data_func(other, &rows[i], test_without);
    }
}

static gboolean
is_at_fact(const FactTestRow *row, FactId id)
{
    g_autoptr(GString) path = g_string_new(NULL);

    for (guint i = 0; i < 3; i++) {
        g_string_truncate(path, 0);
        fact_path(id, i, path);
        if (g_str_equal(path->str + strlen("/facts"), row->path))
            return TRUE;
    }
    return FALSE;
}

void
fact_rows_check_complete(const FactRule *rules, const FactTestRow *rows, gsize count)
{
    for (const FactRule *rule = rules; rule->id != NULL; rule++) {
        gboolean fires = FALSE, quiet = FALSE;
        for (gsize i = 0; i < count; i++) {
            if (!g_str_equal(rows[i].rule, rule->id))
                continue;
            fires = fires || (rows[i].fires && is_at_fact(&rows[i], rule->fact));
            quiet = quiet || !rows[i].fires;
        }
        if (!(fires && quiet))
            g_error("%s lacks a row that fires at %s, or one that does not", rule->id,
                    fact_specs[rule->fact].key);
    }
}

static void
test_clean(gconstpointer data)
{
    for (int kind = 0; kind < MERCHANT_KIND_COUNT; kind++) {
        FactTestRow row = {.kind = (MerchantKind)kind, .terminals = 2};
        g_auto(FactRun) run = {0};
        fact_run_row(&run, &row);
        for (const FactRule *rule = data; rule->id != NULL; rule++)
            g_assert_null(sample_find(run.findings, rule->id));
        g_autofree char *all = sample_rules(run.findings, SEVERITY_WARNING);
        g_assert_cmpstr(all, ==, "");
    }
}

void
fact_rows_add_clean(const FactRule *rules)
{
    g_test_add_data_func("/clean", rules, test_clean);
}

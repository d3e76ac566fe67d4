/* SPDX-License-Identifier: Apache-2.0 */
/* The answers themselves: old, of nobody knows whom, of strange words, of other terminals; and each
 * that is missing. Today is 2026-11-23. */
#include "fact_rows.h"

#include <string.h>

#define TWO .terminals = 2
#define AT(day) TEXT(day "T08:30:00+08:00")
#define FIRST_SERIAL TEXT("00000204000000000001")
#define FIRST_NUMBER TEXT("10000001")

/* The finding stands elsewhere than what is changed. */
#define SPEAKS(rule_, name_, path_, at_, json_, ...)                                               \
    {                                                                                              \
        .rule = rule_, .name = name_, .fires = TRUE, .path = path_, .edits = {{at_, json_}},       \
        __VA_ARGS__                                                                                \
    }

static const FactTestRow rows[] = {
    SPEAKS("R-FACT-001", "31-days-of-30", "/bank_account", "/bank_account/at", AT("2026-10-23")),
    SPEAKS("R-FACT-001", "one-of-two", "/risk/1", "/risk/1/at", AT("2026-10-23"), .terminal = 0),
    SPEAKS("R-FACT-001", "no-time-to-live", "/terminals/0", "/terminals/0/ttl_days", "0",
           AND("/terminals/0/at", AT("2026-11-22")), .terminal = 1),
    SPEAKS("R-FACT-001", "of-its-own", "/host/terminals/0", "/host/terminals/0/at",
           AT("2026-11-15"), .terminal = 1),
    SPEAKS("R-FACT-001", "own-time-to-live", "/host/terminals/0", "/host/terminals/0/ttl_days", "0",
           AND("/host/at", AT("2026-11-22"))),
    SPEAKS("R-FACT-001", "of-the-host", "/host", "/host/at", AT("2026-11-15")),
    QUIET("R-FACT-001", "30-days-of-30", "/bank_account/at", AT("2026-10-24")),
    QUIET_WITH("R-FACT-001", "today", "/terminals/0/ttl_days", "0", .terminal = 0),
    QUIET("R-FACT-001", "tomorrow", "/host/at", AT("2026-11-24")),
    SPEAKS("R-FACT-002", "tomorrow", "/contract", "/contract/at",
           TEXT("2026-11-24T00:00:00+08:00")),
    QUIET("R-FACT-002", "this-evening", "/contract/at", TEXT("2026-11-23T23:59:59+08:00")),
    QUIET("R-FACT-002", "tomorrow-in-shanghai-only", "/contract/at", TEXT("2026-11-23T15:59:59Z")),
    SPEAKS("R-FACT-002", "today-in-utc-only", "/contract", "/contract/at",
           TEXT("2026-11-23T16:00:00Z")),
    SPEAKS("R-FACT-003", "no-source", "/devices/0", "/devices/0/source", NULL, .terminal = 1),
    SPEAKS("R-FACT-003", "no-time", "/install/0", "/install/0/at", NULL),
    SPEAKS("R-FACT-003", "no-time-to-live", "/host", "/host/ttl_days", NULL),
    QUIET("R-FACT-003", "origin-of-the-host", "/host/terminals/0/source", TEXT("host-2")),
    QUIET("R-FACT-003", "old", "/host/at", AT("2026-11-15")),
    FIRES("R-FACT-004", "strange-word", "/host/risk_grade", TEXT("utmost")),
    FIRES("R-FACT-004", "empty-word", "/host/risk_grade", TEXT("")),
    FIRES("R-FACT-004", "in-a-set", "/contract/card_kinds", "[\"debit\", \"gold\", \"credit\"]"),
    FIRES_WITH("R-FACT-004", "of-a-terminal", "/terminals/0/mac_rule", TEXT("cmac"), .terminal = 1),
    QUIET("R-FACT-004", "known-word", "/host/risk_grade", TEXT("medium")),
    QUIET("R-FACT-004", "unknown", "/bank_account/result", TEXT("unknown")),
    QUIET("R-FACT-004", "empty-set", "/contract/card_kinds", "[]"),
    QUIET("R-FACT-004", "list", "/install/0/outsourced_roles", "[\"gold\"]"),
    FIRES("R-FACT-005", "unknown", "/bank_account/debitable", TEXT("unknown")),
    QUIET("R-FACT-005", "known", "/bank_account/debitable", TEXT("no")),
    QUIET("R-FACT-005", "strange-word", "/bank_account/debitable", TEXT("perhaps")),
    QUIET("R-FACT-005", "serial-unknown", "/devices/0/tusn_state", TEXT("unknown")),
    FIRES("R-FACT-005", "text-that-is-waited-for", "/host/area_code", TEXT("unknown")),
    QUIET("R-FACT-005", "text", "/bank_account/reason", TEXT("unknown")),
    FIRES_WITH("R-FACT-016", "empty", "/contract/contract_no", TEXT(""),
               APP(CONTRACT_CONTRACT_NO, "")),
    SPEAKS("R-FACT-016", "blanks", "/risk/0/list_id", "/risk/0/list_id", TEXT("  ")),
    QUIET("R-FACT-016", "spoken-of", "/risk/0/receipt", TEXT("")),
    QUIET("R-FACT-016", "bound-to-nobody", "/devices/0/bound_to", TEXT("")),
    QUIET("R-FACT-016", "nothing-waits-for-it", "/bank_account/reason", TEXT("")),
    QUIET_WITH("R-FACT-016", "no-such-card", "/terminals/0/sim_iccid", TEXT(""),
               APP(DEVICE_SIM_ICCID, "")),
    QUIET("R-FACT-016", "absent", "/risk/0/list_id", NULL),
    SPEAKS("R-FACT-006", "one-more", "/host/terminals/1/terminal_no", "/host/terminals/1",
           "{\"terminal_no\": \"10000009\"}", .terminal = 0),
    QUIET("R-FACT-006", "given-up", "/host/terminals/1",
          "{\"terminal_no\": \"10000009\", \"state\": \"closed\", "
          "\"tusn\": \"00000204000000000009\"}"),
    QUIET("R-FACT-006", "only-one-left", "/host/terminals/0/terminal_no", TEXT("10000009")),
    QUIET_WITH("R-FACT-006", "one-less", "/host/terminals/1", NULL, TWO),
    SPEAKS("R-FACT-007", "one-more", "/devices/1/tusn", "/devices/1",
           "{\"tusn\": \"00000204000000000009\"}", .terminal = 0),
    QUIET("R-FACT-007", "void", "/devices/1",
          "{\"tusn\": \"00000204000000000009\", \"tusn_state\": \"void\"}"),
    QUIET("R-FACT-007", "only-one-left", "/devices/0/tusn", TEXT("00000204000000000009")),
    SPEAKS("R-FACT-008", "one-more", "/terminals/1/terminal_no", "/terminals/1", "{}",
           .terminal = 0),
    SPEAKS("R-FACT-008", "neither-fits", "/terminals/1/terminal_no", "/terminals/0/tusn", TEXT("x"),
           AND("/terminals/0/terminal_no", TEXT("x")), AND_THIRD("/terminals/1/tusn", TEXT("y")),
           .edits[3] = {"/terminals/1/terminal_no", TEXT("y")}, TWO),
    QUIET_WITH("R-FACT-008", "one-of-two-fits", "/terminals/1/tusn", TEXT("y"),
               AND("/terminals/1/terminal_no", TEXT("y")), TWO),
    SPEAKS("R-FACT-009", "one-more", "/install/1/terminal_no", "/install/1", "{}", .terminal = 0),
    QUIET("R-FACT-009", "only-one-left", "/install/0/terminal_no", TEXT("10000009")),
    FIRES_WITH("R-FACT-010", "host", "/host/terminals/1/terminal_no", FIRST_NUMBER, TWO,
               .terminal = 2),
    FIRES_WITH("R-FACT-010", "in-repair", "/host/terminals/1/terminal_no", FIRST_NUMBER,
               AND("/host/terminals/1/state", TEXT("repair")), TWO, .terminal = 2),
    QUIET("R-FACT-010", "given-up", "/host/terminals/1",
          "{\"terminal_no\": \"10000001\", \"state\": \"closed\", "
          "\"tusn\": \"00000204000000000009\"}"),
    SPEAKS("R-FACT-010", "given-up-of-an-unknown-serial", "/host/terminals/1/terminal_no",
           "/host/terminals/1", "{\"terminal_no\": \"10000001\", \"state\": \"closed\"}"),
    SPEAKS("R-FACT-011", "ours-given-up-as-well", "/host/terminals/1/tusn", "/host/terminals/1",
           "{\"terminal_no\": \"10000001\", \"state\": \"lost\", "
           "\"tusn\": \"00000204000000000001\"}"),
    SPEAKS("R-FACT-011", "ours-void-as-well", "/devices/1/tusn", "/devices/1",
           "{\"tusn\": \"00000204000000000001\", \"tusn_state\": \"void\"}"),
    SPEAKS("R-FACT-010", "ours-was-given-up", "/host/terminals/1/terminal_no", "/host/terminals/1",
           "{\"terminal_no\": \"10000001\", \"state\": \"open\"}",
           AND("/host/terminals/0/state", TEXT("closed"))),
    FIRES_WITH("R-FACT-010", "read-back", "/terminals/1/terminal_no", FIRST_NUMBER, TWO,
               .terminal = 2),
    QUIET_WITH("R-FACT-010", "two", "/terminals/1/terminal_no", TEXT("10000002"), TWO),
    QUIET_WITH("R-FACT-010", "both-empty", "/terminals/1/terminal_no", TEXT(""),
               AND("/terminals/0/terminal_no", TEXT("")), TWO),
    FIRES_WITH("R-FACT-011", "host", "/host/terminals/1/tusn", FIRST_SERIAL, TWO, .terminal = 2),
    FIRES_WITH("R-FACT-011", "register", "/devices/1/tusn", FIRST_SERIAL, TWO, .terminal = 2),
    FIRES_WITH("R-FACT-011", "read-back", "/terminals/1/tusn", FIRST_SERIAL, TWO, .terminal = 2),
    QUIET_WITH("R-FACT-011", "two", "/terminals/1/tusn", TEXT("00000204000000000002"), TWO),
    SPEAKS("R-FACT-013", "host", "/host/terminals/1/merchant_no", "/host/terminals/1",
           "{\"terminal_no\": \"10000001\", \"merchant_no\": \"898584058120002\"}", .terminal = 1),
    SPEAKS("R-FACT-013", "register", "/devices/1/bound_to", "/devices/1",
           "{\"tusn\": \"00000204000000000001\", \"bound_to\": \"898584058120002\"}",
           .terminal = 1),
    QUIET("R-FACT-013", "same-merchant", "/host/terminals/1",
          "{\"terminal_no\": \"10000001\", \"merchant_no\": \"898584058120001\"}"),
    QUIET("R-FACT-013", "another-terminal", "/host/terminals/1",
          "{\"terminal_no\": \"10000002\", \"merchant_no\": \"898584058120002\"}"),
    QUIET_WITH("R-FACT-012", "all-there", "/host/filed", "true", TWO),
    QUIET_WITH("R-FACT-012", "nobody-asked", "/terminals", NULL, TWO),
    QUIET_WITH("R-FACT-012", "not-due", "/terminals/1", NULL, TWO, .stage = STAGE_PROVISION),
};

/* An answer with nothing in it is an answer all the same: only what was not asked is asked for. */
static const FactTestRow ask_rows[] = {
    FIRES("R-ASK-001", "not-asked", "/bank_account/result", NULL),
    QUIET("R-ASK-001", "answered", "/bank_account/result", TEXT("verified")),
    FIRES("R-ASK-002", "not-asked", "/contract/raw_status", NULL),
    QUIET("R-ASK-002", "answered-with-nothing", "/contract/raw_status", TEXT("")),
    FIRES("R-ASK-003", "not-asked", "/contract/mcc", NULL),
    QUIET("R-ASK-003", "answered-with-nothing", "/contract/mcc", TEXT("")),
    FIRES("R-ASK-004", "not-asked", "/contract/debit_rate", NULL),
    QUIET("R-ASK-004", "answered-zero", "/contract/debit_rate", "0"),
    FIRES("R-ASK-005", "not-asked", "/host/limit_record", NULL),
    QUIET("R-ASK-005", "answered", "/host/limit_record", TEXT("absent")),
    FIRES("R-ASK-006", "not-asked", "/contract/card_kinds", NULL),
    QUIET("R-ASK-006", "answered-with-nothing", "/contract/card_kinds", "[]"),
    FIRES("R-ASK-007", "not-asked", "/risk/0/list_id", NULL),
    QUIET("R-ASK-007", "answered-with-nothing", "/risk/0/list_id", TEXT("")),
    FIRES("R-ASK-008", "not-asked", "/host/merchant_state", NULL),
    QUIET("R-ASK-008", "answered", "/host/merchant_state", TEXT("absent")),
    FIRES("R-ASK-009", "not-asked", "/contract/merchant_no", NULL),
    QUIET("R-ASK-009", "answered-with-nothing", "/contract/merchant_no", TEXT("")),
    FIRES("R-ASK-010", "not-asked", "/host/institution_no", NULL),
    QUIET("R-ASK-010", "answered-with-nothing", "/host/institution_no", TEXT("")),
    FIRES("R-ASK-011", "not-asked", "/host/area_code", NULL),
    QUIET("R-ASK-011", "answered-with-nothing", "/host/area_code", TEXT("")),
    FIRES("R-ASK-012", "not-asked", "/host/name_sent", NULL),
    QUIET("R-ASK-012", "answered-with-nothing", "/host/name_sent", TEXT("")),
    FIRES("R-ASK-013", "not-asked", "/contract/account_no", NULL),
    QUIET("R-ASK-013", "answered-with-nothing", "/contract/account_no", TEXT("")),
    FIRES("R-ASK-014", "not-asked", "/host/risk_grade", NULL),
    QUIET("R-ASK-014", "answered", "/host/risk_grade", TEXT("low")),
    FIRES("R-ASK-015", "not-asked", "/host/agent_state", NULL),
    QUIET("R-ASK-015", "answered", "/host/agent_state", TEXT("absent")),
    FIRES("R-ASK-016", "not-asked", "/host/routes", NULL),
    QUIET("R-ASK-016", "answered-with-nothing", "/host/routes", "[]"),
    FIRES("R-ASK-017", "not-asked", "/host/terminals/0/terminal_no", NULL),
    QUIET("R-ASK-017", "answered-with-nothing", "/host/terminals/0/terminal_no", TEXT("")),
    FIRES("R-ASK-018", "not-asked", "/host/terminals/0/tusn", NULL),
    QUIET("R-ASK-018", "answered-with-nothing", "/host/terminals/0/tusn", TEXT("")),
    FIRES("R-ASK-019", "not-asked", "/host/terminals/0/hsm_record", NULL),
    QUIET("R-ASK-019", "answered", "/host/terminals/0/hsm_record", TEXT("absent")),
    FIRES("R-ASK-020", "not-asked", "/host/terminals/0/key_scheme", NULL),
    QUIET("R-ASK-020", "answered", "/host/terminals/0/key_scheme", TEXT("dukpt_aes")),
    FIRES("R-ASK-021", "not-asked", "/host/terminals/0/pin_block_rule", NULL),
    QUIET("R-ASK-021", "answered", "/host/terminals/0/pin_block_rule", TEXT("with_pan")),
    FIRES("R-ASK-022", "not-asked", "/host/terminals/0/mac_rule", NULL),
    QUIET("R-ASK-022", "answered", "/host/terminals/0/mac_rule", TEXT("cup_ecb")),
    FIRES("R-ASK-023", "not-asked", "/host/terminals/0/track_encryption", NULL),
    QUIET("R-ASK-023", "answered-no", "/host/terminals/0/track_encryption", "false"),
    FIRES("R-ASK-024", "not-asked", "/terminals/0/key_loaded", NULL),
    QUIET("R-ASK-024", "answered-no", "/terminals/0/key_loaded", "false"),
    FIRES("R-ASK-025", "not-asked", "/devices/0/model", NULL),
    QUIET("R-ASK-025", "answered-with-nothing", "/devices/0/model", TEXT("")),
    FIRES("R-ASK-026", "not-asked", "/devices/0/app_version", NULL),
    QUIET("R-ASK-026", "answered-with-nothing", "/devices/0/app_version", TEXT("")),
    FIRES("R-ASK-027", "not-asked", "/devices/0/certification_valid_to", NULL),
    QUIET("R-ASK-027", "no-such-day", "/devices/0/certification_valid_to", TEXT("")),
    FIRES("R-ASK-028", "not-asked", "/devices/0/source_of_device", NULL),
    QUIET("R-ASK-028", "answered-with-nothing", "/devices/0/source_of_device", TEXT("")),
    FIRES("R-ASK-029", "not-asked", "/terminals/0/sign_on_result", NULL),
    QUIET("R-ASK-029", "answered", "/terminals/0/sign_on_result", TEXT("ok")),
    FIRES("R-ASK-030", "not-asked", "/terminals/0/batch_no", NULL),
    QUIET("R-ASK-030", "answered-with-nothing", "/terminals/0/batch_no", TEXT("")),
    FIRES("R-ASK-031", "not-asked", "/terminals/0/aid_date", NULL),
    QUIET("R-ASK-031", "no-such-day", "/terminals/0/aid_date", TEXT("")),
    FIRES("R-ASK-032", "not-asked", "/terminals/0/connection_test", NULL),
    QUIET("R-ASK-032", "answered", "/terminals/0/connection_test", TEXT("ok")),
    FIRES("R-ASK-033", "not-asked", "/terminals/0/currency", NULL),
    QUIET("R-ASK-033", "answered-with-nothing", "/terminals/0/currency", TEXT("")),
    FIRES("R-ASK-034", "not-asked", "/terminals/0/clock", NULL),
    QUIET("R-ASK-034", "no-such-time", "/terminals/0/clock", TEXT("")),
    FIRES("R-ASK-035", "not-asked", "/terminals/0/limit_nopin", NULL),
    QUIET("R-ASK-035", "answered-zero", "/terminals/0/limit_nopin", "0"),
    FIRES("R-ASK-036", "not-asked", "/terminals/0/sim_iccid", NULL),
    QUIET("R-ASK-036", "answered-with-nothing", "/terminals/0/sim_iccid", TEXT("")),
    FIRES("R-ASK-037", "not-asked", "/terminals/0/terminal_no", NULL),
    QUIET("R-ASK-037", "answered-with-nothing", "/terminals/0/terminal_no", TEXT("")),
    FIRES("R-ASK-038", "not-asked", "/install/0/trained_at", NULL),
    QUIET("R-ASK-038", "no-such-day", "/install/0/trained_at", TEXT("")),
    FIRES("R-ASK-039", "not-asked", "/install/0/inspection_next", NULL),
    QUIET("R-ASK-039", "no-such-day", "/install/0/inspection_next", TEXT("")),
    FIRES("R-ASK-040", "not-asked", "/install/0/last_transaction_at", NULL),
    QUIET("R-ASK-040", "no-such-day", "/install/0/last_transaction_at", TEXT("")),
    FIRES("R-ASK-041", "not-asked", "/install/0/slip_retention_years", NULL),
    QUIET("R-ASK-041", "answered-zero", "/install/0/slip_retention_years", "0"),
    FIRES("R-ASK-042", "not-asked", "/install/0/key_loaded_by", NULL),
    QUIET("R-ASK-042", "answered-with-nothing", "/install/0/key_loaded_by", TEXT("")),
    FIRES("R-ASK-043", "not-asked", "/install/0/branch_province", NULL),
    QUIET("R-ASK-043", "answered-with-nothing", "/install/0/branch_province", TEXT("")),
    FIRES("R-ASK-044", "not-asked", "/install/0/retention_years", NULL),
    QUIET("R-ASK-044", "answered-zero", "/install/0/retention_years", "0"),
    FIRES("R-ASK-045", "not-asked", "/install/0/outsourced_roles", NULL),
    QUIET("R-ASK-045", "answered-with-nothing", "/install/0/outsourced_roles", "[]"),
};

/* ---- the record of one terminal is missing ---- */

static const struct {
    const char *list, *section;
    Stage due;
    FactEdit more;
} record_rows[] = {
    {"/host/terminals/1", "facts.host_terminals", STAGE_PROVISION, {"/host/source", TEXT("")}},
    {"/devices/1", "facts.devices", STAGE_PROVISION, {NULL, NULL}},
    {"/terminals/1", "facts.terminals", STAGE_READY, {NULL, NULL}},
    {"/install/1", "facts.install", STAGE_READY, {NULL, NULL}},
};

static void
test_no_record(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(record_rows); i++) {
        for (int stage = STAGE_APPROVE; stage <= STAGE_READY; stage++) {
            FactTestRow row = QUIET_WITH("", "", record_rows[i].list, NULL, TWO,
                                         .stage = (Stage)stage, .edits[1] = record_rows[i].more);
            g_auto(FactRun) run = {0};
            fact_run_row(&run, &row);
            const Finding *finding = fact_run_find(&run, "R-FACT-012", NULL);
            g_assert_cmpint(finding != NULL, ==, (Stage)stage >= record_rows[i].due);
            if (finding == NULL)
                continue;
            g_assert_cmpint(finding->device, ==, 1);
            g_assert_cmpint(finding->field, ==, FIELD_DEVICE_TERMINAL_NO);
            g_assert_cmpstr(finding->params[0].text, ==, record_rows[i].section);
        }
    }
}

/* T01: the host's list is there and lacks the terminal. Where it is old or of nobody knows whom,
 * that is no certainty; where there is no list, nobody was asked. */
static const struct {
    FactEdit edits[2];
    Stage stage;
    int absent; /* how many */
} off_list_rows[] = {
    {{{"/host/filed", "true"}}, STAGE_READY, 0},
    {{{"/host/terminals/1", NULL}}, STAGE_READY, 1},
    {{{"/host/terminals/1", NULL}}, STAGE_PROVISION, 1},
    {{{"/host/terminals/1", NULL}}, STAGE_CONTRACT, 0},
    {{{"/host/terminals", "[]"}}, STAGE_READY, 2},
    {{{"/host/terminals", NULL}}, STAGE_READY, 0},
    {{{"/host/terminals", "null"}}, STAGE_READY, 0},
    {{{"/host/terminals", "[]"}, {"/host/at", AT("2026-11-15")}}, STAGE_READY, 0},
};

static void
test_off_list(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(off_list_rows); i++) {
        FactTestRow row = {.stage = off_list_rows[i].stage, TWO};
        g_auto(FactRun) run = {0};
        int absent = 0;

        memcpy(row.edits, off_list_rows[i].edits, sizeof off_list_rows[i].edits);
        fact_run_row(&run, &row);
        for (guint f = 0; f < run.findings->len; f++) {
            const Finding *finding = &g_array_index(run.findings, Finding, f);
            absent += g_str_equal(finding->rule->id, "R-HT-001") ? 1 : 0;
        }
        g_assert_cmpint(absent, ==, off_list_rows[i].absent);
        g_assert_true(absent == 0 || fact_run_find(&run, "R-FACT-012", NULL) == NULL);
    }
}

/* Two records about one application: neither is here, and that is said. */
static void
test_twice(void)
{
    Application *app = fact_rows_application(arena_new(), MERCHANT_ENTERPRISE, 1);
    Facts facts;

    for (int twice = 0; twice < 2; twice++) {
        facts_init(&facts, app->arena);
        facts.twice = twice != 0;
        facts_join(&facts, app);
        g_autoptr(GArray) findings = sample_run_facts(app, &facts, STAGE_READY);
        g_assert_cmpint(sample_find(findings, "R-FACT-014") != NULL, ==, twice);
    }
    arena_free(app->arena);
}

/* A value of the wrong type, in a row that no layer waits for, too. */
static void
test_unusable(void)
{
    static const struct {
        const char *json;
        gboolean is_unusable;
    } records[] = {{"{\"risk\": [{\"score\": \"99\"}]}", TRUE},
                   {"{\"risk\": [{\"score\": 99}]}", FALSE},
                   {"{\"install\": [{\"outsourced_roles\": \"\"}]}", TRUE},
                   {"{\"install\": [{\"outsourced_roles\": []}]}", FALSE}};

    for (gsize i = 0; i < G_N_ELEMENTS(records); i++) {
        Application *app = fact_rows_application(arena_new(), MERCHANT_ENTERPRISE, 1);
        g_autoptr(GArray) errors = g_array_new(FALSE, TRUE, sizeof(InputError));
        ReadErrors list = {app->arena, errors};
        RecordPlace place = {"facts", 1};
        Facts facts;

        facts_init(&facts, app->arena);
        facts_from_json(records[i].json, strlen(records[i].json), &place, &facts, &list);
        facts_join(&facts, app);
        g_autoptr(GArray) findings = sample_run_facts(app, &facts, STAGE_READY);
        g_assert_cmpint(sample_find(findings, "R-FACT-015") != NULL, ==, records[i].is_unusable);
        g_assert_cmpint(errors->len, ==, records[i].is_unusable ? 1 : 0);
        arena_free(app->arena);
    }
}

/* A plaque is in no register and is not read back, but the host knows it. */
static void
test_plaque(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(record_rows); i++) {
        FactTestRow row =
            QUIET_WITH("", "", record_rows[i].list, NULL, TWO, .edits[1] = record_rows[i].more);
        g_auto(FactRun) run = {0};
        Application *app = fact_rows_application(arena_new(), MERCHANT_ENTERPRISE, 2);
        g_autofree char *clean = fact_rows_json(app);
        g_autofree char *json = fact_rows_edited(clean, row.edits, 2);
        sample_set(app, FIELD_DEVICE_TERM_KIND, 1, "11");
        fact_run(&run, app, json, STAGE_READY);
        gboolean asked = strstr(record_rows[i].list, "host") != NULL ||
                         strstr(record_rows[i].list, "install") != NULL;
        g_assert_cmpint(fact_run_find(&run, "R-FACT-012", NULL) != NULL, ==, asked);
    }
}

/* ---- what was not asked ---- */

/* How the clean facts are judged without one fact. */
static void
run_without(FactRun *run, FactId id, MerchantKind kind, Stage stage)
{
    g_autoptr(GString) path = g_string_new(NULL);
    FactTestRow row = {.kind = kind, .stage = stage};

    fact_path(id, 0, path);
    row.edits[0].at = path->str + strlen("/facts");
    fact_run_row(run, &row);
}

/* The rules of all findings at facts, joined by blanks. */
static char *
rules_on_facts(const GArray *findings)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < findings->len; i++) {
        const Finding *finding = &g_array_index(findings, Finding, i);
        if (finding->fact != FACT_NONE)
            g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "", finding->rule->id);
    }
    return g_string_free(text, FALSE);
}

/* What is not asked makes its own R-ASK rule speak, once its answer is due, and nothing else. */
static void
test_not_asked(gconstpointer data)
{
    FactId id = (FactId)GPOINTER_TO_INT(data);
    const FactSpec *spec = &fact_specs[id];
    Stage due = fact_sections[spec->section].stage;
    const char *rule = spec->asked_by;
    /* only a card has a kind */
    gboolean card = id == FACT_BANK_ACCOUNT_CARD_KIND;
    MerchantKind kind = card ? MERCHANT_HOUSEHOLD : MERCHANT_ENTERPRISE;
    g_autoptr(GString) path = g_string_new(NULL);
    const Finding *finding;

    fact_path(id, 0, path);
    for (int stage = STAGE_APPROVE; stage <= STAGE_READY; stage++) {
        g_auto(FactRun) run = {0};
        run_without(&run, id, kind, (Stage)stage);
        g_autofree char *all = rules_on_facts(run.findings);
        gboolean asked = spec->need != FACT_NEED_FREE && (Stage)stage >= due;
        g_assert_cmpstr(all, ==, asked ? rule : "");
        if (!asked)
            continue;
        finding = fact_run_find(&run, rule, path->str + strlen("/facts"));
        g_assert_nonnull(finding);
        g_assert_cmpint(finding->params[0].number, ==, id);
        g_assert_cmpint(finding->rule->severity, ==, SEVERITY_INFO);
        g_assert_cmpint(finding->device, ==, facts_is_by_terminal(spec->section) ? 0 : -1);
        g_assert_null(finding->masked);
    }
}

static void
add_not_asked(void)
{
    for (int id = 0; id < FACT_COUNT; id++) {
        g_autoptr(GString) path = g_string_new("/not-asked");
        fact_path((FactId)id, 0, path);
        g_test_add_data_func(path->str, GINT_TO_POINTER(id), test_not_asked);
    }
}

/* What an application does not need is not asked for. */
static void
test_not_needed(void)
{
    g_auto(FactRun) corporate = {0};
    g_auto(FactRun) no_sim = {0};
    FactTestRow row = QUIET_WITH("", "", "/terminals/0/sim_iccid", NULL, APP(DEVICE_SIM_ICCID, ""));

    run_without(&corporate, FACT_BANK_ACCOUNT_REASON, MERCHANT_ENTERPRISE, STAGE_READY);
    g_assert_null(fact_run_find(&corporate, "R-ASK-001", NULL));
    fact_run_row(&no_sim, &row);
    g_assert_null(fact_run_find(&no_sim, "R-ASK-036", NULL));
}

/* A plaque holds no key: nothing of it is asked but what the host and the installer know. */
static void
test_plaque_not_asked(void)
{
    static const struct {
        FactId id;
        gboolean asked;
    } facts[] = {
        {FACT_HOST_TERMINAL_STATE, TRUE},     {FACT_HOST_TERMINAL_KCV, FALSE},
        {FACT_HOST_TERMINAL_MAC_RULE, FALSE}, {FACT_DEVICE_MODEL, FALSE},
        {FACT_TERMINAL_MERCHANT_NO, FALSE},   {FACT_TERMINAL_KCV, FALSE},
        {FACT_INSTALL_TRAINED_AT, TRUE},      {FACT_INSTALL_KEY_LOADED_BY, FALSE},
    };

    for (gsize i = 0; i < G_N_ELEMENTS(facts); i++) {
        g_autoptr(GString) path = g_string_new(NULL);
        g_auto(FactRun) run = {0};
        fact_path(facts[i].id, 0, path);
        FactTestRow row =
            QUIET_WITH("", "", path->str + strlen("/facts"), NULL, APP(DEVICE_TERM_KIND, "11"));
        fact_run_row(&run, &row);
        const char *rule = fact_specs[facts[i].id].asked_by;
        g_assert_cmpint(fact_run_find(&run, rule, row.edits[0].at) != NULL, ==, facts[i].asked);
    }
}

/* Sections that say nothing at all: only what was not asked, and who did not say it. */
static void
test_empty_sections(void)
{
    static const char *const sections[] = {"/bank_account", "/contract",        "/risk/0",
                                           "/host",         "/devices/0",       "/terminals/0",
                                           "/install/0",    "/host/terminals/0"};

    for (gsize i = 0; i < G_N_ELEMENTS(sections); i++) {
        FactTestRow row = QUIET("", "", sections[i], "{}");
        g_auto(FactRun) run = {0};
        fact_run_row(&run, &row);
        g_assert_cmpuint(run.findings->len, >, 1);
        for (guint j = 0; j < run.findings->len; j++) {
            const char *id = g_array_index(run.findings, Finding, j).rule->id;
            g_assert_true(g_str_has_prefix(id, "R-ASK-") || g_str_equal(id, "R-FACT-003"));
        }
    }
}

/* ---- all ---- */

static void
look_for(const char *rule, const FactTestRow *table, gsize count, gboolean seen[2])
{
    for (gsize i = 0; i < count; i++) {
        if (g_str_equal(table[i].rule, rule))
            seen[table[i].fires ? 1 : 0] = TRUE;
    }
}

/* These have tests of their own. */
static const char *const apart[] = {"R-FACT-012", "R-FACT-014", "R-FACT-015", "R-HT-001", NULL};

static void
check_complete(const RuleRow *table)
{
    for (const RuleRow *rule = table; rule->id != NULL; rule++) {
        gboolean is_apart = g_strv_contains(apart, rule->id), seen[2] = {is_apart, is_apart};
        look_for(rule->id, rows, G_N_ELEMENTS(rows), seen);
        look_for(rule->id, ask_rows, G_N_ELEMENTS(ask_rows), seen);
        if (!seen[0] || !seen[1])
            g_error("%s lacks a row that fires, or one that does not", rule->id);
    }
}

static void
test_complete(void)
{
    check_complete(answer_rules);
    check_complete(last_rules);
}

/* Nobody was asked: no rule on facts or answers speaks. */
static void
test_no_facts(void)
{
    g_autoptr(Arena) arena = arena_new();
    Application *app = fact_rows_application(arena, MERCHANT_ENTERPRISE, 2);
    g_autoptr(GArray) findings = sample_run(app, NULL, STAGE_READY);
    g_autofree char *all = sample_rules(findings, SEVERITY_INFO);

    g_assert_cmpstr(all, ==, "");
}

/* A clean merchant of any kind has no finding at all, at any stage. */
static void
test_clean(void)
{
    for (int kind = 0; kind < MERCHANT_KIND_COUNT; kind++) {
        for (int stage = STAGE_APPROVE; stage <= STAGE_READY; stage++) {
            FactTestRow row = {.kind = (MerchantKind)kind, .stage = (Stage)stage, TWO};
            g_auto(FactRun) run = {0};
            fact_run_row(&run, &row);
            g_autofree char *all = sample_rules(run.findings, SEVERITY_WARNING);
            g_assert_cmpstr(all, ==, "");
            for (const RuleRow *rule = answer_rules; rule->id != NULL; rule++)
                g_assert_null(sample_find(run.findings, rule->id));
        }
    }
}

/* The strange word is named; two of one number name each other. */
static void
test_told(void)
{
    FactTestRow row = QUIET_WITH("", "", "/contract/card_kinds", "[\"gold\", \"debit\"]",
                                 AND("/terminals/1/terminal_no", FIRST_NUMBER), TWO);
    g_auto(FactRun) run = {0};

    fact_run_row(&run, &row);
    const Finding *word = fact_run_find(&run, "R-FACT-004", NULL);
    g_assert_cmpstr(word->params[0].text, ==, "gold");
    g_assert_nonnull(fact_run_find(&run, "R-CTR-014", "/contract/card_kinds"));
    const Finding *shared = fact_run_find(&run, "R-FACT-010", NULL);
    g_assert_cmpuint(shared->evidence_count, ==, 2);
    g_assert_cmpuint(shared->evidence[0].index, ==, 1);
    g_assert_cmpuint(shared->evidence[1].index, ==, 0);
}

/* An old answer of the host is told once, not again of each of its terminals. */
static void
test_old_host(void)
{
    FactTestRow row = QUIET_WITH("", "", "/host/at", AT("2026-11-15"), TWO);
    g_auto(FactRun) run = {0};

    fact_run_row(&run, &row);
    g_autofree char *all = rules_on_facts(run.findings);
    g_assert_cmpstr(all, ==, "R-FACT-001");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    fact_rows_add(rows, G_N_ELEMENTS(rows));
    fact_rows_add(ask_rows, G_N_ELEMENTS(ask_rows));
    add_not_asked();
    g_test_add_func("/no-record", test_no_record);
    g_test_add_func("/off-list", test_off_list);
    g_test_add_func("/twice", test_twice);
    g_test_add_func("/unusable", test_unusable);
    g_test_add_func("/plaque", test_plaque);
    g_test_add_func("/plaque-not-asked", test_plaque_not_asked);
    g_test_add_func("/not-needed", test_not_needed);
    g_test_add_func("/empty-sections", test_empty_sections);
    g_test_add_func("/no-facts", test_no_facts);
    g_test_add_func("/clean", test_clean);
    g_test_add_func("/told", test_told);
    g_test_add_func("/old-host", test_old_host);
    g_test_add_func("/complete", test_complete);
    return g_test_run();
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as the facts about one application with two terminals: read or refused, joined and
 * judged by all rules, never more. The same bytes are searched for their external_ref. */
#include "codec/application_json.h"
#include "codec/catalogue_json.h"
#include "codec/facts_json.h"
#include "codec/json_scan.h"
#include "codec/pack_json.h"
#include "codec/resource.h"
#include "rules/rule.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define TERMINAL(serial, number)                                                                   \
    "{\"term_kind\": \"04\", \"term_model\": \"A920\", \"tusn\": \"" serial "\","                  \
    " \"key_mode\": \"mk_sk_3des\", \"merchant_no\": \"898584058120001\","                         \
    " \"sim_iccid\": \"89860000000000000001\", \"app_version\": \"320001\","                       \
    " \"geofence\": \"113.94526 22.55550 500 gcj02\", \"terminal_no\": \"" number "\"}"

/* Each field that a rule holds a fact against, made up. */
static const char application[] =
    "{\"application\": {\"external_ref\": \"T-0001\"},"
    " \"merchant\": {\"merchant_kind\": \"enterprise\", \"short_name\": \"青山小馆\","
    "  \"register_name\": \"深圳市青山餐饮管理有限公司\", \"mcc\": \"5812\","
    "  \"area_code\": \"5840\"},"
    " \"licence\": {\"licence_no\": \"91440305MA5TE5T15G\"},"
    " \"settle\": {\"account_kind\": \"corporate\", \"account_no\": \"298278361644855\"},"
    " \"shop\": {\"shop_region\": \"440305\", \"lon\": \"113.94526\", \"lat\": \"22.55550\","
    "  \"coord_system\": \"gcj02\"},"
    " \"fee\": {\"debit_rate\": 500000, \"debit_cap\": 2000, \"credit_rate\": 600000},"
    " \"limit\": {\"limit_single_debit\": 5000000, \"limit_day_credit\": 10000000,"
    "  \"limit_nopin\": 100000},"
    " \"func\": {\"card_kinds\": [\"debit\", \"credit\"], \"txn_types\": [\"sale\","
    "  \"contactless\"]},"
    " \"contract\": {\"contract_no\": \"XY20260000001\", \"contract_from\": \"2026-11-01\"},"
    " \"devices\": [" TERMINAL("00000204000000000001",
                               "10000001") ", " TERMINAL("00000204000000000002", "10000002") "]}";

enum { TODAY = 20780 }; /* 2026-11-23 */

static const RuleSet *
rules(void)
{
    static RuleSet *set;

    if (set == NULL) {
        g_autoptr(GBytes) bytes = resource_builtin("rulepack.json", NULL);
        set = rule_set_new(pack_from_json(bytes, NULL, NULL), catalogue_json_load(NULL), NULL);
    }
    g_assert_nonnull(set);
    return set;
}

static void
check_errors(const GArray *list)
{
    for (guint i = 0; i < list->len; i++) {
        const InputError *error = &g_array_index(list, InputError, i);
        g_assert_nonnull(error->key);
        g_assert_true(error->where == NULL || g_utf8_validate(error->where, -1, NULL));
        g_assert_true(error->arguments[0] == NULL ||
                      g_utf8_validate(error->arguments[0], -1, NULL));
    }
}

/* What a report would show of the findings. */
static void
check_findings(const GArray *findings, const Application *app)
{
    g_assert_cmpuint(findings->len, <=, FINDINGS_MAX);
    for (guint i = 0; i < findings->len; i++) {
        const Finding *finding = &g_array_index(findings, Finding, i);
        g_autoptr(GString) path = g_string_new(NULL);
        char key[17];
        finding_path(finding, path);
        finding_key(finding, app, key);
        g_assert_true(g_utf8_validate(path->str, -1, NULL));
        g_assert_true(finding->masked == NULL || g_utf8_validate(finding->masked, -1, NULL));
        g_assert_cmpint(finding->cause, <, (int)findings->len);
    }
}

static void
judge(const Application *app, const Facts *facts)
{
    for (int stage = STAGE_CONTRACT; stage <= STAGE_READY; stage++) {
        g_autoptr(GArray) findings = g_array_new(FALSE, TRUE, sizeof(Finding));
        RuleContext context = {.app = app, .facts = facts, .today = TODAY, .stage = (Stage)stage};
        rule_set_run(rules(), &context, findings);
        check_findings(findings, app);
    }
}

static void
read_facts(const char *bytes, gsize length)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GArray) list = g_array_new(FALSE, FALSE, sizeof(InputError));
    ReadErrors errors = {arena, list};
    RecordPlace place = {"fuzz.json", 1};
    Application *app = arena_alloc0(arena, sizeof *app);
    Facts facts;

    application_init(app, arena);
    g_assert_true(application_from_json(application, strlen(application), &place, app, &errors));
    g_assert_cmpuint(list->len, ==, 0);
    facts_init(&facts, arena);
    gboolean is_read = facts_from_json(bytes, length, &place, &facts, &errors);
    check_errors(list);
    if (!is_read) {
        g_assert_cmpuint(list->len, >, 0);
        return;
    }
    facts_join(&facts, app);
    judge(app, &facts);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes = (const char *)data, *value;
    gsize length;

    g_assert_cmpuint(json_scan_value(bytes, size), <=, size);
    if (json_scan_member(bytes, size, "external_ref", &value, &length))
        g_assert_true(value >= bytes && value + length <= bytes + size);
    read_facts(bytes, size);
    return 0;
}

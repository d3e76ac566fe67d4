/* SPDX-License-Identifier: Apache-2.0 */
/* What is not there and should be: rules/data.c. */
#include "rule_rows.h"

#define E MERCHANT_ENTERPRISE
#define H MERCHANT_HOUSEHOLD
#define M MERCHANT_MICRO
#define I MERCHANT_INSTITUTION

static const RuleTestRow rows[] = {
    {"R-DATA-010", "rate", TRUE, E, {{FIELD_FEE_CREDIT_RATE, ""}}, 0, "/fee/credit_rate"},
    {"R-DATA-010", "class", TRUE, E, {{FIELD_MERCHANT_FEE_CLASS, ""}}, 0, "/merchant/fee_class"},
    {"R-DATA-010", "optional", FALSE, E, {{FIELD_FEE_QR_RATE, ""}}, 0, NULL},
    {"R-DATA-011",
     "limit",
     TRUE,
     E,
     {{FIELD_LIMIT_LIMIT_SINGLE_DEBIT, ""}},
     0,
     "/limit/limit_single_debit"},
    {"R-DATA-011", "zero-is-given", FALSE, E, {{FIELD_LIMIT_LIMIT_SINGLE_DEBIT, "0"}}, 0, NULL},
    {"R-DATA-012", "mcc", TRUE, E, {{FIELD_MERCHANT_MCC, ""}}, 0, "/merchant/mcc"},
    {"R-DATA-012", "mcc", FALSE, E, {{FIELD_MERCHANT_MCC, "5812"}}, 0, NULL},
    {"R-DATA-013", "area", TRUE, E, {{FIELD_MERCHANT_AREA_CODE, ""}}, 0, "/merchant/area_code"},
    {"R-DATA-013", "wrong-is-given", FALSE, E, {{FIELD_MERCHANT_AREA_CODE, "58"}}, 0, NULL},
    {"R-DATA-014", "branch", TRUE, E, {{FIELD_MERCHANT_AGENT_NO, ""}}, 0, "/merchant/agent_no"},
    {"R-DATA-014", "branch", FALSE, E, {{FIELD_MERCHANT_AGENT_NO, "A2"}}, 0, NULL},
    {"R-DATA-015",
     "trading-name",
     TRUE,
     E,
     {{FIELD_MERCHANT_SHORT_NAME, ""}},
     0,
     "/merchant/short_name"},
    {"R-DATA-015", "english-name", FALSE, E, {{FIELD_MERCHANT_ENGLISH_NAME, ""}}, 0, NULL},
    {"R-DATA-016", "micro", TRUE, M, {{FIELD_LICENCE_MICRO_PROOF, ""}}, 0, "/licence/micro_proof"},
    {"R-DATA-016", "household", FALSE, H, {{FIELD_LICENCE_MICRO_PROOF, ""}}, 0, NULL},
    {"R-DATA-016",
     "fee-change",
     FALSE,
     M,
     {{FIELD_LICENCE_MICRO_PROOF, ""}, {FIELD_APPLICATION_KIND, "change_fee"}},
     0,
     NULL},
    {"R-DATA-044", "licence", TRUE, E, {{FIELD_IMAGE_IMG_LICENCE, ""}}, 0, "/image/img_licence"},
    {"R-DATA-044", "micro", FALSE, M, {{FIELD_IMAGE_IMG_LICENCE, ""}}, 0, NULL},
    {"R-DATA-017", "account", TRUE, H, {{FIELD_SETTLE_ACCOUNT_NO, ""}}, 0, "/settle/account_no"},
    {"R-DATA-017", "proof", TRUE, E, {{FIELD_IMAGE_IMG_ACCOUNT, ""}}, 0, "/image/img_account"},
    {"R-DATA-017",
     "branch-of-household",
     TRUE,
     H,
     {{FIELD_SETTLE_BANK_BRANCH_NO, ""}},
     0,
     "/settle/bank_branch_no"},
    {"R-DATA-017", "branch-of-micro", FALSE, M, {{FIELD_SETTLE_BANK_BRANCH_NO, ""}}, 0, NULL},
    {"R-DATA-018", "time", TRUE, M, {{FIELD_CONSENT_CONSENT_AT, ""}}, 0, "/consent/consent_at"},
    {"R-DATA-018",
     "terminal-added",
     FALSE,
     M,
     {{FIELD_CONSENT_CONSENT_AT, ""}, {FIELD_APPLICATION_KIND, "add_terminal"}},
     0,
     NULL},
    {"R-DATA-019", "kinds", TRUE, E, {{FIELD_FUNC_CARD_KINDS, ""}}, 0, "/func/card_kinds"},
    {"R-DATA-019", "kinds", FALSE, E, {{FIELD_FUNC_CARD_KINDS, "debit"}}, 0, NULL},
    {"R-DATA-020", "photo", TRUE, E, {{FIELD_SHOP_PHOTO_INSIDE, ""}}, 0, "/shop/photo_inside"},
    {"R-DATA-020",
     "kind-unknown",
     TRUE,
     E,
     {{FIELD_MERCHANT_MERCHANT_KIND, ""}, {FIELD_MERCHANT_CUSTOMER_PHONE, ""}},
     0,
     "/merchant/merchant_kind"},
    {"R-DATA-020", "optional", FALSE, E, {{FIELD_MERCHANT_BUSINESS_HOURS, ""}}, 0, NULL},
    {"R-DATA-021",
     "provision",
     TRUE,
     E,
     {{FIELD_DEVICE_TUSN, ""}},
     STAGE_PROVISION,
     "/devices/0/tusn"},
    {"R-DATA-021", "contract", FALSE, E, {{FIELD_DEVICE_TUSN, ""}}, STAGE_CONTRACT, NULL},
    {"R-DATA-022",
     "provision",
     TRUE,
     E,
     {{FIELD_DEVICE_APP_VERSION, ""}},
     STAGE_PROVISION,
     "/devices/0/app_version"},
    {"R-DATA-022", "approve", FALSE, E, {{FIELD_DEVICE_APP_VERSION, ""}}, 0, NULL},
    {"R-DATA-023",
     "provision",
     TRUE,
     E,
     {{FIELD_DEVICE_NETWORK_LICENCE, ""}},
     STAGE_PROVISION,
     "/devices/0/network_licence"},
    {"R-DATA-023", "approve", FALSE, E, {{FIELD_DEVICE_NETWORK_LICENCE, ""}}, 0, NULL},
    {"R-DATA-024", "approve", TRUE, E, {{FIELD_DEVICE_KEY_MODE, ""}}, 0, "/devices/0/key_mode"},
    {"R-DATA-024", "given", FALSE, E, {{FIELD_DEVICE_KEY_MODE, "mk_sk_sm4"}}, 0, NULL},
    {"R-DATA-025",
     "contract",
     TRUE,
     E,
     {{FIELD_CONTRACT_CONTRACT_NO, ""}},
     STAGE_CONTRACT,
     "/contract/contract_no"},
    {"R-DATA-025",
     "file",
     TRUE,
     E,
     {{FIELD_IMAGE_IMG_CONTRACT, ""}},
     STAGE_CONTRACT,
     "/image/img_contract"},
    {"R-DATA-025", "approve", FALSE, E, {{FIELD_CONTRACT_CONTRACT_NO, ""}}, 0, NULL},
    {"R-DATA-026",
     "clauses",
     TRUE,
     E,
     {{FIELD_CONTRACT_CLAUSES, ""}},
     STAGE_CONTRACT,
     "/contract/clauses"},
    {"R-DATA-026", "approve", FALSE, E, {{FIELD_CONTRACT_CLAUSES, ""}}, 0, NULL},
    {"R-DATA-027", "licence", TRUE, E, {{FIELD_LICENCE_LICENCE_NO, ""}}, 0, "/licence/licence_no"},
    {"R-DATA-027",
     "identity-card",
     TRUE,
     M,
     {{FIELD_IMAGE_IMG_ID_BACK, ""}},
     0,
     "/image/img_id_back"},
    {"R-DATA-027", "micro-has-none", FALSE, M, {{FIELD_LICENCE_LICENCE_NO, ""}}, 0, NULL},
    {"R-DATA-027",
     "kind-unknown",
     FALSE,
     E,
     {{FIELD_MERCHANT_MERCHANT_KIND, ""}, {FIELD_LICENCE_LICENCE_NO, ""}},
     0,
     NULL},
    {"R-DATA-028", "longitude", TRUE, E, {{FIELD_SHOP_LON, ""}}, 0, "/shop/lon"},
    {"R-DATA-028", "address", TRUE, E, {{FIELD_SHOP_SHOP_ADDRESS, ""}}, 0, "/shop/shop_address"},
    {"R-DATA-028",
     "mobile-trade",
     FALSE,
     E,
     {{FIELD_SHOP_SHOP_ADDRESS, ""}, {FIELD_DEVICE_MOBILE, "true"}},
     0,
     NULL},
    {"R-DATA-029",
     "enterprise",
     TRUE,
     E,
     {{FIELD_LICENCE_CONTROLLER, ""}},
     0,
     "/licence/controller"},
    {"R-DATA-029", "household", FALSE, H, {{FIELD_LICENCE_CONTROLLER, ""}}, 0, NULL},
    {"R-DATA-039", "annual-fee", TRUE, E, {{FIELD_FEE_ANNUAL_FEE, ""}}, 0, "/fee/annual_fee"},
    {"R-DATA-039", "zero-is-given", FALSE, E, {{FIELD_FEE_ANNUAL_FEE, "0"}}, 0, NULL},
    {"R-DATA-040", "model", TRUE, E, {{FIELD_DEVICE_TERM_MODEL, ""}}, 0, "/devices/0/term_model"},
    {"R-DATA-040",
     "firmware-is-due-later",
     FALSE,
     E,
     {{FIELD_DEVICE_FIRMWARE_VERSION, ""}},
     0,
     NULL},
    {"R-DATA-031",
     "exempt",
     TRUE,
     I,
     {{FIELD_LICENCE_NONPROFIT_PROOF, ""}},
     0,
     "/licence/nonprofit_proof"},
    {"R-DATA-031",
     "standard",
     FALSE,
     I,
     {{FIELD_LICENCE_NONPROFIT_PROOF, ""}, {FIELD_MERCHANT_FEE_CLASS, "standard"}},
     0,
     NULL},
    {"R-DATA-032",
     "other-payee",
     TRUE,
     H,
     {{FIELD_SETTLE_SETTLE_TO, "0"}},
     0,
     "/settle/settler_id"},
    {"R-DATA-032", "legal-person", FALSE, H, {{FIELD_SETTLE_SETTLE_TO, "1"}}, 0, NULL},
    {"R-DATA-033",
     "restaurant",
     TRUE,
     E,
     {{FIELD_LICENCE_SPECIAL_PERMIT, ""}},
     0,
     "/licence/special_permit"},
    {"R-DATA-033",
     "clothes",
     FALSE,
     E,
     {{FIELD_LICENCE_SPECIAL_PERMIT, ""}, {FIELD_MERCHANT_MCC, "5651"}},
     0,
     NULL},
    {"R-DATA-034",
     "yesterday",
     TRUE,
     E,
     {{FIELD_LICENCE_SPECIAL_PERMIT, "许可证 XK0000000001 2026-11-22"}},
     0,
     "/licence/special_permit"},
    {"R-DATA-034",
     "today",
     FALSE,
     E,
     {{FIELD_LICENCE_SPECIAL_PERMIT, "许可证 XK0000000001 2026-11-23"}},
     0,
     NULL},
    {"R-DATA-034",
     "no-date",
     FALSE,
     E,
     {{FIELD_LICENCE_SPECIAL_PERMIT, "许可证 XK0000000001"}},
     0,
     NULL},
    {"R-DATA-035", "mobile", TRUE, E, {{FIELD_DEVICE_MOBILE, "true"}}, 0, "/devices/0/geofence"},
    {"R-DATA-035", "fixed", FALSE, E, {{FIELD_DEVICE_MOBILE, "false"}}, 0, NULL},
    {"R-DATA-036",
     "mobile",
     TRUE,
     E,
     {{FIELD_DEVICE_MOBILE, "true"}, {FIELD_DEVICE_SIM_ICCID, ""}},
     STAGE_PROVISION,
     "/devices/0/sim_iccid"},
    {"R-DATA-036", "fixed", FALSE, E, {{FIELD_DEVICE_SIM_ICCID, ""}}, STAGE_PROVISION, NULL},
    {"R-DATA-036",
     "approve",
     FALSE,
     E,
     {{FIELD_DEVICE_MOBILE, "true"}, {FIELD_DEVICE_SIM_ICCID, ""}},
     0,
     NULL},
    {"R-DATA-037",
     "provision",
     TRUE,
     E,
     {{FIELD_DEVICE_MERCHANT_NO, ""}},
     STAGE_PROVISION,
     "/devices/0/merchant_no"},
    {"R-DATA-037", "contract", FALSE, E, {{FIELD_DEVICE_MERCHANT_NO, ""}}, STAGE_CONTRACT, NULL},
    {"R-DATA-043",
     "provision",
     TRUE,
     E,
     {{FIELD_DEVICE_TERMINAL_NO, ""}},
     STAGE_PROVISION,
     "/devices/0/terminal_no"},
    {"R-DATA-043", "contract", FALSE, E, {{FIELD_DEVICE_TERMINAL_NO, ""}}, STAGE_CONTRACT, NULL},
    {"R-DATA-038",
     "other-signed",
     TRUE,
     E,
     {{FIELD_PERSON_SIGNER, ""}, {FIELD_CONTRACT_SIGNED_BY, "测试乙"}},
     STAGE_CONTRACT,
     "/person/signer"},
    {"R-DATA-038",
     "legal-person-signed",
     FALSE,
     E,
     {{FIELD_PERSON_SIGNER, ""}, {FIELD_CONTRACT_SIGNED_BY, "测试甲"}},
     STAGE_CONTRACT,
     NULL},
    {"R-DATA-038",
     "both-signed",
     FALSE,
     E,
     {{FIELD_PERSON_SIGNER, ""}, {FIELD_CONTRACT_SIGNED_BY, "深圳市青山餐饮管理有限公司;测试乙"}},
     STAGE_CONTRACT,
     NULL},
    {"R-DATA-038",
     "approve",
     FALSE,
     E,
     {{FIELD_PERSON_SIGNER, ""}, {FIELD_CONTRACT_SIGNED_BY, "测试乙"}},
     0,
     NULL},
    {"R-DATA-041",
     "neither",
     TRUE,
     E,
     {{FIELD_SHOP_SHOP_ADDRESS, ""}, {FIELD_DEVICE_MOBILE, "true"}},
     0,
     "/shop/photo_no_fixed"},
    {"R-DATA-041", "address", FALSE, E, {{FIELD_DEVICE_MOBILE, "true"}}, 0, NULL},
    {"R-DATA-042",
     "roaming",
     TRUE,
     M,
     {{FIELD_MERCHANT_REGISTER_ADDRESS, ""}, {FIELD_DEVICE_MOBILE, "true"}},
     0,
     "/merchant/register_address"},
    {"R-DATA-042", "fixed", FALSE, M, {{FIELD_MERCHANT_REGISTER_ADDRESS, ""}}, 0, NULL},
};

static guint
count_missing(const GArray *findings, FieldId id)
{
    guint count = 0;

    for (guint i = 0; i < findings->len; i++) {
        const Finding *finding = &g_array_index(findings, Finding, i);
        if (finding->field == id && g_str_equal(finding->rule->code, "DATA.MISSING"))
            count++;
    }
    return count;
}

/* Each required field, taken away, is told once, by its name, at its own stage and not before. */
static void
check_required(const FieldSpec *spec, MerchantKind kind)
{
    g_autoptr(Arena) arena = arena_new();
    Application *app = sample_application(arena, kind);
    gboolean names_kind = spec->id == FIELD_MERCHANT_MERCHANT_KIND;

    sample_clear(app, spec->id, 0);
    g_autoptr(GArray) due = sample_run(app, NULL, spec->due_by);
    g_assert_cmpuint(count_missing(due, spec->id), ==, 1);
    if (spec->due_by == STAGE_SUBMIT || names_kind)
        return;
    g_autoptr(GArray) before = sample_run(app, NULL, (Stage)(spec->due_by - 1));
    g_assert_cmpuint(count_missing(before, spec->id), ==, 0);
}

static void
test_each_required(void)
{
    for (int kind = 0; kind < MERCHANT_KIND_COUNT; kind++) {
        for (int id = 0; id < FIELD_COUNT; id++) {
            if (field_specs[id].need[kind] == NEED_R)
                check_required(&field_specs[id], (MerchantKind)kind);
        }
    }
}

static void
test_clean(void)
{
    for (int kind = 0; kind < MERCHANT_KIND_COUNT; kind++) {
        g_autoptr(Arena) arena = arena_new();
        const Application *app = sample_application(arena, (MerchantKind)kind);
        g_autoptr(GArray) findings = sample_run(app, NULL, STAGE_APPROVE);
        g_autofree char *rules = sample_rules(findings, SEVERITY_WARNING);
        g_assert_cmpstr(rules, ==, "");
    }
}

static void
test_no_terminal(void)
{
    g_autoptr(Arena) arena = arena_new();
    Application *app = sample_application(arena, E);

    sample_terminals(app, 0);
    g_autoptr(GArray) findings = sample_run(app, NULL, STAGE_APPROVE);
    const Finding *finding = sample_find(findings, "R-DATA-030");
    g_assert_nonnull(finding);
    g_assert_cmpint(finding_layer(finding), ==, LAYER_DEVICE);

    sample_set(app, FIELD_APPLICATION_KIND, -1, "change_fee");
    g_autoptr(GArray) change = sample_run(app, NULL, STAGE_APPROVE);
    g_assert_null(sample_find(change, "R-DATA-030"));
}

/* The second terminal's field is told at the second terminal. */
static void
test_second_terminal(void)
{
    g_autoptr(Arena) arena = arena_new();
    Application *app = sample_application(arena, E);

    sample_terminals(app, 2);
    sample_clear(app, FIELD_DEVICE_KEY_MODE, 1);
    g_autoptr(GArray) findings = sample_run(app, NULL, STAGE_APPROVE);
    const Finding *finding = sample_find(findings, "R-DATA-024");
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->device, ==, 1);
    g_assert_cmpint(finding_layer(finding), ==, LAYER_KEYS);
    g_assert_cmpint(finding_due_by(finding), ==, STAGE_APPROVE);
}

/* Both papers of another payee are asked for. */
static void
test_other_payee(void)
{
    g_autoptr(Arena) arena = arena_new();
    Application *app = sample_application(arena, H);

    sample_set(app, FIELD_SETTLE_SETTLE_TO, -1, "0");
    g_autoptr(GArray) findings = sample_run(app, NULL, STAGE_SUBMIT);
    g_assert_cmpuint(count_missing(findings, FIELD_SETTLE_SETTLER_ID), ==, 1);
    g_assert_cmpuint(count_missing(findings, FIELD_IMAGE_IMG_AUTHORISE), ==, 1);
}

static void
test_complete(void)
{
    row_check_complete(data_rules, rows, G_N_ELEMENTS(rows), "R-DATA-030");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    row_add_tests("rules-data", rows, G_N_ELEMENTS(rows));
    g_test_add_func("/rules-data/each-required-field", test_each_required);
    g_test_add_func("/rules-data/clean", test_clean);
    g_test_add_func("/rules-data/no-terminal", test_no_terminal);
    g_test_add_func("/rules-data/second-terminal", test_second_terminal);
    g_test_add_func("/rules-data/other-payee", test_other_payee);
    g_test_add_func("/rules-data/each-rule-has-rows", test_complete);
    return g_test_run();
}

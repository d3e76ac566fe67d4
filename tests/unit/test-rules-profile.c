/* SPDX-License-Identifier: Apache-2.0 */
/* What an operator's catalogues demand: branches, regions, acquirer profiles, least versions and
 * certificates. For each rule a row that fires and the nearest that does not. */
#include "rule_case.h"

#define HEAD(name, complete)                                                                       \
    "# catalogue: " name                                                                           \
    "\n# version: 1\n# source: made up\n# date: 2026-11-01\n# complete: " complete "\n"

/* The lists the rows are judged with, in place of the built-in ones of their kinds. */
static const char *const sheets[] = {
    HEAD("branches", "true") "branch,zh-CN\n"
                             "102584000019,中国工商银行股份有限公司深圳测试支行\n"
                             "102584000027,中国工商银行\n",
    HEAD("regions", "true") "code,zh-CN\n440305,南山区\n",
    HEAD("acquirers", "false") "prefix,zh-CN,bank,debit_rate_low,debit_rate_high,credit_rate_low,"
                               "credit_rate_high,"
                               "debit_cap_low,debit_cap_high,limit_single_max,limit_day_max,limit_"
                               "nopin_max,clauses,"
                               "app_version_min,txn_versions.preauth\n"
                               "102,工商银行,true,450000,600000,550000,700000,1800,2500,5000000,"
                               "20000000,100000,fee,"
                               "320001,320005\n"
                               "898,银联商务,false,,,,,,,,,,,,\n",
    HEAD("devices",
         "false") "brand,model,kind,device_types,network,readers,algorithms,app_version_min,"
                  "firmware_version_min,certified_to\n"
                  "PAX,A920,smart,04,4g;wifi,msr;icc;nfc,3des,320000,1.0.5,2026-11-23\n"
                  "PAX,A930,smart,04,4g;wifi,msr;icc;nfc,3des,330000,2.0,2026-11-22\n"
                  "PAX,A77,smart,04,4g;wifi,msr;icc;nfc,3des,,,\n",
};

#define BRANCH(text)                                                                               \
    {                                                                                              \
        FIELD_SETTLE_BANK_BRANCH_NO, text                                                          \
    }
#define BANK(text)                                                                                 \
    {                                                                                              \
        FIELD_SETTLE_BANK_NAME, text                                                               \
    }
#define MERCHANT(text)                                                                             \
    {                                                                                              \
        FIELD_DEVICE_MERCHANT_NO, text                                                             \
    }
#define ICBC MERCHANT("102584058120001")
#define UMS MERCHANT("898584058120001")
#define FEE(field, text)                                                                           \
    {                                                                                              \
        FIELD_FEE_##field, text                                                                    \
    }
#define LIMIT(field, text)                                                                         \
    {                                                                                              \
        FIELD_LIMIT_LIMIT_##field, text                                                            \
    }
#define DEVICE(field, text)                                                                        \
    {                                                                                              \
        FIELD_DEVICE_##field, text                                                                 \
    }
#define FIRES(field) TRUE, FIELD_##field
#define SILENT FALSE, FIELD_NONE

static const RuleCase cases[] = {
    {"none", {BRANCH("102584000035")}, "R-BRANCH-001", FIRES(SETTLE_BANK_BRANCH_NO)},
    {"listed", {BRANCH("102584000019")}, "R-BRANCH-001", SILENT},
    {"of-wrong-form", {BRANCH("10258400001")}, "R-BRANCH-001", SILENT},
    {"another-name", {BANK("中国工商银行福田支行")}, "R-BRANCH-002", FIRES(SETTLE_BANK_NAME)},
    {"shortened", {BANK("工商银行测试支行")}, "R-BRANCH-002", SILENT},
    {"longer", {BANK("工商银行 深圳市(分行)测试支行")}, "R-BRANCH-002", SILENT},
    {"head-office", {BANK("工商银行福田支行"), BRANCH("102584000027")}, "R-BRANCH-002", SILENT},
    {"none", {{FIELD_SHOP_SHOP_REGION, "440399"}}, "R-REGION-001", FIRES(SHOP_SHOP_REGION)},
    {"listed", {{FIELD_SHOP_SHOP_REGION, "440305"}}, "R-REGION-001", SILENT},
    {"debit", {ICBC, FEE(DEBIT_RATE, "0.449")}, "R-ACQ-001", FIRES(FEE_DEBIT_RATE)},
    {"credit", {ICBC, FEE(CREDIT_RATE, "0.549")}, "R-ACQ-001", FIRES(FEE_CREDIT_RATE)},
    {"at-the-least", {ICBC, FEE(DEBIT_RATE, "0.45")}, "R-ACQ-001", SILENT},
    {"another-acquirer", {UMS, FEE(DEBIT_RATE, "0.449")}, "R-ACQ-001", SILENT},
    {"no-number", {MERCHANT(""), FEE(DEBIT_RATE, "0.449")}, "R-ACQ-001", SILENT},
    {"other-class",
     {ICBC, FEE(DEBIT_RATE, "0.38"), {FIELD_MERCHANT_FEE_CLASS, "preferential"}},
     "R-ACQ-001",
     SILENT},
    {"debit", {ICBC, FEE(DEBIT_RATE, "0.601")}, "R-ACQ-002", FIRES(FEE_DEBIT_RATE)},
    {"at-the-most", {ICBC, FEE(DEBIT_RATE, "0.6")}, "R-ACQ-002", SILENT},
    {"low", {ICBC, FEE(DEBIT_CAP, "17.99")}, "R-ACQ-003", FIRES(FEE_DEBIT_CAP)},
    {"at-the-least", {ICBC, FEE(DEBIT_CAP, "18")}, "R-ACQ-003", SILENT},
    {"high", {ICBC, FEE(DEBIT_CAP, "25.01")}, "R-ACQ-004", FIRES(FEE_DEBIT_CAP)},
    {"at-the-most", {ICBC, FEE(DEBIT_CAP, "25")}, "R-ACQ-004", SILENT},
    {"single",
     {ICBC, LIMIT(SINGLE_DEBIT, "50000.01")},
     "R-ACQ-005",
     FIRES(LIMIT_LIMIT_SINGLE_DEBIT)},
    {"day", {ICBC, LIMIT(DAY_CREDIT, "200001")}, "R-ACQ-005", FIRES(LIMIT_LIMIT_DAY_CREDIT)},
    {"no-pin", {ICBC, LIMIT(NOPIN, "1001")}, "R-ACQ-005", FIRES(LIMIT_LIMIT_NOPIN)},
    {"at-the-most", {ICBC, LIMIT(SINGLE_DEBIT, "50000")}, "R-ACQ-005", SILENT},
    {"lacks",
     {ICBC, {FIELD_CONTRACT_CLAUSES, "card_kinds;txn_types"}},
     "R-ACQ-006",
     FIRES(CONTRACT_CLAUSES)},
    {"has", {ICBC, {FIELD_CONTRACT_CLAUSES, "fee"}}, "R-ACQ-006", SILENT},
    {"model", {DEVICE(APP_VERSION, "319999")}, "R-VER-001", FIRES(DEVICE_APP_VERSION)},
    {"acquirer", {ICBC, DEVICE(APP_VERSION, "320000")}, "R-VER-001", FIRES(DEVICE_APP_VERSION)},
    {"at-the-least", {ICBC, DEVICE(APP_VERSION, "320001")}, "R-VER-001", SILENT},
    {"no-acquirer", {UMS, DEVICE(APP_VERSION, "320000")}, "R-VER-001", SILENT},
    {"not-known", {DEVICE(TERM_MODEL, "A77"), DEVICE(APP_VERSION, "1")}, "R-VER-001", SILENT},
    {"preauth",
     {ICBC, DEVICE(APP_VERSION, "320004"), {FIELD_FUNC_TXN_TYPES, "sale;preauth"}},
     "R-VER-002",
     FIRES(DEVICE_APP_VERSION)},
    {"preauth-at-the-least",
     {ICBC, DEVICE(APP_VERSION, "320005"), {FIELD_FUNC_TXN_TYPES, "sale;preauth"}},
     "R-VER-002",
     SILENT},
    {"not-opened", {ICBC, DEVICE(APP_VERSION, "320004")}, "R-VER-002", SILENT},
    {"old", {DEVICE(FIRMWARE_VERSION, "1.0.4")}, "R-VER-003", FIRES(DEVICE_FIRMWARE_VERSION)},
    {"at-the-least", {DEVICE(FIRMWARE_VERSION, "V1.00.05")}, "R-VER-003", SILENT},
    {"ended", {DEVICE(TERM_MODEL, "A930")}, "R-VER-004", FIRES(DEVICE_TERM_MODEL)},
    {"last-day", {DEVICE(TERM_MODEL, "A920")}, "R-VER-004", SILENT},
    {"not-known", {DEVICE(TERM_MODEL, "A77")}, "R-VER-004", SILENT},
};

static GArray *
judge(const Application *app, const Catalogue *catalogue)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(RuleSet) set = rule_set_new(sample_pack(), catalogue, &error);
    GArray *findings = g_array_new(FALSE, TRUE, sizeof(Finding));
    RuleContext context = {.app = app, .stage = STAGE_PROVISION};

    g_assert_no_error(error);
    g_assert_true(civil_parse(SAMPLE_TODAY, strlen(SAMPLE_TODAY), &context.today));
    rule_set_run(set, &context, findings);
    return findings;
}

static void
test_case(gconstpointer data)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Catalogue) catalogue = sample_catalogue_of(sheets, G_N_ELEMENTS(sheets));
    Application *app = sample_application(arena, MERCHANT_ENTERPRISE);

    sample_set(app, FIELD_DEVICE_TERM_BRAND, 0, "PAX");
    sample_set(app, FIELD_DEVICE_TERM_MODEL, 0, "A920");
    rule_case_change(app, data);
    g_autoptr(GArray) findings = judge(app, catalogue);
    rule_case_judge(findings, data);
}

/* The acquirer's clause is told under the legal one that lacks; its name and bound are shown. */
static void
test_told(void)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Catalogue) catalogue = sample_catalogue_of(sheets, G_N_ELEMENTS(sheets));
    Application *app = sample_application(arena, MERCHANT_ENTERPRISE);

    sample_set(app, FIELD_DEVICE_MERCHANT_NO, 0, "102584058120001");
    sample_set(app, FIELD_CONTRACT_CLAUSES, -1, "card_kinds");
    sample_set(app, FIELD_FEE_DEBIT_RATE, -1, "0.44");
    g_autoptr(GArray) findings = judge(app, catalogue);
    const Finding *clause = sample_find(findings, "R-ACQ-006");
    const Finding *rate = sample_find(findings, "R-ACQ-001");
    g_assert_cmpint(clause->cause, >=, 0);
    g_assert_cmpstr(rule_case_text(clause, "clause"), ==, "clause.fee");
    g_assert_cmpstr(rule_case_text(rate, "acquirer"), ==, "工商银行");
    g_assert_cmpint(rate->params[1].number, ==, 450000);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strdup_printf("/%s/%s", cases[i].rule, cases[i].name);
        g_test_add_data_func(path, &cases[i], test_case);
    }
    g_test_add_func("/profile/told", test_told);
    return g_test_run();
}

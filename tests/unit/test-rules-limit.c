/* SPDX-License-Identifier: Apache-2.0 */
/* Limits: for each rule a row that fires and the nearest that does not. */
#include "rule_case.h"

#define SINGLE(text)                                                                               \
    {                                                                                              \
        FIELD_LIMIT_LIMIT_SINGLE_CREDIT, text                                                      \
    }
#define DAY(text)                                                                                  \
    {                                                                                              \
        FIELD_LIMIT_LIMIT_DAY_CREDIT, text                                                         \
    }
#define MONTH(text)                                                                                \
    {                                                                                              \
        FIELD_LIMIT_LIMIT_MONTH_CREDIT, text                                                       \
    }
#define NOPIN(text)                                                                                \
    {                                                                                              \
        FIELD_LIMIT_LIMIT_NOPIN, text                                                              \
    }
#define QR                                                                                         \
    {                                                                                              \
        FIELD_FUNC_TXN_TYPES, "sale;qr"                                                            \
    }
#define SWIPE                                                                                      \
    {                                                                                              \
        FIELD_FUNC_TXN_TYPES, "sale;void"                                                          \
    }

#define FIRES(field) TRUE, FIELD_LIMIT_LIMIT_##field
#define SILENT FALSE, FIELD_NONE

static const RuleCase enterprise_cases[] = {
    {"zero", {SINGLE("0")}, "R-LIM-001", FIRES(SINGLE_CREDIT)},
    {"negative", {{FIELD_LIMIT_LIMIT_MONTH_DEBIT, "-1"}}, "R-LIM-001", FIRES(MONTH_DEBIT)},
    {"one-fen", {SINGLE("0.01")}, "R-LIM-001", SILENT},
    {"absent", {SINGLE("")}, "R-LIM-001", SILENT},
    {"no-pin-zero", {NOPIN("0")}, "R-LIM-001", SILENT},
    {"single-above-day", {SINGLE("50000"), DAY("10000")}, "R-LIM-002", FIRES(DAY_CREDIT)},
    {"single-is-day", {SINGLE("50000"), DAY("50000")}, "R-LIM-002", SILENT},
    {"day-above-month", {DAY("100001"), MONTH("100000")}, "R-LIM-002", FIRES(MONTH_CREDIT)},
    {"day-is-month", {DAY("100000"), MONTH("100000")}, "R-LIM-002", SILENT},
    {"debit", {{FIELD_LIMIT_LIMIT_DAY_DEBIT, "49999.99"}}, "R-LIM-002", FIRES(DAY_DEBIT)},
    {"day-missing", {SINGLE("50000"), DAY(""), MONTH("10000")}, "R-LIM-002", FIRES(MONTH_CREDIT)},
    {"day-zero", {DAY("0")}, "R-LIM-002", SILENT},
    {"low", {SINGLE("999.99")}, "R-LIM-003", FIRES(SINGLE_CREDIT)},
    {"enough", {SINGLE("1000")}, "R-LIM-003", SILENT},
    {"zero", {SINGLE("0")}, "R-LIM-003", SILENT},
    {"high",
     {SINGLE("1000000.01"), DAY("2000000"), MONTH("2000000")},
     "R-LIM-004",
     FIRES(SINGLE_CREDIT)},
    {"high-end", {SINGLE("1000000")}, "R-LIM-004", SILENT},
    {"above", {NOPIN("1000.01")}, "R-LIM-005", FIRES(NOPIN)},
    {"at", {NOPIN("1000")}, "R-LIM-005", SILENT},
    {"negative", {NOPIN("-1")}, "R-LIM-006", FIRES(NOPIN)},
    {"zero", {NOPIN("0")}, "R-LIM-006", SILENT},
    {"above-single", {NOPIN("1000"), SINGLE("999")}, "R-LIM-007", FIRES(NOPIN)},
    {"at-single", {NOPIN("1000"), SINGLE("1000")}, "R-LIM-007", SILENT},
    {"no-single", {NOPIN("1000"), SINGLE("")}, "R-LIM-007", SILENT},
    {"none", {NOPIN(""), SINGLE("100")}, "R-LIM-007", SILENT},
    {"enterprise", {QR}, "R-LIM-008", SILENT},
    {"enterprise", {SWIPE}, "R-LIM-009", SILENT},
};

static const RuleCase micro_cases[] = {
    {"micro-low", {SINGLE("99.99")}, "R-LIM-003", FIRES(SINGLE_CREDIT)},
    {"micro-enough", {SINGLE("100")}, "R-LIM-003", SILENT},
    {"day", {QR, DAY("1000.01")}, "R-LIM-008", FIRES(DAY_CREDIT)},
    {"day-at", {QR, DAY("1000")}, "R-LIM-008", SILENT},
    {"month", {QR, MONTH("10000.01")}, "R-LIM-008", FIRES(MONTH_CREDIT)},
    {"month-at", {QR, MONTH("10000")}, "R-LIM-008", SILENT},
    {"swipe", {SWIPE, DAY("5000")}, "R-LIM-008", SILENT},
    {"day", {SWIPE, DAY("1000.01")}, "R-LIM-009", FIRES(DAY_CREDIT)},
    {"month", {SWIPE, MONTH("10000.01")}, "R-LIM-009", FIRES(MONTH_CREDIT)},
    {"at", {SWIPE, DAY("1000"), MONTH("10000")}, "R-LIM-009", SILENT},
    {"qr", {QR, DAY("5000")}, "R-LIM-009", SILENT},
    {"debit", {SWIPE, {FIELD_LIMIT_LIMIT_DAY_DEBIT, "100000"}}, "R-LIM-009", SILENT},
};

static void
test_micro(gconstpointer what)
{
    rule_case_run(what, MERCHANT_MICRO, STAGE_APPROVE);
}

/* The order names the smaller scope and its amount. */
static void
test_order_params(void)
{
    g_autoptr(Arena) arena = arena_new();
    Application *app = sample_application(arena, MERCHANT_ENTERPRISE);

    sample_set(app, FIELD_LIMIT_LIMIT_DAY_CREDIT, -1, "10000");
    g_autoptr(GArray) findings = sample_run(app, NULL, STAGE_APPROVE);
    const Finding *finding = sample_find(findings, "R-LIM-002");
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->params[0].number, ==, FIELD_LIMIT_LIMIT_SINGLE_CREDIT);
    g_assert_cmpint(finding->params[1].number, ==, 2000000);
}

static void
test_clean(void)
{
    for (int kind = 0; kind < MERCHANT_KIND_COUNT; kind++) {
        g_autoptr(Arena) arena = arena_new();
        g_autoptr(GArray) findings =
            sample_run(sample_application(arena, (MerchantKind)kind), NULL, STAGE_APPROVE);
        g_autofree char *rules = sample_rules(findings, SEVERITY_WARNING);
        g_assert_null(strstr(rules, "R-LIM-"));
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    rule_case_add(enterprise_cases, G_N_ELEMENTS(enterprise_cases));
    for (gsize i = 0; i < G_N_ELEMENTS(micro_cases); i++) {
        g_autofree char *path =
            g_strdup_printf("/%s/micro-%s", micro_cases[i].rule, micro_cases[i].name);
        g_test_add_data_func(path, &micro_cases[i], test_micro);
    }
    g_test_add_func("/R-LIM-002/params", test_order_params);
    g_test_add_func("/R-LIM/clean", test_clean);
    return g_test_run();
}

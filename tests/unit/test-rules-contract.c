/* SPDX-License-Identifier: Apache-2.0 */
/* Contracts: for each rule a row that fires and the nearest that does not. Today is 2026-11-23. */
#include "rule_case.h"

#define FROM(text)                                                                                 \
    {                                                                                              \
        FIELD_CONTRACT_CONTRACT_FROM, text                                                         \
    }
#define TO(text)                                                                                   \
    {                                                                                              \
        FIELD_CONTRACT_CONTRACT_TO, text                                                           \
    }
#define CLAUSES(text)                                                                              \
    {                                                                                              \
        FIELD_CONTRACT_CLAUSES, text                                                               \
    }
#define SIGNED(text)                                                                               \
    {                                                                                              \
        FIELD_CONTRACT_SIGNED_BY, text                                                             \
    }
#define REGISTERED(text)                                                                           \
    {                                                                                              \
        FIELD_MERCHANT_REGISTER_NAME, text                                                         \
    }
#define NUMBER(text)                                                                               \
    {                                                                                              \
        FIELD_CONTRACT_CONTRACT_NO, text                                                           \
    }

#define FIRES(field) TRUE, FIELD_CONTRACT_##field
#define SILENT FALSE, FIELD_NONE

#define AGREED "card_kinds;txn_types;account;cycle;fee;errors"
#define DUTIES "genuine_trade;no_discrimination;proper_use;vouchers;no_surcharge"
#define FIRM "深圳市青山餐饮管理有限公司"

static const RuleCase enterprise_cases[] = {
    {"backwards", {FROM("2027-01-02"), TO("2027-01-01")}, "R-CON-001", FIRES(CONTRACT_TO)},
    {"one-day", {FROM("2027-01-01"), TO("2027-01-01")}, "R-CON-001", SILENT},
    {"yesterday", {TO("2026-11-22")}, "R-CON-002", FIRES(CONTRACT_TO)},
    {"today", {TO("2026-11-23")}, "R-CON-002", SILENT},
    {"no-end", {TO("长期")}, "R-CON-002", SILENT},
    {"tomorrow", {FROM("2026-11-24")}, "R-CON-003", FIRES(CONTRACT_FROM)},
    {"today", {FROM("2026-11-23")}, "R-CON-003", SILENT},
    {"not-yet-opened", {FROM("2026-11-24")}, "R-CON-004", SILENT},
    {"five-years", {TO("2031-11-01")}, "R-CON-005", FIRES(CONTRACT_TO)},
    {"five-years-less-a-day", {TO("2031-10-31")}, "R-CON-005", SILENT},
    {"no-end", {TO("长期")}, "R-CON-005", FIRES(CONTRACT_TO)},
    {"no-fee",
     {CLAUSES("card_kinds;txn_types;account;cycle;errors;" DUTIES)},
     "R-CON-006",
     FIRES(CLAUSES)},
    {"all", {CLAUSES(AGREED ";" DUTIES)}, "R-CON-006", SILENT},
    {"duties-missing", {CLAUSES(AGREED)}, "R-CON-006", SILENT},
    {"absent", {CLAUSES("")}, "R-CON-006", SILENT},
    {"duties-missing", {CLAUSES(AGREED)}, "R-CON-007", FIRES(CLAUSES)},
    {"duties-alone", {CLAUSES(DUTIES)}, "R-CON-007", SILENT},
    {"another-firm", {SIGNED("深圳市碧水餐饮管理有限公司")}, "R-CON-008", FIRES(SIGNED_BY)},
    {"legal-person-for-a-firm", {SIGNED("测试甲")}, "R-CON-008", FIRES(SIGNED_BY)},
    {"with-the-signer", {SIGNED(FIRM "、测试甲")}, "R-CON-008", SILENT},
    {"with-the-acquirer", {SIGNED("某某支付有限公司;" FIRM)}, "R-CON-008", SILENT},
    {"blank-between", {SIGNED("某某支付有限公司 " FIRM)}, "R-CON-008", SILENT},
    {"brackets",
     {SIGNED("青山（深圳）有限公司"), REGISTERED("青山(深圳)有限公司")},
     "R-CON-008",
     SILENT},
    {"blanks-inside-the-name",
     {SIGNED("EXAMPLE TRADING LTD"), REGISTERED("Example Trading Ltd")},
     "R-CON-008",
     SILENT},
    {"name-unknown", {SIGNED("测试甲"), REGISTERED("")}, "R-CON-008", SILENT},
    {"variant", {SIGNED("深圳市青山飯館"), REGISTERED("深圳市青山饭馆")}, "R-CON-008", SILENT},
    {"variant",
     {SIGNED("深圳市青山飯館"), REGISTERED("深圳市青山饭馆")},
     "R-CON-009",
     FIRES(SIGNED_BY)},
    {"equal", {SIGNED(FIRM)}, "R-CON-009", SILENT},
    {"another-firm", {SIGNED("深圳市碧水餐饮管理有限公司")}, "R-CON-009", SILENT},
    {"filler", {NUMBER("待定")}, "R-CON-010", FIRES(CONTRACT_NO)},
    {"zeros", {NUMBER("XY-000")}, "R-CON-010", FIRES(CONTRACT_NO)},
    {"number", {NUMBER("XY-001")}, "R-CON-010", SILENT},
};

static const RuleCase owner_cases[] = {
    {"owner-signs", {SIGNED("测试甲")}, "R-CON-008", SILENT},
    {"shop-signs", {SIGNED("南山区青山餐饮店")}, "R-CON-008", SILENT},
    {"somebody-else", {SIGNED("测试乙")}, "R-CON-008", FIRES(SIGNED_BY)},
};

static void
test_household(gconstpointer data)
{
    rule_case_run(data, MERCHANT_HOUSEHOLD, STAGE_APPROVE);
}

/* Once terminals are to be opened, a contract that begins tomorrow blocks. */
static void
test_opening(gconstpointer data)
{
    rule_case_run(data, MERCHANT_ENTERPRISE, STAGE_PROVISION);
}

static const RuleCase opening_cases[] = {
    {"tomorrow", {FROM("2026-11-24")}, "R-CON-004", FIRES(CONTRACT_FROM)},
    {"today", {FROM("2026-11-23")}, "R-CON-004", SILENT},
    {"hint-no-more", {FROM("2026-11-24")}, "R-CON-003", SILENT},
};

static guint
count_of(const GArray *findings, const char *rule)
{
    guint count = 0;

    for (guint i = 0; i < findings->len; i++)
        count += g_str_equal(g_array_index(findings, Finding, i).rule->id, rule) ? 1 : 0;
    return count;
}

static void
test_each_clause(void)
{
    g_autoptr(Arena) arena = arena_new();
    Application *app = sample_application(arena, MERCHANT_ENTERPRISE);

    sample_set(app, FIELD_CONTRACT_CLAUSES, -1, "cycle;vouchers");
    g_autoptr(GArray) findings = sample_run(app, NULL, STAGE_APPROVE);
    g_assert_cmpuint(count_of(findings, "R-CON-006"), ==, 5);
    g_assert_cmpuint(count_of(findings, "R-CON-007"), ==, 4);
    g_assert_cmpstr(rule_case_text(sample_find(findings, "R-CON-006"), "clause"), ==,
                    "clause.card_kinds");
    g_assert_cmpstr(rule_case_text(sample_find(findings, "R-CON-007"), "clause"), ==,
                    "clause.genuine_trade");
}

/* Dates that stand the wrong way round explain that the contract is over. */
static void
test_cause(void)
{
    g_autoptr(Arena) arena = arena_new();
    Application *app = sample_application(arena, MERCHANT_ENTERPRISE);

    sample_set(app, FIELD_CONTRACT_CONTRACT_TO, -1, "2019-10-31");
    g_autoptr(GArray) findings = sample_run(app, NULL, STAGE_APPROVE);
    const Finding *expired = sample_find(findings, "R-CON-002");
    g_assert_nonnull(expired);
    g_assert_cmpint(expired->cause, >=, 0);
    const Finding *cause = &g_array_index(findings, Finding, (guint)expired->cause);
    g_assert_cmpstr(cause->rule->id, ==, "R-CON-001");
}

static void
test_clean(void)
{
    for (int kind = 0; kind < MERCHANT_KIND_COUNT; kind++) {
        g_autoptr(Arena) arena = arena_new();
        g_autoptr(GArray) findings =
            sample_run(sample_application(arena, (MerchantKind)kind), NULL, STAGE_READY);
        g_autofree char *rules = sample_rules(findings, SEVERITY_INFO);
        g_assert_null(strstr(rules, "R-CON-"));
    }
}

static void
add_cases(const char *group, const RuleCase *cases, gsize count, GTestDataFunc test)
{
    for (gsize i = 0; i < count; i++) {
        g_autofree char *path = g_strdup_printf("/%s/%s/%s", group, cases[i].rule, cases[i].name);
        g_test_add_data_func(path, &cases[i], test);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    rule_case_add(enterprise_cases, G_N_ELEMENTS(enterprise_cases));
    add_cases("household", owner_cases, G_N_ELEMENTS(owner_cases), test_household);
    add_cases("opening", opening_cases, G_N_ELEMENTS(opening_cases), test_opening);
    g_test_add_func("/each-clause", test_each_clause);
    g_test_add_func("/cause", test_cause);
    g_test_add_func("/clean", test_clean);
    return g_test_run();
}

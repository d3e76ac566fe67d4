/* SPDX-License-Identifier: Apache-2.0 */
/* Settlement accounts: for each rule a row that fires and the nearest that does not. All numbers
 * are made up. */
#include "rule_case.h"

#define KIND(text)                                                                                 \
    {                                                                                              \
        FIELD_SETTLE_ACCOUNT_KIND, text                                                            \
    }
#define HOLDER(text)                                                                               \
    {                                                                                              \
        FIELD_SETTLE_ACCOUNT_NAME, text                                                            \
    }
#define ACCOUNT(text)                                                                              \
    {                                                                                              \
        FIELD_SETTLE_ACCOUNT_NO, text                                                              \
    }
#define BRANCH(text)                                                                               \
    {                                                                                              \
        FIELD_SETTLE_BANK_BRANCH_NO, text                                                          \
    }
#define BANK(text)                                                                                 \
    {                                                                                              \
        FIELD_SETTLE_BANK_NAME, text                                                               \
    }
#define PAYEE(text)                                                                                \
    {                                                                                              \
        FIELD_SETTLE_SETTLE_TO, text                                                               \
    }
#define SETTLER(text)                                                                              \
    {                                                                                              \
        FIELD_SETTLE_SETTLER_ID, text                                                              \
    }
#define AUTHORISED                                                                                 \
    {                                                                                              \
        FIELD_IMAGE_IMG_AUTHORISE, SHA                                                             \
    }
#define REGISTERED(text)                                                                           \
    {                                                                                              \
        FIELD_MERCHANT_REGISTER_NAME, text                                                         \
    }
#define OWNER(text)                                                                                \
    {                                                                                              \
        FIELD_PERSON_LEGAL_NAME, text                                                              \
    }
#define MOVED                                                                                      \
    {                                                                                              \
        FIELD_LICENCE_LICENCE_NO, "91110105MA5TE5T15G"                                             \
    }

#define FIRES(field) TRUE, FIELD_SETTLE_##field
#define SILENT FALSE, FIELD_NONE

#define SHA "4a78684cfa033d7f0291836d0f38a05bd354ddfb21f8dbe4f458298cb101374b"
#define FIRM "深圳市青山餐饮管理有限公司"
#define OTHER_FIRM "深圳市碧水餐饮管理有限公司"

static const RuleCase enterprise_cases[] = {
    {"private", {KIND("private"), HOLDER("测试甲")}, "R-BANK-001", FIRES(ACCOUNT_KIND)},
    {"private-with-authority",
     {KIND("private"), HOLDER("测试甲"), PAYEE("0"), AUTHORISED},
     "R-BANK-001",
     FIRES(ACCOUNT_KIND)},
    {"corporate", {KIND("corporate")}, "R-BANK-001", SILENT},
    {"corporate", {KIND("corporate")}, "R-BANK-002", SILENT},
    {"not-of-a-firm", {KIND("private"), HOLDER("测试乙")}, "R-BANK-003", SILENT},
    {"other-firm", {HOLDER(OTHER_FIRM)}, "R-BANK-004", FIRES(ACCOUNT_NAME)},
    {"legal-person", {HOLDER("测试甲")}, "R-BANK-004", FIRES(ACCOUNT_NAME)},
    {"other-firm-unsigned", {HOLDER(OTHER_FIRM), PAYEE("0")}, "R-BANK-004", FIRES(ACCOUNT_NAME)},
    {"paper-alone", {HOLDER(OTHER_FIRM), AUTHORISED}, "R-BANK-004", FIRES(ACCOUNT_NAME)},
    {"designated", {HOLDER(OTHER_FIRM), PAYEE("0"), AUTHORISED}, "R-BANK-004", SILENT},
    {"brackets",
     {REGISTERED("青山(深圳)餐饮有限公司"), HOLDER("青山（深圳） 餐饮有限公司")},
     "R-BANK-004",
     SILENT},
    {"variant", {HOLDER("深圳市青山餐飲管理有限公司")}, "R-BANK-005", SILENT},
    {"traditional",
     {REGISTERED("深圳市广东酒馆"), HOLDER("深圳市廣東酒館")},
     "R-BANK-005",
     FIRES(ACCOUNT_NAME)},
    {"traditional", {REGISTERED("深圳市广东酒馆"), HOLDER("深圳市廣東酒館")}, "R-BANK-004", SILENT},
    {"equal", {HOLDER(FIRM)}, "R-BANK-005", SILENT},
    {"designated", {HOLDER(OTHER_FIRM), PAYEE("0"), AUTHORISED}, "R-BANK-006", FIRES(ACCOUNT_NAME)},
    {"own-with-paper", {PAYEE("0"), AUTHORISED}, "R-BANK-006", SILENT},
    {"eleven", {BRANCH("10258400001")}, "R-BANK-007", FIRES(BANK_BRANCH_NO)},
    {"letter", {BRANCH("10258400001O")}, "R-BANK-007", FIRES(BANK_BRANCH_NO)},
    {"twelve", {BRANCH("102584000013")}, "R-BANK-007", SILENT},
    {"absent", {BRANCH("")}, "R-BANK-007", SILENT},
    {"last-digit", {BRANCH("102584000018")}, "R-BANK-008", FIRES(BANK_BRANCH_NO)},
    {"right", {BRANCH("102584000019")}, "R-BANK-008", SILENT},
    {"eleven", {BRANCH("10258400001")}, "R-BANK-008", SILENT},
    {"no-such-bank", {BRANCH("999584000018")}, "R-BANK-009", FIRES(BANK_BRANCH_NO)},
    {"known-bank", {BRANCH("103584000025")}, "R-BANK-009", SILENT},
    {"incomplete-list", {BRANCH("999584000018")}, "R-BANK-010", SILENT},
    {"other-bank", {BANK("中国农业银行深圳测试支行")}, "R-BANK-011", FIRES(BANK_BRANCH_NO)},
    {"short-name", {BANK("工行深圳测试支行")}, "R-BANK-011", SILENT},
    {"street-of-another", {BANK("中国工商银行深圳农行大厦支行")}, "R-BANK-011", SILENT},
    {"bank-not-known", {BANK("深圳前海测试银行")}, "R-BANK-011", SILENT},
    {"shared-code",
     {BRANCH("313584000019"), BANK("中国农业银行深圳测试支行")},
     "R-BANK-011",
     FIRES(BANK_BRANCH_NO)},
    {"shared-own", {BRANCH("313584000019"), BANK("北京银行深圳测试支行")}, "R-BANK-011", SILENT},
    {"beijing", {BRANCH("102100000013")}, "R-BANK-012", FIRES(BANK_BRANCH_NO)},
    {"licence-in-beijing", {BRANCH("102100000013"), MOVED}, "R-BANK-012", SILENT},
    {"city-not-known", {BRANCH("103584999911")}, "R-BANK-012", SILENT},
    {"shop-not-placed",
     {BRANCH("102100000013"), {FIELD_SHOP_SHOP_REGION, ""}},
     "R-BANK-012",
     SILENT},
    {"province", {BANK("中国工商银行北京市测试支行")}, "R-BANK-013", FIRES(BANK_NAME)},
    {"city", {BANK("中国工商银行股份有限公司杭州分行")}, "R-BANK-013", FIRES(BANK_NAME)},
    {"home", {BANK("中国工商银行股份有限公司深圳分行")}, "R-BANK-013", SILENT},
    {"bank-named-after-a-city", {BANK("北京银行深圳测试支行")}, "R-BANK-013", SILENT},
    {"street-named-after-a-city", {BANK("中国工商银行南京东路支行")}, "R-BANK-013", SILENT},
    {"no-place", {BANK("中国工商银行测试支行")}, "R-BANK-013", SILENT},
    {"licence-there", {BANK("中国工商银行北京市测试支行"), MOVED}, "R-BANK-013", SILENT},
    {"seven", {ACCOUNT("2982783")}, "R-BANK-015", FIRES(ACCOUNT_NO)},
    {"eight", {ACCOUNT("29827836")}, "R-BANK-015", SILENT},
    {"letters", {ACCOUNT("29827836164A855")}, "R-BANK-015", FIRES(ACCOUNT_NO)},
    {"iban", {ACCOUNT("GR1601101050000010547023795")}, "R-BANK-015", SILENT},
    {"iban", {ACCOUNT("GR1601101050000010547023795")}, "R-BANK-016", FIRES(ACCOUNT_NO)},
    {"iban-miscopied", {ACCOUNT("GR1601101050000010547023796")}, "R-BANK-016", SILENT},
    {"bic", {ACCOUNT("ICBKCNBJ")}, "R-BANK-016", FIRES(ACCOUNT_NO)},
    {"digits", {ACCOUNT("298278361644855")}, "R-BANK-016", SILENT},
    {"debit-card", {ACCOUNT("6228450000000000006")}, "R-BANK-024", FIRES(ACCOUNT_NO)},
    {"luhn-fails", {ACCOUNT("6228450000000000007")}, "R-BANK-024", SILENT},
    {"d0", {{FIELD_SETTLE_CYCLE, "D0"}}, "R-BANK-025", FIRES(CYCLE)},
    {"d1", {{FIELD_SETTLE_CYCLE, "D1"}}, "R-BANK-025", SILENT},
    {"id-wrong", {SETTLER("440305198503152418")}, "R-BANK-026", FIRES(SETTLER_ID)},
    {"id-lower-case", {SETTLER("11010519491231002x 2015-03-01")}, "R-BANK-026", SILENT},
    {"unit", {SETTLER("12440305MB2TE5T3XH")}, "R-BANK-026", SILENT},
    {"passport", {SETTLER("E12345678 2020-01-01 2030-01-01")}, "R-BANK-026", SILENT},
    {"corporate", {SETTLER("440305199001010018")}, "R-BANK-027", SILENT},
    {"ended-yesterday",
     {SETTLER("440305198503152417 2016-11-22 2026-11-22")},
     "R-BANK-028",
     FIRES(SETTLER_ID)},
    {"ends-today", {SETTLER("440305198503152417 2016-11-23 2026-11-23")}, "R-BANK-028", SILENT},
    {"no-end", {SETTLER("440305198503152417 2016-11-22 长期")}, "R-BANK-028", SILENT},
    {"credit", {KIND("corporate")}, "R-BANK-029", SILENT},
    {"unit-qr", {{FIELD_FUNC_TXN_TYPES, "sale;qr"}}, "R-BANK-030", SILENT},
};

static const RuleCase household_cases[] = {
    {"own-card", {KIND("private")}, "R-BANK-001", SILENT},
    {"other-person", {HOLDER("测试乙")}, "R-BANK-003", FIRES(ACCOUNT_NAME)},
    {"other-with-authority",
     {HOLDER("测试乙"), PAYEE("0"), AUTHORISED},
     "R-BANK-003",
     FIRES(ACCOUNT_NAME)},
    {"blank-inside", {HOLDER("测试 甲")}, "R-BANK-003", SILENT},
    {"variant", {OWNER("陈测试"), HOLDER("陳测试")}, "R-BANK-003", SILENT},
    {"variant", {OWNER("陈测试"), HOLDER("陳测试")}, "R-BANK-005", FIRES(ACCOUNT_NAME)},
    {"corporate-of-another",
     {KIND("corporate"), HOLDER("南山区碧水餐饮店")},
     "R-BANK-004",
     FIRES(ACCOUNT_NAME)},
    {"corporate-of-another-authorised",
     {KIND("corporate"), HOLDER("南山区碧水餐饮店"), PAYEE("0"), AUTHORISED},
     "R-BANK-004",
     FIRES(ACCOUNT_NAME)},
    {"corporate-own", {KIND("corporate"), HOLDER("南山区青山餐饮店")}, "R-BANK-004", SILENT},
    {"corporate", {KIND("corporate"), HOLDER("南山区青山餐饮店")}, "R-BANK-002", SILENT},
    {"owner-elsewhere",
     {BRANCH("103290000011"), {FIELD_PERSON_LEGAL_ID_NO, "310101198503152417"}},
     "R-BANK-012",
     FIRES(BANK_BRANCH_NO)},
    {"twelve", {ACCOUNT("622848040256")}, "R-BANK-014", FIRES(ACCOUNT_NO)},
    {"twenty", {ACCOUNT("62284804025648912300")}, "R-BANK-014", FIRES(ACCOUNT_NO)},
    {"letter", {ACCOUNT("622848040256489123O")}, "R-BANK-014", FIRES(ACCOUNT_NO)},
    {"thirteen", {ACCOUNT("4222222222222")}, "R-BANK-014", SILENT},
    {"not-a-corporate-account", {ACCOUNT("622848040256")}, "R-BANK-015", SILENT},
    {"prefix-5", {ACCOUNT("5200000000000008")}, "R-BANK-017", FIRES(ACCOUNT_NO)},
    {"prefix-5-right", {ACCOUNT("5200000000000007")}, "R-BANK-017", SILENT},
    {"prefix-6", {ACCOUNT("6228480402564891231")}, "R-BANK-017", SILENT},
    {"prefix-6", {ACCOUNT("6228480402564891231")}, "R-BANK-018", FIRES(ACCOUNT_NO)},
    {"right", {ACCOUNT("6228480402564891230")}, "R-BANK-018", SILENT},
    {"prefix-5", {ACCOUNT("5200000000000008")}, "R-BANK-018", SILENT},
    {"credit", {ACCOUNT("6225750000000006")}, "R-BANK-019", FIRES(ACCOUNT_NO)},
    {"debit", {ACCOUNT("6228450000000000006")}, "R-BANK-019", SILENT},
    {"not-known", {ACCOUNT("6299990000000000004")}, "R-BANK-019", SILENT},
    {"not-known", {ACCOUNT("6299990000000000004")}, "R-BANK-020", FIRES(ACCOUNT_NO)},
    {"known", {ACCOUNT("6228450000000000006")}, "R-BANK-020", SILENT},
    {"incomplete-list", {ACCOUNT("6299990000000000004")}, "R-BANK-021", SILENT},
    {"sixteen-of-nineteen", {ACCOUNT("6228450000000000")}, "R-BANK-022", FIRES(ACCOUNT_NO)},
    {"nineteen", {ACCOUNT("6228450000000000006")}, "R-BANK-022", SILENT},
    {"other-bank", {ACCOUNT("6222600000000000008")}, "R-BANK-023", FIRES(BANK_BRANCH_NO)},
    {"same-bank", {ACCOUNT("6228450000000000006")}, "R-BANK-023", SILENT},
    {"shared-code", {BRANCH("313584000019")}, "R-BANK-023", SILENT},
    {"card-is-one", {ACCOUNT("6228450000000000006")}, "R-BANK-024", SILENT},
    {"other-number", {SETTLER("440305199001010018")}, "R-BANK-027", FIRES(SETTLER_ID)},
    {"own-number", {SETTLER("440305198503152417 2015-03-01 2035-03-01")}, "R-BANK-027", SILENT},
    {"other-holder", {HOLDER("测试乙"), SETTLER("440305199001010018")}, "R-BANK-027", SILENT},
    {"credit", {KIND("private")}, "R-BANK-029", TRUE, FIELD_FUNC_CARD_KINDS},
    {"debit-alone", {{FIELD_FUNC_CARD_KINDS, "debit"}}, "R-BANK-029", SILENT},
    {"qr", {{FIELD_FUNC_TXN_TYPES, "sale;qr"}}, "R-BANK-030", TRUE, FIELD_FUNC_TXN_TYPES},
    {"no-qr", {{FIELD_FUNC_TXN_TYPES, "sale;void"}}, "R-BANK-030", SILENT},
};

static const RuleCase micro_cases[] = {
    {"corporate", {KIND("corporate")}, "R-BANK-002", FIRES(ACCOUNT_KIND)},
    {"private", {KIND("private")}, "R-BANK-002", SILENT},
    {"corporate-of-a-firm", {KIND("corporate"), HOLDER(FIRM)}, "R-BANK-003", FIRES(ACCOUNT_NAME)},
    {"corporate-own-name", {KIND("corporate")}, "R-BANK-003", SILENT},
    {"corporate-of-a-firm", {KIND("corporate"), HOLDER(FIRM)}, "R-BANK-004", SILENT},
    {"other-person", {HOLDER("测试乙")}, "R-BANK-003", FIRES(ACCOUNT_NAME)},
    {"owner-from-there",
     {BRANCH("103290000011"), {FIELD_PERSON_LEGAL_ID_NO, "310101198503152417"}},
     "R-BANK-012",
     SILENT},
};

static const RuleCase institution_cases[] = {
    {"private", {KIND("private"), HOLDER("测试甲")}, "R-BANK-001", FIRES(ACCOUNT_KIND)},
    {"other", {HOLDER("深圳市碧水医院")}, "R-BANK-004", FIRES(ACCOUNT_NAME)},
    {"own", {HOLDER("深圳市青山医院")}, "R-BANK-004", SILENT},
};

static void
test_household(gconstpointer what)
{
    rule_case_run(what, MERCHANT_HOUSEHOLD, STAGE_APPROVE);
}

static void
test_micro(gconstpointer what)
{
    rule_case_run(what, MERCHANT_MICRO, STAGE_APPROVE);
}

static void
test_institution(gconstpointer what)
{
    rule_case_run(what, MERCHANT_INSTITUTION, STAGE_APPROVE);
}

static void
add_cases(const char *kind, const RuleCase *cases, gsize count, GTestDataFunc test)
{
    for (gsize i = 0; i < count; i++) {
        g_autofree char *path = g_strdup_printf("/%s/%s-%s", cases[i].rule, kind, cases[i].name);
        g_test_add_data_func(path, &cases[i], test);
    }
}

/* Over a catalogue that is empty and says that it is complete. */
static void
test_complete(gconstpointer rule)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Catalogue) empty = catalogue_new();
    g_autoptr(GError) error = NULL;
    RuleContext context = {.app = sample_application(arena, MERCHANT_HOUSEHOLD)};
    g_autoptr(GArray) findings = g_array_new(FALSE, TRUE, sizeof(Finding));

    empty->files[CATALOGUE_BANKS].complete = empty->files[CATALOGUE_BINS].complete = TRUE;
    g_assert_true(civil_parse(SAMPLE_TODAY, strlen(SAMPLE_TODAY), &context.today));
    g_autoptr(RuleSet) set = rule_set_new(sample_pack(), empty, &error);
    g_assert_no_error(error);
    rule_set_run(set, &context, findings);
    g_assert_nonnull(sample_find(findings, rule));
    g_assert_null(sample_find(findings, "R-BANK-009"));
    g_assert_null(sample_find(findings, "R-BANK-020"));
}

/* The message names the kind of card that was given. */
static void
test_card_kind(void)
{
    g_autoptr(Arena) arena = arena_new();
    Application *app = sample_application(arena, MERCHANT_HOUSEHOLD);

    sample_set(app, FIELD_SETTLE_ACCOUNT_NO, -1, "6225750000000006");
    g_autoptr(GArray) findings = sample_run(app, NULL, STAGE_APPROVE);
    const Finding *finding = sample_find(findings, "R-BANK-019");
    g_assert_nonnull(finding);
    g_assert_cmpstr(rule_case_text(finding, "kind"), ==, "card.credit");
    g_assert_cmpstr(finding->masked, !=, "6225750000000006");
}

/* The numbers of the clean samples: nothing of this file is worse than information. */
static void
test_clean(void)
{
    for (int kind = 0; kind < MERCHANT_KIND_COUNT; kind++) {
        g_autoptr(Arena) arena = arena_new();
        g_autoptr(GArray) findings =
            sample_run(sample_application(arena, (MerchantKind)kind), NULL, STAGE_APPROVE);
        g_autofree char *rules = sample_rules(findings, SEVERITY_WARNING);
        g_assert_null(strstr(rules, "R-BANK-"));
    }
}

#define ADD_CASES(kind, test) add_cases(#kind, kind##_cases, G_N_ELEMENTS(kind##_cases), test)

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD_CASES(enterprise, rule_case_test);
    ADD_CASES(household, test_household);
    ADD_CASES(micro, test_micro);
    ADD_CASES(institution, test_institution);
    g_test_add_data_func("/R-BANK-010/complete-list", "R-BANK-010", test_complete);
    g_test_add_data_func("/R-BANK-021/complete-list", "R-BANK-021", test_complete);
    g_test_add_func("/R-BANK-019/kind", test_card_kind);
    g_test_add_func("/R-BANK/clean", test_clean);
    return g_test_run();
}

/* SPDX-License-Identifier: Apache-2.0 */
/* MCC and fees: for each rule a row that fires and the nearest that does not. Today is 2026-11-23.
 */
#include "rule_case.h"

#include "codec/pack_json.h"
#include "codec/resource.h"

#define MCC(text)                                                                                  \
    {                                                                                              \
        FIELD_MERCHANT_MCC, text                                                                   \
    }
#define CLASS(text)                                                                                \
    {                                                                                              \
        FIELD_MERCHANT_FEE_CLASS, text                                                             \
    }
#define DEBIT(text)                                                                                \
    {                                                                                              \
        FIELD_FEE_DEBIT_RATE, text                                                                 \
    }
#define CAP(text)                                                                                  \
    {                                                                                              \
        FIELD_FEE_DEBIT_CAP, text                                                                  \
    }
#define CREDIT(text)                                                                               \
    {                                                                                              \
        FIELD_FEE_CREDIT_RATE, text                                                                \
    }
#define SINCE(text)                                                                                \
    {                                                                                              \
        FIELD_FEE_FEE_FROM, text                                                                   \
    }
#define AGREED(text)                                                                               \
    {                                                                                              \
        FIELD_CONTRACT_FEE_IN_CONTRACT, text                                                       \
    }

#define FIRES(field) TRUE, FIELD_FEE_##field
#define SILENT FALSE, FIELD_NONE

static const RuleCase cases[] = {
    {"a-letter", {MCC("58A2")}, "R-FEE-001", TRUE, FIELD_MERCHANT_MCC},
    {"zeros", {MCC("0000")}, "R-FEE-001", TRUE, FIELD_MERCHANT_MCC},
    {"four-digits", {MCC("5812")}, "R-FEE-001", SILENT},
    {"not-in-the-list", {MCC("3999")}, "R-FEE-002", TRUE, FIELD_MERCHANT_MCC},
    {"in-the-list", {MCC("5812")}, "R-FEE-002", SILENT},
    {"bad-form", {MCC("58A2")}, "R-FEE-002", SILENT},
    {"incomplete-list", {MCC("3999")}, "R-FEE-003", SILENT},
    {"preferential-unlisted", {CLASS("preferential")}, "R-FEE-004", TRUE, FIELD_MERCHANT_FEE_CLASS},
    {"preferential-listed", {CLASS("preferential"), MCC("5411")}, "R-FEE-004", SILENT},
    {"exempt-of-preferential",
     {CLASS("exempt"), MCC("5411")},
     "R-FEE-004",
     TRUE,
     FIELD_MERCHANT_FEE_CLASS},
    {"exempt-listed", {CLASS("exempt"), MCC("8062")}, "R-FEE-004", SILENT},
    {"standard-of-preferential", {CLASS("standard"), MCC("5411")}, "R-FEE-004", SILENT},
    {"standard-of-exempt", {CLASS("standard"), MCC("8062")}, "R-FEE-004", SILENT},
    {"special", {CLASS("exempt"), MCC("9311")}, "R-FEE-004", SILENT},
    {"enterprise", {CLASS("exempt"), MCC("8062")}, "R-FEE-005", SILENT},
    {"tax", {MCC("9311")}, "R-FEE-006", TRUE, FIELD_MERCHANT_MCC},
    {"restaurant", {MCC("5812")}, "R-FEE-006", SILENT},
    {"exempt", {CLASS("exempt"), MCC("8062")}, "R-FEE-007", FIRES(DEBIT_RATE)},
    {"exempt-free", {CLASS("exempt"), DEBIT("0"), CREDIT("0")}, "R-FEE-007", SILENT},
    {"standard", {CLASS("standard")}, "R-FEE-007", SILENT},
    {"standard-free", {CREDIT("0")}, "R-FEE-008", FIRES(CREDIT_RATE)},
    {"preferential-free",
     {CLASS("preferential"), MCC("5411"), DEBIT("0")},
     "R-FEE-008",
     FIRES(DEBIT_RATE)},
    {"exempt-free", {CLASS("exempt"), MCC("8062"), CREDIT("0")}, "R-FEE-008", SILENT},
    {"special-free", {MCC("9311"), CREDIT("0")}, "R-FEE-008", SILENT},
    {"qr-free", {{FIELD_FEE_QR_RATE, "0"}}, "R-FEE-008", SILENT},
    {"rate", {DEBIT("-0.50")}, "R-FEE-010", FIRES(DEBIT_RATE)},
    {"deposit", {{FIELD_FEE_DEPOSIT, "-100"}}, "R-FEE-010", FIRES(DEPOSIT)},
    {"zero-deposit", {{FIELD_FEE_DEPOSIT, "0"}}, "R-FEE-010", SILENT},
    {"sixty", {CREDIT("60")}, "R-FEE-011", FIRES(CREDIT_RATE)},
    {"three", {DEBIT("3")}, "R-FEE-011", FIRES(DEBIT_RATE)},
    {"below-three", {DEBIT("2.99")}, "R-FEE-011", SILENT},
    {"foreign-three", {{FIELD_FEE_FOREIGN_RATE, "3"}}, "R-FEE-011", SILENT},
    {"foreign-ten", {{FIELD_FEE_FOREIGN_RATE, "10"}}, "R-FEE-011", FIRES(FOREIGN_RATE)},
    {"qr", {{FIELD_FEE_QR_RATE, "38"}}, "R-FEE-011", FIRES(QR_RATE)},
    {"fraction", {CREDIT("0.006")}, "R-FEE-012", FIRES(CREDIT_RATE)},
    {"contactless", {{FIELD_FEE_CONTACTLESS_RATE, "0.0038"}}, "R-FEE-012", FIRES(CONTACTLESS_RATE)},
    {"five-in-ten-thousand", {CREDIT("0.05")}, "R-FEE-012", SILENT},
    {"zero", {CREDIT("0")}, "R-FEE-012", SILENT},
    {"fen", {CAP("2000")}, "R-FEE-013", FIRES(DEBIT_CAP)},
    {"yuan", {CAP("500")}, "R-FEE-013", SILENT},
    {"credit", {CREDIT("0.30")}, "R-FEE-014", FIRES(CREDIT_RATE)},
    {"credit-just-below", {CREDIT("0.482499")}, "R-FEE-014", FIRES(CREDIT_RATE)},
    {"credit-at-cost", {CREDIT("0.4825")}, "R-FEE-014", SILENT},
    {"debit-just-below", {DEBIT("0.382499")}, "R-FEE-014", FIRES(DEBIT_RATE)},
    {"debit-at-cost", {DEBIT("0.3825")}, "R-FEE-014", SILENT},
    {"preferential",
     {MCC("5411"), CLASS("preferential"), CREDIT("0.376349")},
     "R-FEE-014",
     FIRES(CREDIT_RATE)},
    {"preferential-at-cost",
     {MCC("5411"), CLASS("preferential"), CREDIT("0.37635")},
     "R-FEE-014",
     SILENT},
    {"preferential-debit",
     {MCC("5411"), CLASS("preferential"), DEBIT("0.29835")},
     "R-FEE-014",
     SILENT},
    {"exempt", {MCC("8062"), CLASS("exempt"), CREDIT("0"), DEBIT("0")}, "R-FEE-014", SILENT},
    {"wrong-unit", {CREDIT("0.006")}, "R-FEE-014", SILENT},
    {"zero", {CREDIT("0")}, "R-FEE-014", SILENT},
    {"no-row", {{FIELD_FEE_QR_RATE, "0.10"}}, "R-FEE-014", SILENT},
    {"before-the-law", {CREDIT("0.30"), SINCE("2016-09-05")}, "R-FEE-014", SILENT},
    {"from-the-law-on", {CREDIT("0.30"), SINCE("2016-09-06")}, "R-FEE-014", FIRES(CREDIT_RATE)},
    {"dear", {CREDIT("0.78")}, "R-FEE-015", FIRES(CREDIT_RATE)},
    {"cheap", {CREDIT("0.50")}, "R-FEE-015", FIRES(CREDIT_RATE)},
    {"low-end", {CREDIT("0.51")}, "R-FEE-015", SILENT},
    {"high-end", {CREDIT("0.72")}, "R-FEE-015", SILENT},
    {"below-cost", {CREDIT("0.30")}, "R-FEE-015", SILENT},
    {"wrong-unit", {CREDIT("60")}, "R-FEE-015", SILENT},
    {"no-row-for-debit", {DEBIT("1.25")}, "R-FEE-015", SILENT},
    {"no-row-for-preferential",
     {MCC("5411"), CLASS("preferential"), CREDIT("0.78")},
     "R-FEE-015",
     SILENT},
    {"zero", {CAP("0")}, "R-FEE-016", FIRES(DEBIT_CAP)},
    {"some", {CAP("20")}, "R-FEE-016", SILENT},
    {"exempt", {MCC("8062"), CLASS("exempt"), CAP("0")}, "R-FEE-016", SILENT},
    {"below", {CAP("16.24")}, "R-FEE-017", FIRES(DEBIT_CAP)},
    {"at-cost", {CAP("16.25")}, "R-FEE-017", SILENT},
    {"preferential-below",
     {MCC("5411"), CLASS("preferential"), CAP("12.67")},
     "R-FEE-017",
     FIRES(DEBIT_CAP)},
    {"preferential-at-cost",
     {MCC("5411"), CLASS("preferential"), CAP("12.68")},
     "R-FEE-017",
     SILENT},
    {"none", {CAP("0")}, "R-FEE-017", SILENT},
    {"no-row", {CAP("26")}, "R-FEE-018", SILENT},
    {"annual-high", {{FIELD_FEE_ANNUAL_FEE, "2000.01"}}, "R-FEE-019", FIRES(ANNUAL_FEE)},
    {"annual", {{FIELD_FEE_ANNUAL_FEE, "2000"}}, "R-FEE-019", SILENT},
    {"data-high", {{FIELD_FEE_DATA_FEE, "501"}}, "R-FEE-019", FIRES(DATA_FEE)},
    {"deposit", {{FIELD_FEE_DEPOSIT, "501"}}, "R-FEE-019", SILENT},
    {"day-after", {SINCE("2026-12-02")}, "R-FEE-020", FIRES(FEE_FROM)},
    {"same-day", {SINCE("2026-12-01")}, "R-FEE-020", SILENT},
    {"no-plan", {SINCE("2026-12-02"), {FIELD_DEVICE_INSTALL_DATE, ""}}, "R-FEE-020", SILENT},
    {"d0", {{FIELD_SETTLE_CYCLE, "D0"}}, "R-FEE-021", FIRES(D0_FEE)},
    {"d0-free", {{FIELD_SETTLE_CYCLE, "D0"}, {FIELD_FEE_D0_FEE, "0"}}, "R-FEE-021", SILENT},
    {"t1", {{FIELD_SETTLE_CYCLE, "T1"}}, "R-FEE-021", SILENT},
    {"one-rate", {AGREED("0.50")}, "R-FEE-022", TRUE, FIELD_CONTRACT_FEE_IN_CONTRACT},
    {"words", {AGREED("按协议/0.60")}, "R-FEE-022", TRUE, FIELD_CONTRACT_FEE_IN_CONTRACT},
    {"signs", {AGREED("0.50%/0.60%")}, "R-FEE-022", SILENT},
    {"full-width", {AGREED("０.５０％／０.６０％")}, "R-FEE-022", SILENT},
    {"credit", {AGREED("0.50/0.78")}, "R-FEE-023", TRUE, FIELD_CONTRACT_FEE_IN_CONTRACT},
    {"debit", {AGREED("0.55/0.60")}, "R-FEE-023", TRUE, FIELD_CONTRACT_FEE_IN_CONTRACT},
    {"swapped", {AGREED("0.60/0.50")}, "R-FEE-023", TRUE, FIELD_CONTRACT_FEE_IN_CONTRACT},
    {"zeros", {AGREED("0.5/0.600")}, "R-FEE-023", SILENT},
    {"signs", {AGREED("0.50%/0.60%")}, "R-FEE-023", SILENT},
    {"rate-missing", {AGREED("0.50/0.60"), CREDIT("")}, "R-FEE-023", SILENT},
    {"no-contract", {AGREED("")}, "R-FEE-023", SILENT},
};

/* G24: the trade of one person is for profit. */
static void
test_exempt_kind(gconstpointer kind)
{
    const RuleCase what = {
        "exempt", {CLASS("exempt"), MCC("8062")}, "R-FEE-005", TRUE, FIELD_MERCHANT_FEE_CLASS};

    rule_case_run(&what, (MerchantKind)GPOINTER_TO_INT(kind), STAGE_APPROVE);
}

/* The built-in pack, to which a test adds fee rows. */
static RulePack *
own_pack(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = resource_builtin("rulepack.json", &error);

    g_assert_no_error(error);
    RulePack *pack = pack_from_json(bytes, NULL, &error);
    g_assert_no_error(error);
    return pack;
}

static GArray *
run_over(const RulePack *pack, const Catalogue *catalogue, const Application *app)
{
    g_autoptr(GError) error = NULL;
    RuleContext context = {.app = app};
    GArray *findings = g_array_new(FALSE, TRUE, sizeof(Finding));

    g_assert_true(civil_parse(SAMPLE_TODAY, strlen(SAMPLE_TODAY), &context.today));
    g_autoptr(RuleSet) set = rule_set_new(pack, catalogue, &error);
    g_assert_no_error(error);
    rule_set_run(set, &context, findings);
    return findings;
}

static void
test_complete(void)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Catalogue) empty = catalogue_new();

    empty->files[CATALOGUE_MCC].complete = TRUE;
    g_autoptr(GArray) findings =
        run_over(sample_pack(), empty, sample_application(arena, MERCHANT_ENTERPRISE));
    g_assert_nonnull(sample_find(findings, "R-FEE-003"));
    g_assert_null(sample_find(findings, "R-FEE-002"));
}

static const FeeRow small_tickets = {
    .product = "contactless",
    .fee_class = "standard",
    .kind = "floor",
    .rate_low = 200000,
    .rate_high = -1,
    .cap_low = -1,
    .cap_high = -1,
    .amount_low = 50000,
    .amount_high = 100000,
    .to = CIVIL_LONG_TERM,
};

/* A row about tickets from 500 yuan on speaks only where the no-PIN limit lets in such tickets. */
static void
test_ticket(void)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(RulePack) pack = own_pack();
    Application *app = sample_application(arena, MERCHANT_ENTERPRISE);

    g_array_append_val(pack->fee_rows, small_tickets);
    sample_set(app, FIELD_FEE_CONTACTLESS_RATE, -1, "0.19");
    sample_set(app, FIELD_LIMIT_LIMIT_NOPIN, -1, "500");
    g_autoptr(GArray) reached = run_over(pack, sample_catalogue(), app);
    const Finding *finding = sample_find(reached, "R-FEE-014");
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->field, ==, FIELD_FEE_CONTACTLESS_RATE);
    sample_set(app, FIELD_LIMIT_LIMIT_NOPIN, -1, "499.99");
    g_autoptr(GArray) beyond = run_over(pack, sample_catalogue(), app);
    g_assert_null(sample_find(beyond, "R-FEE-014"));
}

static const FeeRow caps = {
    .product = "debit",
    .fee_class = "standard",
    .kind = "band",
    .rate_low = -1,
    .rate_high = -1,
    .cap_low = 1800,
    .cap_high = 2500,
    .amount_low = -1,
    .amount_high = -1,
    .to = CIVIL_LONG_TERM,
};

static void
test_cap_band(void)
{
    static const struct {
        const char *cap;
        gboolean fires;
    } rows[] = {{"17.99", TRUE}, {"18", FALSE},   {"25", FALSE},
                {"25.01", TRUE}, {"2000", FALSE}, {"10", FALSE}};
    g_autoptr(RulePack) pack = own_pack();

    g_array_append_val(pack->fee_rows, caps);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(Arena) arena = arena_new();
        Application *app = sample_application(arena, MERCHANT_ENTERPRISE);
        sample_set(app, FIELD_FEE_DEBIT_CAP, -1, rows[i].cap);
        g_autoptr(GArray) findings = run_over(pack, sample_catalogue(), app);
        g_assert_cmpint(sample_find(findings, "R-FEE-018") != NULL, ==, rows[i].fires);
    }
}

/* What a rule of units calls impossible, the rules of cost and market leave alone: same figures. */
static void
test_parameters(void)
{
    static const struct {
        const char *rule, *parameter, *same_as;
    } rows[] = {
        {"R-FEE-014", "least", "R-FEE-012"},        {"R-FEE-015", "least", "R-FEE-012"},
        {"R-FEE-014", "most", "R-FEE-011"},         {"R-FEE-015", "most", "R-FEE-011"},
        {"R-FEE-014", "most_foreign", "R-FEE-011"}, {"R-FEE-015", "most_foreign", "R-FEE-011"},
        {"R-FEE-018", "most", "R-FEE-013"},
    };

    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        const RuleEntry *one = pack_find_rule(sample_pack(), rows[i].rule);
        const RuleEntry *other = pack_find_rule(sample_pack(), rows[i].same_as);
        g_assert_cmpint(pack_parameter(one, rows[i].parameter)->number, ==,
                        pack_parameter(other, rows[i].parameter)->number);
    }
}

/* Both rates differ: two findings, told apart by the kind of card. */
static void
test_both_rates(void)
{
    g_autoptr(Arena) arena = arena_new();
    Application *app = sample_application(arena, MERCHANT_ENTERPRISE);
    guint found = 0;

    sample_set(app, FIELD_CONTRACT_FEE_IN_CONTRACT, -1, "0.60/0.50");
    g_autoptr(GArray) findings = sample_run(app, NULL, STAGE_APPROVE);
    for (guint i = 0; i < findings->len; i++) {
        const Finding *finding = &g_array_index(findings, Finding, i);
        if (!g_str_equal(finding->rule->id, "R-FEE-023"))
            continue;
        g_assert_cmpstr(rule_case_text(finding, "kind"), ==,
                        found++ == 0 ? "card.debit" : "card.credit");
    }
    g_assert_cmpuint(found, ==, 2);
}

static void
test_clean(void)
{
    for (int kind = 0; kind < MERCHANT_KIND_COUNT; kind++) {
        g_autoptr(Arena) arena = arena_new();
        g_autoptr(GArray) findings =
            sample_run(sample_application(arena, (MerchantKind)kind), NULL, STAGE_APPROVE);
        g_autofree char *rules = sample_rules(findings, SEVERITY_WARNING);
        g_assert_null(strstr(rules, "R-FEE-"));
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    rule_case_add(cases, G_N_ELEMENTS(cases));
    g_test_add_data_func("/R-FEE-005/household", GINT_TO_POINTER(MERCHANT_HOUSEHOLD),
                         test_exempt_kind);
    g_test_add_data_func("/R-FEE-005/micro", GINT_TO_POINTER(MERCHANT_MICRO), test_exempt_kind);
    g_test_add_func("/R-FEE-003/complete-list", test_complete);
    g_test_add_func("/R-FEE-014/ticket", test_ticket);
    g_test_add_func("/R-FEE-018/band", test_cap_band);
    g_test_add_func("/R-FEE-023/both", test_both_rates);
    g_test_add_func("/R-FEE/parameters-agree", test_parameters);
    g_test_add_func("/R-FEE/clean", test_clean);
    return g_test_run();
}

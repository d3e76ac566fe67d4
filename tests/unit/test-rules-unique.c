/* SPDX-License-Identifier: Apache-2.0 */
/* Repeats: for each rule a row that fires and the nearest that does not. The first record stands in
 * line 7. */
#include "rule_case.h"

typedef struct {
    const char *name;
    const char *kind; /* of the application */
    Repeat repeats[2];
    guint count;
    const char *rule;
    FieldId field; /* FIELD_NONE = the rule is silent */
} RepeatCase;

#define ELSEWHERE(kind, device)                                                                    \
    {                                                                                              \
        kind, device, "first.csv", 7, FALSE                                                        \
    }
#define INSIDE(kind, device)                                                                       \
    {                                                                                              \
        kind, device, "sample.csv", 2, TRUE                                                        \
    }
#define SILENT FIELD_NONE

static const RepeatCase cases[] = {
    {"ref", "new", {ELSEWHERE(REPEAT_REF, -1)}, 1, "R-UNI-001", FIELD_APPLICATION_EXTERNAL_REF},
    {"ref-of-a-change",
     "change_fee",
     {ELSEWHERE(REPEAT_REF, -1)},
     1,
     "R-UNI-001",
     FIELD_APPLICATION_EXTERNAL_REF},
    {"shop", "new", {ELSEWHERE(REPEAT_SHOP, -1)}, 1, "R-UNI-001", SILENT},
    {"elsewhere", "new", {ELSEWHERE(REPEAT_TUSN, 0)}, 1, "R-UNI-002", FIELD_DEVICE_TUSN},
    {"inside", "new", {INSIDE(REPEAT_TUSN, 1)}, 1, "R-UNI-002", SILENT},
    {"moved", "move_terminal", {ELSEWHERE(REPEAT_TUSN, 0)}, 1, "R-UNI-002", SILENT},
    {"swapped", "swap_terminal", {ELSEWHERE(REPEAT_TUSN, 0)}, 1, "R-UNI-002", FIELD_DEVICE_TUSN},
    {"inside", "new", {INSIDE(REPEAT_TUSN, 1)}, 1, "R-UNI-003", FIELD_DEVICE_TUSN},
    {"inside-of-a-move",
     "move_terminal",
     {INSIDE(REPEAT_TUSN, 1)},
     1,
     "R-UNI-003",
     FIELD_DEVICE_TUSN},
    {"elsewhere", "new", {ELSEWHERE(REPEAT_TUSN, 0)}, 1, "R-UNI-003", SILENT},
    {"inside", "new", {INSIDE(REPEAT_TERMINAL_NO, 1)}, 1, "R-UNI-004", FIELD_DEVICE_TERMINAL_NO},
    {"elsewhere", "new", {ELSEWHERE(REPEAT_TERMINAL_NO, 0)}, 1, "R-UNI-004", SILENT},
    {"elsewhere",
     "new",
     {ELSEWHERE(REPEAT_TERMINAL_NO, 0)},
     1,
     "R-UNI-005",
     FIELD_DEVICE_TERMINAL_NO},
    {"swapped", "swap_terminal", {ELSEWHERE(REPEAT_TERMINAL_NO, 0)}, 1, "R-UNI-005", SILENT},
    {"contract",
     "new",
     {ELSEWHERE(REPEAT_CONTRACT_NO, -1)},
     1,
     "R-UNI-006",
     FIELD_CONTRACT_CONTRACT_NO},
    {"contract-goes-on",
     "add_terminal",
     {ELSEWHERE(REPEAT_CONTRACT_NO, -1)},
     1,
     "R-UNI-006",
     SILENT},
    {"account", "new", {ELSEWHERE(REPEAT_ACCOUNT, -1)}, 1, "R-UNI-007", FIELD_SETTLE_ACCOUNT_NO},
    {"new-account",
     "change_account",
     {ELSEWHERE(REPEAT_ACCOUNT, -1)},
     1,
     "R-UNI-007",
     FIELD_SETTLE_ACCOUNT_NO},
    {"account-goes-on", "change_fee", {ELSEWHERE(REPEAT_ACCOUNT, -1)}, 1, "R-UNI-007", SILENT},
    {"second-shop-of-one-owner",
     "new",
     {ELSEWHERE(REPEAT_ACCOUNT, -1), ELSEWHERE(REPEAT_ACCOUNT_OWNER, -1)},
     2,
     "R-UNI-007",
     SILENT},
    {"owner-of-another-record",
     "new",
     {ELSEWHERE(REPEAT_ACCOUNT, -1), {REPEAT_IDENTITY, -1, "first.csv", 8, FALSE}},
     2,
     "R-UNI-007",
     FIELD_SETTLE_ACCOUNT_NO},
    {"owner", "new", {ELSEWHERE(REPEAT_IDENTITY, -1)}, 1, "R-UNI-008", FIELD_LICENCE_LICENCE_NO},
    {"owner-goes-on", "change_account", {ELSEWHERE(REPEAT_IDENTITY, -1)}, 1, "R-UNI-008", SILENT},
    {"shop", "new", {ELSEWHERE(REPEAT_SHOP, -1)}, 1, "R-UNI-009", FIELD_SHOP_SHOP_NAME},
    {"shop-goes-on", "add_terminal", {ELSEWHERE(REPEAT_SHOP, -1)}, 1, "R-UNI-009", SILENT},
};

static void
check_place(const Finding *finding, const Repeat *repeat)
{
    g_assert_cmpint(finding->device, ==, repeat->device);
    g_assert_cmpstr(rule_case_text(finding, "file"), ==, repeat->file);
    g_assert_cmpstr(finding->params[1].name, ==, "line");
    g_assert_cmpint(finding->params[1].number, ==, repeat->line);
}

static void
test_repeat(gconstpointer data)
{
    const RepeatCase *row = data;
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GArray) repeats = g_array_new(FALSE, FALSE, sizeof(Repeat));
    Application *app = sample_application(arena, MERCHANT_ENTERPRISE);

    sample_terminals(app, 2);
    sample_set(app, FIELD_APPLICATION_KIND, -1, row->kind);
    g_array_append_vals(repeats, row->repeats, row->count);
    g_autoptr(GArray) findings = sample_run(app, repeats, STAGE_APPROVE);
    const Finding *finding = sample_find(findings, row->rule);
    if (row->field == FIELD_NONE) {
        g_assert_null(finding);
        return;
    }
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->field, ==, row->field);
    check_place(finding, &row->repeats[0]);
}

/* Without a licence the person is the identity. */
static void
test_micro(void)
{
    const Repeat repeat = ELSEWHERE(REPEAT_IDENTITY, -1);
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GArray) repeats = g_array_new(FALSE, FALSE, sizeof(Repeat));
    Application *app = sample_application(arena, MERCHANT_MICRO);

    g_array_append_val(repeats, repeat);
    g_autoptr(GArray) findings = sample_run(app, repeats, STAGE_APPROVE);
    const Finding *finding = sample_find(findings, "R-UNI-008");
    g_assert_nonnull(finding);
    g_assert_cmpint(finding->field, ==, FIELD_PERSON_LEGAL_ID_NO);
}

/* A record that was sent twice is said once; what follows from it hangs below. */
static void
test_cause(void)
{
    const Repeat both[] = {ELSEWHERE(REPEAT_REF, -1), ELSEWHERE(REPEAT_TUSN, 0)};
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GArray) repeats = g_array_new(FALSE, FALSE, sizeof(Repeat));

    g_array_append_vals(repeats, both, G_N_ELEMENTS(both));
    g_autoptr(GArray) findings =
        sample_run(sample_application(arena, MERCHANT_ENTERPRISE), repeats, STAGE_APPROVE);
    const Finding *serial = sample_find(findings, "R-UNI-002");
    g_assert_cmpint(serial->cause, >=, 0);
    const Finding *cause = &g_array_index(findings, Finding, (guint)serial->cause);
    g_assert_cmpstr(cause->rule->id, ==, "R-UNI-001");
}

/* Outside a batch nothing is known of other records. */
static void
test_no_batch(void)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GArray) findings =
        sample_run(sample_application(arena, MERCHANT_ENTERPRISE), NULL, STAGE_READY);
    g_autofree char *rules = sample_rules(findings, SEVERITY_INFO);

    g_assert_null(strstr(rules, "R-UNI-"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strdup_printf("/%s/%s", cases[i].rule, cases[i].name);
        g_test_add_data_func(path, &cases[i], test_repeat);
    }
    g_test_add_func("/R-UNI-008/micro", test_micro);
    g_test_add_func("/cause", test_cause);
    g_test_add_func("/no-batch", test_no_batch);
    return g_test_run();
}

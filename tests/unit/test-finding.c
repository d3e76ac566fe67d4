/* SPDX-License-Identifier: Apache-2.0 */
/* What is shown of a value, and that no blocker is lost among many findings. */
#include "sample.h"

/* What a report shows of each kind of value. */
static const struct {
    const char *name, *text, *shown;
    Mask mask;
} masks[] = {
    {"firm", "深圳市青山餐饮管理有限公司", "**市青山餐饮管理有限公司", MASK_NAME},
    {"person-in-a-firm's-place", "阿卜杜拉·买买提", "*******提", MASK_NAME},
    {"short-name", "测试甲", "**甲", MASK_NAME},
    {"person", "测试甲", "**甲", MASK_PERSON},
    {"one-character", "甲", "*", MASK_PERSON},
    {"parts", "测试甲 id_card 440305198503152417 2036-03-01",
     "**甲 ******d *****************7 *********1", MASK_PARTS},
    {"id", "440305198503152417", "44**************17", MASK_ID},
    {"account", "6228480402564891230", "***************1230", MASK_ACCOUNT},
    {"short-account", "12345678", "********", MASK_ACCOUNT},
    {"phone", "13800000001", "138****0001", MASK_PHONE},
    {"address", "广东省深圳市南山区测试路1号", "广东省深圳市********", MASK_ADDRESS},
    {"place", "113.94526", "113******", MASK_PLACE},
};

static void
test_mask(gconstpointer data)
{
    gsize i = GPOINTER_TO_SIZE(data);
    g_autoptr(Arena) arena = arena_new();

    g_assert_cmpstr(finding_mask(arena, masks[i].mask, masks[i].text), ==, masks[i].shown);
}

/* A card typed where the branch number belongs is still a card. */
static void
test_number_in_another_column(void)
{
    g_autoptr(Arena) arena = arena_new();
    Application *app = sample_application(arena, MERCHANT_HOUSEHOLD);

    sample_set(app, FIELD_SETTLE_BANK_BRANCH_NO, -1, "6228480402564891230");
    g_autoptr(GArray) findings = sample_run(app, NULL, STAGE_APPROVE);
    for (guint i = 0; i < findings->len; i++) {
        const Finding *finding = &g_array_index(findings, Finding, i);
        if (finding->field == FIELD_SETTLE_BANK_BRANCH_NO)
            g_assert_cmpstr(finding->masked, ==, "***************1230");
    }
    g_assert_cmpuint(findings->len, >, 0);
}

/* Two thousand pieces of information leave room for the one blocker behind them. */
static void
test_blocker_is_kept(void)
{
    g_autoptr(Arena) arena = arena_new();
    Application *app = sample_application(arena, MERCHANT_HOUSEHOLD);

    sample_terminals(app, APPLICATION_DEVICES_MAX);
    for (int i = 0; i < APPLICATION_DEVICES_MAX; i++) {
        sample_set(app, FIELD_DEVICE_TERM_MODEL, i, " A920");
        sample_set(app, FIELD_DEVICE_APP_VERSION, i, " 320001");
        sample_set(app, FIELD_DEVICE_FIRMWARE_VERSION, i, " 1.0.5");
    }
    sample_set(app, FIELD_SETTLE_ACCOUNT_NAME, -1, "别人");
    g_autoptr(GArray) findings = sample_run(app, NULL, STAGE_APPROVE);
    g_assert_cmpuint(findings->len, ==, FINDINGS_MAX);
    g_assert_nonnull(sample_find(findings, "R-BANK-003"));
}

static void
test_key(void)
{
    g_autoptr(Arena) arena = arena_new();
    Application *app = sample_application(arena, MERCHANT_HOUSEHOLD);
    char first[17], again[17], other[17];

    sample_set(app, FIELD_LIMIT_LIMIT_SINGLE_DEBIT, -1, "0");
    sample_set(app, FIELD_LIMIT_LIMIT_SINGLE_CREDIT, -1, "0");
    g_autoptr(GArray) findings = sample_run(app, NULL, STAGE_APPROVE);
    g_assert_cmpuint(findings->len, >=, 2);
    const Finding *a = sample_find(findings, "R-LIM-001");
    finding_key(a, app, first);
    finding_key(a, app, again);
    finding_key(a + 1, app, other);
    g_assert_cmpstr(first, ==, again);
    g_assert_cmpstr(first, !=, other);
    sample_set(app, FIELD_APPLICATION_EXTERNAL_REF, -1, "T-0009");
    finding_key(a, app, other);
    g_assert_cmpstr(first, !=, other);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(masks); i++) {
        g_autofree char *path = g_strdup_printf("/finding/mask/%s", masks[i].name);
        g_test_add_data_func(path, GSIZE_TO_POINTER(i), test_mask);
    }
    g_test_add_func("/finding/number-in-another-column", test_number_in_another_column);
    g_test_add_func("/finding/blocker-is-kept", test_blocker_is_kept);
    g_test_add_func("/finding/key", test_key);
    return g_test_run();
}

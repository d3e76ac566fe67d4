/* SPDX-License-Identifier: Apache-2.0 */
/* What happened to values on their way in: rules/intake.c. */
#include "rule_rows.h"

#define E MERCHANT_ENTERPRISE
#define TEN "测试甲乙丙丁戊己庚辛"

static const RuleTestRow rows[] = {
    {"R-INTAKE-001",
     "scientific",
     TRUE,
     E,
     {{FIELD_LICENCE_LICENCE_NO, "9.14403E+17"}},
     0,
     "/licence/licence_no"},
    {"R-INTAKE-001",
     "zeros",
     TRUE,
     E,
     {{FIELD_PERSON_LEGAL_ID_NO, "440305198503152000"}},
     0,
     "/person/legal_id_no"},
    {"R-INTAKE-001", "date-serial", TRUE, E, {{FIELD_FEE_FEE_FROM, "46346"}}, 0, "/fee/fee_from"},
    {"R-INTAKE-001",
     "apostrophe",
     TRUE,
     E,
     {{FIELD_PERSON_LEGAL_PHONE, "'13800000001"}},
     0,
     "/person/legal_phone"},
    {"R-INTAKE-001", "error-cell", TRUE, E, {{FIELD_SHOP_SHOP_NAME, "#N/A"}}, 0, "/shop/shop_name"},
    {"R-INTAKE-001", "clean", FALSE, E, {{0}}, 0, NULL},
    {"R-INTAKE-001",
     "account-has-its-own",
     FALSE,
     E,
     {{FIELD_SETTLE_ACCOUNT_NO, "2.98278E+14"}},
     0,
     NULL},
    {"R-INTAKE-002",
     "account",
     TRUE,
     E,
     {{FIELD_SETTLE_ACCOUNT_NO, "2.98278E+14"}},
     0,
     "/settle/account_no"},
    {"R-INTAKE-002",
     "card-zeros",
     TRUE,
     E,
     {{FIELD_SETTLE_ACCOUNT_NO, "6228480402564890000"}},
     0,
     "/settle/account_no"},
    {"R-INTAKE-002",
     "two-zeros",
     FALSE,
     E,
     {{FIELD_SETTLE_ACCOUNT_NO, "62284804025648900"}},
     0,
     NULL},
    {"R-INTAKE-003",
     "seven-digits",
     TRUE,
     E,
     {{FIELD_DEVICE_TERMINAL_NO, "1000001"}},
     0,
     "/devices/0/terminal_no"},
    {"R-INTAKE-003", "eight-digits", FALSE, E, {{FIELD_DEVICE_TERMINAL_NO, "01000001"}}, 0, NULL},
    {"R-INTAKE-004",
     "vendor-lost",
     TRUE,
     E,
     {{FIELD_DEVICE_TUSN, "204000000000001"}},
     0,
     "/devices/0/tusn"},
    {"R-INTAKE-004",
     "kind-lost",
     TRUE,
     E,
     {{FIELD_DEVICE_TERM_KIND, "4"}},
     0,
     "/devices/0/term_kind"},
    {"R-INTAKE-004", "whole", FALSE, E, {{FIELD_DEVICE_TUSN, "00000204000000000009"}}, 0, NULL},
    {"R-INTAKE-005",
     "merchant-no",
     TRUE,
     E,
     {{FIELD_DEVICE_MERCHANT_NO, "1.02581E+14"}},
     0,
     "/devices/0/merchant_no"},
    {"R-INTAKE-005",
     "merchant-no",
     FALSE,
     E,
     {{FIELD_DEVICE_MERCHANT_NO, "102584058120001"}},
     0,
     NULL},
    {"R-INTAKE-006", "three-digits", TRUE, E, {{FIELD_MERCHANT_MCC, "742"}}, 0, "/merchant/mcc"},
    {"R-INTAKE-006", "four-digits", FALSE, E, {{FIELD_MERCHANT_MCC, "0742"}}, 0, NULL},
    {"R-INTAKE-007",
     "apostrophe",
     TRUE,
     E,
     {{FIELD_MERCHANT_AREA_CODE, "'5840"}},
     0,
     "/merchant/area_code"},
    {"R-INTAKE-007", "plain", FALSE, E, {{FIELD_MERCHANT_AREA_CODE, "5840"}}, 0, NULL},
    {"R-INTAKE-008",
     "zeros-and-right",
     TRUE,
     E,
     {{FIELD_PERSON_LEGAL_ID_NO, "440305198003130000"}},
     0,
     "/person/legal_id_no"},
    {"R-INTAKE-008",
     "no-zeros",
     FALSE,
     E,
     {{FIELD_PERSON_LEGAL_ID_NO, "440305198503152417"}},
     0,
     NULL},
    {"R-INTAKE-009", "word-of-no-list", TRUE, E, {{FIELD_SETTLE_CYCLE, "T7"}}, 0, "/settle/cycle"},
    {"R-INTAKE-009", "word", FALSE, E, {{FIELD_SETTLE_CYCLE, "D1"}}, 0, NULL},
    {"R-INTAKE-010", "full-width", TRUE, E, {{FIELD_MERCHANT_MCC, "５８１２"}}, 0, "/merchant/mcc"},
    {"R-INTAKE-010",
     "separators",
     TRUE,
     E,
     {{FIELD_LIMIT_LIMIT_DAY_DEBIT, "200,000"}},
     0,
     "/limit/limit_day_debit"},
    {"R-INTAKE-010",
     "slashes",
     TRUE,
     E,
     {{FIELD_CONTRACT_CONTRACT_FROM, "2026/11/01"}},
     0,
     "/contract/contract_from"},
    {"R-INTAKE-010", "plain", FALSE, E, {{FIELD_LIMIT_LIMIT_DAY_DEBIT, "200000"}}, 0, NULL},
    {"R-INTAKE-011",
     "track",
     TRUE,
     E,
     {{FIELD_SETTLE_ACCOUNT_NO, "6228480402564890018=29122011"}},
     0,
     "/settle/account_no"},
    {"R-INTAKE-011",
     "terminal",
     TRUE,
     E,
     {{FIELD_DEVICE_TUSN, "6228480402564890018D29122011"}},
     0,
     "/devices/0/tusn"},
    {"R-INTAKE-011",
     "short-tail",
     FALSE,
     E,
     {{FIELD_SETTLE_ACCOUNT_NO, "6228480402564890018=29122"}},
     0,
     NULL},
    {"R-DATA-001",
     "no-such-day",
     TRUE,
     E,
     {{FIELD_LICENCE_LICENCE_FROM, "2023-02-29"}},
     0,
     "/licence/licence_from"},
    {"R-DATA-001", "leap-day", FALSE, E, {{FIELD_LICENCE_LICENCE_FROM, "2024-02-29"}}, 0, NULL},
    {"R-DATA-005",
     "hours",
     TRUE,
     E,
     {{FIELD_MERCHANT_BUSINESS_HOURS, "0960-2100"}},
     0,
     "/merchant/business_hours"},
    {"R-DATA-002",
     "digest",
     TRUE,
     E,
     {{FIELD_IMAGE_IMG_ACCOUNT, "photo.jpg"}},
     0,
     "/image/img_account"},
    {"R-DATA-002", "hours", FALSE, E, {{FIELD_MERCHANT_BUSINESS_HOURS, "0960-2100"}}, 0, NULL},
    {"R-DATA-005", "hours", FALSE, E, {{FIELD_MERCHANT_BUSINESS_HOURS, "9:00-24:00"}}, 0, NULL},
    {"R-DATA-006", "words", TRUE, E, {{FIELD_SHOP_LON, "113°56'"}}, 0, "/shop/lon"},
    {"R-DATA-006", "degrees", FALSE, E, {{FIELD_SHOP_LON, "113.9452601"}}, 0, NULL},
    {"R-DATA-003", "one-character", TRUE, E, {{FIELD_SHOP_SHOP_NAME, "店"}}, 0, "/shop/shop_name"},
    {"R-DATA-003",
     "terminal",
     TRUE,
     E,
     {{FIELD_DEVICE_APP_VERSION, "320001-beta"}},
     0,
     "/devices/0/app_version"},
    {"R-DATA-003", "two-characters", FALSE, E, {{FIELD_SHOP_SHOP_NAME, "小店"}}, 0, NULL},
    {"R-DATA-003", "fifty", FALSE, E, {{FIELD_PERSON_CONTACT_NAME, TEN TEN TEN TEN TEN}}, 0, NULL},
    {"R-DATA-003",
     "fifty-one",
     TRUE,
     E,
     {{FIELD_PERSON_CONTACT_NAME, TEN TEN TEN TEN TEN "壬"}},
     0,
     NULL},
    {"R-DATA-003",
     "codes-have-other-rules",
     FALSE,
     E,
     {{FIELD_DEVICE_NETWORK_LICENCE, "P31"}},
     0,
     NULL},
    {"R-DATA-003", "name-has-another", FALSE, E, {{FIELD_MERCHANT_SHORT_NAME, "店"}}, 0, NULL},
    {"R-DATA-004",
     "short",
     TRUE,
     E,
     {{FIELD_MERCHANT_SHORT_NAME, "店"}},
     0,
     "/merchant/short_name"},
    {"R-DATA-004",
     "long",
     TRUE,
     E,
     {{FIELD_MERCHANT_ENGLISH_NAME, "The Green Hill Restaurant and Catering Company of Nanshan"}},
     0,
     "/merchant/english_name"},
    {"R-DATA-004",
     "fifty",
     FALSE,
     E,
     {{FIELD_MERCHANT_ENGLISH_NAME, "The Green Hill Restaurant and Catering Company Ltd"}},
     0,
     NULL},
    {"R-DATA-004", "other-text", FALSE, E, {{FIELD_SHOP_SHOP_NAME, "店"}}, 0, NULL},
};

/* What was refused is never shown, not even masked. */
static void
test_track_dropped(void)
{
    g_autoptr(Arena) arena = arena_new();
    Application *app = sample_application(arena, E);

    sample_set(app, FIELD_SETTLE_ACCOUNT_NO, -1, "6228480402564890018=29122011");
    g_autoptr(GArray) findings = sample_run(app, NULL, STAGE_APPROVE);
    const Finding *finding = sample_find(findings, "R-INTAKE-011");
    g_assert_nonnull(finding);
    g_assert_null(finding->masked);
    g_assert_cmpint(finding->rule->severity, ==, SEVERITY_BLOCKER);
}

/* A value that is present and spoilt is not missing as well. */
static void
test_damage_is_not_missing(void)
{
    g_autoptr(Arena) arena = arena_new();
    Application *app = sample_application(arena, E);

    sample_set(app, FIELD_SETTLE_ACCOUNT_NO, -1, "2.98278E+14");
    g_autoptr(GArray) findings = sample_run(app, NULL, STAGE_APPROVE);
    g_assert_null(sample_find(findings, "R-DATA-017"));
    const Finding *finding = sample_find(findings, "R-INTAKE-002");
    g_assert_nonnull(finding);
    g_assert_cmpstr(finding->params[0].text, ==, "damage.scientific");
}

static void
test_complete(void)
{
    row_check_complete(intake_rules, rows, G_N_ELEMENTS(rows), "");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    row_add_tests("rules-intake", rows, G_N_ELEMENTS(rows));
    g_test_add_func("/rules-intake/track-dropped", test_track_dropped);
    g_test_add_func("/rules-intake/damage-is-not-missing", test_damage_is_not_missing);
    g_test_add_func("/rules-intake/each-rule-has-rows", test_complete);
    return g_test_run();
}

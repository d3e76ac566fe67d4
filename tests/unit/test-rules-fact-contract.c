/* SPDX-License-Identifier: Apache-2.0 */
/* What UnionPay has on file: for each rule a row that fires and the nearest that does not. Today is
 * 2026-11-23. */
#include "fact_rows.h"

#define CTR(key) "/contract/" key
#define RAW CTR("raw_status")
#define AT(stage_) .stage = STAGE_##stage_

#define FIRM "深圳市青山餐饮管理有限公司"
#define OTHER_FIRM "深圳市碧水餐饮管理有限公司"
#define OTHER_MERCHANT "898584058120002"

static const FactTestRow rows[] = {
    FIRES("R-CTR-001", "04", RAW, TEXT("04")),
    FIRES("R-CTR-001", "28", RAW, TEXT("28")),
    FIRES("R-CTR-001", "31", RAW, TEXT("31")),
    FIRES_WITH("R-CTR-001", "at-approval", RAW, TEXT("04"), AT(APPROVE)),
    QUIET("R-CTR-001", "signed", RAW, TEXT("03")),
    QUIET("R-CTR-001", "action", RAW, TEXT("05")),
    FIRES("R-CTR-002", "00", RAW, TEXT("00")),
    FIRES("R-CTR-002", "01", RAW, TEXT("01")),
    FIRES("R-CTR-002", "02", RAW, TEXT("02")),
    FIRES("R-CTR-002", "05", RAW, TEXT("05")),
    FIRES_WITH("R-CTR-002", "provision", RAW, TEXT("06"), AT(PROVISION)),
    QUIET_WITH("R-CTR-002", "contract", RAW, TEXT("06"), AT(CONTRACT)),
    QUIET("R-CTR-002", "signed", RAW, TEXT("03")),
    QUIET("R-CTR-002", "unknown", RAW, TEXT("99")),
    FIRES_WITH("R-CTR-003", "running", RAW, TEXT("06"), AT(CONTRACT)),
    QUIET_WITH("R-CTR-003", "provision", RAW, TEXT("06"), AT(PROVISION)),
    QUIET_WITH("R-CTR-003", "action", RAW, TEXT("05"), AT(CONTRACT)),
    FIRES_WITH("R-CTR-004", "action", RAW, TEXT("05"), AT(CONTRACT)),
    QUIET_WITH("R-CTR-004", "provision", RAW, TEXT("05"), AT(PROVISION)),
    QUIET_WITH("R-CTR-004", "running", RAW, TEXT("00"), AT(CONTRACT)),
    FIRES("R-CTR-005", "99", RAW, TEXT("99")),
    FIRES("R-CTR-005", "empty", RAW, TEXT("")),
    FIRES("R-CTR-005", "one-digit", RAW, TEXT("3")),
    QUIET("R-CTR-005", "refused", RAW, TEXT("04")),
    QUIET("R-CTR-005", "signed", RAW, TEXT("03")),
    FIRES("R-CTR-006", "unbound", CTR("bound"), "false"),
    QUIET("R-CTR-006", "bound", CTR("bound"), "true"),
    FIRES_WITH("R-CTR-006", "unsigned-past-contracting", CTR("bound"), "false",
               AND(RAW, TEXT("06"))),
    QUIET_WITH("R-CTR-006", "not-signed-yet", CTR("bound"), "false", AND(RAW, TEXT("06")),
               AT(CONTRACT)),
    QUIET_WITH("R-CTR-006", "status-not-asked", CTR("bound"), "false", AND(RAW, NULL),
               AT(CONTRACT)),
    FIRES("R-CTR-007", "tomorrow", CTR("contract_from"), TEXT("2026-11-24")),
    QUIET("R-CTR-007", "today", CTR("contract_from"), TEXT("2026-11-23")),
    QUIET_WITH("R-CTR-007", "contracting", CTR("contract_from"), TEXT("2026-11-24"), AT(CONTRACT)),
    FIRES("R-CTR-008", "yesterday", CTR("contract_to"), TEXT("2026-11-22")),
    QUIET("R-CTR-008", "today", CTR("contract_to"), TEXT("2026-11-23")),
    QUIET("R-CTR-008", "no-end", CTR("contract_to"), TEXT("长期")),
    FIRES("R-CTR-009", "another", CTR("contract_no"), TEXT("XY20260000002")),
    QUIET("R-CTR-009", "same", CTR("contract_no"), TEXT("XY20260000001")),
    QUIET_WITH("R-CTR-009", "not-applied", CTR("contract_no"), TEXT("XY20260000002"),
               APP(CONTRACT_CONTRACT_NO, "")),
    FIRES("R-CTR-010", "another", CTR("register_name"), TEXT(OTHER_FIRM)),
    FIRES("R-CTR-010", "empty", CTR("register_name"), TEXT("")),
    QUIET_WITH("R-CTR-010", "brackets", CTR("register_name"), TEXT("青山(深圳)有限公司"),
               APP(MERCHANT_REGISTER_NAME, "青山（深圳）有限公司")),
    QUIET_WITH("R-CTR-010", "variant", CTR("register_name"), TEXT("深圳市青山飯館"),
               APP(MERCHANT_REGISTER_NAME, "深圳市青山饭馆")),
    FIRES_WITH("R-CTR-011", "variant", CTR("register_name"), TEXT("深圳市青山飯館"),
               APP(MERCHANT_REGISTER_NAME, "深圳市青山饭馆")),
    QUIET("R-CTR-011", "another", CTR("register_name"), TEXT(OTHER_FIRM)),
    QUIET("R-CTR-011", "same", CTR("register_name"), TEXT(FIRM)),
    FIRES("R-CTR-012", "another", CTR("mcc"), TEXT("5813")),
    FIRES("R-CTR-012", "empty", CTR("mcc"), TEXT("")),
    QUIET("R-CTR-012", "same", CTR("mcc"), TEXT("5812")),
    QUIET_WITH("R-CTR-012", "not-applied", CTR("mcc"), TEXT("5813"), APP(MERCHANT_MCC, "")),
    FIRES("R-CTR-013", "another", CTR("account_no"), TEXT("298278361644856")),
    QUIET("R-CTR-013", "same", CTR("account_no"), TEXT("298278361644855")),
    FIRES("R-CTR-014", "lacks", CTR("card_kinds"), "[\"debit\"]"),
    FIRES("R-CTR-014", "none", CTR("card_kinds"), "[]"),
    QUIET("R-CTR-014", "more", CTR("card_kinds"), "[\"credit\", \"foreign\", \"debit\"]"),
    FIRES("R-CTR-015", "lacks", CTR("txn_types"), "[\"sale\", \"void\", \"refund\", \"qr\"]"),
    QUIET("R-CTR-015", "more", CTR("txn_types"),
          "[\"sale\", \"void\", \"refund\", \"contactless\", \"qr\"]"),
    FIRES("R-CTR-016", "debit", CTR("debit_rate"), "500001"),
    FIRES("R-CTR-016", "credit", CTR("credit_rate"), "599999"),
    QUIET_WITH("R-CTR-016", "same", CTR("debit_rate"), "500000", AND(CTR("credit_rate"), "600000")),
    FIRES("R-CTR-017", "a-fen-more", CTR("debit_cap"), "2001"),
    FIRES("R-CTR-017", "yuan-for-fen", CTR("debit_cap"), "20"),
    QUIET("R-CTR-017", "same", CTR("debit_cap"), "2000"),
    FIRES("R-CTR-019", "no-end", CTR("contract_to"), TEXT("")),
    FIRES("R-CTR-019", "no-begin", CTR("contract_from"), TEXT("")),
    QUIET_WITH("R-CTR-019", "not-signed-yet", CTR("contract_from"), TEXT(""),
               AND(CTR("raw_status"), TEXT("00"))),
    QUIET("R-CTR-019", "for-ever", CTR("contract_to"), TEXT("长期")),
    QUIET("R-CTR-008", "no-date", CTR("contract_to"), TEXT("")),
    FIRES("R-CTR-018", "another", CTR("merchant_no"), TEXT(OTHER_MERCHANT)),
    FIRES_WITH("R-CTR-018", "by-the-host", CTR("merchant_no"), TEXT(OTHER_MERCHANT),
               APP(DEVICE_MERCHANT_NO, "")),
    QUIET("R-CTR-018", "same", CTR("merchant_no"), TEXT(FACT_ROW_MERCHANT)),
    QUIET_WITH("R-CTR-018", "nobody-else-says-it", CTR("merchant_no"), TEXT(OTHER_MERCHANT),
               APP(DEVICE_MERCHANT_NO, ""), AND("/host/merchant_no", NULL)),
    QUIET_WITH("R-CTR-018", "the-host-says-nothing", CTR("merchant_no"), TEXT(OTHER_MERCHANT),
               APP(DEVICE_MERCHANT_NO, ""), AND("/host/merchant_no", TEXT(""))),
};

/* What is lacking is named, and what it should be. */
static void
test_words(void)
{
    FactTestRow row =
        QUIET_WITH("", "", CTR("card_kinds"), "[\"credit\"]", AND(CTR("credit_rate"), "380000"));
    g_auto(FactRun) run = {0};

    fact_run_row(&run, &row);
    g_assert_cmpstr(fact_run_find(&run, "R-CTR-014", NULL)->params[0].text, ==, "debit");
    g_assert_cmpstr(fact_run_find(&run, "R-CTR-014", NULL)->masked, ==, "credit");
    g_assert_cmpstr(fact_run_find(&run, "R-CTR-016", NULL)->params[0].text, ==, "0.60");
    g_assert_cmpstr(fact_run_find(&run, "R-CTR-016", NULL)->masked, ==, "0.38");
}

static void
test_complete(void)
{
    fact_rows_check_complete(contract_fact_rules, rows, G_N_ELEMENTS(rows));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    fact_rows_add(rows, G_N_ELEMENTS(rows));
    fact_rows_add_clean(contract_fact_rules);
    g_test_add_func("/words", test_words);
    g_test_add_func("/complete", test_complete);
    return g_test_run();
}

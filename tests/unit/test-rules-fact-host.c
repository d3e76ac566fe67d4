/* SPDX-License-Identifier: Apache-2.0 */
/* What the acquirer host holds of the merchant, and what risk lists say: for each rule a row that
 * fires and the nearest that does not. Today is 2026-11-23. */
#include "fact_rows.h"

#define HOST(key) "/host/" key
#define RISK(key) "/risk/0/" key
#define CTR(key) "/contract/" key

#define OTHER_MERCHANT "898584058120002"
#define OTHER_ACCOUNT "298278361644856"
#define LICENCE "91440305MA5TE5T15G"
#define PERSON "440305198503152417"
/* 20 Chinese characters: 40 bytes, and one byte more. */
#define NAME_40 "青山小馆深圳南山测试路一号店青山小馆测试"
#define NAME_41 NAME_40 "a"

static const FactTestRow host_rows[] = {
    FIRES("R-HOST-001", "absent", HOST("merchant_state"), TEXT("absent")),
    QUIET("R-HOST-001", "closed", HOST("merchant_state"), TEXT("closed")),
    QUIET("R-HOST-001", "strange-word", HOST("merchant_state"), TEXT("unknown")),
    FIRES("R-HOST-002", "not-filed", HOST("filed"), "false"),
    QUIET("R-HOST-002", "filed", HOST("filed"), "true"),
    FIRES("R-HOST-003", "frozen", HOST("merchant_state"), TEXT("frozen")),
    FIRES("R-HOST-003", "closed", HOST("merchant_state"), TEXT("closed")),
    QUIET("R-HOST-003", "open", HOST("merchant_state"), TEXT("open")),
    QUIET("R-HOST-003", "absent", HOST("merchant_state"), TEXT("absent")),
    FIRES("R-HOST-004", "another", HOST("merchant_no"), TEXT(OTHER_MERCHANT)),
    FIRES_WITH("R-HOST-004", "by-the-contract", HOST("merchant_no"), TEXT(OTHER_MERCHANT),
               APP(DEVICE_MERCHANT_NO, "")),
    FIRES("R-HOST-004", "empty", HOST("merchant_no"), TEXT("")),
    FIRES_WITH("R-HOST-004", "by-the-second-terminal", HOST("merchant_no"), TEXT(OTHER_MERCHANT),
               APP(DEVICE_MERCHANT_NO, ""), AND(CTR("merchant_no"), NULL), .terminals = 2),
    QUIET("R-HOST-004", "same", HOST("merchant_no"), TEXT(FACT_ROW_MERCHANT)),
    QUIET_WITH("R-HOST-004", "nobody-else-says-it", HOST("merchant_no"), TEXT(OTHER_MERCHANT),
               APP(DEVICE_MERCHANT_NO, ""), AND(CTR("merchant_no"), NULL)),
    FIRES("R-HOST-005", "seven-digits", HOST("institution_no"), TEXT("4802584")),
    FIRES("R-HOST-005", "eleven-digits", HOST("institution_no"), TEXT("00048025840")),
    FIRES("R-HOST-005", "letter", HOST("institution_no"), TEXT("4802584O")),
    FIRES("R-HOST-005", "zeros", HOST("institution_no"), TEXT("00000000")),
    FIRES("R-HOST-005", "empty", HOST("institution_no"), TEXT("")),
    QUIET("R-HOST-005", "eight-digits", HOST("institution_no"), TEXT("48021000")),
    FIRES("R-HOST-006", "another-province", HOST("institution_no"), TEXT("48021000")),
    QUIET("R-HOST-006", "head-office", HOST("institution_no"), TEXT("48020000")),
    QUIET("R-HOST-006", "same-province", HOST("institution_no"), TEXT("48025810")),
    QUIET("R-HOST-006", "same-area", HOST("institution_no"), TEXT("48025840")),
    QUIET("R-HOST-006", "bad-form", HOST("institution_no"), TEXT("4802100")),
    QUIET("R-HOST-006", "letter", HOST("institution_no"), TEXT("48O21000")),
    QUIET("R-HOST-006", "eleven-digits", HOST("institution_no"), TEXT("00048021000")),
    FIRES_WITH("R-HOST-006", "area-of-the-host", HOST("institution_no"), TEXT("48021000"),
               APP(MERCHANT_AREA_CODE, "")),
    QUIET_WITH("R-HOST-006", "area-not-given", HOST("institution_no"), TEXT("48021000"),
               APP(MERCHANT_AREA_CODE, ""), AND(HOST("area_code"), NULL)),
    FIRES_WITH("R-HOST-025", "another-bank", HOST("institution_no"), TEXT("01031000"),
               APP(DEVICE_MERCHANT_NO, "102584058120001")),
    QUIET_WITH("R-HOST-025", "own-bank", HOST("institution_no"), TEXT("01025840"),
               APP(DEVICE_MERCHANT_NO, "102584058120001")),
    QUIET_WITH("R-HOST-025", "no-bank", HOST("institution_no"), TEXT("48025840"),
               APP(DEVICE_MERCHANT_NO, "102584058120001")),
    QUIET_WITH("R-HOST-025", "bank-unknown", HOST("institution_no"), TEXT("01995840"),
               APP(DEVICE_MERCHANT_NO, "102584058120001")),
    QUIET("R-HOST-025", "acquirer-is-no-bank", HOST("institution_no"), TEXT("01025840")),
    FIRES("R-HOST-007", "another", HOST("mcc"), TEXT("5813")),
    FIRES_WITH("R-HOST-007", "by-the-contract", HOST("mcc"), TEXT("5813"), APP(MERCHANT_MCC, "")),
    QUIET("R-HOST-007", "same", HOST("mcc"), TEXT("5812")),
    QUIET_WITH("R-HOST-007", "nobody-else-says-it", HOST("mcc"), TEXT("5813"),
               APP(MERCHANT_MCC, ""), AND(CTR("mcc"), NULL)),
    QUIET_WITH("R-HOST-007", "contract-alone-differs", CTR("mcc"), TEXT("5813"), .terminal = 0),
    FIRES("R-HOST-008", "another", HOST("area_code"), TEXT("5810")),
    QUIET("R-HOST-008", "same", HOST("area_code"), TEXT("5840")),
    QUIET_WITH("R-HOST-008", "not-applied", HOST("area_code"), TEXT("5810"),
               APP(MERCHANT_AREA_CODE, "")),
    FIRES("R-HOST-009", "41-bytes", HOST("name_sent"), TEXT(NAME_41)),
    FIRES("R-HOST-009", "empty", HOST("name_sent"), TEXT("")),
    FIRES("R-HOST-009", "rare-character", HOST("name_sent"), TEXT("青山㐂馆")),
    QUIET("R-HOST-009", "40-bytes", HOST("name_sent"), TEXT(NAME_40)),
    FIRES("R-HOST-010", "another", HOST("name_sent"), TEXT("碧水小馆")),
    QUIET("R-HOST-010", "same", HOST("name_sent"), TEXT("青山小馆")),
    QUIET_WITH("R-HOST-010", "the-whole-name", HOST("name_sent"), TEXT("青山餐饮有限公司"),
               APP(MERCHANT_REGISTER_NAME, "青山餐饮有限公司")),
    QUIET("R-HOST-010", "full-width-blank", HOST("name_sent"), TEXT("青山　小馆")),
    QUIET_WITH("R-HOST-010", "not-applied", HOST("name_sent"), TEXT("碧水小馆"),
               APP(MERCHANT_SHORT_NAME, "")),
    FIRES("R-HOST-011", "another", HOST("account_no"), TEXT(OTHER_ACCOUNT)),
    FIRES_WITH("R-HOST-011", "by-the-contract", HOST("account_no"), TEXT(OTHER_ACCOUNT),
               APP(SETTLE_ACCOUNT_NO, "")),
    QUIET("R-HOST-011", "same", HOST("account_no"), TEXT("298278361644855")),
    FIRES("R-HOST-012", "absent", HOST("fee_record"), TEXT("absent")),
    QUIET("R-HOST-012", "present", HOST("fee_record"), TEXT("present")),
    FIRES("R-HOST-013", "debit", HOST("debit_rate"), "499999"),
    FIRES("R-HOST-013", "credit", HOST("credit_rate"), "600001"),
    FIRES_WITH("R-HOST-013", "by-the-contract", HOST("credit_rate"), "380000",
               APP(FEE_CREDIT_RATE, "")),
    QUIET_WITH("R-HOST-013", "same", HOST("debit_rate"), "500000",
               AND(HOST("credit_rate"), "600000")),
    FIRES("R-HOST-014", "a-fen-less", HOST("debit_cap"), "1999"),
    FIRES_WITH("R-HOST-014", "by-the-contract", HOST("debit_cap"), "1999", APP(FEE_DEBIT_CAP, "")),
    QUIET("R-HOST-014", "same", HOST("debit_cap"), "2000"),
    QUIET_WITH("R-HOST-014", "nobody-else-says-it", HOST("debit_cap"), "1999",
               APP(FEE_DEBIT_CAP, ""), AND(CTR("debit_cap"), NULL)),
    FIRES("R-HOST-015", "absent", HOST("limit_record"), TEXT("absent")),
    QUIET("R-HOST-015", "present", HOST("limit_record"), TEXT("present")),
    FIRES("R-HOST-016", "a-fen-less", HOST("limit_single_debit"), "4999999"),
    FIRES("R-HOST-016", "yuan-for-fen", HOST("limit_single_credit"), "20000"),
    FIRES("R-HOST-016", "zero", HOST("limit_day_debit"), "0"),
    FIRES("R-HOST-016", "day-credit", HOST("limit_day_credit"), "9999999"),
    QUIET("R-HOST-016", "same", HOST("limit_single_debit"), "5000000"),
    QUIET("R-HOST-016", "more", HOST("limit_single_debit"), "5000001"),
    QUIET_WITH("R-HOST-016", "not-applied", HOST("limit_single_debit"), "4999999",
               APP(LIMIT_LIMIT_SINGLE_DEBIT, "")),
    FIRES("R-HOST-017", "a-fen-more", HOST("limit_single_debit"), "5000001"),
    FIRES("R-HOST-017", "single-credit", HOST("limit_single_credit"), "2000001"),
    FIRES("R-HOST-017", "day-debit", HOST("limit_day_debit"), "20000001"),
    FIRES("R-HOST-017", "day-credit", HOST("limit_day_credit"), "10000001"),
    QUIET("R-HOST-017", "same", HOST("limit_day_credit"), "10000000"),
    QUIET("R-HOST-017", "less", HOST("limit_day_credit"), "9999999"),
    QUIET_WITH("R-HOST-017", "none-applied", HOST("limit_day_credit"), "1",
               APP(LIMIT_LIMIT_DAY_CREDIT, "0")),
    FIRES("R-HOST-018", "another-licence", HOST("usc_or_id"), TEXT("91440305MA5TE5T23X")),
    FIRES("R-HOST-018", "person-of-a-firm", HOST("usc_or_id"), TEXT(PERSON)),
    FIRES_WITH("R-HOST-018", "another-person", HOST("usc_or_id"), TEXT("440305198503152433"),
               .kind = MERCHANT_MICRO),
    FIRES("R-HOST-018", "empty", HOST("usc_or_id"), TEXT("")),
    QUIET("R-HOST-018", "same", HOST("usc_or_id"), TEXT(LICENCE)),
    QUIET("R-HOST-018", "small-letters", HOST("usc_or_id"), TEXT("91440305ma5te5t15g")),
    QUIET_WITH("R-HOST-018", "person", HOST("usc_or_id"), TEXT(PERSON), .kind = MERCHANT_MICRO),
    QUIET_WITH("R-HOST-018", "licence-not-given", HOST("usc_or_id"), TEXT(LICENCE),
               APP(LICENCE_LICENCE_NO, "")),
    QUIET_WITH("R-HOST-018", "licence-unreadable", HOST("usc_or_id"), TEXT(LICENCE),
               APP(LICENCE_LICENCE_NO, "9.1E+17")),
    FIRES("R-HOST-019", "high", HOST("risk_grade"), TEXT("high")),
    QUIET("R-HOST-019", "medium", HOST("risk_grade"), TEXT("medium")),
    FIRES("R-HOST-020", "absent", HOST("agent_state"), TEXT("absent")),
    FIRES("R-HOST-020", "disabled", HOST("agent_state"), TEXT("disabled")),
    QUIET("R-HOST-020", "open", HOST("agent_state"), TEXT("open")),
    FIRES("R-HOST-021", "lacks", HOST("card_kinds"), "[\"debit\", \"foreign\"]"),
    QUIET("R-HOST-021", "more", HOST("card_kinds"), "[\"debit\", \"foreign\", \"credit\"]"),
    FIRES("R-HOST-022", "lacks", HOST("txn_types"), "[\"sale\", \"void\", \"refund\"]"),
    QUIET("R-HOST-022", "more", HOST("txn_types"),
          "[\"sale\", \"void\", \"refund\", \"contactless\", \"preauth\"]"),
    FIRES("R-HOST-023", "lacks", HOST("routes"), "[\"debit\", \"prepaid\"]"),
    FIRES("R-HOST-023", "none", HOST("routes"), "[]"),
    QUIET("R-HOST-023", "exactly", HOST("routes"), "[\"debit\", \"credit\"]"),
    QUIET_WITH("R-HOST-023", "kinds-not-applied", HOST("routes"), "[]", APP(FUNC_CARD_KINDS, "")),
    FIRES("R-HOST-024", "one", HOST("unrouted_bins"), "[\"622848\"]"),
    QUIET("R-HOST-024", "none", HOST("unrouted_bins"), "[]"),
};

static const FactTestRow risk_rows[] = {
    FIRES("R-RISK-001", "listed", RISK("result"), TEXT("listed")),
    FIRES("R-RISK-001", "second-list", "/risk/1/result", TEXT("listed")),
    QUIET("R-RISK-001", "similar", RISK("result"), TEXT("similar")),
    QUIET("R-RISK-001", "strange-word", RISK("result"), TEXT("unknown")),
    FIRES("R-RISK-002", "similar", RISK("result"), TEXT("similar")),
    QUIET("R-RISK-002", "clear", RISK("result"), TEXT("clear")),
    QUIET("R-RISK-002", "listed", RISK("result"), TEXT("listed")),
    FIRES("R-RISK-003", "31-days", RISK("checked_at"), TEXT("2026-10-23T23:59:59+08:00")),
    FIRES("R-RISK-003", "no-time", RISK("checked_at"), TEXT("")),
    QUIET("R-RISK-003", "30-days", RISK("checked_at"), TEXT("2026-10-24T00:00:00+08:00")),
    QUIET("R-RISK-003", "30-days-in-utc", RISK("checked_at"), TEXT("2026-10-23T16:00:00Z")),
    FIRES("R-RISK-005", "tomorrow", RISK("checked_at"), TEXT("2026-11-24T00:00:00+08:00")),
    QUIET("R-RISK-005", "today", RISK("checked_at"), TEXT("2026-11-23T23:59:59+08:00")),
    FIRES("R-RISK-006", "high", RISK("score"), "80"),
    QUIET("R-RISK-006", "below", RISK("score"), "79"),
    QUIET_WITH("R-RISK-006", "not-clear", RISK("score"), "80",
               AND(RISK("result"), TEXT("similar"))),
    FIRES("R-RISK-004", "empty", RISK("receipt"), TEXT("")),
    QUIET("R-RISK-004", "given", RISK("receipt"), TEXT("RC1")),
};

/* The list and its receipt are named; what is not asked is a dash. */
static void
test_list(void)
{
    FactTestRow row =
        QUIET_WITH("", "", "/risk/1/result", TEXT("listed"), AND("/risk/1/receipt", NULL));
    g_auto(FactRun) run = {0};

    fact_run_row(&run, &row);
    const Finding *finding = fact_run_find(&run, "R-RISK-001", NULL);
    g_assert_cmpstr(finding->params[0].text, ==, "pcac");
    g_assert_cmpstr(finding->params[1].text, ==, "-");
}

/* What the merchant number should be, and the answers that a finding rests on. */
static void
test_evidence(void)
{
    FactTestRow row = QUIET_WITH("", "", HOST("mcc"), TEXT("5813"), APP(MERCHANT_MCC, ""));
    g_auto(FactRun) run = {0};

    fact_run_row(&run, &row);
    const Finding *finding = fact_run_find(&run, "R-HOST-007", "/host/mcc");
    g_assert_cmpstr(finding->params[0].text, ==, "5812");
    g_assert_cmpstr(finding->masked, ==, "5813");
    g_assert_cmpuint(finding->evidence_count, ==, 2);
    g_assert_cmpint(finding->evidence[1].fact, ==, FACT_CONTRACT_MCC);
    g_assert_cmpstr(finding->evidence[1].record->source, ==, "unionpay");
}

/* All BINs without a route are named. */
static void
test_bins(void)
{
    FactTestRow row = QUIET("", "", HOST("unrouted_bins"), "[\"622848\", \"625959\"]");
    g_auto(FactRun) run = {0};

    fact_run_row(&run, &row);
    g_assert_cmpstr(fact_run_find(&run, "R-HOST-024", NULL)->params[0].text, ==, "622848 625959");
}

static void
test_complete(void)
{
    fact_rows_check_complete(host_fact_rules, host_rows, G_N_ELEMENTS(host_rows));
    fact_rows_check_complete(risk_fact_rules, risk_rows, G_N_ELEMENTS(risk_rows));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    fact_rows_add(host_rows, G_N_ELEMENTS(host_rows));
    fact_rows_add(risk_rows, G_N_ELEMENTS(risk_rows));
    fact_rows_add_clean(host_fact_rules);
    g_test_add_func("/list", test_list);
    g_test_add_func("/evidence", test_evidence);
    g_test_add_func("/bins", test_bins);
    g_test_add_func("/complete", test_complete);
    return g_test_run();
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Keys, sign-on and what both ends agree on: for each rule a row that fires and the nearest that
 * does not. The terminal was read at 2026-11-23 08:30; check values are made up. */
#include "fact_rows.h"

#include <string.h>

#define T(key) "/terminals/0/" key
#define HT(key) "/host/terminals/0/" key
#define INS(key) "/install/0/" key
#define KCV(algorithm, method, length, value)                                                      \
    "{\"algorithm\": \"" algorithm "\", \"method\": \"" method "\", \"length\": " length           \
    ", \"value\": \"" value "\"}"
#define TDES(length, value) KCV("tdes", "ecb_zero", length, value)

static const FactTestRow rule_rows[] = {
    FIRES_WITH("R-KEY-001", "absent", HT("hsm_record"), TEXT("absent"), .terminal = 1),
    QUIET("R-KEY-001", "present", HT("hsm_record"), TEXT("present")),
    FIRES("R-KEY-002", "another", HT("key_scheme"), TEXT("mk_sk_sm4")),
    QUIET("R-KEY-002", "same", HT("key_scheme"), TEXT("mk_sk_3des")),
    QUIET("R-KEY-002", "same-by-another-name", HT("key_scheme"), TEXT("3DES")),
    QUIET_WITH("R-KEY-002", "not-applied", HT("key_scheme"), TEXT("mk_sk_sm4"),
               APP(DEVICE_KEY_MODE, "")),
    FIRES("R-KEY-003", "another", T("key_scheme"), TEXT("dukpt_tdes")),
    FIRES_WITH("R-KEY-003", "by-the-host", T("key_scheme"), TEXT("dukpt_tdes"),
               APP(DEVICE_KEY_MODE, "")),
    QUIET("R-KEY-003", "same", T("key_scheme"), TEXT("mk_sk_3des")),
    QUIET("R-KEY-003", "same-by-another-name", T("key_scheme"), TEXT("3DES")),
    QUIET_WITH("R-KEY-003", "host-by-another-name", T("key_scheme"), TEXT("mk_sk_sm4"),
               APP(DEVICE_KEY_MODE, ""), AND(HT("key_scheme"), TEXT("国密"))),
    QUIET("R-KEY-003", "host-alone-differs", HT("key_scheme"), TEXT("mk_sk_sm4")),
    FIRES("R-KEY-004", "single-length", T("sign_on_mode"), TEXT("001")),
    QUIET("R-KEY-004", "same", T("sign_on_mode"), TEXT("003")),
    QUIET("R-KEY-004", "track-key", T("sign_on_mode"), TEXT("004")),
    QUIET_WITH("R-KEY-004", "host-not-asked", T("sign_on_mode"), TEXT("001"),
               AND(HT("sign_on_mode"), NULL)),
    FIRES("R-KEY-005", "track-key", T("sign_on_mode"), TEXT("004")),
    FIRES_WITH("R-KEY-005", "track-key-of-the-host", T("sign_on_mode"), TEXT("003"),
               AND(HT("sign_on_mode"), TEXT("004"))),
    QUIET("R-KEY-005", "single-length", T("sign_on_mode"), TEXT("001")),
    QUIET_WITH("R-KEY-005", "both", T("sign_on_mode"), TEXT("004"),
               AND(HT("sign_on_mode"), TEXT("004"))),
    FIRES("R-KEY-006", "differs", T("pin_block_rule"), TEXT("without_pan")),
    QUIET_WITH("R-KEY-006", "both", T("pin_block_rule"), TEXT("without_pan"),
               AND(HT("pin_block_rule"), TEXT("without_pan"))),
    QUIET_WITH("R-KEY-006", "host-not-asked", T("pin_block_rule"), TEXT("without_pan"),
               AND(HT("pin_block_rule"), NULL)),
    FIRES("R-KEY-007", "differs", T("mac_rule"), TEXT("x9_9")),
    FIRES_WITH("R-KEY-007", "one-word-away", T("mac_rule"), TEXT("x9_9"),
               AND(HT("mac_rule"), TEXT("x9_19"))),
    QUIET_WITH("R-KEY-007", "both", T("mac_rule"), TEXT("x9_9"), AND(HT("mac_rule"), TEXT("x9_9"))),
    QUIET_WITH("R-KEY-007", "strange-word-of-the-host", T("mac_rule"), TEXT("x9_9"),
               AND(HT("mac_rule"), TEXT("cmac"))),
    FIRES("R-KEY-008", "differs", T("track_encryption"), "true"),
    QUIET_WITH("R-KEY-008", "both", T("track_encryption"), "true",
               AND(HT("track_encryption"), "true")),
    FIRES("R-KEY-009", "not-loaded", T("key_loaded"), "false"),
    QUIET("R-KEY-009", "loaded", T("key_loaded"), "true"),
    FIRES("R-KEY-010", "two", T("key_index"), "2"),
    FIRES("R-KEY-010", "zero", T("key_index"), "0"),
    QUIET("R-KEY-010", "one", T("key_index"), "1"),
    FIRES("R-KEY-014", "failed", T("sign_on_result"), TEXT("failed")),
    FIRES("R-KEY-014", "never", T("sign_on_result"), TEXT("never")),
    QUIET("R-KEY-014", "ok", T("sign_on_result"), TEXT("ok")),
    FIRES("R-KEY-015", "24-hours-1-second", T("sign_on_at"), TEXT("2026-11-22T08:29:59+08:00")),
    FIRES("R-KEY-015", "to-come", T("sign_on_at"), TEXT("2026-11-23T09:30:01+08:00")),
    FIRES("R-KEY-015", "empty", T("sign_on_at"), TEXT("")),
    FIRES_WITH("R-KEY-015", "result-not-asked", T("sign_on_at"), TEXT("2026-11-22T08:29:59+08:00"),
               AND(T("sign_on_result"), NULL)),
    QUIET("R-KEY-015", "24-hours", T("sign_on_at"), TEXT("2026-11-22T08:30:00+08:00")),
    QUIET("R-KEY-015", "an-hour-ahead", T("sign_on_at"), TEXT("2026-11-23T01:30:00Z")),
    QUIET_WITH("R-KEY-015", "never-signed-on", T("sign_on_at"), TEXT(""),
               AND(T("sign_on_result"), TEXT("never"))),
    QUIET_WITH("R-KEY-015", "of-its-own-time", T("sign_on_at"), TEXT("2026-11-20T08:00:00+08:00"),
               AND(T("at"), TEXT("2026-11-20T08:30:00+08:00"))),
    QUIET_WITH("R-KEY-015", "time-not-said", T("sign_on_at"), TEXT("2026-01-01T00:00:00Z"),
               AND(T("at"), NULL)),
    QUIET_WITH("R-KEY-016", "turned-over", T("last_trace"), TEXT("000001"),
               AND(T("host_last_trace"), TEXT("999999"))),
    FIRES("R-KEY-016", "one-less", T("last_trace"), TEXT("000122")),
    QUIET("R-KEY-016", "same", T("last_trace"), TEXT("000123")),
    QUIET("R-KEY-016", "ahead", T("last_trace"), TEXT("000124")),
    QUIET_WITH("R-KEY-016", "host-not-asked", T("last_trace"), TEXT("000001"),
               AND(T("host_last_trace"), NULL)),
    QUIET("R-KEY-016", "no-number", T("last_trace"), TEXT("12")),
    FIRES("R-KEY-017", "zero", T("batch_no"), TEXT("000000")),
    FIRES("R-KEY-017", "five-digits", T("batch_no"), TEXT("00001")),
    FIRES("R-KEY-017", "letter", T("last_trace"), TEXT("00012O")),
    FIRES("R-KEY-017", "seven-digits", T("last_trace"), TEXT("0000123")),
    FIRES("R-KEY-021", "not-available", T("host_last_trace"), TEXT("n/a")),
    FIRES("R-KEY-021", "seven-digits", T("host_last_trace"), TEXT("0000123")),
    QUIET("R-KEY-021", "empty", T("host_last_trace"), TEXT("")),
    QUIET("R-KEY-021", "zeros-left-out", T("host_last_trace"), TEXT("123")),
    QUIET("R-KEY-021", "never", T("host_last_trace"), TEXT("000000")),
    QUIET("R-KEY-017", "last-batch", T("batch_no"), TEXT("999999")),
    QUIET_WITH("R-KEY-017", "trace-zero", T("last_trace"), TEXT("000000"),
               AND(T("host_last_trace"), TEXT("000000"))),
    FIRES("R-KEY-018", "same", INS("key_loaded_by"), TEXT("op02")),
    FIRES("R-KEY-018", "nobody", INS("key_loaded_by"), TEXT("")),
    FIRES_WITH("R-KEY-018", "no-witness", INS("key_loaded_by"), TEXT("op01"),
               AND(INS("key_witness"), TEXT(""))),
    QUIET("R-KEY-018", "two", INS("key_loaded_by"), TEXT("op03")),
    QUIET_WITH("R-KEY-018", "witness-not-asked", INS("key_loaded_by"), TEXT("op01"),
               AND(INS("key_witness"), NULL)),
};

/* The host's is TDES, ECB of zeros, 4B1FDE2C. */
static const FactTestRow kcv_rows[] = {
    FIRES_WITH("R-KEY-011", "another-key", T("kcv"), TDES("4", "4B1FDE2D"), .terminal = 1),
    FIRES("R-KEY-011", "first-byte", T("kcv"), TDES("3", "4A1FDE")),
    FIRES("R-KEY-011", "longer-and-another", T("kcv"), TDES("8", "4B1FDE2D00000000")),
    QUIET("R-KEY-011", "same", T("kcv"), TDES("4", "4B1FDE2C")),
    QUIET("R-KEY-011", "small-letters", T("kcv"), TDES("4", "4b1fde2c")),
    QUIET("R-KEY-011", "shorter", T("kcv"), TDES("3", "4B1FDE")),
    QUIET("R-KEY-011", "longer", T("kcv"), TDES("8", "4B1FDE2C00112233")),
    QUIET("R-KEY-011", "another-method", T("kcv"), KCV("tdes", "cmac_zero", "4", "00112233")),
    QUIET("R-KEY-011", "another-algorithm", T("kcv"), KCV("sm4", "ecb_zero", "4", "00112233")),
    QUIET_WITH("R-KEY-011", "host-not-asked", T("kcv"), TDES("4", "00112233"),
               AND(HT("kcv"), NULL)),
    FIRES("R-KEY-012", "another-method", T("kcv"), KCV("tdes", "cmac_zero", "4", "00112233")),
    QUIET("R-KEY-012", "same-method", T("kcv"), TDES("4", "00112233")),
    QUIET("R-KEY-012", "another-algorithm", T("kcv"), KCV("aes", "cmac_zero", "4", "00112233")),
    QUIET_WITH("R-KEY-012", "host-not-asked", T("kcv"), KCV("tdes", "cmac_zero", "4", "00112233"),
               AND(HT("kcv"), NULL)),
    FIRES("R-KEY-013", "sm4", T("kcv"), KCV("sm4", "ecb_zero", "4", "4B1FDE2C")),
    FIRES("R-KEY-013", "single-length", T("kcv"), KCV("des", "ecb_zero", "4", "4B1FDE2C")),
    FIRES("R-KEY-013", "both-differ", T("kcv"), KCV("aes", "cmac_zero", "4", "4B1FDE2C")),
    QUIET("R-KEY-013", "another-method", T("kcv"), KCV("tdes", "cmac_zero", "4", "00112233")),
    QUIET("R-KEY-013", "another-key", T("kcv"), TDES("4", "00112233")),
};

#define SECOND "/host/terminals/1/kcv"
#define TWO .terminals = 2
static const FactTestRow shared_rows[] = {
    FIRES("R-KEY-020", "one-byte", T("kcv"), TDES("1", "4B")),
    FIRES("R-KEY-020", "two-bytes-at-the-host", "/host/terminals/0/kcv", TDES("2", "4B1F")),
    QUIET("R-KEY-020", "three-bytes", T("kcv"), TDES("3", "4B1FDE")),
    FIRES_WITH("R-KEY-019", "same", SECOND, TDES("4", "4B1FDE2C"), TWO, .terminal = 2),
    FIRES_WITH("R-KEY-019", "prefix-of-three", SECOND, TDES("3", "4B1FDE"), TWO),
    FIRES_WITH("R-KEY-019", "longer", SECOND, TDES("8", "4B1FDE2C00112233"), TWO),
    FIRES_WITH("R-KEY-019", "first-of-three", SECOND, TDES("4", "4B1FDE2C"), TWO,
               AND(HT("kcv"), TDES("3", "4B1FDE"))),
    QUIET_WITH("R-KEY-019", "first-of-two", SECOND, TDES("4", "4B1FDE2C"), TWO,
               AND(HT("kcv"), TDES("2", "4B1F"))),
    QUIET_WITH("R-KEY-019", "two-bytes", SECOND, TDES("2", "4B1F"), TWO),
    QUIET_WITH("R-KEY-019", "another", SECOND, TDES("4", "4B1FDE2D"), TWO),
    QUIET_WITH("R-KEY-019", "another-method", SECOND, KCV("tdes", "cmac_zero", "4", "4B1FDE2C"),
               TWO),
    QUIET_WITH("R-KEY-019", "another-algorithm", SECOND, KCV("sm4", "ecb_zero", "4", "4B1FDE2C"),
               TWO),
};

/* Each terminal is held against its own record at the host, whatever the order. */
static void
test_order(void)
{
    FactTestRow row = {.terminals = 2};
    g_auto(FactRun) run = {0};
    g_auto(FactRun) swapped = {0};
    FactEdit swap[] = {{"/host/terminals/0/tusn", TEXT("00000204000000000002")},
                       {"/host/terminals/1/tusn", TEXT("00000204000000000001")},
                       {"/host/terminals/0/terminal_no", TEXT("10000002")},
                       {"/host/terminals/1/terminal_no", TEXT("10000001")}};

    fact_run_row(&run, &row);
    g_assert_null(fact_run_find(&run, "R-KEY-011", NULL));
    memcpy(row.edits, swap, sizeof swap);
    fact_run_row(&swapped, &row);
    g_assert_nonnull(fact_run_find(&swapped, "R-KEY-011", "/terminals/0/kcv"));
    g_assert_nonnull(fact_run_find(&swapped, "R-KEY-011", "/terminals/1/kcv"));
    const Finding *finding = fact_run_find(&swapped, "R-KEY-011", "/terminals/0/kcv");
    g_assert_cmpstr(finding->params[0].text, ==, "4B1FDE2D (tdes ecb_zero)");
    g_assert_cmpint(finding->evidence[1].fact, ==, FACT_HOST_TERMINAL_KCV);
    g_assert_cmpuint(finding->evidence[1].index, ==, 1);
}

static void
test_complete(void)
{
    g_autoptr(GArray) all = g_array_new(FALSE, TRUE, sizeof(FactTestRow));

    g_array_append_vals(all, rule_rows, G_N_ELEMENTS(rule_rows));
    g_array_append_vals(all, kcv_rows, G_N_ELEMENTS(kcv_rows));
    g_array_append_vals(all, shared_rows, G_N_ELEMENTS(shared_rows));
    fact_rows_check_complete(key_fact_rules, (const FactTestRow *)(gpointer)all->data, all->len);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    fact_rows_add(rule_rows, G_N_ELEMENTS(rule_rows));
    fact_rows_add(kcv_rows, G_N_ELEMENTS(kcv_rows));
    fact_rows_add(shared_rows, G_N_ELEMENTS(shared_rows));
    fact_rows_add_clean(key_fact_rules);
    g_test_add_func("/order", test_order);
    g_test_add_func("/complete", test_complete);
    return g_test_run();
}

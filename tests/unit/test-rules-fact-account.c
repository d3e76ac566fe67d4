/* SPDX-License-Identifier: Apache-2.0 */
/* What the bank says of the account: for each rule a row that fires and the nearest that does not.
 */
#include "fact_rows.h"

#define BANK(key) "/bank_account/" key
#define PRIVATE .kind = MERCHANT_HOUSEHOLD

static const FactTestRow rows[] = {
    FIRES("R-ACC-001", "rejected", BANK("result"), TEXT("rejected")),
    QUIET("R-ACC-001", "verified", BANK("result"), TEXT("verified")),
    QUIET("R-ACC-001", "unknown", BANK("result"), TEXT("unknown")),
    QUIET("R-ACC-001", "strange-word", BANK("result"), TEXT("refused")),
    FIRES("R-ACC-002", "no", BANK("holder_match"), TEXT("no")),
    QUIET("R-ACC-002", "close", BANK("holder_match"), TEXT("close")),
    QUIET("R-ACC-002", "unknown", BANK("holder_match"), TEXT("unknown")),
    FIRES("R-ACC-003", "close", BANK("holder_match"), TEXT("close")),
    QUIET("R-ACC-003", "match", BANK("holder_match"), TEXT("match")),
    QUIET("R-ACC-003", "no", BANK("holder_match"), TEXT("no")),
    FIRES("R-ACC-004", "closed", BANK("account_state"), TEXT("closed")),
    FIRES("R-ACC-004", "frozen", BANK("account_state"), TEXT("frozen")),
    QUIET("R-ACC-004", "open", BANK("account_state"), TEXT("open")),
    QUIET("R-ACC-004", "unknown", BANK("account_state"), TEXT("unknown")),
    FIRES("R-ACC-005", "private-for-corporate", BANK("account_kind"), TEXT("private")),
    FIRES_WITH("R-ACC-005", "corporate", BANK("account_kind"), TEXT("corporate"), PRIVATE),
    QUIET_WITH("R-ACC-005", "private", BANK("account_kind"), TEXT("private"), PRIVATE),
    QUIET("R-ACC-005", "unknown", BANK("account_kind"), TEXT("unknown")),
    QUIET_WITH("R-ACC-005", "not-applied", BANK("account_kind"), TEXT("private"),
               APP(SETTLE_ACCOUNT_KIND, "")),
    FIRES_WITH("R-ACC-006", "credit", BANK("card_kind"), TEXT("credit"), PRIVATE),
    FIRES_WITH("R-ACC-006", "prepaid", BANK("card_kind"), TEXT("prepaid"), PRIVATE),
    QUIET_WITH("R-ACC-006", "debit", BANK("card_kind"), TEXT("debit"), PRIVATE),
    QUIET_WITH("R-ACC-006", "unknown", BANK("card_kind"), TEXT("unknown"), PRIVATE),
    FIRES("R-ACC-007", "no", BANK("debitable"), TEXT("no")),
    QUIET("R-ACC-007", "yes", BANK("debitable"), TEXT("yes")),
    QUIET("R-ACC-007", "unknown", BANK("debitable"), TEXT("unknown")),
};

/* The rejection says the bank's reason, where there is one. */
static void
test_reason(void)
{
    static const struct {
        const char *json, *reason;
    } reasons[] = {{TEXT("AC04"), "AC04"}, {TEXT(""), "-"}, {NULL, "-"}};

    for (gsize i = 0; i < G_N_ELEMENTS(reasons); i++) {
        FactTestRow row = QUIET_WITH("", "", BANK("result"), TEXT("rejected"),
                                     AND(BANK("reason"), reasons[i].json));
        g_auto(FactRun) run = {0};
        fact_run_row(&run, &row);
        const Finding *finding = fact_run_find(&run, "R-ACC-001", NULL);
        g_assert_nonnull(finding);
        g_assert_cmpstr(finding->params[0].text, ==, reasons[i].reason);
        g_assert_cmpuint(finding->evidence_count, ==, 1);
        g_assert_cmpstr(finding->evidence[0].record->source, ==, "bank");
    }
}

static void
test_complete(void)
{
    fact_rows_check_complete(account_fact_rules, rows, G_N_ELEMENTS(rows));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    fact_rows_add(rows, G_N_ELEMENTS(rows));
    fact_rows_add_clean(account_fact_rules);
    g_test_add_func("/reason", test_reason);
    g_test_add_func("/complete", test_complete);
    return g_test_run();
}

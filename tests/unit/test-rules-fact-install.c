/* SPDX-License-Identifier: Apache-2.0 */
/* The installation record: for each rule a row that fires and the nearest that does not. Today is
 * 2026-11-23; the contract begins on 2026-11-01. */
#include "fact_rows.h"

#define INS(key) "/install/0/" key
#define NEXT INS("inspection_next")

static const FactTestRow rows[] = {
    FIRES_WITH("R-INS-001", "the-day-before", INS("installed_at"), TEXT("2026-10-31"),
               .terminal = 1),
    FIRES_WITH("R-INS-001", "by-the-application", INS("installed_at"), TEXT("2026-10-31"),
               AND("/contract/contract_from", NULL)),
    QUIET("R-INS-001", "the-day-itself", INS("installed_at"), TEXT("2026-11-01")),
    QUIET("R-INS-001", "no-day", INS("installed_at"), TEXT("")),
    QUIET_WITH("R-INS-001", "by-the-contract", INS("installed_at"), TEXT("2026-10-31"),
               AND("/contract/contract_from", TEXT("2026-10-31"))),
    QUIET_WITH("R-INS-001", "start-unknown", INS("installed_at"), TEXT("2026-10-31"),
               AND("/contract/contract_from", NULL), APP(CONTRACT_CONTRACT_FROM, "")),
    FIRES("R-INS-014", "empty", INS("installed_at"), TEXT("")),
    QUIET("R-INS-014", "given", INS("installed_at"), TEXT("2026-11-21")),
    FIRES("R-INS-013", "another", INS("terminal_no"), TEXT("10009999")),
    QUIET("R-INS-013", "same", INS("terminal_no"), TEXT("10000001")),
    FIRES("R-INS-002", "tomorrow", INS("installed_at"), TEXT("2026-11-24")),
    FIRES("R-INS-015", "tomorrow", INS("last_transaction_at"), TEXT("2026-11-24")),
    QUIET("R-INS-015", "today", INS("last_transaction_at"), TEXT("2026-11-23")),
    QUIET("R-INS-002", "today", INS("installed_at"), TEXT("2026-11-23")),
    FIRES("R-INS-003", "no-day", INS("trained_at"), TEXT("")),
    FIRES("R-INS-003", "tomorrow", INS("trained_at"), TEXT("2026-11-24")),
    FIRES("R-INS-003", "after-the-first-sale", INS("trained_at"), TEXT("2026-11-23")),
    QUIET("R-INS-003", "the-day-of-the-sale", INS("trained_at"), TEXT("2026-11-22")),
    QUIET_WITH("R-INS-003", "no-sale-yet", INS("trained_at"), TEXT("2026-11-23"),
               AND(INS("last_transaction_at"), TEXT(""))),
    FIRES("R-INS-004", "no-day", NEXT, TEXT("")),
    FIRES("R-INS-004", "a-year-and-a-day", NEXT, TEXT("2027-11-22")),
    QUIET("R-INS-004", "a-year", NEXT, TEXT("2027-11-21")),
    FIRES_WITH("R-INS-004", "installed-a-year-ago", NEXT, TEXT("2026-11-24"),
               AND(INS("installed_at"), TEXT("2025-11-23"))),
    QUIET_WITH("R-INS-004", "installed-long-ago", NEXT, TEXT("2027-11-23"),
               AND(INS("installed_at"), TEXT("2024-11-21"))),
    FIRES_WITH("R-INS-004", "installed-long-ago-and-late", NEXT, TEXT("2027-11-24"),
               AND(INS("installed_at"), TEXT("2024-11-21"))),
    QUIET_WITH("R-INS-004", "installed-no-day", NEXT, TEXT("2027-11-23"),
               AND(INS("installed_at"), TEXT(""))),
    QUIET_WITH("R-INS-004", "installed-not-asked", NEXT, TEXT("2027-11-23"),
               AND(INS("installed_at"), NULL)),
    FIRES_WITH("R-INS-004", "not-asked-and-late", NEXT, TEXT("2027-11-24"),
               AND(INS("installed_at"), NULL)),
    FIRES("R-INS-005", "yesterday", NEXT, TEXT("2026-11-22")),
    QUIET("R-INS-005", "today", NEXT, TEXT("2026-11-23")),
    QUIET("R-INS-005", "no-day", NEXT, TEXT("")),
    FIRES("R-INS-006", "91-days", INS("last_transaction_at"), TEXT("2026-08-24")),
    FIRES("R-INS-006", "365-days", INS("last_transaction_at"), TEXT("2025-11-23")),
    QUIET("R-INS-006", "90-days", INS("last_transaction_at"), TEXT("2026-08-25")),
    QUIET("R-INS-006", "366-days", INS("last_transaction_at"), TEXT("2025-11-22")),
    QUIET("R-INS-006", "none-yet", INS("last_transaction_at"), TEXT("")),
    FIRES("R-INS-007", "366-days", INS("last_transaction_at"), TEXT("2025-11-22")),
    QUIET("R-INS-007", "365-days", INS("last_transaction_at"), TEXT("2025-11-23")),
    QUIET("R-INS-007", "none-yet", INS("last_transaction_at"), TEXT("")),
    FIRES("R-INS-008", "nine", INS("retention_years"), "9"),
    FIRES("R-INS-008", "five", INS("retention_years"), "5"),
    QUIET("R-INS-008", "ten", INS("retention_years"), "10"),
    QUIET("R-INS-008", "four", INS("retention_years"), "4"),
    FIRES("R-INS-009", "four", INS("retention_years"), "4"),
    FIRES("R-INS-009", "negative", INS("retention_years"), "-1"),
    QUIET("R-INS-009", "five", INS("retention_years"), "5"),
    FIRES("R-INS-010", "one", INS("slip_retention_years"), "1"),
    QUIET("R-INS-010", "two", INS("slip_retention_years"), "2"),
    FIRES("R-INS-011", "another", INS("branch_province"), TEXT("43")),
    FIRES("R-INS-011", "empty", INS("branch_province"), TEXT("")),
    FIRES("R-INS-011", "one-digit", INS("branch_province"), TEXT("4")),
    QUIET("R-INS-011", "same", INS("branch_province"), TEXT("44")),
    QUIET_WITH("R-INS-011", "shop-unknown", INS("branch_province"), TEXT("43"),
               APP(SHOP_SHOP_REGION, "")),
    FIRES("R-INS-012", "keys", INS("outsourced_roles"), "[\"training\", \"key_loading\"]"),
    FIRES("R-INS-012", "review", INS("outsourced_roles"), "[\"实名审核\"]"),
    QUIET("R-INS-012", "training", INS("outsourced_roles"), "[\"training\", \"拓展\"]"),
    QUIET("R-INS-012", "none", INS("outsourced_roles"), "[]"),
};

/* The duty that may not be given away is named. */
static void
test_role(void)
{
    FactTestRow row =
        QUIET("", "", INS("outsourced_roles"), "[\"training\", \"settlement\", \"key_loading\"]");
    g_auto(FactRun) run = {0};

    fact_run_row(&run, &row);
    g_assert_cmpstr(fact_run_find(&run, "R-INS-012", NULL)->params[0].text, ==, "settlement");
}

static void
test_complete(void)
{
    fact_rows_check_complete(install_fact_rules, rows, G_N_ELEMENTS(rows));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    fact_rows_add(rows, G_N_ELEMENTS(rows));
    fact_rows_add_clean(install_fact_rules);
    g_test_add_func("/role", test_role);
    g_test_add_func("/complete", test_complete);
    return g_test_run();
}

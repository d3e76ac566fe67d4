/* SPDX-License-Identifier: Apache-2.0 */
/* What the host and the device register hold of each terminal: for each rule a row that fires and
 * the nearest that does not. Today is 2026-11-23. */
#include "fact_rows.h"

#define HT(key) "/host/terminals/0/" key
#define REG(key) "/devices/0/" key

#define OTHER_MERCHANT "898584058120002"
#define SERIAL "00000204000000000001"
#define OTHER_SERIAL "00000204000000000009"

static const FactTestRow rows[] = {
    FIRES_WITH("R-HT-001", "absent", HT("state"), TEXT("absent"), .terminal = 1),
    FIRES_WITH("R-HT-001", "second", "/host/terminals/1/state", TEXT("absent"), .terminals = 2,
               .terminal = 2),
    QUIET("R-HT-001", "closed", HT("state"), TEXT("closed")),
    FIRES("R-HT-002", "closed", HT("state"), TEXT("closed")),
    FIRES("R-HT-002", "repair", HT("state"), TEXT("repair")),
    FIRES("R-HT-002", "lost", HT("state"), TEXT("lost")),
    QUIET("R-HT-002", "open", HT("state"), TEXT("open")),
    QUIET("R-HT-002", "absent", HT("state"), TEXT("absent")),
    FIRES("R-HT-003", "another", HT("merchant_no"), TEXT(OTHER_MERCHANT)),
    FIRES_WITH("R-HT-003", "by-the-contract", HT("merchant_no"), TEXT(OTHER_MERCHANT),
               APP(DEVICE_MERCHANT_NO, "")),
    QUIET("R-HT-003", "same", HT("merchant_no"), TEXT(FACT_ROW_MERCHANT)),
    QUIET_WITH("R-HT-003", "nobody-else-says-it", HT("merchant_no"), TEXT(OTHER_MERCHANT),
               APP(DEVICE_MERCHANT_NO, ""), AND("/contract/merchant_no", NULL),
               AND_THIRD("/host/merchant_no", NULL)),
    FIRES_WITH("R-HT-004", "another", HT("terminal_no"), TEXT("10000009"), .terminal = 1),
    QUIET("R-HT-004", "same", HT("terminal_no"), TEXT("10000001")),
    QUIET_WITH("R-HT-004", "not-applied", HT("terminal_no"), TEXT("10000009"),
               APP(DEVICE_TERMINAL_NO, "")),
    FIRES("R-HT-005", "another", HT("tusn"), TEXT(OTHER_SERIAL)),
    FIRES_WITH("R-HT-005", "by-the-register", HT("tusn"), TEXT(OTHER_SERIAL), APP(DEVICE_TUSN, "")),
    QUIET("R-HT-005", "same", HT("tusn"), TEXT(SERIAL)),
    QUIET_WITH("R-HT-005", "nobody-else-says-it", HT("tusn"), TEXT(OTHER_SERIAL),
               APP(DEVICE_TUSN, ""), AND(REG("tusn"), NULL)),
    FIRES("R-REG-001", "unknown", REG("tusn_state"), TEXT("unknown")),
    FIRES("R-REG-001", "reported", REG("tusn_state"), TEXT("reported")),
    FIRES("R-REG-001", "void", REG("tusn_state"), TEXT("void")),
    QUIET("R-REG-001", "in-stock", REG("tusn_state"), TEXT("in_stock")),
    QUIET("R-REG-001", "bound", REG("tusn_state"), TEXT("bound")),
    FIRES("R-REG-002", "in-stock", REG("tusn_state"), TEXT("in_stock")),
    QUIET_WITH("R-REG-002", "provision", REG("tusn_state"), TEXT("in_stock"),
               .stage = STAGE_PROVISION),
    QUIET("R-REG-002", "bound", REG("tusn_state"), TEXT("bound")),
    FIRES("R-REG-003", "another", REG("bound_to"), TEXT(OTHER_MERCHANT)),
    FIRES("R-REG-003", "bound-to-nobody", REG("bound_to"), TEXT("")),
    FIRES_WITH("R-REG-003", "in-stock-but-bound", REG("bound_to"), TEXT(OTHER_MERCHANT),
               AND(REG("tusn_state"), TEXT("in_stock"))),
    QUIET("R-REG-003", "same", REG("bound_to"), TEXT(FACT_ROW_MERCHANT)),
    QUIET_WITH("R-REG-003", "in-stock", REG("bound_to"), TEXT(""),
               AND(REG("tusn_state"), TEXT("in_stock"))),
    QUIET_WITH("R-REG-003", "state-not-asked", REG("bound_to"), TEXT(""),
               AND(REG("tusn_state"), NULL)),
    FIRES("R-REG-004", "another", REG("model"), TEXT("A930")),
    FIRES("R-REG-004", "empty", REG("model"), TEXT("")),
    FIRES_WITH("R-REG-004", "neither-in-the-catalogue", REG("model"), TEXT("Q98"),
               APP(DEVICE_TERM_MODEL, "Q99")),
    QUIET_WITH(
        "R-REG-004", "another-spelling", REG("model"), TEXT("DX8000"),
        .app = {{FIELD_DEVICE_TERM_BRAND, "Ingenico"}, {FIELD_DEVICE_TERM_MODEL, "AXIUM DX8000"}}),
    QUIET_WITH("R-REG-004", "another-spelling-without-brand", REG("model"), TEXT("DX8000"),
               .app = {{FIELD_DEVICE_TERM_BRAND, ""}, {FIELD_DEVICE_TERM_MODEL, "AXIUM DX8000"}}),
    FIRES_WITH(
        "R-REG-004", "of-another-brand", REG("model"), TEXT("DX8000"),
        .app = {{FIELD_DEVICE_TERM_BRAND, "Sunmi"}, {FIELD_DEVICE_TERM_MODEL, "AXIUM DX8000"}}),
    QUIET_WITH("R-REG-004", "with-the-maker", REG("model"), TEXT("PAX A920"),
               APP(DEVICE_TERM_BRAND, "PAX")),
    QUIET_WITH("R-REG-004", "with-one-of-its-names", REG("model"), TEXT("PAX-A920"),
               APP(DEVICE_TERM_BRAND, "PAX 百富")),
    QUIET_WITH("R-REG-004", "with-its-chinese-name", REG("model"), TEXT("百富A920"),
               APP(DEVICE_TERM_BRAND, "PAX 百富")),
    FIRES_WITH("R-REG-004", "another-with-the-maker", REG("model"), TEXT("PAX A930"),
               APP(DEVICE_TERM_BRAND, "PAX")),
    FIRES_WITH("R-REG-004", "makers-letters-only", REG("model"), TEXT("PAXA930"),
               APP(DEVICE_TERM_BRAND, "PAX")),
    QUIET("R-REG-004", "small-letters", REG("model"), TEXT("a 920")),
    QUIET_WITH("R-REG-004", "not-applied", REG("model"), TEXT("A930"), APP(DEVICE_TERM_MODEL, "")),
    FIRES("R-REG-006", "another", REG("firmware_version"), TEXT("1.0.6")),
    QUIET("R-REG-006", "same", REG("firmware_version"), TEXT("1.0.5")),
    FIRES("R-REG-007", "yesterday", REG("certification_valid_to"), TEXT("2026-11-22")),
    FIRES("R-REG-007", "none", REG("certification_valid_to"), TEXT("")),
    QUIET("R-REG-007", "today", REG("certification_valid_to"), TEXT("2026-11-23")),
    FIRES("R-REG-008", "today", REG("certification_valid_to"), TEXT("2026-11-23")),
    FIRES("R-REG-008", "90-days", REG("certification_valid_to"), TEXT("2027-02-21")),
    QUIET("R-REG-008", "91-days", REG("certification_valid_to"), TEXT("2027-02-22")),
    QUIET("R-REG-008", "yesterday", REG("certification_valid_to"), TEXT("2026-11-22")),
    FIRES("R-REG-009", "not-able", REG("cipher_able"), "false"),
    QUIET("R-REG-009", "able", REG("cipher_able"), "true"),
    FIRES("R-REG-010", "taobao", REG("source_of_device"), TEXT("Taobao shop")),
    FIRES("R-REG-010", "second-hand", REG("source_of_device"), TEXT("二手机具")),
    FIRES("R-REG-010", "not-recorded", REG("source_of_device"), TEXT("")),
    FIRES("R-REG-010", "pinduoduo", REG("source_of_device"), TEXT("商户在拼多多买的")),
    QUIET("R-REG-010", "east-of-beijing", REG("source_of_device"), TEXT("北京东城区库存")),
    QUIET("R-REG-010", "stock", REG("source_of_device"), TEXT("acquirer stock")),
    FIRES("R-REG-011", "another", REG("tusn"), TEXT(OTHER_SERIAL)),
    QUIET("R-REG-011", "same", REG("tusn"), TEXT(SERIAL)),
    QUIET_WITH("R-REG-011", "one-of-two", "/devices/1", NULL, .terminals = 2),
    QUIET_WITH("R-REG-011", "not-applied", REG("tusn"), TEXT(OTHER_SERIAL), APP(DEVICE_TUSN, "")),
};

/* Each finding stands at the record of its terminal, whatever the order. */
static void
test_order(void)
{
    g_auto(FactRun) run = {0};
    Application *app = fact_rows_application(arena_new(), MERCHANT_ENTERPRISE, 2);
    g_autofree char *json = fact_rows_json(app);

    sample_terminals(app, 2);
    sample_set(app, FIELD_DEVICE_TUSN, 0, "00000204000000000002");
    sample_set(app, FIELD_DEVICE_TUSN, 1, SERIAL);
    sample_set(app, FIELD_DEVICE_FIRMWARE_VERSION, 0, "1.0.6");
    fact_run(&run, app, json, STAGE_READY);
    g_assert_nonnull(fact_run_find(&run, "R-REG-006", "/devices/1/firmware_version"));
    g_assert_cmpint(fact_run_find(&run, "R-REG-006", NULL)->device, ==, 0);
    g_assert_null(fact_run_find(&run, "R-REG-006", "/devices/0/firmware_version"));
}

static void
test_complete(void)
{
    fact_rows_check_complete(device_fact_rules, rows, G_N_ELEMENTS(rows));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    fact_rows_add(rows, G_N_ELEMENTS(rows));
    fact_rows_add_clean(device_fact_rules);
    g_test_add_func("/order", test_order);
    g_test_add_func("/complete", test_complete);
    return g_test_run();
}

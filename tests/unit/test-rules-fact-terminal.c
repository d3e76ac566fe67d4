/* SPDX-License-Identifier: Apache-2.0 */
/* What is read back from the terminal, keys apart: for each rule a row that fires and the nearest
 * that does not. Today is 2026-11-23; the terminal was read at 08:30. */
#include "fact_rows.h"

#define T(key) "/terminals/0/" key
#define REG(key) "/devices/0/" key

#define OTHER_MERCHANT "898584058120002"
#define OTHER_SERIAL "00000204000000000009"
#define MENU "\"sale\", \"void\", \"refund\", \"contactless\""

static const FactTestRow rows[] = {
    FIRES_WITH("R-TERM-001", "another", T("merchant_no"), TEXT(OTHER_MERCHANT), .terminal = 1),
    FIRES("R-TERM-001", "one-digit-short", T("merchant_no"), TEXT("89858405812000")),
    FIRES_WITH("R-TERM-001", "by-the-host", T("merchant_no"), TEXT(OTHER_MERCHANT),
               APP(DEVICE_MERCHANT_NO, ""), AND("/contract/merchant_no", NULL)),
    QUIET("R-TERM-001", "same", T("merchant_no"), TEXT(FACT_ROW_MERCHANT)),
    FIRES_WITH("R-TERM-002", "another", T("terminal_no"), TEXT("10000009"), .terminal = 1),
    FIRES("R-TERM-002", "letter-o", T("terminal_no"), TEXT("1000000O")),
    FIRES_WITH("R-TERM-002", "by-the-host", T("terminal_no"), TEXT("10000009"),
               APP(DEVICE_TERMINAL_NO, "")),
    QUIET("R-TERM-002", "same", T("terminal_no"), TEXT("10000001")),
    FIRES("R-TERM-003", "another", T("tusn"), TEXT(OTHER_SERIAL)),
    FIRES_WITH("R-TERM-003", "by-the-register", T("tusn"), TEXT(OTHER_SERIAL),
               APP(DEVICE_TUSN, "")),
    QUIET("R-TERM-003", "same", T("tusn"), TEXT("00000204000000000001")),
    FIRES("R-TERM-004", "another", T("app_version"), TEXT("320000")),
    FIRES_WITH("R-TERM-004", "by-the-register", T("app_version"), TEXT("320000"),
               APP(DEVICE_APP_VERSION, "")),
    QUIET("R-TERM-004", "same", T("app_version"), TEXT("320001")),
    QUIET_WITH("R-TERM-004", "nobody-else-says-it", T("app_version"), TEXT("320000"),
               APP(DEVICE_APP_VERSION, ""), AND(REG("app_version"), NULL)),
    FIRES("R-TERM-005", "not-sent", T("field59"), "false"),
    QUIET("R-TERM-005", "sent", T("field59"), "true"),
    FIRES("R-TERM-006", "no-chip", T("readers"), "[\"msr\", \"nfc\"]"),
    FIRES("R-TERM-006", "none", T("readers"), "[]"),
    QUIET("R-TERM-006", "chip-alone", T("readers"), "[\"icc\"]"),
    FIRES("R-TERM-007", "no-contactless", T("readers"), "[\"msr\", \"icc\"]"),
    QUIET("R-TERM-007", "contactless", T("readers"), "[\"icc\", \"nfc\"]"),
    QUIET_WITH("R-TERM-007", "not-applied", T("readers"), "[\"msr\", \"icc\"]",
               APP(FUNC_TXN_TYPES, "sale;void;refund")),
    FIRES("R-TERM-008", "no-stripe", T("readers"), "[\"icc\", \"nfc\"]"),
    QUIET("R-TERM-008", "stripe", T("readers"), "[\"msr\"]"),
    FIRES("R-TERM-009", "366-days", T("aid_date"), TEXT("2025-11-22")),
    FIRES("R-TERM-009", "capk-366-days", T("capk_date"), TEXT("2025-11-22")),
    FIRES("R-TERM-009", "never", T("aid_date"), TEXT("")),
    FIRES("R-TERM-009", "tomorrow", T("capk_date"), TEXT("2026-11-24")),
    QUIET_WITH("R-TERM-009", "365-days", T("aid_date"), TEXT("2025-11-23"),
               AND(T("capk_date"), TEXT("2025-11-23"))),
    QUIET("R-TERM-009", "today", T("capk_date"), TEXT("2026-11-23")),
    FIRES("R-TERM-010", "failed", T("connection_test"), TEXT("failed")),
    FIRES("R-TERM-010", "never", T("connection_test"), TEXT("never")),
    QUIET("R-TERM-010", "ok", T("connection_test"), TEXT("ok")),
    QUIET("R-TERM-010", "strange-word", T("connection_test"), TEXT("unknown")),
    FIRES("R-TERM-011", "nine-digits", T("tpdu"), TEXT("600000000")),
    FIRES("R-TERM-011", "letter", T("tpdu"), TEXT("600000000O")),
    FIRES("R-TERM-011", "empty", T("tpdu"), TEXT("")),
    FIRES("R-TERM-011", "nine-digits-in-pairs", T("tpdu"), TEXT("60 00 03 00 0")),
    QUIET("R-TERM-011", "in-pairs", T("tpdu"), TEXT("60 00 03 00 00")),
    QUIET("R-TERM-011", "ten-digits", T("tpdu"), TEXT("6000030000")),
    FIRES("R-TERM-012", "no-port", T("host_addr"), TEXT("10.0.0.1")),
    FIRES("R-TERM-012", "port-zero", T("host_addr"), TEXT("10.0.0.1:0")),
    FIRES("R-TERM-012", "port-65536", T("host_addr"), TEXT("10.0.0.1:65536")),
    FIRES("R-TERM-012", "port-alone", T("host_addr"), TEXT(":8888")),
    FIRES("R-TERM-012", "empty-port", T("host_addr"), TEXT("10.0.0.1:")),
    FIRES("R-TERM-012", "seven-digits", T("host_addr"), TEXT("10.0.0.1:0008888")),
    FIRES("R-TERM-012", "letter-in-the-port", T("host_addr"), TEXT("10.0.0.1:88O8")),
    FIRES("R-TERM-012", "blank", T("host_addr"), TEXT("10.0.0.1 :8888")),
    FIRES("R-TERM-012", "empty", T("host_addr"), TEXT("")),
    FIRES("R-TERM-012", "no-such-address", T("host_addr"), TEXT("999.0.0.1:88")),
    FIRES("R-TERM-012", "three-numbers", T("host_addr"), TEXT("10.0.1:88")),
    QUIET("R-TERM-012", "zeros-before", T("host_addr"), TEXT("145.004.206.244:05001")),
    QUIET("R-TERM-012", "blank-after", T("host_addr"), TEXT("10.0.0.1:8888 ")),
    QUIET("R-TERM-012", "name-of-digits", T("host_addr"), TEXT("999.0.0.1.example:88")),
    QUIET("R-TERM-012", "port-65535", T("host_addr"), TEXT("10.0.0.1:65535")),
    QUIET("R-TERM-012", "name", T("host_addr"), TEXT("host.example:1")),
    QUIET("R-TERM-012", "ipv6", T("host_addr"), TEXT("[2001:db8::1]:8888")),
    FIRES("R-TERM-013", "dollar", T("currency"), TEXT("840")),
    FIRES("R-TERM-013", "letters", T("currency"), TEXT("CNY")),
    QUIET("R-TERM-013", "yuan", T("currency"), TEXT("156")),
    FIRES("R-TERM-014", "five-minutes-and-a-second", T("clock"), TEXT("2026-11-23T08:35:01+08:00")),
    FIRES("R-TERM-014", "behind", T("clock"), TEXT("2026-11-23T08:24:59+08:00")),
    FIRES("R-TERM-014", "another-zone", T("clock"), TEXT("2026-11-23T08:30:00Z")),
    FIRES("R-TERM-014", "empty", T("clock"), TEXT("")),
    QUIET("R-TERM-014", "five-minutes", T("clock"), TEXT("2026-11-23T08:35:00+08:00")),
    QUIET("R-TERM-014", "five-minutes-behind", T("clock"), TEXT("2026-11-23T00:25:00Z")),
    QUIET_WITH("R-TERM-014", "of-its-own-time", T("clock"), TEXT("2026-11-20T08:30:00+08:00"),
               AND(T("at"), TEXT("2026-11-20T08:32:00+08:00"))),
    QUIET_WITH("R-TERM-014", "time-not-said", T("clock"), TEXT("2020-01-01T00:00:00Z"),
               AND(T("at"), NULL)),
    FIRES("R-TERM-015", "a-fen-more", T("limit_nopin"), "100001"),
    FIRES("R-TERM-015", "negative", T("limit_nopin"), "-1"),
    QUIET("R-TERM-015", "most", T("limit_nopin"), "100000"),
    QUIET("R-TERM-015", "zero", T("limit_nopin"), "0"),
    FIRES("R-TERM-016", "a-fen-less", T("limit_nopin"), "99999"),
    QUIET("R-TERM-016", "same", T("limit_nopin"), "100000"),
    QUIET_WITH("R-TERM-016", "not-applied", T("limit_nopin"), "99999", APP(LIMIT_LIMIT_NOPIN, "")),
    FIRES("R-TERM-017", "on", T("fallback"), "true"),
    QUIET("R-TERM-017", "off", T("fallback"), "false"),
    FIRES("R-TERM-018", "more", T("tip_percent"), "16"),
    FIRES("R-TERM-018", "negative", T("tip_percent"), "-1"),
    QUIET("R-TERM-018", "most", T("tip_percent"), "15"),
    QUIET("R-TERM-018", "none", T("tip_percent"), "0"),
    FIRES("R-TERM-019", "lacks", T("txn_types"), "[\"sale\", \"void\", \"refund\"]"),
    QUIET("R-TERM-019", "more", T("txn_types"), "[" MENU ", \"qr\"]"),
    FIRES("R-TERM-020", "more", T("txn_types"), "[" MENU ", \"preauth\"]"),
    QUIET("R-TERM-020", "same", T("txn_types"), "[" MENU "]"),
    QUIET("R-TERM-020", "less", T("txn_types"), "[\"sale\"]"),
    QUIET("R-TERM-020", "strange-word", T("txn_types"), "[" MENU ", \"instalment\"]"),
    FIRES("R-TERM-021", "another", T("sim_iccid"), TEXT("89860000000000000009")),
    QUIET("R-TERM-021", "same", T("sim_iccid"), TEXT("89860000000000000001")),
    QUIET_WITH("R-TERM-021", "not-applied", T("sim_iccid"), TEXT("89860000000000000009"),
               APP(DEVICE_SIM_ICCID, "")),
};

/* The shop is at 113.94526, 22.55550; 0.018 degrees of latitude are 2004 metres. What lies within
 * one part in fifty is allowed, and 1500 metres more where the coordinate systems differ. */
#define FENCE "113.94526 22.55550 500 gcj02"
static const FactTestRow place_rows[] = {
    FIRES_WITH("R-TERM-022", "2100-metres", T("lon"), TEXT("113.94526"),
               AND(T("lat"), TEXT("22.57450"))),
    QUIET_WITH("R-TERM-022", "2000-metres", T("lon"), TEXT("113.94526"),
               AND(T("lat"), TEXT("22.57346"))),
    FIRES("R-TERM-022", "east", T("lon"), TEXT("113.96526")),
    QUIET("R-TERM-022", "a-little-east", T("lon"), TEXT("113.96426")),
    QUIET_WITH("R-TERM-022", "another-system", T("lon"), TEXT("113.96526"),
               AND(T("coord_system"), TEXT("wgs84"))),
    FIRES_WITH("R-TERM-022", "another-system-far", T("lon"), TEXT("113.98226"),
               AND(T("coord_system"), TEXT("wgs84"))),
    QUIET_WITH("R-TERM-022", "system-not-asked", T("lon"), TEXT("113.96526"),
               AND(T("coord_system"), NULL)),
    QUIET_WITH("R-TERM-022", "latitude-not-asked", T("lon"), TEXT("100.00000"),
               AND(T("lat"), NULL)),
    FIRES_WITH("R-TERM-022", "outside-the-fence", T("lon"), TEXT("113.95126"),
               APP(DEVICE_GEOFENCE, FENCE)),
    QUIET_WITH("R-TERM-022", "inside-the-fence", T("lon"), TEXT("113.94926"),
               APP(DEVICE_GEOFENCE, FENCE)),
    QUIET_WITH("R-TERM-022", "shop-unknown", T("lon"), TEXT("100.00000"), APP(SHOP_LON, "")),
    QUIET_WITH("R-TERM-022", "latitude-of-the-shop-unknown", T("lon"), TEXT("100.00000"),
               APP(SHOP_LAT, "")),
    QUIET_WITH("R-TERM-022", "system-of-the-shop-unknown", T("lon"), TEXT("100.00000"),
               APP(SHOP_COORD_SYSTEM, "")),
    FIRES("R-TERM-022", "other-end-of-the-world", T("lon"), TEXT("-66.05474")),
    FIRES("R-TERM-022", "no-place-on-earth", T("lon"), TEXT("180.0")),
    FIRES_WITH("R-TERM-022", "neither", T("lon"), TEXT("-180.0"), AND(T("lat"), TEXT("90.0"))),
};

/* What is lacking in the menu and what is beyond are told apart. */
static void
test_menu(void)
{
    FactTestRow row = QUIET("", "", T("txn_types"), "[\"void\", \"refund\", \"qr\", \"balance\"]");
    g_auto(FactRun) run = {0};

    fact_run_row(&run, &row);
    g_assert_cmpstr(fact_run_find(&run, "R-TERM-019", NULL)->params[0].text, ==,
                    "sale;contactless");
    g_assert_cmpstr(fact_run_find(&run, "R-TERM-020", NULL)->params[0].text, ==, "balance;qr");
}

static void
test_complete(void)
{
    g_autoptr(GArray) all = g_array_new(FALSE, TRUE, sizeof(FactTestRow));

    g_array_append_vals(all, rows, G_N_ELEMENTS(rows));
    g_array_append_vals(all, place_rows, G_N_ELEMENTS(place_rows));
    fact_rows_check_complete(terminal_fact_rules, (const FactTestRow *)(gpointer)all->data,
                             all->len);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    fact_rows_add(rows, G_N_ELEMENTS(rows));
    fact_rows_add(place_rows, G_N_ELEMENTS(place_rows));
    fact_rows_add_clean(terminal_fact_rules);
    g_test_add_func("/menu", test_menu);
    g_test_add_func("/complete", test_complete);
    return g_test_run();
}

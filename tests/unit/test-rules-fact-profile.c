/* SPDX-License-Identifier: Apache-2.0 */
/* Register and terminal against what model and acquirer demand: for each rule a row that fires and
 * the nearest that does not. The catalogues are made up. */
#include "fact_rows.h"

#include <string.h>

#define HEAD(name)                                                                                 \
    "# catalogue: " name                                                                           \
    "\n# version: 1\n# source: made up\n# date: 2026-11-01\n# complete: false\n"

static const char *const sheets[] = {
    HEAD("acquirers") "prefix,zh-CN,bank,institutions,app_version_min,txn_versions.preauth,tpdu,"
                      "host_addr,key_index,sm4.mac_rule,sm4.pin_block_rule,sm4.sign_on_mode\n"
                      "898,银联商务,false,4802,310000,320001,6000000000,10.0.0.1:8888,1,sm4_cbc,"
                      "without_pan,001\n"
                      "897,另一家,false,,,,,,2,,,\n",
    HEAD("devices") "brand,model,kind,device_types,network,readers,algorithms,app_version_min,"
                    "firmware_version_min\n"
                    "PAX 百富,A920,smart,04,4g;wifi,msr;icc;nfc,3des;sm4,300000,1.0.4\n",
};

#define REG(key) "/devices/0/" key
#define T(key) "/terminals/0/" key
#define H(key) "/host/terminals/0/" key
#define MERCHANT(number) APP(DEVICE_MERCHANT_NO, number)
#define SM4 APP(DEVICE_KEY_MODE, "mk_sk_sm4")

static const FactTestRow rows[] = {
    FIRES("R-VER-005", "register-below-the-model", REG("app_version"), TEXT("299999")),
    FIRES("R-VER-005", "below-the-acquirer", T("app_version"), TEXT("309999")),
    QUIET("R-VER-005", "register-at-the-least", REG("app_version"), TEXT("310000")),
    QUIET("R-VER-005", "at-the-least", T("app_version"), TEXT("310000")),
    QUIET_WITH("R-VER-005", "another-acquirer", T("app_version"), TEXT("309999"),
               MERCHANT("897584058120001")),
    FIRES_WITH("R-VER-006", "preauth", T("app_version"), TEXT("320000"),
               APP(FUNC_TXN_TYPES, "sale;preauth")),
    QUIET_WITH("R-VER-006", "at-the-least", T("app_version"), TEXT("320001"),
               APP(FUNC_TXN_TYPES, "sale;preauth")),
    FIRES_WITH("R-VER-006", "by-its-menu", T("app_version"), TEXT("320000"),
               APP(FUNC_TXN_TYPES, ""), AND(T("txn_types"), "[\"sale\", \"preauth\"]")),
    QUIET_WITH("R-VER-006", "not-in-its-menu", T("app_version"), TEXT("320000"),
               APP(FUNC_TXN_TYPES, ""), AND(T("txn_types"), "[\"sale\"]")),
    QUIET("R-VER-006", "not-opened", T("app_version"), TEXT("320000")),
    FIRES("R-VER-007", "old", REG("firmware_version"), TEXT("1.0.3")),
    QUIET("R-VER-007", "at-the-least", REG("firmware_version"), TEXT("1.0.4")),
    FIRES("R-REG-005", "older", REG("app_version"), TEXT("320000")),
    FIRES("R-REG-005", "not-comparable", REG("app_version"), TEXT("beta")),
    QUIET("R-REG-005", "newer", REG("app_version"), TEXT("320002")),
    FIRES("R-REG-012", "newer", REG("app_version"), TEXT("320002")),
    QUIET("R-REG-012", "same", REG("app_version"), TEXT("320001")),
    FIRES("R-TERM-004", "older", T("app_version"), TEXT("320000")),
    QUIET("R-TERM-004", "newer", T("app_version"), TEXT("320002")),
    FIRES("R-TERM-023", "newer", T("app_version"), TEXT("320002")),
    QUIET("R-TERM-023", "same", T("app_version"), TEXT("320001")),
    FIRES("R-KEY-010", "two", T("key_index"), "2"),
    QUIET("R-KEY-010", "one", T("key_index"), "1"),
    FIRES_WITH("R-KEY-010", "another-acquirer", T("key_index"), "1", MERCHANT("897584058120001")),
    QUIET_WITH("R-KEY-010", "its-own", T("key_index"), "2", MERCHANT("897584058120001")),
    FIRES("R-ACQ-007", "another", T("tpdu"), TEXT("6000010000")),
    QUIET("R-ACQ-007", "same", T("tpdu"), TEXT("6000000000")),
    QUIET("R-ACQ-007", "same-in-pairs", T("tpdu"), TEXT("60 00 00 00 00")),
    QUIET_WITH("R-ACQ-007", "not-known", T("tpdu"), TEXT("6000010000"),
               MERCHANT("897584058120001")),
    FIRES("R-ACQ-008", "another", T("host_addr"), TEXT("10.0.0.2:8888")),
    QUIET("R-ACQ-008", "same", T("host_addr"), TEXT("10.0.0.1:8888")),
    QUIET("R-ACQ-008", "same-with-zeros", T("host_addr"), TEXT("010.000.000.001:08888")),
    FIRES("R-ACQ-009", "another", "/host/institution_no", TEXT("48035840")),
    QUIET("R-ACQ-009", "its-own", "/host/institution_no", TEXT("48025840")),
    QUIET_WITH("R-ACQ-009", "not-known", "/host/institution_no", TEXT("48035840"),
               MERCHANT("897584058120001")),
    FIRES_WITH("R-ACQ-010", "host", H("mac_rule"), TEXT("cup_ecb"), SM4),
    FIRES_WITH("R-ACQ-010", "terminal", T("mac_rule"), TEXT("x9_19"), SM4),
    QUIET_WITH("R-ACQ-010", "host-as-agreed", H("mac_rule"), TEXT("sm4_cbc"), SM4,
               AND(T("mac_rule"), TEXT("sm4_cbc"))),
    QUIET("R-ACQ-010", "not-sm4", T("mac_rule"), TEXT("x9_19")),
    FIRES_WITH("R-ACQ-011", "host", H("pin_block_rule"), TEXT("with_pan"), SM4),
    FIRES_WITH("R-ACQ-011", "terminal", T("pin_block_rule"), TEXT("with_pan"), SM4),
    QUIET_WITH("R-ACQ-011", "as-agreed", H("pin_block_rule"), TEXT("without_pan"), SM4,
               AND(T("pin_block_rule"), TEXT("without_pan"))),
    QUIET("R-ACQ-011", "not-sm4", T("pin_block_rule"), TEXT("without_pan")),
    FIRES_WITH("R-ACQ-012", "host", H("sign_on_mode"), TEXT("004"), SM4),
    FIRES_WITH("R-ACQ-012", "terminal", T("sign_on_mode"), TEXT("003"), SM4),
    QUIET_WITH("R-ACQ-012", "as-agreed", H("sign_on_mode"), TEXT("001"), SM4,
               AND(T("sign_on_mode"), TEXT("001"))),
    QUIET("R-ACQ-012", "not-sm4", T("sign_on_mode"), TEXT("004")),
};

static void
test_complete(void)
{
    fact_rows_check_complete(profile_fact_rules, rows, G_N_ELEMENTS(rows));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_autoptr(Catalogue) catalogue = sample_catalogue_of(sheets, G_N_ELEMENTS(sheets));
    sample_use_catalogue(catalogue);
    fact_rows_add(rows, G_N_ELEMENTS(rows));
    fact_rows_add_clean(profile_fact_rules);
    g_test_add_func("/complete", test_complete);
    int status = g_test_run();
    sample_use_catalogue(sample_catalogue());
    return status;
}

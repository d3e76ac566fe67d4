/* SPDX-License-Identifier: Apache-2.0 */
/* Places: for each rule a row that fires and the nearest that does not. The sample lies in
 * Shenzhen. */
#include "rule_case.h"

#define LON(text)                                                                                  \
    {                                                                                              \
        FIELD_SHOP_LON, text                                                                       \
    }
#define LAT(text)                                                                                  \
    {                                                                                              \
        FIELD_SHOP_LAT, text                                                                       \
    }
#define REGION(text)                                                                               \
    {                                                                                              \
        FIELD_SHOP_SHOP_REGION, text                                                               \
    }
#define SYSTEM(text)                                                                               \
    {                                                                                              \
        FIELD_SHOP_COORD_SYSTEM, text                                                              \
    }
#define FENCE(text)                                                                                \
    {FIELD_DEVICE_MOBILE, "true"},                                                                 \
    {                                                                                              \
        FIELD_DEVICE_GEOFENCE, text                                                                \
    }
#define CHAIN                                                                                      \
    {                                                                                              \
        FIELD_MERCHANT_BUSINESS_FORM, "chain"                                                      \
    }
#define INSTALL(text)                                                                              \
    {                                                                                              \
        FIELD_DEVICE_INSTALL_ADDRESS, text                                                         \
    }
#define PLANNED(text)                                                                              \
    {                                                                                              \
        FIELD_DEVICE_INSTALL_DATE, text                                                            \
    }

#define SILENT FALSE, FIELD_NONE
#define AT_FENCE TRUE, FIELD_DEVICE_GEOFENCE

static const RuleCase shop_cases[] = {
    {"swapped", {LON("22.55550"), LAT("113.94526")}, "R-PLACE-001", TRUE, FIELD_SHOP_LON},
    {"right", {LON("113.94526"), LAT("22.55550")}, "R-PLACE-001", SILENT},
    {"far-north", {LON("22.55550"), LAT("172.1")}, "R-PLACE-001", SILENT},
    {"zeros", {LON("0"), LAT("0.000000")}, "R-PLACE-002", TRUE, FIELD_SHOP_LON},
    {"one-zero", {LON("0"), LAT("22.5")}, "R-PLACE-002", SILENT},
    {"one-zero", {LON("0"), LAT("22.5")}, "R-PLACE-003", TRUE, FIELD_SHOP_LON},
    {"Sydney", {LON("113.94526"), LAT("-33.86")}, "R-PLACE-003", TRUE, FIELD_SHOP_LAT},
    {"lon-alone", {LON("2.35"), LAT("")}, "R-PLACE-003", TRUE, FIELD_SHOP_LON},
    {"lat-alone", {LON(""), LAT("22.5")}, "R-PLACE-003", SILENT},
    {"swapped-is-said", {LON("22.55550"), LAT("113.94526")}, "R-PLACE-003", SILENT},
    {"zero-is-said", {LON("0"), LAT("0")}, "R-PLACE-003", SILENT},
    {"west-end", {LON("73"), LAT("39.5")}, "R-PLACE-003", SILENT},
    {"past-west-end", {LON("72.999999"), LAT("39.5")}, "R-PLACE-003", TRUE, FIELD_SHOP_LON},
    {"Beijing-for-Shenzhen", {LON("116.45"), LAT("39.93")}, "R-PLACE-004", TRUE, FIELD_SHOP_LON},
    {"at-the-margin", {LON("109.3"), LAT("21.5")}, "R-PLACE-004", SILENT},
    {"past-the-margin", {LON("109.299999"), LAT("21.5")}, "R-PLACE-004", TRUE, FIELD_SHOP_LON},
    {"region-unknown", {LON("116.45"), LAT("39.93"), REGION("990305")}, "R-PLACE-004", SILENT},
    {"Sansha", {LON("112.34"), LAT("16.83"), REGION("460300")}, "R-PLACE-004", SILENT},
    {"Kashgar", {LON("75.99"), LAT("39.47"), REGION("653101")}, "R-PLACE-004", SILENT},
};

static const RuleCase fence_cases[] = {
    {"whole", {FENCE("113.945 22.555 5000 gcj02")}, "R-PLACE-005", SILENT},
    {"blanks", {FENCE("113.945   22.555 5000  gcj02")}, "R-PLACE-005", SILENT},
    {"many-decimals", {FENCE("113.94512345678 22.555 5000 bd09")}, "R-PLACE-005", SILENT},
    {"no-system", {FENCE("113.945 22.555 5000")}, "R-PLACE-005", AT_FENCE},
    {"fifth-word", {FENCE("113.945 22.555 5000 gcj02 x")}, "R-PLACE-005", AT_FENCE},
    {"unknown-system", {FENCE("113.945 22.555 5000 cgcs2000")}, "R-PLACE-005", AT_FENCE},
    {"kilometres", {FENCE("113.945 22.555 5km gcj02")}, "R-PLACE-005", AT_FENCE},
    {"no-radius", {FENCE("113.945 22.555 0 gcj02")}, "R-PLACE-005", AT_FENCE},
    {"letters-behind-decimals", {FENCE("113.945123x 22.555 5000 gcj02")}, "R-PLACE-005", AT_FENCE},
    {"words", {FENCE("深圳市南山区")}, "R-PLACE-005", AT_FENCE},
    {"swapped", {FENCE("22.555 113.945 5000 gcj02")}, "R-PLACE-006", AT_FENCE},
    {"right", {FENCE("113.945 22.555 5000 gcj02")}, "R-PLACE-006", SILENT},
    {"least", {FENCE("113.945 22.555 50 gcj02")}, "R-PLACE-007", SILENT},
    {"too-small", {FENCE("113.945 22.555 49 gcj02")}, "R-PLACE-007", AT_FENCE},
    {"most", {FENCE("113.945 22.555 100000 gcj02")}, "R-PLACE-007", SILENT},
    {"too-great", {FENCE("113.945 22.555 100001 gcj02")}, "R-PLACE-007", AT_FENCE},
    /* one degree of latitude is 111.3 km, one of longitude there 102.5 km; one part in fifty is
       allowed */
    {"shop-inside", {FENCE("113.94526 21.55550 109500 gcj02")}, "R-PLACE-008", SILENT},
    {"shop-outside", {FENCE("113.94526 21.55550 109000 gcj02")}, "R-PLACE-008", AT_FENCE},
    {"shop-inside-east", {FENCE("112.94526 22.55550 100600 gcj02")}, "R-PLACE-008", SILENT},
    {"shop-outside-east", {FENCE("112.94526 22.55550 100400 gcj02")}, "R-PLACE-008", AT_FENCE},
    {"other-system", {FENCE("113.94526 22.56550 100 wgs84")}, "R-PLACE-008", SILENT},
    {"same-system", {FENCE("113.94526 22.56550 100 gcj02")}, "R-PLACE-008", AT_FENCE},
    {"system-unknown", {FENCE("113.94526 22.56550 100 gcj02"), SYSTEM("")}, "R-PLACE-008", SILENT},
    {"far-in-other-system", {FENCE("113.94526 22.57550 100 wgs84")}, "R-PLACE-008", AT_FENCE},
    {"shop-foreign", {FENCE("113.94526 22.57550 100 gcj02"), LON("2")}, "R-PLACE-008", SILENT},
    {"fixed",
     {{FIELD_DEVICE_MOBILE, "false"}, {FIELD_DEVICE_GEOFENCE, "113.945 22.555 5000 gcj02"}},
     "R-PLACE-009",
     AT_FENCE},
    {"mobile", {FENCE("113.945 22.555 5000 gcj02")}, "R-PLACE-009", SILENT},
};

static const RuleCase install_cases[] = {
    {"other-area",
     {{FIELD_DEVICE_INSTALL_AREA, "5810"}},
     "R-PLACE-010",
     TRUE,
     FIELD_DEVICE_INSTALL_AREA},
    {"same-area", {{FIELD_DEVICE_INSTALL_AREA, "5840"}}, "R-PLACE-010", SILENT},
    {"chain", {{FIELD_DEVICE_INSTALL_AREA, "5810"}, CHAIN}, "R-PLACE-010", SILENT},
    {"other-street",
     {INSTALL("广东省深圳市南山区测试路2号")},
     "R-PLACE-011",
     TRUE,
     FIELD_DEVICE_INSTALL_ADDRESS},
    {"without-province", {INSTALL("深圳市南山区测试路1号")}, "R-PLACE-011", SILENT},
    {"blanks", {INSTALL("广东省 深圳市 南山区测试路1号")}, "R-PLACE-011", SILENT},
    {"chain", {INSTALL("广东省深圳市南山区测试路2号"), CHAIN}, "R-PLACE-011", SILENT},
    {"mobile",
     {INSTALL("广东省深圳市南山区测试路2号"), {FIELD_DEVICE_MOBILE, "true"}},
     "R-PLACE-011",
     SILENT},
    {"other-province-is-said", {INSTALL("北京市朝阳区测试路1号")}, "R-PLACE-011", SILENT},
    {"other-province",
     {INSTALL("北京市朝阳区测试路1号")},
     "R-PLACE-012",
     TRUE,
     FIELD_DEVICE_INSTALL_ADDRESS},
    {"same-province", {INSTALL("广东省广州市测试路1号")}, "R-PLACE-012", SILENT},
    {"day-before-contract",
     {PLANNED("2026-10-31")},
     "R-PLACE-013",
     TRUE,
     FIELD_DEVICE_INSTALL_DATE},
    {"day-of-contract", {PLANNED("2026-11-01")}, "R-PLACE-013", SILENT},
    {"contract-unknown",
     {PLANNED("2026-10-31"), {FIELD_CONTRACT_CONTRACT_FROM, ""}},
     "R-PLACE-013",
     SILENT},
    {"a-year-ahead", {PLANNED("2027-11-23")}, "R-PLACE-014", SILENT},
    {"more-than-a-year-ahead",
     {PLANNED("2027-11-24")},
     "R-PLACE-014",
     TRUE,
     FIELD_DEVICE_INSTALL_DATE},
    {"long-ago", {PLANNED("2025-11-22")}, "R-PLACE-014", TRUE, FIELD_DEVICE_INSTALL_DATE},
    {"a-year-ago", {PLANNED("2025-11-23")}, "R-PLACE-014", SILENT},
};

static void
test_clean(void)
{
    for (int kind = 0; kind < MERCHANT_KIND_COUNT; kind++) {
        g_autoptr(Arena) arena = arena_new();
        g_autoptr(GArray) findings =
            sample_run(sample_application(arena, (MerchantKind)kind), NULL, STAGE_READY);
        g_autofree char *rules = sample_rules(findings, SEVERITY_INFO);
        g_assert_null(strstr(rules, "R-PLACE-"));
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    rule_case_add(shop_cases, G_N_ELEMENTS(shop_cases));
    rule_case_add(fence_cases, G_N_ELEMENTS(fence_cases));
    rule_case_add(install_cases, G_N_ELEMENTS(install_cases));
    g_test_add_func("/clean", test_clean);
    return g_test_run();
}

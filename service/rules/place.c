/* SPDX-License-Identifier: Apache-2.0 */
/* Where the shop lies, where its terminals stand, how far mobile ones may go (G13, X05, X09). */
#include "rules/fence.h"
#include "rules/terminal.h"

#include "base/text.h"
#include "identifiers/region.h"

#include <string.h>

/* Coordinates are whole 1e-6 degrees; all arithmetic here is in integers. */
enum { TENTH_DEGREE = 100000, REGION_LENGTH = 6 };

/* The second word of the form of business. */
enum { BUSINESS_ORDINARY, BUSINESS_CHAIN };

static const char box_parameters[] = "lon_low lon_high lat_low lat_high";

static gboolean
lon_inside(const RuleContext *context, gint64 lon)
{
    return lon >= rule_number(context, "lon_low") && lon <= rule_number(context, "lon_high");
}

static gboolean
lat_inside(const RuleContext *context, gint64 lat)
{
    return lat >= rule_number(context, "lat_low") && lat <= rule_number(context, "lat_high");
}

/* Inside the rectangle around China: proves what is outside, not what is inside. */
static gboolean
inside(const RuleContext *context, Point point)
{
    return lon_inside(context, point.lon) && lat_inside(context, point.lat);
}

static gboolean
is_swapped(const RuleContext *context, Point point)
{
    Point turned = {point.lat, point.lon};

    return !inside(context, point) && inside(context, turned);
}

/* The shop's point when both coordinates can be relied on. */
static gboolean
shop_point(const Application *app, Point *point)
{
    const FieldValue *lon = application_good(app, FIELD_SHOP_LON);
    const FieldValue *lat = application_good(app, FIELD_SHOP_LAT);

    if (lon == NULL || lat == NULL)
        return FALSE;
    *point = (Point){lon->number, lat->number};
    return TRUE;
}

static gboolean
is_chain(const Application *app)
{
    return application_is(app, FIELD_MERCHANT_BUSINESS_FORM, BUSINESS_CHAIN);
}

/* ---- the shop ---- */

static void
rule_swapped(const RuleContext *context, FindingSink *sink)
{
    Point shop;

    if (shop_point(context->app, &shop) && is_swapped(context, shop))
        finding_add(sink, FIELD_SHOP_LON, -1);
}

/* What a phone writes when it has not found its place. */
static void
rule_zero(const RuleContext *context, FindingSink *sink)
{
    Point shop;

    if (shop_point(context->app, &shop) && shop.lon == 0 && shop.lat == 0)
        finding_add(sink, FIELD_SHOP_LON, -1);
}

/* One coordinate alone is judged as well. */
static void
rule_foreign(const RuleContext *context, FindingSink *sink)
{
    const FieldValue *lon = application_good(context->app, FIELD_SHOP_LON);
    const FieldValue *lat = application_good(context->app, FIELD_SHOP_LAT);
    Point shop;

    if (shop_point(context->app, &shop) &&
        (is_swapped(context, shop) || (shop.lon == 0 && shop.lat == 0)))
        return;
    if (lon != NULL && !lon_inside(context, lon->number))
        finding_add(sink, FIELD_SHOP_LON, -1);
    else if (lat != NULL && !lat_inside(context, lat->number))
        finding_add(sink, FIELD_SHOP_LAT, -1);
}

/* The rectangle around each province of GB/T 2260, in tenths of a degree. */
static const struct {
    char code[3];
    gint16 west, south, east, north;
} provinces[] = {
    {"11", 1154, 394, 1176, 411}, {"12", 1167, 385, 1181, 403}, {"13", 1134, 360, 1199, 427},
    {"14", 1102, 345, 1146, 408}, {"15", 971, 374, 1261, 534},  {"21", 1188, 387, 1258, 435},
    {"22", 1216, 408, 1314, 464}, {"23", 1211, 434, 1351, 536}, {"31", 1208, 306, 1223, 319},
    {"32", 1163, 307, 1220, 352}, {"33", 1180, 270, 1232, 312}, {"34", 1148, 294, 1197, 347},
    {"35", 1158, 235, 1208, 284}, {"36", 1135, 244, 1185, 301}, {"37", 1147, 343, 1228, 385},
    {"41", 1103, 313, 1167, 364}, {"42", 1083, 290, 1162, 333}, {"43", 1087, 246, 1143, 302},
    {"44", 1096, 201, 1174, 256}, {"45", 1044, 208, 1121, 264}, {"46", 1085, 30, 1180, 203},
    {"50", 1052, 281, 1103, 323}, {"51", 973, 260, 1086, 344},  {"52", 1035, 246, 1097, 293},
    {"53", 975, 211, 1063, 293},  {"54", 783, 268, 992, 366},   {"61", 1054, 317, 1113, 397},
    {"62", 923, 325, 1088, 429},  {"63", 893, 315, 1032, 394},  {"64", 1042, 352, 1077, 395},
    {"65", 734, 342, 965, 493},   {"71", 1181, 218, 1221, 265}, {"81", 1138, 221, 1145, 226},
    {"82", 1135, 220, 1137, 223},
};

/* Clearly outside: farther than the margin from the rectangle. The three coordinate systems differ
 * by about a kilometre at most and the margin is tens of them, so nothing is converted. */
static gboolean
outside_province(const char *region, Point point, gint64 margin)
{
    for (gsize i = 0; i < G_N_ELEMENTS(provinces); i++) {
        if (strncmp(provinces[i].code, region, 2) != 0)
            continue;
        return point.lon < (gint64)provinces[i].west * TENTH_DEGREE - margin ||
               point.lon > (gint64)provinces[i].east * TENTH_DEGREE + margin ||
               point.lat < (gint64)provinces[i].south * TENTH_DEGREE - margin ||
               point.lat > (gint64)provinces[i].north * TENTH_DEGREE + margin;
    }
    return FALSE;
}

static void
rule_province(const RuleContext *context, FindingSink *sink)
{
    const char *region = application_text(context->app, FIELD_SHOP_SHOP_REGION);
    Point shop;

    if (region == NULL || strlen(region) != REGION_LENGTH || !shop_point(context->app, &shop) ||
        !inside(context, shop))
        return;
    if (outside_province(region, shop, rule_number(context, "margin")))
        finding_add(sink, FIELD_SHOP_LON, -1);
}

/* What a complete list of regions does not hold is none. */
static void
rule_region_unlisted(const RuleContext *context, FindingSink *sink)
{
    const char *region = application_text(context->app, FIELD_SHOP_SHOP_REGION);

    if (region != NULL && context->catalogue->files[CATALOGUE_REGIONS].complete &&
        region_check(region, strlen(region), context->today).level == IDENTIFIER_OK &&
        catalogue_region(context->catalogue, region) == NULL)
        finding_add(sink, FIELD_SHOP_SHOP_REGION, -1);
}

/* ---- the area of use of a mobile terminal ---- */

static gboolean
fence_of(const RuleContext *context, int device, Fence *fence)
{
    const char *text = terminal_text(context, device, FIELD_DEVICE_GEOFENCE);

    return text != NULL && fence_read(text, fence);
}

static void
judge_fence_form(const RuleContext *context, FindingSink *sink, int device)
{
    const char *text = terminal_text(context, device, FIELD_DEVICE_GEOFENCE);
    Fence fence;

    if (text != NULL && !fence_read(text, &fence))
        finding_add(sink, FIELD_DEVICE_GEOFENCE, device);
}
EACH_TERMINAL(rule_fence_form, judge_fence_form)

static void
judge_fence_foreign(const RuleContext *context, FindingSink *sink, int device)
{
    Fence fence;

    if (fence_of(context, device, &fence) && !inside(context, fence.centre))
        finding_add(sink, FIELD_DEVICE_GEOFENCE, device);
}
EACH_TERMINAL(rule_fence_foreign, judge_fence_foreign)

static void
judge_fence_radius(const RuleContext *context, FindingSink *sink, int device)
{
    gint64 least = rule_number(context, "least"), most = rule_number(context, "most");
    Fence fence;

    if (!fence_of(context, device, &fence) || (fence.radius >= least && fence.radius <= most))
        return;
    Finding *finding = finding_add(sink, FIELD_DEVICE_GEOFENCE, device);
    finding_param_number(finding, "least", PARAM_COUNT, least);
    finding_param_number(finding, "most", PARAM_COUNT, most);
}
EACH_TERMINAL(rule_fence_radius, judge_fence_radius)

/* Points of different systems would have to be converted first; gcj02 and bd09 are up to about 1.3
 * km from wgs84, so the distance is allowed that much more instead. */
static gint64
allowance(const RuleContext *context, const Fence *fence)
{
    gboolean same = application_is(context->app, FIELD_SHOP_COORD_SYSTEM, fence->system);

    return fence->radius + fence->radius / 50 + (same ? 0 : rule_number(context, "tolerance"));
}

static void
judge_fence_shop(const RuleContext *context, FindingSink *sink, int device)
{
    Fence fence;
    Point shop;

    if (!fence_of(context, device, &fence) || !shop_point(context->app, &shop))
        return;
    if (inside(context, fence.centre) && inside(context, shop) &&
        fence_farther(fence.centre, shop, allowance(context, &fence)))
        finding_add(sink, FIELD_DEVICE_GEOFENCE, device);
}
EACH_TERMINAL(rule_fence_shop, judge_fence_shop)

static void
judge_fence_fixed(const RuleContext *context, FindingSink *sink, int device)
{
    const FieldValue *mobile = terminal_good(context, device, FIELD_DEVICE_MOBILE);

    if (mobile != NULL && mobile->number == 0 &&
        terminal_text(context, device, FIELD_DEVICE_GEOFENCE) != NULL)
        finding_add(sink, FIELD_DEVICE_GEOFENCE, device);
}
EACH_TERMINAL(rule_fence_fixed, judge_fence_fixed)

/* ---- installation ---- */

static void
judge_install_area(const RuleContext *context, FindingSink *sink, int device)
{
    const char *area = application_text(context->app, FIELD_MERCHANT_AREA_CODE);
    const char *install = terminal_text(context, device, FIELD_DEVICE_INSTALL_AREA);

    if (area == NULL || install == NULL || is_chain(context->app) || strcmp(area, install) == 0)
        return;
    Finding *finding = finding_add(sink, FIELD_DEVICE_INSTALL_AREA, device);
    finding_param_text(sink, finding, "area", area);
}
EACH_TERMINAL(rule_install_area, judge_install_area)

/* One address is often written with the province and once without. */
static gboolean
same_address(const char *a, const char *b)
{
    return text_name_equal(a, b) || g_str_has_suffix(a, b) || g_str_has_suffix(b, a);
}

/* The two addresses when they differ and should not: the shop's stands for terminals that stay
 * there. */
static const char *
other_address(const RuleContext *context, int device, const char **shop)
{
    const char *install = terminal_text(context, device, FIELD_DEVICE_INSTALL_ADDRESS);

    *shop = application_text(context->app, FIELD_SHOP_SHOP_ADDRESS);
    if (install == NULL || *shop == NULL || is_chain(context->app) ||
        terminal_mobile(context, device) || same_address(install, *shop))
        return NULL;
    return install;
}

static gboolean
other_province(const RuleContext *context, const char *a, const char *b)
{
    const ProvinceRow *left = catalogue_province_of_address(context->catalogue, a);
    const ProvinceRow *right = catalogue_province_of_address(context->catalogue, b);

    return left != NULL && right != NULL && left != right;
}

static void
judge_install_address(const RuleContext *context, FindingSink *sink, int device)
{
    const char *shop, *install = other_address(context, device, &shop);

    if (install != NULL && !other_province(context, install, shop))
        finding_add(sink, FIELD_DEVICE_INSTALL_ADDRESS, device);
}
EACH_TERMINAL(rule_install_address, judge_install_address)

static void
judge_install_province(const RuleContext *context, FindingSink *sink, int device)
{
    const char *shop, *install = other_address(context, device, &shop);

    if (install != NULL && other_province(context, install, shop))
        finding_add(sink, FIELD_DEVICE_INSTALL_ADDRESS, device);
}
EACH_TERMINAL(rule_install_province, judge_install_province)

/* X09: a plan may lie ahead, but no terminal is installed before there is a contract. */
static void
judge_install_early(const RuleContext *context, FindingSink *sink, int device)
{
    const FieldValue *install = terminal_good(context, device, FIELD_DEVICE_INSTALL_DATE);
    const FieldValue *contract = application_good(context->app, FIELD_CONTRACT_CONTRACT_FROM);

    if (install == NULL || contract == NULL || install->number >= contract->number)
        return;
    Finding *finding = finding_add(sink, FIELD_DEVICE_INSTALL_DATE, device);
    finding_param_number(finding, "date", PARAM_DATE, contract->number);
}
EACH_TERMINAL(rule_install_early, judge_install_early)

static void
judge_install_far(const RuleContext *context, FindingSink *sink, int device)
{
    const FieldValue *install = terminal_good(context, device, FIELD_DEVICE_INSTALL_DATE);
    gint64 days = rule_number(context, "days");

    if (install == NULL || ABS(install->number - context->today) <= days)
        return;
    Finding *finding = finding_add(sink, FIELD_DEVICE_INSTALL_DATE, device);
    finding_param_number(finding, "days", PARAM_COUNT, days);
}
EACH_TERMINAL(rule_install_far, judge_install_far)

const RuleRow place_rules[] = {
    {"R-PLACE-001", rule_swapped, box_parameters},
    {"R-PLACE-002", rule_zero, NULL},
    {"R-PLACE-003", rule_foreign, box_parameters},
    {"R-PLACE-004", rule_province, "lon_low lon_high lat_low lat_high margin"},
    {"R-REGION-001", rule_region_unlisted, NULL},
    {"R-PLACE-005", rule_fence_form, NULL},
    {"R-PLACE-006", rule_fence_foreign, box_parameters},
    {"R-PLACE-007", rule_fence_radius, "least most"},
    {"R-PLACE-008", rule_fence_shop, "lon_low lon_high lat_low lat_high tolerance"},
    {"R-PLACE-009", rule_fence_fixed, NULL},
    {"R-PLACE-010", rule_install_area, NULL},
    {"R-PLACE-011", rule_install_address, NULL},
    {"R-PLACE-012", rule_install_province, NULL},
    {"R-PLACE-013", rule_install_early, NULL},
    {"R-PLACE-014", rule_install_far, "days"},
    {NULL, NULL, NULL},
};

/* SPDX-License-Identifier: Apache-2.0 */
/* What is read back from the terminal itself, keys apart (M02, M08, T02 to T09, P01 to P06). */
#include "rules/fact_case.h"

#include "base/address.h"
#include "identifiers/digits.h"
#include "rules/fence.h"

#include <string.h>

#define PLAIN FIELD_NONE, FACT_NONE
#define AGAINST(field) field, FACT_NONE, 0, NULL

enum { NO, YES };
enum { TEST_OK, TEST_FAILED, TEST_NEVER };
enum { TPDU_DIGITS = 10, MINUTE = 60 };

/* ---- readers ---- */

static gboolean
has_reader(const FactCase *c, guint reader)
{
    return (c->value->number & (1 << reader)) != 0;
}

static void
judge_chip_reader(const FactCase *c)
{
    if (!has_reader(c, READER_ICC))
        fact_case_add(c);
}

static void
judge_contactless_reader(const FactCase *c)
{
    if (!has_reader(c, READER_NFC) && fact_case_takes(c, TXN_CONTACTLESS))
        fact_case_add(c);
}

static void
judge_stripe_reader(const FactCase *c)
{
    if (!has_reader(c, READER_MSR))
        fact_case_add(c);
}

/* ---- parameters ---- */

/* An AID list or CA keys of long ago, of the future, or none at all (day 0). */
static void
judge_download(const FactCase *c)
{
    gint64 age = c->context->today - c->value->number, most = rule_number(c->context, "days");

    if (age >= 0 && age <= most)
        return;
    finding_param_number(fact_case_add(c), "days", PARAM_COUNT, most);
}

/* Some read it back in pairs: "60 00 03 00 00". */
static void
judge_tpdu(const FactCase *c)
{
    g_autofree char *digits = fact_case_digits(c->value->text);

    if (strlen(digits) != TPDU_DIGITS || !digits_only(digits, TPDU_DIGITS))
        fact_case_add(c);
}

static void
judge_address(const FactCase *c)
{
    if (!address_is_good(c->value->text))
        fact_case_add(c);
}

static void
judge_currency(const FactCase *c)
{
    if (strcmp(c->value->text, rule_text(c->context, "currency")) != 0)
        fact_case_add(c);
}

/* Against the time of the read-back itself, not against ours. */
static void
judge_clock(const FactCase *c)
{
    gint64 at, most = rule_number(c->context, "minutes");
    gboolean timed = fact_case_time(c, &at);
    gint64 off = ABS(c->value->number - at);

    if (!timed || off <= most * MINUTE)
        return;
    finding_param_number(fact_case_add(c), "minutes", PARAM_COUNT, off / MINUTE);
}

static void
judge_nopin_high(const FactCase *c)
{
    gint64 most = rule_number(c->context, "most");

    if (c->value->number > most || c->value->number < 0)
        finding_param_number(fact_case_add(c), "most", PARAM_FEN, most);
}

static void
judge_tip(const FactCase *c)
{
    gint64 most = rule_number(c->context, "most");

    if (c->value->number < 0 || c->value->number > most)
        finding_param_number(fact_case_add(c), "most", PARAM_COUNT, most);
}

static void
judge_menu_beyond(const FactCase *c)
{
    const char *beyond = fact_case_beyond(c);

    if (beyond != NULL)
        finding_param_seen(c->sink, fact_case_add(c), "beyond", MASK_NONE, beyond);
}

/* ---- place, G13 ---- */

static gboolean
read_point(const FactCase *c, Point *point)
{
    const FactValue *lat = fact_case_other(c, FACT_TERMINAL_LAT);

    if (lat == NULL)
        return FALSE;
    *point = (Point){c->value->number, lat->number};
    return TRUE;
}

/* Where the terminal belongs: its area of use, else so many metres around the shop. */
static gboolean
home_of(const FactCase *c, Fence *home)
{
    const FieldValue *fence = fact_case_field(c, FIELD_DEVICE_GEOFENCE);
    const FieldValue *lon = fact_case_field(c, FIELD_SHOP_LON);
    const FieldValue *lat = fact_case_field(c, FIELD_SHOP_LAT);
    const FieldValue *system = fact_case_field(c, FIELD_SHOP_COORD_SYSTEM);

    if (fence != NULL && fence_read(fence->text, home))
        return TRUE;
    if (lon == NULL || lat == NULL || system == NULL)
        return FALSE;
    home->centre = (Point){lon->number, lat->number};
    home->radius = rule_number(c->context, "metres");
    home->system = (int)system->number;
    return TRUE;
}

/* The three coordinate systems differ by up to some 1.3 km: where they differ so much is allowed.
 */
static void
judge_place(const FactCase *c)
{
    const FactValue *system = fact_case_other(c, FACT_TERMINAL_COORD_SYSTEM);
    Point point;
    Fence home;

    if (!read_point(c, &point) || !home_of(c, &home))
        return;
    gboolean same = system != NULL && system->number == home.system;
    gint64 metres =
        home.radius + home.radius / 50 + (same ? 0 : rule_number(c->context, "tolerance"));
    if (fence_farther(point, home.centre, metres))
        finding_param_number(fact_case_add(c), "metres", PARAM_COUNT, home.radius);
}

const FactRule terminal_fact_rules[] = {
    {"R-TERM-001", fact_case_other_merchant, FACT_TERMINAL_MERCHANT_NO, PLAIN, 0, NULL},
    {"R-TERM-002", fact_case_differs, FACT_TERMINAL_TERMINAL_NO, FIELD_DEVICE_TERMINAL_NO,
     FACT_HOST_TERMINAL_TERMINAL_NO, 0, NULL},
    {"R-TERM-003", fact_case_differs, FACT_TERMINAL_TUSN, FIELD_DEVICE_TUSN, FACT_DEVICE_TUSN, 0,
     NULL},
    {"R-TERM-005", fact_case_word, FACT_TERMINAL_FIELD59, PLAIN, 1u << NO, NULL},
    {"R-TERM-006", judge_chip_reader, FACT_TERMINAL_READERS, PLAIN, 0, NULL},
    {"R-TERM-007", judge_contactless_reader, FACT_TERMINAL_READERS, PLAIN, 0, NULL},
    {"R-TERM-008", judge_stripe_reader, FACT_TERMINAL_READERS, PLAIN, 0, NULL},
    {"R-TERM-009", judge_download, FACT_TERMINAL_AID_DATE, PLAIN, 0, "days"},
    {"R-TERM-009", judge_download, FACT_TERMINAL_CAPK_DATE, PLAIN, 0, "days"},
    {"R-TERM-010", fact_case_word, FACT_TERMINAL_CONNECTION_TEST, PLAIN,
     1u << TEST_FAILED | 1u << TEST_NEVER, NULL},
    {"R-TERM-011", judge_tpdu, FACT_TERMINAL_TPDU, PLAIN, 0, NULL},
    {"R-TERM-012", judge_address, FACT_TERMINAL_HOST_ADDR, PLAIN, 0, NULL},
    {"R-TERM-013", judge_currency, FACT_TERMINAL_CURRENCY, PLAIN, 0, "currency"},
    {"R-TERM-014", judge_clock, FACT_TERMINAL_CLOCK, PLAIN, 0, "minutes"},
    {"R-TERM-015", judge_nopin_high, FACT_TERMINAL_LIMIT_NOPIN, PLAIN, 0, "most"},
    {"R-TERM-016", fact_case_differs, FACT_TERMINAL_LIMIT_NOPIN, AGAINST(FIELD_LIMIT_LIMIT_NOPIN)},
    {"R-TERM-017", fact_case_word, FACT_TERMINAL_FALLBACK, PLAIN, 1u << YES, NULL},
    {"R-TERM-018", judge_tip, FACT_TERMINAL_TIP_PERCENT, PLAIN, 0, "most"},
    {"R-TERM-019", fact_case_lacks, FACT_TERMINAL_TXN_TYPES, AGAINST(FIELD_FUNC_TXN_TYPES)},
    {"R-TERM-020", judge_menu_beyond, FACT_TERMINAL_TXN_TYPES, AGAINST(FIELD_FUNC_TXN_TYPES)},
    {"R-TERM-021", fact_case_differs, FACT_TERMINAL_SIM_ICCID, AGAINST(FIELD_DEVICE_SIM_ICCID)},
    {"R-TERM-022", judge_place, FACT_TERMINAL_LON, PLAIN, 0, "metres tolerance"},
    {NULL, NULL, FACT_NONE, PLAIN, 0, NULL},
};

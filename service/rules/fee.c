/* SPDX-License-Identifier: Apache-2.0 */
/* MCC and fees: class, unit, cost floor, market band, other fees, and the contract's rates. */
#include "base/decimal.h"
#include "identifiers/mcc.h"
#include "rules/rule.h"

#include <string.h>

enum { PERCENT_SCALE = 6, CYCLE_D0 = 2 };

/* A rate, the product it is the price of, and the limit that tells how large a ticket can get. */
typedef struct {
    FieldId id;
    const char *product;
    FieldId ticket;
    const char *unit_most; /* parameter: a rate from there on is in a wrong unit */
    gboolean always;       /* every merchant pays it, unless exempt */
} RateField;

static const RateField rates[] = {
    {FIELD_FEE_DEBIT_RATE, "debit", FIELD_LIMIT_LIMIT_SINGLE_DEBIT, "most", TRUE},
    {FIELD_FEE_CREDIT_RATE, "credit", FIELD_LIMIT_LIMIT_SINGLE_CREDIT, "most", TRUE},
    {FIELD_FEE_FOREIGN_RATE, "foreign", FIELD_LIMIT_LIMIT_SINGLE_CREDIT, "most_foreign", FALSE},
    {FIELD_FEE_QR_RATE, "qr", FIELD_LIMIT_LIMIT_SINGLE_DEBIT, "most", FALSE},
    {FIELD_FEE_CONTACTLESS_RATE, "contactless", FIELD_LIMIT_LIMIT_NOPIN, "most", FALSE},
};

static const FieldId amounts[] = {
    FIELD_FEE_DEBIT_CAP, FIELD_FEE_ANNUAL_FEE, FIELD_FEE_MAINTENANCE_FEE,
    FIELD_FEE_DATA_FEE,  FIELD_FEE_DEPOSIT,    FIELD_FEE_D0_FEE,
};

static gboolean
get_number(const RuleContext *context, FieldId id, gint64 *number)
{
    const FieldValue *value = application_good(context->app, id);

    if (value != NULL)
        *number = value->number;
    return value != NULL;
}

static gboolean
is_class(const RuleContext *context, int fee_class)
{
    return application_is(context->app, FIELD_MERCHANT_FEE_CLASS, fee_class);
}

/* ---- MCC and class ---- */

static gboolean
mcc_is(const RuleContext *context, IdentifierLevel level)
{
    const char *mcc = application_text(context->app, FIELD_MERCHANT_MCC);

    return mcc != NULL && mcc_check(mcc, strlen(mcc), context->today).level == level;
}

static void
rule_mcc_form(const RuleContext *context, FindingSink *sink)
{
    if (mcc_is(context, IDENTIFIER_BAD))
        finding_add(sink, FIELD_MERCHANT_MCC, -1);
}

/* The catalogue's row of the MCC, NULL when there is none. */
static const MccRow *
mcc_row(const RuleContext *context)
{
    const char *mcc = application_text(context->app, FIELD_MERCHANT_MCC);

    return mcc != NULL ? catalogue_mcc(context->catalogue, mcc) : NULL;
}

/* What a complete list does not hold is wrong; what an incomplete one does not hold is unknown. */
static void
find_unknown_mcc(const RuleContext *context, FindingSink *sink, gboolean complete)
{
    if (mcc_is(context, IDENTIFIER_OK) && mcc_row(context) == NULL &&
        context->catalogue->files[CATALOGUE_MCC].complete == complete)
        finding_add(sink, FIELD_MERCHANT_MCC, -1);
}

static void
rule_mcc_unknown(const RuleContext *context, FindingSink *sink)
{
    find_unknown_mcc(context, sink, FALSE);
}

static void
rule_mcc_not_listed(const RuleContext *context, FindingSink *sink)
{
    find_unknown_mcc(context, sink, TRUE);
}

/* The fees of tax offices and other government counters are agreed case by case. */
static gboolean
is_special(const RuleContext *context)
{
    const MccRow *row = mcc_row(context);

    return row != NULL && g_str_equal(row->fee_class, "special");
}

static void
rule_special(const RuleContext *context, FindingSink *sink)
{
    if (is_special(context))
        finding_add(sink, FIELD_MERCHANT_MCC, -1);
}

/* G24: a class below the standard price needs an MCC of that class. The MCCs of a class are the
 * price list's own, so that one which is not among them is not of the class, known or not; and one
 * which is may always pay the standard price. */
static void
judge_class(const RuleContext *context, FindingSink *sink, int fee_class, const char *key)
{
    const MccRow *row = mcc_row(context);
    const char *word = field_word(FIELD_MERCHANT_FEE_CLASS, (guint)fee_class);
    gboolean listed = row != NULL && g_str_equal(row->fee_class, word);

    if (!is_class(context, fee_class) || listed || is_special(context) ||
        application_text(context->app, FIELD_MERCHANT_MCC) == NULL)
        return;
    Finding *finding = finding_add(sink, FIELD_MERCHANT_FEE_CLASS, -1);
    finding_param_text(sink, finding, "mcc", application_text(context->app, FIELD_MERCHANT_MCC));
    finding_param_key(finding, "class", key);
}

static void
rule_class(const RuleContext *context, FindingSink *sink)
{
    judge_class(context, sink, FEE_PREFERENTIAL, "class.preferential");
    judge_class(context, sink, FEE_EXEMPT, "class.exempt");
}

/* NDRC 2016/557 exempts bodies that are not for profit; the trade of one person is for profit. */
static void
rule_exempt_kind(const RuleContext *context, FindingSink *sink)
{
    int kind = application_kind_of_merchant(context->app);

    if (is_class(context, FEE_EXEMPT) && (kind == MERCHANT_HOUSEHOLD || kind == MERCHANT_MICRO))
        finding_add(sink, FIELD_MERCHANT_FEE_CLASS, -1);
}

static void
rule_exempt_charged(const RuleContext *context, FindingSink *sink)
{
    gint64 rate;

    for (gsize i = 0; is_class(context, FEE_EXEMPT) && i < G_N_ELEMENTS(rates); i++) {
        if (rates[i].always && get_number(context, rates[i].id, &rate) && rate > 0)
            finding_add(sink, rates[i].id, -1);
    }
}

/* Domain 2.2: a rate of zero is for the exempt class alone. */
static gboolean
must_charge(const RuleContext *context, const RateField *field)
{
    return field->always && !is_special(context) &&
           (is_class(context, FEE_STANDARD) || is_class(context, FEE_PREFERENTIAL));
}

static void
rule_zero_rate(const RuleContext *context, FindingSink *sink)
{
    gint64 rate;

    for (gsize i = 0; i < G_N_ELEMENTS(rates); i++) {
        if (must_charge(context, &rates[i]) && get_number(context, rates[i].id, &rate) && rate == 0)
            finding_add(sink, rates[i].id, -1);
    }
}

/* ---- sign and unit ---- */

static void
rule_negative(const RuleContext *context, FindingSink *sink)
{
    gint64 number;

    for (gsize i = 0; i < G_N_ELEMENTS(rates); i++) {
        if (get_number(context, rates[i].id, &number) && number < 0)
            finding_add(sink, rates[i].id, -1);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(amounts); i++) {
        if (get_number(context, amounts[i], &number) && number < 0)
            finding_add(sink, amounts[i], -1);
    }
}

/* 60 in a column of percent: a rate per ten thousand. */
static void
rule_unit_high(const RuleContext *context, FindingSink *sink)
{
    gint64 rate;

    for (gsize i = 0; i < G_N_ELEMENTS(rates); i++) {
        if (get_number(context, rates[i].id, &rate) &&
            rate >= rule_number(context, rates[i].unit_most))
            finding_add(sink, rates[i].id, -1);
    }
}

/* 0.006 in a column of percent: a fraction of one. */
static void
rule_unit_low(const RuleContext *context, FindingSink *sink)
{
    gint64 rate, least = rule_number(context, "least");

    for (gsize i = 0; i < G_N_ELEMENTS(rates); i++) {
        if (get_number(context, rates[i].id, &rate) && rate > 0 && rate < least)
            finding_add(sink, rates[i].id, -1);
    }
}

/* 2000 in a column of yuan: fen. */
static void
rule_cap_unit(const RuleContext *context, FindingSink *sink)
{
    gint64 cap;

    if (get_number(context, FIELD_FEE_DEBIT_CAP, &cap) && cap > rule_number(context, "most"))
        finding_add(sink, FIELD_FEE_DEBIT_CAP, -1);
}

/* ---- cost and market: the fee rows of the pack ---- */

/* The day from which the prices count. */
static CivilDay
price_day(const RuleContext *context)
{
    gint64 from;

    return get_number(context, FIELD_FEE_FEE_FROM, &from) ? (CivilDay)from : context->today;
}

/* A row that begins at a larger ticket than the merchant can take does not concern it. */
static gboolean
reaches(const RuleContext *context, const RateField *field, const FeeRow *row)
{
    gint64 ticket;

    if (row->amount_low <= 0)
        return TRUE;
    return get_number(context, field->ticket, &ticket) && ticket >= row->amount_low;
}

static gboolean
row_applies(const RuleContext *context, const RateField *field, const char *kind, const FeeRow *row)
{
    const FieldValue *fee_class = application_good(context->app, FIELD_MERCHANT_FEE_CLASS);
    CivilDay day = price_day(context);

    if (fee_class == NULL || day < row->from || day > row->to || !g_str_equal(row->kind, kind) ||
        !g_str_equal(row->product, field->product))
        return FALSE;
    const char *word = field_word(FIELD_MERCHANT_FEE_CLASS, (guint)fee_class->number);
    return g_str_equal(row->fee_class, word) && reaches(context, field, row);
}

static gboolean
is_outside(gint64 number, gint64 low, gint64 high)
{
    return (low >= 0 && number < low) || (high >= 0 && number > high);
}

/* The first row of that kind that the rate is outside of; NULL when none is: no row, no finding. */
static const FeeRow *
row_broken_by_rate(const RuleContext *context, const RateField *field, const char *kind,
                   gint64 rate)
{
    for (guint i = 0; i < context->pack->fee_rows->len; i++) {
        const FeeRow *row = &g_array_index(context->pack->fee_rows, FeeRow, i);
        if (is_outside(rate, row->rate_low, row->rate_high) &&
            row_applies(context, field, kind, row))
            return row;
    }
    return NULL;
}

/* As row_broken_by_rate, for the cap of debit cards. */
static const FeeRow *
row_broken_by_cap(const RuleContext *context, const char *kind, gint64 cap)
{
    for (guint i = 0; i < context->pack->fee_rows->len; i++) {
        const FeeRow *row = &g_array_index(context->pack->fee_rows, FeeRow, i);
        if (is_outside(cap, row->cap_low, row->cap_high) &&
            row_applies(context, &rates[0], kind, row))
            return row;
    }
    return NULL;
}

/* The rate, when nothing else is said of it: its unit may be right and it is not a forbidden zero.
 */
static gboolean
get_plain_rate(const RuleContext *context, const RateField *field, gint64 *rate)
{
    if (!get_number(context, field->id, rate) || *rate < 0)
        return FALSE;
    if (*rate == 0)
        return !field->always;
    return *rate >= rule_number(context, "least") && *rate < rule_number(context, field->unit_most);
}

/* NDRC 2016/557: issuer's share and the acquirer's side of the network fee are what a sale costs.
 */
static void
rule_below_cost(const RuleContext *context, FindingSink *sink)
{
    gint64 rate;

    for (gsize i = 0; i < G_N_ELEMENTS(rates); i++) {
        if (!get_plain_rate(context, &rates[i], &rate))
            continue;
        const FeeRow *row = row_broken_by_rate(context, &rates[i], "floor", rate);
        if (row != NULL)
            finding_param_number(finding_add(sink, rates[i].id, -1), "floor", PARAM_RATE,
                                 row->rate_low);
    }
}

/* A range without an upper end leaves its place in the message open. */
static void
add_band(FindingSink *sink, FieldId id, gint64 low, gint64 high, ParamKind kind)
{
    Finding *finding = finding_add(sink, id, -1);

    finding_param_number(finding, "low", kind, MAX(low, 0));
    if (high >= 0)
        finding_param_number(finding, "high", kind, high);
}

static void
rule_out_of_band(const RuleContext *context, FindingSink *sink)
{
    gint64 rate;

    for (gsize i = 0; i < G_N_ELEMENTS(rates); i++) {
        if (!get_plain_rate(context, &rates[i], &rate) ||
            row_broken_by_rate(context, &rates[i], "floor", rate) != NULL)
            continue;
        const FeeRow *row = row_broken_by_rate(context, &rates[i], "band", rate);
        if (row != NULL)
            add_band(sink, rates[i].id, row->rate_low, row->rate_high, PARAM_RATE);
    }
}

/* Without a cap a debit sale costs the shop more the larger it is; the exempt class has none. */
static void
rule_no_cap(const RuleContext *context, FindingSink *sink)
{
    gint64 cap, rate;

    if (!get_number(context, FIELD_FEE_DEBIT_CAP, &cap) || cap != 0 ||
        is_class(context, FEE_EXEMPT))
        return;
    if (get_number(context, FIELD_FEE_DEBIT_RATE, &rate) && rate > 0)
        finding_add(sink, FIELD_FEE_DEBIT_CAP, -1);
}

static void
rule_cap_below_cost(const RuleContext *context, FindingSink *sink)
{
    gint64 cap;

    if (!get_number(context, FIELD_FEE_DEBIT_CAP, &cap) || cap <= 0)
        return;
    const FeeRow *row = row_broken_by_cap(context, "floor", cap);
    if (row != NULL)
        finding_param_number(finding_add(sink, FIELD_FEE_DEBIT_CAP, -1), "floor", PARAM_FEN,
                             row->cap_low);
}

static void
rule_cap_out_of_band(const RuleContext *context, FindingSink *sink)
{
    gint64 cap;

    if (!get_number(context, FIELD_FEE_DEBIT_CAP, &cap) || cap <= 0 ||
        cap > rule_number(context, "most") || row_broken_by_cap(context, "floor", cap) != NULL)
        return;
    const FeeRow *row = row_broken_by_cap(context, "band", cap);
    if (row != NULL)
        add_band(sink, FIELD_FEE_DEBIT_CAP, row->cap_low, row->cap_high, PARAM_FEN);
}

/* ---- other fees, dates ---- */

/* Fees that cash-out rings and terminal sellers hide behind: far above what is usual. */
static void
rule_other_fee(const RuleContext *context, FindingSink *sink)
{
    gint64 fee;

    for (gsize i = 0; i < G_N_ELEMENTS(amounts); i++) {
        if (amounts[i] == FIELD_FEE_DEBIT_CAP || !get_number(context, amounts[i], &fee))
            continue;
        gint64 most = rule_number(context, field_specs[amounts[i]].key);
        if (fee > most)
            finding_param_number(finding_add(sink, amounts[i], -1), "most", PARAM_FEN, most);
    }
}

/* The fee record must be in force when the first terminal is to work. */
static void
rule_fee_from(const RuleContext *context, FindingSink *sink)
{
    gint64 from, first = G_MAXINT64;

    for (guint i = 0; i < context->app->device_count; i++) {
        const FieldValue *day = device_good(&context->app->devices[i], FIELD_DEVICE_INSTALL_DATE);
        if (day != NULL)
            first = MIN(first, day->number);
    }
    if (get_number(context, FIELD_FEE_FEE_FROM, &from) && from > first)
        finding_param_number(finding_add(sink, FIELD_FEE_FEE_FROM, -1), "day", PARAM_DATE, first);
}

static void
rule_same_day_fee(const RuleContext *context, FindingSink *sink)
{
    if (application_is(context->app, FIELD_SETTLE_CYCLE, CYCLE_D0) &&
        application_absent(context->app, FIELD_FEE_D0_FEE))
        finding_add(sink, FIELD_FEE_D0_FEE, -1);
}

/* ---- the contract's rates ---- */

/* One side of "0.50/0.60": percent, with or without its sign. */
static gboolean
parse_side(const char *text, gsize length, gint64 *rate)
{
    while (length > 0 && text[0] == ' ') {
        text++;
        length--;
    }
    while (length > 0 && (text[length - 1] == '%' || text[length - 1] == ' '))
        length--;
    return decimal_parse(text, length, PERCENT_SCALE, rate);
}

static gboolean
contract_rates(const RuleContext *context, gint64 *debit, gint64 *credit)
{
    const char *text = application_text(context->app, FIELD_CONTRACT_FEE_IN_CONTRACT);
    const char *slash = text != NULL ? strchr(text, '/') : NULL;

    return slash != NULL && parse_side(text, (gsize)(slash - text), debit) &&
           parse_side(slash + 1, strlen(slash + 1), credit);
}

static void
rule_contract_form(const RuleContext *context, FindingSink *sink)
{
    gint64 debit, credit;

    if (application_text(context->app, FIELD_CONTRACT_FEE_IN_CONTRACT) != NULL &&
        !contract_rates(context, &debit, &credit))
        finding_add(sink, FIELD_CONTRACT_FEE_IN_CONTRACT, -1);
}

static void
compare_rate(const RuleContext *context, FindingSink *sink, FieldId id, gint64 agreed)
{
    gint64 rate;

    if (!get_number(context, id, &rate) || rate == agreed)
        return;
    Finding *finding = finding_add(sink, FIELD_CONTRACT_FEE_IN_CONTRACT, -1);
    finding_param_key(finding, "kind", id == FIELD_FEE_DEBIT_RATE ? "card.debit" : "card.credit");
    finding_param_number(finding, "agreed", PARAM_RATE, agreed);
    finding_param_number(finding, "applied", PARAM_RATE, rate);
}

/* X06: contract and application name the same rates. */
static void
rule_contract_rates(const RuleContext *context, FindingSink *sink)
{
    gint64 debit, credit;

    if (!contract_rates(context, &debit, &credit))
        return;
    compare_rate(context, sink, FIELD_FEE_DEBIT_RATE, debit);
    compare_rate(context, sink, FIELD_FEE_CREDIT_RATE, credit);
}

const RuleRow fee_rules[] = {
    {"R-FEE-001", rule_mcc_form, NULL},
    {"R-FEE-002", rule_mcc_unknown, NULL},
    {"R-FEE-003", rule_mcc_not_listed, NULL},
    {"R-FEE-004", rule_class, NULL},
    {"R-FEE-005", rule_exempt_kind, NULL},
    {"R-FEE-006", rule_special, NULL},
    {"R-FEE-007", rule_exempt_charged, NULL},
    {"R-FEE-008", rule_zero_rate, NULL},
    {"R-FEE-010", rule_negative, NULL},
    {"R-FEE-011", rule_unit_high, "most most_foreign"},
    {"R-FEE-012", rule_unit_low, "least"},
    {"R-FEE-013", rule_cap_unit, "most"},
    {"R-FEE-014", rule_below_cost, "least most most_foreign"},
    {"R-FEE-015", rule_out_of_band, "least most most_foreign"},
    {"R-FEE-016", rule_no_cap, NULL},
    {"R-FEE-017", rule_cap_below_cost, NULL},
    {"R-FEE-018", rule_cap_out_of_band, "most"},
    {"R-FEE-019", rule_other_fee, "annual_fee maintenance_fee data_fee deposit d0_fee"},
    {"R-FEE-020", rule_fee_from, NULL},
    {"R-FEE-021", rule_same_day_fee, NULL},
    {"R-FEE-022", rule_contract_form, NULL},
    {"R-FEE-023", rule_contract_rates, NULL},
    {NULL, NULL, NULL},
};

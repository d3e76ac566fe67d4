/* SPDX-License-Identifier: Apache-2.0 */
/* MCC and fees: class, cost floor, market band, units, other fees, and the contract's rates. */
#include "base/decimal.h"
#include "identifiers/mcc.h"
#include "rules/rule.h"

#include <string.h>

enum { PERCENT_SCALE = 6 };

static const struct {
    FieldId id;
    const char *product;
} rate_fields[] = {
    {FIELD_FEE_DEBIT_RATE, "debit"},       {FIELD_FEE_CREDIT_RATE, "credit"},
    {FIELD_FEE_FOREIGN_RATE, "foreign"},   {FIELD_FEE_QR_RATE, "qr"},
    {FIELD_FEE_CONTACTLESS_RATE, "contactless"},
};

static const FieldId amount_fields[] = {
    FIELD_FEE_DEBIT_CAP, FIELD_FEE_ANNUAL_FEE, FIELD_FEE_MAINTENANCE_FEE,
    FIELD_FEE_DATA_FEE,  FIELD_FEE_DEPOSIT,    FIELD_FEE_D0_FEE,
};

static const char *
text_of(const RuleContext *context, FieldId id)
{
    return application_text(context->app, id);
}

static gboolean
number_of(const RuleContext *context, FieldId id, gint64 *number)
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

static void
rule_mcc_form(const RuleContext *context, FindingSink *sink)
{
    const char *mcc = text_of(context, FIELD_MERCHANT_MCC);

    if (mcc != NULL && mcc_check(mcc, strlen(mcc), context->today).level == IDENTIFIER_BAD)
        finding_add(sink, FIELD_MERCHANT_MCC, -1);
}

/* The catalogue's row of a well-formed MCC. */
static const MccRow *
mcc_row(const RuleContext *context)
{
    const char *mcc = text_of(context, FIELD_MERCHANT_MCC);

    return mcc != NULL ? catalogue_mcc(context->catalogue, mcc) : NULL;
}

static gboolean
mcc_is_unknown(const RuleContext *context)
{
    const char *mcc = text_of(context, FIELD_MERCHANT_MCC);

    return mcc != NULL && mcc_check(mcc, strlen(mcc), context->today).level == IDENTIFIER_OK &&
           mcc_row(context) == NULL;
}

static void
rule_mcc_unknown(const RuleContext *context, FindingSink *sink)
{
    if (mcc_is_unknown(context) && !context->catalogue->files[CATALOGUE_MCC].complete)
        finding_add(sink, FIELD_MERCHANT_MCC, -1);
}

static void
rule_mcc_not_listed(const RuleContext *context, FindingSink *sink)
{
    if (mcc_is_unknown(context) && context->catalogue->files[CATALOGUE_MCC].complete)
        finding_add(sink, FIELD_MERCHANT_MCC, -1);
}

/* G24: a class below the standard price needs an MCC of that class. The list of such MCCs is the price list's own, so
 * that an MCC that is not on it is not of the class; a listed MCC may always pay the standard price. */
static void
rule_class(const RuleContext *context, FindingSink *sink)
{
    static const struct {
        int fee_class;
        const char *name, *key;
    } classes[] = {{FEE_PREFERENTIAL, "preferential", "class.preferential"}, {FEE_EXEMPT, "exempt", "class.exempt"}};
    const char *mcc = text_of(context, FIELD_MERCHANT_MCC);
    const MccRow *row = mcc_row(context);

    for (gsize i = 0; mcc != NULL && i < G_N_ELEMENTS(classes); i++) {
        if (!is_class(context, classes[i].fee_class) || (row != NULL && g_str_equal(row->fee_class, classes[i].name)))
            continue;
        Finding *finding = finding_add(sink, FIELD_MERCHANT_FEE_CLASS, -1);
        finding_param_text(sink, finding, "mcc", mcc);
        finding_param_key(finding, "class", classes[i].key);
    }
}

/* The exempt class is for non-profit bodies; shops of one owner are none. */
static void
rule_exempt_kind(const RuleContext *context, FindingSink *sink)
{
    int kind = application_kind_of_merchant(context->app);

    if (is_class(context, FEE_EXEMPT) && (kind == MERCHANT_HOUSEHOLD || kind == MERCHANT_MICRO))
        finding_add(sink, FIELD_MERCHANT_FEE_CLASS, -1);
}

static gboolean
is_far_too_high(const RuleContext *context, gint64 rate)
{
    const RuleEntry *unit = pack_find_rule(context->pack, "R-FEE-010");
    const RuleParameter *most = unit != NULL ? pack_parameter(unit, "most") : NULL;

    return most != NULL && rate >= most->number;
}

static gboolean
is_far_too_low(const RuleContext *context, gint64 rate)
{
    const RuleEntry *unit = pack_find_rule(context->pack, "R-FEE-011");
    const RuleParameter *least = unit != NULL ? pack_parameter(unit, "least") : NULL;

    return least != NULL && rate > 0 && rate < least->number;
}

/* 60 in a column of percent: a rate in basis points or per ten thousand. */
static void
rule_unit_high(const RuleContext *context, FindingSink *sink)
{
    gint64 rate, most = rule_number(context, "most");

    for (gsize i = 0; i < G_N_ELEMENTS(rate_fields); i++) {
        if (number_of(context, rate_fields[i].id, &rate) && rate >= most)
            finding_param_number(finding_add(sink, rate_fields[i].id, -1), "rate", PARAM_RATE, rate);
    }
}

/* 0.006 in a column of percent: a fraction. */
static void
rule_unit_low(const RuleContext *context, FindingSink *sink)
{
    gint64 rate, least = rule_number(context, "least");

    for (gsize i = 0; i < G_N_ELEMENTS(rate_fields); i++) {
        if (number_of(context, rate_fields[i].id, &rate) && rate > 0 && rate < least)
            finding_param_number(finding_add(sink, rate_fields[i].id, -1), "rate", PARAM_RATE, rate);
    }
}

static void
rule_cap_unit(const RuleContext *context, FindingSink *sink)
{
    gint64 cap;

    if (number_of(context, FIELD_FEE_DEBIT_CAP, &cap) && cap > rule_number(context, "most"))
        finding_param_number(finding_add(sink, FIELD_FEE_DEBIT_CAP, -1), "cap", PARAM_FEN, cap);
}

static void
rule_negative(const RuleContext *context, FindingSink *sink)
{
    gint64 number;

    for (gsize i = 0; i < G_N_ELEMENTS(rate_fields); i++) {
        if (number_of(context, rate_fields[i].id, &number) && number < 0)
            finding_add(sink, rate_fields[i].id, -1);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(amount_fields); i++) {
        if (number_of(context, amount_fields[i], &number) && number < 0)
            finding_add(sink, amount_fields[i], -1);
    }
}

/* The day the prices count: when they begin, else today. */
static CivilDay
price_day(const RuleContext *context)
{
    gint64 from;

    return number_of(context, FIELD_FEE_FEE_FROM, &from) ? (CivilDay)from : context->today;
}

static gboolean
row_applies(const RuleContext *context, const FeeRow *row, const char *kind, const char *product)
{
    const FieldValue *fee_class = application_good(context->app, FIELD_MERCHANT_FEE_CLASS);
    CivilDay day = price_day(context);

    if (fee_class == NULL || !g_str_equal(row->kind, kind) || !g_str_equal(row->product, product))
        return FALSE;
    const char *word = field_word(FIELD_MERCHANT_FEE_CLASS, (guint)fee_class->number);
    return g_strcmp0(row->fee_class, word) == 0 && day >= row->from && day <= row->to;
}

/* The row of that kind for a product, class and day; no row, no finding. */
static const FeeRow *
find_row(const RuleContext *context, const char *kind, const char *product)
{
    for (guint i = 0; i < context->pack->fee_rows->len; i++) {
        const FeeRow *row = &g_array_index(context->pack->fee_rows, FeeRow, i);
        if (row_applies(context, row, kind, product))
            return row;
    }
    return NULL;
}

static gboolean
is_below_floor(const RuleContext *context, gsize field, gint64 rate, const FeeRow **row)
{
    *row = find_row(context, "floor", rate_fields[field].product);
    return *row != NULL && (*row)->rate_low >= 0 && rate < (*row)->rate_low;
}

/* A wrong unit says all there is to say about a rate. */
static gboolean
rate_to_judge(const RuleContext *context, gsize field, gint64 *rate)
{
    return number_of(context, rate_fields[field].id, rate) && *rate >= 0 && !is_far_too_high(context, *rate) &&
           !is_far_too_low(context, *rate);
}

/* NDRC 2016/557: issuer's share and the acquirer's side of the network fee are what a sale costs the acquirer. */
static void
rule_below_cost(const RuleContext *context, FindingSink *sink)
{
    const FeeRow *row;
    gint64 rate;

    for (gsize i = 0; i < G_N_ELEMENTS(rate_fields); i++) {
        if (!rate_to_judge(context, i, &rate) || !is_below_floor(context, i, rate, &row))
            continue;
        Finding *finding = finding_add(sink, rate_fields[i].id, -1);
        finding_param_number(finding, "rate", PARAM_RATE, rate);
        finding_param_number(finding, "floor", PARAM_RATE, row->rate_low);
    }
}

static void
rule_out_of_band(const RuleContext *context, FindingSink *sink)
{
    const FeeRow *floor;
    gint64 rate;

    for (gsize i = 0; i < G_N_ELEMENTS(rate_fields); i++) {
        const FeeRow *band = find_row(context, "band", rate_fields[i].product);
        if (band == NULL || !rate_to_judge(context, i, &rate) || is_below_floor(context, i, rate, &floor))
            continue;
        gboolean low = band->rate_low >= 0 && rate < band->rate_low;
        gboolean high = band->rate_high >= 0 && rate > band->rate_high;
        if (!low && !high)
            continue;
        Finding *finding = finding_add(sink, rate_fields[i].id, -1);
        finding_param_number(finding, "rate", PARAM_RATE, rate);
        finding_param_number(finding, "low", PARAM_RATE, band->rate_low);
        finding_param_number(finding, "high", PARAM_RATE, band->rate_high);
    }
}

/* A cap under the acquirer's own cap of cost loses money on each large sale; 0 would be no cap at all. */
static void
rule_cap_below_cost(const RuleContext *context, FindingSink *sink)
{
    const FeeRow *row = find_row(context, "floor", "debit");
    gint64 cap;

    if (row == NULL || row->cap_low < 0 || !number_of(context, FIELD_FEE_DEBIT_CAP, &cap) || cap < 0)
        return;
    if (cap < row->cap_low)
        finding_param_number(finding_add(sink, FIELD_FEE_DEBIT_CAP, -1), "floor", PARAM_FEN, row->cap_low);
}

/* Yearly and one-off fees far above what is usual. */
static void
rule_other_fee(const RuleContext *context, FindingSink *sink)
{
    static const struct {
        FieldId id;
        const char *parameter;
    } fees[] = {
        {FIELD_FEE_ANNUAL_FEE, "annual"},   {FIELD_FEE_MAINTENANCE_FEE, "maintenance"},
        {FIELD_FEE_DATA_FEE, "data"},       {FIELD_FEE_DEPOSIT, "deposit"},
    };
    gint64 fee;

    for (gsize i = 0; i < G_N_ELEMENTS(fees); i++) {
        gint64 most = rule_number(context, fees[i].parameter);
        if (number_of(context, fees[i].id, &fee) && fee > most)
            finding_param_number(finding_add(sink, fees[i].id, -1), "most", PARAM_FEN, most);
    }
}

/* The fee record must be in force when the first terminal is to work. */
static void
rule_fee_late(const RuleContext *context, FindingSink *sink)
{
    gint64 from;

    if (!number_of(context, FIELD_FEE_FEE_FROM, &from))
        return;
    for (guint i = 0; i < context->app->device_count; i++) {
        const FieldValue *date = device_good(&context->app->devices[i], FIELD_DEVICE_INSTALL_DATE);
        if (date == NULL || date->number >= from)
            continue;
        finding_param_number(finding_add(sink, FIELD_FEE_FEE_FROM, -1), "day", PARAM_DATE, date->number);
        return;
    }
}

/* One side of "0.50/0.60" as percent, with or without a percent sign. */
static gboolean
parse_side(const char *text, gsize length, gint64 *rate)
{
    if (length > 0 && text[length - 1] == '%')
        length--;
    return decimal_parse(text, length, PERCENT_SCALE, rate);
}

static gboolean
contract_rates(const RuleContext *context, gint64 *debit, gint64 *credit)
{
    const char *text = text_of(context, FIELD_CONTRACT_FEE_IN_CONTRACT);
    const char *slash = text != NULL ? strchr(text, '/') : NULL;

    return slash != NULL && parse_side(text, (gsize)(slash - text), debit) &&
           parse_side(slash + 1, strlen(slash + 1), credit);
}

static void
rule_contract_rate_form(const RuleContext *context, FindingSink *sink)
{
    gint64 debit, credit;

    if (text_of(context, FIELD_CONTRACT_FEE_IN_CONTRACT) != NULL && !contract_rates(context, &debit, &credit))
        finding_add(sink, FIELD_CONTRACT_FEE_IN_CONTRACT, -1);
}

static void
compare_rate(const RuleContext *context, FindingSink *sink, FieldId id, gint64 in_contract)
{
    gint64 rate;

    if (!number_of(context, id, &rate) || rate == in_contract)
        return;
    Finding *finding = finding_add(sink, FIELD_CONTRACT_FEE_IN_CONTRACT, -1);
    finding_param_number(finding, "field", PARAM_FIELD, id);
    finding_param_number(finding, "contract", PARAM_RATE, in_contract);
    finding_param_number(finding, "application", PARAM_RATE, rate);
}

/* X06: contract and application name the same rates. */
static void
rule_contract_rate(const RuleContext *context, FindingSink *sink)
{
    gint64 debit, credit;

    if (!contract_rates(context, &debit, &credit))
        return;
    compare_rate(context, sink, FIELD_FEE_DEBIT_RATE, debit);
    compare_rate(context, sink, FIELD_FEE_CREDIT_RATE, credit);
}

static void
rule_same_day_fee(const RuleContext *context, FindingSink *sink)
{
    if (application_is(context->app, FIELD_SETTLE_CYCLE, 2) && application_absent(context->app, FIELD_FEE_D0_FEE))
        finding_add(sink, FIELD_FEE_D0_FEE, -1);
}

const RuleRow fee_rules[] = {
    {"R-FEE-001", rule_mcc_form, NULL},
    {"R-FEE-002", rule_mcc_unknown, NULL},
    {"R-FEE-003", rule_mcc_not_listed, NULL},
    {"R-FEE-004", rule_class, NULL},
    {"R-FEE-005", rule_exempt_kind, NULL},
    {"R-FEE-010", rule_unit_high, "most"},
    {"R-FEE-011", rule_unit_low, "least"},
    {"R-FEE-012", rule_cap_unit, "most"},
    {"R-FEE-013", rule_negative, NULL},
    {"R-FEE-014", rule_below_cost, NULL},
    {"R-FEE-015", rule_out_of_band, NULL},
    {"R-FEE-016", rule_cap_below_cost, NULL},
    {"R-FEE-017", rule_other_fee, "annual maintenance data deposit"},
    {"R-FEE-018", rule_fee_late, NULL},
    {"R-FEE-019", rule_same_day_fee, NULL},
    {"R-FEE-020", rule_contract_rate_form, NULL},
    {"R-FEE-021", rule_contract_rate, NULL},
    {NULL, NULL, NULL},
};

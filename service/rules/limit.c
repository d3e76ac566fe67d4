/* SPDX-License-Identifier: Apache-2.0 */
/* Limits: positive, in order, in the right unit, within what micro merchants may have. */
#include "rules/rule.h"

/* Single, day and month of one card kind. */
typedef struct {
    FieldId single, day, month;
} LimitLadder;

static const LimitLadder ladders[] = {
    {FIELD_LIMIT_LIMIT_SINGLE_DEBIT, FIELD_LIMIT_LIMIT_DAY_DEBIT, FIELD_LIMIT_LIMIT_MONTH_DEBIT},
    {FIELD_LIMIT_LIMIT_SINGLE_CREDIT, FIELD_LIMIT_LIMIT_DAY_CREDIT, FIELD_LIMIT_LIMIT_MONTH_CREDIT},
};

static gboolean
is_micro(const RuleContext *context)
{
    return application_kind_of_merchant(context->app) == MERCHANT_MICRO;
}

/* The limit in fen, or -1 when it is not there or not positive (which another rule tells). */
static gint64
limit_of(const RuleContext *context, FieldId id)
{
    const FieldValue *value = application_good(context->app, id);

    return value != NULL && value->number > 0 ? value->number : -1;
}

static void
add_amount(FindingSink *sink, FieldId id, const char *name, gint64 fen)
{
    finding_param_number(finding_add(sink, id, -1), name, PARAM_FEN, fen);
}

/* M09: a limit of zero refuses every sale. The no-PIN limit may be zero: no sale without a PIN. */
static void
rule_not_positive(const RuleContext *context, FindingSink *sink)
{
    static const FieldId limits[] = {
        FIELD_LIMIT_LIMIT_SINGLE_DEBIT, FIELD_LIMIT_LIMIT_DAY_DEBIT,
        FIELD_LIMIT_LIMIT_MONTH_DEBIT,  FIELD_LIMIT_LIMIT_SINGLE_CREDIT,
        FIELD_LIMIT_LIMIT_DAY_CREDIT,   FIELD_LIMIT_LIMIT_MONTH_CREDIT,
    };

    for (gsize i = 0; i < G_N_ELEMENTS(limits); i++) {
        const FieldValue *value = application_good(context->app, limits[i]);
        if (value != NULL && value->number <= 0)
            finding_add(sink, limits[i], -1);
    }
}

static void
compare_limits(const RuleContext *context, FindingSink *sink, FieldId small, FieldId large)
{
    gint64 low = limit_of(context, small), high = limit_of(context, large);

    if (low < 0 || high < 0 || low <= high)
        return;
    Finding *finding = finding_add(sink, large, -1);
    finding_param_number(finding, "field", PARAM_FIELD, small);
    finding_param_number(finding, "amount", PARAM_FEN, low);
}

/* X11: 0 < single <= day <= month; where the day is not known, single against month. */
static void
rule_order(const RuleContext *context, FindingSink *sink)
{
    for (gsize i = 0; i < G_N_ELEMENTS(ladders); i++) {
        gboolean day = limit_of(context, ladders[i].day) > 0;
        compare_limits(context, sink, ladders[i].single, ladders[i].day);
        compare_limits(context, sink, day ? ladders[i].day : ladders[i].single, ladders[i].month);
    }
}

/* Yuan kept as fen: a hundred times too low, so that small sales are refused (domain 3.4). Only
 * micro merchants have single limits of some hundred yuan. */
static void
rule_unit_low(const RuleContext *context, FindingSink *sink)
{
    gint64 least = rule_number(context, is_micro(context) ? "least_micro" : "least");

    for (gsize i = 0; i < G_N_ELEMENTS(ladders); i++) {
        gint64 limit = limit_of(context, ladders[i].single);
        if (limit > 0 && limit < least)
            add_amount(sink, ladders[i].single, "least", least);
    }
}

/* Fen typed where yuan belong: a hundred times too high. */
static void
rule_unit_high(const RuleContext *context, FindingSink *sink)
{
    gint64 most = rule_number(context, "most");

    for (gsize i = 0; i < G_N_ELEMENTS(ladders); i++) {
        if (limit_of(context, ladders[i].single) > most)
            add_amount(sink, ladders[i].single, "most", most);
    }
}

static void
rule_nopin_high(const RuleContext *context, FindingSink *sink)
{
    gint64 most = rule_number(context, "most");

    if (limit_of(context, FIELD_LIMIT_LIMIT_NOPIN) > most)
        add_amount(sink, FIELD_LIMIT_LIMIT_NOPIN, "most", most);
}

static void
rule_nopin_negative(const RuleContext *context, FindingSink *sink)
{
    const FieldValue *limit = application_good(context->app, FIELD_LIMIT_LIMIT_NOPIN);

    if (limit != NULL && limit->number < 0)
        finding_add(sink, FIELD_LIMIT_LIMIT_NOPIN, -1);
}

static void
rule_nopin_above_single(const RuleContext *context, FindingSink *sink)
{
    gint64 nopin = limit_of(context, FIELD_LIMIT_LIMIT_NOPIN);

    for (gsize i = 0; i < G_N_ELEMENTS(ladders); i++) {
        gint64 single = limit_of(context, ladders[i].single);
        if (single < 0 || nopin <= single)
            continue;
        Finding *finding = finding_add(sink, FIELD_LIMIT_LIMIT_NOPIN, -1);
        finding_param_number(finding, "field", PARAM_FIELD, ladders[i].single);
        finding_param_number(finding, "amount", PARAM_FEN, single);
        return;
    }
}

/* The credit limits of a micro merchant against the caps of a day and a month. */
static void
compare_micro(const RuleContext *context, FindingSink *sink)
{
    static const struct {
        FieldId id;
        const char *parameter;
    } caps[] = {
        {FIELD_LIMIT_LIMIT_DAY_CREDIT, "day"},
        {FIELD_LIMIT_LIMIT_MONTH_CREDIT, "month"},
    };

    for (gsize i = 0; i < G_N_ELEMENTS(caps); i++) {
        gint64 most = rule_number(context, caps[i].parameter);
        if (limit_of(context, caps[i].id) > most)
            add_amount(sink, caps[i].id, "most", most);
    }
}

/* G20: what a micro merchant may take from credit cards by QR code (PBOC 2017/296). */
static void
rule_micro_qr(const RuleContext *context, FindingSink *sink)
{
    if (is_micro(context) && application_has(context->app, FIELD_FUNC_TXN_TYPES, TXN_QR))
        compare_micro(context, sink);
}

/* G21: for the swipe there is no public figure; each acquirer sets its own. */
static void
rule_micro_swipe(const RuleContext *context, FindingSink *sink)
{
    if (is_micro(context) && !application_has(context->app, FIELD_FUNC_TXN_TYPES, TXN_QR))
        compare_micro(context, sink);
}

const RuleRow limit_rules[] = {
    {"R-LIM-001", rule_not_positive, NULL},
    {"R-LIM-002", rule_order, NULL},
    {"R-LIM-003", rule_unit_low, "least least_micro"},
    {"R-LIM-004", rule_unit_high, "most"},
    {"R-LIM-005", rule_nopin_high, "most"},
    {"R-LIM-006", rule_nopin_negative, NULL},
    {"R-LIM-007", rule_nopin_above_single, NULL},
    {"R-LIM-008", rule_micro_qr, "day month"},
    {"R-LIM-009", rule_micro_swipe, "day month"},
    {NULL, NULL, NULL},
};

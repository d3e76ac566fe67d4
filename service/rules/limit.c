/* SPDX-License-Identifier: Apache-2.0 */
/* Limits: present, positive, in order, in the right unit, within what micro merchants may have. */
#include "rules/rule.h"

/* Single, day and month of one card kind. */
typedef struct {
    FieldId single, day, month;
} LimitLadder;

static const LimitLadder ladders[] = {
    {FIELD_LIMIT_LIMIT_SINGLE_DEBIT, FIELD_LIMIT_LIMIT_DAY_DEBIT, FIELD_LIMIT_LIMIT_MONTH_DEBIT},
    {FIELD_LIMIT_LIMIT_SINGLE_CREDIT, FIELD_LIMIT_LIMIT_DAY_CREDIT, FIELD_LIMIT_LIMIT_MONTH_CREDIT},
};

static const FieldId all_limits[] = {
    FIELD_LIMIT_LIMIT_SINGLE_DEBIT, FIELD_LIMIT_LIMIT_SINGLE_CREDIT, FIELD_LIMIT_LIMIT_DAY_DEBIT,
    FIELD_LIMIT_LIMIT_DAY_CREDIT,   FIELD_LIMIT_LIMIT_MONTH_DEBIT,   FIELD_LIMIT_LIMIT_MONTH_CREDIT,
};

static const FieldId single_limits[] = {FIELD_LIMIT_LIMIT_SINGLE_DEBIT, FIELD_LIMIT_LIMIT_SINGLE_CREDIT};

/* The limit in fen, or -1 when it is not there or not positive (which another rule tells). */
static gint64
limit_of(const RuleContext *context, FieldId id)
{
    const FieldValue *value = application_good(context->app, id);

    return value != NULL && value->number > 0 ? value->number : -1;
}

static void
rule_not_positive(const RuleContext *context, FindingSink *sink)
{
    for (gsize i = 0; i < G_N_ELEMENTS(all_limits); i++) {
        const FieldValue *value = application_good(context->app, all_limits[i]);
        if (value != NULL && value->number <= 0)
            finding_add(sink, all_limits[i], -1);
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

/* X11: 0 < single <= day <= month. */
static void
rule_order(const RuleContext *context, FindingSink *sink)
{
    for (gsize i = 0; i < G_N_ELEMENTS(ladders); i++) {
        compare_limits(context, sink, ladders[i].single, ladders[i].day);
        compare_limits(context, sink, ladders[i].day, ladders[i].month);
    }
}

/* Fen typed where yuan belong, or the other way about: a hundred times off. */
static void
rule_too_low(const RuleContext *context, FindingSink *sink)
{
    for (gsize i = 0; i < G_N_ELEMENTS(single_limits); i++) {
        gint64 limit = limit_of(context, single_limits[i]);
        if (limit > 0 && limit < rule_number(context, "least"))
            finding_param_number(finding_add(sink, single_limits[i], -1), "least", PARAM_FEN,
                                 rule_number(context, "least"));
    }
}

static void
rule_too_high(const RuleContext *context, FindingSink *sink)
{
    for (gsize i = 0; i < G_N_ELEMENTS(single_limits); i++) {
        if (limit_of(context, single_limits[i]) > rule_number(context, "most"))
            finding_param_number(finding_add(sink, single_limits[i], -1), "most", PARAM_FEN,
                                 rule_number(context, "most"));
    }
}

static void
rule_nopin_high(const RuleContext *context, FindingSink *sink)
{
    const FieldValue *limit = application_good(context->app, FIELD_LIMIT_LIMIT_NOPIN);

    if (limit != NULL && limit->number > rule_number(context, "most"))
        finding_param_number(finding_add(sink, FIELD_LIMIT_LIMIT_NOPIN, -1), "most", PARAM_FEN,
                             rule_number(context, "most"));
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

    for (gsize i = 0; i < G_N_ELEMENTS(single_limits); i++) {
        gint64 single = limit_of(context, single_limits[i]);
        if (nopin < 0 || single < 0 || nopin <= single)
            continue;
        finding_param_number(finding_add(sink, FIELD_LIMIT_LIMIT_NOPIN, -1), "field", PARAM_FIELD,
                             single_limits[i]);
        return;
    }
}

/* The credit limits of a micro merchant against a day's and a month's cap. */
static void
compare_micro(const RuleContext *context, FindingSink *sink)
{
    static const struct {
        FieldId id;
        const char *parameter;
    } caps[] = {{FIELD_LIMIT_LIMIT_DAY_CREDIT, "day"}, {FIELD_LIMIT_LIMIT_MONTH_CREDIT, "month"}};

    for (gsize i = 0; i < G_N_ELEMENTS(caps); i++) {
        gint64 cap = rule_number(context, caps[i].parameter);
        if (limit_of(context, caps[i].id) > cap)
            finding_param_number(finding_add(sink, caps[i].id, -1), "most", PARAM_FEN, cap);
    }
}

/* G20: credit card receipts by QR code of a micro merchant (PBOC 2017/296). */
static void
rule_micro_qr(const RuleContext *context, FindingSink *sink)
{
    if (application_kind_of_merchant(context->app) == MERCHANT_MICRO &&
        application_has(context->app, FIELD_FUNC_TXN_TYPES, TXN_QR))
        compare_micro(context, sink);
}

/* G21: by card swipe there is no public number; each acquirer sets its own. */
static void
rule_micro_swipe(const RuleContext *context, FindingSink *sink)
{
    if (application_kind_of_merchant(context->app) == MERCHANT_MICRO &&
        !application_has(context->app, FIELD_FUNC_TXN_TYPES, TXN_QR))
        compare_micro(context, sink);
}

const RuleRow limit_rules[] = {
    {"R-LIM-001", rule_not_positive, NULL},
    {"R-LIM-002", rule_order, NULL},
    {"R-LIM-003", rule_too_low, "least"},
    {"R-LIM-004", rule_too_high, "most"},
    {"R-LIM-005", rule_nopin_high, "most"},
    {"R-LIM-006", rule_nopin_negative, NULL},
    {"R-LIM-007", rule_nopin_above_single, NULL},
    {"R-LIM-008", rule_micro_qr, "day month"},
    {"R-LIM-009", rule_micro_swipe, "day month"},
    {NULL, NULL, NULL},
};

/* SPDX-License-Identifier: Apache-2.0 */
/* What the acquirer demands of its own, beside law and market: its floors, bands, maxima and
 * clauses, from its profile in the catalogue. */
#include "rules/terminal.h"

/* The acquirer that gave out the first merchant number; NULL before there is one. */
static const AcquirerRow *
acquirer_of(const RuleContext *context)
{
    for (guint i = 0; i < context->app->device_count; i++) {
        const AcquirerRow *row = terminal_acquirer(context, (int)i);
        if (row != NULL)
            return row;
    }
    return NULL;
}

/* A field of the application and the number of the profile that bounds it. */
typedef struct {
    FieldId id;
    gsize offset;
} Bound;

static gint64
bound_of(const AcquirerRow *acquirer, const Bound *bound)
{
    return G_STRUCT_MEMBER(gint64, acquirer, bound->offset);
}

/* Adds a finding where a value is on the wrong side of its bound: `sign` is 1 for a most, -1 for a
 * least. Nothing and zero are other rules' business. */
static void
judge_bound(const RuleContext *context, FindingSink *sink, const Bound *bound, ParamKind kind,
            int sign)
{
    const AcquirerRow *acquirer = acquirer_of(context);
    const FieldValue *value = application_good(context->app, bound->id);

    if (acquirer == NULL || value == NULL || value->number <= 0 || bound_of(acquirer, bound) < 0)
        return;
    gint64 past = value->number - bound_of(acquirer, bound);
    if (past == 0 || (past > 0) != (sign > 0))
        return;
    Finding *finding = finding_add(sink, bound->id, -1);
    finding_param_text(sink, finding, "acquirer", acquirer->name[LANGUAGE_ZH]);
    finding_param_number(finding, "bound", kind, bound_of(acquirer, bound));
}

/* The lower prices of the other classes are the network's, not the acquirer's. */
static gboolean
pays_standard(const RuleContext *context)
{
    return application_is(context->app, FIELD_MERCHANT_FEE_CLASS, FEE_STANDARD);
}

#define RATE_BOUND(FIELD, member)                                                                  \
    {                                                                                              \
        FIELD_FEE_##FIELD, offsetof(AcquirerRow, member)                                           \
    }
#define LIMIT_BOUND(FIELD, member)                                                                 \
    {                                                                                              \
        FIELD_LIMIT_LIMIT_##FIELD, offsetof(AcquirerRow, member)                                   \
    }

static void
rule_rate_low(const RuleContext *context, FindingSink *sink)
{
    static const Bound bounds[] = {RATE_BOUND(DEBIT_RATE, debit_rate_low),
                                   RATE_BOUND(CREDIT_RATE, credit_rate_low)};

    for (gsize i = 0; i < G_N_ELEMENTS(bounds) && pays_standard(context); i++)
        judge_bound(context, sink, &bounds[i], PARAM_RATE, -1);
}

static void
rule_rate_high(const RuleContext *context, FindingSink *sink)
{
    static const Bound bounds[] = {RATE_BOUND(DEBIT_RATE, debit_rate_high),
                                   RATE_BOUND(CREDIT_RATE, credit_rate_high)};

    for (gsize i = 0; i < G_N_ELEMENTS(bounds) && pays_standard(context); i++)
        judge_bound(context, sink, &bounds[i], PARAM_RATE, 1);
}

static void
rule_cap_low(const RuleContext *context, FindingSink *sink)
{
    static const Bound bound = RATE_BOUND(DEBIT_CAP, debit_cap_low);

    if (pays_standard(context))
        judge_bound(context, sink, &bound, PARAM_FEN, -1);
}

static void
rule_cap_high(const RuleContext *context, FindingSink *sink)
{
    static const Bound bound = RATE_BOUND(DEBIT_CAP, debit_cap_high);

    if (pays_standard(context))
        judge_bound(context, sink, &bound, PARAM_FEN, 1);
}

static void
rule_limit(const RuleContext *context, FindingSink *sink)
{
    static const Bound bounds[] = {
        LIMIT_BOUND(SINGLE_DEBIT, limit_single_max), LIMIT_BOUND(SINGLE_CREDIT, limit_single_max),
        LIMIT_BOUND(DAY_DEBIT, limit_day_max),       LIMIT_BOUND(DAY_CREDIT, limit_day_max),
        LIMIT_BOUND(NOPIN, limit_nopin_max),
    };

    for (gsize i = 0; i < G_N_ELEMENTS(bounds); i++)
        judge_bound(context, sink, &bounds[i], PARAM_FEN, 1);
}

static void
rule_clauses(const RuleContext *context, FindingSink *sink)
{
    const AcquirerRow *acquirer = acquirer_of(context);
    const FieldSpec *spec = &field_specs[FIELD_CONTRACT_CLAUSES];

    if (acquirer == NULL || application_good(context->app, FIELD_CONTRACT_CLAUSES) == NULL)
        return;
    for (char **word = acquirer->clauses; *word != NULL; word++) {
        int position = field_word_find(spec, *word, strlen(*word));
        if (position < 0 || application_has(context->app, FIELD_CONTRACT_CLAUSES, (guint)position))
            continue;
        Finding *finding = finding_add(sink, FIELD_CONTRACT_CLAUSES, -1);
        finding_param_text(sink, finding, "acquirer", acquirer->name[LANGUAGE_ZH]);
        finding_param_key(finding, "clause",
                          arena_printf(context->app->arena, "clause.%s",
                                       field_word(FIELD_CONTRACT_CLAUSES, (guint)position)));
    }
}

const RuleRow acquirer_rules[] = {
    {"R-ACQ-001", rule_rate_low, NULL},
    {"R-ACQ-002", rule_rate_high, NULL},
    {"R-ACQ-003", rule_cap_low, NULL},
    {"R-ACQ-004", rule_cap_high, NULL},
    {"R-ACQ-005", rule_limit, NULL},
    {"R-ACQ-006", rule_clauses, NULL},
    {NULL, NULL, NULL},
};

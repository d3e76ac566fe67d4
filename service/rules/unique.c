/* SPDX-License-Identifier: Apache-2.0 */
/* What stands once only, over the whole batch: the later record has the finding (G16, X10). */
#include "rules/rule.h"

/* A change repeats what the merchant has: its kind says which values must be new all the same. */
static const guint new_values[KIND_COUNT] = {
    [KIND_NEW] = (1u << REPEAT_COUNT) - 1,
    [KIND_CHANGE_ACCOUNT] = 1u << REPEAT_ACCOUNT | 1u << REPEAT_REF,
    [KIND_CHANGE_FEE] = 1u << REPEAT_REF,
    [KIND_CHANGE_FUNCTIONS] = 1u << REPEAT_REF,
    [KIND_ADD_TERMINAL] = 1u << REPEAT_TUSN | 1u << REPEAT_TERMINAL_NO | 1u << REPEAT_REF,
    [KIND_SWAP_TERMINAL] = 1u << REPEAT_TUSN | 1u << REPEAT_REF,
    [KIND_MOVE_TERMINAL] = 1u << REPEAT_REF,
    [KIND_CLOSE] = 1u << REPEAT_REF,
};

static gboolean
must_be_new(const Application *app, RepeatKind kind)
{
    const FieldValue *value = application_good(app, FIELD_APPLICATION_KIND);

    return (new_values[value != NULL ? value->number : KIND_NEW] & (1u << kind)) != 0;
}

/* Which repeats a rule is about. */
typedef enum { WHERE_ANY, WHERE_INSIDE, WHERE_OUTSIDE } Where;

static gboolean
is_about(const RuleContext *context, const Repeat *repeat, RepeatKind kind, Where where)
{
    if (repeat->kind != kind || (where == WHERE_INSIDE && !repeat->same_application) ||
        (where == WHERE_OUTSIDE && repeat->same_application))
        return FALSE;
    return repeat->same_application || must_be_new(context->app, kind);
}

static void
add_repeat(FindingSink *sink, FieldId field, const Repeat *repeat)
{
    Finding *finding = finding_add(sink, field, repeat->device);

    finding_param_text(sink, finding, "file", repeat->file != NULL ? repeat->file : "-");
    finding_param_number(finding, "line", PARAM_COUNT, repeat->line);
}

static void
judge(const RuleContext *context, FindingSink *sink, RepeatKind kind, Where where, FieldId field)
{
    for (guint i = 0; context->repeats != NULL && i < context->repeats->len; i++) {
        const Repeat *repeat = &g_array_index(context->repeats, Repeat, i);
        if (is_about(context, repeat, kind, where))
            add_repeat(sink, field, repeat);
    }
}

static void
rule_ref(const RuleContext *context, FindingSink *sink)
{
    judge(context, sink, REPEAT_REF, WHERE_ANY, FIELD_APPLICATION_EXTERNAL_REF);
}

static void
rule_tusn_elsewhere(const RuleContext *context, FindingSink *sink)
{
    judge(context, sink, REPEAT_TUSN, WHERE_OUTSIDE, FIELD_DEVICE_TUSN);
}

static void
rule_tusn_inside(const RuleContext *context, FindingSink *sink)
{
    judge(context, sink, REPEAT_TUSN, WHERE_INSIDE, FIELD_DEVICE_TUSN);
}

static void
rule_terminal_inside(const RuleContext *context, FindingSink *sink)
{
    judge(context, sink, REPEAT_TERMINAL_NO, WHERE_INSIDE, FIELD_DEVICE_TERMINAL_NO);
}

static void
rule_terminal_elsewhere(const RuleContext *context, FindingSink *sink)
{
    judge(context, sink, REPEAT_TERMINAL_NO, WHERE_OUTSIDE, FIELD_DEVICE_TERMINAL_NO);
}

static void
rule_contract_no(const RuleContext *context, FindingSink *sink)
{
    judge(context, sink, REPEAT_CONTRACT_NO, WHERE_ANY, FIELD_CONTRACT_CONTRACT_NO);
}

/* TRUE when an earlier record pays the same owner into the same account. */
static gboolean
same_owner(const GArray *repeats)
{
    for (guint i = 0; i < repeats->len; i++) {
        if (g_array_index(repeats, Repeat, i).kind == REPEAT_ACCOUNT_OWNER)
            return TRUE;
    }
    return FALSE;
}

/* Two shops of one owner may well be paid to one account. */
static void
rule_account(const RuleContext *context, FindingSink *sink)
{
    for (guint i = 0; context->repeats != NULL && i < context->repeats->len; i++) {
        const Repeat *repeat = &g_array_index(context->repeats, Repeat, i);
        if (is_about(context, repeat, REPEAT_ACCOUNT, WHERE_ANY) && !same_owner(context->repeats))
            add_repeat(sink, FIELD_SETTLE_ACCOUNT_NO, repeat);
    }
}

/* The licence number, or the person's where there is no licence (flow/repeat_index). */
static void
rule_identity(const RuleContext *context, FindingSink *sink)
{
    gboolean licensed = application_text(context->app, FIELD_LICENCE_LICENCE_NO) != NULL;

    judge(context, sink, REPEAT_IDENTITY, WHERE_ANY,
          licensed ? FIELD_LICENCE_LICENCE_NO : FIELD_PERSON_LEGAL_ID_NO);
}

static void
rule_shop(const RuleContext *context, FindingSink *sink)
{
    judge(context, sink, REPEAT_SHOP, WHERE_ANY, FIELD_SHOP_SHOP_NAME);
}

const RuleRow unique_rules[] = {
    {"R-UNI-001", rule_ref, NULL},
    {"R-UNI-002", rule_tusn_elsewhere, NULL},
    {"R-UNI-003", rule_tusn_inside, NULL},
    {"R-UNI-004", rule_terminal_inside, NULL},
    {"R-UNI-005", rule_terminal_elsewhere, NULL},
    {"R-UNI-006", rule_contract_no, NULL},
    {"R-UNI-007", rule_account, NULL},
    {"R-UNI-008", rule_identity, NULL},
    {"R-UNI-009", rule_shop, NULL},
    {NULL, NULL, NULL},
};

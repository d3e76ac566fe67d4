/* SPDX-License-Identifier: Apache-2.0 */
/* What happened to values on their way in: damage, track data, unreadable cells, and what was put
 * right. */
#include "base/text.h"
#include "rules/rule.h"

#include <string.h>

typedef void (*ValueVisitor)(const RuleContext *context, FindingSink *sink, FieldId id, int device);

static void
visit_values(const RuleContext *context, FindingSink *sink, ValueVisitor visit)
{
    for (int id = 0; id < FIELD_COUNT; id++) {
        if (!field_is_device((FieldId)id))
            visit(context, sink, (FieldId)id, -1);
    }
    for (guint device = 0; device < context->app->device_count; device++) {
        for (int id = FIELD_DEVICE_FIRST; id <= FIELD_DEVICE_LAST; id++)
            visit(context, sink, (FieldId)id, (int)device);
    }
}

static ValueNote
note_of(const RuleContext *context, FieldId id, int device)
{
    return (ValueNote)application_value(context->app, id, device)->note;
}

static const char *const damage_keys[NOTE_COUNT] = {
    [NOTE_DAMAGE_SCIENTIFIC] = "damage.scientific",
    [NOTE_DAMAGE_ZEROS] = "damage.zeros",
    [NOTE_DAMAGE_LEADING_ZERO] = "damage.leading_zero",
    [NOTE_DAMAGE_SERIAL] = "damage.serial",
    [NOTE_DAMAGE_APOSTROPHE] = "damage.apostrophe",
    [NOTE_DAMAGE_ERROR_CELL] = "damage.error_cell",
    [NOTE_DAMAGE_GUARD] = "damage.guard",
};

/* Fields whose damage is a set-up mistake of its own; the others are told by the general rule. */
static const struct {
    FieldId id;
    const char *rule;
} damage_rules[] = {
    {FIELD_SETTLE_ACCOUNT_NO, "R-INTAKE-002"},  {FIELD_SETTLE_BANK_BRANCH_NO, "R-INTAKE-002"},
    {FIELD_DEVICE_TERMINAL_NO, "R-INTAKE-003"}, {FIELD_DEVICE_TUSN, "R-INTAKE-004"},
    {FIELD_DEVICE_TERM_KIND, "R-INTAKE-004"},   {FIELD_DEVICE_MERCHANT_NO, "R-INTAKE-005"},
    {FIELD_MERCHANT_MCC, "R-INTAKE-006"},       {FIELD_MERCHANT_AREA_CODE, "R-INTAKE-007"},
};

static const char *
damage_rule_of(FieldId id)
{
    for (gsize i = 0; i < G_N_ELEMENTS(damage_rules); i++) {
        if (damage_rules[i].id == id)
            return damage_rules[i].rule;
    }
    return "R-INTAKE-001";
}

static void
visit_damage(const RuleContext *context, FindingSink *sink, FieldId id, int device)
{
    const char *key = damage_keys[note_of(context, id, device)];

    if (key == NULL || !g_str_equal(damage_rule_of(id), context->rule->id))
        return;
    finding_param_key(finding_add(sink, id, device), "damage", key);
}

static void
rule_damage(const RuleContext *context, FindingSink *sink)
{
    if (context->app->noted > 0)
        visit_values(context, sink, visit_damage);
}

/* The other notes have one rule each. */
static const struct {
    ValueNote note;
    const char *rule;
} note_rules[] = {
    {NOTE_DAMAGE_POSSIBLE, "R-INTAKE-008"},
    {NOTE_NORMALISED, "R-INTAKE-010"},
    {NOTE_TRACK_DATA, "R-INTAKE-011"},
    {NOTE_BAD_DATE, "R-DATA-001"},
};

static void
visit_note(const RuleContext *context, FindingSink *sink, FieldId id, int device)
{
    ValueNote note = note_of(context, id, device);

    for (gsize i = 0; i < G_N_ELEMENTS(note_rules); i++) {
        if (note_rules[i].note == note && g_str_equal(note_rules[i].rule, context->rule->id))
            finding_add(sink, id, device);
    }
}

static void
rule_note(const RuleContext *context, FindingSink *sink)
{
    if (context->app->noted > 0)
        visit_values(context, sink, visit_note);
}

/* Characters are counted only where bytes leave a doubt: a character has one to four bytes. */
static gboolean
length_fits(const FieldSpec *spec, const char *text)
{
    gsize bytes = strlen(text);

    if (bytes <= spec->high && bytes >= (gsize)spec->low * 4)
        return TRUE;
    guint length = text_length(text);
    return length >= spec->low && length <= spec->high;
}

/* Hosts refuse a name that does not fit (M14); a wrong length elsewhere is a question. The far end
 * of the trading name is judged in bytes, as field 43 is. */
static gboolean
is_host_name(FieldId id, guint length)
{
    return id == FIELD_MERCHANT_REGISTER_NAME || id == FIELD_MERCHANT_ENGLISH_NAME ||
           (id == FIELD_MERCHANT_SHORT_NAME && length < field_specs[id].low);
}

static void
visit_length(const RuleContext *context, FindingSink *sink, FieldId id, int device)
{
    const FieldSpec *spec = &field_specs[id];
    const FieldValue *value = application_value(context->app, id, device);

    if (spec->type != FIELD_TYPE_TEXT || value->state != VALUE_OK || length_fits(spec, value->text))
        return;
    gboolean blocks = is_host_name(id, text_length(value->text));
    if (g_str_equal(context->rule->id, "R-DATA-004") != blocks)
        return;
    Finding *finding = finding_add(sink, id, device);
    finding_param_number(finding, "length", PARAM_COUNT, text_length(value->text));
    finding_param_number(finding, "low", PARAM_COUNT, spec->low);
    finding_param_number(finding, "high", PARAM_COUNT, spec->high);
}

static void
rule_length(const RuleContext *context, FindingSink *sink)
{
    visit_values(context, sink, visit_length);
}

static void
visit_unreadable(const RuleContext *context, FindingSink *sink, FieldId id, int device)
{
    const FieldValue *value = application_value(context->app, id, device);
    g_autoptr(GString) choices = g_string_new(NULL);

    if (value->note != NOTE_UNREADABLE)
        return;
    if (field_specs[id].words != NULL)
        field_choices(&field_specs[id], choices);
    Finding *finding = finding_add(sink, id, device);
    finding_param_key(finding, "reason", device_problem_key(value));
    finding_param_text(sink, finding, "choices", choices->str);
}

static void
rule_unreadable(const RuleContext *context, FindingSink *sink)
{
    if (context->app->noted > 0)
        visit_values(context, sink, visit_unreadable);
}

/* Each form is told in its own words. */
static const char *
form_rule_of(FieldType type)
{
    return type == FIELD_TYPE_HOURS        ? "R-DATA-005"
           : type == FIELD_TYPE_COORDINATE ? "R-DATA-006"
                                           : "R-DATA-002";
}

static void
visit_form(const RuleContext *context, FindingSink *sink, FieldId id, int device)
{
    if (note_of(context, id, device) == NOTE_BAD_FORM &&
        g_str_equal(form_rule_of(field_specs[id].type), context->rule->id))
        finding_add(sink, id, device);
}

static void
rule_form(const RuleContext *context, FindingSink *sink)
{
    if (context->app->noted > 0)
        visit_values(context, sink, visit_form);
}

const RuleRow intake_rules[] = {
    {"R-INTAKE-001", rule_damage, NULL},     {"R-INTAKE-002", rule_damage, NULL},
    {"R-INTAKE-003", rule_damage, NULL},     {"R-INTAKE-004", rule_damage, NULL},
    {"R-INTAKE-005", rule_damage, NULL},     {"R-INTAKE-006", rule_damage, NULL},
    {"R-INTAKE-007", rule_damage, NULL},     {"R-INTAKE-008", rule_note, NULL},
    {"R-INTAKE-009", rule_unreadable, NULL}, {"R-INTAKE-010", rule_note, NULL},
    {"R-INTAKE-011", rule_note, NULL},       {"R-DATA-001", rule_note, NULL},
    {"R-DATA-002", rule_form, NULL},         {"R-DATA-003", rule_length, NULL},
    {"R-DATA-004", rule_length, NULL},       {"R-DATA-005", rule_form, NULL},
    {"R-DATA-006", rule_form, NULL},         {NULL, NULL, NULL},
};

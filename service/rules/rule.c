/* SPDX-License-Identifier: Apache-2.0 */
#include "rules/rule.h"

#include "base/fault.h"

#include <string.h>

static const RuleRow *const tables[] = {
    intake_rules, data_rules,   identity_rules, person_rules,   account_rules, fee_rules,
    limit_rules,  device_rules, place_rules,    contract_rules, unique_rules,
};

/* A row of the table beside its entry in the pack. */
typedef struct {
    const RuleRow *row;
    const RuleEntry *entry;
} BoundRule;

struct RuleSet {
    const RulePack *pack;
    const Catalogue *catalogue;
    GArray *rules; /* BoundRule */
};

static const RuleRow *
row_find(const char *id)
{
    for (gsize t = 0; t < G_N_ELEMENTS(tables); t++) {
        for (const RuleRow *row = tables[t]; row->id != NULL; row++) {
            if (g_str_equal(row->id, id))
                return row;
        }
    }
    return NULL;
}

static gboolean
check_parameters(const RuleRow *row, const RuleEntry *entry, GError **error)
{
    if (row->parameters == NULL)
        return TRUE;
    g_auto(GStrv) names = g_strsplit(row->parameters, " ", -1);
    for (char **name = names; *name != NULL; name++) {
        if (pack_parameter(entry, *name) == NULL)
            return fault_raise(error, FAULT_INTERNAL,
                               "rule pack: rule '%s' lacks the parameter '%s'", row->id, *name);
    }
    return TRUE;
}

static gboolean
bind_row(RuleSet *set, const RuleRow *row, GError **error)
{
    BoundRule bound = {.row = row, .entry = pack_find_rule(set->pack, row->id)};

    if (bound.entry == NULL)
        return fault_raise(error, FAULT_INTERNAL, "rule pack: no entry for the rule '%s'", row->id);
    if (!check_parameters(row, bound.entry, error))
        return FALSE;
    g_array_append_val(set->rules, bound);
    return TRUE;
}

static gboolean
check_entries(const RulePack *pack, GError **error)
{
    for (guint i = 0; i < pack->rules->len; i++) {
        const RuleEntry *entry = g_ptr_array_index(pack->rules, i);
        if (row_find(entry->id) == NULL)
            return fault_raise(error, FAULT_INTERNAL, "rule pack: the entry '%s' has no rule",
                               entry->id);
        for (char **cause = entry->caused_by; *cause != NULL; cause++) {
            if (row_find(*cause) == NULL)
                return fault_raise(error, FAULT_INTERNAL,
                                   "rule pack: '%s' names the unknown cause '%s'", entry->id,
                                   *cause);
        }
    }
    return TRUE;
}

RuleSet *
rule_set_new(const RulePack *pack, const Catalogue *catalogue, GError **error)
{
    g_autoptr(RuleSet) set = g_new0(RuleSet, 1);

    set->pack = pack;
    set->catalogue = catalogue;
    set->rules = g_array_new(FALSE, TRUE, sizeof(BoundRule));
    for (gsize t = 0; t < G_N_ELEMENTS(tables); t++) {
        for (const RuleRow *row = tables[t]; row->id != NULL; row++) {
            if (!bind_row(set, row, error))
                return NULL;
        }
    }
    return check_entries(pack, error) ? g_steal_pointer(&set) : NULL;
}

void
rule_set_free(RuleSet *set)
{
    g_array_unref(set->rules);
    g_free(set);
}

/* Rules about the value itself: what they found explains what others say of the same value. */
static gboolean
is_about_value(const Finding *finding)
{
    return g_str_has_prefix(finding->rule->id, "R-INTAKE-") &&
           finding->rule->severity == SEVERITY_BLOCKER;
}

static gboolean
explains(const Finding *cause, const Finding *finding)
{
    if (is_about_value(cause) && !is_about_value(finding) && cause->field == finding->field &&
        cause->device == finding->device)
        return TRUE;
    if (cause->device >= 0 && finding->device >= 0 && cause->device != finding->device)
        return FALSE;
    return g_strv_contains((const char *const *)finding->rule->caused_by, cause->rule->id);
}

/* A chain of causes has one head: a finding that has a cause itself explains nothing. */
static void
set_causes(GArray *findings)
{
    for (guint i = 0; i < findings->len; i++) {
        Finding *finding = &g_array_index(findings, Finding, i);
        for (guint j = 0; j < findings->len && finding->cause < 0; j++) {
            const Finding *cause = &g_array_index(findings, Finding, j);
            if (j != i && cause->cause < 0 && explains(cause, finding))
                finding->cause = (int)j;
        }
    }
}

static gboolean
has_consequences(const GArray *findings)
{
    for (guint i = 0; i < findings->len; i++) {
        const Finding *finding = &g_array_index(findings, Finding, i);
        if (finding->rule->severity > SEVERITY_INFO)
            return TRUE;
    }
    return FALSE;
}

void
rule_set_run(const RuleSet *set, const RuleContext *base, GArray *findings)
{
    RuleContext context = *base;
    FindingSink sink = {.app = base->app, .findings = findings};

    context.pack = set->pack;
    context.catalogue = set->catalogue;
    for (guint i = 0; i < set->rules->len; i++) {
        const BoundRule *bound = &g_array_index(set->rules, BoundRule, i);
        if (base->today < bound->entry->from || base->today > bound->entry->to)
            continue;
        context.rule = sink.rule = bound->entry;
        bound->row->function(&context, &sink);
    }
    if (has_consequences(findings))
        set_causes(findings);
}

static const RuleParameter *
required_parameter(const RuleContext *context, const char *name)
{
    static const RuleParameter none = {"", 0, ""};
    const RuleParameter *parameter = pack_parameter(context->rule, name);

    g_return_val_if_fail(parameter != NULL, &none);
    return parameter;
}

gint64
rule_number(const RuleContext *context, const char *name)
{
    return required_parameter(context, name)->number;
}

const char *
rule_text(const RuleContext *context, const char *name)
{
    return required_parameter(context, name)->text;
}

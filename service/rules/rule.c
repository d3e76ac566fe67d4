/* SPDX-License-Identifier: Apache-2.0 */
#include "rules/rule.h"

#include "base/fault.h"

#include <string.h>

static const RuleRow *const tables[] = {
    intake_rules, data_rules,     identity_rules, person_rules,  account_rules,
    fee_rules,    limit_rules,    device_rules,   release_rules, acquirer_rules,
    place_rules,  contract_rules, unique_rules,   answer_rules,
};

static const FactRule *const fact_tables[] = {
    account_fact_rules, contract_fact_rules, risk_fact_rules,
    host_fact_rules,    device_fact_rules,   terminal_fact_rules,
    key_fact_rules,     install_fact_rules,  profile_fact_rules,
};

/* A row of either table beside its entry in the pack. */
typedef struct {
    const RuleRow *row;   /* or */
    const FactRule *fact; /* a rule on one fact */
    const RuleEntry *entry;
} BoundRule;

struct RuleSet {
    const RulePack *pack;
    const Catalogue *catalogue;
    GArray *rules; /* BoundRule */
};

static gboolean
table_has(const RuleRow *row, const char *id)
{
    while (row->id != NULL && !g_str_equal(row->id, id))
        row++;
    return row->id != NULL;
}

static gboolean
row_exists(const char *id)
{
    for (gsize t = 0; t < G_N_ELEMENTS(tables); t++) {
        if (table_has(tables[t], id))
            return TRUE;
    }
    for (gsize t = 0; t < G_N_ELEMENTS(fact_tables); t++) {
        for (const FactRule *row = fact_tables[t]; row->id != NULL; row++) {
            if (g_str_equal(row->id, id))
                return TRUE;
        }
    }
    return table_has(last_rules, id);
}

static gboolean
check_parameters(const char *parameters, const RuleEntry *entry, GError **error)
{
    if (parameters == NULL)
        return TRUE;
    g_auto(GStrv) names = g_strsplit(parameters, " ", -1);
    for (char **name = names; *name != NULL; name++) {
        if (pack_parameter(entry, *name) == NULL)
            return fault_raise(error, FAULT_INTERNAL,
                               "rule pack: rule '%s' lacks the parameter '%s'", entry->id, *name);
    }
    return TRUE;
}

/* Adds a rule that has its row or fact set to the bound ones. */
static gboolean
bind_rule(RuleSet *set, BoundRule *bound, const char *id, const char *parameters, GError **error)
{
    bound->entry = pack_find_rule(set->pack, id);
    if (bound->entry == NULL)
        return fault_raise(error, FAULT_INTERNAL, "rule pack: no entry for the rule '%s'", id);
    if (!check_parameters(parameters, bound->entry, error))
        return FALSE;
    g_array_append_val(set->rules, *bound);
    return TRUE;
}

static gboolean
bind_rows(RuleSet *set, const RuleRow *table, GError **error)
{
    for (const RuleRow *row = table; row->id != NULL; row++) {
        BoundRule bound = {.row = row};
        if (!bind_rule(set, &bound, row->id, row->parameters, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
bind_tables(RuleSet *set, GError **error)
{
    for (gsize t = 0; t < G_N_ELEMENTS(tables); t++) {
        if (!bind_rows(set, tables[t], error))
            return FALSE;
    }
    for (gsize t = 0; t < G_N_ELEMENTS(fact_tables); t++) {
        for (const FactRule *row = fact_tables[t]; row->id != NULL; row++) {
            BoundRule bound = {.fact = row};
            if (!bind_rule(set, &bound, row->id, row->parameters, error))
                return FALSE;
        }
    }
    return bind_rows(set, last_rules, error);
}

static gboolean
check_entries(const RulePack *pack, GError **error)
{
    for (guint i = 0; i < pack->rules->len; i++) {
        const RuleEntry *entry = g_ptr_array_index(pack->rules, i);
        if (!row_exists(entry->id))
            return fault_raise(error, FAULT_INTERNAL, "rule pack: the entry '%s' has no rule",
                               entry->id);
        for (char **cause = entry->caused_by; *cause != NULL; cause++) {
            if (!row_exists(*cause))
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
    if (!bind_tables(set, error) || !check_entries(pack, error))
        return NULL;
    return g_steal_pointer(&set);
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

/* A number that two terminals share is about both, and so is an answer about the other one. */
static gboolean
is_about_both(const FindingSink *sink, const Finding *cause, int device)
{
    const Device *devices = sink->app->devices;

    for (guint i = 0; i < cause->evidence_count; i++) {
        const FindingEvidence *evidence = &cause->evidence[i];
        FactSection section = fact_specs[evidence->fact].section;
        if (facts_is_by_terminal(section) &&
            sink->facts->device[section][evidence->index] == device)
            return TRUE;
    }
    if (cause->field != FIELD_DEVICE_TERMINAL_NO && cause->field != FIELD_DEVICE_TUSN)
        return FALSE;
    const char *text = device_text(&devices[device], cause->field);
    return text != NULL && g_strcmp0(text, device_text(&devices[cause->device], cause->field)) == 0;
}

static gboolean
explains(const FindingSink *sink, const Finding *cause, const Finding *finding)
{
    if (is_about_value(cause) && !is_about_value(finding) && cause->field == finding->field &&
        cause->device == finding->device)
        return TRUE;
    return (cause->device < 0 || finding->device < 0 || cause->device == finding->device ||
            is_about_both(sink, cause, finding->device)) &&
           g_strv_contains((const char *const *)finding->rule->caused_by, cause->rule->id);
}

/* TRUE when the chain of causes from `index` on comes to `other`. */
static gboolean
leads_to(const GArray *findings, int index, guint other)
{
    while (index >= 0 && (guint)index != other)
        index = g_array_index(findings, Finding, index).cause;
    return index >= 0;
}

static int
cause_of(const FindingSink *sink, guint index)
{
    const Finding *finding = &g_array_index(sink->findings, Finding, index);

    for (guint i = 0; i < sink->findings->len; i++) {
        const Finding *cause = &g_array_index(sink->findings, Finding, i);
        if (explains(sink, cause, finding) && !leads_to(sink->findings, (int)i, index))
            return (int)i;
    }
    return -1;
}

/* Each finding names what explains it, which may have a cause itself: chains, never rings. */
static void
set_causes(const FindingSink *sink)
{
    for (guint i = 0; i < sink->findings->len; i++)
        g_array_index(sink->findings, Finding, i).cause = cause_of(sink, i);
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

/* Whose the record is; FALSE when it is a terminal's that the application does not have. */
static gboolean
find_device(const Facts *facts, FactSection section, guint index, int *device)
{
    *device = facts_is_by_terminal(section) ? facts->device[section][index] : -1;
    return *device >= 0 || !facts_is_by_terminal(section);
}

static void
run_fact_rule(const RuleContext *context, FindingSink *sink, const FactRule *rule)
{
    FactSection section = fact_specs[rule->fact].section;
    FactCase c = {.context = context, .sink = sink, .rule = rule};

    for (guint i = 0; i < context->facts->counts[section]; i++) {
        c.index = i;
        c.value = facts_given(context->facts, rule->fact, i);
        if (c.value != NULL && find_device(context->facts, section, i, &c.device))
            rule->judge(&c);
    }
}

void
rule_set_run(const RuleSet *set, const RuleContext *base, GArray *findings)
{
    RuleContext context = *base;
    FindingSink sink = {.app = base->app, .facts = base->facts, .findings = findings};

    context.pack = set->pack;
    context.catalogue = set->catalogue;
    for (guint i = 0; i < set->rules->len; i++) {
        const BoundRule *bound = &g_array_index(set->rules, BoundRule, i);
        if (base->today < bound->entry->from || base->today > bound->entry->to)
            continue;
        context.rule = sink.rule = bound->entry;
        if (bound->row != NULL)
            bound->row->function(&context, &sink);
        else if (base->facts != NULL)
            run_fact_rule(&context, &sink, bound->fact);
    }
    if (has_consequences(findings))
        set_causes(&sink);
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

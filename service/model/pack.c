/* SPDX-License-Identifier: Apache-2.0 */
#include "model/pack.h"

static void
rule_free(gpointer data)
{
    RuleEntry *rule = data;

    g_ptr_array_unref(rule->remedies);
    g_ptr_array_unref(rule->forecasts);
    g_strfreev(rule->mistakes);
    g_strfreev(rule->regulations);
    g_strfreev(rule->products);
    g_strfreev(rule->caused_by);
    g_array_unref(rule->parameters);
    g_free(rule);
}

static void
forecast_free(gpointer data)
{
    Forecast *forecast = data;

    g_strfreev(forecast->alternates);
    g_strfreev(forecast->seen_from);
    g_free(forecast);
}

RulePack *
pack_new(void)
{
    RulePack *pack = g_new0(RulePack, 1);

    pack->rules = g_ptr_array_new_with_free_func(rule_free);
    pack->forecasts = g_ptr_array_new_with_free_func(forecast_free);
    pack->mistakes = g_ptr_array_new_with_free_func(g_free);
    pack->regulations = g_ptr_array_new_with_free_func(g_free);
    pack->fee_rows = g_array_new(FALSE, TRUE, sizeof(FeeRow));
    pack->strings = g_string_chunk_new(16384);
    return pack;
}

void
pack_free(RulePack *pack)
{
    g_ptr_array_unref(pack->rules);
    g_ptr_array_unref(pack->forecasts);
    g_ptr_array_unref(pack->mistakes);
    g_ptr_array_unref(pack->regulations);
    g_array_unref(pack->fee_rows);
    g_string_chunk_free(pack->strings);
    g_free(pack);
}

RuleEntry *
pack_add_rule(RulePack *pack)
{
    RuleEntry *rule = g_new0(RuleEntry, 1);

    rule->sets = PACK_STATE_OF_SEVERITY;
    rule->remedies = g_ptr_array_new_with_free_func(g_free);
    rule->forecasts = g_ptr_array_new();
    rule->parameters = g_array_new(FALSE, TRUE, sizeof(RuleParameter));
    g_ptr_array_add(pack->rules, rule);
    return rule;
}

const RuleEntry *
pack_find_rule(const RulePack *pack, const char *id)
{
    for (guint i = 0; i < pack->rules->len; i++) {
        const RuleEntry *rule = g_ptr_array_index(pack->rules, i);
        if (g_str_equal(rule->id, id))
            return rule;
    }
    return NULL;
}

const Forecast *
pack_find_forecast(const RulePack *pack, const char *mistake, const char *variant)
{
    for (guint i = 0; i < pack->forecasts->len; i++) {
        const Forecast *forecast = g_ptr_array_index(pack->forecasts, i);
        if (g_str_equal(forecast->mistake, mistake) &&
            (variant[0] == '\0' || g_str_equal(forecast->variant, variant)))
            return forecast;
    }
    return NULL;
}

const RuleParameter *
pack_parameter(const RuleEntry *rule, const char *name)
{
    for (guint i = 0; i < rule->parameters->len; i++) {
        const RuleParameter *parameter = &g_array_index(rule->parameters, RuleParameter, i);
        if (g_str_equal(parameter->name, name))
            return parameter;
    }
    return NULL;
}

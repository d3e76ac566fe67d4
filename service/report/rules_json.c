/* SPDX-License-Identifier: Apache-2.0 */
#include "report/rules_json.h"

#include "report/finding_json.h"
#include "report/json_text.h"

static void
append_forecasts(GString *out, const RuleEntry *rule)
{
    g_string_append_c(out, '[');
    for (guint i = 0; i < rule->forecasts->len; i++) {
        const Forecast *forecast = g_ptr_array_index(rule->forecasts, i);
        g_string_append(out, i > 0 ? ",{\"mistake\":" : "{\"mistake\":");
        json_text_string(out, forecast->mistake);
        json_text_member_string(out, "variant", forecast->variant);
        json_text_member_string(out, "stage", forecast->stage);
        json_text_member_string(out, "de39", forecast->de39);
        json_text_member_list(out, "alternates", forecast->alternates);
        g_string_append_c(out, '}');
    }
    g_string_append_c(out, ']');
}

static void
append_remedies(GString *out, const RuleEntry *rule)
{
    g_string_append_c(out, '[');
    for (guint i = 0; i < rule->remedies->len; i++) {
        const Remedy *remedy = g_ptr_array_index(rule->remedies, i);
        g_string_append(out, i > 0 ? ",{\"actor\":" : "{\"actor\":");
        json_text_string(out, remedy->actor);
        json_text_member(out, "do");
        finding_json_localized(out, &remedy->action);
        g_string_append_c(out, '}');
    }
    g_string_append_c(out, ']');
}

/* The days it is in force; a rule without an end has null. */
static void
append_days(GString *out, const RuleEntry *rule)
{
    char iso[11];

    json_text_member_string(out, "from", civil_format(rule->from, iso));
    json_text_member_string(out, "to",
                            rule->to == CIVIL_LONG_TERM ? NULL : civil_format(rule->to, iso));
}

static void
append_head(GString *out, const RuleEntry *rule)
{
    gboolean of_field = rule->layer == PACK_LAYER_OF_FIELD;
    gboolean due_by_field = rule->due_by == PACK_STAGE_OF_FIELD;

    g_string_append(out, "{\"id\":");
    json_text_string(out, rule->id);
    json_text_member_string(out, "code", rule->code);
    json_text_member_string(out, "severity", severity_name(rule->severity));
    json_text_member_string(out, "layer", of_field ? "field" : layer_name((Layer)rule->layer));
    json_text_member_string(out, "due_by",
                            due_by_field ? "field" : stage_name((Stage)rule->due_by));
    json_text_member_string(out, "confidence", confidence_name(rule->confidence));
    json_text_member(out, "waivable");
    g_string_append(out, rule->waivable ? "true" : "false");
}

static void
append_rule(GString *out, const RuleEntry *rule)
{
    append_head(out, rule);
    json_text_member_list(out, "mistakes", rule->mistakes);
    json_text_member_list(out, "regulations", rule->regulations);
    json_text_member(out, "forecasts");
    append_forecasts(out, rule);
    json_text_member_list(out, "products", rule->products);
    json_text_member_list(out, "caused_by", rule->caused_by);
    json_text_member(out, "message");
    finding_json_localized(out, &rule->message);
    json_text_member(out, "remedies");
    append_remedies(out, rule);
    append_days(out, rule);
    json_text_member_string(out, "source", rule->source);
    g_string_append_c(out, '}');
}

void
rules_json_append(GString *out, const RulePack *pack)
{
    g_string_append(out, "{\"pack\":");
    json_text_string(out, pack->name);
    json_text_member_string(out, "version", pack->version);
    g_string_append(out, ",\"rules\":[\n");
    for (guint i = 0; i < pack->rules->len; i++) {
        if (i > 0)
            g_string_append(out, ",\n");
        append_rule(out, g_ptr_array_index(pack->rules, i));
    }
    g_string_append(out, "\n]}\n");
}

/* SPDX-License-Identifier: Apache-2.0 */
#include "report/rules_text.h"

#include "base/text.h"
#include "report/fill.h"
#include "report/finding_text.h"
#include "report/layout.h"

enum { INDENT = 4 };

static void
append_words(GString *line, char *const *words)
{
    for (; *words != NULL; words++)
        g_string_append_printf(line, " %s", *words);
}

/* What it is about: severity, stage, mistakes, regulations. */
static void
append_facts(GString *out, const RuleEntry *rule, const ReportContext *context)
{
    g_autofree char *severity = g_strdup_printf("severity.one.%s", severity_name(rule->severity));
    g_autofree char *stage = rule->due_by == PACK_STAGE_OF_FIELD
                                 ? NULL
                                 : g_strdup_printf("stage.%s", stage_name((Stage)rule->due_by));
    g_autoptr(GString) line = g_string_new(report_context_text(context, severity));

    if (stage != NULL)
        g_string_append_printf(line, " · %s", report_context_text(context, stage));
    if (rule->mistakes[0] != NULL || rule->regulations[0] != NULL)
        g_string_append(line, " ·");
    append_words(line, rule->mistakes);
    append_words(line, rule->regulations);
    layout_wrap(out, line->str, "    ", INDENT, context->columns);
}

static void
append_rule(GString *out, const RuleEntry *rule, const ReportContext *context)
{
    g_autoptr(GString) message = g_string_new(NULL);

    fill_message(message, rule->message.text[context->language], NULL, context->texts,
                 context->language);
    g_string_append(out, "  ");
    finding_text_mark(out, rule->severity, context);
    g_string_append_printf(out, " %s  %s\n", rule->id, rule->code);
    append_facts(out, rule, context);
    layout_wrap(out, message->str, "    ", INDENT, context->columns);
}

static guint
count_rules(const RulePack *pack, int layer)
{
    guint count = 0;

    for (guint i = 0; i < pack->rules->len; i++) {
        const RuleEntry *rule = g_ptr_array_index(pack->rules, i);
        count += rule->layer == layer ? 1 : 0;
    }
    return count;
}

static void
append_layer(GString *out, int layer, const ReportContext *context)
{
    guint count = count_rules(context->pack, layer);
    g_autofree char *key = layer == PACK_LAYER_OF_FIELD
                               ? g_strdup("rules.of_field")
                               : g_strdup_printf("layer.%s", layer_name((Layer)layer));

    if (count == 0)
        return;
    g_string_append_printf(out, "\n▸ %s · %u\n", report_context_text(context, key), count);
    for (guint i = 0; i < context->pack->rules->len; i++) {
        const RuleEntry *rule = g_ptr_array_index(context->pack->rules, i);
        if (rule->layer == layer)
            append_rule(out, rule, context);
    }
}

void
rules_text_append(GString *out, const ReportContext *context)
{
    g_autofree char *pack = g_strdup_printf("%s %s", context->pack->name, context->pack->version);
    g_autofree char *count = g_strdup_printf("%u", context->pack->rules->len);

    fill_arguments(out, report_context_text(context, "rules.title"), pack, count);
    g_string_append_c(out, '\n');
    for (int layer = 0; layer < LAYER_COUNT; layer++)
        append_layer(out, layer, context);
    append_layer(out, PACK_LAYER_OF_FIELD, context);
}

/* SPDX-License-Identifier: Apache-2.0 */
#include "report/explain.h"

#include "base/text.h"
#include "report/fill.h"
#include "report/finding_text.h"
#include "report/layout.h"

#include <string.h>

static void
append_labelled(GString *out, guint indent, const char *key, const char *text,
                const ReportContext *context)
{
    g_autofree char *head =
        g_strdup_printf("%*s%s%s", (int)indent, "", report_context_text(context, key),
                        report_context_text(context, "report.colon"));

    layout_wrap(out, text, head, text_width(head), context->columns);
}

static const Topic *
find_topic(const GPtrArray *topics, const char *id)
{
    for (guint i = 0; i < topics->len; i++) {
        const Topic *topic = g_ptr_array_index(topics, i);
        if (g_str_equal(topic->id, id))
            return topic;
    }
    return NULL;
}

static void
append_forecasts(GString *out, guint indent, const char *mistake, const ReportContext *context)
{
    for (guint i = 0; i < context->pack->forecasts->len; i++) {
        const Forecast *forecast = g_ptr_array_index(context->pack->forecasts, i);
        if (!g_str_equal(forecast->mistake, mistake))
            continue;
        g_autoptr(GString) line = g_string_new(NULL);
        finding_text_forecast(line, forecast, context);
        append_labelled(out, indent, "explain.shows_as", line->str, context);
    }
}

static gboolean
lists(char *const *list, const char *id)
{
    return g_strv_contains((const char *const *)list, id);
}

/* The rules whose finding names the mistake or regulation. */
static void
append_rules_of(GString *out, const char *id, const ReportContext *context)
{
    g_autoptr(GString) line = g_string_new(NULL);

    for (guint i = 0; i < context->pack->rules->len; i++) {
        const RuleEntry *rule = g_ptr_array_index(context->pack->rules, i);
        if (lists(rule->mistakes, id) || lists(rule->regulations, id))
            g_string_append_printf(line, "%s%s", line->len > 0 ? " " : "", rule->id);
    }
    if (line->len > 0)
        append_labelled(out, 2, "explain.rules", line->str, context);
}

static void
append_actor(GString *out, guint indent, const char *actor, const ReportContext *context)
{
    append_labelled(out, indent, "explain.fixed_by", finding_text_actor(actor, context), context);
}

static void
append_title(GString *out, const char *id, const char *title, const ReportContext *context)
{
    g_autofree char *head = g_strdup_printf("%s  ", id);

    layout_wrap(out, title, head, text_width(head), context->columns);
}

static void
append_mistake(GString *out, const Topic *topic, guint indent, const ReportContext *context)
{
    append_forecasts(out, indent, topic->id, context);
    append_labelled(out, indent, "explain.caught_by", topic->caught_by.text[context->language],
                    context);
    append_actor(out, indent, topic->actor, context);
}

static gboolean
explain_mistake(GString *out, const char *name, const ReportContext *context)
{
    const Topic *topic = find_topic(context->pack->mistakes, name);

    if (topic == NULL)
        return FALSE;
    append_title(out, topic->id, topic->title.text[context->language], context);
    append_mistake(out, topic, 2, context);
    append_rules_of(out, topic->id, context);
    return TRUE;
}

static void
append_confidence(GString *out, Confidence confidence, const ReportContext *context)
{
    g_autofree char *key = g_strdup_printf("confidence.%s", confidence_name(confidence));

    append_labelled(out, 2, "explain.confidence", report_context_text(context, key), context);
}

static gboolean
explain_regulation(GString *out, const char *name, const ReportContext *context)
{
    const Topic *topic = find_topic(context->pack->regulations, name);

    if (topic == NULL)
        return FALSE;
    append_title(out, topic->id, topic->title.text[context->language], context);
    append_labelled(out, 2, "explain.source", topic->source, context);
    append_confidence(out, topic->confidence, context);
    append_rules_of(out, topic->id, context);
    return TRUE;
}

static void
append_list(GString *out, const char *key, char *const *list, const ReportContext *context)
{
    g_autofree char *joined = g_strjoinv(" ", (char **)(guintptr)list);

    if (list[0] != NULL)
        append_labelled(out, 2, key, joined, context);
}

static void
append_rule(GString *out, const RuleEntry *rule, const ReportContext *context)
{
    g_autoptr(GString) message = g_string_new(NULL);
    g_autofree char *title = g_strdup_printf("%s  %s", rule->id, rule->code);
    g_autofree char *severity = g_strdup_printf("severity.one.%s", severity_name(rule->severity));

    fill_message(message, rule->message.text[context->language], NULL, context->texts,
                 context->language);
    g_string_append_printf(out, "%s\n", title);
    append_labelled(out, 2, "explain.problem", message->str, context);
    append_labelled(out, 2, "explain.severity", report_context_text(context, severity), context);
    for (guint i = 0; i < rule->remedies->len; i++) {
        const Remedy *remedy = g_ptr_array_index(rule->remedies, i);
        append_actor(out, 2, remedy->actor, context);
        append_labelled(out, 4, "explain.do", remedy->action.text[context->language], context);
    }
    append_list(out, "explain.mistakes", rule->mistakes, context);
    append_list(out, "explain.regulations", rule->regulations, context);
    append_labelled(out, 2, "explain.source", rule->source, context);
    append_confidence(out, rule->confidence, context);
}

static gboolean
explain_rules(GString *out, const char *name, const ReportContext *context)
{
    gboolean found = FALSE;

    for (guint i = 0; i < context->pack->rules->len; i++) {
        const RuleEntry *rule = g_ptr_array_index(context->pack->rules, i);
        if (!g_str_equal(rule->id, name) && !g_str_equal(rule->code, name))
            continue;
        append_rule(out, rule, context);
        found = TRUE;
    }
    return found;
}

static void
append_overrides(GString *out, const char *code, const ReportContext *context)
{
    for (guint i = 0; i < context->catalogue->overrides->len; i++) {
        const DeclineOverride *override = g_ptr_array_index(context->catalogue->overrides, i);
        if (!g_str_equal(override->code, code))
            continue;
        g_autofree char *mistakes = g_strjoinv(" ", override->mistakes);
        const AcquirerRow *acquirer = catalogue_acquirer(context->catalogue, override->acquirer);
        const char *whose =
            acquirer != NULL ? acquirer->name[context->language] : override->acquirer;
        g_autofree char *line =
            g_strdup_printf("[%s] %s %s", whose, override->meaning[context->language], mistakes);
        append_labelled(out, 2, "explain.acquirer", line, context);
    }
}

static void
append_code_mistakes(GString *out, const DeclineCode *code, const ReportContext *context)
{
    if (code->mistakes[0] == NULL) {
        layout_wrap(out, report_context_text(context, "explain.none"), "  ", 2, context->columns);
        return;
    }
    g_string_append_printf(out, "\n%s", report_context_text(context, "explain.causes"));
    g_string_append(out, context->language == LANGUAGE_ZH ? "：\n" : ":\n");
    for (char **id = code->mistakes; *id != NULL; id++) {
        const Topic *topic = find_topic(context->pack->mistakes, *id);
        if (topic == NULL)
            continue;
        g_autofree char *head = g_strdup_printf("  %s  ", topic->id);
        layout_wrap(out, topic->title.text[context->language], head, text_width(head),
                    context->columns);
        append_labelled(out, 7, "explain.caught_by", topic->caught_by.text[context->language],
                        context);
        append_actor(out, 7, topic->actor, context);
    }
}

static void
append_optional(GString *out, const char *key, const char *text, const ReportContext *context)
{
    if (text != NULL)
        append_labelled(out, 2, key, text, context);
}

static gboolean
explain_code(GString *out, const char *name, const ReportContext *context)
{
    const DeclineCode *code = catalogue_decline_code(context->catalogue, name);
    gsize before = out->len;

    if (code != NULL) {
        append_title(out, code->code, code->name[context->language], context);
        append_optional(out, "explain.old", code->old_name[context->language], context);
        append_optional(out, "explain.cause", code->cause[context->language], context);
        append_optional(out, "explain.note", code->note[context->language], context);
        append_optional(out, "explain.fixed_by", code->fixed_by[context->language], context);
    }
    if (code != NULL)
        append_code_mistakes(out, code, context);
    append_overrides(out, name, context);
    return out->len > before;
}

gboolean
explain_append(GString *out, const char *name, const ReportContext *context)
{
    g_autofree char *upper = g_ascii_strup(name, -1);

    return explain_code(out, upper, context) || explain_mistake(out, upper, context) ||
           explain_regulation(out, upper, context) || explain_rules(out, upper, context);
}

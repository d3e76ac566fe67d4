/* SPDX-License-Identifier: Apache-2.0 */
#include "report/finding_text.h"

#include "base/text.h"
#include "report/fill.h"
#include "report/layout.h"

static const char *const severity_colours[SEVERITY_COUNT] = {"2", "33", "31"};
static const char *const severity_marks[SEVERITY_COUNT] = {"·", "!", "✗"};

enum { INDENT = 4 };

void
finding_text_paint(GString *out, const char *colour, const char *text, const ReportContext *context)
{
    if (context->colour)
        g_string_append_printf(out, "\033[%sm%s\033[0m", colour, text);
    else
        g_string_append(out, text);
}

void
finding_text_mark(GString *out, Severity severity, const char *mark, const ReportContext *context)
{
    finding_text_paint(out, severity_colours[severity], mark, context);
}

void
finding_text_actor(GString *out, const char *actor, const ReportContext *context)
{
    g_autofree char *key = g_strdup_printf("actor.%s", actor);
    g_autofree char *heading = g_strdup_printf("%s%s", report_context_text(context, "report.for"),
                                               report_context_text(context, key));

    g_string_append(out, "  ");
    finding_text_paint(out, "1", heading, context);
    g_string_append_c(out, '\n');
}

static const char *
field_label(const Finding *finding, const ReportContext *context)
{
    if (finding->field == FIELD_NONE)
        return report_context_text(context, "report.whole_application");
    const FieldSpec *spec = &field_specs[finding->field];
    return context->language == LANGUAGE_ZH ? spec->zh : spec->en;
}

/* Label and place: 户名 [/settle/account_name] a.csv:17. */
static void
append_place(GString *out, const Finding *finding, const Assessment *assessment, const ReportContext *context)
{
    g_autoptr(GString) path = g_string_new(NULL);
    g_autoptr(GString) place = g_string_new(NULL);

    field_path(finding->field, finding->device, path);
    finding_text_mark(out, finding->rule->severity, severity_marks[finding->rule->severity], context);
    g_string_append_c(out, ' ');
    finding_text_paint(out, "1", field_label(finding, context), context);
    if (finding->device >= 0)
        g_string_append_printf(place, "%s %d ", report_context_text(context, "report.terminal"), finding->device + 1);
    g_string_append_printf(place, "%s:%u", assessment->app->file, finding->line);
    if (finding->column > 0)
        g_string_append_printf(place, ":%u", finding->column);
    g_string_append_printf(place, " %s", path->str);
    guint used = 2 + text_width(field_label(finding, context)) + 2;
    g_string_append(out, "  ");
    if (used + text_width(place->str) > context->columns - 2) {
        g_string_append_c(out, '\n');
        layout_blanks(out, INDENT);
    }
    g_autoptr(GString) shown = g_string_new(NULL);
    text_append_width(shown, place->str, context->columns - INDENT);
    finding_text_paint(out, "2", shown->str, context);
    g_string_append_c(out, '\n');
}

static void
append_labelled(GString *out, const char *key, const char *text, const ReportContext *context)
{
    g_autofree char *head = g_strdup_printf("%*s%s%s", INDENT, "", report_context_text(context, key),
                                            report_context_text(context, "report.colon"));

    layout_wrap(out, text, head, text_width(head), context->columns);
}

static void
append_alternates(GString *line, const Forecast *forecast)
{
    for (char **code = forecast->alternates; *code != NULL; code++)
        g_string_append_printf(line, "%s%s", code == forecast->alternates ? "" : " ", *code);
}

/* At which moment, which code, what the shop will see. */
static void
append_forecast(GString *out, const Forecast *forecast, const ReportContext *context)
{
    g_autoptr(GString) line = g_string_new(NULL);
    g_autofree char *stage_key = g_strdup_printf("moment.%s", forecast->stage);

    g_string_append(line, report_context_text(context, stage_key));
    if (forecast->de39 != NULL)
        g_string_append_printf(line, " %s%s", report_context_text(context, "report.code"), forecast->de39);
    if (forecast->alternates[0] != NULL) {
        g_string_append_printf(line, " (%s", report_context_text(context, "report.or"));
        append_alternates(line, forecast);
        g_string_append_c(line, ')');
    }
    g_string_append_printf(line, "%s%s", report_context_text(context, "report.comma"),
                           forecast->symptom.text[context->language]);
    append_labelled(out, "report.swipe", line->str, context);
}

static void
append_remedy(GString *out, const Remedy *remedy, gboolean named, const ReportContext *context)
{
    g_autoptr(GString) line = g_string_new(NULL);
    g_autofree char *key = g_strdup_printf("actor.%s", remedy->actor);

    if (named)
        g_string_append_printf(line, "[%s] ", report_context_text(context, key));
    g_string_append(line, remedy->action.text[context->language]);
    append_labelled(out, "report.do", line->str, context);
}

void
finding_text_append(GString *out, const Finding *finding, const Assessment *assessment,
                    const ReportContext *context)
{
    g_autoptr(GString) message = g_string_new(NULL);
    const RuleEntry *rule = finding->rule;

    g_string_append(out, "  ");
    append_place(out, finding, assessment, context);
    if (finding->masked != NULL)
        append_labelled(out, "report.seen", finding->masked, context);
    fill_message(message, rule->message.text[context->language], finding, context->texts, context->language);
    append_labelled(out, "report.problem", message->str, context);
    for (guint i = 0; i < rule->forecasts->len; i++)
        append_forecast(out, g_ptr_array_index(rule->forecasts, i), context);
    for (guint i = 0; i < rule->remedies->len; i++)
        append_remedy(out, g_ptr_array_index(rule->remedies, i), i > 0, context);
}

void
finding_text_consequence(GString *out, const Finding *finding, const ReportContext *context)
{
    g_autoptr(GString) line = g_string_new(NULL);

    finding_text_short(line, finding, context);
    append_labelled(out, "report.therefore", line->str, context);
}

void
finding_text_short(GString *out, const Finding *finding, const ReportContext *context)
{
    g_string_append(out, field_label(finding, context));
    g_string_append_c(out, ' ');
    fill_message(out, finding->rule->message.text[context->language], finding, context->texts, context->language);
}

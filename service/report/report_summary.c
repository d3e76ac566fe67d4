/* SPDX-License-Identifier: Apache-2.0 */
/* The end of a text report: the whole batch at a glance. */
#include "report/report.h"

#include "base/text.h"
#include "report/fill.h"
#include "report/finding_text.h"
#include "report/layout.h"
#include "report/verdict_text.h"

#include <string.h>

/* Columns before the code of a cause: its count and its mark. A title with less room than that is
 * left out. */
enum { COUNT_COLUMNS = 9, TITLE_COLUMNS_MIN = 12 };

static void
append_rule_line(GString *out, const ReportContext *context)
{
    for (guint i = 0; i < context->columns; i++)
        g_string_append(out, "─");
    g_string_append_c(out, '\n');
}

static void
append_totals(GString *out, const Summary *summary, const ReportContext *context)
{
    g_autofree char *total = g_strdup_printf(
        "%s %u", report_context_text(context, "summary.applications"), summary->applications);

    finding_text_paint(out, "1", total, context);
    for (int i = VERDICT_COUNT - 1; i >= 0; i--) {
        g_string_append(out, "   ");
        verdict_text_mark(out, (Verdict)i, context);
        g_string_append_printf(out, " %s %u", verdict_text_word((Verdict)i, context),
                               summary->by_verdict[i]);
    }
    if (summary->open > 0) {
        g_autofree char *open = g_strdup_printf("%u", summary->open);
        fill_arguments(out, report_context_text(context, "summary.open"), open, NULL);
    }
    if (summary->input_errors > 0)
        g_string_append_printf(out, "   ? %s %u",
                               report_context_text(context, "summary.input_errors"),
                               summary->input_errors);
    g_string_append_c(out, '\n');
}

static void
append_heading(GString *out, const char *key, const ReportContext *context)
{
    g_string_append_c(out, '\n');
    finding_text_paint(out, "1", report_context_text(context, key), context);
    g_string_append_c(out, '\n');
}

static guint
widest_code(const GPtrArray *causes)
{
    guint widest = 0;

    for (guint i = 0; i < causes->len; i++) {
        const SummaryCause *cause = g_ptr_array_index(causes, i);
        widest = MAX(widest, text_width(cause->rule->code));
    }
    return widest;
}

/* The first sentence of a message, without its full stop and without the words of single findings:
 * several rules may share a code, and what they say beyond that is their own. */
static char *
short_title(const RuleEntry *rule, const ReportContext *context)
{
    const char *stop = context->language == LANGUAGE_ZH ? "。" : ". ";
    g_autofree char *key = g_strdup_printf("code.%s", rule->code);

    /* a message speaks of one finding; a code that has many has a title of its own */
    if (texts_has(context->texts, key))
        return g_strdup(report_context_text(context, key));
    g_autoptr(GString) message = g_string_new(NULL);

    fill_message(message, rule->message.text[context->language], NULL, context->texts,
                 context->language);
    const char *end = strstr(message->str, stop);
    if (end != NULL)
        g_string_truncate(message, (gsize)(end - message->str));
    else if (g_str_has_suffix(message->str, "."))
        g_string_truncate(message, message->len - 1);
    return g_strdup(message->str);
}

/* One line: count, mark, code and what it is about. */
static void
append_cause(GString *out, const SummaryCause *cause, guint code_columns,
             const ReportContext *context)
{
    g_autofree char *title = short_title(cause->rule, context);
    guint at = COUNT_COLUMNS + code_columns + 2;

    g_string_append_printf(out, "%6u ", cause->findings);
    finding_text_mark(out, cause->severity, context);
    g_string_append_c(out, ' ');
    g_string_append(out, cause->rule->code);
    if (at + TITLE_COLUMNS_MIN <= context->columns) {
        layout_blanks(out, at - COUNT_COLUMNS - text_width(cause->rule->code));
        layout_cut(out, title, context->columns - at);
    }
    g_string_append_c(out, '\n');
}

static void
append_causes(GString *out, const Summary *summary, const ReportContext *context)
{
    g_autoptr(GPtrArray) causes = summary_causes(summary, SEVERITY_WARNING);
    guint code_columns = widest_code(causes);

    if (causes->len == 0)
        return;
    append_heading(out, "summary.by_cause", context);
    for (guint i = 0; i < causes->len; i++)
        append_cause(out, g_ptr_array_index(causes, i), code_columns, context);
}

static void
append_actors(GString *out, const Summary *summary, const ReportContext *context)
{
    g_autoptr(GArray) actors = summary_actors(summary);

    if (actors->len == 0)
        return;
    append_heading(out, "summary.by_actor", context);
    for (guint i = 0; i < actors->len; i++) {
        const SummaryActor *actor = &g_array_index(actors, SummaryActor, i);
        g_string_append_printf(out, "%6u   %s\n", actor->findings,
                               finding_text_actor(actor->actor, context));
    }
}

void
report_text_summary(GString *out, const Summary *summary, const ReportContext *context)
{
    append_rule_line(out, context);
    append_totals(out, summary, context);
    append_causes(out, summary, context);
    append_actors(out, summary, context);
}

/* SPDX-License-Identifier: Apache-2.0 */
#include "report/causes_text.h"

#include "base/text.h"
#include "report/fill.h"
#include "report/layout.h"

enum { INDENT = 4 };

/* "  3  title · 50 rules" */
static void
append_title(GString *out, const Cause *cause, const ReportContext *context)
{
    guint count = 0;

    for (guint i = 0; i < context->pack->rules->len; i++)
        count += cause_has_rule(cause, g_ptr_array_index(context->pack->rules, i)) ? 1 : 0;
    g_autofree char *number = g_strdup_printf("%u", count);
    g_string_append_printf(out, "\n%2u  %s · ", cause->id, cause->title.text[context->language]);
    fill_arguments(out, report_context_text(context, "causes.rules"), number, NULL);
    g_string_append_c(out, '\n');
}

static void
append_labelled(GString *out, const char *label, const char *text, const ReportContext *context)
{
    g_autofree char *head =
        g_strdup_printf("    %s%s", label, report_context_text(context, "report.colon"));

    layout_wrap(out, text, head, text_width(head), context->columns);
}

static void
append_list(GString *out, const char *key, char **list, const ReportContext *context)
{
    g_autofree char *joined = g_strjoinv(" ", list);

    if (list[0] != NULL)
        append_labelled(out, report_context_text(context, key), joined, context);
}

static void
append_later(GString *out, const Cause *cause, const ReportContext *context)
{
    if (cause->later_stage == NULL)
        return;
    g_autofree char *key = g_strconcat("stage.", cause->later_stage, NULL);
    append_labelled(out, report_context_text(context, key), cause->later.text[context->language],
                    context);
}

void
causes_text_append(GString *out, const CauseTable *table, const ReportContext *context)
{
    layout_wrap(out, report_context_text(context, "causes.title"), "", 0, context->columns);
    for (guint i = 0; i < table->causes->len; i++) {
        const Cause *cause = g_ptr_array_index(table->causes, i);
        append_title(out, cause, context);
        append_list(out, "explain.mistakes", cause->mistakes, context);
        append_list(out, "explain.regulations", cause->regulations, context);
        append_later(out, cause, context);
    }
}

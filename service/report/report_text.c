/* SPDX-License-Identifier: Apache-2.0 */
#include "report/report.h"

#include "base/text.h"
#include "report/fill.h"
#include "report/finding_text.h"
#include "report/layout.h"

#include <string.h>

/* In the order in which a batch is worked off: who sits with the merchant comes first. */
static const char *const actors[] = {"sales",      "shop",        "bank",   "operations", "risk",
                                     "field_engineer", "key_office", "vendor", "switch_team", "auditor"};

static const char *const verdict_keys[VERDICT_COUNT] = {"verdict.clear", "verdict.warned", "verdict.blocked"};
static const char *const verdict_marks[VERDICT_COUNT] = {"✓", "!", "✗"};
static const Severity verdict_severity[VERDICT_COUNT] = {SEVERITY_INFO, SEVERITY_WARNING, SEVERITY_BLOCKER};

static void
append_verdict_mark(GString *out, Verdict verdict, const ReportContext *context)
{
    if (verdict == VERDICT_CLEAR)
        finding_text_paint(out, "32", verdict_marks[verdict], context);
    else
        finding_text_mark(out, verdict_severity[verdict], verdict_marks[verdict], context);
}

static void
count_severities(const Assessment *assessment, const ReportContext *context, guint counts[SEVERITY_COUNT])
{
    memset(counts, 0, sizeof(guint) * SEVERITY_COUNT);
    for (guint i = 0; i < assessment->findings->len; i++) {
        const Finding *finding = &g_array_index(assessment->findings, Finding, i);
        if (report_context_shows(context, finding))
            counts[finding->rule->severity]++;
    }
}

static void
append_counts(GString *out, const guint counts[SEVERITY_COUNT], const ReportContext *context)
{
    static const char *const keys[SEVERITY_COUNT] = {"severity.info", "severity.warning", "severity.blocker"};

    for (int i = SEVERITY_COUNT - 1; i > SEVERITY_INFO; i--) {
        if (counts[i] > 0)
            g_string_append_printf(out, " · %s %u", report_context_text(context, keys[i]), counts[i]);
    }
}

/* The verdict line: mark, reference, name, verdict and counts. */
static void
append_head(GString *out, const Assessment *assessment, const ReportContext *context)
{
    const char *reference = assessment->app->values[FIELD_APPLICATION_EXTERNAL_REF].text;
    const char *name = assessment->app->values[FIELD_MERCHANT_SHORT_NAME].text;
    guint counts[SEVERITY_COUNT];

    count_severities(assessment, context, counts);
    append_verdict_mark(out, assessment->verdict, context);
    g_string_append_c(out, ' ');
    g_autoptr(GString) title = g_string_new(NULL);
    guint width = text_append_width(title, reference != NULL ? reference : "-", 20);
    finding_text_paint(out, "1", title->str, context);
    layout_blanks(out, width < 12 ? 12 - width : 1);
    width = MAX(width, 11) + 1;
    guint name_width = text_append_width(out, name != NULL ? name : "", 28);
    layout_blanks(out, name_width < 28 ? 30 - name_width : 2);
    g_string_append(out, report_context_text(context, verdict_keys[assessment->verdict]));
    append_counts(out, counts, context);
    g_string_append_c(out, '\n');
}

static gboolean
is_told_in_full(const Finding *finding, const char *actor, const ReportContext *context)
{
    return finding->rule->severity > SEVERITY_INFO && finding->cause < 0 &&
           report_context_shows(context, finding) && g_str_equal(report_context_actor(finding), actor);
}

static void
append_consequences(GString *out, const Assessment *assessment, guint cause, const ReportContext *context)
{
    for (guint i = 0; i < assessment->findings->len; i++) {
        const Finding *finding = &g_array_index(assessment->findings, Finding, i);
        if (finding->cause == (int)cause && report_context_shows(context, finding))
            finding_text_consequence(out, finding, context);
    }
}

static void
append_of_actor(GString *out, const Assessment *assessment, const char *actor, const ReportContext *context)
{
    gboolean headed = FALSE;

    for (int severity = SEVERITY_BLOCKER; severity > SEVERITY_INFO; severity--) {
        for (guint i = 0; i < assessment->findings->len; i++) {
            const Finding *finding = &g_array_index(assessment->findings, Finding, i);
            if ((int)finding->rule->severity != severity || !is_told_in_full(finding, actor, context))
                continue;
            if (!headed)
                finding_text_actor(out, actor, context);
            headed = TRUE;
            finding_text_append(out, finding, assessment, context);
            append_consequences(out, assessment, i, context);
        }
    }
}

/* Mere information, one line: what was put right, and what could not be looked up. */
static void
append_information(GString *out, const Assessment *assessment, const ReportContext *context)
{
    g_autoptr(GString) line = g_string_new(NULL);
    guint count = 0;

    for (guint i = 0; i < assessment->findings->len; i++) {
        const Finding *finding = &g_array_index(assessment->findings, Finding, i);
        if (finding->rule->severity != SEVERITY_INFO || !report_context_shows(context, finding))
            continue;
        if (count > 0)
            g_string_append(line, report_context_text(context, "report.separator"));
        finding_text_short(line, finding, context);
        count++;
    }
    if (count == 0)
        return;
    g_autofree char *head =
        g_strdup_printf("  %s %u%s", report_context_text(context, "report.information"), count,
                        report_context_text(context, "report.colon"));
    layout_wrap(out, line->str, head, text_width(head), context->columns);
}

static const char *
layer_mark(LayerState state)
{
    static const char *const marks[LAYER_STATE_COUNT] = {"–", "·", "…", "✓", "✗", "?"};

    return marks[state];
}

static void
append_layers(GString *out, const Assessment *assessment, const ReportContext *context)
{
    g_autoptr(GString) line = g_string_new(NULL);

    for (int i = 0; i < LAYER_COUNT; i++) {
        g_autofree char *key = g_strdup_printf("layer.%s", layer_name((Layer)i));
        g_string_append_printf(line, "%s%s%s", i > 0 ? " " : "", report_context_text(context, key),
                               layer_mark(assessment->layers[i].state));
    }
    layout_wrap(out, line->str, "  ", 2, context->columns);
}

void
report_text_append(GString *out, const Assessment *assessment, const ReportContext *context)
{
    append_head(out, assessment, context);
    if (assessment->verdict == VERDICT_CLEAR)
        return;
    for (gsize i = 0; i < G_N_ELEMENTS(actors); i++)
        append_of_actor(out, assessment, actors[i], context);
    append_information(out, assessment, context);
    append_layers(out, assessment, context);
    g_string_append_c(out, '\n');
}

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
    g_string_append_printf(out, "%s %u%s", report_context_text(context, "summary.applications"),
                           summary->applications, report_context_text(context, "report.colon"));
    for (int i = VERDICT_COUNT - 1; i >= 0; i--) {
        append_verdict_mark(out, (Verdict)i, context);
        g_string_append_printf(out, " %s %u  ", report_context_text(context, verdict_keys[i]),
                               summary->by_verdict[i]);
    }
    if (summary->input_errors > 0)
        g_string_append_printf(out, "%s %u", report_context_text(context, "summary.input_errors"),
                               summary->input_errors);
    while (out->str[out->len - 1] == ' ')
        g_string_truncate(out, out->len - 1);
    g_string_append_c(out, '\n');
}

static void
append_cause(GString *out, const SummaryCause *cause, const ReportContext *context)
{
    g_autoptr(GString) message = g_string_new(NULL);
    g_autofree char *head = g_strdup_printf("  %5u  ", cause->findings);

    fill_message(message, cause->rule->message.text[context->language], NULL, context->texts, context->language);
    g_string_append_printf(message, " (%s)", cause->rule->code);
    layout_wrap(out, message->str, head, 9, context->columns);
}

static void
append_actor_totals(GString *out, const Summary *summary, const ReportContext *context)
{
    g_autoptr(GString) line = g_string_new(NULL);

    for (gsize i = 0; i < G_N_ELEMENTS(actors); i++) {
        guint count = GPOINTER_TO_UINT(g_hash_table_lookup(summary->actors, actors[i]));
        g_autofree char *key = g_strdup_printf("actor.%s", actors[i]);
        if (count > 0)
            g_string_append_printf(line, "%s%s %u", line->len > 0 ? " · " : "", report_context_text(context, key),
                                   count);
    }
    g_autofree char *head = g_strdup_printf("%s%s", report_context_text(context, "summary.by_actor"),
                                            report_context_text(context, "report.colon"));
    layout_wrap(out, line->str, head, text_width(head), context->columns);
}

void
report_text_summary(GString *out, const Summary *summary, const ReportContext *context)
{
    g_autoptr(GPtrArray) causes = summary_causes(summary, SEVERITY_WARNING);

    append_rule_line(out, context);
    append_totals(out, summary, context);
    if (causes->len == 0)
        return;
    g_string_append_printf(out, "%s\n", report_context_text(context, "summary.by_cause"));
    for (guint i = 0; i < causes->len; i++)
        append_cause(out, g_ptr_array_index(causes, i), context);
    append_actor_totals(out, summary, context);
}

void
report_input_error_append(GString *out, const InputError *error, const ReportContext *context)
{
    g_string_append(out, error->file);
    g_string_append_c(out, ':');
    if (error->line > 0)
        g_string_append_printf(out, "%u:", error->line);
    g_string_append_c(out, ' ');
    if (error->where != NULL && error->where[0] != '\0')
        g_string_append_printf(out, "%s%s", error->where, report_context_text(context, "report.colon"));
    fill_arguments(out, report_context_text(context, error->key), error->arguments[0], error->arguments[1]);
    g_string_append_c(out, '\n');
}

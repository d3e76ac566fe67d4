/* SPDX-License-Identifier: Apache-2.0 */
#include "report/summary.h"

#include "report/view.h"

#include <string.h>

void
summary_init(Summary *summary)
{
    memset(summary, 0, sizeof *summary);
    summary->causes = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    summary->actors = g_hash_table_new(g_str_hash, g_str_equal);
}

void
summary_clear(Summary *summary)
{
    g_hash_table_unref(summary->causes);
    g_hash_table_unref(summary->actors);
}

static void
add_cause(Summary *summary, const SummaryCause *what)
{
    SummaryCause *cause = g_hash_table_lookup(summary->causes, what->rule->code);

    if (cause == NULL) {
        cause = g_new0(SummaryCause, 1);
        cause->rule = what->rule;
        g_hash_table_insert(summary->causes, (gpointer)(guintptr)what->rule->code, cause);
    }
    if (strcmp(what->rule->id, cause->rule->id) < 0)
        cause->rule = what->rule;
    cause->findings += what->findings;
    cause->applications += what->applications;
    cause->severity = MAX(cause->severity, what->severity);
}

static void
add_actor(Summary *summary, const char *actor, guint count)
{
    guint before = GPOINTER_TO_UINT(g_hash_table_lookup(summary->actors, actor));

    g_hash_table_insert(summary->actors, (gpointer)(guintptr)actor,
                        GUINT_TO_POINTER(before + count));
}

static gboolean
is_counted(const Assessment *assessment, guint index, const ReportContext *context)
{
    const Finding *finding = &g_array_index(assessment->findings, Finding, index);

    return report_context_shows(context, finding) && view_head(assessment, index, context) < 0;
}

/* TRUE when an earlier counted finding of the application has the same code. */
static gboolean
seen_before(const Assessment *assessment, guint index, const ReportContext *context)
{
    const char *code = g_array_index(assessment->findings, Finding, index).rule->code;

    for (guint i = 0; i < index; i++) {
        const RuleEntry *rule = g_array_index(assessment->findings, Finding, i).rule;
        if (g_str_equal(rule->code, code) && is_counted(assessment, i, context))
            return TRUE;
    }
    return FALSE;
}

void
summary_add(Summary *summary, const Assessment *assessment, const ReportContext *context)
{
    summary->applications++;
    Verdict verdict = view_verdict(assessment, context);
    summary->by_verdict[verdict]++;
    if (verdict == VERDICT_CLEAR && view_open_layers(assessment, context) > 0)
        summary->open++;
    for (guint i = 0; i < assessment->findings->len; i++) {
        const Finding *finding = &g_array_index(assessment->findings, Finding, i);
        if (!report_context_shows(context, finding))
            continue;
        summary->by_severity[finding->rule->severity]++;
        if (!is_counted(assessment, i, context))
            continue;
        guint applications = seen_before(assessment, i, context) ? 0 : 1;
        SummaryCause cause = {finding->rule, 1, applications, finding->rule->severity};
        add_cause(summary, &cause);
        if (finding->rule->severity > SEVERITY_INFO)
            add_actor(summary, report_context_actor(finding), 1);
    }
}

void
summary_add_input_error(Summary *summary)
{
    summary->input_errors++;
}

void
summary_merge(Summary *summary, const Summary *other)
{
    GHashTableIter iter;
    gpointer key, value;

    summary->applications += other->applications;
    summary->input_errors += other->input_errors;
    summary->open += other->open;
    for (int i = 0; i < VERDICT_COUNT; i++)
        summary->by_verdict[i] += other->by_verdict[i];
    for (int i = 0; i < SEVERITY_COUNT; i++)
        summary->by_severity[i] += other->by_severity[i];
    g_hash_table_iter_init(&iter, other->causes);
    while (g_hash_table_iter_next(&iter, NULL, &value))
        add_cause(summary, value);
    g_hash_table_iter_init(&iter, other->actors);
    while (g_hash_table_iter_next(&iter, &key, &value))
        add_actor(summary, key, GPOINTER_TO_UINT(value));
}

static gint
compare_causes(gconstpointer a, gconstpointer b)
{
    const SummaryCause *left = *(const SummaryCause *const *)a,
                       *right = *(const SummaryCause *const *)b;

    if (left->severity != right->severity)
        return (gint)right->severity - (gint)left->severity;
    if (left->findings != right->findings)
        return left->findings < right->findings ? 1 : -1;
    return strcmp(left->rule->code, right->rule->code);
}

GPtrArray *
summary_causes(const Summary *summary, Severity least)
{
    GPtrArray *causes = g_ptr_array_new();
    GHashTableIter iter;
    gpointer value;

    g_hash_table_iter_init(&iter, summary->causes);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        const SummaryCause *cause = value;
        if (cause->severity >= least)
            g_ptr_array_add(causes, value);
    }
    g_ptr_array_sort(causes, compare_causes);
    return causes;
}

static gint
compare_actors(gconstpointer a, gconstpointer b)
{
    const SummaryActor *left = a, *right = b;

    if (left->findings != right->findings)
        return left->findings < right->findings ? 1 : -1;
    return strcmp(left->actor, right->actor);
}

GArray *
summary_actors(const Summary *summary)
{
    GArray *actors = g_array_new(FALSE, FALSE, sizeof(SummaryActor));
    GHashTableIter iter;
    gpointer key, value;

    g_hash_table_iter_init(&iter, summary->actors);
    while (g_hash_table_iter_next(&iter, &key, &value)) {
        SummaryActor actor = {key, GPOINTER_TO_UINT(value)};
        g_array_append_val(actors, actor);
    }
    g_array_sort(actors, compare_actors);
    return actors;
}

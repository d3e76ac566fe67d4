/* SPDX-License-Identifier: Apache-2.0 */
#include "report/summary.h"

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

    g_hash_table_insert(summary->actors, (gpointer)(guintptr)actor, GUINT_TO_POINTER(before + count));
}

/* TRUE when an earlier finding of the application has the same code. */
static gboolean
seen_before(const GArray *findings, guint index)
{
    const char *code = g_array_index(findings, Finding, index).rule->code;

    for (guint i = 0; i < index; i++) {
        const Finding *finding = &g_array_index(findings, Finding, i);
        if (finding->cause < 0 && g_str_equal(finding->rule->code, code))
            return TRUE;
    }
    return FALSE;
}

void
summary_add(Summary *summary, const Assessment *assessment, const ReportContext *context)
{
    summary->applications++;
    summary->by_verdict[assessment->verdict]++;
    for (guint i = 0; i < assessment->findings->len; i++) {
        const Finding *finding = &g_array_index(assessment->findings, Finding, i);
        if (!report_context_shows(context, finding))
            continue;
        summary->by_severity[finding->rule->severity]++;
        if (finding->cause >= 0)
            continue;
        SummaryCause cause = {finding->rule, 1, seen_before(assessment->findings, i) ? 0 : 1,
                              finding->rule->severity};
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
    const SummaryCause *left = *(const SummaryCause *const *)a, *right = *(const SummaryCause *const *)b;

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

/* SPDX-License-Identifier: Apache-2.0 */
#include "report/view.h"

#include <string.h>

static const Finding *
finding_at(const Assessment *assessment, guint index)
{
    return &g_array_index(assessment->findings, Finding, index);
}

gboolean
view_hides(const Assessment *assessment, const ReportContext *context)
{
    for (guint i = 0; i < assessment->findings->len; i++) {
        if (!report_context_shows(context, finding_at(assessment, i)))
            return TRUE;
    }
    return FALSE;
}

Verdict
view_verdict(const Assessment *assessment, const ReportContext *context)
{
    Severity worst = SEVERITY_WARNING;

    if (!view_hides(assessment, context))
        return assessment->verdict;
    for (guint i = 0; i < assessment->findings->len; i++) {
        const Finding *finding = finding_at(assessment, i);
        if (report_context_shows(context, finding))
            worst = MAX(worst, finding->rule->severity);
    }
    return worst == SEVERITY_BLOCKER ? VERDICT_BLOCKED : VERDICT_WARNED;
}

LayerResult
view_layer(const Assessment *assessment, Layer layer, const ReportContext *context)
{
    LayerResult in_review = {.state = LAYER_PENDING, .reason_key = "report.in_review"};

    if (layer == LAYER_SCREENING && view_hides(assessment, context))
        return in_review;
    return assessment->layers[layer];
}

guint
view_open_layers(const Assessment *assessment, const ReportContext *context)
{
    guint open = 0;

    for (int i = 0; i < LAYER_COUNT; i++) {
        LayerState state = view_layer(assessment, (Layer)i, context).state;
        open += state == LAYER_PENDING || state == LAYER_STALE ? 1 : 0;
    }
    return open;
}

int
view_cause(const Assessment *assessment, guint index, const ReportContext *context)
{
    int cause = finding_at(assessment, index)->cause;

    while (cause >= 0 && !report_context_shows(context, finding_at(assessment, (guint)cause)))
        cause = finding_at(assessment, (guint)cause)->cause;
    return cause;
}

int
view_head(const Assessment *assessment, guint index, const ReportContext *context)
{
    int head = -1, cause = finding_at(assessment, index)->cause;

    /* a chain holds each finding once at most */
    for (guint steps = 0; cause >= 0 && steps < assessment->findings->len; steps++) {
        const Finding *finding = finding_at(assessment, (guint)cause);
        if (report_context_shows(context, finding) && finding->rule->severity > SEVERITY_INFO)
            head = cause;
        cause = finding->cause;
    }
    return head == (int)index ? -1 : head;
}

static gboolean
same_params(const Finding *a, const Finding *b)
{
    if (a->param_count != b->param_count)
        return FALSE;
    for (guint i = 0; i < a->param_count; i++) {
        if (a->params[i].number != b->params[i].number ||
            g_strcmp0(a->params[i].text, b->params[i].text) != 0)
            return FALSE;
    }
    return TRUE;
}

/* The rule of the finding a finding stands under, NULL when it is told for itself. */
static const RuleEntry *
rule_of_head(const ViewGroups *groups, const Assessment *assessment, guint index)
{
    return groups->under[index] < 0 ? NULL
                                    : finding_at(assessment, (guint)groups->under[index])->rule;
}

/* One mistake made on many terminals. */
static gboolean
are_alike(const ViewGroups *groups, const Assessment *assessment, guint i, guint j)
{
    const Finding *a = finding_at(assessment, i), *b = finding_at(assessment, j);

    return a->rule == b->rule && a->field == b->field && a->fact == b->fact && a->device >= 0 &&
           b->device >= 0 && same_params(a, b) &&
           rule_of_head(groups, assessment, i) == rule_of_head(groups, assessment, j);
}

static int
first_alike(const ViewGroups *groups, const Assessment *assessment, guint index)
{
    for (guint i = 0; i < index; i++) {
        if (groups->first[i] == (int)i && are_alike(groups, assessment, i, index))
            return (int)i;
    }
    return (int)index;
}

void
view_groups_init(ViewGroups *groups, const Assessment *assessment, const ReportContext *context)
{
    memset(groups, 0, sizeof *groups);
    groups->count = assessment->findings->len;
    groups->first = g_new(int, groups->count);
    groups->under = g_new(int, groups->count);
    groups->alike = g_new0(guint, groups->count);
    for (guint i = 0; i < groups->count; i++)
        groups->under[i] = view_head(assessment, i, context);
    for (guint i = 0; i < groups->count; i++) {
        gboolean shown = report_context_shows(context, finding_at(assessment, i));
        groups->first[i] = shown ? first_alike(groups, assessment, i) : -1;
        if (shown)
            groups->alike[groups->first[i]]++;
    }
    for (guint i = 0; i < groups->count; i++) {
        if (groups->under[i] >= 0)
            groups->under[i] = groups->first[groups->under[i]];
        if (groups->first[i] == (int)i && groups->under[i] < 0)
            groups->heads[finding_at(assessment, i)->rule->severity]++;
    }
}

void
view_groups_clear(ViewGroups *groups)
{
    g_free(groups->first);
    g_free(groups->under);
    g_free(groups->alike);
}

/* SPDX-License-Identifier: Apache-2.0 */
#include "report/report.h"

#include "base/text.h"
#include "report/fill.h"
#include "report/finding_text.h"
#include "report/layer_text.h"
#include "report/layout.h"
#include "report/verdict_text.h"

#include <string.h>

/* In the order in which a batch is worked off: who sits with the merchant comes first. */
static const char *const actors[] = {"sales",       "shop",           "bank",       "operations",
                                     "risk",        "field_engineer", "key_office", "vendor",
                                     "switch_team", "auditor"};

/* The verdict line: names in one column, verdicts in another. */
enum { REFERENCE_COLUMNS = 12, NAME_COLUMNS = 28, NAME_COLUMNS_MIN = 8 };

static void
append_counts(GString *out, const ViewGroups *groups, const ReportContext *context)
{
    static const char *const keys[SEVERITY_COUNT] = {"severity.info", "severity.warning",
                                                     "severity.blocker"};

    for (int i = SEVERITY_COUNT - 1; i >= SEVERITY_INFO; i--) {
        if (groups->heads[i] > 0)
            g_string_append_printf(out, " · %s %u", report_context_text(context, keys[i]),
                                   groups->heads[i]);
    }
}

/* Reference and name, each cut to its column; where the reference needs more, the name gets less.
 * Returns the columns used. */
static guint
append_names(GString *out, const Application *app, guint room, const ReportContext *context)
{
    const char *reference = app->values[FIELD_APPLICATION_EXTERNAL_REF].text;
    const char *name = app->values[FIELD_MERCHANT_SHORT_NAME].text;
    g_autoptr(GString) shown = g_string_new(NULL);
    guint width = layout_cut(shown, reference != NULL ? reference : "-", room);
    guint name_from = MAX(width, REFERENCE_COLUMNS - 1) + 1;

    finding_text_paint(out, "1", shown->str, context);
    if (name == NULL || name_from + NAME_COLUMNS_MIN > room)
        return width;
    layout_blanks(out, name_from - width);
    return name_from +
           layout_cut(out, name, MIN(room, REFERENCE_COLUMNS + NAME_COLUMNS) - name_from);
}

/* The word of the verdict. Without a fault and with layers that wait for answers it is no pass. */
static const char *
head_word(const Assessment *assessment, const ViewGroups *groups, guint open,
          const ReportContext *context)
{
    Verdict verdict = view_verdict(assessment, context);

    if (verdict == VERDICT_WARNED && groups->heads[SEVERITY_WARNING] == 0)
        return report_context_text(context, "report.in_review");
    if (verdict == VERDICT_CLEAR && open > 0)
        return report_context_text(context, "verdict.open");
    return verdict_text_word(verdict, context);
}

static void
append_mark(GString *out, Verdict verdict, guint open, const ReportContext *context)
{
    if (verdict == VERDICT_CLEAR && open > 0)
        finding_text_paint(out, "36", "…", context);
    else
        verdict_text_mark(out, verdict, context);
}

/* Mark, reference, name, verdict and counts; one line. */
static void
append_head(GString *out, const Assessment *assessment, const ViewGroups *groups,
            const ReportContext *context)
{
    Verdict verdict = view_verdict(assessment, context);
    g_autoptr(GString) counts = g_string_new(NULL);
    guint open = view_open_layers(assessment, context);
    const char *word = head_word(assessment, groups, open, context);

    append_counts(counts, groups, context);
    if (verdict == VERDICT_CLEAR && open > 0)
        g_string_append_printf(counts, " · %s %u", report_context_text(context, "report.open"),
                               open);
    guint right = text_width(word) + text_width(counts->str);
    guint room = context->columns > right + 4 + REFERENCE_COLUMNS ? context->columns - right - 4
                                                                  : REFERENCE_COLUMNS;
    append_mark(out, verdict, open, context);
    g_string_append_c(out, ' ');
    guint used = append_names(out, assessment->app, room, context);
    guint from = MIN(room, REFERENCE_COLUMNS + NAME_COLUMNS);
    layout_blanks(out, used < from ? from - used + 2 : 2);
    verdict_text_paint(out, verdict, word, context);
    g_string_append(out, counts->str);
    g_string_append_c(out, '\n');
}

static const char *
actor_at(guint index, const ViewGroups *groups, const Assessment *assessment)
{
    const Finding *finding = &g_array_index(assessment->findings, Finding, index);

    if (groups->first[index] != (int)index || groups->under[index] >= 0 ||
        finding->rule->severity == SEVERITY_INFO)
        return NULL;
    return report_context_actor(finding);
}

/* All that one actor must see to, blockers first. */
static void
append_of_actor(GString *out, const char *actor, const ViewGroups *groups,
                const Assessment *assessment, const ReportContext *context)
{
    g_autofree char *heading = g_strconcat("▸ ", report_context_text(context, "report.for"), NULL);
    g_autoptr(GString) filled = g_string_new(NULL);

    fill_arguments(filled, heading, finding_text_actor(actor, context), NULL);
    g_string_append(out, "\n  ");
    finding_text_paint(out, "1", filled->str, context);
    g_string_append_c(out, '\n');
    for (int severity = SEVERITY_BLOCKER; severity > SEVERITY_INFO; severity--) {
        for (guint i = 0; i < groups->count; i++) {
            const Finding *finding = &g_array_index(assessment->findings, Finding, i);
            if ((int)finding->rule->severity == severity &&
                g_strcmp0(actor_at(i, groups, assessment), actor) == 0)
                finding_text_append(out, i, groups, assessment, context);
        }
    }
}

/* Those who must act: the ones we know in the order of work, then those that only the pack knows.
 */
static GPtrArray *
list_actors(const ViewGroups *groups, const Assessment *assessment)
{
    g_autoptr(GHashTable) needed = g_hash_table_new(g_str_hash, g_str_equal);
    GPtrArray *list = g_ptr_array_new();

    for (guint i = 0; i < groups->count; i++) {
        const char *actor = actor_at(i, groups, assessment);
        if (actor != NULL)
            g_hash_table_add(needed, (gpointer)(guintptr)actor);
    }
    for (gsize i = 0; i < G_N_ELEMENTS(actors); i++) {
        if (g_hash_table_remove(needed, actors[i]))
            g_ptr_array_add(list, (gpointer)(guintptr)actors[i]);
    }
    for (guint i = 0; i < groups->count; i++) {
        const char *actor = actor_at(i, groups, assessment);
        if (actor != NULL && g_hash_table_remove(needed, actor))
            g_ptr_array_add(list, (gpointer)(guintptr)actor);
    }
    return list;
}

/* Layers of one state behind its mark; states in the order of the table. */
static const struct {
    LayerState state;
    const char *mark, *colour;
} layer_marks[] = {
    {LAYER_FAILED, "✗", "31"},  {LAYER_STALE, "?", "33"},       {LAYER_PASSED, "✓", "32"},
    {LAYER_PENDING, "…", "33"}, {LAYER_NOT_REQUIRED, "–", "2"}, {LAYER_NOT_STARTED, "·", "2"},
};

static guint
append_layers_of(GString *out, LayerState state, const Assessment *assessment,
                 const ReportContext *context)
{
    guint count = 0;

    for (int i = 0; i < LAYER_COUNT; i++) {
        if (view_layer(assessment, (Layer)i, context).state != state)
            continue;
        g_autofree char *key = g_strconcat("layer.", layer_name((Layer)i), NULL);
        g_string_append_printf(out, "%s%s", count > 0 ? " " : "",
                               report_context_text(context, key));
        count++;
    }
    return count;
}

/* Layers all in one line; `named` tells those that have not started by name, else by number.
 * Returns the columns used. */
static guint
append_layer_line(GString *out, gboolean named, const Assessment *assessment,
                  const ReportContext *context)
{
    guint columns = 0;

    for (gsize i = 0; i < G_N_ELEMENTS(layer_marks); i++) {
        g_autoptr(GString) names = g_string_new(NULL);
        guint count = append_layers_of(names, layer_marks[i].state, assessment, context);
        if (count == 0)
            continue;
        if (layer_marks[i].state == LAYER_NOT_STARTED && !named) {
            g_autofree char *number = g_strdup_printf("%u", count);
            g_string_truncate(names, 0);
            fill_arguments(names, report_context_text(context, "report.not_started"), number, NULL);
        }
        g_string_append(out, "  ");
        finding_text_paint(out, layer_marks[i].colour, layer_marks[i].mark, context);
        g_string_append_c(out, ' ');
        g_string_append(out, names->str);
        columns += 4 + text_width(names->str);
    }
    g_string_append_c(out, '\n');
    return columns;
}

/* Where one line has no room: one line a state. */
static void
append_layer_lines(GString *out, const Assessment *assessment, const ReportContext *context)
{
    for (gsize i = 0; i < G_N_ELEMENTS(layer_marks); i++) {
        g_autoptr(GString) names = g_string_new(NULL);
        if (append_layers_of(names, layer_marks[i].state, assessment, context) == 0)
            continue;
        g_string_append(out, "  ");
        finding_text_paint(out, layer_marks[i].colour, layer_marks[i].mark, context);
        g_string_append_c(out, ' ');
        layout_continue(out, names->str, 4, 4, context->columns);
    }
}

static void
append_layers(GString *out, const Assessment *assessment, const ReportContext *context)
{
    g_string_append_c(out, '\n');
    gsize before = out->len;
    if (append_layer_line(out, TRUE, assessment, context) <= context->columns)
        return;
    g_string_truncate(out, before);
    if (append_layer_line(out, FALSE, assessment, context) <= context->columns)
        return;
    g_string_truncate(out, before);
    append_layer_lines(out, assessment, context);
}

/* All that any layer still wants, and all that is old. */
static LayerResult
sum_of_layers(const Assessment *assessment, const ReportContext *context)
{
    LayerResult sum = {.state = LAYER_PENDING};

    for (int i = 0; i < LAYER_COUNT; i++) {
        LayerResult result = view_layer(assessment, (Layer)i, context);
        if (result.state == LAYER_NOT_STARTED || result.state == LAYER_NOT_REQUIRED)
            continue;
        sum.lacking |= result.lacking;
        sum.stale |= result.stale;
    }
    return sum;
}

static void
append_answers(GString *out, LayerResult sum, LayerState state, const ReportContext *context)
{
    sum.state = state;
    sum.reason_key = state == LAYER_STALE ? "layer.stale" : "layer.needs.facts";
    g_autofree char *text = layer_text_reason(&sum, context->texts, context->language);
    g_string_append(out, "  ");
    layout_continue(out, text, 2, 4, context->columns);
}

/* Who asks for more than approval, or brings answers, is told whose answers are wanting or old. */
static void
append_waiting(GString *out, const Assessment *assessment, const ReportContext *context)
{
    LayerResult sum = sum_of_layers(assessment, context);

    if (assessment->facts == NULL && context->stage <= STAGE_APPROVE)
        return;
    if (sum.stale != 0)
        append_answers(out, sum, LAYER_STALE, context);
    if (sum.lacking != 0)
        append_answers(out, sum, LAYER_PENDING, context);
}

static gboolean
is_waiting(const Assessment *assessment, const ReportContext *context)
{
    LayerResult sum = sum_of_layers(assessment, context);

    return (sum.stale != 0 || sum.lacking != 0) &&
           (assessment->facts != NULL || context->stage > STAGE_APPROVE);
}

/* Stands for all that the reader may not see, however much that is. */
static void
append_in_review(GString *out, const ReportContext *context)
{
    g_autofree char *line = g_strconcat(report_context_text(context, "layer.screening"),
                                        report_context_text(context, "report.colon"),
                                        report_context_text(context, "report.in_review"), NULL);

    g_string_append(out, "  ");
    finding_text_mark(out, SEVERITY_INFO, context);
    g_string_append_printf(out, " %s\n", line);
}

static void
append_body(GString *out, const Assessment *assessment, const ViewGroups *groups,
            const ReportContext *context)
{
    g_autoptr(GPtrArray) list = list_actors(groups, assessment);
    gboolean hides = view_hides(assessment, context);

    for (guint i = 0; i < list->len; i++)
        append_of_actor(out, g_ptr_array_index(list, i), groups, assessment, context);
    if (hides || groups->heads[SEVERITY_INFO] > 0)
        g_string_append_c(out, '\n');
    finding_text_information(out, groups, assessment, context);
    if (hides)
        append_in_review(out, context);
    append_layers(out, assessment, context);
    append_waiting(out, assessment, context);
    g_string_append_c(out, '\n');
}

void
report_text_append(GString *out, const Assessment *assessment, const ReportContext *context)
{
    ViewGroups groups;

    view_groups_init(&groups, assessment, context);
    append_head(out, assessment, &groups, context);
    if (view_verdict(assessment, context) != VERDICT_CLEAR || is_waiting(assessment, context))
        append_body(out, assessment, &groups, context);
    view_groups_clear(&groups);
}

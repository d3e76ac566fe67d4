/* SPDX-License-Identifier: Apache-2.0 */
#include "report/finding_text.h"

#include "base/text.h"
#include "report/fill.h"
#include "report/layer_text.h"
#include "report/layout.h"

#include <string.h>

static const char *const severity_colours[SEVERITY_COUNT] = {"2", "33", "31"};
static const char *const severity_marks[SEVERITY_COUNT] = {"·", "!", "✗"};

/* Lines of a finding stand under its field; terminals and fields are named one by one only so far.
 */
enum { INDENT = 4, RUNS_MAX = 6, LABELS_MAX = 40 };

void
finding_text_paint(GString *out, const char *colour, const char *text, const ReportContext *context)
{
    if (context->colour)
        g_string_append_printf(out, "\033[%sm%s\033[0m", colour, text);
    else
        g_string_append(out, text);
}

void
finding_text_mark(GString *out, Severity severity, const ReportContext *context)
{
    finding_text_paint(out, severity_colours[severity], severity_marks[severity], context);
}

const char *
finding_text_actor(const char *actor, const ReportContext *context)
{
    g_autofree char *key = g_strconcat("actor.", actor, NULL);

    return texts_has(context->texts, key) ? report_context_text(context, key) : actor;
}

static const Finding *
finding_at(const Assessment *assessment, guint index)
{
    return &g_array_index(assessment->findings, Finding, index);
}

static const char *
field_label(const Finding *finding, const ReportContext *context)
{
    if (finding->whole)
        return layer_text_section(fact_specs[finding->fact].section, context->texts,
                                  context->language);
    if (finding->fact != FACT_NONE)
        return fact_specs[finding->fact].label[context->language];
    if (finding->field == FIELD_NONE)
        return report_context_text(context, "report.whole_application");
    const FieldSpec *spec = &field_specs[finding->field];
    return context->language == LANGUAGE_ZH ? spec->zh : spec->en;
}

/* The terminals of the findings alike: 1, 3-7. */
static void
append_terminals(GString *out, guint index, const ViewGroups *groups, const Assessment *assessment)
{
    int from = -1, to = -1;
    guint runs = 0;

    for (guint i = index; i <= groups->count; i++) {
        if (i < groups->count && groups->first[i] != (int)index)
            continue;
        int device = i < groups->count ? finding_at(assessment, i)->device : -1;
        if (from >= 0 && device == to + 1) {
            to = device;
            continue;
        }
        if (from >= 0 && runs++ < RUNS_MAX) {
            g_string_append_printf(out, "%s%d", runs > 1 ? ", " : "", from + 1);
            if (to > from)
                g_string_append_printf(out, "-%d", to + 1);
        }
        from = to = device;
    }
    if (runs > RUNS_MAX)
        g_string_append(out, " …");
}

/* 终端 1-3 · 密钥体系 */
static void
append_label(GString *out, guint index, const ViewGroups *groups, const Assessment *assessment,
             const ReportContext *context)
{
    const Finding *finding = finding_at(assessment, index);

    if (finding->device >= 0) {
        g_string_append_printf(out, "%s ", report_context_text(context, "report.terminal"));
        append_terminals(out, index, groups, assessment);
        g_string_append(out, " · ");
    }
    g_string_append(out, field_label(finding, context));
}

static void
append_message(GString *out, const Finding *finding, const ReportContext *context)
{
    fill_message(out, finding->rule->message.text[context->language], finding, context->texts,
                 context->language);
}

/* A column as the spreadsheet program names it: 1 is A, 27 is AA. */
static void
append_column_letters(GString *out, guint column)
{
    char letters[8];
    guint at = sizeof letters;

    for (; column > 0; column = (column - 1) / 26)
        letters[--at] = (char)('A' + (column - 1) % 26);
    g_string_append_len(out, letters + at, (gssize)(sizeof letters - at));
}

/* Where in the file: column letters, and the header where it is not the label the reader sees; a
 * JSON pointer else. */
static void
append_cell(GString *out, const Finding *finding, const Application *app,
            const ReportContext *context)
{
    const char *header =
        app->columns != NULL && finding->field != FIELD_NONE ? app->columns[finding->field] : NULL;

    if (finding->column > 0) {
        g_autoptr(GString) letters = g_string_new(NULL);
        append_column_letters(letters, finding->column);
        fill_arguments(out, report_context_text(context, "report.column"), letters->str, NULL);
    } else if (finding->fact != FACT_NONE ||
               (app->columns == NULL && finding->field != FIELD_NONE)) {
        g_string_append_c(out, ' ');
        finding_path(finding, out);
    }
    if (header != NULL && !g_str_equal(header, field_label(finding, context)))
        fill_arguments(out, report_context_text(context, "report.header"), header, NULL);
}

static void
append_place(GString *out, guint index, const ViewGroups *groups, const Assessment *assessment,
             const ReportContext *context)
{
    const Finding *finding = finding_at(assessment, index);

    g_string_append(out, finding->file);
    if (finding->line > 0)
        g_string_append_printf(out, ":%u", finding->line);
    append_cell(out, finding, assessment->app, context);
    if (groups->alike[index] > 1) {
        g_autofree char *others = g_strdup_printf("%u", groups->alike[index] - 1);
        fill_arguments(out, report_context_text(context, "report.and_others"), others, NULL);
    }
}

guint
finding_text_label_columns(const char *const *keys, gsize count, const ReportContext *context)
{
    guint widest = 0;

    for (gsize i = 0; i < count; i++)
        widest = MAX(widest, text_width(report_context_text(context, keys[i])));
    return widest + 2;
}

guint
finding_text_label(GString *out, guint indent, const char *key, guint columns,
                   const ReportContext *context)
{
    const char *label = key != NULL ? report_context_text(context, key) : "";

    layout_blanks(out, indent);
    if (key != NULL)
        finding_text_paint(out, "2", label, context);
    layout_blanks(out, columns - text_width(label));
    return indent + columns;
}

/* Writes a label up to where its text begins, and returns that column. */
static guint
begin_line(GString *out, const char *key, const ReportContext *context)
{
    static const char *const keys[] = {"report.where", "report.seen", "report.swipe", "report.do",
                                       "report.hence"};
    guint columns = finding_text_label_columns(keys, G_N_ELEMENTS(keys), context);

    return finding_text_label(out, INDENT, key, columns, context);
}

/* A line that is cut rather than wrapped, all of it in one colour. */
static guint
append_cut(GString *out, const char *colour, const char *text, guint columns,
           const ReportContext *context)
{
    g_autoptr(GString) cut = g_string_new(NULL);
    guint width = layout_cut(cut, text, columns);

    finding_text_paint(out, colour, cut->str, context);
    return width;
}

/* A path too long for a line loses its beginning, never its end: that says which file and cell. */
static guint
append_path(GString *out, const char *path, guint columns, const ReportContext *context)
{
    const char *rest = path;

    while (text_width(rest) > columns && strchr(rest, '/') != NULL && strchr(rest, '/')[1] != '\0')
        rest = strchr(rest, '/') + 1;
    if (rest == path)
        return append_cut(out, "2", path, columns, context);
    g_autofree char *shortened = g_strconcat("…/", rest, NULL);
    return append_cut(out, "2", shortened, columns, context);
}

static gboolean
is_seen_alike(guint index, const ViewGroups *groups, const Assessment *assessment)
{
    const char *masked = finding_at(assessment, index)->masked;

    for (guint i = index; i < groups->count; i++) {
        if (groups->first[i] == (int)index &&
            g_strcmp0(finding_at(assessment, i)->masked, masked) != 0)
            return FALSE;
    }
    return masked != NULL && masked[0] != '\0';
}

/* Where it stands and what was seen there, on one line where that fits. */
static void
append_sight(GString *out, guint index, const ViewGroups *groups, const Assessment *assessment,
             const ReportContext *context)
{
    g_autoptr(GString) place = g_string_new(NULL);

    append_place(place, index, groups, assessment, context);
    g_autofree char *clean = layout_clean(place->str);
    guint indent = begin_line(out, "report.where", context);
    guint at = indent + append_path(out, clean, context->columns - indent, context);
    if (!is_seen_alike(index, groups, assessment)) {
        g_string_append_c(out, '\n');
        return;
    }
    const char *seen = report_context_text(context, "report.seen");
    g_autofree char *masked = layout_clean(finding_at(assessment, index)->masked);
    if (at + 4 + text_width(seen) + text_width(masked) <= context->columns) {
        g_string_append(out, "  ");
        finding_text_paint(out, "2", seen, context);
        g_string_append_printf(out, "  %s\n", masked);
        return;
    }
    g_string_append_c(out, '\n');
    begin_line(out, "report.seen", context);
    layout_continue(out, masked, indent, indent, context->columns);
}

void
finding_text_forecast(GString *out, const Forecast *forecast, const ReportContext *context)
{
    g_autofree char *moment = g_strconcat("moment.", forecast->stage, NULL);
    g_autofree char *alternates =
        g_strjoinv(report_context_text(context, "report.list"), forecast->alternates);

    g_string_append(out, report_context_text(context, moment));
    if (forecast->de39 != NULL)
        fill_arguments(out, report_context_text(context, "report.code"), forecast->de39, NULL);
    if (alternates[0] != '\0')
        fill_arguments(
            out,
            report_context_text(context, forecast->de39 != NULL ? "report.or" : "report.perhaps"),
            alternates, NULL);
    g_string_append(out, report_context_text(context, "report.colon"));
    g_string_append(out, forecast->symptom.text[context->language]);
    if (forecast->confidence == CONFIDENCE_UNCERTAIN)
        g_string_append(out, report_context_text(context, "report.uncertain"));
}

static void
append_forecasts(GString *out, const RuleEntry *rule, const ReportContext *context)
{
    for (guint i = 0; i < rule->forecasts->len; i++) {
        g_autoptr(GString) line = g_string_new(NULL);
        guint indent = begin_line(out, i == 0 ? "report.swipe" : NULL, context);
        finding_text_forecast(line, g_ptr_array_index(rule->forecasts, i), context);
        layout_continue(out, line->str, indent, indent, context->columns);
    }
}

/* What to do; who it is for is the heading, but for another than the first it is said. */
static void
append_remedies(GString *out, const RuleEntry *rule, const ReportContext *context)
{
    for (guint i = 0; i < rule->remedies->len; i++) {
        const Remedy *remedy = g_ptr_array_index(rule->remedies, i);
        const Remedy *first = g_ptr_array_index(rule->remedies, 0);
        g_autoptr(GString) line = g_string_new(NULL);
        guint indent = begin_line(out, i == 0 ? "report.do" : NULL, context);
        if (!g_str_equal(remedy->actor, first->actor))
            fill_arguments(line, report_context_text(context, "report.by"),
                           finding_text_actor(remedy->actor, context), NULL);
        g_string_append(line, remedy->action.text[context->language]);
        layout_continue(out, line->str, indent, indent, context->columns);
    }
}

static void
append_consequences(GString *out, guint index, const ViewGroups *groups,
                    const Assessment *assessment, const ReportContext *context)
{
    gboolean first = TRUE;

    for (guint i = 0; i < groups->count; i++) {
        if (groups->first[i] != (int)i || groups->under[i] != (int)index)
            continue;
        g_autoptr(GString) line = g_string_new(NULL);
        guint indent = begin_line(out, first ? "report.hence" : NULL, context);
        append_label(line, i, groups, assessment, context);
        g_string_append(line, report_context_text(context, "report.colon"));
        append_message(line, finding_at(assessment, i), context);
        finding_text_mark(out, finding_at(assessment, i)->rule->severity, context);
        g_string_append_c(out, ' ');
        layout_cut(out, line->str, context->columns - indent - 2);
        g_string_append_c(out, '\n');
        first = FALSE;
    }
}

/* ✗ 户名:与注册名称不一致 */
static void
append_title(GString *out, guint index, const ViewGroups *groups, const Assessment *assessment,
             const ReportContext *context)
{
    const Finding *finding = finding_at(assessment, index);
    g_autoptr(GString) label = g_string_new(NULL);
    g_autoptr(GString) message = g_string_new(NULL);

    append_label(label, index, groups, assessment, context);
    g_string_append(label, report_context_text(context, "report.colon"));
    append_message(message, finding, context);
    g_string_append(out, "  ");
    finding_text_mark(out, finding->rule->severity, context);
    g_string_append_c(out, ' ');
    finding_text_paint(out, "1", label->str, context);
    layout_continue(out, message->str, INDENT + text_width(label->str), INDENT, context->columns);
}

void
finding_text_append(GString *out, guint index, const ViewGroups *groups,
                    const Assessment *assessment, const ReportContext *context)
{
    const RuleEntry *rule = finding_at(assessment, index)->rule;

    append_title(out, index, groups, assessment, context);
    append_sight(out, index, groups, assessment, context);
    append_forecasts(out, rule, context);
    append_remedies(out, rule, context);
    append_consequences(out, index, groups, assessment, context);
}

static gboolean
is_information(guint index, const ViewGroups *groups, const Assessment *assessment)
{
    return groups->first[index] == (int)index && groups->under[index] < 0 &&
           finding_at(assessment, index)->rule->severity == SEVERITY_INFO;
}

static gboolean
same_code(const Assessment *assessment, guint i, guint j)
{
    return g_str_equal(finding_at(assessment, i)->rule->code,
                       finding_at(assessment, j)->rule->code);
}

static gboolean
is_first_of_code(guint index, const ViewGroups *groups, const Assessment *assessment)
{
    for (guint i = 0; i < index; i++) {
        if (is_information(i, groups, assessment) && same_code(assessment, i, index))
            return FALSE;
    }
    return TRUE;
}

/* The fields of a code's findings, each label once, and how many findings there are, alike ones
 * too. */
static guint
append_fields(GString *out, guint index, const ViewGroups *groups, const Assessment *assessment,
              const ReportContext *context)
{
    g_autoptr(GHashTable) named = g_hash_table_new(g_str_hash, g_str_equal);
    guint count = 0;

    for (guint i = index; i < groups->count; i++) {
        if (!is_information(i, groups, assessment) || !same_code(assessment, i, index))
            continue;
        const char *label = field_label(finding_at(assessment, i), context);
        if (g_hash_table_add(named, (gpointer)(guintptr)label) &&
            g_hash_table_size(named) <= LABELS_MAX)
            g_string_append_printf(out, "%s%s",
                                   out->len > 0 ? report_context_text(context, "report.list") : "",
                                   label);
        count += groups->alike[i];
    }
    return count;
}

static void
drop_full_stop(GString *line)
{
    static const char *const stops[] = {"。", "."};

    for (gsize i = 0; i < G_N_ELEMENTS(stops); i++) {
        if (g_str_has_suffix(line->str, stops[i]))
            g_string_truncate(line, line->len - strlen(stops[i]));
    }
}

/* TRUE when all findings of the code read alike, on however many fields. */
static gboolean
is_read_alike(guint index, const ViewGroups *groups, const Assessment *assessment,
              const ReportContext *context)
{
    g_autoptr(GString) first = g_string_new(NULL);
    gboolean alike = TRUE;

    append_message(first, finding_at(assessment, index), context);
    for (guint i = index + 1; alike && i < groups->count; i++) {
        g_autoptr(GString) other = g_string_new(NULL);
        if (groups->first[i] < 0 || !is_information(i, groups, assessment) ||
            !same_code(assessment, i, index))
            continue;
        append_message(other, finding_at(assessment, i), context);
        alike = g_str_equal(other->str, first->str);
    }
    return alike;
}

/* What several findings of one code say: each the same, else the title of the code; where it has
 * none the words that differ are left open. */
static void
append_common_message(GString *out, guint index, const ViewGroups *groups,
                      const Assessment *assessment, const ReportContext *context)
{
    const RuleEntry *rule = finding_at(assessment, index)->rule;
    g_autofree char *key = g_strdup_printf("code.%s", rule->code);

    if (is_read_alike(index, groups, assessment, context))
        append_message(out, finding_at(assessment, index), context);
    else if (texts_has(context->texts, key))
        g_string_append(out, report_context_text(context, key));
    else
        fill_message(out, rule->message.text[context->language], NULL, context->texts,
                     context->language);
}

/* One finding says all it has to say; of several what they share. */
static void
append_information_line(GString *out, guint index, const ViewGroups *groups,
                        const Assessment *assessment, const ReportContext *context)
{
    const Finding *finding = finding_at(assessment, index);
    g_autoptr(GString) fields = g_string_new(NULL);
    g_autoptr(GString) line = g_string_new(NULL);
    guint count = append_fields(fields, index, groups, assessment, context);

    if (count > 1) {
        g_autofree char *number = g_strdup_printf("%u", count);
        fill_arguments(line, report_context_text(context, "report.times"), number, NULL);
        append_common_message(line, index, groups, assessment, context);
        drop_full_stop(line);
        g_string_append(line, report_context_text(context, "report.colon"));
        g_string_append(line, fields->str);
    } else {
        append_label(line, index, groups, assessment, context);
        g_string_append(line, report_context_text(context, "report.colon"));
        append_message(line, finding, context);
    }
    g_string_append(out, "  ");
    finding_text_mark(out, SEVERITY_INFO, context);
    layout_wrap(out, line->str, " ", INDENT, context->columns);
}

void
finding_text_information(GString *out, const ViewGroups *groups, const Assessment *assessment,
                         const ReportContext *context)
{
    for (guint i = 0; i < groups->count; i++) {
        if (is_information(i, groups, assessment) && is_first_of_code(i, groups, assessment))
            append_information_line(out, i, groups, assessment, context);
    }
}

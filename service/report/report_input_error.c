/* SPDX-License-Identifier: Apache-2.0 */
/* One line about what could not be read: file:line: where: what, as compilers have it. */
#include "report/fill.h"
#include "report/layout.h"
#include "report/report.h"

/* The field of a JSON document, or the header of a spreadsheet's column; both as the file has them.
 */
static void
append_where(GString *out, const char *where, const ReportContext *context)
{
    enum { WHERE_COLUMNS = 60 };
    g_autoptr(GString) shown = g_string_new(NULL);

    layout_cut(shown, where, WHERE_COLUMNS);
    if (where[0] == '/')
        g_string_append(out, shown->str);
    else
        fill_arguments(out, report_context_text(context, "input.column"), shown->str, NULL);
    g_string_append(out, ": "); /* in both languages: the line is for programs too */
}

void
report_input_error_append(GString *out, const InputError *error, const ReportContext *context)
{
    g_autofree char *file = layout_clean(error->file);
    g_autoptr(GString) text = g_string_new(NULL);
    gboolean named = error->where != NULL && error->where[0] != '\0';

    g_string_append(out, file);
    g_string_append_c(out, ':');
    if (error->line > 0)
        g_string_append_printf(out, "%u:", error->line);
    if (error->line > 0 && error->column > 0 && !named)
        g_string_append_printf(out, "%u:", error->column);
    g_string_append_c(out, ' ');
    if (named)
        append_where(out, error->where, context);
    fill_arguments(text, report_context_text(context, error->key), error->arguments[0],
                   error->arguments[1]);
    g_autofree char *clean = layout_clean(text->str);
    g_string_append(out, clean);
    g_string_append_c(out, '\n');
}

/* SPDX-License-Identifier: Apache-2.0 */
#include "report/catalogue_list.h"

#include "base/text.h"
#include "report/fill.h"
#include "report/json_text.h"
#include "report/layout.h"

enum { COLUMNS = 80, INDENT = 2, GAP = 2 };

/* The columns of a row, in the order they are shown. */
typedef enum {
    COLUMN_NAME,
    COLUMN_ROWS,
    COLUMN_COMPLETE,
    COLUMN_VERSION,
    COLUMN_DATE,
    COLUMN_ORIGIN,
    COLUMN_COUNT
} Column;

static const struct {
    const char *key;
    guint width;
    gboolean right;
} columns[COLUMN_COUNT] = {
    [COLUMN_NAME] = {"catalogue.name", 14, FALSE},
    [COLUMN_ROWS] = {"catalogue.rows", 8, TRUE},
    [COLUMN_COMPLETE] = {"catalogue.completeness", 10, FALSE},
    [COLUMN_VERSION] = {"catalogue.version", 10, FALSE},
    [COLUMN_DATE] = {"catalogue.date", 10, FALSE},
    [COLUMN_ORIGIN] = {"catalogue.origin", 9, FALSE},
};

static void
append_cell(GString *out, Column column, const char *text)
{
    g_autoptr(GString) cell = g_string_new(NULL);
    guint width = layout_cut(cell, text, columns[column].width);
    guint blanks = columns[column].width - MIN(width, columns[column].width);
    gboolean last = column + 1 == COLUMN_COUNT;

    layout_blanks(out, columns[column].right ? blanks : 0);
    g_string_append(out, cell->str);
    layout_blanks(out, (columns[column].right || last ? 0 : blanks) + (last ? 0 : GAP));
    if (last)
        g_string_append_c(out, '\n');
}

static void
append_head(GString *out, const Texts *texts, Language language)
{
    for (int i = 0; i < COLUMN_COUNT; i++)
        append_cell(out, (Column)i, texts_get(texts, columns[i].key, language));
}

/* 160000 as people write it. */
static char *
grouped(guint number)
{
    return number < 1000          ? g_strdup_printf("%u", number)
           : number < 1000 * 1000 ? g_strdup_printf("%u,%03u", number / 1000, number % 1000)
                                  : g_strdup_printf("%u,%03u,%03u", number / (1000 * 1000),
                                                    number / 1000 % 1000, number % 1000);
}

static void
append_file(GString *out, const CatalogueFile *file, const Texts *texts, Language language)
{
    g_autofree char *rows = grouped(file->rows);
    g_autofree char *title = g_strconcat("catalogue.title.", file->name, NULL);
    g_autoptr(GString) about = g_string_new(NULL);

    append_cell(out, COLUMN_NAME, file->name);
    append_cell(out, COLUMN_ROWS, rows);
    append_cell(
        out, COLUMN_COMPLETE,
        texts_get(texts, file->complete ? "catalogue.complete" : "catalogue.partial", language));
    append_cell(out, COLUMN_VERSION, file->version);
    append_cell(out, COLUMN_DATE, file->date);
    append_cell(out, COLUMN_ORIGIN,
                texts_get(texts, file->path != NULL ? "catalogue.imported" : "catalogue.builtin",
                          language));
    fill_arguments(about, texts_get(texts, "catalogue.about", language),
                   texts_get(texts, title, language), file->source);
    layout_wrap(out, about->str, "  ", INDENT, COLUMNS);
}

void
catalogue_list_append_text(GString *out, const Catalogue *catalogue, const char *folder,
                           const Texts *texts, Language language)
{
    g_autoptr(GString) line = g_string_new(NULL);

    append_head(out, texts, language);
    for (int i = 0; i < CATALOGUE_COUNT; i++)
        append_file(out, &catalogue->files[i], texts, language);
    fill_arguments(line, texts_get(texts, "catalogue.folder", language), folder, NULL);
    g_string_append_c(out, '\n');
    layout_wrap(out, line->str, "", 0, COLUMNS);
}

static void
append_json_file(GString *out, const CatalogueFile *file)
{
    const struct {
        const char *key, *text;
    } texts[] = {
        {"{\"name\":", file->name},     {",\"version\":", file->version},
        {",\"date\":", file->date},     {",\"source\":", file->source},
        {",\"sha256\":", file->sha256}, {",\"file\":", file->path},
    };

    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_string_append(out, texts[i].key);
        json_text_string(out, texts[i].text);
    }
    g_string_append(out, ",\"rows\":");
    json_text_number(out, file->rows);
    g_string_append_printf(out, ",\"complete\":%s,\"imported\":%s}",
                           file->complete ? "true" : "false",
                           file->path != NULL ? "true" : "false");
}

void
catalogue_list_append_json(GString *out, const Catalogue *catalogue, const char *folder)
{
    g_string_append(out, "{\"folder\":");
    json_text_string(out, folder);
    g_string_append(out, ",\n\"catalogues\":[");
    for (int i = 0; i < CATALOGUE_COUNT; i++) {
        g_string_append(out, i > 0 ? ",\n" : "\n");
        append_json_file(out, &catalogue->files[i]);
    }
    g_string_append(out, "\n]}\n");
}

void
catalogue_list_append_imported(GString *out, const CatalogueFile *file, const Texts *texts,
                               Language language)
{
    g_autofree char *rows = grouped(file->rows);
    const char *key = file->complete ? "catalogue.imported_complete" : "catalogue.imported_partial";

    fill_arguments(out, texts_get(texts, key, language), file->name, rows);
    g_string_append_c(out, '\n');
}

void
catalogue_list_append_refused(GString *out, const char *file, const char *reason,
                              const Texts *texts, Language language)
{
    g_autofree char *name = layout_clean(file);
    g_autofree char *why = layout_clean(reason);

    g_string_append(out, "swipeready: ");
    fill_arguments(out, texts_get(texts, "catalogue.refused", language), name, why);
    g_string_append_c(out, '\n');
}

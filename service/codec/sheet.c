/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/sheet.h"

#include "codec/csv.h"
#include "codec/sheet_header.h"
#include "codec/value.h"

#include <string.h>

typedef struct {
    gsize start;
    guint32 length;
    guint32 line;
    guint32 next; /* row of the same application, NO_ROW at the end */
    gboolean ended;
} SheetRow;

typedef struct {
    guint32 first, last; /* rows */
    guint count;
} SheetGroup;

enum { NO_ROW = G_MAXUINT32 };

struct Sheet {
    GBytes *bytes;
    const char *file;
    SheetHeader *header;
    GArray *rows;   /* SheetRow */
    GArray *groups; /* SheetGroup */
};

static void
add_error(const Sheet *sheet, ReadErrors *errors, guint32 line, const char *key)
{
    InputError error = {.file = sheet->file, .line = line, .key = key};

    read_errors_add(errors, &error);
}

/* The bytes of a row as UTF-8, NULL with an error when they are not of the sheet's encoding. */
static char *
row_text(const Sheet *sheet, const SheetRow *row, ReadErrors *errors, gsize *length)
{
    const char *bytes = (const char *)g_bytes_get_data(sheet->bytes, NULL) + row->start;
    char *text;

    if (memchr(bytes, '\0', row->length) != NULL) {
        add_error(sheet, errors, row->line, "input.nul");
        return NULL;
    }
    text = sheet_header_decode(sheet->header, bytes, row->length, length);
    if (text == NULL)
        add_error(sheet, errors, row->line,
                  sheet_header_is_gb18030(sheet->header) ? "input.invalid_gb18030"
                                                         : "input.invalid_utf8");
    return text;
}

/* Splits a row and holds the number of its cells against the header's. */
static CsvCells *
row_cells(const Sheet *sheet, const SheetRow *row, Arena *arena, ReadErrors *errors)
{
    guint columns = sheet_header_count(sheet->header);
    CsvCells *cells = arena_alloc0(arena, sizeof *cells);
    gsize length;
    g_autofree char *text = row_text(sheet, row, errors, &length);

    if (text == NULL)
        return NULL;
    csv_split(text, length, sheet_header_separator(sheet->header), arena, cells);
    gboolean too_many = FALSE;
    for (guint i = columns; i < MIN(cells->count, CSV_CELLS_MAX); i++)
        too_many = too_many || cells->text[i][0] != '\0';
    if (cells->count >= columns && !too_many)
        return cells;
    g_autofree char *have = g_strdup_printf("%u", cells->count);
    g_autofree char *want = g_strdup_printf("%u", columns);
    InputError error = {.file = sheet->file,
                        .line = row->line,
                        .key = too_many     ? "input.long_row"
                               : row->ended ? "input.short_row"
                                            : "input.truncated_row",
                        .arguments = {have, want}};
    read_errors_add(errors, &error);
    return NULL;
}

static void
link_row(Sheet *sheet, GHashTable *by_ref, const char *reference, const SheetRow *row)
{
    guint index = sheet->rows->len;
    gpointer found;

    g_array_append_val(sheet->rows, *row);
    if (g_hash_table_lookup_extended(by_ref, reference, NULL, &found)) {
        SheetGroup *group = &g_array_index(sheet->groups, SheetGroup, GPOINTER_TO_UINT(found));
        g_array_index(sheet->rows, SheetRow, group->last).next = index;
        group->last = index;
        group->count++;
        return;
    }
    SheetGroup group = {index, index, 1};
    g_hash_table_insert(by_ref, g_strdup(reference), GUINT_TO_POINTER(sheet->groups->len));
    g_array_append_val(sheet->groups, group);
}

/* Files one row under its external_ref. */
static void
add_row(Sheet *sheet, GHashTable *by_ref, const CsvRow *found, ReadErrors *errors)
{
    guint column = sheet_header_column(sheet->header, FIELD_APPLICATION_EXTERNAL_REF);
    SheetRow row = {found->start, (guint32)found->length, found->line, NO_ROW, found->ended};
    g_autoptr(Arena) arena = arena_new();
    const CsvCells *cells = row_cells(sheet, &row, arena, errors);
    FieldValue reference = {0};

    if (cells == NULL)
        return;
    value_read(&field_specs[FIELD_APPLICATION_EXTERNAL_REF], cells->text[column], arena,
               &reference);
    if (reference.text == NULL)
        add_error(sheet, errors, row.line, "input.no_reference");
    else
        link_row(sheet, by_ref, reference.text, &row);
}

static void
read_rows(Sheet *sheet, CsvCursor *cursor, ReadErrors *errors)
{
    g_autoptr(GHashTable) by_ref = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    CsvRow row;
    CsvResult result;

    while ((result = csv_next_row(cursor, &row)) != CSV_END) {
        if (sheet->rows->len >= SHEET_ROWS_MAX) {
            add_error(sheet, errors, row.line, "input.too_many_rows");
            return;
        }
        if (result == CSV_BROKEN_QUOTE)
            add_error(sheet, errors, row.line, "input.broken_quote");
        else if (result == CSV_TOO_BIG)
            add_error(sheet, errors, row.line, "input.record_too_big");
        else
            add_row(sheet, by_ref, &row, errors);
    }
}

Sheet *
sheet_open(GBytes *bytes, const char *file, ReadErrors *errors)
{
    g_autoptr(Sheet) sheet = g_new0(Sheet, 1);
    CsvCursor cursor = {.line = 1};

    sheet->bytes = g_bytes_ref(bytes);
    sheet->file = file;
    sheet->rows = g_array_new(FALSE, FALSE, sizeof(SheetRow));
    sheet->groups = g_array_new(FALSE, FALSE, sizeof(SheetGroup));
    cursor.bytes = g_bytes_get_data(bytes, &cursor.length);
    sheet->header = sheet_header_read(&cursor, file, errors);
    if (sheet->header == NULL)
        return NULL;
    read_rows(sheet, &cursor, errors);
    return g_steal_pointer(&sheet);
}

void
sheet_free(Sheet *sheet)
{
    g_bytes_unref(sheet->bytes);
    g_clear_pointer(&sheet->header, sheet_header_free);
    g_array_unref(sheet->rows);
    g_array_unref(sheet->groups);
    g_free(sheet);
}

guint
sheet_count(const Sheet *sheet)
{
    return sheet->groups->len;
}

gsize
sheet_offset(const Sheet *sheet, guint index)
{
    const SheetGroup *group = &g_array_index(sheet->groups, SheetGroup, index);

    return g_array_index(sheet->rows, SheetRow, group->first).start;
}

/* One row being read into an application. */
typedef struct {
    const Sheet *sheet;
    const SheetRow *row;
    Application *app;
    ReadErrors *errors;
} RowReading;

static void
add_cell_error(const RowReading *reading, guint column, const char *key, const char *argument)
{
    FieldId id = sheet_header_field(reading->sheet->header, column);
    InputError error = {.file = reading->sheet->file,
                        .line = reading->row->line,
                        .column = (guint16)(column + 1),
                        .where = reading->app->columns[id],
                        .key = key,
                        .arguments = {argument, NULL}};

    read_errors_add(reading->errors, &error);
}

static gboolean
same_value(const FieldValue *a, const FieldValue *b)
{
    if (a->state != b->state || a->number != b->number)
        return FALSE;
    if (a->state == VALUE_OK && b->number != 0)
        return TRUE;
    return g_strcmp0(a->text, b->text) == 0;
}

static void
read_cell(const RowReading *reading, guint column, int device, const char *cell)
{
    FieldId id = sheet_header_field(reading->sheet->header, column);
    const FieldSpec *spec = &field_specs[id];
    FieldValue *kept = application_value_mutable(reading->app, id, device);
    FieldValue value = {.line = reading->row->line, .column = (guint16)(column + 1)};
    const char *problem = value_read(spec, cell, reading->app->arena, &value);

    if (problem != NULL)
        add_cell_error(reading, column, problem, spec->words);
    if (value.state == VALUE_ABSENT)
        return;
    if (kept->state == VALUE_ABSENT) {
        *kept = value;
        reading->app->noted += value.note != NOTE_NONE ? 1 : 0;
    } else if (!same_value(kept, &value) && kept->note != NOTE_UNREADABLE) {
        add_cell_error(reading, column, "input.contradiction", NULL);
        reading->app->noted += kept->note != NOTE_NONE ? 0 : 1;
        value_refuse(kept, NOTE_UNREADABLE);
    }
}

/* Reads a row's cells; TRUE when any of a terminal was given. */
static gboolean
read_row(const RowReading *reading, int device, const CsvCells *cells)
{
    gboolean has_device = FALSE;

    for (guint column = 0; column < sheet_header_count(reading->sheet->header); column++) {
        FieldId id = sheet_header_field(reading->sheet->header, column);
        if (id == FIELD_NONE || cells->text[column][0] == '\0')
            continue;
        read_cell(reading, column, device, cells->text[column]);
        if (field_is_device(id))
            has_device =
                has_device || application_value(reading->app, id, device)->state != VALUE_ABSENT;
    }
    return has_device;
}

gboolean
sheet_read(const Sheet *sheet, guint index, Application *app, ReadErrors *errors)
{
    const SheetGroup *group = &g_array_index(sheet->groups, SheetGroup, index);
    RowReading reading = {.sheet = sheet, .app = app, .errors = errors};
    guint devices = 0;

    app->file = sheet->file;
    app->line = g_array_index(sheet->rows, SheetRow, group->first).line;
    app->columns = sheet_header_names(sheet->header);
    if (group->count > APPLICATION_DEVICES_MAX) {
        add_error(sheet, errors, app->line, "input.too_many");
        return FALSE;
    }
    application_set_devices(app, group->count);
    for (guint32 at = group->first; at != NO_ROW;) {
        reading.row = &g_array_index(sheet->rows, SheetRow, at);
        const CsvCells *cells = row_cells(sheet, reading.row, app->arena, errors);
        if (cells == NULL)
            return FALSE;
        app->devices[devices].line = reading.row->line;
        devices += read_row(&reading, (int)devices, cells) ? 1 : 0;
        at = reading.row->next;
    }
    app->device_count = devices;
    return TRUE;
}

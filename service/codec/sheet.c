/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/sheet.h"

#include "base/text.h"
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
    gboolean damaged; /* a row that names it could not be read: the rest is not all of it */
} SheetGroup;

/* Each quotation mark without a partner is looked for through a whole row's greatest length: a file
 * of nothing else is given up, not gone through. */
enum { NO_ROW = G_MAXUINT32, BROKEN_ROWS_MAX = 100 };

struct Sheet {
    gint references; /* atomic: chunks of several workers hold it */
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

/* The cells of a row, whole or not; NULL when its bytes are of another encoding. */
static CsvCells *
split_row(const Sheet *sheet, const SheetRow *row, Arena *arena, ReadErrors *errors)
{
    CsvCells *cells = arena_alloc0(arena, sizeof *cells);
    gsize length;
    g_autofree char *text = row_text(sheet, row, errors, &length);

    if (text == NULL)
        return NULL;
    csv_split(text, length, sheet_header_separator(sheet->header), arena, cells);
    return cells;
}

/* Holds the number of a row's cells against the header's: cells too many or too few may have
 * shifted. */
static gboolean
is_whole(const Sheet *sheet, const SheetRow *row, const CsvCells *cells, ReadErrors *errors)
{
    guint columns = sheet_header_count(sheet->header);
    gboolean too_many = FALSE;

    for (guint i = columns; i < MIN(cells->count, CSV_CELLS_MAX); i++)
        too_many = too_many || cells->text[i][0] != '\0';
    if (cells->count >= columns && !too_many)
        return TRUE;
    g_autofree char *have = g_strdup_printf("%u", cells->count);
    g_autofree char *want = g_strdup_printf("%u", columns);
    InputError error = {.file = sheet->file,
                        .line = row->line,
                        .key = too_many     ? "input.long_row"
                               : row->ended ? "input.short_row"
                                            : "input.truncated_row",
                        .arguments = {have, want}};
    read_errors_add(errors, &error);
    return FALSE;
}

/* The rows of the sheet as they are filed: by external_ref, and the references of rows that were
 * lost. */
typedef struct {
    Sheet *sheet;
    GHashTable *by_ref;  /* reference -> index of its group */
    GHashTable *damaged; /* references */
    ReadErrors *errors;
} Filing;

static void
link_row(Filing *filing, const char *reference, const SheetRow *row)
{
    Sheet *sheet = filing->sheet;
    guint index = sheet->rows->len;
    gpointer found;

    g_array_append_val(sheet->rows, *row);
    if (g_hash_table_lookup_extended(filing->by_ref, reference, NULL, &found)) {
        SheetGroup *group = &g_array_index(sheet->groups, SheetGroup, GPOINTER_TO_UINT(found));
        g_array_index(sheet->rows, SheetRow, group->last).next = index;
        group->last = index;
        group->count++;
        return;
    }
    SheetGroup group = {index, index, 1, g_hash_table_contains(filing->damaged, reference)};
    g_hash_table_insert(filing->by_ref, g_strdup(reference), GUINT_TO_POINTER(sheet->groups->len));
    g_array_append_val(sheet->groups, group);
}

/* What is left of an application is not the application: it gets no verdict. */
static void
mark_damaged(Filing *filing, const char *reference)
{
    gpointer found;

    g_hash_table_add(filing->damaged, g_strdup(reference));
    if (g_hash_table_lookup_extended(filing->by_ref, reference, NULL, &found))
        g_array_index(filing->sheet->groups, SheetGroup, GPOINTER_TO_UINT(found)).damaged = TRUE;
}

/* Files one row under its external_ref. */
static void
add_row(Filing *filing, const CsvRow *found)
{
    const Sheet *sheet = filing->sheet;
    guint column = sheet_header_column(sheet->header, FIELD_APPLICATION_EXTERNAL_REF);
    SheetRow row = {found->start, (guint32)found->length, found->line, NO_ROW, found->ended};
    g_autoptr(Arena) arena = arena_new();
    const CsvCells *cells = split_row(sheet, &row, arena, filing->errors);
    FieldValue reference = {0};

    if (cells == NULL)
        return;
    gboolean whole = is_whole(sheet, &row, cells, filing->errors);
    if (column < MIN(cells->count, CSV_CELLS_MAX))
        value_read(&field_specs[FIELD_APPLICATION_EXTERNAL_REF], cells->text[column], arena,
                   &reference);
    if (whole && reference.text == NULL)
        add_error(sheet, filing->errors, row.line, "input.no_reference");
    else if (whole)
        link_row(filing, reference.text, &row);
    else if (reference.text != NULL)
        mark_damaged(filing, reference.text);
}

static void
read_rows(Sheet *sheet, CsvCursor *cursor, ReadErrors *errors)
{
    g_autoptr(GHashTable) by_ref = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) damaged = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Filing filing = {sheet, by_ref, damaged, errors};
    CsvRow row;
    CsvResult result;
    guint broken = 0;

    while ((result = csv_next_row(cursor, &row)) != CSV_END) {
        broken += result == CSV_BROKEN_QUOTE ? 1 : 0;
        if (broken > BROKEN_ROWS_MAX) {
            add_error(sheet, errors, row.line, "input.too_many_broken_rows");
            return;
        }
        if (sheet->rows->len >= SHEET_ROWS_MAX) {
            add_error(sheet, errors, row.line, "input.too_many_rows");
            return;
        }
        if (result == CSV_BROKEN_QUOTE)
            add_error(sheet, errors, row.line, "input.broken_quote");
        else if (result == CSV_TOO_BIG)
            add_error(sheet, errors, row.line, "input.record_too_big");
        else
            add_row(&filing, &row);
    }
}

Sheet *
sheet_open(GBytes *bytes, const char *file, ReadErrors *errors)
{
    g_autoptr(Sheet) sheet = g_new0(Sheet, 1);
    CsvCursor cursor = {.line = 1};

    sheet->references = 1;
    sheet->bytes = g_bytes_ref(bytes);
    sheet->file = file;
    sheet->rows = g_array_new(FALSE, FALSE, sizeof(SheetRow));
    sheet->groups = g_array_new(FALSE, FALSE, sizeof(SheetGroup));
    cursor.bytes = g_bytes_get_data(bytes, &cursor.length);
    sheet->header = sheet_header_read(&cursor, file, errors);
    if (sheet->header == NULL)
        return NULL;
    read_rows(sheet, &cursor, errors);
    if (sheet->groups->len == 0)
        add_error(sheet, errors, 0, "input.no_rows");
    return g_steal_pointer(&sheet);
}

Sheet *
sheet_ref(Sheet *sheet)
{
    g_atomic_int_inc(&sheet->references);
    return sheet;
}

void
sheet_unref(Sheet *sheet)
{
    if (!g_atomic_int_dec_and_test(&sheet->references))
        return;
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

static void
add_problem(const RowReading *reading, guint column, const char *problem)
{
    const FieldSpec *spec = &field_specs[sheet_header_field(reading->sheet->header, column)];
    g_autoptr(GString) choices = g_string_new(NULL);

    if (spec->words != NULL)
        field_choices(spec, choices);
    add_cell_error(reading, column, problem, choices->str);
}

/* TRUE when the number says all: two spellings of it are no contradiction. */
static gboolean
is_number(FieldType type)
{
    return type == FIELD_TYPE_ENUM || type == FIELD_TYPE_SET || type == FIELD_TYPE_BOOL ||
           type == FIELD_TYPE_MONEY || type == FIELD_TYPE_RATE || type == FIELD_TYPE_DATE ||
           type == FIELD_TYPE_DATE_LONG || type == FIELD_TYPE_COORDINATE;
}

static gboolean
same_value(const FieldSpec *spec, const FieldValue *a, const FieldValue *b)
{
    if (a->state != b->state)
        return FALSE;
    if (a->state == VALUE_OK && is_number(spec->type))
        return a->number == b->number;
    if (a->text == NULL || b->text == NULL)
        return a->text == b->text;
    return text_name_equal(a->text, b->text);
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
        add_problem(reading, column, problem);
    if (value.state == VALUE_ABSENT)
        return;
    if (kept->state == VALUE_ABSENT) {
        *kept = value;
        reading->app->noted += value.note != NOTE_NONE ? 1 : 0;
    } else if (!same_value(spec, kept, &value) && kept->note != NOTE_UNREADABLE) {
        add_cell_error(reading, column, "input.contradiction", NULL);
        reading->app->noted += kept->note != NOTE_NONE ? 0 : 1;
        *kept = value;
        value_refuse_unreadable(kept, "input.contradiction");
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

/* A cell that was left blank has a place, too. */
static void
place_absent(const Sheet *sheet, Application *app)
{
    for (guint column = 0; column < sheet_header_count(sheet->header); column++) {
        FieldId id = sheet_header_field(sheet->header, column);
        if (id == FIELD_NONE)
            continue;
        if (!field_is_device(id))
            app->values[id].column = (guint16)(column + 1);
        for (guint i = 0; field_is_device(id) && i < app->device_count; i++)
            application_value_mutable(app, id, (int)i)->column = (guint16)(column + 1);
    }
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
    if (group->damaged)
        return FALSE;
    if (group->count > APPLICATION_DEVICES_MAX) {
        add_error(sheet, errors, app->line, "input.too_many");
        return FALSE;
    }
    application_set_devices(app, group->count);
    for (guint32 at = group->first; at != NO_ROW;) {
        reading.row = &g_array_index(sheet->rows, SheetRow, at);
        const CsvCells *cells = split_row(sheet, reading.row, app->arena, errors);
        g_return_val_if_fail(cells != NULL, FALSE); /* the same bytes were read before */
        app->devices[devices].line = reading.row->line;
        devices += read_row(&reading, (int)devices, cells) ? 1 : 0;
        at = reading.row->next;
    }
    app->device_count = devices;
    place_absent(sheet, app);
    return TRUE;
}

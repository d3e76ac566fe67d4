/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/sheet_header.h"

#include "base/text.h"
#include "codec/forbidden.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

struct SheetHeader {
    const char *file;
    guint32 line;
    char separator;
    gboolean gb18030;
    guint count;
    FieldId fields[CSV_CELLS_MAX];
    guint columns[FIELD_COUNT];     /* column + 1, 0 = none */
    const char *names[FIELD_COUNT]; /* as typed */
    Arena *arena;
};

void
sheet_header_free(SheetHeader *header)
{
    arena_free(header->arena);
    g_free(header);
}

guint
sheet_header_count(const SheetHeader *header)
{
    return header->count;
}

char
sheet_header_separator(const SheetHeader *header)
{
    return header->separator;
}

gboolean
sheet_header_is_gb18030(const SheetHeader *header)
{
    return header->gb18030;
}

FieldId
sheet_header_field(const SheetHeader *header, guint column)
{
    g_return_val_if_fail(column < header->count, FIELD_NONE);
    return header->fields[column];
}

guint
sheet_header_column(const SheetHeader *header, FieldId id)
{
    return header->columns[id] - 1;
}

const char *const *
sheet_header_names(const SheetHeader *header)
{
    return header->names;
}

char *
sheet_header_decode(const SheetHeader *header, const char *bytes, gsize length, gsize *decoded)
{
    *decoded = length;
    if (header->gb18030)
        return g_convert(bytes, (gssize)length, "UTF-8", "GB18030", NULL, decoded, NULL);
    return g_utf8_validate(bytes, (gssize)length, NULL) ? g_strndup(bytes, length) : NULL;
}

static void
add_error(const SheetHeader *header, ReadErrors *errors, const InputError *what)
{
    InputError error = *what;

    error.file = header->file;
    error.line = header->line;
    read_errors_add(errors, &error);
}

/* A header in any width of brackets and with any blanks is still that header. */
static FieldId
find_field(const char *name)
{
    FieldId exact = field_find_header(name);

    if (exact != FIELD_NONE)
        return exact;
    for (int i = 0; i < FIELD_COUNT; i++) {
        if (text_name_equal(field_specs[i].zh, name))
            return (FieldId)i;
    }
    return FIELD_NONE;
}

static gboolean
add_unknown(const SheetHeader *header, ReadErrors *errors, guint column, const char *name)
{
    g_autofree char *printable = forbidden_printable(name);
    const FieldSpec *nearest = &field_specs[field_nearest(name)];
    gboolean ascii = g_ascii_isalpha(name[0]) != 0;
    InputError error = {.column = (guint16)(column + 1),
                        .where = printable,
                        .key = forbidden_name(name) ? "input.forbidden_column"
                                                    : "input.unknown_column",
                        .arguments = {ascii ? nearest->key : nearest->zh, NULL}};

    add_error(header, errors, &error);
    return FALSE;
}

static gboolean
map_column(SheetHeader *header, guint column, const char *name, ReadErrors *errors)
{
    FieldId id = find_field(name);

    header->fields[column] = id;
    if (name[0] == '\0')
        return TRUE;
    if (id == FIELD_NONE)
        return add_unknown(header, errors, column, name);
    if (header->columns[id] != 0) {
        InputError error = {
            .column = (guint16)(column + 1), .where = name, .key = "input.column_twice"};
        add_error(header, errors, &error);
        return FALSE;
    }
    header->columns[id] = column + 1;
    header->names[id] = name;
    return TRUE;
}

static gboolean
always_required(const FieldSpec *spec)
{
    for (int kind = 0; kind < MERCHANT_KIND_COUNT; kind++) {
        if (spec->need[kind] != NEED_R)
            return FALSE;
    }
    return spec->due_by <= STAGE_APPROVE;
}

/* Columns that every merchant needs: said once for the file, whatever the rows then lack. */
static void
add_missing(const SheetHeader *header, ReadErrors *errors)
{
    enum { NAMED_MAX = 6 };
    g_autoptr(GString) names = g_string_new(NULL);
    guint count = 0;

    for (int id = 0; id < FIELD_COUNT; id++) {
        if (header->columns[id] != 0 || !always_required(&field_specs[id]))
            continue;
        if (count < NAMED_MAX)
            g_string_append_printf(names, "%s%s", count > 0 ? ", " : "", field_specs[id].zh);
        count++;
    }
    if (count == 0)
        return;
    g_autofree char *number = g_strdup_printf("%u", count);
    InputError error = {.key = "input.missing_columns", .arguments = {names->str, number}};
    add_error(header, errors, &error);
}

/* A first row of data is no header with mistakes in it: nothing of it is repeated in an error. */
static gboolean
is_header(const CsvCells *cells, guint count)
{
    guint named = 0, known = 0;

    for (guint i = 0; i < count; i++) {
        named += cells->text[i][0] != '\0' ? 1 : 0;
        known += cells->text[i][0] != '\0' && find_field(cells->text[i]) != FIELD_NONE ? 1 : 0;
    }
    return known * 3 >= named && known > 0;
}

static gboolean
map_columns(SheetHeader *header, const char *text, gsize length, ReadErrors *errors)
{
    CsvCells cells;
    gboolean usable = TRUE;

    csv_split(text, length, header->separator, header->arena, &cells);
    header->count = MIN(cells.count, CSV_CELLS_MAX);
    for (guint i = 0; i < header->count; i++)
        g_strstrip((char *)(guintptr)cells.text[i]);
    if (!is_header(&cells, header->count)) {
        InputError error = {.key = "input.no_header"};
        add_error(header, errors, &error);
        return FALSE;
    }
    for (guint i = 0; i < header->count; i++)
        usable = map_column(header, i, cells.text[i], errors) && usable;
    if (usable && header->columns[FIELD_APPLICATION_EXTERNAL_REF] == 0) {
        InputError error = {.key = "input.no_reference_column"};
        add_error(header, errors, &error);
        return FALSE;
    }
    if (usable)
        add_missing(header, errors);
    return usable;
}

/* UTF-8 when the header is; a header of plain keys says nothing, so the rest decides. */
static gboolean
is_gb18030(const CsvCursor *cursor, const char *header_bytes, gsize header_length)
{
    if (!g_utf8_validate(header_bytes, (gssize)header_length, NULL))
        return TRUE;
    for (gsize i = 0; i < header_length; i++) {
        if ((guchar)header_bytes[i] >= 0x80)
            return FALSE;
    }
    if (g_utf8_validate(cursor->bytes, (gssize)cursor->length, NULL))
        return FALSE;
    g_autofree char *converted =
        g_convert(cursor->bytes, (gssize)cursor->length, "UTF-8", "GB18030", NULL, NULL, NULL);
    return converted != NULL;
}

static char
find_separator(const char *bytes, gsize length)
{
    gboolean comma = memchr(bytes, ',', length) != NULL;

    return !comma && memchr(bytes, '\t', length) != NULL ? '\t' : ',';
}

static void
skip_byte_order_mark(CsvCursor *cursor)
{
    if (cursor->length >= 3 && memcmp(cursor->bytes, BYTE_ORDER_MARK, 3) == 0)
        cursor->at = 3;
}

static gboolean
read_header(SheetHeader *header, CsvCursor *cursor, ReadErrors *errors)
{
    CsvRow row;
    gsize length;
    InputError error = {0};

    if (cursor->length == 0) {
        error.key = "input.empty";
        add_error(header, errors, &error);
        return FALSE;
    }
    skip_byte_order_mark(cursor);
    cursor->separator = header->separator =
        find_separator(cursor->bytes, MIN(cursor->length, CSV_ROW_BYTES_MAX));
    CsvResult result = csv_next_row(cursor, &row);
    if (result != CSV_ROW) {
        error.key = result == CSV_END ? "input.empty" : "input.broken_header";
        add_error(header, errors, &error);
        return FALSE;
    }
    header->line = row.line;
    header->gb18030 = is_gb18030(cursor, cursor->bytes + row.start, row.length);
    g_autofree char *text =
        sheet_header_decode(header, cursor->bytes + row.start, row.length, &length);
    if (text == NULL || memchr(text, '\0', length) != NULL) {
        error.key = "input.broken_header";
        add_error(header, errors, &error);
        return FALSE;
    }
    return map_columns(header, text, length, errors);
}

SheetHeader *
sheet_header_read(CsvCursor *cursor, const char *file, ReadErrors *errors)
{
    g_autoptr(SheetHeader) header = g_new0(SheetHeader, 1);

    header->file = file;
    header->arena = arena_new();
    return read_header(header, cursor, errors) ? g_steal_pointer(&header) : NULL;
}

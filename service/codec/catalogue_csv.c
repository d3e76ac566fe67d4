/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/catalogue_csv.h"

#include "codec/catalogue_json.h"
#include "codec/catalogue_kinds.h"
#include "codec/csv.h"

#include <string.h>

enum { COLUMNS_MAX = 64 };

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

typedef struct {
    CsvCursor cursor;
    Arena *arena; /* the cells of one row */
    JsonData data;
    const CatalogueKindSpec *spec;
    const char *columns[COLUMNS_MAX];
    CatalogueCell cells[COLUMNS_MAX];
    guint count;
} CsvCatalogue;

/* Notes an error at the row that is read. */
#define FAIL_ROW(csv, ...)                                                                         \
    do {                                                                                           \
        JsonPlace row_place = json_data_row(&(csv)->data, NULL);                                   \
        json_data_fail(&row_place, __VA_ARGS__);                                                   \
    } while (0)

/* The text as UTF-8 without a byte order mark; NULL when it is neither UTF-8 nor GB18030. */
static char *
decode(GBytes *bytes, gsize *length)
{
    const char *text = g_bytes_get_data(bytes, length);

    if (*length >= 3 && memcmp(text, BYTE_ORDER_MARK, 3) == 0) {
        text += 3;
        *length -= 3;
    }
    if (g_utf8_validate(text, (gssize)*length, NULL))
        return g_strndup(text, *length);
    g_autofree char *converted =
        g_convert(text, (gssize)*length, "UTF-8", "GB18030", NULL, length, NULL);
    return converted != NULL && memchr(converted, '\0', *length) == NULL
               ? g_steal_pointer(&converted)
               : NULL;
}

/* The next row in `row`; FALSE at the end or when it is broken. */
static gboolean
next_row(CsvCatalogue *csv, CsvRow *row)
{
    CsvResult result = csv_next_row(&csv->cursor, row);

    if (result == CSV_END)
        return FALSE;
    csv->data.line = row->line;
    if (result != CSV_ROW)
        FAIL_ROW(csv, result == CSV_TOO_BIG ? "the row is too long" : "a quote is not closed");
    return result == CSV_ROW;
}

/* A row's cells without blanks around them. */
static void
split(CsvCatalogue *csv, const CsvRow *row, CsvCells *cells)
{
    arena_reset(csv->arena);
    csv_split(csv->cursor.bytes + row->start, row->length, csv->cursor.separator, csv->arena,
              cells);
    for (guint i = 0; i < MIN(cells->count, CSV_CELLS_MAX); i++) {
        if (cells->text[i][0] != '\0') /* an empty one may be a constant */
            cells->text[i] = g_strstrip((char *)(guintptr)cells->text[i]);
    }
}

/* A line of the head as one text: a spreadsheet program may have quoted it or put separators behind
 * it, and a plain one may have separators in its text. */
static char *
head_line(CsvCatalogue *csv, const CsvRow *row)
{
    const char *start = csv->cursor.bytes + row->start;
    gsize length = row->length;
    CsvCells cells;

    if (start[0] == '"') {
        split(csv, row, &cells);
        return g_strdup(cells.text[0]);
    }
    while (length > 0 && (start[length - 1] == csv->cursor.separator || start[length - 1] == ' '))
        length--;
    return g_strndup(start, length);
}

/* What a line of the head must say and, as the member of a JSON file, is called. */
static const struct {
    const char *key, *member;
} head_keys[] = {
    {"catalogue", "name"}, {"version", "version"},   {"source", "source"},
    {"date", "date"},      {"complete", "complete"},
};

static json_t *
head_value(CsvCatalogue *csv, const char *key, const char *text)
{
    gboolean flag = strcmp(key, "complete") == 0, yes = strcmp(text, "true") == 0;
    CivilDay day;

    if (text[0] == '\0')
        FAIL_ROW(csv, "'# %s:' is empty", key);
    else if (flag && !yes && strcmp(text, "false") != 0)
        FAIL_ROW(csv, "'# complete: %s' is neither true nor false", text);
    else if (strcmp(key, "date") == 0 && !civil_parse(text, strlen(text), &day))
        FAIL_ROW(csv, "'# date: %s' is not a date YYYY-MM-DD", text);
    return flag ? json_boolean(yes) : json_string(text);
}

/* Takes "# key: value" into the head. */
static void
take_head(CsvCatalogue *csv, const char *line)
{
    const char *colon = strchr(line, ':');
    g_autofree char *key =
        g_strstrip(g_strndup(line + 1, colon != NULL ? (gsize)(colon - line - 1) : 0));
    g_autofree char *value = g_strstrip(g_strdup(colon != NULL ? colon + 1 : ""));

    for (gsize i = 0; i < G_N_ELEMENTS(head_keys); i++) {
        if (strcmp(key, head_keys[i].key) != 0)
            continue;
        if (json_object_get(csv->data.root, head_keys[i].member) != NULL)
            FAIL_ROW(csv, "'# %s:' is there twice", key);
        json_object_set_new(csv->data.root, head_keys[i].member, head_value(csv, key, value));
        return;
    }
    FAIL_ROW(csv,
             "'%s' is not one of: # catalogue: # version: # source: # date: # complete:", line);
}

static void
check_head(CsvCatalogue *csv)
{
    for (gsize i = 0; i < G_N_ELEMENTS(head_keys); i++) {
        if (json_object_get(csv->data.root, head_keys[i].member) == NULL)
            FAIL_ROW(csv, "no line '# %s:' stands before the column names", head_keys[i].key);
    }
}

static void
check_column(CsvCatalogue *csv, guint column, const char *name)
{
    g_autofree char *names = catalogue_kinds_column_names(csv->spec);

    csv->columns[column] = g_string_chunk_insert_const(csv->data.strings, name);
    csv->cells[column] = catalogue_kinds_column(csv->spec, name);
    if (csv->cells[column] == CATALOGUE_CELL_UNKNOWN)
        FAIL_ROW(csv, "column %u: '%s' is not one of: %s", column + 1, name, names);
    for (guint i = 0; i < column; i++) {
        if (csv->columns[i] == csv->columns[column])
            FAIL_ROW(csv, "column %u: '%s' is there twice", column + 1, name);
    }
}

static void
take_columns(CsvCatalogue *csv, const CsvRow *row)
{
    CsvCells cells;

    split(csv, row, &cells);
    if (cells.count > COLUMNS_MAX) {
        FAIL_ROW(csv, "has more than %d columns", COLUMNS_MAX);
        return;
    }
    csv->count = cells.count;
    for (guint i = 0; i < cells.count; i++)
        check_column(csv, i, cells.text[i]);
}

static void
find_kind(CsvCatalogue *csv, CatalogueKind *kind)
{
    const char *name = json_string_value(json_object_get(csv->data.root, "name"));
    g_autofree char *names = catalogue_kinds_names();

    if (!catalogue_kinds_find(name, kind)) {
        FAIL_ROW(csv, "'# catalogue: %s' is not one of: %s", name, names);
        return;
    }
    csv->spec = catalogue_kinds_get(*kind);
    if (csv->spec->columns == NULL)
        FAIL_ROW(csv, "the catalogue '%s' can be imported as JSON only", name);
}

/* The lines before the column names, whose row is then in `row`. FALSE after an error. */
static gboolean
read_head_lines(CsvCatalogue *csv, CsvRow *row)
{
    csv->data.line = 1;
    while (next_row(csv, row)) {
        g_autofree char *line = head_line(csv, row);
        if (line[0] != '#')
            return csv->data.error == NULL;
        take_head(csv, line);
    }
    FAIL_ROW(csv, "there is no row of column names");
    return FALSE;
}

/* The head and the column names. FALSE after an error. */
static gboolean
read_head(CsvCatalogue *csv, Catalogue *catalogue, CatalogueKind *kind)
{
    CsvRow row;

    if (!read_head_lines(csv, &row))
        return FALSE;
    check_head(csv);
    if (csv->data.error == NULL)
        find_kind(csv, kind);
    if (csv->data.error != NULL)
        return FALSE;
    JsonPlace root = json_data_row(&csv->data, csv->data.root);
    catalogue_rows_head(&root, "", &catalogue->files[*kind]);
    take_columns(csv, &row);
    return csv->data.error == NULL;
}

static json_t *
list_value(const char *text)
{
    g_auto(GStrv) items = g_strsplit(text, ";", -1);
    json_t *list = json_array();

    for (char **item = items; *item != NULL; item++)
        json_array_append_new(list, json_string(g_strstrip(*item)));
    return list;
}

static json_t *
flag_value(const char *text)
{
    static const char *const yes[] = {"true", "yes", "1", "是"};
    static const char *const no[] = {"false", "no", "0", "否"};

    for (gsize i = 0; i < G_N_ELEMENTS(yes); i++) {
        if (g_ascii_strcasecmp(text, yes[i]) == 0)
            return json_true();
        if (g_ascii_strcasecmp(text, no[i]) == 0)
            return json_false();
    }
    return json_string(text);
}

/* What cannot be a number stays a text, which the reader of the row refuses. */
static json_t *
number_value(const char *text)
{
    gint64 number;

    return g_ascii_string_to_signed(text, 10, 0, G_MAXINT64, &number, NULL) ? json_integer(number)
                                                                            : json_string(text);
}

/* The value of a cell; NULL when it is empty and says nothing. */
static json_t *
cell_value(CatalogueCell cell, const char *text)
{
    if (text[0] == '\0')
        return cell == CATALOGUE_CELL_LIST ? json_array() : NULL;
    switch (cell) {
    case CATALOGUE_CELL_LIST:
        return list_value(text);
    case CATALOGUE_CELL_NUMBER:
        return number_value(text);
    case CATALOGUE_CELL_FLAG:
        return flag_value(text);
    case CATALOGUE_CELL_TEXT:
    case CATALOGUE_CELL_ENGLISH:
    case CATALOGUE_CELL_UNKNOWN:
        return json_string(text);
    }
    return NULL;
}

/* Sets the member that a column names: "city.en" is the member "en" of the object "city". */
static void
set_member(json_t *object, const char *column, json_t *value)
{
    const char *dot = strchr(column, '.');

    if (value == NULL)
        return;
    if (dot == NULL) {
        json_object_set_new(object, column, value);
        return;
    }
    g_autofree char *outer = g_strndup(column, (gsize)(dot - column));
    if (json_object_get(object, outer) == NULL)
        json_object_set_new(object, outer, json_object());
    json_object_set_new(json_object_get(object, outer), dot + 1, value);
}

static void
set_english(json_t *object)
{
    json_t *chinese = json_object_get(object, "zh-CN");

    if (chinese != NULL && json_object_get(object, "en") == NULL)
        json_object_set(object, "en", chinese);
}

/* What an operator's own list need not say: that it is sure, and English names. */
static void
set_defaults(const CatalogueKindSpec *spec, json_t *row)
{
    gboolean has_confidence = catalogue_kinds_column(spec, "confidence") != CATALOGUE_CELL_UNKNOWN;

    if (has_confidence && json_object_get(row, "confidence") == NULL)
        json_object_set_new(row, "confidence", json_string("sure"));
    if (catalogue_kinds_column(spec, "en") == CATALOGUE_CELL_ENGLISH)
        set_english(row);
    if (catalogue_kinds_column(spec, "city.en") == CATALOGUE_CELL_ENGLISH)
        set_english(json_object_get(row, "city"));
}

static void
read_row(CsvCatalogue *csv, CatalogueReader *reader, const CatalogueArray *rows, const CsvRow *at)
{
    CsvCells cells;

    split(csv, at, &cells);
    if (cells.count > csv->count) {
        FAIL_ROW(csv, "has %u cells under %u columns", cells.count, csv->count);
        return;
    }
    json_t *row = json_object();
    for (guint i = 0; i < cells.count; i++)
        set_member(row, csv->columns[i], cell_value(csv->cells[i], cells.text[i]));
    set_defaults(csv->spec, row);
    JsonPlace place = json_data_row(&csv->data, row);
    rows->read(reader, &place);
    json_decref(row);
}

static const CatalogueArray *
rows_of(const CatalogueKindSpec *spec)
{
    const CatalogueArray *array = spec->arrays;

    while (!g_str_equal(array->key, "rows"))
        array++;
    return array;
}

static void
read_rows(CsvCatalogue *csv, Catalogue *catalogue, CatalogueFile *file)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    CatalogueReader reader = {.catalogue = catalogue, .seen = seen};
    const CatalogueArray *rows = rows_of(csv->spec);
    CsvRow row;

    while (csv->data.error == NULL && next_row(csv, &row)) {
        read_row(csv, &reader, rows, &row);
        if (++file->rows > CATALOGUE_ROWS_MAX)
            FAIL_ROW(csv, "there are more than %d rows", CATALOGUE_ROWS_MAX);
    }
}

gboolean
catalogue_csv_read(Catalogue *catalogue, GBytes *bytes, const char *file, CatalogueKind *kind,
                   GError **error)
{
    gsize length = 0;
    g_autofree char *text = decode(bytes, &length);
    g_autoptr(Arena) arena = arena_new();
    CsvCatalogue csv = {
        .arena = arena,
        .data = {.file = file, .fault = FAULT_INPUT, .strings = catalogue->strings},
    };

    if (text == NULL)
        return fault_raise(error, FAULT_INPUT, "%s: is neither UTF-8 nor GB18030", file);
    csv.cursor = (CsvCursor){.bytes = text, .length = length, .line = 1, .separator = ','};
    csv.data.root = json_object();
    if (read_head(&csv, catalogue, kind) &&
        catalogue_json_read_lists(catalogue, *kind, &csv.data.error))
        read_rows(&csv, catalogue, &catalogue->files[*kind]);
    return json_data_close(&csv.data, error);
}

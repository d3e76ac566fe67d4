/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/csv.h"

#include <string.h>

typedef enum { AT_CELL_START, IN_PLAIN, IN_QUOTED, AFTER_QUOTED } CellState;

/* The state after one byte; `broken` is set when something follows a closing quote. */
static CellState
next_state(CellState state, char byte, char separator, gboolean *broken)
{
    switch (state) {
    case AT_CELL_START:
        return byte == '"' ? IN_QUOTED : byte == separator ? AT_CELL_START : IN_PLAIN;
    case IN_PLAIN:
        return byte == separator ? AT_CELL_START : IN_PLAIN;
    case IN_QUOTED:
        return byte == '"' ? AFTER_QUOTED : IN_QUOTED;
    case AFTER_QUOTED:
        if (byte == '"')
            return IN_QUOTED;
        if (byte == separator)
            return AT_CELL_START;
        *broken = *broken || (byte != ' ' && byte != '\r');
        return AFTER_QUOTED;
    }
    return IN_PLAIN;
}

static gsize
line_end(const CsvCursor *cursor, gsize from)
{
    const char *newline = memchr(cursor->bytes + from, '\n', cursor->length - from);

    return newline != NULL ? (gsize)(newline - cursor->bytes) : cursor->length;
}

/* Moves the cursor past the row's line end and takes a carriage return before it away. */
static void
finish_row(CsvCursor *cursor, CsvRow *row, gsize end)
{
    row->ended = end < cursor->length;
    row->length = end - row->start;
    if (row->length > 0 && cursor->bytes[end - 1] == '\r')
        row->length--;
    cursor->at = row->ended ? end + 1 : end;
}

static CsvResult
give_up(CsvCursor *cursor, CsvRow *row, CsvResult result)
{
    finish_row(cursor, row, line_end(cursor, row->start));
    cursor->line = row->line + 1;
    return result;
}

static CsvResult
scan_row(CsvCursor *cursor, CsvRow *row)
{
    CellState state = AT_CELL_START;
    gboolean broken = FALSE;
    gsize at = cursor->at;
    guint32 lines = 1;

    row->start = at;
    row->line = cursor->line;
    for (; at < cursor->length; at++) {
        char byte = cursor->bytes[at];
        if (byte == '\n' && state != IN_QUOTED)
            break;
        lines += byte == '\n' ? 1 : 0;
        state = next_state(state, byte, cursor->separator, &broken);
        if (at - row->start >= CSV_ROW_BYTES_MAX)
            return give_up(cursor, row, state == IN_QUOTED ? CSV_BROKEN_QUOTE : CSV_TOO_BIG);
    }
    if (broken || state == IN_QUOTED)
        return give_up(cursor, row, CSV_BROKEN_QUOTE);
    finish_row(cursor, row, at);
    cursor->line += lines;
    return CSV_ROW;
}

static gboolean
is_blank(const char *bytes, gsize length, char separator)
{
    for (gsize i = 0; i < length; i++) {
        if (bytes[i] != separator && bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r')
            return FALSE;
    }
    return TRUE;
}

CsvResult
csv_next_row(CsvCursor *cursor, CsvRow *row)
{
    while (cursor->at < cursor->length) {
        CsvResult result = scan_row(cursor, row);
        if (result != CSV_ROW ||
            !is_blank(cursor->bytes + row->start, row->length, cursor->separator))
            return result;
    }
    return CSV_END;
}

/* Copies one cell from `*at` on and moves past its separator; sets `more` when one follows. */
static const char *
take_cell(const char *bytes, gsize length, char separator, gsize *at, char *to)
{
    CellState state = AT_CELL_START;
    gboolean broken = FALSE;
    char *start = to;

    for (; *at < length; (*at)++) {
        CellState next = next_state(state, bytes[*at], separator, &broken);
        gboolean second_quote = state == AFTER_QUOTED && next == IN_QUOTED;
        if (next == AT_CELL_START && (state != AT_CELL_START || bytes[*at] == separator))
            break;
        if (second_quote || next == IN_PLAIN || (next == IN_QUOTED && state == IN_QUOTED))
            *to++ = bytes[*at];
        state = next;
    }
    *to = '\0';
    return start;
}

static void
keep_cell(CsvCells *cells, const char *text)
{
    if (cells->count < CSV_CELLS_MAX)
        cells->text[cells->count] = text;
    cells->count++;
}

void
csv_split(const char *bytes, gsize length, char separator, Arena *arena, CsvCells *cells)
{
    /* every cell but the last has a separator whose place its NUL can take */
    char *memory = arena_alloc0(arena, length + 2);
    gsize at = 0;

    cells->count = 0;
    for (;;) {
        const char *cell = take_cell(bytes, length, separator, &at, memory);
        keep_cell(cells, cell);
        memory += strlen(cell) + 1;
        if (at >= length)
            return;
        at++;
        if (at == length) {
            keep_cell(cells, "");
            return;
        }
    }
}

void
csv_append_cell(GString *out, const char *text)
{
    if (strpbrk(text, ",\"\r\n") == NULL) {
        g_string_append(out, text);
        return;
    }
    g_string_append_c(out, '"');
    for (const char *p = text; *p != '\0'; p++) {
        if (*p == '"')
            g_string_append_c(out, '"');
        g_string_append_c(out, *p);
    }
    g_string_append_c(out, '"');
}

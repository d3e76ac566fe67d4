/* SPDX-License-Identifier: Apache-2.0 */
/* Rows and cells of RFC 4180, with the line ends and blanks that spreadsheets write. */
#pragma once

#include "base/arena.h"

enum { CSV_ROW_BYTES_MAX = 1024 * 1024, CSV_CELLS_MAX = 512 };

typedef enum {
    CSV_ROW,          /* a row was found */
    CSV_END,          /* no more rows */
    CSV_BROKEN_QUOTE, /* a quoted cell does not end, or goes on after its end; the row ends at its
                         first line */
    CSV_TOO_BIG       /* more than CSV_ROW_BYTES_MAX; skipped up to its line's end */
} CsvResult;

/* Where reading stands. `separator` is ',' or a tab. GB18030 bytes may be read as they are: no byte
 * of a character of several is a quote, a comma or a line end. */
typedef struct {
    const char *bytes;
    gsize length, at;
    guint32 line; /* 1-based line of the next row */
    char separator;
} CsvCursor;

typedef struct {
    gsize start, length; /* without the line end */
    guint32 line;
    gboolean ended; /* a line end follows */
} CsvRow;

/* Finds the next row and moves past it; rows that are blank are skipped. */
CsvResult csv_next_row(CsvCursor *cursor, CsvRow *row);

/* The cells of a row; those past CSV_CELLS_MAX are counted, not kept. */
typedef struct {
    const char *text[CSV_CELLS_MAX]; /* unquoted, NUL-terminated, on the arena */
    guint count;
} CsvCells;

/* Splits a row's `length` bytes into cells. The row came from csv_next_row with CSV_ROW. */
void csv_split(const char *bytes, gsize length, char separator, Arena *arena, CsvCells *cells);

/* Appends one cell, quoted when it must be. */
void csv_append_cell(GString *out, const char *text);

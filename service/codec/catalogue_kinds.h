/* SPDX-License-Identifier: Apache-2.0 */
/* The kinds of catalogues: the file of each, its arrays, and its columns as a spreadsheet. */
#pragma once

#include "codec/catalogue_rows.h"

enum { CATALOGUE_ARRAYS_MAX = 3, CATALOGUE_ROWS_MAX = 1000 * 1000 };

/* An array of a file and what reads its rows. */
typedef struct {
    const char *key;
    CatalogueReadRow read;
} CatalogueArray;

typedef struct {
    const char *name;                            /* as the head of a file says it: "mcc" */
    const char *file;                            /* the built-in file: "mcc.json" */
    const char *extra_keys;                      /* beside those of every file */
    CatalogueArray arrays[CATALOGUE_ARRAYS_MAX]; /* in the order of reading: a row may name one of
                                                    an earlier array */
    const char *columns; /* of "rows" as a spreadsheet; NULL = has no such form */
} CatalogueKindSpec;

/* A column "sm4.mac_rule" is the member of an object. After its name stands what its cells are:
 * [] texts between semicolons, # an integer, ? true or false, = English that Chinese stands in for
 * where there is none. */
typedef enum {
    CATALOGUE_CELL_TEXT,
    CATALOGUE_CELL_ENGLISH,
    CATALOGUE_CELL_LIST,
    CATALOGUE_CELL_NUMBER,
    CATALOGUE_CELL_FLAG,
    CATALOGUE_CELL_UNKNOWN /* there is no such column */
} CatalogueCell;

/* The specification of a kind; static. */
const CatalogueKindSpec *catalogue_kinds_get(CatalogueKind kind);

/* The kind of that name; FALSE when there is none. */
gboolean catalogue_kinds_find(const char *name, CatalogueKind *kind);

/* The names of all kinds with blanks between them, for a message; g_free it. */
char *catalogue_kinds_names(void);

/* What the cells of a column are. */
CatalogueCell catalogue_kinds_column(const CatalogueKindSpec *spec, const char *name);

/* The names of all columns of a kind with blanks between them, for a message; g_free it. */
char *catalogue_kinds_column_names(const CatalogueKindSpec *spec);

/* SPDX-License-Identifier: Apache-2.0 */
/* A spreadsheet saved as CSV: one row a terminal, rows of one external_ref are one application. */
#pragma once

#include "codec/read_errors.h"
#include "model/application.h"

enum { SHEET_BYTES_MAX = 1024 * 1024 * 1024, SHEET_ROWS_MAX = 10 * 1000 * 1000 };

typedef struct Sheet Sheet;

/* Opens a sheet of UTF-8 (with or without byte order mark) or GB18030 bytes; finds the header, the
 * rows and which of them belong together. Keeps `bytes` and borrows `file`. What is wrong with
 * header or rows is added to `errors`. NULL when the header cannot be used: then nothing of the
 * file is judged. */
Sheet *sheet_open(GBytes *bytes, const char *file, ReadErrors *errors);
Sheet *sheet_ref(Sheet *sheet);
void sheet_unref(Sheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Sheet, sheet_unref)

/* The number of applications, in order of their first rows. */
guint sheet_count(const Sheet *sheet);

/* Bytes of the sheet up to the first row of application `index`, for a progress bar. */
gsize sheet_offset(const Sheet *sheet, guint index);

/* Reads application `index` into `app` (initialised). FALSE when a row of it is broken: it cannot
 * be judged, and `errors` says why. A cell that cannot be represented is an error too, but the rest
 * is judged. Thread-safe for different applications. */
gboolean sheet_read(const Sheet *sheet, guint index, Application *app, ReadErrors *errors);

/* SPDX-License-Identifier: Apache-2.0 */
/* The header row of a spreadsheet: its encoding, and which column is which field. */
#pragma once

#include "codec/csv.h"
#include "codec/read_errors.h"
#include "model/field.h"

typedef struct SheetHeader SheetHeader;

/* Reads the header at the cursor and leaves the cursor after it. Decides encoding and separator.
 * Borrows `file`. NULL when the header cannot be used (unknown, twice the same, or no
 * external_ref): the errors say why. */
SheetHeader *sheet_header_read(CsvCursor *cursor, const char *file, ReadErrors *errors);
void sheet_header_free(SheetHeader *header);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SheetHeader, sheet_header_free)

guint sheet_header_count(const SheetHeader *header);
char sheet_header_separator(const SheetHeader *header);
gboolean sheet_header_is_gb18030(const SheetHeader *header);

/* The field of a column, FIELD_NONE for a column without a name. */
FieldId sheet_header_field(const SheetHeader *header, guint column);

/* The column of a field that the header has. */
guint sheet_header_column(const SheetHeader *header, FieldId id);

/* The header of each field as typed, by FieldId, NULL where there is none; lives as long as the
 * header. */
const char *const *sheet_header_names(const SheetHeader *header);

/* Bytes of the sheet's encoding as UTF-8, NUL-terminated; NULL when they are not of it. Free with
 * g_free. */
char *sheet_header_decode(const SheetHeader *header, const char *bytes, gsize length,
                          gsize *decoded);

/* SPDX-License-Identifier: Apache-2.0 */
/* Strict JSON to an application: only what the field table names, in the types it names. */
#pragma once

#include "codec/read_errors.h"
#include "model/application.h"

enum { APPLICATION_JSON_BYTES_MAX = 1024 * 1024, APPLICATION_JSON_DEPTH_MAX = 64 };

/* Where a record stands in the input. */
typedef struct {
    const char *file; /* borrowed; must outlive the application */
    guint32 line;     /* 1-based line of its first byte */
} RecordPlace;

/* A parsed record; keeps alive the texts that an application borrows. */
typedef struct JsonRecord JsonRecord;
void application_json_free(JsonRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JsonRecord, application_json_free)

/* Reads one application of at most APPLICATION_JSON_BYTES_MAX bytes. Returns the record that owns
 * its texts, or NULL when nothing could be read of it (not JSON, not an object, too deep). Each
 * fault of the input, also of a single field, is added to `errors`; a field that cannot be
 * represented is REFUSED in `app`, which must be initialised. */
JsonRecord *application_from_json(const char *bytes, gsize length, const RecordPlace *place,
                                  Application *app, ReadErrors *errors);

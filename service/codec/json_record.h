/* SPDX-License-Identifier: Apache-2.0 */
/* A parsed record of the input: keeps alive the texts that the model borrows from it. */
#pragma once

#include "codec/read_errors.h"

enum { JSON_RECORD_BYTES_MAX = 1024 * 1024, JSON_RECORD_DEPTH_MAX = 64 };

/* Where a record stands in the input. */
typedef struct {
    const char *file; /* borrowed; must outlive what is read */
    guint32 line;     /* 1-based line of its first byte */
} RecordPlace;

typedef struct JsonRecord JsonRecord;
void json_record_free(JsonRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JsonRecord, json_record_free)

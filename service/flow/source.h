/* SPDX-License-Identifier: Apache-2.0 */
/* The files of a batch as chunks of records, in order, with bounded memory for NDJSON of any
 * length. */
#pragma once

#include "codec/application_json.h"
#include "codec/sheet.h"

typedef struct Source Source;

/* A record of a chunk: bytes of JSON, or an application of a sheet. */
typedef struct {
    gsize start, length;
    guint32 line;
    guint index; /* in the sheet */
} SourceRecord;

/* Up to SOURCE_CHUNK_RECORDS records of one file. Filled anew by source_next. */
typedef struct {
    const char *file;   /* borrowed from the source */
    gboolean first;     /* the first chunk of its file */
    GByteArray *buffer; /* bytes of NDJSON lines */
    GBytes *document;   /* bytes of a JSON document, NULL otherwise */
    Sheet *sheet;       /* borrowed from the source; NULL for JSON */
    GArray *records;    /* SourceRecord */
    GArray *errors;     /* InputError: lines that are no records, and the file itself */
    Arena *arena;       /* owns the texts of the errors */
} Chunk;

enum {
    SOURCE_CHUNK_RECORDS = 64,
    SOURCE_CHUNK_BYTES = 256 * 1024,
    SOURCE_DOCUMENT_BYTES_MAX = 1024 * 1024 * 1024
};

/* A source over `count` file names ("-" is standard input), borrowed. The form of a file is told by
 * its ending
 * (.json, .ndjson, .jsonl, .csv), else by its first bytes. */
Source *source_new(const char *const *files, guint count);
void source_free(Source *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Source, source_free)

/* Fills the next chunk; FALSE at the end. A file that cannot be opened gives a chunk with an error
 * only. */
gboolean source_next(Source *source, Chunk *chunk);

/* Bytes read so far and in all; `total` is 0 when it is not known (standard input). */
void source_progress(const Source *source, guint64 *done, guint64 *total);

void chunk_init(Chunk *chunk);
void chunk_clear(Chunk *chunk);

/* The bytes of a JSON record of the chunk. */
const char *chunk_bytes(const Chunk *chunk, const SourceRecord *record);

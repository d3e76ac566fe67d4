/* SPDX-License-Identifier: Apache-2.0 */
/* A piece of a batch that one worker takes through: records of one file, and what of it cannot be
 * read. */
#pragma once

#include "codec/application_json.h"
#include "codec/sheet.h"

enum { CHUNK_RECORDS_MAX = 64, CHUNK_BYTES = 256 * 1024 };

/* A record of a chunk: bytes of JSON, or an application of a sheet. */
typedef struct {
    gsize start, length;
    guint32 line;
    guint index; /* in the sheet */
} ChunkRecord;

/* Up to CHUNK_RECORDS_MAX records of one file. Filled anew by source_next. */
typedef struct {
    const char *file;    /* borrowed from the source */
    gboolean first;      /* the first chunk of its file */
    GByteArray *buffer;  /* bytes of NDJSON lines */
    GBytes *document;    /* bytes of a JSON document, NULL otherwise */
    Sheet *sheet;        /* NULL for JSON */
    GArray *records;     /* ChunkRecord */
    GArray *errors;      /* InputError: lines that are no records, and the file itself */
    Arena *arena;        /* owns the texts of the errors */
    guint64 done, total; /* bytes of the batch read when the chunk was, and in all; 0 = not known */
} Chunk;

/* An empty chunk, and its end. */
void chunk_init(Chunk *chunk);
void chunk_clear(Chunk *chunk);

/* Empties a chunk for records of `file` (borrowed). */
void chunk_reset(Chunk *chunk, const char *file, gboolean first);

/* The bytes of a JSON record of the chunk. */
const char *chunk_bytes(const Chunk *chunk, const ChunkRecord *record);

/* Adds a record of NDJSON, copying its bytes. */
void chunk_add_line(Chunk *chunk, const char *bytes, gsize length, guint32 line);

/* Adds an error of the file; `key` is static. */
void chunk_add_error(Chunk *chunk, guint32 line, const char *key);

/* SPDX-License-Identifier: Apache-2.0 */
/* The files of a batch as chunks of records, in order, with bounded memory for NDJSON of any
 * length. */
#pragma once

#include "flow/chunk.h"

typedef struct Source Source;

enum { SOURCE_DOCUMENT_BYTES_MAX = 1024 * 1024 * 1024 };

/* A source over `count` file names ("-" is standard input), borrowed. The form of a file is told by
 * its ending
 * (.json, .ndjson, .jsonl, .csv), else by its first bytes. */
Source *source_new(const char *const *files, guint count);
void source_free(Source *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Source, source_free)

/* Fills the next chunk; FALSE at the end. A file that cannot be opened gives a chunk with an error
 * only. */
gboolean source_next(Source *source, Chunk *chunk);

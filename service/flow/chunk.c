/* SPDX-License-Identifier: Apache-2.0 */
#include "flow/chunk.h"

#include <string.h>

void
chunk_init(Chunk *chunk)
{
    memset(chunk, 0, sizeof *chunk);
    chunk->buffer = g_byte_array_new();
    chunk->records = g_array_new(FALSE, FALSE, sizeof(ChunkRecord));
    chunk->errors = g_array_new(FALSE, FALSE, sizeof(InputError));
    chunk->arena = arena_new();
}

void
chunk_clear(Chunk *chunk)
{
    g_clear_pointer(&chunk->sheet, sheet_unref);
    g_byte_array_unref(chunk->buffer);
    g_clear_pointer(&chunk->document, g_bytes_unref);
    g_array_unref(chunk->records);
    g_array_unref(chunk->errors);
    arena_free(chunk->arena);
}

void
chunk_reset(Chunk *chunk, const char *file, gboolean first)
{
    chunk->file = file;
    chunk->first = first;
    g_clear_pointer(&chunk->sheet, sheet_unref);
    g_byte_array_set_size(chunk->buffer, 0);
    g_clear_pointer(&chunk->document, g_bytes_unref);
    g_array_set_size(chunk->records, 0);
    g_array_set_size(chunk->errors, 0);
    arena_reset(chunk->arena);
}

const char *
chunk_bytes(const Chunk *chunk, const ChunkRecord *record)
{
    if (chunk->document != NULL)
        return (const char *)g_bytes_get_data(chunk->document, NULL) + record->start;
    return (const char *)chunk->buffer->data + record->start;
}

void
chunk_add_error(Chunk *chunk, guint32 line, const char *key)
{
    ReadErrors errors = {chunk->arena, chunk->errors};
    InputError error = {.file = chunk->file, .line = line, .key = key};

    read_errors_add(&errors, &error);
}

void
chunk_add_line(Chunk *chunk, const char *bytes, gsize length, guint32 line)
{
    ChunkRecord record = {.start = chunk->buffer->len, .length = length, .line = line};

    g_byte_array_append(chunk->buffer, (const guint8 *)bytes, (guint)length);
    g_array_append_val(chunk->records, record);
}

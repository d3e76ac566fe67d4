/* SPDX-License-Identifier: Apache-2.0 */
#include "base/arena.h"

#include <string.h>

enum { BLOCK_BYTES = 32 * 1024, ALIGNMENT = 16 };

typedef struct Block {
    struct Block *next;
    gsize used, size;
    _Alignas(ALIGNMENT) char bytes[];
} Block;

struct Arena {
    Block *first; /* the newest block */
};

static Block *
block_new(gsize size, Block *next)
{
    Block *block = g_malloc(sizeof(Block) + size);

    block->next = next;
    block->used = 0;
    block->size = size;
    return block;
}

Arena *
arena_new(void)
{
    Arena *arena = g_new0(Arena, 1);

    arena->first = block_new(BLOCK_BYTES, NULL);
    return arena;
}

static void
blocks_free(Block *block)
{
    while (block != NULL) {
        Block *next = block->next;
        g_free(block);
        block = next;
    }
}

void
arena_free(Arena *arena)
{
    blocks_free(arena->first);
    g_free(arena);
}

void
arena_reset(Arena *arena)
{
    Block *keep = arena->first;

    blocks_free(keep->next);
    keep->next = NULL;
    keep->used = 0;
    if (keep->size > BLOCK_BYTES * 8) {
        g_free(keep);
        arena->first = block_new(BLOCK_BYTES, NULL);
    }
}

static char *
take(Arena *arena, gsize bytes)
{
    gsize rounded = (bytes + ALIGNMENT - 1) & ~(gsize)(ALIGNMENT - 1);
    Block *block = arena->first;

    if (block->size - block->used < rounded) {
        block = block_new(MAX(rounded, BLOCK_BYTES), block);
        arena->first = block;
    }
    char *memory = block->bytes + block->used;
    block->used += rounded;
    return memory;
}

gpointer
arena_alloc0(Arena *arena, gsize bytes)
{
    return memset(take(arena, bytes), 0, bytes);
}

char *
arena_strndup(Arena *arena, const char *text, gsize length)
{
    char *copy = take(arena, length + 1);

    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

char *
arena_printf(Arena *arena, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    return arena_strndup(arena, text, strlen(text));
}

/* SPDX-License-Identifier: Apache-2.0 */
#include "base/arena.h"

#include <string.h>

enum { BLOCK_BYTES = 32 * 1024, ALIGNMENT = 16, SPARE_BLOCKS_MAX = 512 };

typedef struct Block {
    struct Block *next;
    gsize used, size;
    _Alignas(ALIGNMENT) char bytes[];
} Block;

struct Arena {
    Block *first; /* the newest block */
    Block *spare; /* of BLOCK_BYTES, from before the last reset */
    guint spare_count;
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
    return g_new0(Arena, 1);
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
    blocks_free(arena->spare);
    g_free(arena);
}

/* Keeps a block for the next round, unless it is a large one or there are enough. */
static void
put_aside(Arena *arena, Block *block)
{
    if (block->size != BLOCK_BYTES || arena->spare_count == SPARE_BLOCKS_MAX) {
        g_free(block);
        return;
    }
    block->used = 0;
    block->next = arena->spare;
    arena->spare = block;
    arena->spare_count++;
}

void
arena_reset(Arena *arena)
{
    Block *block = arena->first;

    arena->first = NULL;
    while (block != NULL) {
        Block *next = block->next;
        put_aside(arena, block);
        block = next;
    }
}

static void
add_block(Arena *arena, gsize bytes)
{
    if (bytes > BLOCK_BYTES || arena->spare == NULL) {
        arena->first = block_new(MAX(bytes, BLOCK_BYTES), arena->first);
        return;
    }
    Block *block = arena->spare;
    arena->spare = block->next;
    arena->spare_count--;
    block->next = arena->first;
    arena->first = block;
}

gpointer
arena_alloc(Arena *arena, gsize bytes)
{
    gsize rounded = (bytes + ALIGNMENT - 1) & ~(gsize)(ALIGNMENT - 1);
    Block *block = arena->first;

    if (block == NULL || block->size - block->used < rounded) {
        add_block(arena, rounded);
        block = arena->first;
    }
    char *memory = block->bytes + block->used;
    block->used += rounded;
    return memory;
}

gpointer
arena_alloc0(Arena *arena, gsize bytes)
{
    return memset(arena_alloc(arena, bytes), 0, bytes);
}

char *
arena_strndup(Arena *arena, const char *text, gsize length)
{
    char *copy = arena_alloc(arena, length + 1);

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

/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/json_pool.h"

#include <jansson.h>

static _Thread_local Arena *pool;

static void *
pool_take(size_t bytes)
{
    return pool != NULL ? arena_alloc(pool, bytes) : g_malloc(bytes);
}

static void
pool_give_back(void *memory)
{
    if (pool == NULL)
        g_free(memory);
}

/* GLib's allocator is the C library's, so that what Jansson made before is freed rightly. */
void
json_pool_enter(Arena *arena)
{
    static gsize is_set;

    if (g_once_init_enter(&is_set)) {
        json_set_alloc_funcs(pool_take, pool_give_back);
        g_once_init_leave(&is_set, 1);
    }
    pool = arena;
}

void
json_pool_leave(void)
{
    pool = NULL;
}

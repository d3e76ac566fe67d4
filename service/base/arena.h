/* SPDX-License-Identifier: Apache-2.0 */
/* Memory that is given back all at once: what one application needs while it is judged. */
#pragma once

#include <glib.h>

typedef struct Arena Arena;

/* A new arena, freed with arena_free. */
Arena *arena_new(void);
void arena_free(Arena *arena);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Arena, arena_free)

/* Forgets everything allocated and keeps the blocks (16 MiB at most), so that the next application
 * allocates nothing. */
void arena_reset(Arena *arena);

/* Memory aligned for any object, with anything in it; lives until reset or free. Never NULL. */
gpointer arena_alloc(Arena *arena, gsize bytes);

/* Zeroed memory aligned for any object; lives until reset or free. Never NULL. */
gpointer arena_alloc0(Arena *arena, gsize bytes);

/* A copy of `length` bytes with a NUL after them. */
char *arena_strndup(Arena *arena, const char *text, gsize length);

/* A formatted string of the arena. */
char *arena_printf(Arena *arena, const char *format, ...) G_GNUC_PRINTF(2, 3);

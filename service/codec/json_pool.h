/* SPDX-License-Identifier: Apache-2.0 */
/* Jansson's memory while a record is parsed: taken from an arena and given back with it, since a
 * third of the time of a parse went into one malloc and one free for each value. */
#pragma once

#include "base/arena.h"

/* From now on, on this thread, Jansson allocates from the arena and frees nothing. What is made so
 * must not be released by json_decref: it goes with the arena. */
void json_pool_enter(Arena *arena);

/* Back to malloc and free. */
void json_pool_leave(void);

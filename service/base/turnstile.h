/* SPDX-License-Identifier: Apache-2.0 */
/* Lets numbered pieces of work of several threads pass one place in the order of their numbers. */
#pragma once

#include <glib.h>

typedef struct {
    GMutex mutex;
    GCond turned;
    guint64 next;
} Turnstile;

/* Number 0 passes first. */
void turnstile_init(Turnstile *turnstile);
void turnstile_clear(Turnstile *turnstile);

/* Waits until all numbers before `number` have passed. The wait ends since each thread that took a
 * number passes. */
void turnstile_enter(Turnstile *turnstile, guint64 number);

/* Lets the next number in. Called once by the thread that entered. */
void turnstile_leave(Turnstile *turnstile);

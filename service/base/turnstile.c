/* SPDX-License-Identifier: Apache-2.0 */
#include "base/turnstile.h"

void
turnstile_init(Turnstile *turnstile)
{
    g_mutex_init(&turnstile->mutex);
    g_cond_init(&turnstile->turned);
    turnstile->next = 0;
}

void
turnstile_clear(Turnstile *turnstile)
{
    g_mutex_clear(&turnstile->mutex);
    g_cond_clear(&turnstile->turned);
}

void
turnstile_enter(Turnstile *turnstile, guint64 number)
{
    g_mutex_lock(&turnstile->mutex);
    while (turnstile->next != number)
        g_cond_wait(&turnstile->turned, &turnstile->mutex);
    g_mutex_unlock(&turnstile->mutex);
}

void
turnstile_leave(Turnstile *turnstile)
{
    g_mutex_lock(&turnstile->mutex);
    turnstile->next++;
    g_cond_broadcast(&turnstile->turned);
    g_mutex_unlock(&turnstile->mutex);
}

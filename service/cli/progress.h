/* SPDX-License-Identifier: Apache-2.0 */
/* A bar with rate and time left on standard error, when that is a terminal and the work is long. */
#pragma once

#include "model/texts.h"

typedef struct Progress Progress;

/* Borrows the texts. Nothing is ever shown when standard error is no terminal. */
Progress *progress_new(const Texts *texts, Language language);
void progress_free(Progress *progress);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Progress, progress_free)

/* Draws the bar, at most ten times a second and not in the first second. `total` 0 = not known. */
void progress_show(Progress *progress, guint64 done, guint64 total, guint applications);

/* Takes the bar away, so that other lines can be printed. */
void progress_hide(Progress *progress);

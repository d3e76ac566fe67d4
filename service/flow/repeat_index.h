/* SPDX-License-Identifier: Apache-2.0 */
/* What the batch has seen so far: which value of an application stood in an earlier record. */
#pragma once

#include "rules/rule.h"

typedef struct RepeatIndex RepeatIndex;

RepeatIndex *repeat_index_new(void);
void repeat_index_free(RepeatIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RepeatIndex, repeat_index_free)

/* Says that the applications from now on come from `file` (borrowed, lives as long as the index).
 */
void repeat_index_next_file(RepeatIndex *index, const char *file);

/* Takes an application in and appends what it repeats (Repeat) to `repeats`. Called in input order,
 * one at a time. */
void repeat_index_add(RepeatIndex *index, const Application *app, GArray *repeats);

/* SPDX-License-Identifier: Apache-2.0 */
/* What is open on a merchant, for a diagnosis: the findings that a reader of the report would see.
 */
#pragma once

#include "flow/check.h"
#include "rules/diagnose.h"

typedef struct {
    GArray *items;      /* DiagnoseEvidence; owns their texts, borrows rules from the pack */
    guint applications; /* how many were judged */
    guint faults;       /* how much of the input could not be read */
} Evidence;

/* Nothing yet, and its end. */
void evidence_init(Evidence *evidence);
void evidence_clear(Evidence *evidence);

/* Adds the blockers and warnings of the applications in `options`, whose form does not matter and
 * whose threads must be one; alike ones on several terminals count once. What cannot be read goes
 * to `complain`. FALSE only when the rules and the pack do not fit. */
gboolean evidence_gather(Evidence *evidence, const CheckOptions *options,
                         void (*complain)(const char *lines), GError **error);

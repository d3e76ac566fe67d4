/* SPDX-License-Identifier: Apache-2.0 */
/* One judged application: what the report is made from. */
#pragma once

#include "model/finding.h"

typedef struct {
    LayerState state;
    const char *reason_key; /* texts key of what it waits for, NULL = nothing to say */
    guint missing;          /* required fields that are not there yet */
    guint lacking;          /* bits of FactSection: whose answer is wanting, in whole or in part */
    guint stale;            /* bits of FactSection: whose answer is past its time */
    guint heard;            /* bits of FactSection: whose answer was looked at */
    gint64 as_of;           /* the oldest of those answers, seconds; 0 = none */
    const char *external_status; /* the partner's own word, NULL = none; borrowed from the facts */
} LayerResult;

typedef struct {
    const Application *app;
    const Facts *facts;     /* NULL = nobody was asked */
    const GArray *findings; /* Finding */
    LayerResult layers[LAYER_COUNT];
    Verdict verdict;
} Assessment;

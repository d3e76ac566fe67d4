/* SPDX-License-Identifier: Apache-2.0 */
/* One judged application: what the report is made from. */
#pragma once

#include "model/finding.h"

typedef struct {
    LayerState state;
    const char *reason_key; /* texts key of what it waits for, NULL = nothing to say */
    guint missing;          /* required fields that are not there yet */
} LayerResult;

typedef struct {
    const Application *app;
    const GArray *findings; /* Finding */
    LayerResult layers[LAYER_COUNT];
    Verdict verdict;
} Assessment;

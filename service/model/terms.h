/* SPDX-License-Identifier: Apache-2.0 */
/* The closed word lists of the product: layers, layer states, stages, severities, languages. */
#pragma once

#include <glib.h>

typedef enum { LANGUAGE_ZH, LANGUAGE_EN, LANGUAGE_COUNT } Language;

typedef enum {
    LAYER_IDENTITY,
    LAYER_SCREENING,
    LAYER_BANK_ACCOUNT,
    LAYER_CONTRACT,
    LAYER_MCC_FEE,
    LAYER_LIMITS,
    LAYER_DEVICE,
    LAYER_BINDING,
    LAYER_KEYS,
    LAYER_PARAMETERS,
    LAYER_CALLBACK,
    LAYER_COUNT
} Layer;

typedef enum {
    LAYER_NOT_REQUIRED,
    LAYER_NOT_STARTED,
    LAYER_PENDING,
    LAYER_PASSED,
    LAYER_FAILED,
    LAYER_STALE,
    LAYER_STATE_COUNT
} LayerState;

typedef enum {
    STAGE_SUBMIT,
    STAGE_APPROVE,
    STAGE_CONTRACT,
    STAGE_PROVISION,
    STAGE_READY,
    STAGE_COUNT
} Stage;

typedef enum { SEVERITY_INFO, SEVERITY_WARNING, SEVERITY_BLOCKER, SEVERITY_COUNT } Severity;

typedef enum { VERDICT_CLEAR, VERDICT_WARNED, VERDICT_BLOCKED, VERDICT_COUNT } Verdict;

typedef enum {
    CONFIDENCE_UNCERTAIN,
    CONFIDENCE_LIKELY,
    CONFIDENCE_SURE,
    CONFIDENCE_COUNT
} Confidence;

/* One word of the outer contract for a value; static. */
const char *layer_name(Layer layer);
const char *layer_state_name(LayerState state);
const char *stage_name(Stage stage);
const char *severity_name(Severity severity);
const char *verdict_name(Verdict verdict);
const char *confidence_name(Confidence confidence);

/* The value of a word; FALSE when it is not of the list. */
gboolean layer_from_name(const char *name, Layer *layer);
gboolean layer_state_from_name(const char *name, LayerState *state);
gboolean stage_from_name(const char *name, Stage *stage);
gboolean severity_from_name(const char *name, Severity *severity);
gboolean confidence_from_name(const char *name, Confidence *confidence);

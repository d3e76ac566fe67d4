/* SPDX-License-Identifier: Apache-2.0 */
#include "model/terms.h"

static const char *const layer_names[LAYER_COUNT] = {
    "identity", "screening", "bank_account", "contract",   "mcc_fee",  "limits",
    "device",   "binding",   "keys",         "parameters", "callback",
};
static const char *const layer_state_names[LAYER_STATE_COUNT] = {
    "NOT_REQUIRED", "NOT_STARTED", "PENDING", "PASSED", "FAILED", "STALE",
};
static const char *const stage_names[STAGE_COUNT] = {
    "submit", "approve", "contract", "provision", "ready",
};
static const char *const severity_names[SEVERITY_COUNT] = {"info", "warning", "blocker"};
static const char *const verdict_names[VERDICT_COUNT] = {"clear", "warned", "blocked"};
static const char *const confidence_names[CONFIDENCE_COUNT] = {"uncertain", "likely", "sure"};

static gboolean
word_find(const char *const *words, guint count, const char *name, guint *index)
{
    for (guint i = 0; name != NULL && i < count; i++) {
        if (g_str_equal(words[i], name)) {
            *index = i;
            return TRUE;
        }
    }
    return FALSE;
}

/* Each list gets the same two functions; a macro keeps them from drifting apart. */
#define WORD_NAME(function, Type, words, count)                                                    \
    const char *function(Type value)                                                               \
    {                                                                                              \
        g_return_val_if_fail((guint)value < count, "");                                            \
        return words[value];                                                                       \
    }

#define WORD_FIND(function, Type, words, count)                                                    \
    gboolean function(const char *name, Type *value)                                               \
    {                                                                                              \
        guint index;                                                                               \
                                                                                                   \
        if (!word_find(words, count, name, &index))                                                \
            return FALSE;                                                                          \
        *value = (Type)index;                                                                      \
        return TRUE;                                                                               \
    }

WORD_NAME(layer_name, Layer, layer_names, LAYER_COUNT)
WORD_NAME(layer_state_name, LayerState, layer_state_names, LAYER_STATE_COUNT)
WORD_NAME(stage_name, Stage, stage_names, STAGE_COUNT)
WORD_NAME(severity_name, Severity, severity_names, SEVERITY_COUNT)
WORD_NAME(verdict_name, Verdict, verdict_names, VERDICT_COUNT)
WORD_NAME(confidence_name, Confidence, confidence_names, CONFIDENCE_COUNT)
WORD_FIND(layer_from_name, Layer, layer_names, LAYER_COUNT)
WORD_FIND(layer_state_from_name, LayerState, layer_state_names, LAYER_STATE_COUNT)
WORD_FIND(stage_from_name, Stage, stage_names, STAGE_COUNT)
WORD_FIND(severity_from_name, Severity, severity_names, SEVERITY_COUNT)
WORD_FIND(confidence_from_name, Confidence, confidence_names, CONFIDENCE_COUNT)

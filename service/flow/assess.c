/* SPDX-License-Identifier: Apache-2.0 */
#include "flow/assess.h"

/* What a layer is while nobody outside has been asked, from which stage on it is asked for at all,
 * and what it then waits for. A layer that the application alone decides waits for nothing. */
typedef struct {
    Stage begins;
    const char *waits_for; /* texts key, NULL = decided here */
} LayerRule;

static const LayerRule layer_rules[LAYER_COUNT] = {
    [LAYER_IDENTITY] = {STAGE_SUBMIT, NULL},
    [LAYER_SCREENING] = {STAGE_SUBMIT, "layer.needs.risk"},
    [LAYER_BANK_ACCOUNT] = {STAGE_SUBMIT, "layer.needs.bank_account"},
    [LAYER_CONTRACT] = {STAGE_CONTRACT, "layer.needs.contract"},
    [LAYER_MCC_FEE] = {STAGE_SUBMIT, NULL},
    [LAYER_LIMITS] = {STAGE_SUBMIT, NULL},
    [LAYER_DEVICE] = {STAGE_SUBMIT, NULL},
    [LAYER_BINDING] = {STAGE_PROVISION, "layer.needs.binding"},
    [LAYER_KEYS] = {STAGE_PROVISION, "layer.needs.keys"},
    [LAYER_PARAMETERS] = {STAGE_PROVISION, "layer.needs.parameters"},
    [LAYER_CALLBACK] = {STAGE_READY, "layer.needs.callback"},
};

/* Plaques and screens that only show a code hold no key (design 2.1). */
static gboolean
needs_no_keys(const Application *app)
{
    for (guint i = 0; i < app->device_count; i++) {
        const FieldValue *kind = device_good(&app->devices[i], FIELD_DEVICE_TERM_KIND);
        const char *word =
            kind != NULL ? field_word(FIELD_DEVICE_TERM_KIND, (guint)kind->number) : NULL;
        if (g_strcmp0(word, "11") != 0)
            return FALSE;
    }
    return app->device_count > 0;
}

static void
count_absent(const Application *app, int merchant, FieldId id, LayerResult *layers)
{
    const FieldSpec *spec = &field_specs[id];

    if (spec->need[merchant] != NEED_R)
        return;
    if (!field_is_device(id)) {
        layers[spec->layer].missing += app->values[id].state == VALUE_ABSENT ? 1 : 0;
        return;
    }
    for (guint i = 0; i < app->device_count; i++)
        layers[spec->layer].missing += device_absent(&app->devices[i], id) ? 1 : 0;
}

/* Required fields that are not there, whether due by now or not. */
static void
count_missing(const Application *app, LayerResult *layers)
{
    int merchant = application_kind_of_merchant(app);

    for (int id = 0; merchant >= 0 && id < FIELD_COUNT; id++)
        count_absent(app, merchant, (FieldId)id, layers);
}

static void
set_state(LayerResult *layer, LayerState state, const char *reason_key)
{
    layer->state = state;
    layer->reason_key = reason_key;
}

static void
start_layer(Assessment *assessment, Layer layer, Stage stage)
{
    const LayerRule *rule = &layer_rules[layer];
    LayerResult *result = &assessment->layers[layer];

    if (layer == LAYER_KEYS && needs_no_keys(assessment->app))
        set_state(result, LAYER_NOT_REQUIRED, "layer.no_keys");
    else if (stage < rule->begins)
        set_state(result, LAYER_NOT_STARTED, NULL);
    else if (rule->waits_for != NULL)
        set_state(result, LAYER_PENDING, rule->waits_for);
    else if (result->missing > 0)
        set_state(result, LAYER_PENDING, "layer.needs.fields");
    else
        set_state(result, LAYER_PASSED, NULL);
}

/* An unknown model cannot be held against anything: the device layer waits for the vendor's data.
 */
static void
apply_finding(Assessment *assessment, const Finding *finding)
{
    LayerResult *layer = &assessment->layers[finding_layer(finding)];

    if (finding->rule->severity == SEVERITY_BLOCKER)
        set_state(layer, LAYER_FAILED, NULL);
    else if (g_str_equal(finding->rule->code, "DEVICE.MODEL_UNKNOWN") &&
             layer->state == LAYER_PASSED)
        set_state(layer, LAYER_PENDING, "layer.needs.model");
}

void
assess(Assessment *assessment, Stage stage)
{
    Severity worst = SEVERITY_INFO;

    for (int i = 0; i < LAYER_COUNT; i++)
        assessment->layers[i].missing = 0;
    count_missing(assessment->app, assessment->layers);
    for (int i = 0; i < LAYER_COUNT; i++)
        start_layer(assessment, (Layer)i, stage);
    for (guint i = 0; i < assessment->findings->len; i++) {
        const Finding *finding = &g_array_index(assessment->findings, Finding, i);
        apply_finding(assessment, finding);
        worst = MAX(worst, finding->rule->severity);
    }
    assessment->verdict = worst == SEVERITY_BLOCKER   ? VERDICT_BLOCKED
                          : worst == SEVERITY_WARNING ? VERDICT_WARNED
                                                      : VERDICT_CLEAR;
}

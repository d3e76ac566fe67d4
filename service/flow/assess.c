/* SPDX-License-Identifier: Apache-2.0 */
#include "flow/assess.h"

#include <string.h>

/* From which stage on a layer is asked for at all, and by which stage the answers must be due that
 * it waits for even before that stage. Where the latter is SUBMIT the application alone decides
 * until answers are due. */
typedef struct {
    Stage begins, waits_until;
    const char *waits_for; /* texts key of what no answer of ours can settle yet, or NULL */
} LayerRule;

static const LayerRule layer_rules[LAYER_COUNT] = {
    [LAYER_IDENTITY] = {STAGE_SUBMIT, STAGE_SUBMIT, NULL},
    [LAYER_SCREENING] = {STAGE_SUBMIT, STAGE_APPROVE, NULL},
    [LAYER_BANK_ACCOUNT] = {STAGE_SUBMIT, STAGE_APPROVE, NULL},
    [LAYER_CONTRACT] = {STAGE_CONTRACT, STAGE_CONTRACT, NULL},
    [LAYER_MCC_FEE] = {STAGE_SUBMIT, STAGE_SUBMIT, NULL},
    [LAYER_LIMITS] = {STAGE_SUBMIT, STAGE_SUBMIT, NULL},
    [LAYER_DEVICE] = {STAGE_SUBMIT, STAGE_SUBMIT, NULL},
    [LAYER_BINDING] = {STAGE_PROVISION, STAGE_READY, NULL},
    [LAYER_KEYS] = {STAGE_PROVISION, STAGE_READY, NULL},
    [LAYER_PARAMETERS] = {STAGE_PROVISION, STAGE_READY, NULL},
    /* nobody is called back yet */
    [LAYER_CALLBACK] = {STAGE_COUNT, STAGE_SUBMIT, "layer.needs.callback"},
};

/* Plaques and screens that only show a code hold no key (design 2.1). */
static gboolean
needs_no_keys(const Application *app)
{
    for (guint i = 0; i < app->device_count; i++) {
        if (!facts_is_keyless(&app->devices[i]))
            return FALSE;
    }
    return app->device_count > 0;
}

/* ---- answers ---- */

/* The facts of one section as one layer sees them. */
typedef struct {
    const Assessment *assessment;
    LayerResult *result;
    Layer layer;
    FactSection section;
    CivilDay today;
} Look;

static gboolean
is_gate(Layer layer, FactId id)
{
    return fact_specs[id].layer == layer && fact_specs[id].need == FACT_NEED_GATE;
}

/* Which layers wait for anything of which section: bits of the sections, by layer. The table of
 * facts does not change while we run. */
static guint
gate_sections(Layer layer)
{
    static guint bits[LAYER_COUNT];
    static gsize is_set;

    if (g_once_init_enter(&is_set)) {
        for (int id = 0; id < FACT_COUNT; id++) {
            if (fact_specs[id].need == FACT_NEED_GATE)
                bits[fact_specs[id].layer] |= 1u << fact_specs[id].section;
        }
        g_once_init_leave(&is_set, 1);
    }
    return bits[layer];
}

/* TRUE when all that the layer needs of this record was answered. */
static gboolean
is_complete(const Look *look, guint index, int device)
{
    FactId first = fact_sections[look->section].first;
    guint count = fact_count(look->section);
    const Facts *facts = look->assessment->facts;
    const FactRecord *record = facts_record(facts, look->section, index);

    if (record->gaps == 0 && record->oddities == 0)
        return TRUE;
    for (guint i = 0; i < count; i++) {
        FactId id = (FactId)(first + i);
        if (is_gate(look->layer, id) && facts_is_needed(look->assessment->app, id, device) &&
            !facts_settles(id, facts_value(facts, id, index)))
            return FALSE;
    }
    return TRUE;
}

static void
look_at_record(const Look *look, guint index, int device)
{
    const FactRecord *record = facts_record(look->assessment->facts, look->section, index);
    guint bit = 1u << look->section;

    look->result->heard |= bit;
    if (record->at_text != NULL && (look->result->as_of == 0 || record->at < look->result->as_of))
        look->result->as_of = record->at;
    EvidenceState state = facts_evidence(record, look->today);
    if (state == EVIDENCE_OLD)
        look->result->stale |= bit;
    else if (state != EVIDENCE_GOOD || !is_complete(look, index, device))
        look->result->lacking |= bit;
}

/* Whether the layer needs anything of this section about this terminal. */
static gboolean
is_needed_of(const Look *look, int device)
{
    FactId first = fact_sections[look->section].first;
    guint count = fact_count(look->section);

    if (!facts_is_keyless(&look->assessment->app->devices[device]))
        return TRUE;
    for (guint i = 0; i < count; i++) {
        FactId id = (FactId)(first + i);
        if (is_gate(look->layer, id) && facts_is_needed(look->assessment->app, id, device))
            return TRUE;
    }
    return FALSE;
}

static void
look_at_terminals(const Look *look)
{
    for (guint i = 0; i < look->assessment->app->device_count; i++) {
        int index = look->assessment->facts != NULL
                        ? facts_index_of(look->assessment->facts, look->section, (int)i)
                        : -1;
        if (!is_needed_of(look, (int)i))
            continue;
        if (index >= 0)
            look_at_record(look, (guint)index, (int)i);
        else
            look->result->lacking |= 1u << look->section;
    }
}

static void
look_at_section(const Look *look)
{
    const Facts *facts = look->assessment->facts;
    guint count = facts != NULL ? facts->counts[look->section] : 0;

    if (facts_is_by_terminal(look->section)) {
        look_at_terminals(look);
        return;
    }
    for (guint i = 0; i < count; i++)
        look_at_record(look, i, -1);
    if (count == 0)
        look->result->lacking |= 1u << look->section;
}

/* Looks at the answers that the layer needs by now. */
static void
look_at_facts(Assessment *assessment, Layer layer, Stage stage, CivilDay today)
{
    Stage due = MAX(stage, layer_rules[layer].waits_until);
    guint sections = gate_sections(layer);
    Look look = {assessment, &assessment->layers[layer], layer, FACTS_BANK_ACCOUNT, today};

    for (int section = 0; section < FACTS_SECTION_COUNT; section++) {
        look.section = (FactSection)section;
        if (fact_sections[section].stage <= due && (sections & 1u << section) != 0)
            look_at_section(&look);
    }
}

/* The word of the party whose word decides the layer, as it came but for what may be a number of
 * somebody's. */
static void
set_external_status(Assessment *assessment)
{
    static const struct {
        Layer layer;
        FactId fact;
    } words[] = {{LAYER_CONTRACT, FACT_CONTRACT_RAW_STATUS},
                 {LAYER_BANK_ACCOUNT, FACT_BANK_ACCOUNT_RESULT},
                 {LAYER_BINDING, FACT_HOST_MERCHANT_STATE}};

    for (gsize i = 0; assessment->facts != NULL && i < G_N_ELEMENTS(words); i++)
        assessment->layers[words[i].layer].external_status =
            finding_seen_fact(assessment->app->arena, words[i].fact,
                              facts_value(assessment->facts, words[i].fact, 0));
}

/* ---- the application ---- */

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

static gboolean
has_begun(const LayerResult *result, const LayerRule *rule, Stage stage)
{
    return stage >= rule->begins || result->heard != 0;
}

static void
start_layer(Assessment *assessment, Layer layer, Stage stage)
{
    const LayerRule *rule = &layer_rules[layer];
    LayerResult *result = &assessment->layers[layer];

    if (layer == LAYER_KEYS && needs_no_keys(assessment->app))
        set_state(result, LAYER_NOT_REQUIRED, "layer.no_keys");
    else if (!has_begun(result, rule, stage))
        set_state(result, LAYER_NOT_STARTED, rule->waits_for);
    else if (result->stale != 0)
        set_state(result, LAYER_STALE, "layer.stale");
    else if (result->lacking != 0)
        set_state(result, LAYER_PENDING, "layer.needs.facts");
    else if (result->missing > 0)
        set_state(result, LAYER_PENDING, "layer.needs.fields");
    else
        set_state(result, LAYER_PASSED, NULL);
}

/* How much a state says: what is known to be wrong outweighs what is old, and that what is open. */
static int
weight(LayerState state)
{
    static const int weights[LAYER_STATE_COUNT] = {
        [LAYER_PASSED] = 0,  [LAYER_NOT_STARTED] = 0, [LAYER_NOT_REQUIRED] = 0,
        [LAYER_PENDING] = 1, [LAYER_STALE] = 2,       [LAYER_FAILED] = 3,
    };

    return weights[state];
}

static void
apply_finding(Assessment *assessment, const Finding *finding)
{
    LayerResult *layer = &assessment->layers[finding_layer(finding)];
    LayerState state = finding->rule->sets != PACK_STATE_OF_SEVERITY
                           ? (LayerState)finding->rule->sets
                       : finding->rule->severity == SEVERITY_BLOCKER ? LAYER_FAILED
                                                                     : LAYER_PASSED;

    if (weight(state) > weight(layer->state))
        set_state(layer, state, state == LAYER_PENDING ? "layer.open" : NULL);
}

static Verdict
verdict_of(Severity worst)
{
    return worst == SEVERITY_BLOCKER   ? VERDICT_BLOCKED
           : worst == SEVERITY_WARNING ? VERDICT_WARNED
                                       : VERDICT_CLEAR;
}

void
assess(Assessment *assessment, Stage stage, CivilDay today)
{
    Severity worst = SEVERITY_INFO;

    memset(assessment->layers, 0, sizeof assessment->layers);
    count_missing(assessment->app, assessment->layers);
    for (int i = 0; i < LAYER_COUNT; i++)
        look_at_facts(assessment, (Layer)i, stage, today);
    set_external_status(assessment);
    for (int i = 0; i < LAYER_COUNT; i++)
        start_layer(assessment, (Layer)i, stage);
    for (guint i = 0; i < assessment->findings->len; i++) {
        const Finding *finding = &g_array_index(assessment->findings, Finding, i);
        apply_finding(assessment, finding);
        worst = MAX(worst, finding->rule->severity);
    }
    assessment->verdict = verdict_of(worst);
}

/* SPDX-License-Identifier: Apache-2.0 */
/* What is not there and should be: required fields, and those that a condition makes required. */
#include "base/text.h"
#include "rules/rule.h"

#include <string.h>

/* A missing field is told by the rule of its consequence at the swipe. Fields first, then whole groups; the last row
 * is everybody else. */
static const struct {
    FieldId id;   /* FIELD_NONE = the whole group */
    Group group;
    const char *rule;
} missing_rules[] = {
    {FIELD_MERCHANT_MCC, GROUP_COUNT, "R-DATA-012"},
    {FIELD_MERCHANT_AREA_CODE, GROUP_COUNT, "R-DATA-013"},
    {FIELD_MERCHANT_AGENT_NO, GROUP_COUNT, "R-DATA-014"},
    {FIELD_MERCHANT_SHORT_NAME, GROUP_COUNT, "R-DATA-015"},
    {FIELD_LICENCE_MICRO_PROOF, GROUP_COUNT, "R-DATA-016"},
    {FIELD_DEVICE_TUSN, GROUP_COUNT, "R-DATA-021"},
    {FIELD_DEVICE_APP_VERSION, GROUP_COUNT, "R-DATA-022"},
    {FIELD_DEVICE_NETWORK_LICENCE, GROUP_COUNT, "R-DATA-023"},
    {FIELD_DEVICE_KEY_MODE, GROUP_COUNT, "R-DATA-024"},
    {FIELD_CONTRACT_CLAUSES, GROUP_COUNT, "R-DATA-026"},
    {FIELD_NONE, GROUP_FEE, "R-DATA-010"},
    {FIELD_NONE, GROUP_LIMIT, "R-DATA-011"},
    {FIELD_NONE, GROUP_SETTLE, "R-DATA-017"},
    {FIELD_NONE, GROUP_CONSENT, "R-DATA-018"},
    {FIELD_NONE, GROUP_FUNC, "R-DATA-019"},
    {FIELD_NONE, GROUP_CONTRACT, "R-DATA-025"},
    {FIELD_NONE, GROUP_COUNT, "R-DATA-020"},
};

static const char *
missing_rule_of(FieldId id)
{
    for (gsize i = 0; i < G_N_ELEMENTS(missing_rules); i++) {
        if (missing_rules[i].id == id ||
            (missing_rules[i].id == FIELD_NONE && (missing_rules[i].group == field_specs[id].group ||
                                                   missing_rules[i].group == GROUP_COUNT)))
            return missing_rules[i].rule;
    }
    return "";
}

/* An unknown kind of merchant is asked only what everybody is asked. */
static gboolean
is_required(const FieldSpec *spec, int merchant)
{
    if (merchant >= 0)
        return spec->need[merchant] == NEED_R;
    for (int i = 0; i < MERCHANT_KIND_COUNT; i++) {
        if (spec->need[i] != NEED_R)
            return FALSE;
    }
    return TRUE;
}

static guint
groups_asked(const Application *app)
{
    const FieldValue *kind = application_good(app, FIELD_APPLICATION_KIND);

    return field_groups_required(kind != NULL ? (int)kind->number : KIND_NEW);
}

static void
add_missing(FindingSink *sink, FieldId id, int device)
{
    finding_param_number(finding_add(sink, id, device), "field", PARAM_FIELD, id);
}

static void
look_for(const RuleContext *context, FindingSink *sink, FieldId id)
{
    if (!field_is_device(id)) {
        if (application_absent(context->app, id))
            add_missing(sink, id, -1);
        return;
    }
    for (guint i = 0; i < context->app->device_count; i++) {
        if (device_absent(&context->app->devices[i], id))
            add_missing(sink, id, (int)i);
    }
}

static void
rule_missing(const RuleContext *context, FindingSink *sink)
{
    int merchant = application_kind_of_merchant(context->app);
    guint groups = groups_asked(context->app);

    for (int id = 0; id < FIELD_COUNT; id++) {
        const FieldSpec *spec = &field_specs[id];
        if (spec->due_by > context->stage || (groups & (1u << spec->group)) == 0)
            continue;
        if (is_required(spec, merchant) && g_str_equal(missing_rule_of((FieldId)id), context->rule->id))
            look_for(context, sink, (FieldId)id);
    }
}

static void
rule_no_terminal(const RuleContext *context, FindingSink *sink)
{
    if (context->app->device_count == 0 && (groups_asked(context->app) & (1u << GROUP_DEVICE)) != 0)
        finding_add(sink, FIELD_DEVICE_TERM_KIND, -1);
}

/* Exempt from fees: NDRC 2016/557 asks for proof of non-profit status. */
static void
rule_nonprofit_proof(const RuleContext *context, FindingSink *sink)
{
    if (application_is(context->app, FIELD_MERCHANT_FEE_CLASS, FEE_EXEMPT) &&
        application_absent(context->app, FIELD_LICENCE_NONPROFIT_PROOF))
        add_missing(sink, FIELD_LICENCE_NONPROFIT_PROOF, -1);
}

/* Settlement to somebody else needs that person's papers and the legal person's word. */
static void
rule_other_payee(const RuleContext *context, FindingSink *sink)
{
    static const FieldId papers[] = {FIELD_SETTLE_SETTLER_ID, FIELD_IMAGE_IMG_AUTHORISE};

    if (!application_is(context->app, FIELD_SETTLE_SETTLE_TO, SETTLE_TO_OTHER))
        return;
    for (gsize i = 0; i < G_N_ELEMENTS(papers); i++) {
        if (application_absent(context->app, papers[i]))
            add_missing(sink, papers[i], -1);
    }
}

static const MccRow *
mcc_row(const RuleContext *context)
{
    const char *mcc = application_text(context->app, FIELD_MERCHANT_MCC);

    return mcc != NULL ? catalogue_mcc(context->catalogue, mcc) : NULL;
}

static void
rule_permit(const RuleContext *context, FindingSink *sink)
{
    const MccRow *row = mcc_row(context);

    if (context->stage < STAGE_APPROVE || row == NULL || row->permit == NULL ||
        (groups_asked(context->app) & (1u << GROUP_LICENCE)) == 0)
        return;
    if (application_absent(context->app, FIELD_LICENCE_SPECIAL_PERMIT))
        add_missing(sink, FIELD_LICENCE_SPECIAL_PERMIT, -1);
}

/* The permit's last word is the day it ends. */
static void
rule_permit_expired(const RuleContext *context, FindingSink *sink)
{
    const char *permit = application_text(context->app, FIELD_LICENCE_SPECIAL_PERMIT);
    const char *last = permit != NULL ? strrchr(permit, ' ') : NULL;
    CivilDay day;

    if (last == NULL || !civil_parse(last + 1, strlen(last + 1), &day) || day >= context->today)
        return;
    finding_param_number(finding_add(sink, FIELD_LICENCE_SPECIAL_PERMIT, -1), "day", PARAM_DATE, day);
}

static gboolean
is_mobile(const Device *device)
{
    const FieldValue *mobile = device_good(device, FIELD_DEVICE_MOBILE);

    return mobile != NULL && mobile->number == 1;
}

/* PBOC 2019/85: a mobile terminal is fixed to an area of use when it is installed. */
static void
rule_geofence_missing(const RuleContext *context, FindingSink *sink)
{
    for (guint i = 0; i < context->app->device_count; i++) {
        const Device *device = &context->app->devices[i];
        if (is_mobile(device) && device_absent(device, FIELD_DEVICE_GEOFENCE))
            add_missing(sink, FIELD_DEVICE_GEOFENCE, (int)i);
    }
}

static void
rule_sim_missing(const RuleContext *context, FindingSink *sink)
{
    if (context->stage < STAGE_PROVISION)
        return;
    for (guint i = 0; i < context->app->device_count; i++) {
        const Device *device = &context->app->devices[i];
        if (is_mobile(device) && device_absent(device, FIELD_DEVICE_SIM_ICCID))
            add_missing(sink, FIELD_DEVICE_SIM_ICCID, (int)i);
    }
}

/* Numbers come from us or the acquirer; once provisioning is done they are there. */
static void
rule_numbers_missing(const RuleContext *context, FindingSink *sink)
{
    if (context->stage < STAGE_READY)
        return;
    for (guint i = 0; i < context->app->device_count; i++) {
        const Device *device = &context->app->devices[i];
        if (device_absent(device, FIELD_DEVICE_MERCHANT_NO))
            add_missing(sink, FIELD_DEVICE_MERCHANT_NO, (int)i);
        if (device_absent(device, FIELD_DEVICE_TERMINAL_NO))
            add_missing(sink, FIELD_DEVICE_TERMINAL_NO, (int)i);
    }
}

/* Whoever signed for the merchant and is not its legal person must be named. */
static void
rule_signer_missing(const RuleContext *context, FindingSink *sink)
{
    const char *party = application_text(context->app, FIELD_CONTRACT_SIGNED_BY);
    const char *name = application_text(context->app, FIELD_PERSON_LEGAL_NAME);
    const char *registered = application_text(context->app, FIELD_MERCHANT_REGISTER_NAME);

    if (context->stage < STAGE_CONTRACT || party == NULL || name == NULL || registered == NULL ||
        !application_absent(context->app, FIELD_PERSON_SIGNER))
        return;
    if (!text_name_equal(party, name) && !text_name_equal(party, registered))
        add_missing(sink, FIELD_PERSON_SIGNER, -1);
}

const RuleRow data_rules[] = {
    {"R-DATA-010", rule_missing, NULL},         {"R-DATA-011", rule_missing, NULL},
    {"R-DATA-012", rule_missing, NULL},         {"R-DATA-013", rule_missing, NULL},
    {"R-DATA-014", rule_missing, NULL},         {"R-DATA-015", rule_missing, NULL},
    {"R-DATA-016", rule_missing, NULL},         {"R-DATA-017", rule_missing, NULL},
    {"R-DATA-018", rule_missing, NULL},         {"R-DATA-019", rule_missing, NULL},
    {"R-DATA-020", rule_missing, NULL},         {"R-DATA-021", rule_missing, NULL},
    {"R-DATA-022", rule_missing, NULL},         {"R-DATA-023", rule_missing, NULL},
    {"R-DATA-024", rule_missing, NULL},         {"R-DATA-025", rule_missing, NULL},
    {"R-DATA-026", rule_missing, NULL},         {"R-DATA-030", rule_no_terminal, NULL},
    {"R-DATA-031", rule_nonprofit_proof, NULL}, {"R-DATA-032", rule_other_payee, NULL},
    {"R-DATA-033", rule_permit, NULL},          {"R-DATA-034", rule_permit_expired, NULL},
    {"R-DATA-035", rule_geofence_missing, NULL}, {"R-DATA-036", rule_sim_missing, NULL},
    {"R-DATA-037", rule_numbers_missing, NULL}, {"R-DATA-038", rule_signer_missing, NULL},
    {NULL, NULL, NULL},
};

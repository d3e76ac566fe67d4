/* SPDX-License-Identifier: Apache-2.0 */
/* What is not there and should be: required fields, and those that a condition makes required. */
#include "rules/rule.h"

#include "base/text.h"

#include <string.h>

/* A missing field is told by the rule of its consequence at the swipe. Fields first, then whole
 * groups; the last row is everybody else. */
static const struct {
    FieldId id; /* FIELD_NONE = the whole group */
    Group group;
    const char *rule;
} missing_rules[] = {
    {FIELD_MERCHANT_MCC, GROUP_COUNT, "R-DATA-012"},
    {FIELD_MERCHANT_AREA_CODE, GROUP_COUNT, "R-DATA-013"},
    {FIELD_MERCHANT_AGENT_NO, GROUP_COUNT, "R-DATA-014"},
    {FIELD_MERCHANT_SHORT_NAME, GROUP_COUNT, "R-DATA-015"},
    {FIELD_MERCHANT_FEE_CLASS, GROUP_COUNT, "R-DATA-010"},
    {FIELD_LICENCE_MICRO_PROOF, GROUP_COUNT, "R-DATA-016"},
    {FIELD_LICENCE_CONTROLLER, GROUP_COUNT, "R-DATA-029"},
    {FIELD_LICENCE_BENEFICIAL_OWNER, GROUP_COUNT, "R-DATA-029"},
    {FIELD_IMAGE_IMG_ACCOUNT, GROUP_COUNT, "R-DATA-017"},
    {FIELD_IMAGE_IMG_LICENCE, GROUP_COUNT, "R-DATA-044"},
    {FIELD_IMAGE_IMG_CONTRACT, GROUP_COUNT, "R-DATA-025"},
    {FIELD_SHOP_SHOP_ADDRESS, GROUP_COUNT, "R-DATA-028"},
    {FIELD_SHOP_SHOP_REGION, GROUP_COUNT, "R-DATA-028"},
    {FIELD_SHOP_LON, GROUP_COUNT, "R-DATA-028"},
    {FIELD_SHOP_LAT, GROUP_COUNT, "R-DATA-028"},
    {FIELD_SHOP_COORD_SYSTEM, GROUP_COUNT, "R-DATA-028"},
    {FIELD_FEE_ANNUAL_FEE, GROUP_COUNT, "R-DATA-039"},
    {FIELD_FEE_MAINTENANCE_FEE, GROUP_COUNT, "R-DATA-039"},
    {FIELD_DEVICE_TUSN, GROUP_COUNT, "R-DATA-021"},
    {FIELD_DEVICE_APP_VERSION, GROUP_COUNT, "R-DATA-022"},
    {FIELD_DEVICE_NETWORK_LICENCE, GROUP_COUNT, "R-DATA-023"},
    {FIELD_DEVICE_KEY_MODE, GROUP_COUNT, "R-DATA-024"},
    {FIELD_DEVICE_INSTALL_AREA, GROUP_COUNT, "R-DATA-028"},
    {FIELD_DEVICE_INSTALL_ADDRESS, GROUP_COUNT, "R-DATA-028"},
    {FIELD_DEVICE_MOBILE, GROUP_COUNT, "R-DATA-028"},
    {FIELD_CONTRACT_CLAUSES, GROUP_COUNT, "R-DATA-026"},
    {FIELD_CONTRACT_FEE_IN_CONTRACT, GROUP_COUNT, "R-DATA-026"},
    {FIELD_NONE, GROUP_LICENCE, "R-DATA-027"},
    {FIELD_NONE, GROUP_PERSON, "R-DATA-027"},
    {FIELD_NONE, GROUP_IMAGE, "R-DATA-027"},
    {FIELD_NONE, GROUP_FEE, "R-DATA-010"},
    {FIELD_NONE, GROUP_LIMIT, "R-DATA-011"},
    {FIELD_NONE, GROUP_SETTLE, "R-DATA-017"},
    {FIELD_NONE, GROUP_CONSENT, "R-DATA-018"},
    {FIELD_NONE, GROUP_FUNC, "R-DATA-019"},
    {FIELD_NONE, GROUP_CONTRACT, "R-DATA-025"},
    {FIELD_NONE, GROUP_DEVICE, "R-DATA-040"},
    {FIELD_NONE, GROUP_COUNT, "R-DATA-020"},
};

static const char *
missing_rule_of(FieldId id)
{
    gsize i = 0;

    while (missing_rules[i].id != id &&
           (missing_rules[i].id != FIELD_NONE || (missing_rules[i].group != field_specs[id].group &&
                                                  missing_rules[i].group != GROUP_COUNT)))
        i++;
    return missing_rules[i].rule;
}

/* The rule's place among those of the table: the first row that has it. */
static guint8
place_of(const char *rule)
{
    gsize i = 0;

    while (strcmp(missing_rules[i].rule, rule) != 0)
        i++;
    return (guint8)i;
}

/* The place of each field's rule, found once: twenty rules go through all fields of each
 * application. */
static const guint8 *
places_of_fields(void)
{
    static guint8 places[FIELD_COUNT];
    static gsize is_set;

    if (g_once_init_enter(&is_set)) {
        for (int id = 0; id < FIELD_COUNT; id++)
            places[id] = place_of(missing_rule_of((FieldId)id));
        g_once_init_leave(&is_set, 1);
    }
    return places;
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

    return field_groups_required(kind != NULL ? (int)kind->number : -1);
}

/* TRUE when a conditional field is to be judged at this stage of this kind of application. */
static gboolean
is_due(const RuleContext *context, FieldId id)
{
    const FieldSpec *spec = &field_specs[id];

    return spec->due_by <= context->stage &&
           (groups_asked(context->app) & (1u << spec->group)) != 0;
}

static void
add_missing(FindingSink *sink, FieldId id, int device)
{
    finding_param_number(finding_add(sink, id, device), "field", PARAM_FIELD, id);
}

/* Adds a conditional field of the application when it is due and nothing was given. */
static void
demand(const RuleContext *context, FindingSink *sink, FieldId id)
{
    if (is_due(context, id) && application_absent(context->app, id))
        add_missing(sink, id, -1);
}

/* As demand, for a field of a terminal. */
static void
demand_of(const RuleContext *context, FindingSink *sink, FieldId id, guint device)
{
    if (is_due(context, id) && device_absent(&context->app->devices[device], id))
        add_missing(sink, id, (int)device);
}

static gboolean
is_mobile(const Device *device)
{
    const FieldValue *mobile = device_good(device, FIELD_DEVICE_MOBILE);

    return mobile != NULL && mobile->number == 1;
}

static gboolean
has_mobile(const Application *app)
{
    for (guint i = 0; i < app->device_count; i++) {
        if (is_mobile(&app->devices[i]))
            return TRUE;
    }
    return FALSE;
}

/* Who trades without premises shows a record of the trade in place of an address (PBOC 2019/85). */
static gboolean
is_excused(const Application *app, FieldId id)
{
    return id == FIELD_SHOP_SHOP_ADDRESS && has_mobile(app);
}

static void
judge_missing(const RuleContext *context, FindingSink *sink, FieldId id)
{
    const Application *app = context->app;

    if (!field_is_device(id)) {
        if (application_absent(app, id) && !is_excused(app, id))
            add_missing(sink, id, -1);
        return;
    }
    for (guint i = 0; i < app->device_count; i++) {
        if (device_absent(&app->devices[i], id))
            add_missing(sink, id, (int)i);
    }
}

static void
rule_missing(const RuleContext *context, FindingSink *sink)
{
    int merchant = application_kind_of_merchant(context->app);
    guint groups = groups_asked(context->app);
    const guint8 *places = places_of_fields();
    guint8 place = place_of(context->rule->id);

    for (int id = 0; id < FIELD_COUNT; id++) {
        const FieldSpec *spec = &field_specs[id];
        if (places[id] != place || spec->due_by > context->stage ||
            (groups & (1u << spec->group)) == 0)
            continue;
        if (is_required(spec, merchant))
            judge_missing(context, sink, (FieldId)id);
    }
}

static void
rule_no_terminal(const RuleContext *context, FindingSink *sink)
{
    if (context->app->device_count == 0 && is_due(context, FIELD_DEVICE_TERM_KIND))
        finding_add(sink, FIELD_DEVICE_TERM_KIND, -1);
}

/* Exempt from fees: NDRC 2016/557 asks for proof of non-profit status. */
static void
rule_nonprofit_proof(const RuleContext *context, FindingSink *sink)
{
    if (application_is(context->app, FIELD_MERCHANT_FEE_CLASS, FEE_EXEMPT))
        demand(context, sink, FIELD_LICENCE_NONPROFIT_PROOF);
}

/* Settlement to somebody else needs that person's papers and the legal person's word. */
static void
rule_other_payee(const RuleContext *context, FindingSink *sink)
{
    if (!application_is(context->app, FIELD_SETTLE_SETTLE_TO, SETTLE_TO_OTHER))
        return;
    demand(context, sink, FIELD_SETTLE_SETTLER_ID);
    /* the paper goes with the account, also where an application asks for no other image */
    if (is_due(context, FIELD_SETTLE_SETTLER_ID) &&
        application_absent(context->app, FIELD_IMAGE_IMG_AUTHORISE))
        add_missing(sink, FIELD_IMAGE_IMG_AUTHORISE, -1);
}

static const char *
permit_key(const char *permit)
{
    static const char *const keys[] = {"permit.food",    "permit.medicine", "permit.fuel",
                                       "permit.lodging", "permit.beauty",   "permit.tobacco"};

    for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) {
        if (g_str_equal(keys[i] + strlen("permit."), permit))
            return keys[i];
    }
    return "permit.other";
}

static void
rule_permit(const RuleContext *context, FindingSink *sink)
{
    const char *mcc = application_text(context->app, FIELD_MERCHANT_MCC);
    const MccRow *row = mcc != NULL ? catalogue_mcc(context->catalogue, mcc) : NULL;

    if (row == NULL || row->permit == NULL || !is_due(context, FIELD_LICENCE_SPECIAL_PERMIT) ||
        !application_absent(context->app, FIELD_LICENCE_SPECIAL_PERMIT))
        return;
    Finding *finding = finding_add(sink, FIELD_LICENCE_SPECIAL_PERMIT, -1);
    finding_param_key(finding, "permit", permit_key(row->permit));
}

/* The permit's last word is the day it ends. */
static void
rule_permit_expired(const RuleContext *context, FindingSink *sink)
{
    const char *permit = application_text(context->app, FIELD_LICENCE_SPECIAL_PERMIT);
    const char *blank = permit != NULL ? strrchr(permit, ' ') : NULL;
    CivilDay day;

    if (blank == NULL || !civil_parse(blank + 1, strlen(blank + 1), &day) || day >= context->today)
        return;
    Finding *finding = finding_add(sink, FIELD_LICENCE_SPECIAL_PERMIT, -1);
    finding_param_number(finding, "day", PARAM_DATE, day);
}

/* PBOC 2019/85: a mobile terminal is fixed to an area of use when it is installed. */
static void
rule_geofence_missing(const RuleContext *context, FindingSink *sink)
{
    for (guint i = 0; i < context->app->device_count; i++) {
        if (is_mobile(&context->app->devices[i]))
            demand_of(context, sink, FIELD_DEVICE_GEOFENCE, i);
    }
}

static void
rule_sim_missing(const RuleContext *context, FindingSink *sink)
{
    for (guint i = 0; i < context->app->device_count; i++) {
        if (is_mobile(&context->app->devices[i]))
            demand_of(context, sink, FIELD_DEVICE_SIM_ICCID, i);
    }
}

/* Numbers come from us or from the acquirer; a terminal to be provisioned has both. */
static void
rule_merchant_no_missing(const RuleContext *context, FindingSink *sink)
{
    for (guint i = 0; i < context->app->device_count; i++)
        demand_of(context, sink, FIELD_DEVICE_MERCHANT_NO, i);
}

static void
rule_terminal_no_missing(const RuleContext *context, FindingSink *sink)
{
    for (guint i = 0; i < context->app->device_count; i++)
        demand_of(context, sink, FIELD_DEVICE_TERMINAL_NO, i);
}

/* TRUE when a name stands among the names of who signed. */
static gboolean
has_signed(const char *names, const char *name)
{
    return name != NULL && (text_name_equal(names, name) || strstr(names, name) != NULL);
}

/* Whoever signed for the merchant and is not its legal person must be named. */
static void
rule_signer_missing(const RuleContext *context, FindingSink *sink)
{
    const Application *app = context->app;
    const char *names = application_text(app, FIELD_CONTRACT_SIGNED_BY);
    int kind = application_kind_of_merchant(app);

    if (names == NULL || kind < 0 || field_specs[FIELD_PERSON_SIGNER].need[kind] == NEED_N)
        return;
    if (application_text(app, FIELD_PERSON_LEGAL_NAME) == NULL ||
        application_text(app, FIELD_MERCHANT_REGISTER_NAME) == NULL)
        return;
    if (!has_signed(names, application_text(app, FIELD_PERSON_LEGAL_NAME)) &&
        !has_signed(names, application_text(app, FIELD_MERCHANT_REGISTER_NAME)))
        demand(context, sink, FIELD_PERSON_SIGNER);
}

/* Without premises the record of the trade takes the place of the address. */
static void
rule_no_fixed_premises(const RuleContext *context, FindingSink *sink)
{
    if (has_mobile(context->app) && application_absent(context->app, FIELD_SHOP_SHOP_ADDRESS))
        demand(context, sink, FIELD_SHOP_PHOTO_NO_FIXED);
}

/* A micro merchant has no licence: where there is no fixed shop either, a home address is the only
 * place to look for it. */
static void
rule_micro_address(const RuleContext *context, FindingSink *sink)
{
    if (application_kind_of_merchant(context->app) == MERCHANT_MICRO && has_mobile(context->app))
        demand(context, sink, FIELD_MERCHANT_REGISTER_ADDRESS);
}

const RuleRow data_rules[] = {
    {"R-DATA-010", rule_missing, NULL},
    {"R-DATA-011", rule_missing, NULL},
    {"R-DATA-012", rule_missing, NULL},
    {"R-DATA-013", rule_missing, NULL},
    {"R-DATA-014", rule_missing, NULL},
    {"R-DATA-015", rule_missing, NULL},
    {"R-DATA-016", rule_missing, NULL},
    {"R-DATA-017", rule_missing, NULL},
    {"R-DATA-018", rule_missing, NULL},
    {"R-DATA-019", rule_missing, NULL},
    {"R-DATA-020", rule_missing, NULL},
    {"R-DATA-021", rule_missing, NULL},
    {"R-DATA-022", rule_missing, NULL},
    {"R-DATA-023", rule_missing, NULL},
    {"R-DATA-024", rule_missing, NULL},
    {"R-DATA-025", rule_missing, NULL},
    {"R-DATA-026", rule_missing, NULL},
    {"R-DATA-027", rule_missing, NULL},
    {"R-DATA-028", rule_missing, NULL},
    {"R-DATA-029", rule_missing, NULL},
    {"R-DATA-039", rule_missing, NULL},
    {"R-DATA-040", rule_missing, NULL},
    {"R-DATA-030", rule_no_terminal, NULL},
    {"R-DATA-031", rule_nonprofit_proof, NULL},
    {"R-DATA-032", rule_other_payee, NULL},
    {"R-DATA-033", rule_permit, NULL},
    {"R-DATA-034", rule_permit_expired, NULL},
    {"R-DATA-035", rule_geofence_missing, NULL},
    {"R-DATA-036", rule_sim_missing, NULL},
    {"R-DATA-037", rule_merchant_no_missing, NULL},
    {"R-DATA-043", rule_terminal_no_missing, NULL},
    {"R-DATA-044", rule_missing, NULL},
    {"R-DATA-038", rule_signer_missing, NULL},
    {"R-DATA-041", rule_no_fixed_premises, NULL},
    {"R-DATA-042", rule_micro_address, NULL},
    {NULL, NULL, NULL},
};

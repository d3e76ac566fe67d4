/* SPDX-License-Identifier: Apache-2.0 */
/* Each terminal against its model: what the shop needs, the model can do (domain 5, X08). */
#include "rules/device_number.h"
#include "rules/terminal.h"

#include "identifiers/digits.h"

#include <string.h>

static gboolean
models_complete(const RuleContext *context)
{
    return context->catalogue->files[CATALOGUE_DEVICES].complete;
}

/* Adds a finding at the model that names the model. */
static Finding *
add_at_model(const RuleContext *context, FindingSink *sink, int device)
{
    Finding *finding = finding_add(sink, FIELD_DEVICE_TERM_MODEL, device);

    finding_param_text(sink, finding, "model",
                       terminal_text(context, device, FIELD_DEVICE_TERM_MODEL));
    return finding;
}

/* ---- brand and model ---- */

static gboolean
brand_known(const Catalogue *catalogue, const char *brand)
{
    for (guint i = 0; i < catalogue->models->len; i++) {
        const DeviceModel *row = g_ptr_array_index(catalogue->models, i);
        if (catalogue_device(catalogue, brand, row->model) != NULL)
            return TRUE;
    }
    return FALSE;
}

static gboolean
brand_unknown(const RuleContext *context, int device)
{
    const char *brand = terminal_text(context, device, FIELD_DEVICE_TERM_BRAND);

    return brand != NULL && terminal_model(context, device) == NULL &&
           !brand_known(context->catalogue, brand);
}

static void
judge_brand_unknown(const RuleContext *context, FindingSink *sink, int device)
{
    if (!models_complete(context) && brand_unknown(context, device))
        finding_add(sink, FIELD_DEVICE_TERM_BRAND, device);
}
EACH_TERMINAL(rule_brand_unknown, judge_brand_unknown)

static gboolean
model_unknown(const RuleContext *context, int device)
{
    return terminal_text(context, device, FIELD_DEVICE_TERM_MODEL) != NULL &&
           terminal_model(context, device) == NULL;
}

/* An unknown brand says it already. */
static void
judge_model_unknown(const RuleContext *context, FindingSink *sink, int device)
{
    if (models_complete(context) || !model_unknown(context, device))
        return;
    if (!brand_unknown(context, device))
        add_at_model(context, sink, device);
}
EACH_TERMINAL(rule_model_unknown, judge_model_unknown)

static void
judge_model_unlisted(const RuleContext *context, FindingSink *sink, int device)
{
    if (models_complete(context) && model_unknown(context, device))
        add_at_model(context, sink, device);
}
EACH_TERMINAL(rule_model_unlisted, judge_model_unlisted)

/* ---- what the model is able to do ---- */

typedef enum { ABLE, ABLE_IF_FITTED, UNABLE } Ability;

/* One shared bit is enough. A catalogue row that names nothing at all does not know. */
static Ability
ability(guint fitted, guint optional, guint wanted)
{
    if ((fitted & wanted) != 0 || (fitted == 0 && optional == 0))
        return ABLE;
    return (optional & wanted) != 0 ? ABLE_IF_FITTED : UNABLE;
}

/* What each key scheme computes with (domain 4.3). */
static const struct {
    guint algorithm;
    const char *key;
} schemes[] = {
    [KEY_MK_SK_3DES] = {1u << ALGORITHM_3DES, "algorithm.3des"},
    [KEY_MK_SK_SM4] = {1u << ALGORITHM_SM4, "algorithm.sm4"},
    [KEY_DUKPT_TDES] = {1u << ALGORITHM_3DES, "algorithm.3des"},
    [KEY_DUKPT_AES] = {1u << ALGORITHM_AES, "algorithm.aes"},
};

static void
judge_scheme(const RuleContext *context, FindingSink *sink, int device, Ability said)
{
    const FieldValue *mode = terminal_good(context, device, FIELD_DEVICE_KEY_MODE);
    const DeviceModel *model = mode != NULL ? terminal_model(context, device) : NULL;

    if (model == NULL || ability(model->algorithms, model->algorithms_optional,
                                 schemes[mode->number].algorithm) != said)
        return;
    Finding *finding = finding_add(sink, FIELD_DEVICE_KEY_MODE, device);
    finding_param_text(sink, finding, "model", model->model);
    finding_param_key(finding, "algorithm", schemes[mode->number].key);
}

static void
judge_key_scheme(const RuleContext *context, FindingSink *sink, int device)
{
    judge_scheme(context, sink, device, UNABLE);
}
EACH_TERMINAL(rule_key_scheme, judge_key_scheme)

static void
judge_key_scheme_firmware(const RuleContext *context, FindingSink *sink, int device)
{
    judge_scheme(context, sink, device, ABLE_IF_FITTED);
}
EACH_TERMINAL(rule_key_scheme_firmware, judge_key_scheme_firmware)

/* Kinds that take cards by chip or by tap; the others scan codes, look at faces or only show a
 * code. */
static const struct {
    gboolean chip, tap;
} kinds[] = {
    [0] = {TRUE, TRUE},   [1] = {TRUE, FALSE},  [2] = {TRUE, TRUE},    [3] = {TRUE, TRUE},
    [4] = {TRUE, TRUE},   [5] = {TRUE, TRUE},   [6] = {FALSE, TRUE},   [7] = {FALSE, FALSE},
    [8] = {TRUE, TRUE},   [9] = {FALSE, FALSE}, [10] = {FALSE, FALSE}, [11] = {FALSE, FALSE},
    [12] = {FALSE, TRUE}, [13] = {TRUE, TRUE},
};

static Ability
reader_ability(const DeviceModel *model, guint reader)
{
    return ability(model->readers, model->readers_optional, 1u << reader);
}

/* The model when this terminal must read chips, or cards held near it; else NULL. */
static const DeviceModel *
model_for_chip(const RuleContext *context, int device)
{
    if (application_good(context->app, FIELD_FUNC_CARD_KINDS) == NULL)
        return NULL;
    return kinds[terminal_kind(context, device)].chip ? terminal_model(context, device) : NULL;
}

static const DeviceModel *
model_for_tap(const RuleContext *context, int device)
{
    if (!application_has(context->app, FIELD_FUNC_TXN_TYPES, TXN_CONTACTLESS))
        return NULL;
    return kinds[terminal_kind(context, device)].tap ? terminal_model(context, device) : NULL;
}

static void
judge_chip(const RuleContext *context, FindingSink *sink, int device)
{
    const DeviceModel *model = model_for_chip(context, device);

    if (model != NULL && reader_ability(model, READER_ICC) == UNABLE)
        add_at_model(context, sink, device);
}
EACH_TERMINAL(rule_chip, judge_chip)

static void
judge_tap(const RuleContext *context, FindingSink *sink, int device)
{
    const DeviceModel *model = model_for_tap(context, device);

    if (model != NULL && reader_ability(model, READER_NFC) == UNABLE)
        add_at_model(context, sink, device);
}
EACH_TERMINAL(rule_tap, judge_tap)

static void
judge_reader_optional(const RuleContext *context, FindingSink *sink, int device)
{
    const DeviceModel *chip = model_for_chip(context, device);
    const DeviceModel *tap = model_for_tap(context, device);

    if (chip != NULL && reader_ability(chip, READER_ICC) == ABLE_IF_FITTED)
        finding_param_key(add_at_model(context, sink, device), "reader", "reader.icc");
    if (tap != NULL && reader_ability(tap, READER_NFC) == ABLE_IF_FITTED)
        finding_param_key(add_at_model(context, sink, device), "reader", "reader.nfc");
}
EACH_TERMINAL(rule_reader_optional, judge_reader_optional)

/* Without a camera the payer scans the terminal's screen, or a scanner is put beside it. */
static void
judge_scanner(const RuleContext *context, FindingSink *sink, int device)
{
    if (!application_has(context->app, FIELD_FUNC_TXN_TYPES, TXN_QR))
        return;
    const DeviceModel *model = terminal_model(context, device);
    if (model != NULL && reader_ability(model, READER_CAMERA) != ABLE)
        add_at_model(context, sink, device);
}
EACH_TERMINAL(rule_scanner, judge_scanner)

/* The words of the set bits of a SET field, joined by '/'. */
static const char *
words_of(Arena *arena, FieldId id, guint bits)
{
    const char *text = "";

    for (guint i = 0; i < field_word_count(id); i++) {
        if ((bits & (1u << i)) != 0)
            text =
                arena_printf(arena, "%s%s%s", text, text[0] != '\0' ? "/" : "", field_word(id, i));
    }
    return text;
}

static void
judge_shared_network(const RuleContext *context, FindingSink *sink, int device, Ability said)
{
    const FieldValue *shop = application_good(context->app, FIELD_TILL_NETWORK);
    const DeviceModel *model = shop != NULL ? terminal_model(context, device) : NULL;

    if (model == NULL ||
        ability(model->network, model->network_optional, (guint)shop->number) != said)
        return;
    guint able = said == UNABLE ? model->network : model->network_optional & (guint)shop->number;
    Finding *finding = add_at_model(context, sink, device);
    finding_param_text(sink, finding, "able",
                       words_of(context->app->arena, FIELD_TILL_NETWORK, able));
}

static void
judge_network(const RuleContext *context, FindingSink *sink, int device)
{
    judge_shared_network(context, sink, device, UNABLE);
}
EACH_TERMINAL(rule_network, judge_network)

static void
judge_network_optional(const RuleContext *context, FindingSink *sink, int device)
{
    judge_shared_network(context, sink, device, ABLE_IF_FITTED);
}
EACH_TERMINAL(rule_network_optional, judge_network_optional)

static void
judge_shared_till(const RuleContext *context, FindingSink *sink, int device, Ability said)
{
    const FieldValue *till = application_good(context->app, FIELD_TILL_TILL_INTERFACES);
    guint wanted = till != NULL ? (guint)till->number & ~(1u << TILL_NONE) : 0;
    const DeviceModel *model = wanted != 0 ? terminal_model(context, device) : NULL;

    if (model == NULL || ability(model->till, model->till_optional, wanted) != said)
        return;
    guint able = said == UNABLE ? model->till : model->till_optional & wanted;
    Finding *finding = add_at_model(context, sink, device);
    finding_param_text(sink, finding, "able",
                       words_of(context->app->arena, FIELD_TILL_TILL_INTERFACES, able));
}

static void
judge_till(const RuleContext *context, FindingSink *sink, int device)
{
    judge_shared_till(context, sink, device, UNABLE);
}
EACH_TERMINAL(rule_till, judge_till)

static void
judge_till_optional(const RuleContext *context, FindingSink *sink, int device)
{
    judge_shared_till(context, sink, device, ABLE_IF_FITTED);
}
EACH_TERMINAL(rule_till_optional, judge_till_optional)

static void
judge_kind_reserved(const RuleContext *context, FindingSink *sink, int device)
{
    int kind = terminal_kind(context, device);

    if (kind == 0)
        return;
    const DeviceTypeRow *type = catalogue_device_type(context->catalogue, terminal_kind_word(kind));
    if (type != NULL && type->reserved)
        finding_add(sink, FIELD_DEVICE_TERM_KIND, device);
}
EACH_TERMINAL(rule_kind_reserved, judge_kind_reserved)

static void
judge_kind_model(const RuleContext *context, FindingSink *sink, int device)
{
    int kind = terminal_kind(context, device);
    const DeviceModel *model = kind > 0 ? terminal_model(context, device) : NULL;

    if (model == NULL || model->device_types[0] == NULL)
        return;
    const char *code = terminal_kind_word(kind);
    if (g_strv_contains((const char *const *)model->device_types, code))
        return;
    Finding *finding = finding_add(sink, FIELD_DEVICE_TERM_KIND, device);
    finding_param_text(sink, finding, "model", model->model);
    finding_param_text(sink, finding, "kind", model->device_types[0]);
}
EACH_TERMINAL(rule_kind_model, judge_kind_model)

static void
judge_mobile_model(const RuleContext *context, FindingSink *sink, int device)
{
    const DeviceModel *model =
        terminal_mobile(context, device) ? terminal_model(context, device) : NULL;

    if (model == NULL || model->mobile != 0)
        return;
    Finding *finding = finding_add(sink, FIELD_DEVICE_MOBILE, device);
    finding_param_text(sink, finding, "model", model->model);
}
EACH_TERMINAL(rule_mobile_model, judge_mobile_model)

/* A terminal that is carried about cannot hang on a line. */
static void
judge_mobile_network(const RuleContext *context, FindingSink *sink, int device)
{
    const FieldValue *shop = application_good(context->app, FIELD_TILL_NETWORK);

    if (shop != NULL && terminal_mobile(context, device) &&
        ((guint)shop->number & (1u << NETWORK_4G | 1u << NETWORK_WIFI)) == 0)
        finding_add(sink, FIELD_DEVICE_MOBILE, device);
}
EACH_TERMINAL(rule_mobile_network, judge_mobile_network)

/* ---- licence and SIM ---- */

static void
judge_network_licence(const RuleContext *context, FindingSink *sink, int device)
{
    const char *licence = terminal_text(context, device, FIELD_DEVICE_NETWORK_LICENCE);
    gsize length = licence != NULL ? strlen(licence) : 0;

    if (licence != NULL &&
        (length != (gsize)rule_number(context, "length") || !digits_or_letters(licence, length)))
        finding_add(sink, FIELD_DEVICE_NETWORK_LICENCE, device);
}
EACH_TERMINAL(rule_network_licence, judge_network_licence)

/* ITU-T E.118: 89 for telecommunications, 86 for China; some operators add a check digit. */
static void
judge_sim(const RuleContext *context, FindingSink *sink, int device)
{
    const char *sim = terminal_text(context, device, FIELD_DEVICE_SIM_ICCID);
    gsize length = sim != NULL ? strlen(sim) : 0;

    if (sim != NULL && (length < 19 || length > 20 || !digits_only(sim, length) ||
                        !g_str_has_prefix(sim, rule_text(context, "prefix"))))
        finding_param_text(sink, finding_add(sink, FIELD_DEVICE_SIM_ICCID, device), "prefix",
                           rule_text(context, "prefix"));
}
EACH_TERMINAL(rule_sim, judge_sim)

const RuleRow device_rules[] = {
    {"R-DEV-001", rule_brand_unknown, NULL},
    {"R-DEV-002", rule_model_unknown, NULL},
    {"R-DEV-003", rule_model_unlisted, NULL},
    {"R-DEV-004", rule_kind_reserved, NULL},
    {"R-DEV-005", rule_kind_model, NULL},
    {"R-DEV-006", rule_key_scheme, NULL},
    {"R-DEV-007", rule_key_scheme_firmware, NULL},
    {"R-DEV-008", rule_chip, NULL},
    {"R-DEV-009", rule_tap, NULL},
    {"R-DEV-010", rule_reader_optional, NULL},
    {"R-DEV-011", rule_scanner, NULL},
    {"R-DEV-012", rule_network, NULL},
    {"R-DEV-013", rule_network_optional, NULL},
    {"R-DEV-014", rule_till, NULL},
    {"R-DEV-015", rule_till_optional, NULL},
    {"R-DEV-016", rule_mobile_model, NULL},
    {"R-DEV-017", rule_mobile_network, NULL},
    {"R-DEV-018", device_number_tusn_form, NULL},
    {"R-DEV-019", device_number_tusn_bare, "vendor_prefix"},
    {"R-DEV-020", device_number_tusn_vendor, "vendor_prefix"},
    {"R-DEV-021", device_number_tusn_vendor_unknown, "vendor_prefix"},
    {"R-DEV-022", device_number_tusn_type, "vendor_prefix"},
    {"R-DEV-023", rule_network_licence, "length"},
    {"R-DEV-024", rule_sim, "prefix"},
    {"R-DEV-025", device_number_terminal, NULL},
    {"R-DEV-026", device_number_terminal_letters, NULL},
    {"R-DEV-027", device_number_merchant, NULL},
    {"R-DEV-028", device_number_merchant_letters, NULL},
    {"R-DEV-029", device_number_acquirer_unknown, NULL},
    {"R-DEV-030", device_number_acquirer_unlisted, NULL},
    {"R-DEV-031", device_number_mcc, NULL},
    {"R-DEV-032", device_number_area, NULL},
    {"R-DEV-033", device_number_area_unsure, NULL},
    {"R-DEV-034", device_number_merchant_differs, NULL},
    {NULL, NULL, NULL},
};

/* SPDX-License-Identifier: Apache-2.0 */
/* What the host and the device register hold of each terminal (T01 to T10, G15 to G18). */
#include "rules/fact_case.h"

#include "base/text.h"

#include <string.h>

#define PLAIN FIELD_NONE, FACT_NONE
#define AGAINST(field) field, FACT_NONE, 0, NULL

/* In the order of the words in schemas/facts.def. */
enum { STATE_ABSENT, STATE_OPEN, STATE_CLOSED, STATE_REPAIR, STATE_LOST };
enum { CIPHER_NO, CIPHER_YES };

/* In stock is what a serial should be until it is bound, and by READY it must be bound. */
static void
judge_unbound(const FactCase *c)
{
    if (c->value->number == TUSN_IN_STOCK && c->context->stage >= STAGE_READY)
        fact_case_add(c);
}

/* A serial in stock is bound to nobody yet. */
static void
judge_bound_to(const FactCase *c)
{
    const FactValue *state = fact_case_other(c, FACT_DEVICE_TUSN_STATE);

    if (c->value->text[0] == '\0' && (state == NULL || state->number != TUSN_BOUND))
        return;
    fact_case_other_merchant(c);
}

/* Moves past a name at the beginning and what stands between it and the model. */
static const char *
without_name(const char *model, const char *name)
{
    gsize length = strlen(name);
    gboolean is_latin = length > 0 && g_ascii_isalnum(name[length - 1]);

    if (length == 0 || g_ascii_strncasecmp(model, name, length) != 0 ||
        (is_latin && strspn(model + length, " -") == 0))
        return model;
    return model + length + strspn(model + length, " -");
}

/* "PAX A920", "百富A920" and "PAX 百富 A920" are the A920 of "PAX 百富". */
static const char *
without_maker(const char *model, const char *maker)
{
    g_auto(GStrv) names = g_strsplit(maker != NULL ? maker : "", " ", -1);

    for (char **name = names; *name != NULL; name++)
        model = without_name(model, *name);
    return model;
}

/* Two spellings of one model are one model: both are looked up in the catalogue first. */
static void
judge_model(const FactCase *c)
{
    const FieldValue *model = fact_case_field(c, FIELD_DEVICE_TERM_MODEL);
    const FieldValue *brand = fact_case_field(c, FIELD_DEVICE_TERM_BRAND);
    const char *maker = brand != NULL ? brand->text : NULL;
    const char *registered = without_maker(c->value->text, maker);

    if (model == NULL || text_name_equal(without_maker(model->text, maker), registered))
        return;
    const Catalogue *catalogue = c->context->catalogue;
    const DeviceModel *applied = catalogue_device(catalogue, maker, model->text);
    if (applied != NULL && applied == catalogue_device(catalogue, maker, registered))
        return;
    finding_param_seen(c->sink, fact_case_add(c), "expected", MASK_NONE, model->text);
}

static void
judge_certification_past(const FactCase *c)
{
    if (c->value->number < c->context->today)
        fact_case_add(c);
}

static void
judge_certification_ending(const FactCase *c)
{
    gint64 left = c->value->number - c->context->today;

    if (left < 0 || left > rule_number(c->context, "days"))
        return;
    Finding *finding = fact_case_add(c);
    finding_param_number(finding, "date", PARAM_DATE, c->value->number);
}

/* G15: no terminals bought and sold on the internet; and where it comes from is recorded. */
static void
judge_source(const FactCase *c)
{
    g_auto(GStrv) words = g_strsplit(rule_text(c->context, "words"), " ", -1);
    g_autofree char *source = g_ascii_strdown(c->value->text, -1);
    gboolean doubtful = source[0] == '\0';

    for (char **word = words; *word != NULL && !doubtful; word++)
        doubtful = strstr(source, *word) != NULL;
    if (doubtful)
        fact_case_add(c);
}

const FactRule device_fact_rules[] = {
    {"R-HT-001", fact_case_word, FACT_HOST_TERMINAL_STATE, PLAIN, 1u << STATE_ABSENT, NULL},
    {"R-HT-002", fact_case_word, FACT_HOST_TERMINAL_STATE, PLAIN,
     1u << STATE_CLOSED | 1u << STATE_REPAIR | 1u << STATE_LOST, NULL},
    {"R-HT-003", fact_case_other_merchant, FACT_HOST_TERMINAL_MERCHANT_NO, PLAIN, 0, NULL},
    {"R-HT-004", fact_case_differs, FACT_HOST_TERMINAL_TERMINAL_NO,
     AGAINST(FIELD_DEVICE_TERMINAL_NO)},
    {"R-HT-005", fact_case_differs, FACT_HOST_TERMINAL_TUSN, FIELD_DEVICE_TUSN, FACT_DEVICE_TUSN, 0,
     NULL},
    {"R-REG-001", fact_case_word, FACT_DEVICE_TUSN_STATE, PLAIN,
     1u << TUSN_UNKNOWN | 1u << TUSN_REPORTED | 1u << TUSN_VOID, NULL},
    {"R-REG-002", judge_unbound, FACT_DEVICE_TUSN_STATE, PLAIN, 0, NULL},
    {"R-REG-003", judge_bound_to, FACT_DEVICE_BOUND_TO, PLAIN, 0, NULL},
    {"R-REG-004", judge_model, FACT_DEVICE_MODEL, AGAINST(FIELD_DEVICE_TERM_MODEL)},
    {"R-REG-006", fact_case_differs, FACT_DEVICE_FIRMWARE_VERSION,
     AGAINST(FIELD_DEVICE_FIRMWARE_VERSION)},
    {"R-REG-007", judge_certification_past, FACT_DEVICE_CERTIFICATION_VALID_TO, PLAIN, 0, NULL},
    {"R-REG-008", judge_certification_ending, FACT_DEVICE_CERTIFICATION_VALID_TO, PLAIN, 0, "days"},
    {"R-REG-009", fact_case_word, FACT_DEVICE_CIPHER_ABLE, PLAIN, 1u << CIPHER_NO, NULL},
    {"R-REG-010", judge_source, FACT_DEVICE_SOURCE_OF_DEVICE, PLAIN, 0, "words"},
    {"R-REG-011", fact_case_differs, FACT_DEVICE_TUSN, AGAINST(FIELD_DEVICE_TUSN)},
    {NULL, NULL, FACT_NONE, PLAIN, 0, NULL},
};

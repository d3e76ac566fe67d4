/* SPDX-License-Identifier: Apache-2.0 */
#include "rules/fact_case.h"

#include "base/decimal.h"

#include <string.h>

Finding *
fact_case_add(const FactCase *c)
{
    return finding_add_fact(c->sink, c->rule->fact, c->index, c->device);
}

guint
fact_case_index(const FactCase *c, FactSection section)
{
    if (section == fact_specs[c->rule->fact].section)
        return c->index;
    if (!facts_is_by_terminal(section))
        return 0;
    int index = facts_index_of(c->context->facts, section, c->device);
    return index >= 0 ? (guint)index : G_MAXUINT;
}

const FactValue *
fact_case_other(const FactCase *c, FactId id)
{
    return facts_given(c->context->facts, id, fact_case_index(c, fact_specs[id].section));
}

const FieldValue *
fact_case_field(const FactCase *c, FieldId id)
{
    const Application *app = c->context->app;

    if (!field_is_device(id))
        return application_good(app, id);
    if (c->device >= 0)
        return device_good(&app->devices[c->device], id);
    for (guint i = 0; i < app->device_count; i++) {
        const FieldValue *value = device_good(&app->devices[i], id);
        if (value != NULL)
            return value;
    }
    return NULL;
}

gboolean
fact_case_takes(const FactCase *c, guint txn)
{
    const FactValue *menu = fact_case_other(c, FACT_TERMINAL_TXN_TYPES);

    if (fact_case_field(c, FIELD_FUNC_TXN_TYPES) != NULL)
        return application_has(c->context->app, FIELD_FUNC_TXN_TYPES, txn);
    return menu != NULL && (menu->number & (G_GINT64_CONSTANT(1) << txn)) != 0;
}

/* A number that is asked of several, in the order in which they are believed; "" says nothing. */
static const char *
merchant_no_of(const FactCase *c, FactId id)
{
    const FactValue *value = id != c->rule->fact ? fact_case_other(c, id) : NULL;

    return value != NULL && value->text[0] != '\0' ? value->text : NULL;
}

const char *
fact_case_merchant_no(const FactCase *c)
{
    const FieldValue *applied = fact_case_field(c, FIELD_DEVICE_MERCHANT_NO);

    if (applied != NULL)
        return applied->text;
    const char *contract = merchant_no_of(c, FACT_CONTRACT_MERCHANT_NO);
    return contract != NULL ? contract : merchant_no_of(c, FACT_HOST_MERCHANT_NO);
}

gboolean
fact_case_time(const FactCase *c, gint64 *at)
{
    const FactRecord *record =
        facts_record(c->context->facts, fact_specs[c->rule->fact].section, c->index);
    EvidenceState state = facts_evidence(record, c->context->today);

    *at = record->at;
    return record->at_text != NULL && state != EVIDENCE_OLD && state != EVIDENCE_AHEAD;
}

/* ---- contradiction ---- */

static gboolean
is_number(FactType type)
{
    return type == FACT_TYPE_MONEY || type == FACT_TYPE_RATE || type == FACT_TYPE_INTEGER ||
           type == FACT_TYPE_BOOL;
}

/* A word that settles nothing contradicts nothing. */
static gboolean
is_unknown(const FactCase *c)
{
    return fact_specs[c->rule->fact].type == FACT_TYPE_ENUM &&
           strcmp(c->value->text, "unknown") == 0;
}

static const char *
word_of_field(FieldId id, const FieldValue *value)
{
    return field_specs[id].type == FIELD_TYPE_ENUM ? field_word(id, (guint)value->number)
                                                   : value->text;
}

static const char *
contradicted_by_field(const FactCase *c, const FieldValue *applied)
{
    FieldId id = c->rule->field;
    const FactSpec *spec = &fact_specs[c->rule->fact];
    gboolean same = is_number(spec->type) || spec->like == id
                        ? applied->number == c->value->number
                        : g_strcmp0(word_of_field(id, applied), c->value->text) == 0;

    return same ? NULL : finding_seen(c->context->app->arena, id, applied);
}

/* Of two facts with the same words the places of the words are compared, not their spellings: one
 * word may have several names ("3DES", "mk_sk_3des"). */
static const char *
contradicted_by_fact(const FactCase *c, const FactValue *other)
{
    FactId id = c->rule->other;
    FactType type = fact_specs[c->rule->fact].type;
    gboolean same = is_number(type) || type == FACT_TYPE_ENUM
                        ? other->number == c->value->number
                        : g_strcmp0(other->text, c->value->text) == 0;

    return same ? NULL : finding_seen_fact(c->context->app->arena, id, other);
}

const char *
fact_case_contradicted(const FactCase *c)
{
    const FieldValue *applied =
        c->rule->field != FIELD_NONE ? fact_case_field(c, c->rule->field) : NULL;
    const FactValue *other =
        c->rule->other != FACT_NONE ? fact_case_other(c, c->rule->other) : NULL;

    if (is_unknown(c))
        return NULL;
    if (applied != NULL)
        return contradicted_by_field(c, applied);
    return other != NULL ? contradicted_by_fact(c, other) : NULL;
}

/* ---- sets ---- */

static const char *
words_of(const FactCase *c, gint64 bits)
{
    FieldValue value = {.number = bits, .state = VALUE_OK};

    return bits != 0 ? finding_seen(c->context->app->arena, c->rule->field, &value) : NULL;
}

const char *
fact_case_lacking(const FactCase *c)
{
    const FieldValue *applied = fact_case_field(c, c->rule->field);

    return applied != NULL ? words_of(c, applied->number & ~c->value->number) : NULL;
}

const char *
fact_case_beyond(const FactCase *c)
{
    const FieldValue *applied = fact_case_field(c, c->rule->field);

    return applied != NULL ? words_of(c, c->value->number & ~applied->number) : NULL;
}

/* ---- terminals that were replaced ---- */

enum { STATE_ABSENT, STATE_OPEN, STATE_CLOSED, STATE_REPAIR, STATE_LOST };

static gboolean
is_given_up(const Facts *facts, FactSection section, guint index)
{
    const FactValue *state =
        section == FACTS_HOST_TERMINAL ? facts_given(facts, FACT_HOST_TERMINAL_STATE, index) : NULL;
    const FactValue *serial =
        section == FACTS_DEVICE ? facts_given(facts, FACT_DEVICE_TUSN_STATE, index) : NULL;

    return (state != NULL && state->number != STATE_OPEN && state->number != STATE_REPAIR) ||
           (serial != NULL && serial->number == TUSN_VOID);
}

/* The serial of a record; NULL where none is said. */
static const char *
serial_of(const Facts *facts, FactSection section, guint index)
{
    FactId id = section == FACTS_DEVICE ? FACT_DEVICE_TUSN : FACT_HOST_TERMINAL_TUSN;
    const FactValue *serial = facts_given(facts, id, index);

    return serial != NULL && serial->text[0] != '\0' ? serial->text : NULL;
}

gboolean
fact_case_of_before(const RuleContext *context, FactSection section, guint index)
{
    const Facts *facts = context->facts;

    if ((section != FACTS_DEVICE && section != FACTS_HOST_TERMINAL) ||
        facts->device[section][index] >= 0 || !is_given_up(facts, section, index))
        return FALSE;
    const char *serial = serial_of(facts, section, index);
    for (guint i = 0; serial != NULL && i < context->app->device_count; i++) {
        if (g_strcmp0(device_text(&context->app->devices[i], FIELD_DEVICE_TUSN), serial) == 0)
            return FALSE;
    }
    return serial != NULL;
}

gboolean
fact_case_replaced(const RuleContext *context, FactSection section, guint old, guint next)
{
    return fact_case_of_before(context, section, old) &&
           !is_given_up(context->facts, section, next) &&
           g_strcmp0(serial_of(context->facts, section, old),
                     serial_of(context->facts, section, next)) != 0;
}

char *
fact_case_digits(const char *text)
{
    g_auto(GStrv) groups = g_strsplit(text, " ", -1);

    return g_strjoinv("", groups);
}

/* ---- judges ---- */

void
fact_case_word(const FactCase *c)
{
    if (c->value->number >= 0 && (c->rule->words & (1u << c->value->number)) != 0)
        fact_case_add(c);
}

void
fact_case_differs(const FactCase *c)
{
    const char *expected = fact_case_contradicted(c);

    if (expected == NULL)
        return;
    Finding *finding = fact_case_add(c);
    finding_param_seen(c->sink, finding, "expected", MASK_NONE, expected);
    if (c->rule->other != FACT_NONE && fact_case_other(c, c->rule->other) != NULL)
        finding_add_evidence(c->sink, finding, c->rule->other,
                             fact_case_index(c, fact_specs[c->rule->other].section));
}

void
fact_case_lacks(const FactCase *c)
{
    const char *lacking = fact_case_lacking(c);

    if (lacking != NULL)
        finding_param_seen(c->sink, fact_case_add(c), "lacking", MASK_NONE, lacking);
}

void
fact_case_other_merchant(const FactCase *c)
{
    const char *expected = fact_case_merchant_no(c);

    if (expected != NULL && strcmp(expected, c->value->text) != 0)
        finding_param_seen(c->sink, fact_case_add(c), "expected", MASK_NONE, expected);
}

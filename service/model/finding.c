/* SPDX-License-Identifier: Apache-2.0 */
#include "model/finding.h"

#include "base/decimal.h"

#include <string.h>

static void
append_words(GString *out, const FieldSpec *spec, gint64 bits)
{
    for (guint i = 0; field_word(spec->id, i) != NULL; i++) {
        if ((bits & (G_GINT64_CONSTANT(1) << i)) != 0)
            g_string_append_printf(out, "%s%s", out->len > 0 ? ";" : "", field_word(spec->id, i));
    }
}

/* What was given, in one spelling whatever form it came in: JSON has no text for a number or a set.
 */
static const char *
shown(Arena *arena, const FieldSpec *spec, const FieldValue *value)
{
    g_autoptr(GString) text = g_string_new(NULL);

    if (value->state != VALUE_OK)
        return value->text;
    if (spec->type == FIELD_TYPE_MONEY)
        decimal_append(text, value->number, 2, 2);
    else if (spec->type == FIELD_TYPE_RATE)
        decimal_append(text, value->number, 6, 2);
    else if (spec->type == FIELD_TYPE_SET)
        append_words(text, spec, value->number);
    else if (spec->type == FIELD_TYPE_BOOL)
        g_string_append(text, value->number != 0 ? "true" : "false");
    else if (spec->type == FIELD_TYPE_ENUM)
        g_string_append(text, field_word(spec->id, (guint)value->number));
    else
        return value->text;
    return arena_strndup(arena, text->str, text->len);
}

/* A firm's name ends in what kind of firm it is; anything else in a name's place is a person. */
static gboolean
is_firm(const char *text)
{
    static const char *const ends[] = {"公司",   "店",   "厂", "中心", "医院", "学校",
                                       "合作社", "商行", "部", "馆",   "局",   "院",
                                       "会",     "社",   "所", "企业"};

    for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
        if (strstr(text, ends[i]) != NULL && g_utf8_strlen(text, -1) > 4)
            return TRUE;
    }
    return FALSE;
}

/* How many characters stay visible at the front and at the back. */
static void
visible_ends(Mask mask, guint length, guint *front, guint *back)
{
    *front = *back = 0;
    switch (mask) {
    case MASK_NONE:
        *front = length;
        break;
    case MASK_NAME:
        *back = length > 5 ? length - 2 : MIN(length / 2, 1);
        break;
    case MASK_PERSON:
    case MASK_PARTS:
        *back = length > 1 ? 1 : 0;
        break;
    case MASK_ID:
        *front = length >= 10 ? 2 : 0;
        *back = length >= 10 ? 2 : 0;
        break;
    case MASK_ACCOUNT:
        *back = length > 8 ? 4 : 0;
        break;
    case MASK_PHONE:
        *front = length >= 11 ? 3 : 0;
        *back = length >= 11 ? 4 : 0;
        break;
    case MASK_ADDRESS:
        *front = MIN(length / 2, 6);
        break;
    case MASK_PLACE:
        *front = MIN(length / 3, 3);
        break;
    }
}

static void
append_masked(GString *out, Mask mask, const char *text, gsize bytes)
{
    guint front, back, length = (guint)g_utf8_strlen(text, (gssize)bytes), at = 0;

    visible_ends(mask, length, &front, &back);
    for (const char *p = text; p < text + bytes; p = g_utf8_next_char(p), at++) {
        if (at < front || at >= length - back)
            g_string_append_unichar(out, g_utf8_get_char(p));
        else
            g_string_append_c(out, '*');
    }
}

enum { NUMBER_DIGITS = 11, GROUPED_DIGITS = 13, NUMBER_SHOWN = 4 };

/* The length of a number that begins at `p`, its groups held apart by single blanks or dashes, and
 * how many digits it has. */
static gsize
number_length(const char *p, gsize *digits)
{
    gsize length = strspn(p, "0123456789");

    *digits = length;
    while (length > 0 && (p[length] == ' ' || p[length] == '-') && g_ascii_isdigit(p[length + 1])) {
        gsize group = strspn(p + length + 1, "0123456789");
        *digits += group;
        length += group + 1;
    }
    return length;
}

static void
hide_digits(char *p, gsize count)
{
    for (; count > 0; p++) {
        if (!g_ascii_isdigit(*p))
            continue;
        *p = '*';
        count--;
    }
}

/* A long number in a column that is not masked is often somebody's, one column off: a card where
 * the branch number belongs. All but its last digits are hidden. */
const char *
finding_hide_numbers(Arena *arena, const char *text)
{
    char *copy = arena_strndup(arena, text, strlen(text));

    for (char *p = copy; *p != '\0';) {
        gsize digits, length = number_length(p, &digits);
        if (digits < GROUPED_DIGITS)
            digits = length = strspn(p, "0123456789");
        if (digits >= NUMBER_DIGITS)
            hide_digits(p, digits - NUMBER_SHOWN);
        p += MAX(length, 1);
    }
    return copy;
}

const char *
finding_mask(Arena *arena, Mask mask, const char *text)
{
    if (text == NULL || mask == MASK_NONE)
        return text;
    g_autoptr(GString) masked = g_string_sized_new(64);
    if (mask == MASK_NAME && !is_firm(text))
        mask = MASK_PERSON;
    for (const char *p = text; *p != '\0';) {
        gsize part = mask == MASK_PARTS ? strcspn(p, " ;") : strlen(p);
        append_masked(masked, mask, p, part);
        p += part;
        while (mask == MASK_PARTS && (*p == ' ' || *p == ';'))
            g_string_append_c(masked, *p++);
    }
    return arena_strndup(arena, masked->str, masked->len);
}

enum { SOMEBODY_LEAST = 16, SOMEBODY_MOST = 19, MOBILE_DIGITS = 11 };

/* As long as a card, identity or mobile number, which may stand in any place by mistake. */
static gboolean
may_be_somebody(const char *text)
{
    gsize length = strlen(text), digits = strspn(text, "0123456789");

    return (length >= SOMEBODY_LEAST && length <= SOMEBODY_MOST && digits + 1 >= length) ||
           (length == MOBILE_DIGITS && digits == length && text[0] == '1');
}

/* Identifiers of devices are long numbers of nobody's. */
static gboolean
is_number_of_nobody(FieldId id, const char *text)
{
    return !may_be_somebody(text) && (id == FIELD_DEVICE_TUSN || id == FIELD_DEVICE_MERCHANT_NO ||
                                      field_specs[id].type == FIELD_TYPE_SHA256);
}

const char *
finding_seen(Arena *arena, FieldId id, const FieldValue *value)
{
    const FieldSpec *spec = &field_specs[id];
    const char *text = shown(arena, spec, value);

    if (text != NULL && spec->mask == MASK_NONE && !is_number_of_nobody(spec->id, text))
        return finding_hide_numbers(arena, text);
    return finding_mask(arena, spec->mask, text);
}

/* Where the next finding goes when there is room for no more: over the last of the least severe, so
 * that no blocker is ever lost to mere information. Where nothing may give way, the new one is
 * written to a spare place and not told: the application is blocked two thousand times already. */
static Finding *
place_when_full(FindingSink *sink)
{
    Finding *least = NULL;

    for (guint i = sink->findings->len; i > 0; i--) {
        Finding *finding = &g_array_index(sink->findings, Finding, i - 1);
        if (finding->rule->severity >= sink->rule->severity)
            continue;
        if (least == NULL || finding->rule->severity < least->rule->severity)
            least = finding;
        if (least->rule->severity == SEVERITY_INFO)
            break;
    }
    return least != NULL ? least : arena_alloc0(sink->app->arena, sizeof(Finding));
}

static Finding *
keep(FindingSink *sink, const Finding *finding)
{
    if (sink->findings->len < FINDINGS_MAX) {
        g_array_append_val(sink->findings, *finding);
        return &g_array_index(sink->findings, Finding, sink->findings->len - 1);
    }
    Finding *place = place_when_full(sink);
    *place = *finding;
    return place;
}

Finding *
finding_add(FindingSink *sink, FieldId field, int device)
{
    Finding finding = {.rule = sink->rule,
                       .field = field,
                       .fact = FACT_NONE,
                       .device = device,
                       .file = sink->app->file,
                       .line = sink->app->line,
                       .cause = -1};

    if (field != FIELD_NONE && (!field_is_device(field) || device >= 0)) {
        const FieldValue *value = application_value(sink->app, field, device);
        finding.masked = finding_seen(sink->app->arena, field, value);
        finding.column = value->column;
        if (value->line != 0)
            finding.line = value->line;
        else if (field_is_device(field) && sink->app->devices[device].line != 0)
            finding.line = sink->app->devices[device].line;
    }
    return keep(sink, &finding);
}

/* Merchant numbers and serials are long numbers of nobody's. */
static gboolean
is_fact_of_nobody(FactId id, const char *text)
{
    static const char *const keys[] = {"merchant_no", "bound_to", "tusn", "kcv"};

    for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) {
        if (strcmp(fact_specs[id].key, keys[i]) == 0)
            return !may_be_somebody(text);
    }
    return FALSE;
}

const char *
finding_seen_fact(Arena *arena, FactId id, const FactValue *value)
{
    const char *text = facts_shown(arena, id, value);
    Mask mask = fact_specs[id].mask;

    if (text != NULL && mask == MASK_NONE && !is_fact_of_nobody(id, text))
        return finding_hide_numbers(arena, text);
    return finding_mask(arena, mask, text);
}

void
finding_add_evidence(FindingSink *sink, Finding *finding, FactId fact, guint index)
{
    if (finding->evidence_count == FINDING_EVIDENCE_MAX)
        return;
    FindingEvidence *evidence = &finding->evidence[finding->evidence_count++];
    evidence->fact = fact;
    evidence->index = index;
    evidence->record = facts_record(sink->facts, fact_specs[fact].section, index);
    evidence->masked =
        finding_seen_fact(sink->app->arena, fact, facts_value(sink->facts, fact, index));
}

Finding *
finding_add_fact(FindingSink *sink, FactId fact, guint index, int device)
{
    Finding finding = {.rule = sink->rule,
                       .field = FIELD_NONE,
                       .fact = fact,
                       .fact_index = index,
                       .device = device,
                       .file = sink->facts->file,
                       .line = sink->facts->line,
                       .cause = -1};

    finding_add_evidence(sink, &finding, fact, index);
    finding.masked = finding.evidence[0].masked;
    return keep(sink, &finding);
}

Finding *
finding_add_record(FindingSink *sink, FactSection section, guint index, int device)
{
    const FactRecord *record = facts_record(sink->facts, section, index);
    Finding *finding = finding_add_fact(sink, fact_sections[section].first, index, device);

    finding->whole = TRUE;
    finding->masked = finding->evidence[0].masked = record->at_text;
    return finding;
}

void
finding_path(const Finding *finding, GString *out)
{
    if (finding->whole)
        fact_record_path(fact_specs[finding->fact].section, finding->fact_index, out);
    else if (finding->fact != FACT_NONE)
        fact_path(finding->fact, finding->fact_index, out);
    else
        field_path(finding->field, finding->device, out);
}

static Param *
next_param(Finding *finding, const char *name, ParamKind kind)
{
    g_return_val_if_fail(finding->param_count < FINDING_PARAMS_MAX, &finding->params[0]);
    Param *param = &finding->params[finding->param_count++];
    param->name = name;
    param->kind = kind;
    return param;
}

void
finding_param_text(FindingSink *sink, Finding *finding, const char *name, const char *text)
{
    Param *param = next_param(finding, name, PARAM_TEXT);

    param->text = finding_hide_numbers(sink->app->arena, text);
}

void
finding_param_seen(FindingSink *sink, Finding *finding, const char *name, Mask mask,
                   const char *text)
{
    Arena *arena = sink->app->arena;
    gboolean is_misplaced = mask == MASK_NONE && text != NULL && may_be_somebody(text);

    next_param(finding, name, PARAM_TEXT)->text =
        is_misplaced ? finding_hide_numbers(arena, text) : finding_mask(arena, mask, text);
}

void
finding_param_number(Finding *finding, const char *name, ParamKind kind, gint64 number)
{
    next_param(finding, name, kind)->number = number;
}

void
finding_param_key(Finding *finding, const char *name, const char *static_key)
{
    next_param(finding, name, PARAM_KEY)->text = static_key;
}

Layer
finding_layer(const Finding *finding)
{
    if (finding->rule->layer != PACK_LAYER_OF_FIELD)
        return (Layer)finding->rule->layer;
    if (finding->fact != FACT_NONE)
        return fact_specs[finding->fact].layer;
    return finding->field == FIELD_NONE ? LAYER_IDENTITY : field_specs[finding->field].layer;
}

Stage
finding_due_by(const Finding *finding)
{
    if (finding->rule->due_by != PACK_STAGE_OF_FIELD)
        return (Stage)finding->rule->due_by;
    if (finding->fact != FACT_NONE)
        return fact_sections[fact_specs[finding->fact].section].stage;
    return finding->field == FIELD_NONE ? STAGE_SUBMIT : field_specs[finding->field].due_by;
}

void
finding_key(const Finding *finding, const Application *app, char key[17])
{
    const char *reference = app->values[FIELD_APPLICATION_EXTERNAL_REF].text;
    g_autoptr(GString) subject = g_string_new(finding->rule->id);

    g_string_append_c(subject, '\n');
    finding_path(finding, subject);
    g_string_append_c(subject, '\n');
    g_string_append(subject, reference != NULL ? reference : "");
    /* one rule may speak twice of one field: the words it speaks of tell them apart */
    for (guint i = 0; i < finding->param_count; i++) {
        if (finding->params[i].kind == PARAM_KEY)
            g_string_append_printf(subject, "\n%s", finding->params[i].text);
    }
    g_autofree char *digest =
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)subject->str, subject->len);
    memcpy(key, digest, 16);
    key[16] = '\0';
}

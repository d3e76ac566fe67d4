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

Finding *
finding_add(FindingSink *sink, FieldId field, int device)
{
    Finding finding = {.rule = sink->rule, .field = field, .device = device, .cause = -1};

    finding.line = sink->app->line;
    if (field != FIELD_NONE && (!field_is_device(field) || device >= 0)) {
        const FieldValue *value = application_value(sink->app, field, device);
        const FieldSpec *spec = &field_specs[field];
        finding.masked =
            finding_mask(sink->app->arena, spec->mask, shown(sink->app->arena, spec, value));
        finding.column = value->column;
        if (value->line != 0)
            finding.line = value->line;
        else if (field_is_device(field) && sink->app->devices[device].line != 0)
            finding.line = sink->app->devices[device].line;
    }
    if (sink->findings->len < FINDINGS_MAX)
        g_array_append_val(sink->findings, finding);
    Finding *last = &g_array_index(sink->findings, Finding, sink->findings->len - 1);
    *last = finding;
    return last;
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

    param->text = arena_strndup(sink->app->arena, text, strlen(text));
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
    return finding->field == FIELD_NONE ? LAYER_IDENTITY : field_specs[finding->field].layer;
}

Stage
finding_due_by(const Finding *finding)
{
    if (finding->rule->due_by != PACK_STAGE_OF_FIELD)
        return (Stage)finding->rule->due_by;
    return finding->field == FIELD_NONE ? STAGE_SUBMIT : field_specs[finding->field].due_by;
}

void
finding_key(const Finding *finding, const Application *app, char key[17])
{
    const char *reference = app->values[FIELD_APPLICATION_EXTERNAL_REF].text;
    g_autoptr(GString) subject = g_string_new(finding->rule->id);

    g_string_append_c(subject, '\n');
    field_path(finding->field, finding->device, subject);
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

const char *
finding_mask(Arena *arena, Mask mask, const char *text)
{
    guint front, back, length, at = 0;

    if (text == NULL || mask == MASK_NONE)
        return text;
    length = (guint)g_utf8_strlen(text, -1);
    visible_ends(mask, length, &front, &back);
    g_autoptr(GString) masked = g_string_sized_new(64);
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p), at++) {
        if (at < front || at >= length - back)
            g_string_append_unichar(masked, g_utf8_get_char(p));
        else
            g_string_append_c(masked, '*');
    }
    return arena_strndup(arena, masked->str, masked->len);
}

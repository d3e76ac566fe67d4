/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/application_schema.h"

#include "codec/schema_text.h"
#include "codec/value.h"

#include <string.h>

#define NUMBER_MAX "1000000000000000"

/* The words and their aliases; a blank ENUM is the same as none. */
static void
append_words(GString *out, const FieldSpec *spec, gboolean blank)
{
    g_auto(GStrv) words = g_strsplit_set(spec->words, " =", -1);

    g_string_append(out, "[");
    for (char **word = words; *word != NULL; word++) {
        if (word != words)
            g_string_append(out, ", ");
        schema_text_quoted(out, *word);
    }
    g_string_append(out, blank ? ", \"\", null]" : "]");
}

static const char *
unit_of(const FieldSpec *spec)
{
    switch (spec->type) {
    case FIELD_TYPE_MONEY:
        return "fen";
    case FIELD_TYPE_RATE:
        return "1e-8 (0.60 % = 600000)";
    case FIELD_TYPE_DATE:
    case FIELD_TYPE_DATE_LONG:
        return "YYYY-MM-DD";
    case FIELD_TYPE_DATETIME:
        return "RFC 3339";
    case FIELD_TYPE_COORDINATE:
        return "degrees, decimal";
    case FIELD_TYPE_SHA256:
        return "SHA-256, hexadecimal";
    case FIELD_TYPE_TEXT:
    case FIELD_TYPE_CODE:
    case FIELD_TYPE_ENUM:
    case FIELD_TYPE_SET:
    case FIELD_TYPE_BOOL:
    case FIELD_TYPE_HOURS:
    case FIELD_TYPE_COUNT:
        break;
    }
    return NULL;
}

static void
append_type(GString *out, const FieldSpec *spec)
{
    switch (spec->type) {
    case FIELD_TYPE_ENUM:
        g_string_append(out, "\"enum\": ");
        append_words(out, spec, TRUE);
        return;
    case FIELD_TYPE_SET:
        g_string_append(
            out, "\"type\": [\"array\", \"null\"], \"maxItems\": 32, \"items\": {\"enum\": ");
        append_words(out, spec, FALSE);
        g_string_append(out, "}");
        return;
    case FIELD_TYPE_BOOL:
        g_string_append(out, "\"type\": [\"boolean\", \"null\"]");
        return;
    case FIELD_TYPE_MONEY:
    case FIELD_TYPE_RATE:
        g_string_append(out, "\"type\": [\"integer\", \"null\"], \"minimum\": -" NUMBER_MAX
                             ", \"maximum\": " NUMBER_MAX);
        return;
    case FIELD_TYPE_TEXT:
    case FIELD_TYPE_CODE:
    case FIELD_TYPE_DATE:
    case FIELD_TYPE_DATE_LONG:
    case FIELD_TYPE_DATETIME:
    case FIELD_TYPE_SHA256:
    case FIELD_TYPE_COORDINATE:
    case FIELD_TYPE_HOURS:
    case FIELD_TYPE_COUNT:
        break;
    }
    g_string_append_printf(
        out,
        "\"type\": [\"string\", \"null\"], \"maxLength\": %u, \"pattern\": \"" SCHEMA_TEXT_PATTERN
        "\"",
        value_text_max(spec));
}

static void
append_need(GString *out, const FieldSpec *spec)
{
    static const char *const needs[] = {"required", "conditional", "optional", "not asked"};
    static const char *const kinds[] = {"enterprise", "household", "micro", "institution"};

    g_string_append_printf(out, ", \"x-due-by\": \"%s\", \"x-need\": {", stage_name(spec->due_by));
    for (int i = 0; i < MERCHANT_KIND_COUNT; i++)
        g_string_append_printf(out, "%s\"%s\": \"%s\"", i > 0 ? ", " : "", kinds[i],
                               needs[spec->need[i]]);
    g_string_append(out, "}");
}

static void
append_field(GString *out, const FieldSpec *spec)
{
    const char *unit = unit_of(spec);

    schema_text_quoted(out, spec->key);
    g_string_append(out, ": {\"title\": ");
    schema_text_quoted(out, spec->zh);
    g_string_append(out, ", \"description\": ");
    schema_text_quoted(out, spec->en);
    g_string_append(out, ", ");
    append_type(out, spec);
    if (unit != NULL)
        g_string_append_printf(out, ", \"x-unit\": \"%s\"", unit);
    append_need(out, spec);
    g_string_append(out, "}");
}

static void
append_group_fields(GString *out, Group group, const char *indent)
{
    gboolean first = TRUE;

    for (int id = 0; id < FIELD_COUNT; id++) {
        if (field_specs[id].group != group)
            continue;
        g_string_append_printf(out, "%s\n%s", first ? "" : ",", indent);
        append_field(out, &field_specs[id]);
        first = FALSE;
    }
}

static const FieldSpec *
first_of_group(Group group)
{
    for (int id = 0; id < FIELD_COUNT; id++) {
        if (field_specs[id].group == group)
            return &field_specs[id];
    }
    return NULL;
}

static void
append_group(GString *out, Group group)
{
    if (group == GROUP_DEVICE) {
        g_string_append_printf(
            out,
            "    \"devices\": {\n      \"type\": [\"array\", \"null\"],\n"
            "      \"maxItems\": %d,\n      \"items\": {\"$ref\": \"#/$defs/device\"}\n    }",
            APPLICATION_DEVICES_MAX);
        return;
    }
    g_string_append_printf(out,
                           "    \"%s\": {\n      \"type\": [\"object\", \"null\"],\n"
                           "      \"additionalProperties\": false,\n      \"properties\": {",
                           first_of_group(group)->group_name);
    append_group_fields(out, group, "        ");
    g_string_append(out, "\n      }\n    }");
}

char *
application_schema_text(void)
{
    GString *out = g_string_new(
        "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
        "  \"title\": \"Swipeready merchant application\",\n"
        "  \"description\": \"Generated by 'swipeready schema' from schemas/application.def; do "
        "not edit.\",\n"
        "  \"type\": \"object\",\n  \"additionalProperties\": false,\n  \"properties\": {\n");

    for (int group = 0; group < GROUP_COUNT; group++) {
        g_string_append(out, group > 0 ? ",\n" : "");
        append_group(out, (Group)group);
    }
    g_string_append(out, "\n  },\n  \"$defs\": {\n    \"device\": {\n      \"type\": \"object\",\n"
                         "      \"additionalProperties\": false,\n      \"properties\": {");
    append_group_fields(out, GROUP_DEVICE, "        ");
    g_string_append(out, "\n      }\n    }\n  }\n}\n");
    return g_string_free(out, FALSE);
}

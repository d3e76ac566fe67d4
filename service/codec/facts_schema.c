/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/facts_schema.h"

#include "codec/schema_text.h"
#include "codec/value.h"
#include "model/facts.h"

#define NUMBER_MAX "1000000000000000"
#define PLAIN_TEXT "\"maxLength\": 512, \"pattern\": \"" SCHEMA_TEXT_PLAIN_PATTERN "\""

/* What JSON may hold for each type. A word that nobody knows is no error of form, so that no enum
 * is demanded: its words stand in x-words. */
static const struct {
    const char *schema, *people;
} types[FACT_TYPE_COUNT] = {
    [FACT_TYPE_TEXT] = {"\"type\": [\"string\", \"null\"], " PLAIN_TEXT, "text"},
    [FACT_TYPE_ENUM] = {"\"type\": [\"string\", \"null\"], " PLAIN_TEXT, "one of"},
    [FACT_TYPE_SET] = {"\"type\": [\"array\", \"null\"], \"maxItems\": 32, \"items\": "
                       "{\"type\": \"string\", " PLAIN_TEXT "}",
                       "set of"},
    [FACT_TYPE_BOOL] = {"\"type\": [\"boolean\", \"null\"]", "true, false"},
    [FACT_TYPE_MONEY] = {"\"type\": [\"integer\", \"null\"], \"minimum\": -" NUMBER_MAX
                         ", \"maximum\": " NUMBER_MAX ", \"x-unit\": \"fen\"",
                         "fen"},
    [FACT_TYPE_RATE] = {"\"type\": [\"integer\", \"null\"], \"minimum\": -" NUMBER_MAX
                        ", \"maximum\": " NUMBER_MAX ", \"x-unit\": \"1e-8\"",
                        "1e-8 (0.60 % = 600000)"},
    [FACT_TYPE_INTEGER] = {"\"type\": [\"integer\", \"null\"], \"minimum\": -" NUMBER_MAX
                           ", \"maximum\": " NUMBER_MAX,
                           "integer"},
    [FACT_TYPE_DATE] = {"\"type\": [\"string\", \"null\"], \"anyOf\": [{\"enum\": [\"\", \"长期\", "
                        "null]}, {\"format\": \"date\"}]",
                        "date, 2026-11-01; empty = there is none"},
    [FACT_TYPE_TIME] = {"\"type\": [\"string\", \"null\"], \"anyOf\": [{\"enum\": [\"\", null]}, "
                        "{\"format\": \"date-time\"}]",
                        "time, 2026-11-01T10:00:00+08:00"},
    [FACT_TYPE_COORDINATE] = {"\"type\": [\"string\", \"null\"], \"pattern\": "
                              "\"^[+-]?[0-9]{1,3}([.][0-9]+)?$\"",
                              "degrees, 113.94526"},
    [FACT_TYPE_KCV] = {"\"anyOf\": [{\"type\": \"null\"}, {\"$ref\": \"#/$defs/kcv\"}]",
                       "key check value: algorithm `des` `tdes` `aes` `sm4`, method `ecb_zero` "
                       "`cmac_zero`, length in bytes, value in hexadecimal"},
    [FACT_TYPE_LIST] = {"\"type\": [\"array\", \"null\"], \"maxItems\": 2000, \"items\": "
                        "{\"type\": \"string\", " PLAIN_TEXT "}",
                        "list of texts"},
};

static const char *const needs[] = {"needed", "asked", "free"};

static void
append_words(GString *out, FactId id)
{
    g_string_append(out, ", \"x-words\": [");
    for (guint i = 0; fact_word(id, i) != NULL; i++) {
        g_string_append(out, i > 0 ? ", " : "");
        schema_text_quoted(out, fact_word(id, i));
    }
    g_string_append_c(out, ']');
}

static void
append_fact(GString *out, FactId id)
{
    const FactSpec *spec = &fact_specs[id];

    schema_text_quoted(out, spec->key);
    g_string_append(out, ": {\"title\": ");
    schema_text_quoted(out, spec->label[LANGUAGE_ZH]);
    g_string_append(out, ", \"description\": ");
    schema_text_quoted(out, spec->label[LANGUAGE_EN]);
    g_string_append_printf(out, ", %s", types[spec->type].schema);
    if (fact_words(id) != NULL)
        append_words(out, id);
    g_string_append_printf(out, ", \"x-layer\": \"%s\", \"x-need\": \"%s\"}",
                           layer_name(spec->layer), needs[spec->need]);
}

/* The members of a section's object, and the three that each object has. */
static void
append_members(GString *out, FactSection section)
{
    FactId first = fact_sections[section].first;
    guint count = fact_count(section);

    for (guint i = 0; i < count; i++) {
        g_string_append(out, "        ");
        append_fact(out, (FactId)(first + i));
        g_string_append(out, ",\n");
    }
    if (section == FACTS_HOST)
        g_string_append_printf(out,
                               "        \"terminals\": {\"type\": [\"array\", \"null\"], "
                               "\"maxItems\": %d, \"items\": {\"$ref\": "
                               "\"#/$defs/host_terminals\"}},\n",
                               FACTS_RECORDS_MAX);
    g_string_append(out, "        \"source\": {\"type\": [\"string\", \"null\"], " PLAIN_TEXT
                         "},\n        \"at\": {\"type\": [\"string\", \"null\"], \"format\": "
                         "\"date-time\"},\n        \"ttl_days\": {\"type\": [\"integer\", "
                         "\"null\"], \"minimum\": 0, \"maximum\": 36500}\n");
}

static const char *
definition_name(FactSection section)
{
    return section == FACTS_HOST_TERMINAL ? "host_terminals" : fact_sections[section].name;
}

static void
append_definition(GString *out, FactSection section)
{
    g_string_append_printf(out,
                           "    \"%s\": {\n      \"type\": \"object\",\n      "
                           "\"additionalProperties\": false,\n      \"x-due-by\": \"%s\",\n      "
                           "\"properties\": {\n",
                           definition_name(section), stage_name(fact_sections[section].stage));
    append_members(out, section);
    g_string_append(out, "      }\n    },\n");
}

static void
append_top(GString *out, FactSection section)
{
    const char *name = fact_sections[section].name;

    if (fact_sections[section].list)
        g_string_append_printf(out,
                               ",\n    \"%s\": {\"type\": [\"array\", \"null\"], \"maxItems\": "
                               "%d, \"items\": {\"$ref\": \"#/$defs/%s\"}}",
                               name, FACTS_RECORDS_MAX, name);
    else
        g_string_append_printf(out,
                               ",\n    \"%s\": {\"anyOf\": [{\"type\": \"null\"}, {\"$ref\": "
                               "\"#/$defs/%s\"}]}",
                               name, name);
}

/* The value has as many bytes as it says: one alternative for each length. */
static void
append_kcv(GString *out)
{
    g_string_append(out,
                    "    \"kcv\": {\n      \"type\": \"object\",\n      "
                    "\"additionalProperties\": false,\n      \"required\": [\"algorithm\", "
                    "\"method\", \"length\", \"value\"],\n      \"properties\": {\n"
                    "        \"algorithm\": {\"enum\": [\"des\", \"tdes\", \"aes\", \"sm4\"]},\n"
                    "        \"method\": {\"enum\": [\"ecb_zero\", \"cmac_zero\"]},\n"
                    "        \"length\": {\"type\": \"integer\"},\n"
                    "        \"value\": {\"type\": \"string\"}\n      },\n      \"anyOf\": [\n");
    for (int length = 1; length <= KCV_BYTES_MAX; length++)
        g_string_append_printf(out,
                               "        {\"properties\": {\"length\": {\"const\": %d}, \"value\": "
                               "{\"pattern\": \"^[0-9A-Fa-f]{%d}$\"}}}%s\n",
                               length, length * 2, length < KCV_BYTES_MAX ? "," : "");
    g_string_append(out, "      ]\n    }\n");
}

char *
facts_schema_text(void)
{
    GString *out = g_string_new(
        "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
        "  \"title\": \"Swipeready facts about one application\",\n"
        "  \"description\": \"Generated by 'swipeready schema --facts' from schemas/facts.def; do "
        "not edit. An absent key was not asked.\",\n"
        "  \"type\": \"object\",\n  \"additionalProperties\": false,\n  \"required\": "
        "[\"external_ref\"],\n  \"properties\": {\n"
        "    \"external_ref\": {\"type\": \"string\"}");

    for (int i = 0; i < FACTS_SECTION_COUNT; i++) {
        if (fact_sections[i].parent == (FactSection)i)
            append_top(out, (FactSection)i);
    }
    g_string_append(out, "\n  },\n  \"$defs\": {\n");
    for (int i = 0; i < FACTS_SECTION_COUNT; i++)
        append_definition(out, (FactSection)i);
    append_kcv(out);
    g_string_append(out, "  }\n}\n");
    return g_string_free(out, FALSE);
}

/* ---- for people ---- */

static void
append_row(GString *out, FactId id)
{
    const FactSpec *spec = &fact_specs[id];

    g_string_append_printf(out, "| `%s` | %s | %s | %s", spec->key, spec->label[LANGUAGE_ZH],
                           spec->label[LANGUAGE_EN], types[spec->type].people);
    for (guint i = 0; fact_words(id) != NULL && fact_word(id, i) != NULL; i++)
        g_string_append_printf(out, " `%s`", fact_word(id, i));
    g_string_append_printf(out, " | %s | %s |\n", layer_name(spec->layer), needs[spec->need]);
}

static void
append_section(GString *out, FactSection section)
{
    FactId first = fact_sections[section].first;
    guint count = fact_count(section);
    g_autoptr(GString) path = g_string_new(NULL);

    fact_record_path(section, 0, path);
    g_string_append_printf(out,
                           "\n## %s%s\n\nDue by stage `%s`.\n\n"
                           "| key | label | meaning | form | layer | need |\n"
                           "|---|---|---|---|---|---|\n",
                           path->str, fact_sections[section].list ? " ..." : "",
                           stage_name(fact_sections[section].stage));
    for (guint i = 0; i < count; i++)
        append_row(out, (FactId)(first + i));
}

static const char reference_head[] =
    "# Facts\n\nWhat outside parties and the terminal say about one application. Generated by "
    "`swipeready schema --facts --reference` from `facts.def`; do not edit.\n\n"
    "One object for each application, on a line of its own, found by the `external_ref` of the "
    "application:\n\n```\n"
    "{\"external_ref\": \"S-0002\",\n"
    " \"contract\": {\"raw_status\": \"03\", \"bound\": true, \"source\": \"unionpay\",\n"
    "              \"at\": \"2026-11-23T08:30:00+08:00\", \"ttl_days\": 30},\n"
    " \"host\": {\"merchant_state\": \"open\", \"source\": \"host\",\n"
    "          \"at\": \"2026-11-23T08:30:00+08:00\", \"ttl_days\": 7,\n"
    "          \"terminals\": [{\"terminal_no\": \"10002000\",\n"
    "            \"kcv\": {\"algorithm\": \"tdes\", \"method\": \"ecb_zero\", \"length\": 3,\n"
    "                    \"value\": \"4B1FDE\"}}]}}\n```\n\n"
    "A section whose heading ends in `...` is an array. Beside its rows each object has `source`, "
    "`at` (RFC 3339 with its zone) and `ttl_days`; the host's terminals have the host's where they "
    "do not say their own. A key that is absent was not asked. needed: without it the layer is not "
    "passed, and that is said; asked: its absence is said; free: neither.\n\n"
    "`raw_status` of the contract is the code of the self-contract interface: 03 signed; 00, 01, "
    "02, 06 under way; 05 waiting for the merchant; 04, 28, 31 refused; any other is unknown and "
    "no yes. Which lists are to be asked (`list_id`) is the acquirer's own rule.\n";

char *
facts_schema_reference(void)
{
    GString *out = g_string_new(reference_head);

    for (int i = 0; i < FACTS_SECTION_COUNT; i++)
        append_section(out, (FactSection)i);
    return g_string_free(out, FALSE);
}

/* SPDX-License-Identifier: Apache-2.0 */
#include "model/fact.h"

#include "base/text.h"

#include <string.h>

const FactSpec fact_specs[FACT_COUNT] = {
#define FACT(SECTION, KEY, key, zh, en, TYPE, words, LIKE, NEED, LAYER, MASK, asked_by)            \
    {FACTS_##SECTION,  key,           {zh, en},    FACT_TYPE_##TYPE, words, FIELD_##LIKE,          \
     FACT_NEED_##NEED, LAYER_##LAYER, MASK_##MASK, asked_by},
#include "facts.def"
#undef FACT
};

const FactSectionSpec fact_sections[FACTS_SECTION_COUNT] = {
    [FACTS_BANK_ACCOUNT] = {"bank_account", FACTS_BANK_ACCOUNT, FALSE, STAGE_APPROVE,
                            FACT_BANK_ACCOUNT_RESULT},
    [FACTS_CONTRACT] = {"contract", FACTS_CONTRACT, FALSE, STAGE_CONTRACT,
                        FACT_CONTRACT_RAW_STATUS},
    [FACTS_RISK] = {"risk", FACTS_RISK, TRUE, STAGE_APPROVE, FACT_RISK_LIST_ID},
    [FACTS_HOST] = {"host", FACTS_HOST, FALSE, STAGE_PROVISION, FACT_HOST_MERCHANT_STATE},
    [FACTS_HOST_TERMINAL] = {"terminals", FACTS_HOST, TRUE, STAGE_PROVISION,
                             FACT_HOST_TERMINAL_TERMINAL_NO},
    [FACTS_DEVICE] = {"devices", FACTS_DEVICE, TRUE, STAGE_PROVISION, FACT_DEVICE_TUSN},
    [FACTS_TERMINAL] = {"terminals", FACTS_TERMINAL, TRUE, STAGE_READY, FACT_TERMINAL_MERCHANT_NO},
    [FACTS_INSTALL] = {"install", FACTS_INSTALL, TRUE, STAGE_READY, FACT_INSTALL_TERMINAL_NO},
};

guint
fact_count(FactSection section)
{
    guint end = section + 1 < FACTS_SECTION_COUNT ? (guint)fact_sections[section + 1].first
                                                  : (guint)FACT_COUNT;

    return end - (guint)fact_sections[section].first;
}

FactId
fact_find(FactSection section, const char *key)
{
    guint count = fact_count(section);
    FactId first = fact_sections[section].first;

    for (guint i = 0; i < count; i++) {
        if (strcmp(fact_specs[first + i].key, key) == 0)
            return (FactId)(first + i);
    }
    return FACT_NONE;
}

FactId
fact_nearest(FactSection section, const char *key)
{
    guint count = fact_count(section), least = G_MAXUINT;
    FactId first = fact_sections[section].first, nearest = first;

    for (guint i = 0; i < count; i++) {
        guint distance = text_distance(key, fact_specs[first + i].key);
        if (distance < least) {
            least = distance;
            nearest = (FactId)(first + i);
        }
    }
    return nearest;
}

const char *
fact_words(FactId id)
{
    const FactSpec *spec = &fact_specs[id];

    return spec->like != FIELD_NONE ? field_specs[spec->like].words : spec->words;
}

int
fact_word_find(FactId id, const char *word, gsize length)
{
    FieldSpec spec = {.words = fact_words(id)};

    return field_word_find(&spec, word, length);
}

const char *
fact_word(FactId id, guint position)
{
    return field_words_at(fact_words(id), position);
}

void
fact_choices(FactId id, GString *out)
{
    for (guint i = 0; fact_word(id, i) != NULL; i++)
        g_string_append_printf(out, "%s%s", i > 0 ? ", " : "", fact_word(id, i));
}

void
fact_record_path(FactSection section, guint index, GString *out)
{
    const FactSectionSpec *spec = &fact_sections[section];

    g_string_append(out, "/facts");
    if (spec->parent != section)
        g_string_append_printf(out, "/%s", fact_sections[spec->parent].name);
    g_string_append_printf(out, "/%s", spec->name);
    if (spec->list)
        g_string_append_printf(out, "/%u", index);
}

void
fact_path(FactId id, guint index, GString *out)
{
    fact_record_path(fact_specs[id].section, index, out);
    g_string_append_printf(out, "/%s", fact_specs[id].key);
}

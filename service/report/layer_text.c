/* SPDX-License-Identifier: Apache-2.0 */
#include "report/layer_text.h"

#include "report/fill.h"

/* Keys of the texts table, by section. */
static const char *const section_keys[FACTS_SECTION_COUNT] = {
    [FACTS_BANK_ACCOUNT] = "facts.bank_account",
    [FACTS_CONTRACT] = "facts.contract",
    [FACTS_RISK] = "facts.risk",
    [FACTS_HOST] = "facts.host",
    [FACTS_HOST_TERMINAL] = "facts.host_terminals",
    [FACTS_DEVICE] = "facts.devices",
    [FACTS_TERMINAL] = "facts.terminals",
    [FACTS_INSTALL] = "facts.install",
};

const char *
layer_text_section(FactSection section, const Texts *texts, Language language)
{
    return texts_get(texts, section_keys[section], language);
}

/* The bank's check (by approval), the host's record (by provisioning). */
static char *
list_sections(guint sections, const Texts *texts, Language language)
{
    GString *list = g_string_new(NULL);

    for (int i = 0; i < FACTS_SECTION_COUNT; i++) {
        if ((sections & 1u << i) == 0)
            continue;
        g_autofree char *stage = g_strconcat("stage.", stage_name(fact_sections[i].stage), NULL);
        if (list->len > 0)
            g_string_append(list, texts_get(texts, "report.list", language));
        fill_arguments(list, texts_get(texts, "facts.due", language),
                       layer_text_section((FactSection)i, texts, language),
                       texts_get(texts, stage, language));
    }
    return g_string_free(list, FALSE);
}

char *
layer_text_reason(const LayerResult *result, const Texts *texts, Language language)
{
    guint sections = result->state == LAYER_STALE ? result->stale : result->lacking;
    GString *text = g_string_new(NULL);

    if (result->reason_key == NULL)
        return g_string_free(text, TRUE);
    g_autofree char *list = list_sections(sections, texts, language);
    fill_arguments(text, texts_get(texts, result->reason_key, language), list, NULL);
    return g_string_free(text, FALSE);
}

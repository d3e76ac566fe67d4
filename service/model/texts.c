/* SPDX-License-Identifier: Apache-2.0 */
#include "model/texts.h"

#include <string.h>

struct Texts {
    GHashTable *by_key; /* key -> Localized, both owned */
};

static void
localized_free(gpointer data)
{
    Localized *localized = data;

    for (int i = 0; i < LANGUAGE_COUNT; i++)
        g_free((char *)(guintptr)localized->text[i]);
    g_free(localized);
}

Texts *
texts_new(void)
{
    Texts *texts = g_new0(Texts, 1);

    texts->by_key = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, localized_free);
    return texts;
}

void
texts_free(Texts *texts)
{
    g_hash_table_unref(texts->by_key);
    g_free(texts);
}

gboolean
texts_add(Texts *texts, const char *key, const char *zh, const char *en)
{
    if (g_hash_table_contains(texts->by_key, key))
        return FALSE;
    Localized *localized = g_new0(Localized, 1);
    localized->text[LANGUAGE_ZH] = g_strdup(zh);
    localized->text[LANGUAGE_EN] = g_strdup(en);
    return g_hash_table_insert(texts->by_key, g_strdup(key), localized);
}

const char *
texts_get(const Texts *texts, const char *key, Language language)
{
    const Localized *localized = g_hash_table_lookup(texts->by_key, key);

    return localized != NULL ? localized->text[language] : key;
}

gboolean
texts_has(const Texts *texts, const char *key)
{
    return g_hash_table_contains(texts->by_key, key);
}

/* TRUE when each {name} of `a` stands in `b` too. */
static gboolean
names_within(const char *a, const char *b)
{
    for (const char *open = strchr(a, '{'); open != NULL; open = strchr(open + 1, '{')) {
        const char *close = strchr(open, '}');
        if (close == NULL)
            return FALSE;
        g_autofree char *name = g_strndup(open, (gsize)(close - open + 1));
        if (strstr(b, name) == NULL)
            return FALSE;
    }
    return TRUE;
}

gboolean
texts_same_names(const char *zh, const char *en)
{
    return names_within(zh, en) && names_within(en, zh);
}

/* SPDX-License-Identifier: Apache-2.0 */
#include "model/field.h"

#include "base/text.h"

#include <string.h>

#define GROUP_application GROUP_APPLICATION
#define GROUP_merchant GROUP_MERCHANT
#define GROUP_licence GROUP_LICENCE
#define GROUP_person GROUP_PERSON
#define GROUP_consent GROUP_CONSENT
#define GROUP_settle GROUP_SETTLE
#define GROUP_shop GROUP_SHOP
#define GROUP_till GROUP_TILL
#define GROUP_image GROUP_IMAGE
#define GROUP_fee GROUP_FEE
#define GROUP_limit GROUP_LIMIT
#define GROUP_func GROUP_FUNC
#define GROUP_device GROUP_DEVICE
#define GROUP_contract GROUP_CONTRACT

const FieldSpec field_specs[FIELD_COUNT] = {
#define FIELD(GROUP, KEY, group, key, zh, en, TYPE, words, low, high, e, h, m, i, DUE, LAYER,      \
              MASK)                                                                                \
    {FIELD_##GROUP##_##KEY,                                                                        \
     GROUP_##group,                                                                                \
     #group,                                                                                       \
     key,                                                                                          \
     zh,                                                                                           \
     en,                                                                                           \
     FIELD_TYPE_##TYPE,                                                                            \
     words,                                                                                        \
     low,                                                                                          \
     high,                                                                                         \
     {NEED_##e, NEED_##h, NEED_##m, NEED_##i},                                                     \
     STAGE_##DUE,                                                                                  \
     LAYER_##LAYER,                                                                                \
     MASK_##MASK},
#include "application.def"
#undef FIELD
};

/* Which parts an application of each kind is about (design 2: a change re-runs what it touches). */
#define BIT(group) (1u << GROUP_##group)
static const guint groups_required[KIND_COUNT] = {
    [KIND_NEW] = ~0u,
    [KIND_CHANGE_ACCOUNT] = BIT(APPLICATION) | BIT(MERCHANT) | BIT(CONSENT) | BIT(SETTLE),
    [KIND_CHANGE_FEE] = BIT(APPLICATION) | BIT(MERCHANT) | BIT(FEE),
    [KIND_CHANGE_FUNCTIONS] = BIT(APPLICATION) | BIT(MERCHANT) | BIT(FUNC),
    [KIND_ADD_TERMINAL] = BIT(APPLICATION) | BIT(MERCHANT) | BIT(SHOP) | BIT(TILL) | BIT(DEVICE),
    [KIND_SWAP_TERMINAL] = BIT(APPLICATION) | BIT(MERCHANT) | BIT(DEVICE),
    [KIND_MOVE_TERMINAL] = BIT(APPLICATION) | BIT(MERCHANT) | BIT(SHOP) | BIT(DEVICE),
    [KIND_CLOSE] = BIT(APPLICATION) | BIT(MERCHANT),
};

guint
field_groups_required(int kind)
{
    return kind >= 0 && kind < KIND_COUNT ? groups_required[kind] : ~0u;
}

FieldId
field_find(const char *group_name, const char *key)
{
    for (int i = 0; i < FIELD_COUNT; i++) {
        if (g_str_equal(field_specs[i].key, key) &&
            g_str_equal(field_specs[i].group_name, group_name))
            return (FieldId)i;
    }
    return FIELD_NONE;
}

FieldId
field_find_header(const char *header)
{
    for (int i = 0; i < FIELD_COUNT; i++) {
        if (g_str_equal(field_specs[i].key, header) || g_str_equal(field_specs[i].zh, header))
            return (FieldId)i;
    }
    return FIELD_NONE;
}

FieldId
field_nearest(const char *header)
{
    FieldId best = FIELD_APPLICATION_EXTERNAL_REF;
    guint best_distance = G_MAXUINT;

    for (int i = 0; i < FIELD_COUNT; i++) {
        guint to_key = text_distance(field_specs[i].key, header);
        guint to_zh = text_distance(field_specs[i].zh, header);

        if (MIN(to_key, to_zh) < best_distance) {
            best_distance = MIN(to_key, to_zh);
            best = (FieldId)i;
        }
    }
    return best;
}

/* Moves past the word at `*cursor`, whose spellings are joined by '='; sets all of them as one
 * text. */
static gboolean
next_word(const char **cursor, const char **spellings, gsize *length)
{
    *spellings = *cursor;
    *length = strcspn(*cursor, " ");
    *cursor += *length + ((*cursor)[*length] == ' ' ? 1 : 0);
    return *length > 0;
}

static gboolean
is_spelling(const char *spellings, gsize spellings_length, const char *word, gsize word_length)
{
    const char *end = spellings + spellings_length;

    for (const char *own = spellings; own < end;) {
        const char *equals = memchr(own, '=', (gsize)(end - own));
        gsize own_length = (gsize)((equals != NULL ? equals : end) - own);
        if (own_length == word_length && memcmp(own, word, word_length) == 0)
            return TRUE;
        own += own_length + 1;
    }
    return FALSE;
}

int
field_word_find(const FieldSpec *spec, const char *word, gsize length)
{
    const char *cursor = spec->words, *spellings;
    gsize spellings_length;

    for (int i = 0; next_word(&cursor, &spellings, &spellings_length); i++) {
        if (is_spelling(spellings, spellings_length, word, length))
            return i;
    }
    return -1;
}

void
field_choices(const FieldSpec *spec, GString *out)
{
    const char *cursor = spec->words, *spellings;
    gsize all;

    for (int i = 0; next_word(&cursor, &spellings, &all); i++) {
        const char *last = g_strrstr_len(spellings, (gssize)all, "=");
        g_string_append(out, i > 0 ? ", " : "");
        g_string_append_len(out, spellings, (gssize)strcspn(spellings, "= "));
        if (last != NULL && (guchar)last[1] >= 0x80)
            g_string_append_printf(out, " %.*s", (int)(spellings + all - last - 1), last + 1);
    }
}

const char *
field_words_at(const char *words, guint position)
{
    const char *cursor = words, *spellings;
    gsize all;

    for (guint i = 0; next_word(&cursor, &spellings, &all); i++) {
        if (i == position) {
            g_autofree char *copy = g_strndup(spellings, strcspn(spellings, "= "));
            return g_intern_string(copy);
        }
    }
    return NULL;
}

const char *
field_word(FieldId id, guint position)
{
    return field_words_at(field_specs[id].words, position);
}

guint
field_word_count(FieldId id)
{
    const char *cursor = field_specs[id].words, *spellings;
    gsize all;
    guint count = 0;

    while (next_word(&cursor, &spellings, &all))
        count++;
    return count;
}

void
field_path(FieldId id, int device, GString *text)
{
    if (id == FIELD_NONE)
        return;
    if (field_is_device(id))
        g_string_append_printf(text, "/devices/%d/%s", MAX(device, 0), field_specs[id].key);
    else
        g_string_append_printf(text, "/%s/%s", field_specs[id].group_name, field_specs[id].key);
}

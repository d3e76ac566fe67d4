/* SPDX-License-Identifier: Apache-2.0 */
/* Sentences for people in both languages, by key. */
#pragma once

#include "model/terms.h"

typedef struct {
    const char *text[LANGUAGE_COUNT];
} Localized;

typedef struct Texts Texts;

/* An empty table; texts_free releases it. */
Texts *texts_new(void);
void texts_free(Texts *texts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Texts, texts_free)

/* Adds a text; copies its arguments. FALSE when the key is there already. */
gboolean texts_add(Texts *texts, const char *key, const char *zh, const char *en);

/* The sentence of a key in a language; the key itself when there is none, so that a gap shows.
 * Borrowed. */
const char *texts_get(const Texts *texts, const char *key, Language language);

/* TRUE when the key is there. */
gboolean texts_has(const Texts *texts, const char *key);

/* TRUE when both texts name the same {placeholders}, each any number of times. */
gboolean texts_same_names(const char *zh, const char *en);

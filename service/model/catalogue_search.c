/* SPDX-License-Identifier: Apache-2.0 */
#include "model/catalogue_search.h"

#include "base/text.h"

#include <string.h>

enum { WORDS_MAX = 8, INITIALS_MIN = 2, IN_ORDER_MIN = 2 };

/* How far a word is from what it matched; a mistake costs one more each. */
enum {
    SCORE_SAME,
    SCORE_BEGINS,
    SCORE_INITIALS,
    SCORE_WORD_BEGINS,
    SCORE_HOLDS,
    SCORE_IN_ORDER,
    SCORE_MISTAKES,
    SCORE_NONE = 1000
};

/* What is looked for, and room to fold what it is compared with. */
typedef struct {
    GPtrArray *words; /* GString, folded */
    GString *folded;
    GArray *hits;
    guint scores[WORDS_MAX]; /* of each word in the row that is compared */
} Search;

static void
better(guint *score, guint found)
{
    *score = MIN(*score, found);
}

/* Mistakes that a word of so many characters may have. */
static guint
mistakes_allowed(guint length)
{
    return length < 3 ? 0 : length < 6 ? 1 : 2;
}

/* The least mistakes that turn the text, or its beginning (石家庄 of 石家庄市), into the word. */
static guint
score_mistakes(const char *text, const char *word)
{
    guint length = text_length(word), allowed = mistakes_allowed(length);

    if (allowed == 0 || text_length(text) + allowed < length)
        return SCORE_NONE;
    guint whole = text_distance(text, word);
    g_autofree char *beginning = g_utf8_substring(text, 0, MIN(length, text_length(text)));
    guint begins = text_distance(beginning, word);
    if (MIN(whole, begins) > allowed)
        return SCORE_NONE;
    return SCORE_MISTAKES + MIN(whole, begins + 1);
}

/* A folded text against a folded word of the question. */
static guint
score_folded(const char *text, const char *word)
{
    const char *at = strstr(text, word);

    if (at == text)
        return text[strlen(word)] == '\0' ? SCORE_SAME : SCORE_BEGINS;
    if (at != NULL)
        return SCORE_HOLDS;
    gboolean chinese = (guchar)word[0] >= 0x80 && text_length(word) >= IN_ORDER_MIN;
    if (chinese && text_in_order(text, word))
        return SCORE_IN_ORDER;
    return score_mistakes(text, word);
}

static void
compare_folded(Search *search, guint begins)
{
    for (guint i = 0; i < search->words->len; i++) {
        const GString *word = g_ptr_array_index(search->words, i);
        guint score = score_folded(search->folded->str, word->str);
        better(&search->scores[i], score == SCORE_BEGINS ? begins : score);
    }
}

static void
compare_text(Search *search, const char *text)
{
    if (text == NULL)
        return;
    g_string_truncate(search->folded, 0);
    text_append_folded(search->folded, text);
    compare_folded(search, SCORE_BEGINS);
}

/* English names are compared word by word as well. */
static void
compare_english(Search *search, const char *text)
{
    static const char separators[] = " ,/-()";

    compare_text(search, text);
    while (text != NULL && *text != '\0') {
        gsize length = strcspn(text, separators);
        g_autofree char *word = g_strndup(text, length);
        g_string_truncate(search->folded, 0);
        text_append_folded(search->folded, word);
        if (length > 0)
            compare_folded(search, SCORE_WORD_BEGINS);
        text += length + strspn(text + length, separators);
    }
}

/* A code counts from its beginning only, and without mistakes. */
static void
compare_code(Search *search, const char *code)
{
    for (guint i = 0; i < search->words->len; i++) {
        const GString *word = g_ptr_array_index(search->words, i);
        if (strncmp(code, word->str, word->len) == 0)
            better(&search->scores[i], code[word->len] == '\0' ? SCORE_SAME : SCORE_BEGINS);
    }
}

static void
compare_initials(Search *search, const char *initials)
{
    for (guint i = 0; i < search->words->len && initials != NULL; i++) {
        const GString *word = g_ptr_array_index(search->words, i);
        if (word->len >= INITIALS_MIN && g_ascii_strncasecmp(initials, word->str, word->len) == 0)
            better(&search->scores[i], SCORE_INITIALS);
    }
}

static void
compare_list(Search *search, char **texts)
{
    for (; *texts != NULL; texts++)
        compare_text(search, *texts);
}

static void
start_row(Search *search)
{
    for (guint i = 0; i < WORDS_MAX; i++)
        search->scores[i] = SCORE_NONE;
}

/* Keeps the row when every word was found in it. */
static void
end_row(Search *search, const CatalogueHit *row)
{
    CatalogueHit hit = *row;

    for (guint i = 0; i < search->words->len; i++) {
        if (search->scores[i] >= SCORE_NONE)
            return;
        hit.score += search->scores[i];
    }
    g_array_append_val(search->hits, hit);
}

/* A row that has a code, names and initials. */
static void
judge_row(Search *search, const CatalogueHit *row, const char *initials)
{
    start_row(search);
    compare_code(search, row->code);
    compare_text(search, row->name[LANGUAGE_ZH]);
    compare_english(search, row->name[LANGUAGE_EN]);
    compare_initials(search, initials);
    end_row(search, row);
}

static void
search_branches(Search *search, const Catalogue *catalogue)
{
    GHashTableIter iter;
    gpointer value;

    g_hash_table_iter_init(&iter, catalogue->branch_by_number);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        const BranchRow *row = value;
        CatalogueHit hit = {CATALOGUE_BRANCHES, row, row->number, {row->name[0], row->name[1]}, 0};
        judge_row(search, &hit, row->initials);
    }
}

static void
search_mccs(Search *search, const Catalogue *catalogue)
{
    GHashTableIter iter;
    gpointer value;

    g_hash_table_iter_init(&iter, catalogue->mcc_by_code);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        const MccRow *row = value;
        CatalogueHit hit = {CATALOGUE_MCC, row, row->mcc, {row->name[0], row->name[1]}, 0};
        judge_row(search, &hit, row->initials);
    }
}

static void
search_areas(Search *search, const Catalogue *catalogue)
{
    GHashTableIter iter;
    gpointer value;

    for (guint i = 0; i < catalogue->areas->len; i++) {
        const AreaRow *row = g_ptr_array_index(catalogue->areas, i);
        CatalogueHit hit = {CATALOGUE_AREAS, row, row->code, {row->city[0], row->city[1]}, 0};
        judge_row(search, &hit, row->initials);
    }
    g_hash_table_iter_init(&iter, catalogue->region_by_code);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        const RegionRow *row = value;
        CatalogueHit hit = {CATALOGUE_REGIONS, row, row->code, {row->name[0], row->name[1]}, 0};
        judge_row(search, &hit, row->initials);
    }
}

static void
search_models(Search *search, const Catalogue *catalogue)
{
    for (guint i = 0; i < catalogue->models->len; i++) {
        const DeviceModel *row = g_ptr_array_index(catalogue->models, i);
        CatalogueHit hit = {CATALOGUE_DEVICES, row, row->brand, {row->model, row->model}, 0};
        start_row(search);
        compare_text(search, row->brand);
        compare_list(search, row->aliases);
        compare_text(search, row->model);
        compare_list(search, row->model_aliases);
        compare_initials(search, row->initials);
        end_row(search, &hit);
    }
}

static const struct {
    const char *name;
    void (*run)(Search *search, const Catalogue *catalogue);
} searches[CATALOGUE_SEARCH_COUNT] = {
    [CATALOGUE_SEARCH_BRANCH] = {"branch", search_branches},
    [CATALOGUE_SEARCH_MCC] = {"mcc", search_mccs},
    [CATALOGUE_SEARCH_AREA] = {"area", search_areas},
    [CATALOGUE_SEARCH_MODEL] = {"model", search_models},
};

const char *
catalogue_search_name(CatalogueSearch what)
{
    g_return_val_if_fail((guint)what < CATALOGUE_SEARCH_COUNT, "");
    return searches[what].name;
}

gboolean
catalogue_search_find(const char *name, CatalogueSearch *what)
{
    for (int i = 0; i < CATALOGUE_SEARCH_COUNT; i++) {
        if (strcmp(searches[i].name, name) == 0) {
            *what = (CatalogueSearch)i;
            return TRUE;
        }
    }
    return FALSE;
}

/* Best first; of equals the shorter name, since less of it is not asked for; then by code.
 * Areas stand before regions. */
static int
compare_hits(gconstpointer a, gconstpointer b)
{
    const CatalogueHit *left = a, *right = b;
    guint left_width = text_width(left->name[LANGUAGE_ZH]);
    guint right_width = text_width(right->name[LANGUAGE_ZH]);

    if (left->score != right->score)
        return left->score < right->score ? -1 : 1;
    if (left_width != right_width)
        return left_width < right_width ? -1 : 1;
    if (left->kind != right->kind)
        return left->kind < right->kind ? -1 : 1;
    int order = strcmp(left->code, right->code);
    return order != 0 ? order : strcmp(left->name[LANGUAGE_ZH], right->name[LANGUAGE_ZH]);
}

static void
free_word(gpointer word)
{
    g_string_free(word, TRUE);
}

static GPtrArray *
split_words(const char *text)
{
    GPtrArray *words = g_ptr_array_new_with_free_func(free_word);
    g_autofree char *narrow = g_utf8_normalize(text, -1, G_NORMALIZE_ALL_COMPOSE);
    g_auto(GStrv) parts = g_strsplit_set(narrow != NULL ? narrow : "", " \t\n", -1);

    for (char **part = parts; *part != NULL && words->len < WORDS_MAX; part++) {
        g_autoptr(GString) word = g_string_new(NULL);
        text_append_folded(word, *part);
        if (word->len > 0)
            g_ptr_array_add(words, g_steal_pointer(&word));
    }
    return words;
}

GArray *
catalogue_search(const Catalogue *catalogue, CatalogueSearch what, const char *text, guint limit)
{
    g_autoptr(GPtrArray) words = split_words(text);
    g_autoptr(GString) folded = g_string_new(NULL);
    GArray *hits = g_array_new(FALSE, FALSE, sizeof(CatalogueHit));
    Search search = {.words = words, .folded = folded, .hits = hits};

    g_return_val_if_fail((guint)what < CATALOGUE_SEARCH_COUNT, hits);
    if (words->len > 0)
        searches[what].run(&search, catalogue);
    g_array_sort(hits, compare_hits);
    if (hits->len > limit)
        g_array_set_size(hits, limit);
    return hits;
}

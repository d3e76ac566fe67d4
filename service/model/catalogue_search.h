/* SPDX-License-Identifier: Apache-2.0 */
/* Rows of the catalogues that somebody may mean: by code, Chinese or English name, pinyin initials,
 * with small mistakes. */
#pragma once

#include "model/catalogue.h"

typedef enum {
    CATALOGUE_SEARCH_BRANCH,
    CATALOGUE_SEARCH_MCC,
    CATALOGUE_SEARCH_AREA, /* areas and regions */
    CATALOGUE_SEARCH_MODEL,
    CATALOGUE_SEARCH_COUNT
} CatalogueSearch;

typedef struct {
    CatalogueKind kind;               /* whose row it is */
    gconstpointer row;                /* of that kind, borrowed from the catalogue */
    const char *code;                 /* of a model: its brand */
    const char *name[LANGUAGE_COUNT]; /* English: may be NULL */
    guint score;                      /* 0 = the same; more = further */
} CatalogueHit;

/* The word of a search ("branch"); static. And the search of a word; FALSE when it is none. */
const char *catalogue_search_name(CatalogueSearch what);
gboolean catalogue_search_find(const char *name, CatalogueSearch *what);

/* The rows that match every word of `text`, best first, at most `limit`: CatalogueHit, free with
 * g_array_unref. */
GArray *catalogue_search(const Catalogue *catalogue, CatalogueSearch what, const char *text,
                         guint limit);

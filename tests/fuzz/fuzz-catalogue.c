/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as a catalogue of somebody's own, JSON or a spreadsheet: read, or refused with an error
 * that names the file; and what was read can be searched. */
#include "base/fault.h"
#include "codec/catalogue_file.h"
#include "model/catalogue_search.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The first row of a list, looked for by its own code, is found. */
static void
search_branch(const Catalogue *catalogue)
{
    GHashTableIter iter;
    gpointer number;

    g_hash_table_iter_init(&iter, catalogue->branch_by_number);
    if (!g_hash_table_iter_next(&iter, &number, NULL))
        return;
    g_autoptr(GArray) hits = catalogue_search(catalogue, CATALOGUE_SEARCH_BRANCH, number, 1);
    g_assert_cmpuint(hits->len, ==, 1);
    g_assert_cmpuint(g_array_index(hits, CatalogueHit, 0).score, ==, 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = g_bytes_new_static(data, size);
    g_autoptr(Catalogue) catalogue = catalogue_new();
    CatalogueKind kind = CATALOGUE_DEVICES;

    if (!catalogue_file_read(catalogue, bytes, "fuzz.csv", &kind, &error)) {
        g_assert_nonnull(error);
        g_assert_cmpint(error->code, !=, FAULT_INTERNAL);
        g_assert_true(g_str_has_prefix(error->message, "fuzz.csv: "));
        return 0;
    }
    g_assert_null(error);
    const CatalogueFile *file = &catalogue->files[kind];
    g_assert_nonnull(file->name);
    g_assert_nonnull(file->version);
    g_assert_cmpuint(file->rows, <=, size);
    search_branch(catalogue);
    return 0;
}

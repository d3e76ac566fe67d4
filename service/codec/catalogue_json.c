/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/catalogue_json.h"

#include "codec/catalogue_kinds.h"
#include "codec/resource.h"

static guint
read_array(CatalogueReader *reader, const JsonPlace *root, const CatalogueArray *rows)
{
    JsonPlace array = json_data_array(root, rows->key);
    gsize count = json_data_count(&array);

    if (count > CATALOGUE_ROWS_MAX)
        json_data_fail(&array, "has more than %d rows", CATALOGUE_ROWS_MAX);
    for (gsize i = 0; i < count && !json_data_failed(&array); i++) {
        JsonPlace row = json_data_item(&array, i);
        rows->read(reader, &row);
    }
    g_hash_table_remove_all(reader->seen);
    return (guint)count;
}

static gboolean
is_rows(const CatalogueArray *array)
{
    return g_str_equal(array->key, "rows");
}

static void
read_arrays(CatalogueReader *reader, const JsonPlace *root, CatalogueKind kind)
{
    const CatalogueArray *arrays = catalogue_kinds_get(kind)->arrays;

    if (kind == CATALOGUE_DECLINE_CODES)
        reader->actors = json_data_object(root, "actors");
    for (int i = 0; i < CATALOGUE_ARRAYS_MAX && arrays[i].key != NULL; i++) {
        guint count = read_array(reader, root, &arrays[i]);
        if (is_rows(&arrays[i]))
            reader->catalogue->files[kind].rows = count;
    }
}

static void
read_root(Catalogue *catalogue, CatalogueKind kind, const JsonPlace *root)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    CatalogueReader reader = {.catalogue = catalogue, .seen = seen};

    catalogue_rows_head(root, catalogue_kinds_get(kind)->extra_keys, &catalogue->files[kind]);
    read_arrays(&reader, root, kind);
}

/* What errors call the file and whose fault they are. */
static JsonData
data_of(const Catalogue *catalogue, CatalogueKind kind, const char *file)
{
    return (JsonData){
        .file = file != NULL ? file : catalogue_kinds_get(kind)->file,
        .fault = file != NULL ? FAULT_INPUT : FAULT_INTERNAL,
        .strings = catalogue->strings,
    };
}

gboolean
catalogue_json_read(Catalogue *catalogue, CatalogueKind kind, GBytes *bytes, const char *file,
                    GError **error)
{
    g_autofree char *digest = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);
    JsonData data = data_of(catalogue, kind, file);
    JsonPlace root = json_data_open(&data, bytes);

    g_strlcpy(catalogue->files[kind].sha256, digest, sizeof catalogue->files[kind].sha256);
    if (file != NULL)
        catalogue->files[kind].path = g_string_chunk_insert(catalogue->strings, file);
    read_root(catalogue, kind, &root);
    return json_data_close(&data, error);
}

gboolean
catalogue_json_read_named(Catalogue *catalogue, GBytes *bytes, const char *file,
                          CatalogueKind *kind, GError **error)
{
    JsonData data = data_of(catalogue, CATALOGUE_DEVICES, file);
    JsonPlace root = json_data_open(&data, bytes);
    JsonPlace place = json_data_member(&root, "name");
    g_autofree char *names = catalogue_kinds_names();

    if (!catalogue_kinds_find(json_data_text(&root, "name"), kind))
        json_data_fail(&place, "is not one of: %s", names);
    else
        read_root(catalogue, *kind, &root);
    return json_data_close(&data, error);
}

gboolean
catalogue_json_read_lists(Catalogue *catalogue, CatalogueKind kind, GError **error)
{
    const CatalogueArray *arrays = catalogue_kinds_get(kind)->arrays;
    g_autoptr(GBytes) bytes = resource_builtin(catalogue_kinds_get(kind)->file, error);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    CatalogueReader reader = {.catalogue = catalogue, .seen = seen};

    if (bytes == NULL)
        return FALSE;
    JsonData data = data_of(catalogue, kind, NULL);
    JsonPlace root = json_data_open(&data, bytes);
    for (int i = 0; i < CATALOGUE_ARRAYS_MAX && arrays[i].key != NULL; i++) {
        if (!is_rows(&arrays[i]))
            read_array(&reader, &root, &arrays[i]);
    }
    return json_data_close(&data, error);
}

gboolean
catalogue_json_read_builtin(Catalogue *catalogue, CatalogueKind kind, GError **error)
{
    g_autoptr(GBytes) bytes = resource_builtin(catalogue_kinds_get(kind)->file, error);

    return bytes != NULL && catalogue_json_read(catalogue, kind, bytes, NULL, error);
}

Catalogue *
catalogue_json_load(GError **error)
{
    g_autoptr(Catalogue) catalogue = catalogue_new();

    for (int i = 0; i < CATALOGUE_COUNT; i++) {
        if (!catalogue_json_read_builtin(catalogue, (CatalogueKind)i, error))
            return NULL;
    }
    return g_steal_pointer(&catalogue);
}

/* SPDX-License-Identifier: Apache-2.0 */
#include "flow/catalogue_store.h"

#include "base/fault.h"
#include "codec/catalogue_file.h"
#include "codec/catalogue_json.h"
#include "codec/resource.h"

#include <errno.h>
#include <string.h>

enum { FOLDER_MODE = 0755, FILE_MODE = 0644 };

char *
catalogue_store_folder(const char *given)
{
    const char *variable = g_getenv("SWIPEREADY_CATALOGUES");

    if (given != NULL)
        return g_strdup(given);
    if (variable != NULL && variable[0] != '\0')
        return g_strdup(variable);
    return g_build_filename(g_get_user_data_dir(), "swipeready", "catalogues", NULL);
}

/* One name a kind, whatever the form: the file replaces the one before it in one step. */
static char *
path_of(const char *folder, CatalogueKind kind)
{
    g_autofree char *name = g_strconcat(catalogue_file_kind_name(kind), ".catalogue", NULL);

    return g_build_filename(folder, name, NULL);
}

/* A list that lost its rows on the way: where it calls itself complete, everything would be wrong.
 */
static gboolean
has_rows(const CatalogueFile *file, const char *path, GError **error)
{
    if (file->rows > 0)
        return TRUE;
    return fault_raise(error, FAULT_INPUT,
                       "%s: has no rows; a list without rows knows nothing: export it again", path);
}

static gboolean
read_imported(Catalogue *catalogue, CatalogueKind kind, const char *path, GError **error)
{
    CatalogueKind found = kind;
    g_autoptr(GBytes) bytes = resource_file(path, error);

    if (bytes == NULL || !catalogue_file_read(catalogue, bytes, path, &found, error))
        return FALSE;
    if (found != kind)
        return fault_raise(error, FAULT_INPUT, "%s: is a catalogue of another kind: %s", path,
                           catalogue_file_kind_name(found));
    return has_rows(&catalogue->files[kind], path, error);
}

static gboolean
read_kind(Catalogue *catalogue, CatalogueKind kind, const char *folder, GError **error)
{
    g_autofree char *path = path_of(folder, kind);

    if (!g_file_test(path, G_FILE_TEST_EXISTS) && !g_file_test(path, G_FILE_TEST_IS_SYMLINK))
        return catalogue_json_read_builtin(catalogue, kind, error);
    return read_imported(catalogue, kind, path, error);
}

Catalogue *
catalogue_store_load(const char *given, GError **error)
{
    g_autofree char *folder = catalogue_store_folder(given);
    g_autoptr(Catalogue) catalogue = catalogue_new();

    if (given != NULL && !g_file_test(folder, G_FILE_TEST_IS_DIR)) {
        fault_raise(error, FAULT_INPUT, "%s: is not a folder", folder);
        return NULL;
    }
    for (int i = 0; i < CATALOGUE_COUNT; i++) {
        if (!read_kind(catalogue, (CatalogueKind)i, folder, error))
            return NULL;
    }
    return g_steal_pointer(&catalogue);
}

/* A new file beside the old one, written through to the disk, then renamed. */
static gboolean
write_whole(const char *folder, const char *path, GBytes *bytes, GError **error)
{
    gsize length;
    g_autoptr(GError) cause = NULL;
    const char *text = g_bytes_get_data(bytes, &length);

    if (g_mkdir_with_parents(folder, FOLDER_MODE) != 0)
        return fault_raise(error, FAULT_STORE, "%s: cannot be made: %s", folder, g_strerror(errno));
    if (!g_file_set_contents_full(path, text, (gssize)length,
                                  G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                  FILE_MODE, &cause))
        return fault_raise(error, FAULT_STORE, "%s", cause->message);
    return TRUE;
}

gboolean
catalogue_store_import(const char *folder, const char *path, Catalogue *catalogue,
                       CatalogueFile *imported, GError **error)
{
    CatalogueKind kind = CATALOGUE_DEVICES;
    g_autoptr(GBytes) bytes = resource_file(path, error);

    if (bytes == NULL || !catalogue_file_read(catalogue, bytes, path, &kind, error))
        return FALSE;
    g_autofree char *to = path_of(folder, kind);
    *imported = catalogue->files[kind];
    return has_rows(imported, path, error) && write_whole(folder, to, bytes, error);
}

/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/catalogue_file.h"

#include "codec/catalogue_csv.h"
#include "codec/catalogue_json.h"
#include "codec/catalogue_kinds.h"

#include <string.h>

/* Bytes of a byte order mark at the beginning. */
static gsize
mark_length(const char *text, gsize length)
{
    return length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

/* A JSON file begins with its object, a spreadsheet with "#" or a quote. */
static gboolean
is_json(const char *text, gsize length)
{
    gsize at = mark_length(text, length);

    while (at < length && g_ascii_isspace(text[at]))
        at++;
    return at < length && text[at] == '{';
}

static gboolean
read_bytes(Catalogue *catalogue, GBytes *bytes, const char *file, CatalogueKind *kind,
           GError **error)
{
    gsize length;
    const char *text = g_bytes_get_data(bytes, &length);

    if (text == NULL || !is_json(text, length))
        return catalogue_csv_read(catalogue, bytes, file, kind, error);
    gsize mark = mark_length(text, length);
    g_autoptr(GBytes) plain = g_bytes_new_from_bytes(bytes, mark, length - mark);
    return catalogue_json_read_named(catalogue, plain, file, kind, error);
}

gboolean
catalogue_file_read(Catalogue *catalogue, GBytes *bytes, const char *file, CatalogueKind *kind,
                    GError **error)
{
    g_autofree char *digest = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);

    if (g_bytes_get_size(bytes) == 0)
        return fault_raise(error, FAULT_INPUT, "%s: is empty", file);
    if (!read_bytes(catalogue, bytes, file, kind, error))
        return FALSE;
    CatalogueFile *head = &catalogue->files[*kind];
    g_strlcpy(head->sha256, digest, sizeof head->sha256);
    head->path = g_string_chunk_insert(catalogue->strings, file);
    return TRUE;
}

const char *
catalogue_file_kind_name(CatalogueKind kind)
{
    return catalogue_kinds_get(kind)->name;
}

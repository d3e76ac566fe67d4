/* SPDX-License-Identifier: Apache-2.0 */
#include "codec/resource.h"

#include "base/fault.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>

enum { CHUNK_BYTES = 65536 };

/* Made by glib-compile-resources from schemas/swipeready.gresource.xml. Named here, because a
 * linker leaves out an object of a static library that nobody names. */
extern GResource *swipeready_get_resource(void);

GBytes *
resource_builtin(const char *name, GError **error)
{
    g_autofree char *path = g_strconcat("/swipeready/", name, NULL);
    g_autoptr(GError) cause = NULL;
    GBytes *bytes = g_resource_lookup_data(swipeready_get_resource(), path,
                                           G_RESOURCE_LOOKUP_FLAGS_NONE, &cause);

    if (bytes == NULL)
        fault_raise(error, FAULT_INTERNAL, "built-in file '%s': %s", name, cause->message);
    return bytes;
}

/* Never more than one chunk past the limit is held. */
static gboolean
read_all(FILE *stream, GByteArray *array)
{
    guint8 chunk[CHUNK_BYTES];
    gsize count;

    do {
        count = fread(chunk, 1, sizeof chunk, stream);
        g_byte_array_append(array, chunk, (guint)count);
    } while (count == sizeof chunk && array->len <= RESOURCE_BYTES_MAX);
    return ferror(stream) == 0;
}

GBytes *
resource_file(const char *path, GError **error)
{
    FILE *stream = g_fopen(path, "rb");

    if (stream == NULL) {
        fault_raise(error, FAULT_INPUT, "%s: cannot be opened: %s", path, g_strerror(errno));
        return NULL;
    }
    g_autoptr(GByteArray) array = g_byte_array_new();
    gboolean is_read = read_all(stream, array);
    int reason = errno;
    fclose(stream);
    if (!is_read) {
        fault_raise(error, FAULT_INPUT, "%s: cannot be read: %s", path, g_strerror(reason));
        return NULL;
    }
    if (array->len > RESOURCE_BYTES_MAX) {
        fault_raise(error, FAULT_LIMIT, "%s: is larger than %d bytes", path, RESOURCE_BYTES_MAX);
        return NULL;
    }
    return g_byte_array_free_to_bytes(g_steal_pointer(&array));
}

/* SPDX-License-Identifier: Apache-2.0 */
/* Any bytes as a spreadsheet: read or refused, never more. */
#include "codec/sheet.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
read_application(const Sheet *sheet, guint index, guint told)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GArray) list = g_array_new(FALSE, FALSE, sizeof(InputError));
    ReadErrors errors = {arena, list};
    g_autofree Application *app = g_new0(Application, 1);

    application_init(app, arena);
    /* a row that was lost was told when the sheet was opened */
    if (!sheet_read(sheet, index, app, &errors))
        g_assert_cmpuint(list->len + told, >, 0);
    else
        g_assert_nonnull(app->values[FIELD_APPLICATION_EXTERNAL_REF].text);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static(data, size);
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GArray) list = g_array_new(FALSE, FALSE, sizeof(InputError));
    ReadErrors errors = {arena, list};
    g_autoptr(Sheet) sheet = sheet_open(bytes, "fuzz.csv", &errors);

    if (sheet == NULL) {
        g_assert_cmpuint(list->len, >, 0);
        return 0;
    }
    for (guint i = 0; i < sheet_count(sheet); i++) {
        g_assert_cmpuint(sheet_offset(sheet, i), <=, size);
        read_application(sheet, i, list->len);
    }
    return 0;
}
